"""The address of a page as a square of dots (QR code, ISO/IEC 18004), for the printed sheet."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import segno
from markupsafe import Markup


@lru_cache(maxsize=256)
def qr(address: str) -> Markup:
    """Inline SVG without style: one path, coloured by the stylesheet, four modules of quiet zone.

    Error correction M: up to 15 % of the square may be smudged.
    """
    out = BytesIO()
    segno.make_qr(address, error="m", boost_error=False).save(
        out, kind="svg", border=4, omitsize=True, xmldecl=False, svgns=False, nl=False,
        svgclass=None, lineclass=None,
    )  # fmt: skip
    return Markup(out.getvalue().decode("ascii"))

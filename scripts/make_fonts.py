"""The font of the site: one file, out of the two into which the typeface's package is cut.

`python scripts/make_fonts.py LATIN.woff2 LATIN_EXT.woff2` with the files
`atkinson-hyperlegible-next-latin-wght-normal.woff2` and `…-latin-ext-wght-normal.woff2` of the npm
package `@fontsource-variable/atkinson-hyperlegible-next` (5.3.0). Cut so, one "Ş" in a name, or one
"†" in a title, asks for a second file. As one file they are 7 kB more than the first alone. It is
named by the hash of its content, for it is served to be kept for good.

Needs `fonttools` and `brotli`, which nothing else here does. Afterwards put the new name into
`atlas.css` (a test compares them).
"""

from __future__ import annotations

import argparse
import hashlib
import io
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.hvar import add_HVAR

FOLDER = Path(__file__).parents[1] / "src" / "evidence_atlas" / "site" / "static" / "fonts"
NAME = "atkinson-next"


def widened(latin: TTFont, extended: TTFont) -> TTFont:
    """`latin` with the letters that only `extended` has.

    Outlines, widths and their variation by weight are taken over. Pairs of letters with one of them
    keep their plain distance, as they did while the letter came out of another file.
    """
    latin.ensureDecompiled()
    extended.ensureDecompiled()
    have = latin.getBestCmap()
    letters = {code: g for code, g in extended.getBestCmap().items() if code not in have}
    order = latin.getGlyphOrder()
    drawn = _with_parts(extended, letters.values())
    # What both have must be the same drawing, for composed letters are made of it.
    for name in drawn & set(order):
        assert latin["glyf"][name] == extended["glyf"][name], name
        assert latin["hmtx"][name] == extended["hmtx"][name], name
    wanted = sorted(drawn - set(order))
    latin.setGlyphOrder([*order, *wanted])
    latin["glyf"].glyphOrder = latin.getGlyphOrder()
    for name in wanted:
        latin["glyf"].glyphs[name] = extended["glyf"][name]
        latin["hmtx"].metrics[name] = extended["hmtx"][name]
        latin["gvar"].variations[name] = extended["gvar"].variations.get(name, [])
    for table in latin["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(letters)
    del latin["HVAR"]
    add_HVAR(latin)
    return latin


def _with_parts(font: TTFont, names: object) -> set[str]:
    """These glyphs and those that they are composed of."""
    found, rest = set(), list(names)  # type: ignore[call-overload]
    while rest:
        name = rest.pop()
        if name not in found:
            found.add(name)
            glyph = font["glyf"][name]
            if glyph.isComposite():
                rest += [part.glyphName for part in glyph.components]
    return found


def write(font: TTFont) -> Path:
    """The font in the site's folder, in place of the one that was there."""
    font["post"].formatType = 3.0
    font.flavor = "woff2"
    font.recalcTimestamp = False
    packed = io.BytesIO()
    font.save(packed)
    for old in FOLDER.glob("*.woff2"):
        old.unlink()
    path = FOLDER / f"{NAME}.{hashlib.sha256(packed.getvalue()).hexdigest()[:10]}.woff2"
    path.write_bytes(packed.getvalue())
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("latin", type=Path)
    parser.add_argument("latin_ext", type=Path)
    files = parser.parse_args()
    path = write(widened(TTFont(files.latin), TTFont(files.latin_ext)))
    print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()

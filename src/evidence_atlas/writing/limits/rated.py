"""How certain a review itself calls what it gathered, for beside the certainty that the atlas sees.

"In the middle" alone beside what the authors rate as low would leave out what they say of it.
"""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from ..material import Material, Piece
from ..tables import table
from ..words.numbers import joined

_TABLE = table("limits/rated.toml")["rated"]
_VERDICTS: str = _TABLE["verdicts"]
_ORDER = [*_VERDICTS.split("|"), "poor", "fair", "good"]
_NOT_TOLD = re.compile(_TABLE["not_told"], re.IGNORECASE)
_OF = tuple(
    (row["frame"], re.compile(p.replace("VERDICT", _VERDICTS), re.IGNORECASE))
    for row in _TABLE["of"]
    for p in row["patterns"]
)


def rated(m: Material) -> tuple[str, Piece] | None:
    """What the rating is of ("evidence", "studies"), and the verdicts in words with their places.

    The certainty of the evidence comes before the quality of the studies, which is part of it.
    """
    if m.brief.kind != "review":
        return None
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for sentence in m.reading.sentences:
        if sentence.role not in ("results", "conclusions") or _NOT_TOLD.search(sentence.text):
            continue
        for frame, pattern in _OF:
            for hit in pattern.finditer(sentence.text):
                place = (sentence.start + hit.start(), sentence.start + hit.end())
                for name in filter(None, (hit["verdict"], hit.groupdict().get("second"))):
                    found.setdefault(frame, {}).setdefault(name.casefold(), place)
    frame = next((f for f, _ in _OF if f in found), None)
    if frame is None:
        return None
    places = found[frame]
    words = joined(sorted(places, key=_ORDER.index), "or")
    text = texts(m.record)
    held = dict.fromkeys(quoted(quote(text, "abstract", *at)) for at in places.values())
    return frame, Piece(words, tuple(held))

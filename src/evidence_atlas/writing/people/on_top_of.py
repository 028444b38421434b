"""On top of what a treatment was given, where the text says so: all groups had that.

"Yoga or usual care" would take the usual care from those who did yoga besides.
"""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..tables import table

_TABLE = table("people/on_top_of.toml")
_ON_TOP = "|".join(f"(?:{p})" for p in _TABLE["on_top"]).replace("USUAL", _TABLE["usual"])
_ARTICLE = re.compile(r"\A(?:an?|the) ", re.IGNORECASE)


def on_top_of(m: Material, given: Piece) -> Piece | None:
    """The usual care to which it was added; None where the text adds it to none."""
    name = re.escape(_ARTICLE.sub("", given.text))
    pattern = re.compile(_ON_TOP.replace("NAME", name), re.IGNORECASE)
    held = texts(m.record)
    for s in m.reading.sentences:
        if s.role not in ("aim", "methods", "results"):
            continue
        found = pattern.search(held["abstract"], s.start, s.end)
        if found is not None:
            usual = "usual" if found["usual"] else "usual2"
            where = quoted(quote(held, "abstract", *found.span(usual)))
            words = re.sub(r"\A(?:the|their) ", "", found[usual])
            return Piece(words, (where, named("on-top-of")))
    return None


def against_the_same(m: Material, given: Piece, against: Piece) -> Piece | None:
    """ "Usual care, with or without yoga": the two groups of such a trial."""
    usual = on_top_of(m, given)
    if usual is None or _ARTICLE.sub("", against.text).casefold() != usual.text.casefold():
        return None
    text = f"{usual.text}, with or without {given.text}"
    return Piece(text, tuple(dict.fromkeys((*given.support, *usual.support, *against.support))))

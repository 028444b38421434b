"""The small letter with which a sentence begins behind "The authors report that"."""

from __future__ import annotations

import re

from evidence_atlas.records import texts

from ..material import Material
from ..words.noun_phrases import uncapital


def in_small_letter(m: Material, text: str) -> str:
    """The clause within a sentence: its first word small where the text itself writes it so."""
    head, _, rest = text.partition(" ")
    held = texts(m.record)["abstract"]
    if head[1:].islower() and re.search(rf"\b{re.escape(head.lower())}\b", held):
        return f"{head.lower()} {rest}"
    # With a capital within a sentence it is a name; in a title of capitals any word has one.
    title = "" if _in_capitals(m.record.title) else m.record.title
    if re.search(rf"[a-z,] {re.escape(head)}\b", f"{held} {title}"):
        return text
    if _ADJECTIVE.fullmatch(head) and _SHORT_FORM.match(rest):
        return f"{head.lower()} {rest}"
    return uncapital(text)


# "High IgE", "Preoperative CT": no name, though a short form follows.
_ADJECTIVE = re.compile(
    r"(?:High|Low|Raised|[A-Z][a-z]+(?:ive|ated|ained|ged|ased|ular|ormal))(?:er)?"
)
_SHORT_FORM = re.compile(r"(?=\w*[A-Z]\w*[A-Z])\w+")
_MOSTLY = 0.6


def _in_capitals(title: str) -> bool:
    """Whether a title gives its words capitals, as some journals do."""
    words = re.findall(r"\b[A-Za-z][a-z]{4,}\b", title)[1:]
    return bool(words) and sum(w[0].isupper() for w in words) > _MOSTLY * len(words)

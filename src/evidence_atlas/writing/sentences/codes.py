"""Short forms and symbols that a reader cannot know."""

from __future__ import annotations

import re

from evidence_atlas.records.kept_patterns import compiled

from ..glossary.plain_words import terms_for
from ..material import Material, once_a_page
from ..tables import table

KNOWN = frozenset(table("sentences/codes.toml")["known"].split())
"""Capitals that a reader knows without a gloss."""
_CODE = re.compile(r"\b[A-Za-z]*[A-Z][A-Za-z]*(?:[A-Z0-9]|-?[α-ω]|-\d)[\w*-]*")


@once_a_page
def codes(m: Material, text: str) -> tuple[str, ...]:
    """Short forms and symbols that a reader cannot know: no illness, treatment or known word."""
    for pattern in (t.pattern for t in terms_for(m.condition, text)):
        text = pattern.sub(" ", text)
    for illness in m.condition.illnesses_in(text):
        text = compiled(illness.pattern).sub(" ", text)
    for name in (*m.reading.interventions, *m.reading.comparators):
        text = re.sub(rf"\b{re.escape(name)}\b", " ", text, flags=re.IGNORECASE)
    text = re.sub(r"“[^”]*”", " ", text)
    text = _OWN_NAME.sub(" ", text)
    return tuple(code for code in _CODE.findall(text) if not _known_code(code))


# A study, a register or an app goes by its name.
_OWN_NAME = re.compile(
    r"\b[A-Za-z]*[A-Z][\w-]*(?= (?:[Cc]ohort|[Ss]tudy|[Tt]rial|[Rr]egist(?:ry|er)|[Ss]urvey|"
    r"[Pp]rogramme?|[Pp]roject|[Aa]pp|[Dd]atabase|[Cc]onsortium|[Bb]iobank)\b)"
)


def _known_code(code: str) -> bool:
    """A known word, alone or with plain ones: "COVID-19-related"."""
    parts = (p for p in re.split(r"[-‐‑]", code) if not (p.islower() or p.isdigit()))
    return code in KNOWN or all(p in KNOWN for p in parts)

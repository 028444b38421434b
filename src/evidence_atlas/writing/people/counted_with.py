"""Whether the words of a count name the illness: "60 adults with asthma", "asthma (n = 60)"."""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records import QuoteSupport, Support, texts

from ..material import Material
from ..tables import table
from .names_in_text import named_by, names_in_text

_TABLE = table("people/had_by_some.toml")
PEOPLE = (
    r"(?:people|patients?|pts|adults|individuals|child(?:ren)?|wom[ae]n|m[ae]n|participants|"
    r"persons?|cases?|survivors|adolescents|youth|subjects|respondents|those|veterans|members|"
    r"outpatients|inpatients|\w*-?haulers)"
)
"""Nouns for those who are counted."""
_LABEL = re.compile(r"\(?\s?n\s?=", re.IGNORECASE)


def counted_with(m: Material, illness: str, support: tuple[Support, ...]) -> bool:
    """Whether the words of the count itself name the illness: "60 adults with asthma"."""
    name = names_in_text(m, illness)
    held = texts(m.record)
    for count in support:
        if not isinstance(count, QuoteSupport):
            continue
        text = held.get(count.field, "")
        around = m.reading.sentence_at(count.start, count.field)
        begin = around.start if around is not None and count.field == "abstract" else 0
        if named_by(name).search(count.text) or _counted(name).match(text, count.start):
            return True
        if _LABEL.match(text, count.start) and _labelled(name).search(text[begin : count.start]):
            return True
    return False


@lru_cache(maxsize=512)
def _counted(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:(?:[^.;:%]|\.\d|\d%){{0,90}}?\b(?:with|having|had|has|have|diagnosed|diagnosis|fulfil\w*|"
        rf"meeting|met|suffer\w*|experienc\w+|cases of)\b"
        rf"(?: (?!differences?\b|between\b|compared\b)[\w,/()-]+){{0,7}}? [(“]?{name}"
        rf"{_TABLE['not_behind']}|"
        rf"(?:[\w,.-]+ ){{0,7}}?{name}[^.;]{{0,25}}\b{PEOPLE}\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=512)
def _labelled(name: str) -> re.Pattern[str]:
    return re.compile(rf"{name}[^.]{{0,40}}\Z", re.IGNORECASE)

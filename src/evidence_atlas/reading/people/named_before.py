"""People named before their number: "the control group had 95", "the controls (21 people)"."""

from __future__ import annotations

from ..document import Document
from ..text import numbers
from . import kinds_of_people, labelled
from .kinds_of_people import Found
from .people_words import CUES, near


def read(
    document: Document,
    text: str,
    number: numbers.Number,
    found: Found | None,
    short: dict[str, str],
) -> Found | None:
    """ "The control group (21 people)": those in a bracket are who is named before it."""
    if found is not None and found.kind != "people":
        return None
    group = CUES["group_had_before"].search(near(text, number.start))
    if group is not None and CUES["members_next"].match(text, number.end):
        start = number.start - (len(group.string) - group.start())
        kind, illness, own, _ = kinds_of_people.of(
            document, group["name"], group["name"], len(group["name"])
        )
        if kind != "people":
            return Found(start, number.end, kind, group["name"], illness, own)
    if found is None or not CUES["people_alone"].fullmatch(found.phrase):
        return None
    opened = CUES["bracket_before"].search(near(text, number.start))
    if opened is None or not CUES["bracket_ends"].match(text, found.end):
        return None
    told = labelled.read(document, text, number, number.start, False, short)
    return told if told is not None and told.kind != "people" else None

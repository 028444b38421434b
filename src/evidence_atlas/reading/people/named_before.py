"""People named before their number: "the control group had 95", "the controls (21 people)"."""

from __future__ import annotations

from ..document import Document
from ..text import numbers
from . import kinds_of_people, labelled
from .kinds_of_people import Found
from .people_words import CONTROL, CUES, near

_TWO = 300
"""So far before "the former" the two groups may be named."""


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
    behind = _told_behind(document, text, number, short)
    if behind is not None:
        return behind
    group = CUES["group_had_before"].search(near(text, number.start))
    if group is not None and CUES["members_next"].match(text, number.end):
        start = number.start - (len(group.string) - group.start())
        kind, illness, own, _ = kinds_of_people.of(
            document, group["name"], group["name"], len(group["name"])
        )
        if kind != "people" or CUES["next_group_has"].match(text, number.end):
            return Found(start, number.end, kind, group["name"], illness, own)
    if found is None or not CUES["people_alone"].fullmatch(found.phrase):
        return None
    opened = CUES["bracket_before"].search(near(text, number.start))
    if opened is None or not CUES["bracket_ends"].match(text, found.end):
        return None
    told = labelled.read(document, text, number, number.start, False, short)
    return told if told is not None and told.kind != "people" else None


def _told_behind(
    document: Document, text: str, number: numbers.Number, short: dict[str, str]
) -> Found | None:
    """ "Those with asthma, of whom there were 38", "nurses (19 in number)", "40 of the former"."""
    before = near(text, number.start)
    members = CUES["members_next"].match(text, number.end)
    at = CUES["so_many_before"].search(before) if members else None
    if at is None and CUES["in_number_after"].match(text, number.end):
        at = CUES["in_number_before"].search(before)
    if at is not None:
        label = number.start - len(before) + at.start()
        told = labelled.read(document, text, number, label, False, short, anyway=True)
        return told._replace(subset=False) if told is not None else None
    which = CUES["of_two_after"].match(text, number.end)
    return _of_two(document, text, number, which["which"].lower()) if which else None


def _of_two(document: Document, text: str, number: numbers.Number, which: str) -> Found | None:
    """One of the two groups that the words before name: the ill, and those compared with them."""
    at = document.abstract.find(text)
    said = document.abstract[max(0, at + number.start - _TWO) : at + number.start]
    ill = document.illness.any_name.search(said)
    well = min(
        (m.start() for c in (CONTROL, CUES["compared_words"], CUES["lacking_words"])
         if (m := c.search(said))),
        default=None,
    )  # fmt: skip
    if ill is None or well is None:
        return None
    if (ill.start() < well) is (which == "former"):
        own = document.illness.any_own.search(ill[0]) is not None
        return Found(number.start, number.end, "patients", number.printed, ill[0], own)
    return Found(number.start, number.end, "controls", number.printed)

"""The picture of a review: its studies, and the people in them."""

from __future__ import annotations

import re

from evidence_atlas.records import quoted

from ..material import Material
from ..words.numbers import stands_in
from .marks import MARKS, TABLE, Absent, Drawn, counted, picture_rule
from .words import sentence_of

_FOUND_ONLY = re.compile(TABLE["counting"]["found_only"], re.IGNORECASE)
_PART_OF_REVIEW = re.compile(TABLE["counting"]["part_of_review"], re.IGNORECASE)
_STUDIES = re.compile(TABLE["counting"]["studies"], re.IGNORECASE)


def studies(m: Material) -> list[Drawn]:
    """The studies of a review and the people in them, where both are counted."""
    p = m.reading.participants
    of = m.reading.quote("participants.studies")
    people = m.reading.quote("participants.participants_in_studies")
    n, k = p.participants_in_studies, p.studies
    if not of or not people or n is None or k is None or k < 2 or n < 2 * k:
        raise Absent("how many studies and people is not stated together")
    if not stands_in(k, of.text) or not stands_in(n, people.text):
        raise Absent("how many studies and people is not stated in so many words")
    told = f"{sentence_of(m, of)} {sentence_of(m, people)}"
    if _FOUND_ONLY.search(told):
        raise Absent("the studies counted may be those found and not those gathered")
    if _PART_OF_REVIEW.search(told) or len(set(_STUDIES.findall(told))) > 1:
        raise Absent("the studies or people counted may be a part of those gathered")
    why = picture_rule("picture-studies")
    return [
        counted("start", k, "studies", MARKS["gathered"], (quoted(of), why)),
        counted("group", n, "people", MARKS["in_studies"], (quoted(people), why)),
    ]

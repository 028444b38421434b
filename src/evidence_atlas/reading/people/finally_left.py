"""Who was left of those listed, asked or screened: "312 were listed; 131 form the sample".

Those who were only looked at are not studied: PRISMA's and CONSORT's flow of people begins with
them and ends with those analysed or put into groups.
"""

from __future__ import annotations

from ..document import Document
from ..text import numbers
from .people_words import CUES, UNIT, VERBS
from .places import Count, sentence_of

_SENTENCES = 3
"""So far behind those listed the ones who were left may be told."""


def find(document: Document, total: Count) -> Count | None:
    """The number that the text ends with, where `total` counts those it began with."""
    if total.quote.field != "abstract":
        return None
    own = sentence_of(document, total)
    begun = document.sentence_at(total.quote.start, total.quote.field)
    if (
        begun is None
        or VERBS["enrolled"].search(own)
        or VERBS["randomised"].search(own, 0, max(0, total.quote.end - begun.start))
        or CUES["are_those_left"].match(own, max(0, total.quote.end - begun.start))
    ):
        return None
    lost = False
    for sentence in [s for s in document.sentences if s.start >= begun.start][:_SENTENCES]:
        text = sentence.text
        first = total.quote.end - sentence.start if sentence is begun else 0
        for number in numbers.find(text):
            if number.start < first or number.value is None or not 1 < number.value < total.value:
                continue
            lost = lost or CUES["listed_or_lost"].search(text, 0, number.start) is not None
            if (
                lost
                and not UNIT.match(text, number.end)
                and not numbers.is_percent(text, number.end)
                and not numbers.is_year(text, number)
                and not numbers.in_bracket(text, number.start)
                and CUES["are_left_next"].match(text, number.end)
                and not _one_arm(text, number, total)
                and not CUES["not_a_count_before"].search(
                    text[max(0, number.start - 20) : number.start]
                )
                and not CUES["of_whom_after"].match(text, number.end)
            ):
                start, end = sentence.start + number.start, sentence.start + number.end
                return Count(number.value, document.quote(start, end))
    return None


def _one_arm(text: str, number: numbers.Number, total: Count) -> bool:
    """ "Of these 33 were randomised to a needle and 32 to surgery": all 65 were left."""
    return any(
        (number.value or 0) + (other.value or 0) == total.value
        and CUES["to_its_arm_next"].match(text, other.end) is not None
        for other in numbers.find(text)
        if other.start > number.end
    )

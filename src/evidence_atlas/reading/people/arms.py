"""Whether people were put into groups: a control group is then an arm, as ill as the others."""

from __future__ import annotations

from itertools import pairwise

from ..document import Document
from ..text import numbers
from .mentions import Mention
from .people_words import CUES
from .places import Count, text_of


def has_arms(document: Document, usable: list[Mention]) -> bool:
    """Whether a treated group is counted, or those given placebo: a control group is an arm too."""
    for mention in usable:
        text = text_of(document, mention)
        if mention.labelled_n and (
            CUES["treated"].search(mention.phrase)
            or CUES["or_placebo"].search(text, 0, mention.start)
        ):
            return True
        if mention.kind == "controls" and CUES["treated"].search(text, 0, mention.start):
            return True
    return any(
        CUES["by_chance"].search(sentence.text)
        or (CUES["in_control_arm"].search(sentence.text) and numbers.find(sentence.text))
        for _, sentence in document.parts("methods", "results", "aim")
    )


def with_well(
    total: Count, control: Count, chosen: Mention | None, facts: dict[str, Count]
) -> Count:
    """ "Drug (n = 19), placebo (n = 18) … normal controls (n = 25)": these are no arm."""
    quote, compared = total.quote, control.quote
    arms = len(numbers.find(quote.text)) > 1
    apart = compared.start >= quote.end or compared.end <= quote.start
    if not arms or not apart or control.value >= total.value:
        return total
    if chosen is None or chosen.illness is None:
        facts["patients"] = total
    return Count(total.value + control.value, quote)


def of_all_enrolled(facts: dict[str, Count], whole: list[Mention]) -> None:
    """ "1,050 were enrolled and given the vaccine (n = 530) or saline (n = 520)": all are meant.

    Fewer, told in another sentence, are then some of those of both arms.
    """
    total, enrolled = facts.get("total"), facts.get("enrolled")
    if total is None or enrolled is None or total.value >= enrolled.value:
        return
    arms = [m for m in whole if m.labelled_n and m.kind != "controls"]
    for first, second in pairwise(arms):
        if first.sentence == second.sentence and first.value + second.value == enrolled.value:
            facts["total"] = enrolled
            if facts.get("patients") == total:
                del facts["patients"]
            return

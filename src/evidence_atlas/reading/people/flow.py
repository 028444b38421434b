"""What became of those who began: who finished, who was counted in the end, who was lost.

A number of such a stage is taken only where it fits those who began and nothing else told of the
same thing is at odds with it: counts of one group, of a part, or at several times are left.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..text import numbers
from .people_words import CUES, VERBS
from .places import Count, sentence_of
from .side_by_side import LABEL
from .told_of_stages import LISTED_NEXT, Numbers, in_a_list

_ONLY_CAME = cue(tables.load("flow")["randomised"]["only_came"])
_ONLY_FIRST = cue(tables.load("flow")["completed"]["only_first"])
_BEGAN = ("randomised", "enrolled", "total")


def read(document: Document, facts: dict[str, Count], randomised: bool) -> None:
    """Those who finished, were counted in the end and were lost, where not told yet."""
    found = Numbers(document)
    if randomised:
        _put_into_groups(document, found, facts)
    if not any(name in facts for name in _BEGAN):
        return
    _not_one_arm(document, facts)
    begun = {facts[name].value for name in _BEGAN if name in facts}
    began = max(begun)
    _all_who_began(found, facts, randomised)
    for name in ("completed", "analysed"):
        if name in facts and not _may_be_of_all(document, facts[name], began):
            del facts[name]
    for name in ("completed", "analysed"):
        if name not in facts:
            told = _one(found.told(name, begun))
            if told is not None and not (_same_words(told, facts) or _one_kind(told, facts)):
                facts[name] = told
    if "completed" in facts and _only_first(document, facts["completed"]):
        del facts["completed"]
    lost = _one(found.told("lost", begun))
    ended = [facts[name].value for name in ("completed", "analysed") if name in facts]
    if lost is not None and (not ended or began - lost.value in ended):
        facts["lost"] = lost


def _put_into_groups(document: Document, found: Numbers, facts: dict[str, Count]) -> None:
    """ "1,033 registered interest and 480 were randomised": the 480 took part in the trial."""
    told = _one(found.told("randomised", {_MOST}))
    if told is None or "controls" in facts:
        return
    total = facts.get("total")
    if total is None:
        facts["total"] = facts["randomised"] = told
        return
    if told.value == total.value:
        facts.setdefault("randomised", total)
    if told.value > total.value and any(
        c.value == total.value
        for name in ("analysed", "completed")
        for c in found.told(name, {told.value})
    ):
        facts["randomised"] = told
    if told.value >= total.value or total.quote.field != "abstract":
        return
    between = document.abstract[total.quote.end : told.quote.start]
    before = document.abstract[max(0, total.quote.start - 40) : total.quote.end]
    if _ONLY_CAME.search(before.split(". ")[-1] + between) and not VERBS["enrolled"].search(
        between
    ):
        facts["randomised"] = told
        for name in ("total", "patients", "with_illness"):
            if name in facts and facts[name].value == total.value:
                facts[name] = told


def _only_first(document: Document, told: Count) -> bool:
    """Whether it was the run-in, or the first part, that so many completed."""
    sentence = document.sentence_at(told.quote.start, told.quote.field)
    if sentence is None:
        return False
    return _ONLY_FIRST.match(sentence.text, told.quote.start - sentence.start) is not None


_MOST = 10**7


def _may_be_of_all(document: Document, told: Count, began: int) -> bool:
    """Whether a count that was read already can be of everybody: not "nine … and ten …"."""
    sentence = document.sentence_at(told.quote.start, told.quote.field)
    if told.value > began:
        return False
    if told.value == began or sentence is None:
        return True
    text, first = sentence.text, told.quote.start - sentence.start
    last = first + len(told.quote.text)
    number = next((n for n in numbers.find(text) if first <= n.start < last), None)
    if number is None:
        return True
    return not (
        CUES["slash_after"].match(text, number.end) is not None
        or in_a_list(text, number.start)
        or LISTED_NEXT.match(text, number.end)
    )


def _one_kind(told: Count, facts: dict[str, Count]) -> bool:
    """Whether so many are the ill, or those they are compared with, and not both."""
    both = [facts[name].value for name in ("patients", "controls") if name in facts]
    return "controls" in facts and told.value in both


def _not_one_arm(document: Document, facts: dict[str, Count]) -> None:
    """ "65 were randomised to A, 61 to B and 60 to C": one arm is not all who were randomised."""
    total, begun = facts.get("total"), facts.get("randomised")
    if total is None or begun is None or begun.value >= total.value:
        return
    text = sentence_of(document, begun)
    found = document.sentence_at(begun.quote.start, begun.quote.field)
    first = begun.quote.start - found.start if found is not None else 0
    labelled = [int(m["n"].replace(",", "")) for m in LABEL.finditer(text)]
    behind = [n.value for n in numbers.find(text) if n.value and n.start >= first]
    if any(total.value in itertools.accumulate(told) for told in (labelled, behind)):
        facts["randomised"] = total
    elif begun.value in labelled:
        del facts["randomised"]


def _same_words(told: Count, facts: dict[str, Count]) -> bool:
    """Whether one number, printed once, is read as those who began already."""
    return any(
        c.quote.field == told.quote.field and c.quote.start <= told.quote.start < c.quote.end
        for name, c in facts.items()
        if name in _BEGAN
    )


def _all_who_began(found: Numbers, facts: dict[str, Count], randomised: bool) -> None:
    """ "168 were randomised. 151 were included in the final analysis": all 168 took part."""
    total, begun = facts.get("total"), facts.get("randomised")
    if begun is None and randomised:
        begun = facts.get("enrolled")
    if total is None or begun is None or total.value >= begun.value or "controls" in facts:
        return
    for name in ("analysed", "completed"):
        if any(c.value == total.value for c in found.told(name, {begun.value})):
            facts.setdefault(name, total)
            for whose in ("total", "patients", "with_illness"):
                if whose in facts and facts[whose].value == total.value:
                    facts[whose] = begun
            return


def _one(found: Iterator[Count]) -> Count | None:
    """The count, where all places that tell of it tell the same."""
    counts = list(found)
    return counts[0] if len({c.value for c in counts}) == 1 else None

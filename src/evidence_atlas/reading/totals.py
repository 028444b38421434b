"""How a count becomes the total. In this order:

1. a count said to be everybody's: "a total of 60", "N = 60", "we studied 60 adults";
2. groups counted side by side, added up: "24 patients and 20 controls";
3. the only count there is;
4. the first count of people taken in; else of those enrolled, randomised or analysed.

A total that is only inferred is dropped where other counts contradict it.
"""

from __future__ import annotations

from .document import Document
from .mentions import Mention
from .people_words import CUES
from .places import Count, around, beside, count_of, span, text_of
from .stages import taken_in


def read(
    document: Document,
    pool: list[Mention],
    chosen: Mention | None,
    control: Count | None,
    stages: dict[str, Count],
) -> Count | None:
    """Everybody who took part; `chosen` counts the patients, `control` the controls."""
    declared = _said(document, pool)
    total = count_of(declared) if declared is not None else None
    groups = _side_by_side(pool, chosen)
    if groups:
        added = _sum(groups)
        if total is None or (declared in groups and total.value < added):
            total = Count(added, span(document, groups))
    elif total is None and control is None:
        total = _only_or_first(document, pool, stages)
    if total is None:
        return None
    plainly = declared is not None and plainly_all(document, declared)
    return None if not plainly and _contradicted(document, total.value, pool) else total


def plainly_all(document: Document, mention: Mention) -> bool:
    """ "A total of", "in total", "altogether" stand with it."""
    before, after = around(document, mention)
    return bool(
        CUES["total_before"].regex.search(before)
        or CUES["total_after"].match(after)
        or mention.phrase == "total"
    )


def _said(document: Document, pool: list[Mention]) -> Mention | None:
    """A count said to be everybody's."""
    candidates = [m for m in pool if m.kind != "controls" and not m.each]
    for mention in candidates:
        if plainly_all(document, mention) and mention.phrase != "total":
            # "A total of 40 completed" after "a total of 52 were randomised" is not everybody.
            larger = [m for m in pool if m.kind == "people" and m.value > mention.value]
            larger = [m for m in larger if taken_in(document, m) or plainly_all(document, m)]
            return max(larger, key=lambda m: m.value) if larger else mention
    for mention in candidates:
        if mention.labelled_n == "N" and mention.kind == "people":
            others = [m for m in pool if m.sentence == mention.sentence and m.labelled_n == "N"]
            if len(others) == 1:
                return mention
    for mention in candidates:
        before, _ = around(document, mention)
        if mention.kind != "people" or CUES["other_cohort_before"].regex.search(before):
            continue
        if CUES["all_before"].regex.search(before):
            others = [m for m in beside(mention, pool) if m.kind != mention.kind]
            if sum(m.value for m in others) <= mention.value:
                return mention
    return None


def _side_by_side(pool: list[Mention], chosen: Mention | None) -> list[Mention]:
    """Groups that make up everybody: those in one list, or counted sentence by sentence."""
    lists = [beside(m, pool) for m in _first_of_each_list(pool)]
    with_controls = [
        found
        for found in lists
        if any(m.kind == "controls" for m in found) and any(m.kind != "controls" for m in found)
    ]
    if with_controls:
        return _without_whole(with_controls[0])
    controls = [m for m in pool if m.kind == "controls"]
    if controls:
        return _told_apart(chosen, pool, controls) if chosen is not None else []
    if not pool:
        return []
    first = lists[0]
    if len(first) < 2 or not all(m.labelled_n == "n" or m.kind != "people" for m in first):
        arms = [found for found in lists if len(found) > 1 and all(m.labelled_n for m in found)]
        return _without_whole(arms[0]) if arms and len(lists) == 1 else []
    elsewhere = any(
        m.labelled_n and m.sentence != first[0].sentence and m.kind == "patients" for m in pool
    )
    return [] if elsewhere else _without_whole(first)


def _first_of_each_list(pool: list[Mention]) -> list[Mention]:
    found: dict[tuple[int | None, bool], Mention] = {}
    for mention in pool:
        found.setdefault((mention.sentence, bool(mention.labelled_n)), mention)
    return list(found.values())


def _without_whole(groups: list[Mention]) -> list[Mention]:
    """ "190 adults, 120 with asthma and 70 healthy controls": the first counts the others."""
    most = max(groups, key=lambda m: m.value)
    rest = [m for m in groups if m is not most]
    if len(rest) > 1 and abs(_sum(rest) - most.value) <= max(1, most.value // 100):
        return [most]
    return groups


def _told_apart(chosen: Mention, pool: list[Mention], controls: list[Mention]) -> list[Mention]:
    """Groups that are counted in different sentences, each illness and the controls once.

    Empty where it is not clear that they stand side by side.
    """
    found = {chosen.illness or "": chosen}
    for mention in pool:
        if mention.kind == "patients" and (mention.illness or "") not in found:
            if mention.role != chosen.role:
                return []
            found[mention.illness or ""] = mention
    return [*found.values(), controls[0]]


def _sum(groups: list[Mention]) -> int:
    return sum({(m.phrase, m.value, m.illness, m.kind): m.value for m in groups}.values())


def _only_or_first(
    document: Document, pool: list[Mention], stages: dict[str, Count]
) -> Count | None:
    if pool and len({m.value for m in pool}) == 1:
        return count_of(pool[0])
    first = _first(document, pool)
    if first is not None:
        return count_of(first)
    return next((stages[n] for n in ("enrolled", "randomised", "analysed") if n in stages), None)


def _first(document: Document, pool: list[Mention]) -> Mention | None:
    """The first count of people taken in; else the one in a methods sentence that has one."""
    for mention in pool:
        if mention.kind != "controls" and taken_in(document, mention):
            after = around(document, mention)[1]
            larger = any(m.value > mention.value and m.sentence == mention.sentence for m in pool)
            if not (larger and CUES["talked_to"].regex.search(after)):
                return mention
    for mention in pool:
        if mention.kind != "controls" and CUES["answered_after"].match(
            around(document, mention, 0, 90)[1]
        ):
            return mention
    for mention in pool:
        alone = len([m for m in pool if m.sentence == mention.sentence]) == 1
        if alone and mention.role == "methods" and mention.kind != "controls":
            return mention
    return None


def _contradicted(document: Document, total: int, pool: list[Mention]) -> bool:
    """Whether a total that is only inferred leaves out people who are counted elsewhere."""
    if any(m.value > total and m.kind != "controls" for m in pool):
        return True
    for mention in pool:
        partners = beside(mention, pool)
        if len(partners) > 1 and sum(m.value for m in partners) == total:
            return False
    cohort = any(
        m.labelled_n and m.kind != "controls" and m.value != total and m.value * 2 > total
        and CUES["cohort_word"].regex.search(m.phrase)
        for m in pool
    )  # fmt: skip
    if cohort or not document.may_hold(CUES["second_study"]):
        return cohort
    return CUES["second_study"].search(document.abstract) is not None


def of_each(document: Document, pool: list[Mention]) -> tuple[Mention, Count] | None:
    """Two groups of one size: "5,162 matched pairs", "each cohort comprised 300 patients"."""
    for mention in pool:
        pairs = mention.phrase.endswith("pairs")
        if pairs or (mention.each and CUES["two_groups"].search(text_of(document, mention))):
            return mention, Count(2 * mention.value, mention.quote)
    return None

"""Groups that make up everybody: whose illness is told of some holds for those beside them."""

from __future__ import annotations

from ..definitions.conditions_named import same_as_main
from ..document import Document
from .ill_people import titled
from .mentions import Mention
from .people_words import CUES
from .places import Count, beside, count_of, span, text_of, within


def pair_of_all(
    document: Document, conditions: tuple[str, ...], pool: list[Mention], total: Count
) -> tuple[Count, Count] | None:
    """ "Altogether 120 patients and 48 controls took part": the two that make up everybody."""
    for one in pool:
        for other in beside(one, pool):
            if (
                (one.kind, other.kind) == ("patients", "controls")
                and one.value + other.value == total.value
                and (one.illness is None or same_as_main(document, conditions, one.illness))
            ):
                return count_of(one), count_of(other)
    return None


def others_of_all(
    document: Document, conditions: tuple[str, ...], pool: list[Mention], total: Count,
    control: Count,
) -> Count | None:  # fmt: skip
    """ "46 who met the definition and 31 volunteers": those who with the controls make up all.

    What is counted elsewhere ("7 patients fainted") is then some of them.
    """
    first = next((m for m in pool if m.quote == control.quote), None)
    if first is None:
        return None
    found = [
        m
        for m in beside(first, pool)
        if m.kind != "controls"
        and m.value + control.value == total.value
        and (m.illness is None or same_as_main(document, conditions, m.illness))
    ]
    return count_of(found[0]) if len(found) == 1 else None


def all_groups(
    document: Document, conditions: tuple[str, ...], chosen: Mention, pool: list[Mention],
    total: Count,
) -> Count | None:  # fmt: skip
    """ "27 with asthma had the drug and 25 with asthma waited": both groups are of the ill."""
    members = [m for m in beside(chosen, pool) if m.kind == "patients"]
    told = all(
        m.illness is not None and same_as_main(document, conditions, m.illness) for m in members
    )
    if len(members) < 2 or not told or sum(m.value for m in members) != total.value:
        return None
    return Count(total.value, span(document, members))


def told_behind_the_last(chosen: Mention, pool: list[Mention], total: Count) -> Count | None:
    """ "40 tea drinkers, 20 juice drinkers and 90 other drinkers with asthma": all have it.

    So it is where the groups make up everybody, each is told by what sets it apart, and one noun
    counts them all.
    """
    if chosen.illness is None or chosen.illness in chosen.phrase:
        return None
    members = [m for m in pool if m is chosen or within(m, total)]
    words = [m.phrase.split() for m in members]
    if (
        len(members) < 2
        or members[-1] is not chosen
        or sum(m.value for m in members) != total.value
        or any(m.kind != "people" or m.labelled_n for m in members[:-1])
        or any(len(w) < len(("40", "tea", "drinkers")) for w in words)
        or len({w[-1] for w in words}) > 1
    ):
        return None
    return total


def beside_controls(
    document: Document, conditions: tuple[str, ...], pool: list[Mention]
) -> Count | None:
    """All groups that stand in one list with the controls, where none has another illness."""
    control = next((m for m in pool if m.kind == "controls"), None)
    if control is None:
        return None
    members = [m for m in beside(control, pool) if m.kind != "controls"]
    most = max(members, key=lambda m: m.value, default=None)
    compared = sum(m.value for m in beside(control, pool) if m.kind == "controls")
    if most is not None and len(members) > 1:
        rest = [m for m in members if m is not most]
        if sum(m.value for m in rest) + compared == most.value:
            members = rest
    if any(CUES["mixed_after"].match(text_of(document, m), m.end) for m in members):
        return None
    if any(m.illness is None and CUES["by_what_they_do"].search(m.phrase) for m in members):
        return None
    if not members or any(
        m.illness is not None
        and not same_as_main(document, conditions, m.illness)
        and not titled(document, m.illness)
        for m in members
    ):
        return None
    return Count(sum(m.value for m in members), span(document, members))


def every_group(
    document: Document,
    conditions: tuple[str, ...],
    pool: list[Mention],
    total: Count,
    control: Count,
) -> Count | None:
    """ "9 with asthma, 9 with asthma on the drug and 9 controls": both groups of the ill.

    Only where they and the controls make up everybody, and each is told to have the condition.
    """
    first = next((m for m in pool if m.kind == "controls"), None)
    if first is None:
        return None
    members = [m for m in beside(first, pool) if m.kind != "controls"]
    made = sum(m.value for m in members)
    if len(members) < 2 or made + control.value != total.value:
        return None
    if any(m.illness is None or not same_as_main(document, conditions, m.illness) for m in members):
        return None
    return Count(made, span(document, members))

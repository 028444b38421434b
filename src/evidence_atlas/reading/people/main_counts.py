"""Patients, controls, people with the illness, and everybody: which count is which."""

from __future__ import annotations

from ..definitions.conditions_named import later_condition, main_condition, same_as_main, studied
from ..document import Document
from ..text import numbers as printed
from . import arms, divided_ill, found_ill, groups_of_all, ill_people, told_later, totals
from .mentions import Mention
from .people_words import CUES
from .places import Count, text_of, within
from .said_to_have_it import lacked_by_some, named_with_them, share_has_it


def _only_the_well(chosen: Mention | None, controls: list[Mention], total: Count) -> bool:
    """ "Ten healthy adults took the drug. … blood of 5 participants": these are some of the ten."""
    first = controls[0]
    before = first.quote.field == "abstract" and first.quote.start < total.quote.start
    well = CUES["well"].search(first.phrase) is not None and len({m.value for m in controls}) == 1
    return chosen is None and before and well and total.value < first.value


def read(
    document: Document,
    whole: list[Mention],
    conditions: tuple[str, ...],
    facts: dict[str, Count],
    trial: bool,
    seen: list[Mention],
) -> None:
    """Patients, controls, people with the illness, and everybody; `seen` are all the counts."""
    body = [m for m in whole if m.sentence is not None] or whole
    pool = [m for m in body if not m.each and not m.of_pairs]
    patients = [m for m in pool if m.kind == "patients"]
    controls = [m for m in pool if m.kind == "controls"]
    unclear = {m.value for m in patients if ill_people.either(document, m)}
    main = _with_the_main_one(document, conditions, patients, unclear)
    chosen = ill_people.choose(document, main, controls)
    control = ill_people.controls(document, controls)
    total = totals.read(document, pool, chosen, control, seen)
    if total is not None and control is not None:
        total, control = _with_the_compared(
            document, conditions, pool, controls, chosen, total, control, facts, trial
        )
    if trial and total is not None and control is not None:
        total = arms.with_well(total, control, chosen, facts)
    doubled = totals.of_each(document, body)
    if doubled is not None and (total is None or total.value == doubled[0].value):
        mention, total = doubled
        text = text_of(document, mention)
        main_name = main_condition(document, conditions)
        told = mention.each or CUES["one_of_each_pair"].search(text) is not None
        if total.value != 2 * mention.value:  # "Three groups of 18 patients".
            if mention.illness and mention.kind == "patients":
                facts["patients"], chosen = total, None
        else:
            control = Count(mention.value, mention.quote)
            if chosen is None and told and main_name and (
                main_name.pattern.search(text)
                or (mention.each and ill_people.compared_with_main(document, conditions))
            ):  # fmt: skip
                facts["patients"] = control
    if total is not None and control is None and not trial:
        each = totals.per_group(body, total)
        if each is not None and ill_people.compared_with_main(document, conditions):
            facts["patients"] = control = each
            chosen = None
    if chosen is not None and _of_some_alone(document, conditions, chosen, total, control):
        chosen = None
    if total is not None:
        facts["total"] = total
    if control is not None and (total is None or control.value < total.value):
        facts["controls"] = control
    if chosen is not None:
        _patients(document, conditions, pool, chosen, total, control, facts)
    if control is not None and total is not None:
        _beside_the_controls(document, conditions, pool, total, control, facts)
    with_illness = [m for m in patients if m.own and m.value not in unclear]
    if with_illness:
        facts["with_illness"] = Count(with_illness[0].value, with_illness[0].quote)
    elif chosen is not None and chosen.illness is None and conditions:
        own = {n.name for n in document.illness.names if n.own}
        if conditions[0] in own and studied(document):
            facts["with_illness"] = Count(chosen.value, chosen.quote)
    if not trial:
        divided_ill.add(document, conditions, pool, facts)


def _with_the_main_one(
    document: Document, conditions: tuple[str, ...], patients: list[Mention], unclear: set[int]
) -> list[Mention]:
    """The patients who have the record's main condition, or are called by no other."""
    return ill_people.later_ill(document, conditions, patients) or [
        m
        for m in patients
        if m.value not in unclear
        and (m.illness is not None or not unclear)
        and (m.illness is None or same_as_main(document, conditions, m.illness))
    ]


def _with_the_compared(
    document: Document,
    conditions: tuple[str, ...],
    pool: list[Mention],
    controls: list[Mention],
    chosen: Mention | None,
    total: Count,
    control: Count,
    facts: dict[str, Count],
    trial: bool,
) -> tuple[Count, Count | None]:
    """Everybody and those compared with them, where the one may have to count the others too."""
    apart = not trial and told_later.compared(document, total, controls)
    later = later_condition(document, conditions) or conditions
    some = found_ill.found_to_have(document, later, pool, total) if apart else None
    if _only_the_well(chosen, controls, total):
        return control, None
    if (apart and some is None) or control.value >= total.value:
        ill = named_with_them(document, conditions, total)
        return totals.with_controls(total, control, chosen, facts, ill), control
    return total, control


def _patients(
    document: Document,
    conditions: tuple[str, ...],
    pool: list[Mention],
    chosen: Mention,
    total: Count | None,
    control: Count | None,
    facts: dict[str, Count],
) -> None:
    """How many patients there are, where those chosen are not all who are told of."""
    count = ill_people.together(document, chosen, pool) or Count(chosen.value, chosen.quote)
    if total is not None and count.value < total.value and control is None:
        count = groups_of_all.all_groups(document, conditions, chosen, pool, total) or count
        count = groups_of_all.told_behind_the_last(chosen, pool, total) or count
    if total is not None and control is None and total.quote == chosen.quote:
        count = total  # "350 patients to the drug and 320 to placebo": both arms are ill.
    if _is_an_arm(document, chosen, pool, total, control):
        count = total or count  # "Patients received the drug (n = 31) or placebo (n = 30)".
    alone = total is None or "controls" not in facts or count.value < total.value
    if alone and (total is None or count.value <= total.value):
        facts["patients"] = count


def _is_an_arm(
    document: Document,
    chosen: Mention,
    pool: list[Mention],
    total: Count | None,
    control: Count | None,
) -> bool:
    """Whether the chosen ones are those of one arm, named by what they were given."""
    text = text_of(document, chosen)
    return (
        total is not None
        and control is None
        and within(chosen, total)
        and not any(m.kind == "patients" and m is not chosen for m in pool if within(m, total))
        and (
            CUES["received_next"].match(text, chosen.end) is not None
            or CUES["named_arm_before"].search(text, 0, chosen.start) is not None
            or (bool(chosen.labelled_n) and CUES["given_it"].search(chosen.phrase) is not None)
        )
    )


def _of_some_alone(
    document: Document,
    conditions: tuple[str, ...],
    chosen: Mention,
    total: Count | None,
    control: Count | None,
) -> bool:
    """Whether those counted as patients may be a part, or not all have the illness."""
    if chosen.illness is None and total is None:
        return True
    if control is not None:
        behind = text_of(document, chosen)[chosen.start + len(chosen.phrase) :]
        return chosen.illness is None and CUES["befell_after"].match(behind) is not None
    if chosen.labelled_n and _out_of_more(document, chosen):
        return True
    if total is not None and not chosen.labelled_n and _unnamed(document, chosen, total):
        before = text_of(document, chosen)[: chosen.start]
        if chosen.value < total.value and not CUES["bracket_behind_people"].search(before):
            # "10 patients died" are some of those who took part; so are "2 XYZ patients".
            return True
    if _some_lack_it(document, conditions, chosen):
        return True
    # Where some are there for comparison, "279 patients" need not all have the illness.
    return chosen.illness is None and CUES["compared_title"].search(document.title) is not None


def _unnamed(document: Document, chosen: Mention, total: Count) -> bool:
    """Whether no illness is named with them, or letters alone, of some outside the total."""
    if chosen.illness is None:
        return True
    return not (document.illness.any_name.search(chosen.illness) or within(chosen, total))


def _out_of_more(document: Document, chosen: Mention) -> bool:
    """Whether its own sentence counts more before it: "of the 21 patients had eczema (n = 8)"."""
    before = text_of(document, chosen)[: chosen.start]
    counts = {n.end: n.value for n in printed.find(before)}
    return any(
        (counts.get(found.end("all")) or 0) > chosen.value
        for found in CUES["out_of_so_many"].finditer(before)
    )


def _beside_the_controls(
    document: Document,
    conditions: tuple[str, ...],
    pool: list[Mention],
    total: Count,
    control: Count,
    facts: dict[str, Count],
) -> None:
    """The patients again, where the count of those compared with them tells more of them."""
    if "patients" in facts:
        pair = groups_of_all.pair_of_all(document, conditions, pool, total)
        if pair is not None and facts["patients"].value + control.value != total.value:
            facts["patients"], facts["controls"] = pair
            control = pair[1]
        beside = groups_of_all.others_of_all(document, conditions, pool, total, control)
        if beside is not None and beside.value > facts["patients"].value:
            facts["patients"] = beside
        every = groups_of_all.every_group(document, conditions, pool, total, control)
        if every is not None and every.value > facts["patients"].value:
            facts["patients"] = every
    else:
        later = later_condition(document, conditions) or conditions
        part = found_ill.found_to_have(document, later, pool, total)
        if part is not None and part.value <= total.value - control.value:
            facts["patients"] = part
    if "patients" not in facts:
        others = groups_of_all.beside_controls(document, conditions, pool)
        if others is not None and others.value < total.value:
            facts["patients"] = others


def _some_lack_it(document: Document, conditions: tuple[str, ...], chosen: Mention) -> bool:
    """Whether "60 patients" cannot all have the main condition: some are said to be without."""
    main = main_condition(document, conditions)
    if chosen.illness is not None or main is None:
        return False
    return lacked_by_some(document, main) or share_has_it(document, conditions)

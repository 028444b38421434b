"""How many people: total, patients, controls, groups, and what became of them.

mentions.py finds every count of people; what stands in this study's own sentences and is no
part of another count is left here as `whole`. From it stages.py takes those enrolled,
randomised and so on, totals.py the total, ill_people.py patients and controls. A count is
taken only where one reading of the text is clearly meant; else it stays None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from evidence_atlas.records import Group, Participants, Quote

from ..definitions.conditions_named import later_condition, main_condition, same_as_main, studied
from ..document import Document
from . import (
    arms,
    ill_people,
    mentions,
    parts,
    single_case,
    stages,
    studies_counted,
    this_study,
    told_later,
    totals,
)  # fmt: skip
from . import groups as counted_groups
from .all_ill import all_have_it, lacked_by_some, share_has_it
from .mentions import Mention
from .people_words import CUES
from .places import Count, count_of, text_of, within
from .plans_and_reviews import is_planned, is_protocol, is_review, planned

AllIll = Callable[[Document, tuple[str, ...], list[Mention], Count, bool], bool]

__all__ = ["Counted", "is_protocol", "is_review", "read", "without_patients"]


@dataclass
class Counted:
    """The participants, the quotes for each number, and all mentions that were seen."""

    participants: Participants
    quotes: dict[str, tuple[Quote, ...]]
    mentions: list[Mention]


def read(
    document: Document,
    conditions: tuple[str, ...],
    randomised: bool = False,
    all_ill: AllIll = all_have_it,
) -> Counted:
    """Count the people of one record; `all_ill` judges whether all of them are patients."""
    seen = mentions.find(document)
    if is_review(document):
        return Counted(*studies_counted.read(document, seen), seen)
    if is_protocol(document):
        return Counted(*planned(document, seen), seen)
    usable = this_study.counted_in(document, seen)
    trial = randomised or arms.has_arms(document, usable)
    if trial:
        # A trial's control group is an arm, not people without the illness.
        usable = [
            mentions.as_people(m)
            if m.kind == "controls" and not CUES["well"].search(m.phrase)
            else m
            for m in usable
        ]
    whole = [m for m in usable if not m.subset and not stages.screened(document, m)]
    facts = stages.read(document, whole, randomised)
    _main_counts(document, whole, conditions, facts, trial)
    if not trial:
        _parts(document, conditions, whole, facts)
        _shares_of_more(document, facts)
    _completed(document, facts, whole)
    told_later.left_after_exclusions(document, facts, whole)
    if "total" in facts and is_planned(document, facts["total"]):
        facts["planned"] = facts.pop("total")
    groups = counted_groups.counted(document, whole) + counted_groups.divided(document)
    if not any(m.value > 1 for m in whole):
        _one_person(document, facts)
    _patients_among_all(document, conditions, seen, facts, randomised, all_ill)
    if not trial:
        _the_others(document, facts)
    told_later.asked_beside(document, whole, facts)
    values = _values(facts)
    participants = Participants(**values, groups=groups, adds_up=_adds_up(values, groups))
    quotes: dict[str, tuple[Quote, ...]] = {
        f"participants.{name}": (count.quote,) for name, count in facts.items()
    }
    return Counted(participants, quotes, seen)


def _main_counts(
    document: Document,
    whole: list[Mention],
    conditions: tuple[str, ...],
    facts: dict[str, Count],
    trial: bool,
) -> None:
    """Patients, controls, people with the illness, and everybody."""
    body = [m for m in whole if m.sentence is not None] or whole
    pool = [m for m in body if not m.each and not m.of_pairs]
    patients = [m for m in pool if m.kind == "patients"]
    controls = [m for m in pool if m.kind == "controls"]
    unclear = {m.value for m in patients if ill_people.either(document, m)}
    main = [
        m
        for m in patients
        if m.value not in unclear
        and ((m.illness is None and not unclear) or m.illness is not None)
        and (m.illness is None or same_as_main(document, conditions, m.illness))
    ]
    main = ill_people.later_ill(document, conditions, patients) or main
    chosen = ill_people.choose(document, main, controls, pool)
    control = ill_people.controls(controls)
    total = totals.read(document, pool, chosen, control)
    if total is not None and control is not None:
        apart = not trial and told_later.compared(document, total, controls)
        later = later_condition(document, conditions) or conditions
        some = ill_people.found_to_have(document, later, pool, total) if apart else None
        if (apart and some is None) or control.value >= total.value:
            total = totals.with_controls(total, control, chosen, facts)
    if trial and total is not None and control is not None:
        total = arms.with_well(total, control, chosen, facts)
    doubled = totals.of_each(document, body)
    if doubled is not None and (total is None or total.value == doubled[0].value):
        mention, total = doubled
        control = Count(mention.value, mention.quote)
        text = text_of(document, mention)
        main_name = main_condition(document, conditions)
        if chosen is None and mention.each and main_name and main_name.pattern.search(text):
            facts["patients"] = control
    if total is not None and control is None and not trial:
        each = totals.per_group(document, body, total)
        if each is not None and ill_people.compared_with_main(document, conditions):
            facts["patients"] = control = each
            chosen = None
    if total is None and chosen is not None and chosen.illness is None:
        chosen = None
    if (
        chosen is not None
        and chosen.illness is None
        and not chosen.labelled_n
        and total is not None
        and control is None
        and chosen.value < total.value
        and not CUES["behind_in_bracket"].fullmatch(text_of(document, chosen)[: chosen.start])
    ):
        chosen = None  # "10 patients died" are some of those who took part.
    if chosen is not None and control is None and _some_lack_it(document, conditions, chosen):
        chosen = None
    # Where some are there for comparison, "279 patients" need not all have the illness.
    unnamed = chosen is not None and chosen.illness is None and control is None
    if unnamed and CUES["compared_title"].search(document.title):
        chosen = None
    if total is not None:
        facts["total"] = total
    if control is not None and (total is None or control.value < total.value):
        facts["controls"] = control
    if chosen is not None:
        count = ill_people.together(document, chosen, pool) or Count(chosen.value, chosen.quote)
        if total is not None and count.value < total.value and control is None:
            count = ill_people.all_groups(document, conditions, chosen, pool, total) or count
        alone = total is None or "controls" not in facts or count.value < total.value
        if alone and (total is None or count.value <= total.value):
            facts["patients"] = count
    if control is not None and total is not None and "patients" in facts:
        pair = ill_people.pair_of_all(document, conditions, pool, total)
        if pair is not None and facts["patients"].value + control.value != total.value:
            facts["patients"], facts["controls"] = pair
            control = pair[1]
        beside = ill_people.others_of_all(document, conditions, pool, total, control)
        if beside is not None and beside.value > facts["patients"].value:
            facts["patients"] = beside
        every = ill_people.every_group(document, conditions, pool, total, control)
        if every is not None and every.value > facts["patients"].value:
            facts["patients"] = every
    if control is not None and total is not None and "patients" not in facts:
        later = later_condition(document, conditions) or conditions
        part = ill_people.found_to_have(document, later, pool, total)
        if part is not None and part.value <= total.value - control.value:
            facts["patients"] = part
    if control is not None and "patients" not in facts:
        others = ill_people.beside_controls(document, conditions, pool)
        if others is not None and total is not None and others.value < total.value:
            facts["patients"] = others
    with_illness = [m for m in patients if m.own and m.value not in unclear]
    if with_illness:
        facts["with_illness"] = Count(with_illness[0].value, with_illness[0].quote)
    elif chosen is not None and chosen.illness is None and conditions:
        own = {n.name for n in document.illness.names if n.own}
        if conditions[0] in own and studied(document):
            facts["with_illness"] = Count(chosen.value, chosen.quote)


def _some_lack_it(document: Document, conditions: tuple[str, ...], chosen: Mention) -> bool:
    """Whether "60 patients" cannot all have the main condition: some are said to be without."""
    main = main_condition(document, conditions)
    if chosen.illness is not None or main is None:
        return False
    return lacked_by_some(document, main) or share_has_it(document, conditions)


def _parts(
    document: Document, conditions: tuple[str, ...], whole: list[Mention], facts: dict[str, Count]
) -> None:
    """Those with and those without the condition, where a number of people is divided so."""
    total = facts.get("total")
    main = main_condition(document, conditions)
    follow = later_condition(document, conditions)
    apart: parts.Parts | None = None
    for mention, found in parts.of_some(document, main, whole):
        if mention.illness and not follow and not parts.of_another(document, mention, found):
            _of_the_ill(facts, mention, found)
            return
        if total is not None and _adds_up(_values(facts), ()):
            told = sum(c.value for c in (found.having, found.lacking) if c is not None)
            if total.value == mention.value != told:
                return  # Parts that leave some untold do not replace groups that hold all.
        if total is not None and total.value == mention.value and _all_told(facts):
            return
        if parts.divides_all(document, total, mention, found):
            facts["total"] = count_of(mention)
            _take(facts, found)
            return
        apart = apart or found
    if total is None or "controls" in facts:
        return
    later = parts.of_total(document, main, total)
    if later is None and apart is not None and apart.having is not None:
        # Others were counted as well, but those divided hold the patients.
        patients = facts.get("patients", total)
        if patients.value in (apart.having.value, total.value):
            later = apart
    if later is not None:
        _take(facts, later)


def _all_told(facts: dict[str, Count]) -> bool:
    """Whether patients and controls are counted by name and make up everybody."""
    told = [facts.get(name) for name in ("total", "patients", "controls")]
    total, patients, compared = (count.value if count else 0 for count in told)
    return bool(patients and compared) and patients + compared == total


def _of_the_ill(facts: dict[str, Count], mention: Mention, found: parts.Parts) -> None:
    """ "640 adults with asthma, 400 with and 240 without wheeze": all have it."""
    control, total = facts.get("controls"), facts.get("total")
    if control is not None and found.lacking is not None and control.value == found.lacking.value:
        del facts["controls"]
        if total is None or total.value in (mention.value, mention.value + control.value):
            facts["total"] = facts["patients"] = count_of(mention)


def _values(facts: dict[str, Count]) -> dict[str, int]:
    return {name: count.value for name, count in facts.items()}


def _take(facts: dict[str, Count], found: parts.Parts) -> None:
    if found.having is not None:
        facts["patients"] = found.having
    elif facts.get("patients") == facts.get("total"):
        facts.pop("patients", None)
    if found.lacking is not None:
        facts["controls"] = found.lacking


def _the_others(document: Document, facts: dict[str, Count]) -> None:
    """ "12/25 with asthma, 30/137 of those without": shares are taken of the others as well."""
    total, patients = facts.get("total"), facts.get("patients")
    if total is None or patients is None or "controls" in facts:
        return
    others = total.value - patients.value
    if others <= 0 or others == patients.value or not document.may_hold(CUES["share_of"]):
        return
    for _, sentence in document.parts("results"):
        told = {
            int(m["base"].replace(",", "")): m for m in CUES["share_of"].finditer(sentence.text)
        }
        both = patients.value in told and others in told
        if both and CUES["lacking_words"].search(sentence.text):
            start, end = told[others].span()
            quote = document.quote(sentence.start + start, sentence.start + end)
            facts["controls"] = Count(others, quote)
            return


def _shares_of_more(document: Document, facts: dict[str, Count]) -> None:
    """ "13/40 (32.5%) against 7/200 (3.5%)": 44 who agreed are then not everybody."""
    total = facts.get("total")
    if total is None or not document.may_hold(CUES["share_of"]):
        return
    for _, sentence in document.parts("results"):
        for match in CUES["share_printed"].finditer(sentence.text):
            n, base = (int(match[g].replace(",", "")) for g in ("n", "base"))
            fits = base and abs(100 * n / base - float(match["share"])) <= parts.ROUNDED
            if fits and n <= base and base > 2 * total.value:
                if facts.get("patients") == facts.pop("total"):
                    del facts["patients"]
                return


def _completed(document: Document, facts: dict[str, Count], whole: list[Mention]) -> None:
    """Those who completed the study; who started it are then those enrolled.

    Where the text counts nobody else who took part, those who completed are everybody; where it
    counts one larger group, that is.
    """
    valid = stages.with_valid_data(document)
    if valid is not None and "total" in facts and facts["total"].value > valid.value:
        facts.setdefault("analysed", valid)
    completed = stages.completed(document)
    if completed is not None:
        facts["completed"] = completed
        started = facts.get("total")
        if started is not None and started.value > completed.value:
            facts.setdefault("enrolled", started)
    if "completed" in facts and "enrolled" not in facts and "controls" not in facts:
        more = [m for m in whole if m.value > facts["completed"].value]
        started = Count(more[0].value, more[0].quote) if len(more) == 1 else facts["completed"]
        facts.setdefault("total", started)


def _one_person(document: Document, facts: dict[str, Count]) -> None:
    """A case report has one participant, who is its patient."""
    case = single_case.find(document)
    if case is None:
        return
    quote, sentence = case
    facts["total"] = facts["patients"] = Count(1, quote)
    if document.illness.any_own.search(sentence) is not None and studied(document):
        facts["with_illness"] = Count(1, quote)


def _patients_among_all(
    document: Document,
    conditions: tuple[str, ...],
    seen: list[Mention],
    facts: dict[str, Count],
    randomised: bool,
    all_ill: AllIll,
) -> None:
    """Patients where no count names them: all who took part, or those found to have it."""
    total = facts.get("total")
    patients = facts.get("patients")
    if total is None or "controls" in facts or (patients and patients != total):
        return
    if len({m.kind == "patients" for m in seen if within(m, total)}) == 2:
        return  # "13 patients and 11 staff": the staff are not patients.
    later = later_condition(document, conditions)
    titled = main_condition(document, later)
    main = main_condition(document, conditions)
    called = any(
        m.kind == "patients"
        and m.quote == total.quote
        and not ill_people.either(document, m)
        and (m.illness is None or ill_people.named_in_title(document, m.illness))
        for m in seen
    )
    part = ill_people.found_to_have(document, later or conditions, seen, total)
    if part is not None and part.value < total.value:
        facts["patients"] = part
    elif later and share_has_it(document, later):
        facts.pop("patients", None)  # Who of them are patients is told as a share only.
    elif called and patients is None and main is not None and not main.follows:
        some = lacked_by_some(document, main) or share_has_it(document, conditions)
        if not some and not told_later.title_on_others(document, main):
            facts["patients"] = total
    elif titled is not None and titled.pattern.search(document.title):
        return  # The title is on both: which of them all have is not told.
    elif patients is None and all_ill(document, conditions, seen, total, randomised):
        facts["patients"] = total
        main = main_condition(document, conditions)
        if main is not None and main.own:
            facts.setdefault("with_illness", total)


def without_patients(document: Document, counted: Counted) -> Counted:
    """The same counts, without a claim that those who took part had the illness.

    Where another illness is the record's main condition its patients stay out as well: the
    page would name them by the atlas's illness.
    """
    own = document.illness.any_own
    groups = tuple(
        g for g in counted.participants.groups if g.kind != "patients" or own.search(g.quote.text)
    )
    participants = msgspec.structs.replace(
        counted.participants, patients=None, with_illness=None, groups=groups, adds_up=None
    )
    dropped = ("participants.patients", "participants.with_illness")
    quotes = {path: q for path, q in counted.quotes.items() if path not in dropped}
    return Counted(participants, quotes, counted.mentions)


def _adds_up(values: dict[str, int], groups: tuple[Group, ...]) -> bool | None:
    """Whether patients and controls make the total; None where either is not stated."""
    total = values.get("total")
    if total is None or "controls" not in values:
        return None
    kinds = [g.n for g in groups if g.kind in ("patients", "controls") and g.n is not None]
    if "patients" in values:
        missed = abs(values["patients"] + values["controls"] - total)
        # So near, they were meant to make it; further off, there may be others.
        if missed <= total * parts.MISSED:
            return missed == 0
    if len(kinds) > 1:
        return sum(kinds) == total
    return None

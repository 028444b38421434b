"""How many people: total, patients, controls, groups, and what became of them.

mentions.py finds every count of people; what stands in this study's own sentences and is no
part of another count is left here as `whole`. From it stages.py takes those enrolled,
randomised and so on, main_counts.py the total, patients and controls; unnamed_patients.py says
who are patients where no count does. A count is taken only where one reading of the text is
clearly meant; else it stays None.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from evidence_atlas.records import Group, Participants, Quote

from ..definitions.conditions_named import later_condition, main_condition
from ..document import Document
from ..text import numbers
from . import (
    arms,
    counted_down,
    flow,
    main_counts,
    mentions,
    nobody_else,
    paired_arms,
    parts,
    stages,
    studies_counted,
    the_others_named,
    the_rest,
    this_study,
    told_later,
    two_told,
    unnamed_patients,
)  # fmt: skip
from . import groups as counted_groups
from .all_ill import all_have_it
from .mentions import Mention
from .people_words import CUES
from .places import Count, count_of, sentence_of
from .plans_and_reviews import (
    is_planned,
    is_protocol,
    is_review,
    planned,
    without_the_planned,
)
from .unnamed_patients import AllIll

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
    if any(CUES["nobody_new"].search(s.text) for s in document.sentences):
        return Counted(Participants(), {}, seen)  # Whose data they are is not who took part.
    usable = this_study.counted_in(document, seen)
    trial = randomised or arms.has_arms(document, usable)
    if trial:
        # A trial's control group is an arm, not people without the illness.
        usable = [
            mentions.as_people(m)
            if m.kind == "controls"
            and not any(CUES[n].search(m.phrase) for n in ("well", "matched_people"))
            else m
            for m in usable
        ]
    whole = [m for m in usable if not m.subset and not stages.screened(document, m)]
    facts = stages.read(document, whole, randomised)
    main_counts.read(document, whole, conditions, facts, trial, seen)
    arms.of_all_enrolled(facts, whole)
    the_others_named.read(document, whole, facts)
    if not trial:
        _parts(document, conditions, whole, facts)
        _shares_of_more(document, facts)
        the_rest.read(document, conditions, facts)
    if not trial or ("total" not in facts and not randomised):
        two_told.read(document, conditions, facts)
    _completed(document, facts, whole)
    nobody_else.read(document, whole, facts, trial)
    nobody_else.in_a_sample(document, seen, facts)
    told_later.left_after_exclusions(document, facts, whole)
    told_later.answered(document, facts)
    if not trial:
        told_later.two_left(document, facts)
        counted_down.read(document, facts)
    if "total" in facts and is_planned(document, facts["total"]):
        facts["planned"] = facts.pop("total")
    groups = counted_groups.counted(document, whole) + counted_groups.divided(document)
    if "planned" in facts:
        groups = without_the_planned(facts, groups)
    if randomised:
        groups = paired_arms.with_both(document, facts, groups)
    if not any(m.value > 1 for m in whole):
        unnamed_patients.one_person(document, facts)
    unnamed_patients.among_all(document, conditions, seen, facts, randomised, all_ill)
    if not trial:
        _the_others(document, facts)
    told_later.asked_beside(document, whole, facts)
    flow.read(document, facts, randomised)
    stages.without_fewer_enrolled(document, facts)
    values = _values(facts)
    fits = _adds_up(values, groups)
    if fits is False and not _printed(facts["total"]):
        fits = None  # A sum of groups is made of those that its words count, whoever they are.
    participants = Participants(**values, groups=groups, adds_up=fits)
    quotes: dict[str, tuple[Quote, ...]] = {
        f"participants.{name}": _with_its_base(count, whole) for name, count in facts.items()
    }
    return Counted(participants, quotes, seen)


def _with_its_base(count: Count, whole: list[Mention]) -> tuple[Quote, ...]:
    """Where it stands; behind the number that it is told by, where it is not printed itself.

    "60 people were compared with as many people without it".
    """
    if _printed(count):
        return (count.quote,)
    before = [
        m.quote
        for m in whole
        if m.quote.field == count.quote.field and m.quote.end <= count.quote.start
        and m.value == count.value
    ]  # fmt: skip
    return (*before[-1:], count.quote)


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
    total, patients, lacking = facts.get("total"), facts.get("patients"), found.lacking
    made = (patients.value if patients else 0) + (lacking.value if lacking else 0)
    if patients and lacking and total and made == total.value:
        pass  # The ill and the others are everybody: what is told behind are parts of the ill.
    elif found.having is not None:
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
    if others <= 0 or others == patients.value:
        return
    told_with = sentence_of(document, patients)
    for number in numbers.find(told_with):
        if number.value == others and CUES["well_behind_number"].match(told_with, number.end):
            own = document.sentence_at(patients.quote.start, patients.quote.field)
            start = (own.start if own else 0) + number.start
            quote = document.quote(start, start + len(number.printed), patients.quote.field)
            facts["controls"] = Count(others, quote)
            return
    if not document.may_hold(CUES["share_of"]):
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


def _printed(count: Count) -> bool:
    return count.value in (n.value for n in numbers.find(count.quote.text))


def _adds_up(values: dict[str, int], groups: tuple[Group, ...]) -> bool | None:
    """Whether patients and controls make the total; None where either is not stated."""
    total = values.get("total")
    if total is None or "controls" not in values:
        return None
    told = [g for g in groups if g.kind in ("patients", "controls") and g.n is not None]
    if "patients" in values:
        missed = abs(values["patients"] + values["controls"] - total)
        # So near, they were meant to make it; further off, there may be others.
        if missed <= total * parts.MISSED:
            return missed == 0
    if len({g.kind for g in told}) > 1:
        return sum(g.n or 0 for g in told) == total
    return None

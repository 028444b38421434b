"""Patients whom no count names: one person told of, all who took part, or those found ill."""

from __future__ import annotations

from collections.abc import Callable

from ..definitions.conditions_named import later_condition, main_condition, same_as_main, studied
from ..document import Document
from . import found_ill, ill_people, single_case, told_later
from .mentions import Mention
from .people_words import CUES
from .places import Count, count_of, within
from .said_to_have_it import lacked_by_some, share_has_it

AllIll = Callable[[Document, tuple[str, ...], list[Mention], Count, bool], bool]


def one_person(document: Document, facts: dict[str, Count]) -> None:
    """A case report has one participant, who is its patient."""
    case = single_case.find(document)
    if case is None:
        return
    quote, sentence = case
    facts["total"] = facts["patients"] = Count(1, quote)
    if document.illness.any_own.search(sentence) is not None and studied(document):
        facts["with_illness"] = Count(1, quote)


def _asked_beside_them(inside: list[Mention]) -> bool:
    """Whether all but the patients are people who care for them or treat them."""
    others = [m for m in inside if m.kind != "patients"]
    return all(CUES["asked_beside"].search(m.phrase) for m in others)


def among_all(
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
    inside = [m for m in seen if within(m, total)]
    ill = [m for m in inside if m.kind == "patients"]
    if ill and len(ill) < len(inside):  # "13 patients and 11 staff": the staff are not patients.
        most = max(m.value for m in seen if m.kind == "patients")
        told = len(ill) == 1 and ill[0].value == most and not ill[0].labelled_n
        if told and patients is None and _asked_beside_them(inside):
            facts["patients"] = count_of(ill[0])
        return
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
    counted_ill = any(
        m.quote == total.quote
        and m.illness
        and same_as_main(document, later or conditions, m.illness)
        for m in seen
    )
    # "36 children with asthma … 28 had severe asthma": all have it, whatever kind of it.
    part = (
        None if counted_ill else found_ill.found_to_have(document, later or conditions, seen, total)
    )
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

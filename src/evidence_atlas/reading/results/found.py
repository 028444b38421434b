"""Each reported result: whom it concerns, against what, which way, with its printed numbers."""

from __future__ import annotations

from collections import Counter

import msgspec

from evidence_atlas.records import HARMS, Design, Result, Sentence
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Direction

from .. import tables
from ..document import Document
from ..text import clauses
from . import (
    better_or_worse,
    comparison,
    direction_words,
    excepted,
    list_results,
    one_result,
    outcomes,
    primary,
    reported,
    tested_next,
    told_again,
    two_arms,
)
from .one_result import Compared

_WORDS: dict[str, str] = tables.load("found")

_TABLE = tables.load("results")
_HANGS = tables.any_of(_TABLE["hangs"])
_STATE_OF_ALL = tables.any_of(_TABLE["state_of_all"])
_THESE = cue(_WORDS["these"])
_NO_OUTCOME = cue(_WORDS["no_outcome"])
_SUBJECT_BEFORE = cue(_WORDS["subject_before"])
_AS_STATE: dict[Direction, Direction] = {"increase": "higher", "decrease": "lower"}
_POINTED = ("increase", "decrease", "higher", "lower")
_TELLING = (*_POINTED, "association", "no difference", "no association", "mixed")
_LIMIT = 8
_ENOUGH = 5
"""With so many results, what the conclusions tell is read as a conclusion only."""
_FEW = 2
"""With so few, the conclusions may tell the findings themselves."""
_SHORTEST = 12


def read(
    document: Document,
    design: Design,
    reports: bool,
    has_controls: bool,
    given: tuple[str, ...],
    against: tuple[str, ...] = (),
) -> tuple[Result, ...]:
    """At most eight results of one record, in the order of the text.

    `given`: what was given to people, and `against` what in its stead. `reports` False
    (protocols, hypotheses, comments) gives none. Where there are more, the first of each clause
    stays before further members of its list, what is told for the first time before what is
    told again, what stands among the results before what stands among the conclusions, the
    first of a sentence before its later ones, and what has a direction before what only
    describes. Conclusions are not results.
    """
    if not reports:
        return ()
    found: list[Result] = []
    headed = reported.headed(document)
    trial = design.randomised is True or design.placebo is True or design.single_arm is True
    sought = outcomes.sought(document) if trial else None
    compared = Compared(design, has_controls, two_arms.arms(document, (*given, *against)))
    for index, sentence in reported.sentences(document):
        found = tested_next.settle(found, sentence, index, design)
        new = _in_sentence(document, index, sentence, compared, found, headed)
        found += [_as_state(r, sentence.text, found) for r in new] if given or trial else new
        if len(found) > 4 * _LIMIT:
            break
    if headed and found and len(found) < _ENOUGH:
        found = _with_concluded(found, document, compared)
    if sought is not None:
        found = [
            msgspec.structs.replace(r, outcome=sought) if outcomes.is_bare(r.text, r.outcome) else r
            for r in found
        ]
    found = primary.marked(found, document, (*given, *against), trial)
    return _most_telling(found, document, trial)


def _most_telling(found: list[Result], document: Document, trial: bool) -> tuple[Result, ...]:
    """The results in the order of the text; the least telling go where there are too many."""
    if len(found) <= _LIMIT:
        return tuple(found)
    seen: Counter[tuple[str, int]] = Counter()
    again = told_again.indices(found)
    ranks = []
    for i, result in enumerate(found):
        told, held = ("clause", result.quote.start), ("sentence", result.sentence)
        further, later = seen[told], seen[held]
        # The members of one clause's list do not make the next clause a later one.
        seen.update((told,) if further else (told, held))
        concluded = document.sentences[result.sentence].role == "conclusions"
        described = result.direction == "descriptive" and result.outcome != HARMS
        ranks.append(
            (
                not (trial and result.primary is True),
                i in again,
                further > 2,
                concluded,
                later > 2,
                further > 0,
                described,
                i,
            )
        )
    return tuple(found[i] for i in sorted(i for *_, i in sorted(ranks)[:_LIMIT]))


def _with_concluded(found: list[Result], document: Document, compared: Compared) -> list[Result]:
    """The results, and what the authors say only in their conclusions that they found."""
    told = {r.sentence for r in found}
    ways = {(r.outcome, r.direction) for r in found}
    more = [
        r
        for i, s in reported.concluded(document, plainly=len(found) <= _FEW)
        if i not in told
        for r in _in_sentence(document, i, s, compared, found, True)
        if r.direction in _TELLING and (r.outcome, r.direction) not in ways
    ]
    again = told_again.indices([*found, *more])
    return [r for i, r in enumerate([*found, *more]) if i < len(found) or i not in again]


def _in_sentence(
    document: Document,
    index: int,
    sentence: Sentence,
    compared: Compared,
    before: list[Result],
    headed: bool,
) -> list[Result]:
    text = sentence.text
    if text.rstrip().endswith("?"):
        return []
    # Names of illnesses hold words such as "long" or "fatigue" that would be read as results.
    masked = document.illness.any_name.sub(lambda m: "x" * len(m[0]), text)
    found: list[Result] = []
    last_start = 0
    for start, whole_end in clauses.split(direction_words.blank(masked), direction_words.ANY):
        end = start + reported.without_remark(text[start:whole_end], whole_end - start)
        if end - start < _SHORTEST or not reported.is_result(masked[start:end], document, headed):
            continue
        whole = text[start:end]
        if found and _HANGS.search(whole):
            # "A was lower, B was not": what B was not stands with A, so the two are one result.
            both = one_result.read(document, index, sentence, masked, last_start, end, compared)
            way: Direction = found[-1].direction
            way = way if way == "descriptive" else "mixed"
            found[-1] = msgspec.structs.replace(both, direction=way, better_or_worse=None)
            continue
        last_start = start
        end = start + excepted.begins(whole)
        result = one_result.read(document, index, sentence, masked, start, end, compared)
        only = excepted.found_only(result, whole, sentence.start + start)
        result = only or result
        if found and not clauses.has_own_verb(masked[start:end]):
            result = _inheriting(result, found[-1])
        if found and result.outcome is None:
            if _NO_OUTCOME.search(text[start:end]):
                result = msgspec.structs.replace(result, outcome=found[-1].outcome)
            elif _SUBJECT_BEFORE.search(text[start:end]):
                subject = found[-1].outcome or outcomes.subject(found[-1].text)
                result = msgspec.structs.replace(result, outcome=subject)
        last = found[-1] if found else before[-1] if before else None
        if last is not None and last.scope == "subgroup" and _THESE.search(text[start:end]):
            result = msgspec.structs.replace(
                result, scope="subgroup", n=result.n or last.n, who=result.who or last.who
            )
        found += list_results.read(result, masked[start:end], compared.people)
        taken_out = None if only else excepted.read(result, whole, sentence.start + start)
        found += [taken_out] if taken_out else []
    return found


def _as_state(result: Result, sentence: str, earlier: list[Result]) -> Result:
    """A result that tells how all stood ahead of any effect of what was given, told as that.

    "Grip strength was reduced in all patients": a state for the worse, with no time and no
    comparison in its sentence, nor in a result before it.
    """
    if (
        _STATE_OF_ALL.search(result.text) is None
        or not better_or_worse.for_the_worse(result.text, result.direction)
        or any(direction_words.has(cue, sentence) for cue in ("within", "between", "own_start"))
        or any(r.comparison != "none" and r.timepoint != "baseline" for r in earlier)
    ):
        return result
    way = _AS_STATE.get(result.direction, result.direction)
    return msgspec.structs.replace(
        result, direction=way, timepoint="baseline", better_or_worse=None, judged_by=None
    )


def _inheriting(result: Result, last: Result) -> Result:
    """A clause without a verb of its own goes on telling of the same people, set against the same.

    "Stress was lower than in the other group, and greater well-being": the greater, too.
    """
    way = result.direction
    if last.direction in ("higher", "lower"):
        way = _AS_STATE.get(way, way)
    elif last.direction == "association" and way in _POINTED and result.against is None:
        way = "association"
    beside = way not in ("association", "no association") and comparison.told_beside(result)
    return msgspec.structs.replace(
        result,
        direction=way,
        comparison=result.comparison if beside else last.comparison,
        scope="subgroup" if "subgroup" in (result.scope, last.scope) else "all",
        who=result.who or last.who,
        n=result.n or last.n,
        against=result.against or last.against,
        timepoint=result.timepoint or last.timepoint,
        primary=result.primary if result.primary is not None else last.primary,
    )

"""Who is counted: all, patients and controls; starters and finishers; parts and the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Flag, Result, Statement, StudySupport

from .case import FINDING_SECTIONS, Case, claimed, denied, folded, quotes, table
from .codes import flag
from .numbers import Number, read

_WORDS: dict[str, str] = table("people.toml")

CONTROLS = re.compile(_WORDS["controls"], re.IGNORECASE)
_PATIENTS = re.compile(_WORDS["patients"], re.IGNORECASE)
_ALL = re.compile(_WORDS["all"], re.IGNORECASE)
_BEGIN = re.compile(_WORDS["begin"], re.IGNORECASE)
_END = re.compile(_WORDS["end"], re.IGNORECASE)
_NOT_COUNTS = re.compile(_WORDS["not_counts"], re.IGNORECASE)
CROSSOVER_AS_PARALLEL = re.compile(_WORDS["crossover_as_parallel"], re.IGNORECASE)
_BOTH_IN_TURN = re.compile(_WORDS["both_in_turn"], re.IGNORECASE)
_PART = re.compile(_WORDS["part"], re.IGNORECASE)
_EVERYONE = re.compile(_WORDS["everyone"], re.IGNORECASE)
_AGAINST_OTHERS = re.compile(_WORDS["against_others"], re.IGNORECASE)
_OF = re.compile(r"\bof\b", re.IGNORECASE)
# "In total, 146 (5%, 146/3,202)": a count with its share is one of more.
_OF_MORE = re.compile(r"\s?(?:[(\[][^()\[\]]{0,30}(?:%|/\s?\d)|of \d)")
_LABEL_EVERYONE = re.compile(r"\W*(?:everyone|everybody|all)\b", re.IGNORECASE)


def counts(case: Case) -> Iterator[Flag]:
    """A number told of patients, of controls or of all is the number of just those."""
    p = case.reading.participants
    controls = _known(p.controls, *(g.n for g in p.groups if g.kind == "controls"))
    patients = _known(p.patients, p.with_illness, *(g.n for g in p.groups if g.kind != "controls"))
    totals = _known(p.total, p.enrolled, p.randomised, p.analysed, p.completed, p.planned)
    for statement in _telling(case):
        text = claimed(statement)
        found = read(text)
        for at, number in enumerate(found):
            if number.kind != "count" or number.unit or number.value < 2:
                continue
            n = int(number.value)
            # The words that say whom a number counts end where the next number begins.
            end = found[at + 1].start if at + 1 < len(found) else len(text)
            role = _role(text[:end], number)
            if role == "controls" and controls and n not in controls and n in patients | totals:
                yield flag("people-confused", statement, f"{n} were not the controls: {text}")
            if (
                role == "patients"
                and n in controls
                and n not in patients | totals
                and not _counted_so(statement, n, role)
            ):
                yield flag("people-confused", statement, f"{n} were the controls: {text}")
            if (
                role == "patients" and p.patients and p.controls and n == p.total
                and n not in patients
            ):  # fmt: skip
                yield flag("people-confused", statement, f"{n} were all, not the patients: {text}")
            of_more = _OF_MORE.match(text[number.end :])
            if (
                role == "all"
                and of_more is None
                and p.total not in (None, n)
                and (n in patients | controls)
            ):
                yield flag("people-confused", statement, f"{n} were not all: {text}")


def completers(case: Case) -> Iterator[Flag]:
    """Those who finished are not told as those who started, nor the other way round."""
    p = case.reading.participants
    began = _known(p.enrolled, p.randomised) or _known(p.total)
    ended = _known(p.completed, p.analysed)
    if not began or not ended:
        return
    only_began, only_ended = began - ended, ended - began
    for statement in _telling(case):
        text = claimed(statement)
        for clause in re.split(r"[;.]|, (?:and|but) |\bbut\b", text):
            found = [int(n.value) for n in read(clause) if n.kind == "count" and not n.unit]
            if not found:
                continue
            if _BEGIN.search(clause) and not _END.search(clause):
                wrong = [n for n in found[:1] if n in only_ended and n < max(began)]
            elif _END.search(clause) and not _BEGIN.search(clause) and not _OF.search(clause):
                wrong = [n for n in found[:1] if n in only_began and n > max(ended)]
            else:
                wrong = []
            for n in wrong:
                yield flag("completers-as-enrolled", statement, f"{n} in: {text}")


def crossover(case: Case) -> Iterator[Flag]:
    """A crossover is not told as groups side by side, nor groups side by side as a crossover."""
    is_crossover = case.reading.design.crossover is True
    names = [n for n in (*case.reading.interventions, *case.reading.comparators) if len(n) > 2]
    for statement in _telling(case):
        text = claimed(statement)
        if is_crossover:
            m = CROSSOVER_AS_PARALLEL.search(text)
            if m:
                yield flag("crossover-as-parallel", statement, f"“{m.group()}” in: {text}")
                continue
            for name in names:
                if re.search(rf"\b{re.escape(name)}[- ](?:group|arm)\b", text, re.IGNORECASE):
                    yield flag("crossover-as-parallel", statement, f"“{name} group” in: {text}")
                    break
        elif _BOTH_IN_TURN.search(text) and case.reading.design.crossover is False:
            yield flag("crossover-as-parallel", statement, f"not a crossover: {text}")


def parts(case: Case) -> Iterator[Flag]:
    """A result in a part of the people is told of that part only."""
    for statement in case.statements:
        if statement.section not in FINDING_SECTIONS or statement.voice == "authors":
            continue
        results = case.results_of(statement)
        if not results or any(r.scope == "all" for r in results):
            continue
        text = claimed(statement)
        label = statement.label or ""
        if _LABEL_EVERYONE.match(label) or (
            _EVERYONE.search(text) and not _names_part(results, text, strict=True)
        ):
            yield flag("subgroup-as-all", statement, f"a part told as all: {statement.text}")
        elif not _names_part(results, f"{label}: {statement.text}", strict=False):
            yield flag("subgroup-as-all", statement, f"the part is not named: {statement.text}")


def comparison(case: Case) -> Iterator[Flag]:
    """A change since the start is not told as a difference from another group."""
    for statement in case.statements:
        if statement.section not in FINDING_SECTIONS or statement.voice == "authors":
            continue
        results = case.results_of(statement)
        if not results or any(r.between_groups for r in results):
            continue
        if any(r.against and folded(r.against) in folded(statement.text) for r in results):
            continue
        text = claimed(statement)
        m = _AGAINST_OTHERS.search(text)
        if m and not re.search(r"\b(?:not?|nothing|without)\b", text[: m.start()], re.IGNORECASE):
            quoted = folded(" ".join(r.quote.text for r in results))
            if folded(m.group()) not in quoted:
                yield flag("comparison-contradicts", statement, f"“{m.group()}” in: {text}")


def _known(*counts: int | None) -> set[int]:
    return {n for n in counts if n is not None}


def _telling(case: Case) -> Iterator[Statement]:
    """Sentences about this study's own people, in any section, that are claimed."""
    for statement in case.statements:
        linked = any(isinstance(s, StudySupport) for s in statement.support)
        if not linked and not denied(statement) and statement.section != "numbers_checked":
            yield statement


def _counted_so(statement: Statement, n: int, role: str) -> bool:
    """Whether the very words quoted count so many of the same people."""
    return any(
        number.value == n and _role(quote.text, number) == role
        for quote in quotes(statement)
        for number in read(quote.text)
    )


def _role(text: str, number: Number) -> str | None:
    """Whom a number counts, by the words after it up to the next number or pause."""
    after = text[number.end :]
    if _NOT_COUNTS.match(after):
        return None
    before = text[: number.start]
    stop = re.search(
        r"[,;:.()]|\b(?:and|against|versus|with (?=\w+ (?:controls|healthy)))\b|[0-9]", after
    )
    window = after[: stop.start() if stop else len(after)][:70]
    if _ALL.search(window):
        return "all"
    if re.match(
        r"\s+(?:[\w-]+ ){0,3}?(?:healthy|controls?\b|unaffected|sedentary)", window, re.IGNORECASE
    ):
        return "controls"
    if re.match(r"\s+people for comparison\b", window, re.IGNORECASE):
        return "controls"
    if re.match(
        r"\s+(?:people|adults|men|women|children|persons) without\b", window, re.IGNORECASE
    ):
        return "controls"
    if _PATIENTS.search(window) and not CONTROLS.search(window):
        return "patients"
    return "all" if re.search(r"\bin (?:all|total),? $", before, re.IGNORECASE) else None


def _names_part(results: tuple[Result, ...], text: str, strict: bool) -> bool:
    """Whether a sentence names the part of the people that its result concerns."""
    lowered = folded(text)
    for result in results:
        words = [w for w in re.findall(r"[a-z]{3,}", folded(result.who or "")) if w not in _COMMON]
        if words and any(w[:6] in lowered for w in words):
            return True
        if result.n is not None and any(
            n.kind == "count" and n.value == result.n for n in read(text)
        ):
            return True
    if strict:
        return bool(
            re.search(r"\b(?:sub-?group|smaller group|a part|one of)\b", text, re.IGNORECASE)
        )
    if all(r.comparison == "between_groups" for r in results) and _PATIENTS.search(text):
        return True  # groups of people are named by what they have
    return bool(_PART.search(text))


_COMMON = frozenset(
    {
        "patients",
        "people",
        "with",
        "participants",
        "subjects",
        "those",
        "the",
        "and",
        "group",
        "were",
    }
)

"""Errors planted into true sentences of real pages, one kind a function.

A kind gets a statement and the study it tells of, and gives the sentence with one error in
it, or nothing where the statement has no place for such an error. `unseen` kinds were
written down after the rules of the gate and were never looked at while those were made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from evidence_atlas.checking.numbers import read as read_numbers
from evidence_atlas.records import Page, Section, Statement

from .pages import Study

Family = Literal["number", "negation", "other"]
Planting = Callable[[Statement, Study], Iterator[Statement]]


@dataclass(frozen=True)
class Kind:
    """A kind of error. `family` groups those for which the gate owes 99 %."""

    name: str
    plant: Planting
    family: Family
    unseen: bool


KINDS: list[Kind] = []
TOLD = ("quick_summary", "observed_findings")
SWAPS = {
    "higher": "lower", "lower": "higher", "rose": "fell", "fell": "rose", "better": "worse",
    "worse": "better", "increased": "decreased", "decreased": "increased", "more": "less",
    "increase": "decrease", "decrease": "increase", "greater": "smaller", "fewer": "more",
    "improved": "worsened", "worsened": "improved", "reduced": "increased",
}  # fmt: skip
NEGATIONS = (
    (r"\bno clear (difference|change|link|association)", r"a clear \1"),
    (r"\bdid not (?:clearly )?change\b", "clearly changed"),
    (r"\bdid not (?:clearly )?differ\b", "clearly differed"),
    (r"\b(was|were) not\b", r"\1"),
    (r"\bno (difference|change|association|correlation)", r"a \1"),
)
HEDGES = (
    (r"\b(?:may|might|could) be\b", "is"), (r"\b(?:may|might|could) have\b", "has"),
    (r"\b(?:may|might|could) ", "does "), (r"\b(?:appears?|seems?) to be\b", "is"),
)  # fmt: skip
UNITS = {"week": "month", "weeks": "months", "month": "year", "months": "years",
         "day": "week", "days": "weeks", "year": "month", "years": "months",
         "hour": "day", "hours": "days"}  # fmt: skip
OUTCOMES = ("grip strength", "blood sugar", "memory", "appetite", "hearing", "body weight")


def kind(
    name: str, family: Family = "other", *, unseen: bool = False
) -> Callable[[Callable[[Statement, Study], Iterator[str]]], None]:
    """Registers a planting that gives changed sentences."""

    def register(plant: Callable[[Statement, Study], Iterator[str]]) -> None:
        def statements(s: Statement, study: Study) -> Iterator[Statement]:
            for text in plant(s, study):
                if text != s.text:
                    yield msgspec.structs.replace(s, text=text)

        KINDS.append(Kind(name, statements, family, unseen))

    return register


def _result_told(s: Statement, study: Study):
    return study.result(s) if s.section in TOLD else None


def _treatment(study: Study) -> str:
    what = (study.reading.interventions or study.reading.measures or ("the treatment",))[0]
    return what[:1].upper() + what[1:]


def _outside_quotes(text: str) -> str:
    return re.sub(r"“[^”]*”", lambda m: "·" * len(m.group()), text)


# --- Numbers ------------------------------------------------------------------------------


@kind("number changed", "number")
def _(s: Statement, study: Study) -> Iterator[str]:
    for n in read_numbers(s.text)[:2]:
        if n.kind in ("count", "percent") and not n.bare_one and not n.in_words and n.value > 1:
            new = str(int(n.value) + 7) if n.value.denominator == 1 else n.text + "3"
            yield s.text[: n.start] + new + s.text[n.end :]


@kind("number word changed", "number")
def _(s: Statement, study: Study) -> Iterator[str]:
    for n in read_numbers(s.text)[:2]:
        if n.kind == "count" and n.in_words and not n.bare_one:
            new = "seventeen" if n.value != 17 else "nineteen"
            yield s.text[: n.start] + (new.capitalize() if n.start == 0 else new) + s.text[n.end :]


@kind("digits swapped", "number")
def _(s: Statement, study: Study) -> Iterator[str]:
    for n in read_numbers(s.text)[:2]:
        m = re.match(r"(\d)(\d)", n.text)
        if n.kind in ("count", "percent") and m and m[1] != m[2] and m[2] != "0":
            yield s.text[: n.start] + m[2] + m[1] + n.text[2:] + s.text[n.end :]


@kind("percent told as people", "number")
def _(s: Statement, study: Study) -> Iterator[str]:
    m = re.search(r"(\d)\s?%", s.text)
    if m:
        yield s.text[: m.end(1)] + " people" + s.text[m.end() :]


@kind("unit of time changed", "number", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    m = re.search(r"(?<=\d[ -])(" + "|".join(UNITS) + r")\b", s.text)
    if m:
        yield s.text[: m.start()] + UNITS[m[1]] + s.text[m.end() :]


# --- Directions and negations --------------------------------------------------------------


@kind("direction flipped")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = _result_told(s, study)
    if result is None or result.direction in ("mixed", "descriptive"):
        return
    found = list(re.finditer(r"\b(" + "|".join(SWAPS) + r")\b", _outside_quotes(s.text)))
    if len(found) == 1:
        m = found[0]
        yield s.text[: m.start()] + SWAPS[m.group()] + s.text[m.end() :]


@kind("negation dropped", "negation")
def _(s: Statement, study: Study) -> Iterator[str]:
    if _result_told(s, study) is None:
        return
    for pattern, to in NEGATIONS:
        new = re.sub(pattern, to, s.text, count=1)
        if new != s.text:
            yield new
            return


@kind("absence told as proof")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = _result_told(s, study)
    if result is not None and result.direction in ("no difference", "no association"):
        yield f"{_treatment(study)} had no effect on {result.outcome or 'the people'}."


@kind("sides of a comparison exchanged")
def _(s: Statement, study: Study) -> Iterator[str]:
    if _result_told(s, study) is None:
        return
    m = re.search(r"\b(?:in|of) ([^.,;()]{4,40}) than in ([^.,;()]{4,40})(?=[.,;(])", s.text)
    if m:
        yield s.text[: m.start(1)] + m[2] + s.text[m.end(1) : m.start(2)] + m[1] + s.text[m.end() :]


# --- People and design ----------------------------------------------------------------------


@kind("subgroup widened to all")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = _result_told(s, study)
    if result is not None and result.scope == "subgroup":
        yield re.sub(r"^(?:In|Among|Of) [^,]{3,90}, ", "In everyone, ", s.text)


@kind("completers as enrolled")
def _(s: Statement, study: Study) -> Iterator[str]:
    p = study.reading.participants
    began, ended = p.randomised or p.enrolled or p.total, p.completed or p.analysed
    if s.about == ("participants",) and began and ended and ended < began:
        yield f"{ended} people were enrolled and were put into the study: they started it."


@kind("patients and controls swapped")
def _(s: Statement, study: Study) -> Iterator[str]:
    p = study.reading.participants
    if p.patients and p.controls and p.patients != p.controls and s.about == ("participants",):
        a, b = f"{p.patients:,}", f"{p.controls:,}"
        if re.search(rf"\b{a}\b", s.text) and re.search(rf"\b{b}\b", s.text):
            text = re.sub(rf"\b{a}\b", "@", s.text, count=1)
            yield re.sub(rf"\b{b}\b", a, text, count=1).replace("@", b)


@kind("crossover as parallel arms")
def _(s: Statement, study: Study) -> Iterator[str]:
    if study.reading.design.crossover is True and s.about == ("participants",):
        yield "People were put by chance into two groups. " + s.text
        yield re.sub(
            r"\b(?:had|take|took|to take)(?: both)? (.*?) and (.*?)(?=[,.;])",
            r"had either \1 or \2", s.text,
        )  # fmt: skip


@kind("within-group as between")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = _result_told(s, study)
    if result is not None and result.comparison == "within_group":
        bare = re.sub(r"^Compared with (?:the start|their own start|baseline), ", "", s.text)
        yield bare[:1].upper() + bare[1:].rstrip(".") + " more than with placebo."


@kind("blinding invented", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    made = study.reading.design
    if s.about == ("participants",) and made.blinding in ("open", "single"):
        yield f"{s.text} The trial was double-blind."
    if s.about == ("participants",) and made.randomised is not True and not study.of_studies:
        yield f"{s.text} It was decided at random who had what."


# --- What kind of claim -----------------------------------------------------------------------


@kind("association as cause")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = _result_told(s, study)
    if result is not None and result.comparison != "between_randomised":
        yield f"{_treatment(study)} caused a change in {result.outcome or 'the result'}."
        if result.outcome:
            yield f"{_treatment(study)} improved {result.outcome}."


@kind("may told as does")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section != "inferred_conclusions":
        return
    for pattern, to in HEDGES:
        new = re.sub(pattern, to, s.text, count=1)
        if new != s.text:
            yield re.sub(r"^The authors (?:suggest|think|propose)", "The authors conclude", new)
            return


@kind("first added")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section in TOLD and "first" not in study.source:
        yield f"For the first time, {s.text[:1].lower()}{s.text[1:]}"


@kind("proof added", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if _result_told(s, study) is not None and "prove" not in study.source:
        yield f"This proves that {s.text[:1].lower()}{s.text[1:]}"


@kind("finding as recommendation")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section == "observed_findings" and study.reading.interventions:
        yield f"People with {study.illness} should try {study.reading.interventions[0]}."


@kind("protocol told as done")
def _(s: Statement, study: Study) -> Iterator[str]:
    if study.grades.value("study_type") == "Protocol" and s.section == "quick_summary":
        new = re.sub(r"^This is a plan to put (.*?) by chance", r"\1 were put by chance", s.text)
        new = re.sub(r"\b(?:are|is) to be\b", "were", new)
        new = re.sub(r"\b(?:are|is) to (\w+)", r"did \1", new)
        yield re.sub(r"\bwill be\b", "were", re.sub(r"^This is a plan\. ", "", new))


@kind("wrong illness")
def _(s: Statement, study: Study) -> Iterator[str]:
    if study.illness in s.text and s.section in TOLD:
        yield s.text.replace(study.illness, study.other_illness)


@kind("invented outcome")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = _result_told(s, study)
    if result is None or not result.outcome or result.outcome not in s.text:
        return
    made_up = next((o for o in OUTCOMES if o.split()[-1] not in study.source), None)
    if made_up:
        yield s.text.replace(result.outcome, made_up, 1)


def _conclusion_as_finding(s: Statement, study: Study) -> Iterator[Statement]:
    m = re.match(r"The authors (?:\w+ )?(?:conclude|suggest|think|say|propose)s? that (.)", s.text)
    if s.section == "inferred_conclusions" and m:
        text = m[1].upper() + s.text[m.end() :]
        yield msgspec.structs.replace(s, text=text, voice="atlas")


KINDS.append(Kind("conclusion as finding", _conclusion_as_finding, "other", False))


@kind("safe added")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.about == ("harms",):
        yield "The treatment was safe and well tolerated; no harms."


@kind("told of all patients")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = _result_told(s, study)
    if result is not None and result.outcome and s.section == "observed_findings":
        yield f"People with {study.illness} have a different {result.outcome}."


@kind("said to be psychological or not", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.about == ("participants",):
        yield f"{s.text} So {study.illness} is not psychological."


@kind("quotation altered", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    m = re.search(r"“([^”]*?)(\w{4,})([^”\w]*)”", s.text)
    if m:
        yield s.text[: m.start(2)] + "remarkable" + s.text[m.end(2) :]


def replaced(page: Page, old: Statement, new: Statement) -> Page:
    """The page with one sentence changed and its support left as it was."""
    sections = tuple(
        Section(name=s.name, statements=tuple(new if x is old else x for x in s.statements))
        for s in page.sections
    )
    return msgspec.structs.replace(page, sections=sections)


def harms_dropped(page: Page) -> Page:
    """The page without its sentences on harms."""
    sections = tuple(
        Section(name=s.name, statements=tuple(x for x in s.statements if x.about != ("harms",)))
        for s in page.sections
    )
    return msgspec.structs.replace(page, sections=sections)

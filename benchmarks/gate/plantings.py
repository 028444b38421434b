"""Errors planted into the sentences that tell a result in our own voice, one kind a function.

Those about people and design stand in `people_plantings.py`; those planted into what the
authors report as well in `word_plantings.py` and `exchanged.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from evidence_atlas.checking.numbers import read as read_numbers
from evidence_atlas.records import Statement

from .kinds import KINDS, TOLD, Kind, kind, masked, result_told
from .pages import Study

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


def _treatment(study: Study) -> str:
    what = (study.reading.interventions or study.reading.measures or ("the treatment",))[0]
    return what[:1].upper() + what[1:]


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
    result = result_told(s, study)
    if result is None or result.direction in ("mixed", "descriptive"):
        return
    found = list(re.finditer(r"\b(" + "|".join(SWAPS) + r")\b", masked(s.text)))
    if len(found) == 1:
        m = found[0]
        yield s.text[: m.start()] + SWAPS[m.group()] + s.text[m.end() :]


@kind("negation dropped", "negation")
def _(s: Statement, study: Study) -> Iterator[str]:
    if result_told(s, study) is None:
        return
    for pattern, to in NEGATIONS:
        new = re.sub(pattern, to, s.text, count=1)
        if new != s.text:
            yield new
            return


@kind("absence told as proof")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = result_told(s, study)
    if result is not None and result.direction in ("no difference", "no association"):
        yield f"{_treatment(study)} had no effect on {result.outcome or 'the people'}."


@kind("sides of a comparison exchanged")
def _(s: Statement, study: Study) -> Iterator[str]:
    if result_told(s, study) is None:
        return
    m = re.search(r"\b(?:in|of) ([^.,;()]{4,40}) than in ([^.,;()]{4,40})(?=[.,;(])", s.text)
    if m:
        yield s.text[: m.start(1)] + m[2] + s.text[m.end(1) : m.start(2)] + m[1] + s.text[m.end() :]


# --- What kind of claim -----------------------------------------------------------------------


@kind("association as cause")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = result_told(s, study)
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
    if result_told(s, study) is not None and "prove" not in study.source:
        yield f"This proves that {s.text[:1].lower()}{s.text[1:]}"


@kind("finding as recommendation")
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section == "observed_findings" and study.reading.interventions:
        yield f"People with {study.illness} should try {study.reading.interventions[0]}."


@kind("wrong illness")
def _(s: Statement, study: Study) -> Iterator[str]:
    if study.illness in s.text and s.section in TOLD:
        yield s.text.replace(study.illness, study.other_illness)


@kind("invented outcome")
def _(s: Statement, study: Study) -> Iterator[str]:
    result = result_told(s, study)
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
    result = result_told(s, study)
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

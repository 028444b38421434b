"""How many planted errors the gate catches, by kind.

    python benchmarks/gate_catches.py FILE... [--misses N] [--held]

FILE holds records (PubMed XML, MEDLINE text or plain records). Each record is read, graded
and written; into each page that passes the gate clean, errors are planted one at a time by
rule, and the gate looks again. An error is caught where a CRITICAL flag stands. Kinds marked
`*` were not looked at while the rules were made.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from evidence_atlas import conditions, grading, reading, sources, writing
from evidence_atlas.checking import check, held
from evidence_atlas.checking.numbers import read as read_numbers
from evidence_atlas.records import Page, Reading, Record, Section, Statement

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
Planting = Callable[[Statement, "Study"], Iterator[str]]


class Study(msgspec.Struct):
    record: Record
    reading: Reading
    illness: str
    other_illness: str

    def result(self, s: Statement):
        found = [a for a in s.about if a.startswith("results.")]
        return self.reading.results[int(found[0].split(".")[1])] if found else None


def number_changed(s: Statement, study: Study) -> Iterator[str]:
    for n in read_numbers(s.text)[:2]:
        if n.kind in ("count", "percent") and not n.bare_one and not n.in_words and n.value > 1:
            new = str(int(n.value) + 7) if n.value.denominator == 1 else n.text + "3"
            yield s.text[: n.start] + new + s.text[n.end :]


def word_number_changed(s: Statement, study: Study) -> Iterator[str]:
    for n in read_numbers(s.text)[:2]:
        if n.kind == "count" and n.in_words and not n.bare_one:
            new = "seventeen" if n.value != 17 else "nineteen"
            yield s.text[: n.start] + (new.capitalize() if n.start == 0 else new) + s.text[n.end :]


def digits_swapped(s: Statement, study: Study) -> Iterator[str]:
    for n in read_numbers(s.text)[:2]:
        m = re.match(r"(\d)(\d)", n.text)
        if n.kind in ("count", "percent") and m and m[1] != m[2] and m[2] != "0":
            yield s.text[: n.start] + m[2] + m[1] + n.text[2:] + s.text[n.end :]


def percent_dropped(s: Statement, study: Study) -> Iterator[str]:
    m = re.search(r"(\d)\s?%", s.text)
    if m:
        yield s.text[: m.end(1)] + " people" + s.text[m.end() :]


def direction_flipped(s: Statement, study: Study) -> Iterator[str]:
    result = study.result(s)
    if result is None or result.direction in ("mixed", "descriptive"):
        return
    outside = re.sub(r"“[^”]*”", lambda m: "·" * len(m.group()), s.text)
    found = list(re.finditer(r"\b(" + "|".join(SWAPS) + r")\b", outside))
    if len(found) == 1:
        m = found[0]
        yield s.text[: m.start()] + SWAPS[m.group()] + s.text[m.end() :]


def negation_dropped(s: Statement, study: Study) -> Iterator[str]:
    if study.result(s) is None:
        return
    for pattern, to in NEGATIONS:
        new = re.sub(pattern, to, s.text, count=1)
        if new != s.text:
            yield new
            return


def part_told_of_all(s: Statement, study: Study) -> Iterator[str]:
    result = study.result(s)
    if result is not None and result.scope == "subgroup":
        new = re.sub(r"^In [^,]{3,90}, ", "In everyone, ", s.text)
        if new != s.text:
            yield new


def causal_verb(s: Statement, study: Study) -> Iterator[str]:
    result = study.result(s)
    if result is None or result.comparison == "between_randomised":
        return
    what = (study.reading.interventions or study.reading.measures or ("The treatment",))[0]
    yield f"{what[:1].upper()}{what[1:]} caused a change in {result.outcome or 'the result'}."


def acting_verb(s: Statement, study: Study) -> Iterator[str]:
    result = study.result(s)
    if result is None or result.comparison == "between_randomised" or not result.outcome:
        return
    what = (study.reading.interventions or ("The treatment",))[0]
    yield f"{what[:1].upper()}{what[1:]} improved {result.outcome}."


def first_added(s: Statement, study: Study) -> Iterator[str]:
    if "first" not in study.record.title.lower():
        yield f"For the first time, {s.text[:1].lower()}{s.text[1:]}"


def proof_added(s: Statement, study: Study) -> Iterator[str]:
    if study.result(s) is not None:
        yield f"This proves that {s.text[:1].lower()}{s.text[1:]}"


def recommendation(s: Statement, study: Study) -> Iterator[str]:
    if s.section == "observed_findings" and study.reading.interventions:
        yield f"People with {study.illness} should try {study.reading.interventions[0]}."


def wrong_illness(s: Statement, study: Study) -> Iterator[str]:
    if study.illness in s.text:
        yield s.text.replace(study.illness, study.other_illness)


def absence_as_proof(s: Statement, study: Study) -> Iterator[str]:
    result = study.result(s)
    if result is not None and result.direction in ("no difference", "no association"):
        what = (study.reading.interventions or ("It",))[0]
        yield f"{what[:1].upper()}{what[1:]} had no effect on {result.outcome or 'the people'}."


def parallel(s: Statement, study: Study) -> Iterator[str]:
    if study.reading.design.crossover is True and s.about == ("participants",):
        yield re.sub(r"\bhad both (.*?) and (.*?)(?=[,.;])", r"had either \1 or \2", s.text)


def groups_swapped(s: Statement, study: Study) -> Iterator[str]:
    p = study.reading.participants
    if p.patients and p.controls and p.patients != p.controls and s.about == ("participants",):
        a, b = f"{p.patients:,}", f"{p.controls:,}"
        if re.search(rf"\b{a}\b", s.text) and re.search(rf"\b{b}\b", s.text):
            text = re.sub(rf"\b{a}\b", "@", s.text, count=1)
            yield re.sub(rf"\b{b}\b", a, text, count=1).replace("@", b)


def completers(s: Statement, study: Study) -> Iterator[str]:
    p = study.reading.participants
    began, ended = p.randomised or p.enrolled or p.total, p.completed or p.analysed
    if (
        s.about == ("participants",) and began and ended and ended < began
        and (not p.total or p.total > ended)
    ):  # fmt: skip
        yield f"{ended} people were enrolled and were put into the study: they started it."


def safe(s: Statement, study: Study) -> Iterator[str]:
    if s.about == ("harms",):
        yield "The treatment was safe and well tolerated; no harms."


def generalised(s: Statement, study: Study) -> Iterator[str]:
    result = study.result(s)
    if result is not None and result.outcome and s.section == "observed_findings":
        yield f"People with {study.illness} have a different {result.outcome}."


def within_as_between(s: Statement, study: Study) -> Iterator[str]:
    result = study.result(s)
    if result is not None and result.comparison == "within_group":
        yield re.sub(r"^Compared with the start, (.*)\.$", r"\1 more than with placebo.", s.text)


def psychological(s: Statement, study: Study) -> Iterator[str]:
    if s.about == ("participants",):
        yield f"{s.text} So {study.illness} is not psychological."


PLANTINGS: dict[str, Planting] = {
    "number changed": number_changed,
    "number word changed": word_number_changed,
    "digits swapped": digits_swapped,
    "percent told as people": percent_dropped,
    "direction flipped": direction_flipped,
    "negation dropped": negation_dropped,
    "part told of all": part_told_of_all,
    "causal verb": causal_verb,
    "acting verb": acting_verb,
    "first added": first_added,
    "proof added*": proof_added,
    "finding as advice": recommendation,
    "wrong illness": wrong_illness,
    "absence as proof": absence_as_proof,
    "crossover as parallel": parallel,
    "patients and controls swapped": groups_swapped,
    "completers as enrolled": completers,
    "safe added": safe,
    "told of all patients": generalised,
    "within as between*": within_as_between,
    "psychological claim*": psychological,
}


def replaced(page: Page, statement: Statement, text: str) -> Page:
    """The page with one sentence changed and its support left as it was."""
    new = msgspec.structs.replace(statement, text=text)
    sections = tuple(
        Section(name=s.name, statements=tuple(new if x is statement else x for x in s.statements))
        for s in page.sections
    )
    return msgspec.structs.replace(page, sections=sections)


def harms_dropped(page: Page) -> Page:
    sections = tuple(
        Section(name=s.name, statements=tuple(x for x in s.statements if x.about != ("harms",)))
        for s in page.sections
    )
    return msgspec.structs.replace(page, sections=sections)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--condition", default="mecfs")
    parser.add_argument("--misses", type=int, default=0, help="print this many misses a kind")
    parser.add_argument("--held", action="store_true", help="print every critical flag")
    options = parser.parse_args()
    condition = conditions.load(options.condition)
    planted, caught = Counter(), Counter()
    misses: dict[str, list[str]] = defaultdict(list)
    pages = held_pages = statements = 0
    codes: Counter[str] = Counter()
    warned: Counter[str] = Counter()
    spent = 0.0
    for path in options.files:
        for record in sources.read_file(path):
            if not isinstance(record, Record):
                continue
            found = reading.read(record, condition)
            grades = grading.grade(record, found, condition)
            facts = grading.facts(record.key, "x", record, found, grades)
            grades = grading.level(grades, facts, (), {})
            brief = writing.summarise(record, found, grades)
            page = writing.draft(record.key, brief, record, found, grades, (), {}, condition)
            begun = time.perf_counter()
            flags = check(page, record, found, grades, (), {}, condition)
            spent += time.perf_counter() - begun
            pages += 1
            statements += len(page.statements())
            warned.update({f.code for f in flags if f.severity == "WARNING"})
            if held(flags):
                held_pages += 1
                codes.update({f.code for f in flags if f.severity == "CRITICAL"})
                if options.held:
                    for f in flags:
                        if f.severity == "CRITICAL":
                            print(f"{record.key}\t{f.code}\t{f.detail}")
                continue
            illness = found.condition_as_named or (found.conditions or ("the illness",))[0]
            others = [
                n.name for n in condition.other_conditions
                if not re.search(n.pattern, record.title + str(record.abstract), re.I)
            ]  # fmt: skip
            study = Study(record, found, illness, others[0])
            for s in page.statements():
                if s.section not in TOLD or s.voice == "authors":
                    continue
                for kind, plant in PLANTINGS.items():
                    for text in plant(s, study):
                        if text == s.text:
                            continue
                        planted[kind] += 1
                        again = replaced(page, s, text)
                        if held(check(again, record, found, grades, (), {}, condition)):
                            caught[kind] += 1
                        else:
                            misses[kind].append(f"{record.key}: {s.text} -> {text}")
            if brief.treatment and any(s.about == ("harms",) for s in page.statements()):
                planted["harms dropped"] += 1
                gone = harms_dropped(page)
                caught["harms dropped"] += held(
                    check(gone, record, found, grades, (), {}, condition)
                )
    print(
        f"{pages} pages, {statements} statements, {held_pages} held "
        f"({held_pages / max(pages, 1):.1%}), {1000 * spent / max(pages, 1):.1f} ms a page"
    )
    print("held for:", dict(codes.most_common()))
    print("warnings, by pages:", dict(warned.most_common()))
    for kind in sorted(planted):
        share = caught[kind] / planted[kind]
        print(f"{kind:32} {caught[kind]:5} of {planted[kind]:5}  {share:.1%}")
        for miss in misses[kind][: options.misses]:
            print("      ", miss)
    total = sum(planted.values())
    print(
        f"{'all':32} {sum(caught.values()):5} of {total:5}  "
        f"{sum(caught.values()) / max(total, 1):.1%}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

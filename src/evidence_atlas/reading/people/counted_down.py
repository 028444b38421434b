"""From those asked or listed down to those studied: "900 were sent it, 413 sent it back, 400 …".

Each number of people in the sentences that follow each other is told by its own clause to be of
those asked, of those lost, or of those taken; the last taken are everybody where the first were
only asked, or where the numbers lost make up the difference.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from evidence_atlas.records import Sentence
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..text import numbers
from .people_words import CUES, UNIT
from .places import Count

_CUES = {name: cue(found) for name, found in tables.load("counted_down").items()}
_SENTENCES = 3
_BEHIND = 110
_FEWEST = 20
"""Of so many at least one is left."""
_LABEL = re.compile(r"\(\s?[nN]\s?=\s?\Z")

Stage = Literal["asked", "lost", "lost later", "taken", "other"]


class _Step(NamedTuple):
    """A number, the sentence it stands in, and what became of those it counts."""

    number: numbers.Number
    sentence: Sentence
    stage: Stage
    final: bool = False
    reached: bool = False
    things: bool = False

    @property
    def value(self) -> int:
        return self.number.value or 0


def read(document: Document, facts: dict[str, Count]) -> None:
    """Take those who were left for everybody, where they were told of step by step."""
    if "controls" in facts:
        return
    told = [s for _, s in document.parts("methods", "results", "aim")]
    steps = [_steps(s) for s in told]
    total = facts.get("total")
    for i in range(len(told)):
        near = slice(i, i + sum(s.start - told[i].start < 700 for s in told[i : i + _SENTENCES]))
        left = _left(document, told[near], steps[near], total) if steps[i] else None
        if left is None:
            continue
        if total is not None and left.value >= total.value:
            return
        for name in ("patients", "with_illness", "completed", "analysed"):
            if name in facts and total is not None and facts[name].value == total.value:
                facts[name] = left
        facts["total"] = left
        return


def _left(
    document: Document, sentences: list[Sentence], told: list[list[_Step]], total: Count | None
) -> Count | None:
    """The last who were taken, of the first number of these sentences, each with its steps."""
    steps = [step for each in told for step in each]
    if len(steps) < 2 or any(_CUES["not_here"].search(s.text) for s in sentences):
        return None
    first, last, lost = steps[0], None, 0
    before = {first.value}
    reported = any(_CUES["reported_on"].search(s.text) for s in sentences)
    fits = final = reached = False
    seen = {first.value}
    for step in steps[1:]:
        seen.add(step.value)
        if step.stage == "lost" or (step.stage == "lost later" and reported):
            lost += step.value
        elif step.value < min(before) and (
            step.stage == "taken" or (lost and any(n - lost == step.value for n in before))
        ):
            if final and not lost:
                break
            fits = lost > 0 and any(n - lost == step.value for n in before)
            last = step
            before.add(step.value)
            final = step.final
            reached = reached or step.reached
        elif last is not None or (step.stage == "taken" and step.value > first.value):
            break
    if last is None or last.value * _FEWEST < first.value:
        return None
    if any(step.things for step in steps[: steps.index(last) + 1]):
        return None
    if not (first.stage == "asked" or fits or lost or reached):
        return None
    if total is not None and total.value not in seen:
        return None  # Everybody is counted elsewhere.
    start = last.sentence.start + last.number.start
    return Count(last.value, document.quote(start, start + len(last.number.printed)))


def _steps(sentence: Sentence) -> list[_Step]:
    text = sentence.text
    free = [n for n in numbers.find(text) if _may_step(text, n)]
    found = []
    for i, number in enumerate(free):
        before = text[free[i - 1].end if i else 0 : number.start]
        end = free[i + 1].start if i + 1 < len(free) else len(text)
        behind = text[number.end : min(end, number.end + _BEHIND)]
        before = _LABEL.sub("", before)
        stage = _stage(before, behind, i == 0)
        final = _CUES["final_after"].match(behind) is not None
        reached = bool(
            _CUES["reached_after"].match(behind) or _CUES["report_on_before"].search(before)
        )
        things = _CUES["things_after"].match(behind) is not None
        found.append(_Step(number, sentence, stage, final, reached, things))
    return found


def _stage(before: str, behind: str, first: bool) -> Stage:
    if _CUES["lost_before"].search(before) or _CUES["lost_after"].match(behind):
        return "lost"
    if _CUES["lost_late"].match(behind):
        return "lost later"
    if _CUES["asked_after"].match(behind) or _CUES["asked_before"].search(before):
        taken = _CUES["taken_after"].match(behind)
        return "taken" if taken and not first else "asked"
    if _CUES["later_after"].match(behind) and not _CUES["reached_after"].match(behind):
        return "other"
    if any(
        (
            _CUES["taken_after"].match(behind),
            _CUES["taken_before"].search(before),
            _CUES["report_on_before"].search(before),
        )
    ):
        return "taken"
    return "other"


def _may_step(text: str, number: numbers.Number) -> bool:
    return (
        (number.value or 0) > 1
        and not UNIT.match(text, number.end)
        and not numbers.is_percent(text, number.end)
        and not numbers.opens_range(text, number.end)
        and not numbers.is_year(text, number)
        and not CUES["no_people_next"].match(text, number.end)
        and not _CUES["no_step_before"].search(text, 0, number.start)
        and not CUES["not_a_count_before"].within(text, number.start - 20, number.start)
        and (
            not numbers.in_bracket(text, number.start)
            or _LABEL.search(text, 0, number.start) is not None
        )
    )

"""The direction that a sentence tells agrees with the words it quotes and the result it tells.

Both are reduced to classes of words (up, down, better, worse, a link, a difference, nothing
found). A statement is at fault where its source says only the opposite, or says "nothing
found" of what the statement says happened, or where the reading of the very result disagrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from evidence_atlas.records import Flag, Result, Statement

from .case import FINDING_SECTIONS, Case, claimed, quotes, table
from .codes import flag

_TABLE = table("directions.toml")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


_WORDS = {name: _compiled(pattern) for name, pattern in _TABLE["words"].items()}
_BEFORE = _compiled(_TABLE["negation"]["before"])
_NONE = _compiled(_TABLE["negation"]["none"])
_NOT_NEGATION = _compiled(_TABLE["negation"]["not_negation"])
_CLAUSE_END = re.compile(_TABLE["negation"]["clause_end"], re.IGNORECASE)
BAD = _compiled(_TABLE["polarity"]["bad"])
GOOD = _compiled(_TABLE["polarity"]["good"])
POINTING = frozenset({"up", "down", "better", "worse"})
"""The directions that have an opposite: a way up or down, or one for better or worse."""
CLAIMING = POINTING | {"link"}
OPPOSITE = {a: b for pair in _TABLE["opposites"] for a, b in (tuple(pair), tuple(reversed(pair)))}
_READ = {
    "increase": "up", "higher": "up", "decrease": "down", "lower": "down",
    "no difference": "none", "no association": "none", "association": "link",
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """The classes of direction in a text; `none` means that it says nothing was found."""

    classes: frozenset[str]
    none: bool

    def has(self, name: str) -> bool:
        return name in self.classes


@lru_cache(maxsize=4096)
def said(text: str) -> Said:
    """What directions a text tells, with negation heard within the clause."""
    text = _NOT_NEGATION.sub(lambda m: " " * len(m.group()), text)
    found: set[str] = set()
    none = bool(_NONE.search(text))
    ends = [m.end() for m in _CLAUSE_END.finditer(text)]
    negations = [m.end() for m in _BEFORE.finditer(text)]
    for name, pattern in _WORDS.items():
        for m in pattern.finditer(text):
            clause = max((e for e in ends if e <= m.start()), default=0)
            if any(clause <= n <= m.start() and m.start() - n < 60 for n in negations):
                none = True
            else:
                found.add(name)
    return Said(frozenset(found), none)


@lru_cache(maxsize=4096)
def classes_of(word: str) -> frozenset[str]:
    """The directions that a word by itself tells; none for most words."""
    return frozenset(name for name, pattern in _WORDS.items() if pattern.fullmatch(word))


def directions(case: Case) -> Iterator[Flag]:
    """A statement that tells a result tells it the way its source does."""
    for statement in case.statements:
        if statement.section not in FINDING_SECTIONS or statement.voice == "authors":
            continue
        results = case.results_of(statement)
        # That further results are not restated tells of none of them which way it went.
        if not results or any(getattr(s, "rule", "") == "more-results" for s in statement.support):
            continue
        fault = _fault(statement, results)
        if fault:
            yield flag("direction-contradicts", statement, f"{fault}: {statement.text}")


def _fault(statement: Statement, results: tuple[Result, ...]) -> str | None:
    ours = said(claimed(statement))
    # What is quoted keeps its own negation: "X, the authors write, “did not change it”".
    ours = Said(ours.classes, ours.none or said(statement.text).none)
    theirs = said(" ; ".join([q.text for q in quotes(statement)] + [r.text for r in results]))
    for name, opposite in OPPOSITE.items():
        if not ours.has(name) or ours.has(opposite) or not theirs.has(opposite):
            continue
        if not theirs.has(name) and not _same_by_polarity(name, statement.text):
            return f"we say {name}, the source says {opposite}"
    return _against_reading(ours, theirs, statement, results)


def _against_reading(
    ours: Said, theirs: Said, statement: Statement, results: tuple[Result, ...]
) -> str | None:
    read = {_READ.get(r.direction, r.direction) for r in results}
    moves = ours.classes & (CLAIMING | {"change"})
    if read == {"none"} and not ours.none and moves:
        return "we tell a change or a link, the source found none"
    if moves and not ours.none and theirs.none and not theirs.classes - {"change"}:
        return "we tell a change or a link, the source found none"
    if (
        ours.none
        and not moves - {"change"}
        and not theirs.none
        and theirs.classes
        and not read & {"none", "mixed", "descriptive"}
    ):
        return "we say that nothing was found, the source tells a change or a link"
    judged = {r.better_or_worse for r in results}
    if len(results) == 1 and judged != {None}:
        wrong = "worse" if judged == {"better"} else "better"
        right = "better" if wrong == "worse" else "worse"
        if ours.has(wrong) and not ours.has(right) and not theirs.has(wrong):
            return f"we say {wrong}, the authors say {right}"
    for name, opposite in (("up", "down"), ("down", "up")):
        if read == {opposite} and ours.has(name) and not ours.has(opposite):
            if not _compares_parts(statement.text) and not theirs.has(name):
                return f"we say {name}, the result as read says {opposite}"
            if _main_verb(name, statement.text) and not _main_verb(name, results[0].text):
                return f"we say {name}, the result as read says {opposite}"
    return None


def _compares_parts(text: str) -> bool:
    return bool(re.search(r"\b(?:more than|less than|fewer than|more of|most of)\b", text, re.I))


_MAIN = {
    "up": re.compile(
        r"\b(?:rose|increased|(?:was|were) (?:\w+ )?"
        r"(?:higher|greater|longer|elevated|increased|raised))\b",
        re.IGNORECASE,
    ),
    "down": re.compile(
        r"\b(?:fell|decreased|declined|(?:was|were) (?:\w+ )?"
        r"(?:lower|smaller|shorter|reduced|decreased|lowered))\b",
        re.IGNORECASE,
    ),
}


def _main_verb(name: str, text: str) -> bool:
    """Whether the text says so as its main verb, not only in passing."""
    return bool(_MAIN[name].search(text))


def _same_by_polarity(name: str, text: str) -> bool:
    """ "Fatigue was worse" of a source that says "improved" is a fault; "less fatigue" is none."""
    if name in ("better", "worse"):
        return False
    return bool(BAD.search(text)) and bool(GOOD.search(text))


def polarity(case: Case) -> Iterator[Flag]:
    """Better or worse is told only where the source says so, or what it measures makes it so."""
    for statement in case.statements:
        if statement.section not in FINDING_SECTIONS or statement.voice == "authors":
            continue
        results = case.results_of(statement)
        if not results:
            continue
        ours = said(claimed(statement))
        theirs = said(" ; ".join([q.text for q in quotes(statement)] + [r.text for r in results]))
        for name in ("better", "worse"):
            opposite = OPPOSITE[name]
            if not ours.has(name) or theirs.has(name) or ours.has(opposite):
                continue
            if any(r.better_or_worse == name for r in results):
                continue
            if any(_by_scale(r, case) == name for r in results):
                continue
            up_is = _up_is(" ".join([r.outcome or "" for r in results]) + " " + statement.text)
            told = {_READ.get(r.direction, "") for r in results}
            fits = {"up": up_is, "down": OPPOSITE.get(up_is or "")}
            if any(fits.get(d) == opposite for d in told if d):
                yield flag(
                    "direction-contradicts",
                    statement,
                    f"we say {name}, what was measured says {opposite}: {statement.text}",
                )


def _by_scale(result: Result, case: Case) -> str | None:
    """Better or worse by the direction of the questionnaire that was measured, where known.

    "Checklist Individual Strength" measures fatigue: its name's words do not decide.
    """
    way = {"higher": "higher", "increase": "higher", "lower": "lower", "decrease": "lower"}.get(
        result.direction
    )
    for scale in case.condition.scales:
        if way and scale.better and re.search(scale.pattern, result.outcome or "", re.IGNORECASE):
            return "better" if way == scale.better else "worse"
    return None


def _up_is(text: str) -> str | None:
    bad, good = bool(BAD.search(text)), bool(GOOD.search(text))
    if bad == good:
        return None
    return "worse" if bad else "better"


def agreement(case: Case) -> Iterator[Flag]:
    """Two sections do not tell the same result in opposite directions."""
    told: dict[int, tuple[Said, Statement]] = {}
    for statement, result in case.telling_one_result():
        ours = said(claimed(statement))
        number = case.reading.results.index(result)
        before = told.setdefault(number, (ours, statement))
        for name, opposite in OPPOSITE.items():
            first, second = before[0], ours
            if (
                first.has(name) and not first.has(opposite)
                and second.has(opposite) and not second.has(name)
            ):  # fmt: skip
                yield flag(
                    "sections-contradict",
                    statement,
                    f"“{before[1].text}” says {name}, “{statement.text}” says {opposite}",
                )

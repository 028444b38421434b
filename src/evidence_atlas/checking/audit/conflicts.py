"""A specific fact of the abstract that a sentence contradicts.

Being called contradicted wrongly is the worst that can happen to a true sentence, so each
rule here asks for a fact that the abstract states once and plainly, and for a sentence that
speaks of just that fact. Where anything is open, the sentence is at most unsupported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from ..case import folded
from ..content_words import content, stem
from ..numbers import Number, read
from ..people import CROSSOVER_AS_PARALLEL
from ..record_type import PLANNED, TOLD_AS_DONE
from .abstract import TABLE, Abstract, Piece
from .alignment import disagreement, matches
from .values import Finding

_ABOUT = re.compile(TABLE["about"], re.IGNORECASE)
_PEOPLE = re.compile(TABLE["people"], re.IGNORECASE)
_PART = re.compile(TABLE["part"], re.IGNORECASE)
_DONE_SOURCE = re.compile(r"\b(?:results?|found|showed|significant)\b", re.IGNORECASE)
_BY_CHANCE = re.compile(
    r"\b(?:put by chance|by chance into|was randomi[sz]ed|were randomi[sz]ed|randomi[sz]ed "
    r"(?:controlled )?(?:trial|study)|at random)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\bopen[- ]label\b|\bknew (?:which|what) (?:treatment|drug|group)", re.I)
_DOUBLE = re.compile(r"\bdouble[- ]blind\b|\bneither\b[^.;]{3,60}\bknew\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|no|nobody|never|without|nor|neither|whether|if)\b", re.IGNORECASE)
_WITH = re.compile(
    r"\b(?:people|patients|adults|children|women|men|participants|adolescents|volunteers|those)"
    r"\s(?:\w+\s){0,2}?(?:with|who had|who have)\s(?:\w+\s){0,2}?$",
    re.IGNORECASE,
)
_NO_HARMS = re.compile(
    r"\bno (?:\w+ ){0,2}(?:harms?|side[- ]effects?|adverse (?:events?|effects?|reactions?))\b"
    r"(?! (?:differ|data|information))",
    re.IGNORECASE,
)
_COUNTED = 12
"""Up to here a whole number may be a count of things named, which is printed nowhere."""

Rule = Callable[[Abstract, str, tuple[Piece, ...]], Finding | None]


def first(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The first fact that a sentence contradicts, None where there is none."""
    for rule in RULES:
        found = rule(abstract, text, sources)
        if found is not None:
            return found
    return None


def plan(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A plan has no results: nothing was found, and nobody has finished."""
    if abstract.grades.value("study_type") != "Protocol" or not sources:
        return None
    m = TOLD_AS_DONE.search(text)
    source = sources[0]
    past = source.role in ("background", "other") or TOLD_AS_DONE.search(source.text)
    if m is None or PLANNED.search(text) or _NOT.search(text) or past:
        return None
    return Finding(
        because=f"the abstract is a plan and reports no results; the summary says “{m.group()}”",
        quote=source.quote,
    )


def took_part(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The number of all who took part, where the abstract gives one and the summary another."""
    p = abstract.reading.participants
    total = p.total if p.total is not None else p.planned
    if total is None or _PART.search(text) or p.studies is not None:
        return None
    for number in read(text):
        if not _counts_people(text, number):
            continue
        n = int(number.value)
        if n == total or Fraction(n) in abstract.counts or _near(abstract, number):
            continue
        quote = abstract.first("participants.total", "participants.planned")
        if quote is not None:
            return Finding(because=f"{total} took part, not {n}", quote=quote)
    return None


def finished(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """Those who finished told as those who started."""
    p = abstract.reading.participants
    began = next((n for n in (p.enrolled, p.randomised, p.total) if n is not None), None)
    ended = p.completed
    if began is None or ended is None or ended >= began or _FINISHING.search(text):
        return None
    started = _STARTING.search(text)
    for number in read(text):
        if started and _counts_people(text, number) and number.value == ended:
            return Finding(
                because=f"{began} started; {ended} are those who finished",
                quote=abstract.first("participants.completed"),
            )
    return None


_STARTING = re.compile(
    r"\b(?:were put by chance|were randomi[sz]ed|started|began|enrolled|joined|entered|signed up|"
    r"were recruited)\b",
    re.IGNORECASE,
)
_FINISHING = re.compile(TABLE["told"]["people_lost"], re.IGNORECASE)


def patients_and_controls(
    abstract: Abstract, text: str, sources: tuple[Piece, ...]
) -> Finding | None:
    """The numbers of patients and of controls exchanged."""
    p = abstract.reading.participants
    if p.patients is None or p.controls is None or p.patients == p.controls:
        return None
    for number in read(text):
        if number.kind != "count" or number.unit or number.value != p.patients:
            continue
        after = text[number.end :]
        if not re.match(r"\s(?:\w+\s){0,2}?(?:healthy|controls?\b)", after, re.IGNORECASE):
            continue
        if any(n.value == p.controls and n.kind == "count" for n in read(text)):
            return Finding(
                because=f"{p.patients} were patients and {p.controls} were controls",
                quote=abstract.first("participants.controls", "participants.patients"),
            )
    return None


def crossover(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A crossover told as groups side by side: there the same people have each treatment."""
    if abstract.reading.design.crossover is not True:
        return None
    m = CROSSOVER_AS_PARALLEL.search(text)
    names = (*abstract.reading.interventions, *abstract.reading.comparators)
    for name in names:
        if m is None and len(name) > 2:
            m = re.search(rf"\b{re.escape(name)}[- ](?:group|arm)\b", text, re.IGNORECASE)
    if m is None or _is_subgroup(abstract, text):
        return None
    return Finding(
        because="the trial was a crossover, in which the same people had each treatment in turn; "
        f"the summary says “{m.group()}”",
        quote=abstract.first("design.crossover"),
    )


def _is_subgroup(abstract: Abstract, text: str) -> bool:
    """Whether groups are spoken of that were made later, which a crossover may have."""
    later = [g for g in abstract.reading.participants.groups if g.kind == "subgroup"]
    counts = {int(n.value) for n in read(text) if n.kind == "count"}
    return (
        bool(later)
        and (len(later) in counts or len(later) - 1 in counts)
        and not re.search(r"\b(?:had|took|got|received|were given)\b", text, re.IGNORECASE)
    )


def design(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """Chance and blinding, where the abstract says that it was otherwise."""
    made = abstract.reading.design
    for pattern, otherwise, because, path in (
        (_BY_CHANCE, made.randomised is False, "it was not decided by chance who had what",
         "design.randomised"),
        (_OPEN, made.blinding == "double", "the trial was double-blind", "design.blinding"),
        (_DOUBLE, made.blinding == "open", "the trial was open", "design.blinding"),
    ):  # fmt: skip
        m = pattern.search(text) if otherwise else None
        quote = abstract.first(path)
        if m and quote and not _NOT.search(text[: m.start()]):
            return Finding(because=f"{because}; the summary says “{m.group()}”", quote=quote)
    return None


def illness(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The people had another illness than the summary says."""
    named = abstract.reading.condition_as_named
    quote = abstract.first("condition_as_named")
    if not named or quote is None:
        return None
    for name in (*abstract.condition.names, *abstract.condition.other_conditions):
        pattern = re.compile(name.pattern, re.IGNORECASE)
        for m in pattern.finditer(text):
            own = any(
                re.search(other.pattern, m.group(), re.IGNORECASE)
                and re.search(other.pattern, abstract.whole, re.IGNORECASE)
                for other in (*abstract.condition.names, *abstract.condition.other_conditions)
            )
            before = text[: m.start()]
            if own or pattern.search(abstract.whole) or _NOT.search(before):
                continue
            # All the illness's own names are one illness here; which of them is used is style.
            if name in abstract.condition.names and _is_ours(abstract, named):
                continue
            if _WITH.search(before):
                return Finding(
                    because=f"the people had {named}; the abstract does not name {m.group()}",
                    quote=quote,
                )
    return None


def _is_ours(abstract: Abstract, named: str) -> bool:
    return any(re.search(n.pattern, named, re.IGNORECASE) for n in abstract.condition.names)


def harms(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """ "No side effects" of a study that reports some."""
    harm = abstract.reading.harms
    m = _NO_HARMS.search(text)
    if m is None or harm.status != "reported" or harm.quote is None:
        return None
    if _NO_HARMS.search(abstract.whole) or re.search(r"\bno\b", harm.quote.text, re.IGNORECASE):
        return None
    return Finding(because=f"harms are reported; the summary says “{m.group()}”", quote=harm.quote)


def whole_group(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A change in a part of the people told of all, of whom the abstract says there was none."""
    for match in matches(abstract, text):
        part = match.result
        if part.scope != "subgroup" or not match.strong or _names_a_part(abstract, text):
            continue
        for other in abstract.reading.results:
            if (
                other.scope == "all"
                and other.timepoint != "baseline"
                and other.direction in ("no difference", "no association")
                and part.outcome
                and same_outcome(abstract, part.outcome, other.text)
                and disagreement(text, other)
            ):
                return Finding(
                    because="for everybody together the abstract reports no clear change",
                    quote=other.quote,
                )
    return None


def _names_a_part(abstract: Abstract, text: str) -> bool:
    parts = [g for g in abstract.reading.participants.groups if g.kind == "subgroup"]
    counts = {int(n.value) for n in read(text) if n.kind == "count"}
    if any(g.n in counts for g in parts):
        return True
    return bool(re.search(r"\b(?:sub-?groups?|groups?|of (?:the|those|them)|those|with|who|only)\b",
                          text, re.IGNORECASE))  # fmt: skip


def same_outcome(abstract: Abstract, outcome: str, text: str) -> bool:
    """Whether a text names an outcome, in the abstract's words or in plain ones."""
    held = folded(f"{text}\n{abstract.plain(text)}")
    return all(stem(w) in held for w in content(outcome))


def direction(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The abstract tells the very result the other way."""
    found = matches(abstract, text)
    strong = [m for m in found if m.strong]
    if not strong:
        return None
    best = strong[0]
    # Another result that the sentence may as well tell, and that agrees, ends the matter.
    told = [disagreement(text, m.result) for m in found if m.share >= best.share - 0.2]
    if any(d is None for d in told):
        return None
    first_told = told[0]
    assert first_told is not None
    ours, theirs = first_told
    return Finding(
        because=f"the summary says {_IN_WORDS.get(ours, ours)}, the abstract "
        f"{_IN_WORDS.get(theirs, theirs)}",
        quote=best.result.quote,
    )


_IN_WORDS = {"up": "more", "down": "less"}


def turned_round(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """ "From A to B" where the abstract has from B to A."""
    for ours in _FROM_TO.finditer(_SPREAD.sub("", text)):
        if ours["a"] == ours["b"]:
            continue
        for piece in sources:
            for theirs in _FROM_TO.finditer(_SPREAD.sub("", piece.text)):
                if (theirs["a"], theirs["b"]) == (ours["b"], ours["a"]):
                    return Finding(
                        because=f"the abstract has from {theirs['a']} to {theirs['b']}",
                        quote=piece.quote,
                    )
    return None


_FROM_TO = re.compile(
    r"\bfrom (?:a |an |the )?(?:mean |median )?(?:of )?(?P<a>[0-9]+(?:\.[0-9]+)?)\b[^0-9.;]{0,25}"
    r"\bto (?:a |an )?(?:mean |median )?(?:of )?(?P<b>[0-9]+(?:\.[0-9]+)?)\b",
    re.IGNORECASE,
)


def numbers(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A number in the place of another: the same thing is counted, and the count differs."""
    if not sources:
        return None
    piece = sources[0]
    figures = [n for n in read(text) if n.kind in ("count", "percent") and not n.bare_one]
    held = {(n.value, n.kind) for n in abstract.numbers}
    strange = [
        n for n in figures
        if (n.value, n.kind) not in held and not _derived(abstract, text, n)
    ]  # fmt: skip
    if len(strange) != 1 or abstract.covered(text, piece) < _ALIGNED:
        return None
    number = strange[0]
    used = {(n.value, n.kind) for n in figures}
    bare = _SPREAD.sub(lambda m: " " * len(m.group()), piece.text)
    slots = [
        n for n in read(bare)
        if n.kind == number.kind and n.unit == number.unit and (n.value, n.kind) not in used
        and _slot(bare, n) & _slot(text, number)
    ]  # fmt: skip
    if len({n.value for n in slots}) != 1:
        return None
    return Finding(because=f"the abstract has {slots[0].text} where the summary has {number.text}",
                   quote=piece.quote)  # fmt: skip


_ALIGNED = 0.7
_SPREAD = re.compile(r"(?:±|\+/-)\s?[0-9.]+")
_TOKEN = re.compile(r"[^\W\d_]{2,}|[<>=≤≥]|%")
_SMALL = frozenset({
    "the", "and", "for", "was", "were", "had", "has", "with", "that", "who", "in", "of", "or",
})  # fmt: skip


def _slot(text: str, number: Number) -> set[str]:
    """What stands around a number: the word or sign before it, the next word after it."""
    before = _TOKEN.findall(text[: number.start])[-1:]
    after = [w for w in _TOKEN.findall(text[number.end :]) if w.lower() not in _SMALL][:1]
    marks = {f"<{w.lower()}" for w in before if w.lower() not in _SMALL}
    return marks | {stem(w.lower()) if len(w) > 3 else w.lower() for w in after}


def _counts_people(text: str, number: Number) -> bool:
    return (
        number.kind == "count"
        and number.unit is None
        and number.value.denominator == 1
        and number.value > 1
        and bool(_PEOPLE.match(text[number.end :]))
        and not _ABOUT.search(text[: number.start])
    )


def _derived(abstract: Abstract, text: str, number: Number) -> bool:
    """Whether a number may be a rounding, a sum or a share of what is printed."""
    if _ABOUT.search(text[: number.start]) or _near(abstract, number):
        return True
    if number.kind == "count":
        small = number.value.denominator == 1 and number.value <= _COUNTED
        return small or number.value in abstract.counts
    counts = [c.value for c in abstract.numbers if c.kind == "count" and c.value > 0][:60]
    return any(
        abs(100 * a / b - number.value) < 1 or abs(100 - 100 * a / b - number.value) < 1
        for a in counts for b in counts if a < b
    )  # fmt: skip


def _near(abstract: Abstract, number: Number) -> bool:
    """Whether a number is a printed one rounded, up or down, to fewer figures."""
    step = _step(number.value)
    return any(
        other.kind == number.kind
        and other.value != number.value
        and _step(other.value) < step
        and abs(other.value - number.value) < step
        for other in abstract.numbers
    )


def _step(value: Fraction) -> Fraction:
    """The place of the last figure that is not a closing zero: 10 for 250, 1/10 for 4.1."""
    if not value:
        return Fraction(1)
    step = Fraction(1)
    while (value / step).denominator != 1 and step > Fraction(1, 10**9):
        step /= 10
    while (value / (step * 10)).denominator == 1:
        step *= 10
    return step


RULES: tuple[Rule, ...] = (
    plan, took_part, finished, patients_and_controls, crossover, design, illness, harms,
    whole_group, turned_round, direction, numbers,
)  # fmt: skip


def every(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Iterator[str]:
    """The names of all rules that a sentence breaks, for measuring them one by one."""
    for rule in RULES:
        if rule(abstract, text, sources) is not None:
            yield rule.__name__

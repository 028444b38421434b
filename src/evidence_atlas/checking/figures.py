"""Every number of a sentence stands in what the sentence stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from evidence_atlas.records import (
    Flag,
    QuoteSupport,
    RecordSupport,
    Statement,
    StudySupport,
)

from .case import Case, folded, glossless, quotes, rules
from .codes import flag
from .numbers import Number, is_share, read

_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|some|over|more than|less than|under)\s*$"
)
_GROUPS = re.compile(
    r"^\s*(?:small |other |treatment |study )?(?:groups?|arms?|kinds?|ways?)\b", re.I
)
_FROM_TO = re.compile(
    r"\b(?P<verb>rose|rise|risen|increased|went up|grew|climbed|fell|fallen|dropped|decreased|"
    r"went down|declined|reduced|lowered|raised)\b[^.;0-9]{0,60}"
    r"(?:\bby [0-9]+(?:\.[0-9]+)?(?: ?%| points?)[^.;0-9]{0,20})?\bfrom "
    r"(?P<a>[0-9]+(?:[.,][0-9]+)*)[^0-9;.]{0,30}(?:± ?[0-9.]+[^0-9;.]{0,20})?\b"
    r"to (?P<b>[0-9]+(?:[.,][0-9]+)*)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_POINTED = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:[ .][0-9]{3})+(?![0-9])")
_TIME = re.compile(
    r"[-\s]?(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?)\b"
    r"(?! (?:a|per|each|every)\b)",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?(?:sub|sup|i|b|em|u)>", re.IGNORECASE)
# Where a value may lie is no value: "48 (95% CI 44-53)" holds no 53 that was measured.
_NUMBER = r"[-−]?[0-9]+(?:[.·][0-9]+)?(?: ?%)?"
_INTERVAL = re.compile(
    rf"\b(?:[0-9]{{2}} ?% ?)?(?:CIs?|[Cc]onfidence [Ii]ntervals?|[Cc]redible [Ii]ntervals?|IQR|"
    rf"[Ii]nterquartile [Rr]ange)\b[^0-9()]{{0,6}}{_NUMBER}[^0-9()]{{0,25}}?"
    rf"(?:[-–—‐‑,;]|\bto\b)\s?{_NUMBER}"
)
_TELLS_INTERVAL = re.compile(
    rf"\bCIs?\b|\bIQR\b|\binterval|\brang|\bquartile|\bbetween {_NUMBER}|"
    rf"{_NUMBER}\s?(?:[-–—‐‑]|to)\s?{_NUMBER}",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<![A-Za-z0-9.,])[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])")
_UPWARD = frozenset({"rose", "rise", "risen", "increased", "went up", "grew", "climbed", "raised"})
_CALCULATING = frozenset({"numbers_checked"})


def numbers(case: Case) -> Iterator[Flag]:
    """No number in a sentence that its support does not hold."""
    for statement in case.statements:
        text = _SPACED.sub(lambda m: m.group().replace(" ", ","), glossless(statement))
        missing = [n for n in read(text) if not n.bare_one]
        if not missing:
            continue
        held = _Held(case, statement)
        for number in held.told_too_often(missing):
            yield flag(
                "number-not-in-support",
                statement,
                f"“{number.text}” stands more often than in the support of: {statement.text}",
            )
        for number in missing:
            if not held.accounts_for(number, text):
                yield flag(
                    "number-not-in-support",
                    statement,
                    f"“{number.text}” is not in the support of: {statement.text}",
                )


def from_to(case: Case) -> Iterator[Flag]:
    """ "Rose from A to B" needs B above A."""
    for statement in case.statements:
        for m in _FROM_TO.finditer(statement.text):
            a, b = (
                Fraction(x.replace(",", "")) for x in (m["a"].rstrip(".,"), m["b"].rstrip(".,"))
            )
            after = statement.text[m.end() :]
            times = _TIME.match(after) and any(
                folded(m.group()) in folded(q.text) for q in quotes(statement)
            )
            if times or (_YEAR.fullmatch(m["a"]) and _YEAR.fullmatch(m["b"])):
                continue  # from when to when, not from how much to how much
            if a != b and (b > a) is not (m["verb"].lower() in _UPWARD):
                yield flag(
                    "direction-contradicts",
                    statement,
                    f"“{m['verb']}” does not fit from {m['a']} to {m['b']}",
                )


class _Held:
    """The numbers that a statement's support accounts for."""

    def __init__(self, case: Case, statement: Statement) -> None:
        self.case = case
        self.statement = statement
        # Marks of print within a name ("VO<sub>2</sub>") are no part of it.
        source = [_MARKUP.sub("", q.text) for q in quotes(statement)]
        for item in statement.support:
            if isinstance(item, RecordSupport):
                source.append(item.value)
            elif isinstance(item, StudySupport):
                source.extend((item.label, item.facts))
        if not _TELLS_INTERVAL.search(statement.text):
            source = [_INTERVAL.sub(" ", text) for text in source]
        self.texts = source
        self.lists = [read(text) for text in source]
        self.numbers = [n for found in self.lists for n in found]
        self.rules = rules(statement)
        if statement.section in _CALCULATING or any(
            a.startswith("numbers_checked") for a in statement.about
        ):
            spans = {(q.field, q.start, q.end) for q in quotes(statement)}
            for check in case.reading.numbers_checked:
                if (check.quote.field, check.quote.start, check.quote.end) in spans:
                    for text in (check.claim, check.working, *check.tried):
                        self.texts.append(text)
                        self.numbers.extend(read(text))

    def accounts_for(self, number: Number, text: str) -> bool:
        if number.kind == "name":
            return self._name(number)
        if number.kind == "share":
            return self._share(number, text)
        if any(_same(number, other) for other in self.numbers):
            return True
        return (
            self._spaced_thousands(number)
            or self._in_a_name(number, text)
            or self._by_rule(number, text)
        )

    def told_too_often(self, told: list[Number]) -> list[Number]:
        """Percentages that a sentence gives more often than its quotes do.

        One percentage printed twice where the source prints two is a slip of the pen.
        """
        if self.statement.section in _CALCULATING:
            return []
        percents = [n for n in told if n.kind == "percent"]
        found = {}
        for number in percents:
            ours = sum(1 for n in percents if n.value == number.value)
            theirs = max(
                (sum(1 for n in held if n.value == number.value) for held in self.lists), default=0
            )
            if ours > theirs > 0:
                found[number.value] = number
        return list(found.values())

    def _name(self, number: Number) -> bool:
        """A name with digits (a gene, a questionnaire) must stand somewhere in the source.

        The names of levels have a rule of their own.
        """
        if re.fullmatch(r"E[0-3]", number.text):
            return True
        wanted = re.sub(r"[-\s]", "", number.text).casefold()
        named = (_illness_words(self.case), *(k.text for k in self.case.record.keywords))
        whole = "\n".join([self.case.source, *named])
        own = "\n".join([*self.texts, *(r.text for r in self.rules)])
        return wanted in _run_together(own) or wanted in _run_together(whole)

    def _share(self, number: Number, text: str) -> bool:
        slack = (
            Fraction(2, 100) if _ABOUT.search(text[: number.start].lower()) else Fraction(1, 200)
        )
        for found in self.lists:
            for a in found:
                if a.kind == "share" and a.value == number.value:
                    return True
                if a.kind == "percent" and abs(a.value / 100 - number.value) <= slack:
                    return True
            counts = [n for n in found if n.kind == "count"]
            for a in counts:
                for b in counts:
                    if b.value > a.value > 0 and abs(a.value / b.value - number.value) <= slack:
                        return True
        # "One in five" may also be printed as those two numbers.
        inside = [n.value for n in read(re.sub(r"\b(?:in|out)\b", ",", number.text))]
        return len(inside) == 2 and all(any(v == n.value for n in self.numbers) for v in inside)

    def _spaced_thousands(self, number: Number) -> bool:
        if number.kind != "count" or number.value < 1000:
            return False
        wanted = str(number.value)
        # A point parts thousands of those who took part, who have no decimals: "9.296 adults".
        people = number.value == self.case.reading.participants.total
        spaced = _POINTED if people else _SPACED
        return any(
            re.sub(r"[ .]", "", m.group()) == wanted for t in self.texts for m in spaced.finditer(t)
        )

    def _in_a_name(self, number: Number, text: str) -> bool:
        """The year in the name of a case definition that the support's words stand for."""
        for definition in self.case.condition.case_definitions:
            at = text.find(definition.name)
            if at >= 0 and at <= number.start < at + len(definition.name):
                uses = [d.quote for d in self.case.reading.definitions if d.name == definition.name]
                spans = {(q.field, q.start, q.end) for q in uses}
                pattern = re.compile(definition.pattern, re.IGNORECASE)
                return any(
                    (q.field, q.start, q.end) in spans or pattern.search(q.text)
                    for q in quotes(self.statement)
                )
        return False

    def _by_rule(self, number: Number, text: str) -> bool:
        """A sum, a share or a count that a named rule explains, recomputed here.

        The total of the reading needs no rule's name: it must be the sum of what is quoted.

        A rule's own text accounts for a number only where that number is a threshold of the
        atlas or can be worked out from what is quoted.
        """
        counts = [n.value for n in self.numbers if n.kind == "count"]
        named = " ".join(r.rule for r in self.rules)
        if number.kind == "percent":
            return bool(re.search(r"percent|share", named)) and is_share(number.value, counts)
        p = self.case.reading.participants
        if number.value == p.total or re.search(r"\b(?:sum|total)\b", named):
            return _is_sum(number.value, counts)
        if re.search(r"\bdifference\b", named) and any(
            a - b == number.value for a in counts for b in counts if a > b
        ):
            return True
        stated = [n for r in self.rules for n in read(r.text)]
        if any(_same(number, n) for n in stated):
            if number.value in _thresholds(self.case):
                return True
            return number.value <= 12 and number.kind == "count" and self._counted(number, text)
        return self._counted(number, text) and number.value <= 12

    def _counted(self, number: Number, text: str) -> bool:
        """ "Two groups", "three studies": things counted, not printed."""
        if number.value.denominator != 1:
            return False
        after = text[number.end :]
        reading = self.case.reading
        if _GROUPS.match(after):
            arms = [g for g in reading.participants.groups if g.kind == "arm"]
            sizes = {
                len(arms),
                len({g.name for g in arms}),
                len(reading.participants.groups),
                len(reading.interventions) + len(reading.comparators),
            }
            if reading.comparators and reading.interventions:
                sizes.add(2)
            return int(number.value) in sizes
        linked = [s for s in self.statement.support if isinstance(s, StudySupport)]
        parts = [q for q in self.statement.support if isinstance(q, QuoteSupport)]
        return int(number.value) in {len(linked), len(parts)} and number.value > 1


def _same(number: Number, other: Number) -> bool:
    if other.kind == "name" or number.value != other.value:
        return False
    if number.kind == "percent":
        return other.kind in ("percent", "count") and (
            other.kind == "percent" or other.unit is None
        )
    if number.kind == "count" and other.kind == "percent":
        return False
    if number.unit and other.unit:
        return number.unit == other.unit
    return True


def _is_sum(value: Fraction, counts: list[Fraction]) -> bool:
    """Whether some of the counts (each at its place used once) add up to `value`."""
    sums = {Fraction(0)}
    for n in counts[:14]:
        if n > 0:
            sums |= {s + n for s in sums if s + n <= value}
    return value in sums and value not in (Fraction(0),)


def _thresholds(case: Case) -> set[Fraction]:
    t = case.condition.thresholds
    return {
        Fraction(n)
        for n in (
            t.trial_arm, t.crossover_finished, t.controlled_group, t.cohort, t.genetic_cases,
            t.population, t.small_analysed,
        )
    }  # fmt: skip


@lru_cache(maxsize=64)
def _run_together(text: str) -> str:
    """The text without hyphens and blanks, with and without its short brackets: "interleukin
    (IL)-6" is interleukin-6 as well as IL-6."""
    text += "\n" + re.sub(r" ?\([^()]{1,12}\)", "", text)
    return re.sub(r"[-‐‑–\s]", "", text).casefold()


def _illness_words(case: Case) -> str:
    condition = case.condition
    words = [n.name for n in condition.known_illnesses]
    words += [d.name for d in condition.case_definitions]
    words += [w for g in condition.glossary for w in (g.term, g.plain, g.gloss)]
    words += [w for s in condition.scales for w in (s.name, s.measures)]
    return folded("\n".join(words))

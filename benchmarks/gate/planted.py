"""How many planted errors the gate catches, and what the audit says of them, kind by kind."""

from __future__ import annotations

import hashlib
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from evidence_atlas.checking import held, shown
from evidence_atlas.checking.audit.judge import judge
from evidence_atlas.checking.audit.summary import take_apart
from evidence_atlas.pipeline.auditing import split
from evidence_atlas.records import Page, Statement

from . import exchanged, people_plantings, plantings, reordered, small_words, word_plantings
from .kinds import KINDS, SECTIONS, harms_dropped, replaced
from .pages import Study

__all__ = [
    "exchanged",
    "people_plantings",
    "plantings",
    "reordered",
    "small_words",
    "word_plantings",
]

HARMS_DROPPED = "harms dropped"
UNSEEN = frozenset(k.name for k in KINDS if k.unseen)
FAMILY = {k.name: k.family for k in KINDS} | {HARMS_DROPPED: "other"}
MOST = 100
"""At most so many errors of a kind in each half, so that no kind makes up the share of all."""

Key = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """One error in one page: what is changed, or, without `new`, what is left out."""

    study: Study
    kind: str
    old: Statement | None = None
    new: Statement | None = None

    @property
    def key(self) -> Key:
        return self.kind, self.study.half

    @property
    def order(self) -> bytes:
        """By which cases are chosen where there are too many: no kind of page comes first."""
        text = f"{self.study.record.key}\t{self.old.id if self.old else ''}\t{self.text}"
        return hashlib.sha256(text.encode()).digest()

    @property
    def text(self) -> str:
        return f"{self.old.text} -> {self.new.text}" if self.old and self.new else self.kind

    def page(self) -> Page:
        if self.old is None or self.new is None:
            return harms_dropped(self.study.page)
        return replaced(self.study.page, self.old, self.new)


@dataclass
class Planted:
    """The outcome of a run. Counts are by (kind, half); `misses` are shown for tuning only."""

    most: int = MOST
    pages: int = 0
    statements: int = 0
    held: list[str] = field(default_factory=list)
    further: int = 0
    further_held: int = 0
    seconds: float = 0.0
    places: Counter[Key] = field(default_factory=Counter)
    planted: Counter[Key] = field(default_factory=Counter)
    caught: Counter[Key] = field(default_factory=Counter)
    audited: Counter[Key] = field(default_factory=Counter)
    supported: Counter[Key] = field(default_factory=Counter)
    supported_unaltered: Counter[Key] = field(default_factory=Counter)
    broke: list[str] = field(default_factory=list)
    """Sentences that the audit broke on instead of judging them."""
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    warned: Counter[str] = field(default_factory=Counter)

    def share(self, *kinds: str, half: str | None = None) -> tuple[int, int]:
        """Caught and planted of some kinds (all without), of one half or of both."""
        keys = self.keys(*kinds, half=half)
        return sum(self.caught[k] for k in keys), sum(self.planted[k] for k in keys)

    def keys(self, *kinds: str, half: str | None = None) -> list[Key]:
        return [
            k for k in self.planted
            if (not kinds or k[0] in kinds) and (half is None or k[1] == half)
        ]  # fmt: skip

    def mean(self, *kinds: str, half: str | None = None) -> float:
        """The plain average over kinds of the share caught: each kind counts the same."""
        names = {k for k, _ in self.keys(*kinds, half=half)}
        shares = [c / n for c, n in (self.share(name, half=half) for name in names)]
        return sum(shares) / len(shares) if shares else 0.0

    def audit(self, *kinds: str) -> tuple[int, int, int]:
        """Of some kinds: sentences audited, called supported, and supported before the error."""
        keys = self.keys(*kinds)
        counts = (self.audited, self.supported, self.supported_unaltered)
        one, two, three = (sum(c[k] for k in keys) for c in counts)
        return one, two, three

    def of_family(self, family: str) -> tuple[int, int]:
        return self.share(*(name for name, f in FAMILY.items() if f == family))


def run(studies: Iterable[Study], only: frozenset[str] = frozenset(), most: int = MOST) -> Planted:
    """Plant errors of every kind (or `only` these) into pages that pass clean, one at a time.

    An error counts as caught where a CRITICAL flag stands, or, in a sentence of the picture,
    where the picture is left out. Pages that do not pass clean are listed in `held` and take no
    error.
    """
    found = Planted(most=most)
    cases: dict[Key, list[Case]] = defaultdict(list)
    for study in studies:
        passed = _passed(found, study)
        if passed is not None:
            for case in _cases(passed, only):
                cases[case.key].append(case)
    chosen: list[Case] = []
    for key, these in cases.items():
        found.places[key] = len(these)
        chosen += sorted(these, key=lambda c: c.order)[:most]
    # Study by study, so that a page's texts are read once for all of its errors.
    by_study: dict[int, list[Case]] = defaultdict(list)
    for case in chosen:
        by_study[id(case.study)].append(case)
    for these in by_study.values():
        supported = _auditor(found, these[0].study)
        for case in these:
            _note(found, case, supported)
    return found


def _passed(found: Planted, study: Study) -> Study | None:
    """The study with its page as it would be published, None where it is held as it is."""
    begun = time.perf_counter()
    flags = study.flags(study.page)
    bad = held(flags)
    passed = None if bad else replace(study, page=shown(study.page, flags))
    if study.further:
        found.further += 1
        found.further_held += bad
        return passed
    found.seconds += time.perf_counter() - begun
    found.pages += 1
    found.statements += len(study.page.statements())
    found.warned.update({f.code for f in flags if f.severity == "WARNING"})
    found.held += [
        f"{study.record.key}\t{f.code}\t{f.detail}" for f in flags if f.severity == "CRITICAL"
    ]  # fmt: skip
    return passed


def _cases(study: Study, only: frozenset[str]) -> Iterator[Case]:
    """Every error that there is a place for on a page, its picture included."""
    drawn = study.page.picture.statements() if study.page.picture else ()
    for statement in (*study.page.statements(), *drawn):
        if statement.section not in SECTIONS:
            continue
        for kind in KINDS:
            if (only and kind.name not in only) or (study.further and not kind.named):
                continue
            for changed in kind.plant(statement, study):
                yield Case(study, kind.name, statement, changed)
    told = any(s.about == ("harms",) for s in study.page.statements())
    if study.brief.treatment and told and not study.further and not only:
        yield Case(study, HARMS_DROPPED)


def _auditor(found: Planted, study: Study) -> Callable[[str], bool]:
    """Whether the audit calls every sentence of a text supported by this study's abstract."""
    known: dict[str, bool] = {}

    def supported(text: str) -> bool:
        if text not in known:
            sentences = split(take_apart(text, study.abstract.condition).text)
            try:
                known[text] = bool(sentences) and all(
                    judge(study.abstract, x).verdict == "supported" for x in sentences
                )
            except Exception as error:  # the audit owes an answer; one bad sentence ends no run
                known[text] = False
                found.broke.append(f"{type(error).__name__}: {text}")
        return known[text]

    return supported


def _note(found: Planted, case: Case, supported: Callable[[str], bool]) -> None:
    key, study = case.key, case.study
    page = case.page()
    flags = study.flags(page)
    caught = held(flags)
    if case.old is not None and case.old.section == "picture":
        caught |= shown(page, flags).picture is None
    found.planted[key] += 1
    found.caught[key] += caught
    if case.old is not None and case.new is not None:
        found.audited[key] += 1
        found.supported[key] += supported(case.new.text)
        found.supported_unaltered[key] += supported(case.old.text)
    # What is held out, or of an unseen kind, is counted and never looked at.
    if not caught and study.half == "tuning" and study.shown and case.kind not in UNSEEN:
        found.misses[case.kind].append(f"{study.record.key}: {case.text}")

"""What the gate looks at: one page and everything that it was written from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

from evidence_atlas.records import (
    WITHDRAWN,
    Condition,
    Grades,
    Link,
    Page,
    Quote,
    QuoteSupport,
    Reading,
    Record,
    RecordSupport,
    Result,
    RuleSupport,
    Statement,
    StudyFacts,
    StudySupport,
    results_in,
    tells_a_finding,
    texts,
)
from evidence_atlas.records.needles import fold, may_stand
from evidence_atlas.records.written_tables import parsed

from .short_forms import spelled_out, without_glosses

FINDING_SECTIONS = frozenset({"quick_summary", "observed_findings", "fair_to_say", "picture"})
"""Sections whose sentences may tell a result of this study."""

NO_FINDINGS = frozenset({"Protocol", "Hypothesis", "Commentary", "Notice"})
"""Study types that report no findings of their own."""

_QUOTED = re.compile(r"“[^”]{1,600}”|\"[^\"]{1,600}\"|(?<!\w)‘[^’]{1,300}’(?!\w)")


def table(name: str) -> dict[str, Any]:
    """A TOML table beside this file; read at import only."""
    return parsed(resources.files(__package__).joinpath(*name.split("/")).read_text("utf-8"))


@lru_cache(maxsize=512)
def unquoted(text: str) -> str:
    """The text with what stands in quotation marks blanked out, at the same length."""
    return _QUOTED.sub(lambda m: "“" + "·" * (len(m.group()) - 2) + "”", text)


def quotations(text: str) -> list[str]:
    """What stands in quotation marks, without the marks."""
    return [m.group()[1:-1] for m in _QUOTED.finditer(text)]


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """Lower case with plain hyphens, quotation marks and single blanks, for comparing words.

    Nearly every rule asks for this of the same few texts.
    """
    if not text.isascii():
        text = text.translate(_PLAIN_MARKS)
    return " ".join(text.split()).casefold()


_PLAIN_MARKS = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), "’": "'", "‘": "'"})


@dataclass(frozen=True)
class Case:
    """One page under examination. Everything is read-only."""

    page: Page
    record: Record
    reading: Reading
    grades: Grades
    links: tuple[Link, ...]
    others: Mapping[str, StudyFacts]
    condition: Condition
    _results: dict[str, tuple[Result, ...]] = field(default_factory=dict, compare=False)

    @cached_property
    def texts(self) -> dict[str, str]:
        return texts(self.record)

    @cached_property
    def source(self) -> str:
        """Title and abstract in one, for asking whether the source uses a word at all."""
        return "\n".join(self.texts.values())

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return self.page.statements()

    def may_hold(self, pattern: re.Pattern[str]) -> bool:
        """False where the pattern stands in no sentence of the page, as `claimed` gives it."""
        return may_stand(pattern, self._claims)

    @cached_property
    def _claims(self) -> str:
        return fold("\n".join(claimed(s) for s in self.statements))

    @property
    def study_type(self) -> str | None:
        return self.grades.value("study_type")

    @property
    def withdrawn(self) -> bool:
        return self.grades.value("record_state") in WITHDRAWN

    def around(self, quote: QuoteSupport) -> str:
        """The sentences of the abstract that a quote stands in, whole; else the quote itself."""
        if quote.field != "abstract":
            return quote.text
        held = [s for s in self.reading.sentences if s.start < quote.end and quote.start < s.end]
        return " ".join(s.text for s in held) or quote.text

    def spelled_out(self, text: str) -> str:
        """The text with the short forms that the paper explains written out."""
        return spelled_out(text, self.source)

    def as_laid(self, statement: Statement) -> str:
        """What a sentence claims as it is laid beside its source: short forms written out, no
        glosses."""
        return self.spelled_out(without_glosses(claimed(statement), self.source))

    def quoted_from(self, statement: Statement) -> list[str]:
        """The sentences that a statement quotes from, whole, with short forms written out."""
        return [self.spelled_out(self.around(q)) for q in quotes(statement)]

    def rests_on(self, statement: Statement) -> list[str]:
        """The sentences that a statement quotes, whole, and what its other supports say."""
        held = self.quoted_from(statement)
        held += [r.text for r in rules(statement)]
        held += [s.value for s in statement.support if isinstance(s, RecordSupport)]
        held += [s.facts for s in statement.support if isinstance(s, StudySupport)]
        return held

    def section(self, name: str) -> tuple[Statement, ...]:
        return tuple(s for sec in self.page.sections if sec.name == name for s in sec.statements)

    def telling_one_result(self) -> Iterator[tuple[Statement, Result]]:
        """The statements of the atlas itself that tell one result, each with that result."""
        for statement in self.statements:
            if statement.section in FINDING_SECTIONS and statement.voice != "authors":
                results = self.results_of(statement)
                if len(results) == 1:
                    yield statement, results[0]

    def results_of(self, statement: Statement) -> tuple[Result, ...]:
        """The results that a statement tells: those it names, else those whose words it quotes.

        Only sentences of the sections that tell results are looked at by their words.
        """
        if statement.id in self._results:
            return self._results[statement.id]
        results = self.reading.results
        named = [results[i] for i in results_in(statement.about) if i < len(results)]
        if not named and statement.section in FINDING_SECTIONS and not statement.about:
            # Of overlapping results the one whose quote fits best is meant.
            for quote in quotes(statement):
                fits = [(_overlap(quote, r.quote), r) for r in results]
                best = max((f for f, _ in fits), default=0.0)
                if best > 0.5:
                    named.extend(
                        r for f, r in fits
                        if f == best and r not in named and _speaks_of(statement.text, r)
                    )  # fmt: skip
        self._results[statement.id] = tuple(named)
        return tuple(named)


_LONG_WORD = re.compile(r"[a-z]{5,}")
_ABOUT_PAPERS = frozenset({"abstract", "results", "result", "study", "these", "which", "found"})


def _speaks_of(text: str, result: Result) -> bool:
    """Whether a sentence shares a word of substance with a result's own words."""
    theirs = {w[:5] for w in _LONG_WORD.findall(folded(result.text)) if w not in _ABOUT_PAPERS}
    return any(w[:5] in theirs for w in _LONG_WORD.findall(folded(text)) if w not in _ABOUT_PAPERS)


def _overlap(a: Quote | QuoteSupport, b: Quote) -> float:
    if a.field != b.field:
        return 0.0
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(shared, 0) / max(a.end - a.start, b.end - b.start, 1)


_BRACKET = re.compile(r" ?\(([^()]{3,200})\)")


def glossless(statement: Statement) -> str:
    """The sentence without its glosses.

    A gloss is what stands in brackets and, word for word, in a glossary entry that the
    sentence names: it explains a term and tells nothing of the study.
    """
    if "(" not in statement.text:
        return statement.text
    explained = folded("\n".join(r.text for r in rules(statement) if "glossary" in r.rule))
    return _BRACKET.sub(lambda m: "" if folded(m[1]) in explained else m.group(), statement.text)


def claimed(statement: Statement) -> str:
    """What a sentence says in our own words: neither quoted nor a gloss."""
    return unquoted(glossless(statement))


DENIED_SECTIONS = frozenset({"does_not_prove", "remaining_questions"})
_DENYING_LABEL = re.compile(r"\bnot\b|\bunfair\b|\bnever\b", re.IGNORECASE)


def denied(statement: Statement) -> bool:
    """True where the section or the label says that the sentence is *not* claimed."""
    return statement.section in DENIED_SECTIONS or bool(
        statement.label and _DENYING_LABEL.search(statement.label)
    )


def may_tell_a_finding(statement: Statement) -> bool:
    """Whether it may tell something found, reported, concluded or seen of harms.

    A sentence that names nothing that it is about may.
    """
    about = statement.about
    harms = any(path.startswith("harms") for path in about)
    return not about or harms or tells_a_finding(about)


def glossary_words(explained: Sequence[str]) -> list[str]:
    """How the glossary entries among these rules tell their terms."""
    return [e.partition(" means ")[2] for e in explained if e.startswith("glossary")]


def stands_in(word: str, text: str) -> bool:
    """Whether the whole word stands there."""
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def quotes(statement: Statement) -> list[QuoteSupport]:
    return [s for s in statement.support if isinstance(s, QuoteSupport)]


def rules(statement: Statement) -> list[RuleSupport]:
    return [s for s in statement.support if isinstance(s, RuleSupport)]

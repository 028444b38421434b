"""`Page`: sections of statements, each statement with the support it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from ._base import Value, digest
from .text import Quote

Depth = Literal["quick", "standard", "deep"]
SECTIONS = (
    "quick_summary", "why_it_matters", "observed_findings", "inferred_conclusions",
    "remaining_questions", "does_not_prove", "study_at_a_glance", "numbers_checked",
    "strengths", "limitations", "other_studies", "comments_and_replies", "fair_to_say",
    "sources_and_versions", "revision_history",
)  # fmt: skip
"""The sections in the order of the page. The first stands in Quick, the first six in Standard."""


class QuoteSupport(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="quote"):
    """Exact characters of the source."""

    field: str
    start: int
    end: int
    text: str


class RecordSupport(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="record"):
    """A field of the bibliographic record and its value."""

    field: str
    value: str


class RuleSupport(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="rule"):
    """A named rule; `text` says what the rule is, in words a reader can follow."""

    rule: str
    text: str


class StudySupport(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="study"):
    """Another study in the atlas: its key, address and label, and the facts of it that are used."""

    study: str
    slug: str
    label: str
    facts: str


Support = QuoteSupport | RecordSupport | RuleSupport | StudySupport


def quoted(quote: Quote) -> QuoteSupport:
    """A quote as support."""
    return QuoteSupport(field=quote.field, start=quote.start, end=quote.end, text=quote.text)


class Statement(Value):
    """A sentence on a page and what it stands on.

    `id` comes from study, section, support and ordinal, so that it survives rewording.
    `voice` is `authors` where the sentence gives their conclusion as theirs. `label` is a
    short lead ("Everyone", "Harms") shown before the sentence. `about` names what the
    sentence tells, by the paths of records/about.py or that of a fact: the gate checks it against
    that, and overviews and the site gather by it.
    """

    id: str
    text: str
    section: str
    depths: tuple[Depth, ...]
    support: tuple[Support, ...]
    voice: Literal["atlas", "authors"] = "atlas"
    label: str | None = None
    about: tuple[str, ...] = ()


def told_once(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Each sentence once: without those of Deep that Standard tells with less in them.

    A finding with statistics stands twice, without them for Standard alone and with them for Deep.
    """
    told = tuple(statements)
    shorter = {(s.about, s.support) for s in told if s.depths == ("standard",)}
    return tuple(s for s in told if s.depths != ("deep",) or (s.about, s.support) not in shorter)


def statement_id(study: str, section: str, support: tuple[Support, ...], ordinal: int) -> str:
    """A short stable id; `ordinal` counts statements of this section with the same support."""
    return "s" + digest(study, section, support, ordinal)[:12]


def lasting(support: tuple[Support, ...]) -> tuple[Support, ...]:
    """What a sentence stands on, without what changes when only words change.

    A rule counts by its name, and the glossary not at all, so that rewording a rule or a
    gloss keeps the sentence's id.
    """
    return tuple(
        RuleSupport(rule=s.rule, text="") if isinstance(s, RuleSupport) else s
        for s in support
        if not (isinstance(s, RuleSupport) and s.rule == "glossary")
    )


class Section(Value):
    """A section of the page, in the order of `SECTIONS`."""

    name: str
    statements: tuple[Statement, ...]


class Mark(Value):
    """One thing drawn: a count, a name, or what was found, and the sentence that says it.

    `said` says in words all that the mark draws, and carries its support: `n` people (or, in a
    review, studies), `words` beside it, `note` after them. `way` is the shape of a finding:
    `level` where no clear difference was found, else whether it was higher or better (`up`),
    or lower or worse (`down`); `note` says the same in words.
    """

    part: Literal["start", "end", "group", "turn", "finding", "share"]
    words: str
    said: Statement
    n: int | None = None
    note: str | None = None
    way: Literal["up", "down", "level"] | None = None


class Picture(Value):
    """The study as a small picture: its marks in the order of telling.

    A picture is right or absent: it draws nothing that its sentences do not say, and each of
    these passes the gate as the sentences of the page do.
    """

    form: Literal["trial", "crossover", "single_arm", "comparison", "cohort", "survey", "review"]
    marks: tuple[Mark, ...]

    def statements(self) -> tuple[Statement, ...]:
        """The picture in words: what it says to those who do not see it."""
        return tuple(m.said for m in self.marks)


class ReadingMinutes(Value):
    """Minutes at 140 words a minute, by depth."""

    quick: float
    standard: float
    deep: float


WORDS_A_MINUTE = 140


def reading_minutes(sections: tuple[Section, ...]) -> ReadingMinutes:
    """Minutes by depth at `WORDS_A_MINUTE`, to two decimals."""
    counts = {"quick": 0, "standard": 0, "deep": 0}
    for section in sections:
        for s in section.statements:
            for depth in s.depths:
                counts[depth] += len(f"{s.label or ''} {s.text}".split())
    quick, standard, deep = (
        round(counts[d] / WORDS_A_MINUTE, 2) for d in ("quick", "standard", "deep")
    )
    return ReadingMinutes(quick=quick, standard=standard, deep=deep)


class Drafting(Value):
    """What a language model did for a page, kept with it.

    `sentences` are the ids of the statements that it worded and the gate let pass; `refused`
    counts those that the gate did not, for which ours stand. `asked` are the days (ISO) of
    its answers, `asks` their number. Tokens and cost are those of all its answers about this
    study; `cost` is in the money that the operator's prices are in, None without prices.
    """

    model: str
    prompt_version: str
    sentences: tuple[str, ...]
    asked: tuple[str, ...]
    asks: int
    refused: int
    input_tokens: int
    output_tokens: int
    cost: str | None = None


class Page(Value):
    """All that is said about one study. `bare` says why a page carries only the record.

    `picture` is the study drawn; where there is none, `no_picture` says why not.
    `drafting` is there where a language model was asked to word sentences of the page.
    """

    study: str
    version: str
    sections: tuple[Section, ...]
    reading_minutes: ReadingMinutes
    bare: str | None = None
    picture: Picture | None = None
    no_picture: str | None = None
    drafting: Drafting | None = None

    def statements(self) -> tuple[Statement, ...]:
        """Every statement in page order."""
        return tuple(s for section in self.sections for s in section.statements)

"""What a section is written from: the study, what was read in it, and how it was graded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar

from evidence_atlas.grading.subjects import names_illness
from evidence_atlas.records import (
    Condition,
    Grades,
    Link,
    Quote,
    QuoteSupport,
    Reading,
    Record,
    RecordSupport,
    RuleSupport,
    StudyFacts,
    Support,
    quote,
    quoted,
    texts,
)
from evidence_atlas.records.kept_patterns import compiled
from evidence_atlas.records.needles import fold

from .brief.brief import Brief
from .brief.outcome_in_title import outcome_in_title
from .brief.summed import summed_in
from .rules import named
from .words.names import length
from .words.noun_phrases import in_small_letters
from .words.numbers import counts, stands_in
from .words.title_capitals import without_title_capitals
from .words.verbs import finite

_EXAMPLE = r"\b(?:including|among them|such as)\s(?:an?\s|one\s)(?:\w+\s){0,3}NAME"


@dataclass(frozen=True)
class Piece:
    """A few words and what they stand on; sentences are made of these."""

    text: str
    support: tuple[Support, ...] = ()


MOST_OF_A_NAME = 8
"""Words of a treatment's own name; a longer one is told under the name that is known."""


@dataclass(frozen=True)
class Material:
    """Everything known when a page is written."""

    key: str
    brief: Brief
    record: Record
    reading: Reading
    grades: Grades
    links: tuple[Link, ...]
    others: Mapping[str, StudyFacts]
    condition: Condition

    @property
    def retold(self) -> bool:
        """True where the atlas holds only its own retelling of the abstract."""
        return self.record.abstract_kind == "retold"

    def quotes(self, *paths: str) -> tuple[QuoteSupport, ...]:
        """The first quote under each path that has one."""
        found = (self.reading.quote(path) for path in paths)
        return merged(*(quoted(q) for q in found if q is not None))

    def number(self, path: str, n: int | None) -> tuple[Support, ...]:
        """Where a count stands under its path: in one quote, or as the sum of several."""
        if n is None:
            return ()
        held = [quoted(q) for q in self.reading.quotes.get(path, ())]
        exact = [q for q in held if stands_in(n, q.text)]
        if exact:
            return (exact[0],)
        numbers = [counts(q.text) for q in held]
        if len(held) >= 2 and sum(c[0] for c in numbers if c) == n and all(numbers):
            return (*held, named("sum-of-groups"))
        return ()

    @property
    def total_summed(self) -> tuple[Support, ...]:
        """Where the total stands as the sum of what one place counts, and is printed nowhere."""
        path, n = "participants.total", self.reading.participants.total
        if n is None or self.number(path, n):
            return ()
        found = (q for q in self.reading.quotes.get(path, ()) if summed_in(self.reading, q, n))
        own = next(found, None)
        return () if own is None else (quoted(own), named("sum-of-groups"))

    def has(self, path: str) -> bool:
        return self.reading.quote(path) is not None

    def words(self, phrase: str) -> tuple[QuoteSupport, ...]:
        """The place in title or abstract where these very words stand, whatever their case."""
        found = find(self.record, phrase)
        return (quoted(found),) if found else ()

    def named(self, path: str, word: str) -> tuple[Support, ...]:
        """Support for a thing under the atlas's name for it, where the text uses another word."""
        own = self.fact(path, word)
        if own and not any(word.casefold() in q.text.casefold() for q in own):
            return (*own, named("atlas-name", said=own[0].text, name=word))
        return own

    def as_written(self, illness: str) -> tuple[QuoteSupport, ...]:
        """Where the text names an illness of the atlas's list in words of its own, spelled out."""
        known = self.condition.known_illnesses
        patterns = [compiled(n.pattern) for n in known if n.name == illness]
        held = texts(self.record)
        for field in ("abstract", "title"):
            for pattern in patterns:
                for match in pattern.finditer(held.get(field, "")):
                    if not match[0].isupper():
                        return (quoted(quote(held, field, *match.span())),)
        return ()

    def fact(self, path: str, phrase: str | None = None) -> tuple[QuoteSupport, ...]:
        """Support for a fact: its own quote, and its very words where the quote lacks them."""
        own = self.quotes(path)
        if phrase and not any(phrase.casefold() in q.text.casefold() for q in own):
            return merged(*own, *self.words(phrase))
        return own

    @property
    def illness_is_outcome(self) -> bool:
        """The study followed or counted people to see who had the illness.

        They are then not "people with" it. The title says so: the risk, the share or the
        onset of the illness, or the illness after something else; or the reading found it said
        in the text.
        """
        if self.reading.illness_is_outcome:
            return True
        if self.brief.kind not in (
            "cohort",
            "survey",
            "single_arm",
            "open_groups",
            "study",
            "protocol",
        ):
            return False
        return self.outcome_in_title is not None

    @property
    def outcome_in_title(self) -> str | None:
        """The illness whose risk, share or onset the title names, as the title writes it."""
        return outcome_in_title(self.record.title, self._names.get("title", ()), self.condition)

    def later_and_first(self, one: str, other: str) -> bool:
        """Whether one of two illnesses is what may follow the other."""
        first, second = (set(self.condition.illnesses_in(text)) for text in (one, other))
        return any(
            a.follows == b.name or b.follows == a.name for a in first for b in second
        )  # fmt: skip

    def had_it(self, n: int) -> bool:
        """Whether the reading says of so many people that all had the illness told.

        Patients are those with the condition that the reading counts: where the illness told is
        another, only a sentence that counts them by it says who had it.
        """
        people = self.reading.participants
        told = next(iter(self.reading.illnesses), None)
        first = next(iter(self.reading.conditions), None)
        own = told is not None and names_illness(told, self.condition)
        if own and first is not None and not names_illness(first, self.condition):
            return (people.with_illness or 0) >= n
        if not own and first not in (None, told) and not self._counted_with(told):
            return False
        return max(people.patients or 0, people.with_illness or 0) >= n

    def _counted_with(self, illness: str | None) -> bool:
        """Whether a sentence that counts people names this illness, and no other, beside them."""
        counts = [
            self.reading.sentence_at(q.start, q.field)
            for path in ("total", "enrolled", "randomised", "patients")
            for q in self.reading.quotes.get(f"participants.{path}", ())
        ]
        named_there = [
            {n.name for n in self.condition.illnesses_in(s.text)} for s in counts if s is not None
        ]
        return any(names == {illness} for names in named_there)

    def only_an_example(self, name: str) -> bool:
        """The name stands only where some among others are told ("including a patient with")."""
        example = re.compile(_EXAMPLE.replace("NAME", re.escape(name)), re.IGNORECASE)
        held = [text for text in texts(self.record).values() if name.casefold() in text.casefold()]
        return bool(held) and not any(
            name.casefold() in example.sub(" ", text).casefold() for text in held
        )

    def in_title(self, words: str) -> bool:
        """The title holds these words."""
        return bool(words) and words.casefold() in self.record.title.casefold()

    def as_given(self, kind: str, word: str) -> str:
        """A thing by the text's own word for it, where the text lacks the atlas's name."""
        own = self.quotes(f"{kind}.{word}")
        if not own or finite(own[0].text) or word.startswith("no "):
            return self._without_title_capitals(word)
        told = own[0].text
        if kind == "interventions" and length(told) <= MOST_OF_A_NAME:
            # "Yoga" that the text calls "chair yoga" is called so; "yoga practice" says no more.
            folded, name = told.casefold(), word.casefold()
            # Nor does a letter of its own: "alpha-interferon" is known as interferon.
            bare = folded.startswith(name) or re.fullmatch(rf"\w+-{re.escape(name)}", folded)
            if not bare and (name in folded or not self.words(word)):
                if word == name and own[0].field == "title":
                    return in_small_letters(told)
                return self._without_title_capitals(told)
        if self.words(word) or length(told) > 5:
            return self._without_title_capitals(word)
        return told

    def _without_title_capitals(self, name: str) -> str:
        return without_title_capitals(name, texts(self.record).get("abstract", ""))

    def in_a_name(self, field: str, start: int, end: int) -> bool:
        """Within the name of an illness ("reflux" in "gastric reflux disease")."""
        return any(a <= start and end <= b for a, b in self._names.get(field, ()))

    @cached_property
    def answers(self) -> dict[tuple[Any, ...], Any]:
        """What `once_a_page` has worked out for this page."""
        return {}

    @cached_property
    def _names(self) -> dict[str, list[tuple[int, int]]]:
        return {
            field: [
                match.span()
                for name in self.condition.illnesses_in(text)
                for match in compiled(name.pattern).finditer(text)
            ]
            for field, text in texts(self.record).items()
        }

    def record_field(self, field: str, value: str) -> RecordSupport:
        return RecordSupport(field=field, value=value)


Asked = TypeVar("Asked", bound=Callable[..., Any])


def once_a_page(ask: Asked) -> Asked:
    """A question on one study, `ask(m, …)`, that is worked out once for each page.

    Many sections ask the same of a result or a sentence. Of slots a page has one set, which does
    not change once it is made: they are no part of what is asked.
    """

    @wraps(ask)
    def answered(m: Material, *what: Any, **how: Any) -> Any:
        key = (ask, *(w for w in what if not isinstance(w, dict)), *how.items())
        if key not in m.answers:
            m.answers[key] = ask(m, *what, **how)
        return m.answers[key]

    return answered  # type: ignore[return-value]


def find(record: Record, phrase: str) -> Quote | None:
    """Exact words in the abstract, else in the title; None where they do not occur."""
    phrase = phrase.strip()
    if not phrase:
        return None
    held = texts(record)
    sought = fold(phrase)
    for field in ("abstract", "title"):
        text = held.get(field, "")
        # Most words are asked for in vain, and to look for them as they are costs far less.
        if sought not in fold(text):
            continue
        match = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE)
        if match:
            return quote(held, field, match.start(), match.end())
    return None


def merged(*support: QuoteSupport) -> tuple[QuoteSupport, ...]:
    """The same supports in order, each once."""
    return tuple(dict.fromkeys(support))


def rule(name: str, text: str) -> RuleSupport:
    """A named rule as support; `text` says it in words that a reader can follow."""
    return RuleSupport(rule=name, text=text)

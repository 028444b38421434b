"""The abstract as the audit looks at it: its pieces, and which of them a sentence rests on."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from evidence_atlas.records import Condition, Grades, Quote, Reading, Record, Result, texts
from evidence_atlas.records.reading import Role

from ..case import table
from ..content_words import content, unaccounted
from ..direction import CLAIMING, classes_of, said
from ..numbers import Kind, Number, read
from ..short_forms import spelled_out
from .clauses import clauses, uncounted
from .plain_words import plain

TABLE = table("audit/audit.toml")
LIGHT = frozenset(TABLE["light"].split())
"""Words with which anybody tells a thing, and which claim nothing."""
_ANY_WORD = re.compile(r"[A-Za-z]{2,}")
_HAS = re.compile(table("audit/one_place.toml")["has"], re.IGNORECASE)
ILLNESS = "namedillness"
"""The end of every name that an illness gets: a word that no text has."""
_ALPHABET = "abcdefghijklmnopqrsu"
_NUMBER_WEIGHT = 2.0
MOST_SOURCES = 3
"""A sentence rests on at most so many sentences of the abstract."""


@dataclass(frozen=True)
class Piece:
    """The title, or a sentence of the abstract, with what its terms mean in plain words."""

    quote: Quote
    role: Role
    plain: str
    numbers: tuple[Number, ...]

    @property
    def text(self) -> str:
        return self.quote.text

    @property
    def held(self) -> str:
        return f"{self.text}\n{self.plain}"


@dataclass(frozen=True)
class Abstract:
    """One record under audit, with what was read of it. Everything is read-only."""

    record: Record
    reading: Reading
    grades: Grades
    condition: Condition

    @cached_property
    def whole(self) -> str:
        """Title and abstract as one text."""
        return "\n".join(texts(self.record).values())

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Title and sentences; none where the abstract could not be read."""
        if self.reading.unread is not None:
            return ()
        title = self.record.title
        quotes: list[tuple[Quote, Role]] = []
        if title:
            quotes.append((Quote(field="title", start=0, end=len(title), text=title), "other"))
        for s in self.reading.sentences:
            quotes.append((Quote(field="abstract", start=s.start, end=s.end, text=s.text), s.role))
        return tuple(Piece(q, role, self.plain(q.text), read(q.text)) for q, role in quotes)

    def plain(self, text: str) -> str:
        """The plain words for the terms that stand in a text."""
        return plain(text, self.condition)

    def illness_as_one(self, text: str, everywhere: bool = True) -> str:
        """The text with an illness under one name, whichever of its names it has.

        With `everywhere` false only where it is told who has it, or where the abstract is of two;
        elsewhere it is left out, for what is told of an illness's patients goes without saying it.
        """
        for illness, pattern in self._illnesses:
            kept = everywhere or self._of_two or not pattern.search(self.record.title)
            text = pattern.sub(
                lambda m, illness=illness, kept=kept: illness  # type: ignore[misc]
                if kept or _HAS.search(m.string[: m.start()]) else " ",
                text,
            )  # fmt: skip
        return text

    @cached_property
    def _illnesses(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        own = ((f"the{ILLNESS}", n.pattern) for n in self.condition.names)
        others = ((_numbered(i), n.pattern) for i, n in enumerate(self.condition.other_conditions))
        return tuple((name, re.compile(p, re.IGNORECASE)) for name, p in (*own, *others))

    def spoken(self, words: Iterable[str]) -> str:
        """Words for a reader: an illness by its own name."""
        names = {_numbered(i): n.name for i, n in enumerate(self.condition.other_conditions)}
        names |= {f"the{ILLNESS}": n.name for n in self.condition.names[:1]}
        return ", ".join(names.get(w, w) for w in sorted(words))

    @cached_property
    def _own_names(self) -> re.Pattern[str]:
        names = "|".join(f"(?:{n.pattern})" for n in self.condition.names)
        return re.compile(names or r"(?!)", re.IGNORECASE)

    @cached_property
    def _of_two(self) -> bool:
        """Whether the abstract's people have different illnesses."""
        return len({i for i, pattern in self._illnesses if pattern.search(self.whole)}) > 1

    def made_plain(self, text: str) -> str:
        """A text of the abstract with short forms written out and plain words beside its terms."""
        known = self._made_plain
        if text not in known:
            whole = f"{text}\n{spelled_out(text, self.whole)}"
            # The words that the illness's own name is made of say nothing of an outcome.
            terms = self._own_names.sub(" ", whole)
            known[text] = f"{self.illness_as_one(whole)}\n{self.plain(terms)}"
        return known[text]

    @cached_property
    def _made_plain(self) -> dict[str, str]:
        return {}

    @cached_property
    def uncounted(self) -> str:
        """What the abstract tells in passing and of no number: nothing of its results."""
        return "\n".join(p for piece in self._in_passing for p in uncounted(piece.text))

    @cached_property
    def unclaimed(self) -> str:
        """What the abstract tells in passing and that points no way: nothing of its results."""
        return "\n".join(
            c for piece in self._in_passing for c in clauses(piece.text)
            if not said(c).classes & CLAIMING and not said(c).none
        )  # fmt: skip

    @cached_property
    def null(self) -> str:
        """The clauses of the abstract that tell that nothing was found."""
        held = (c for piece in self.pieces for c in clauses(piece.text))
        return "\n".join(c for c in held if said(c).none)

    @property
    def _in_passing(self) -> Iterator[Piece]:
        return (p for p in self.pieces if p.role not in ("results", "conclusions"))

    @cached_property
    def letters(self) -> str:
        """The letters and digits of the abstract and of its plain words, without anything else."""
        return re.sub(r"[^a-z0-9]", "", self.explained.lower())

    @cached_property
    def explained(self) -> str:
        """Title and abstract with the plain words for their terms."""
        return f"{self.whole}\n{self.plain(self.whole)}"

    @cached_property
    def initials(self) -> tuple[str, ...]:
        """The first letters of the words of each piece, in a row."""
        return tuple(
            "".join(w[0] for w in re.findall(r"[A-Za-z0-9]+", p.text)).lower() for p in self.pieces
        )

    @staticmethod
    def figures(text: str) -> list[Number]:
        """The numbers of a text that are told: neither "one" as a pronoun nor part of a name."""
        return [n for n in read(text) if not n.bare_one and n.kind != "name"]

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Every number of title and abstract."""
        return tuple(n for piece in self.pieces for n in piece.numbers)

    @cached_property
    def counts(self) -> frozenset[Fraction]:
        """Every printed count that is not a time, with the sums and differences of any two."""
        printed = [
            n.value for n in self.numbers
            if n.kind == "count" and n.unit is None and n.value.denominator == 1
        ][:60]  # fmt: skip
        pairs = {a + b for i, a in enumerate(printed) for b in printed[i + 1 :]}
        gaps = {abs(a - b) for i, a in enumerate(printed) for b in printed[i + 1 :]}
        return frozenset(printed) | pairs | gaps

    def _weight(self, word: str) -> float:
        """Rare words of the abstract say more of where a sentence comes from."""
        holding = sum(1 for p in self.pieces if not unaccounted(word, p.held))
        return math.log(1 + len(self.pieces) / holding) if holding else 0.0

    def sources(self, text: str) -> tuple[Piece, ...]:
        """The pieces that a sentence most likely rests on, the likeliest first.

        Chosen one by one: each time the piece that accounts for most of what is still open,
        by content words (rare ones weigh more) and numbers.
        """
        words = {w: self._weight(w) for w in dict.fromkeys(content(text))}
        open_words = {w for w, weight in words.items() if weight}
        open_numbers = {(n.value, n.kind) for n in self.figures(text)}
        chosen: list[Piece] = []
        while len(chosen) < MOST_SOURCES and (open_words or open_numbers):
            best: Piece | None = None
            best_score = 0.0
            for piece in self.pieces:
                if piece in chosen:
                    continue
                held, figures = _borne(open_words, open_numbers, piece)
                score = sum(words[w] for w in held) + _NUMBER_WEIGHT * len(figures)
                # Of equals, a result says more than the title or a conclusion.
                score *= 1.1 if piece.role == "results" else 1.0
                if score > best_score:
                    best, best_score = piece, score
            if best is None:
                break
            chosen.append(best)
            held, figures = _borne(open_words, open_numbers, best)
            open_words -= held
            open_numbers -= figures
        return (*chosen, *self._pointing(text, chosen))

    def _pointing(self, text: str, chosen: list[Piece]) -> Iterator[Piece]:
        """Pieces where what a sentence calls low or high, say, is called so.

        "In those with low NK function, sleep improved" rests on the place that tells who had
        low NK function as well.
        """
        told = said("\n".join(p.text for p in chosen)).classes
        words = _words(text)
        for i, word in enumerate(words):
            wanted = set(words[i + 1 : i + 3])
            for name in sorted(classes_of(word) - told):
                for piece in self.pieces:
                    if piece not in chosen and name in said(piece.text).classes:
                        theirs = _words(piece.text)
                        at = [j for j, w in enumerate(theirs) if w == word]
                        if any(wanted & set(theirs[j + 1 : j + 4]) for j in at):
                            yield piece
                            break

    def covered(self, text: str, piece: Piece) -> float:
        """The share of a sentence's content words that one piece accounts for, 0 to 1."""
        words = content(text)
        if not words:
            return 0.0
        missing = unaccounted(text, piece.held)
        return sum(1 for w in words if w not in missing) / len(words)

    def piece_of(self, result: Result) -> Piece | None:
        """The sentence that a result stands in."""
        for piece in self.pieces:
            q = piece.quote
            inside = q.start <= result.quote.start < q.end
            if q.field == result.quote.field and inside:
                return piece
        return None

    def first(self, *paths: str) -> Quote | None:
        """The first quote that carries one of these facts."""
        return next((q for p in paths if (q := self.reading.quote(p)) is not None), None)


def _numbered(i: int) -> str:
    """The one name of the illness of this number: no two of them begin alike."""
    return f"{_ALPHABET[i // 20 % 20]}{_ALPHABET[i % 20]}{ILLNESS}"


Figure = tuple[Fraction, Kind]


def _borne(words: set[str], figures: set[Figure], piece: Piece) -> tuple[set[str], set[Figure]]:
    """Which of these words and numbers a piece accounts for."""
    held = words - unaccounted(" ".join(sorted(words)), piece.held)
    return held, figures & {(n.value, n.kind) for n in piece.numbers}


def _words(text: str) -> list[str]:
    return [m.group().lower() for m in _ANY_WORD.finditer(text)]

"""Counts that share out one group of people over neighbouring sentences, told in one.

"Six patients improved. Four patients did not change." The one is half a result without the other:
both stand in one sentence, or neither does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_atlas.reading.text import numbers
from evidence_atlas.records import Sentence, of_result, quote, quoted, texts

from ..frames import frame_rule
from ..material import Material, Piece
from ..said import Said, said
from ..sentences.indirect import cleaned, place_of
from ..sentences.judged import restated
from ..sentences.sentence_of import sentence_of
from ..sentences.standing import leans
from ..tables import table
from ..words.edges import without_brackets
from ..words.names import length
from ..words.noun_phrases import uncapital
from .opposed import theirs_together

_TABLE = table("sentences/counts_together.toml")
_WAYS = {way: re.compile(pattern, re.IGNORECASE) for way, pattern in _TABLE["ways"].items()}
_DIVISIONS: dict[str, list[str]] = _TABLE["divisions"]
_WORDS = _TABLE["counted"]
_COUNTED = re.compile(
    rf"{_WORDS['lead']}(?P<n>{_WORDS['number']})(?: \(\d[^()]*\))?"
    rf"(?: (?:of|out of) (?:the |our |all )?(?P<of>{_WORDS['number']}))?"
    rf"(?: (?:[\w-]+ ){{0,2}}?{_WORDS['people']}\b|(?= (?:improved|worsened|recovered|did|had|were|"
    r"remained|showed|reported|responded)\b))",
    re.IGNORECASE,
)
_BEHIND = re.compile(_WORDS["behind"], re.IGNORECASE)
_OF_A_PART = re.compile(_WORDS["of_a_part"], re.IGNORECASE)
MOST_WORDS = 20
"""Longer sentences tell more than how many fared so."""


@dataclass(frozen=True)
class Count:
    """One sentence that counts those who fared in one way."""

    at: int
    n: float
    way: str
    share: bool
    """`n` is of a hundred."""


@dataclass(frozen=True)
class Shared:
    """The counts of one group, and the sentence that tells all; None where it cannot be told."""

    counts: tuple[Count, ...]
    told: Said | None
    of_everybody: bool
    """The counts together are all who took part, or shares of all of them."""


def shared_out(m: Material) -> list[Shared]:
    """Each run of neighbouring sentences that count how the people of one group fared."""
    return [_shared(m, run) for run in _runs(m)]


def with_counts_together(m: Material, told: list[Said]) -> list[Said]:
    """The findings with such counts in one sentence, first where they are of everybody.

    Where that sentence cannot be told, none of the counts is, unless all of them are.
    """
    for shared in shared_out(m):
        places = {c.at for c in shared.counts}
        here = [s for s in told if sentence_of(m, s) in places]
        if shared.told is None:
            whole = {sentence_of(m, s) for s in here} == places
            told = told if whole else [s for s in told if s not in here]
            continue
        first = 0 if shared.of_everybody else min((told.index(s) for s in here), default=len(told))
        left = [s for s in told[:first] if s not in here]
        told = [*left, shared.told, *(s for s in told[first:] if s not in here)]
    return told


def _runs(m: Material) -> Iterator[tuple[Count, ...]]:
    run: list[Count] = []
    for at, sentence in enumerate(m.reading.sentences):
        count = _count(at, sentence)
        if count is not None and (not run or _goes_with(m, run, count)):
            run.append(count)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = [] if count is None else [count]
    if len(run) > 1:
        yield tuple(run)


def _goes_with(m: Material, run: list[Count], count: Count) -> bool:
    """Whether it counts others of the same people, of another way of the same division."""
    ways = [c.way for c in (*run, count)]
    one_division = any(set(ways) <= set(division) for division in _DIVISIONS.values())
    total = 100 if count.share else _total(m)
    fits = total is None or sum(c.n for c in (*run, count)) <= total
    alike = run[-1].share is count.share and run[-1].at == count.at - 1
    return one_division and len(set(ways)) == len(ways) and fits and alike


def _count(at: int, sentence: Sentence) -> Count | None:
    """What a short sentence of the results counts, where it tells one way only."""
    if sentence.role != "results" or _OF_A_PART.search(sentence.text):
        return None
    text = without_brackets(sentence.text)
    found = _COUNTED.match(text)
    if found is None or length(text) > MOST_WORDS or ";" in text:
        return None
    ways = _ways(text)
    share = found["n"].endswith("%")
    told = _numbers(found["n"])
    return Count(at, max(told), ways[0], share) if len(ways) == 1 and told else None


def _numbers(text: str) -> list[float]:
    """The numbers of a count or a share; of "56-63%" both."""
    if text.endswith("%"):
        return [float(n) for n in re.findall(r"\d+(?:\.\d+)?", text)]
    return [n.value for n in numbers.find(text) if n.value is not None]


def _ways(text: str) -> list[str]:
    """The ways that a text tells; what is denied ("no improvement") is not told as what it was."""
    denied = {"same": "better", "did_not_respond": "responded"}
    found = [way for way, pattern in _WAYS.items() if pattern.search(text)]
    for null, way in denied.items():
        if null in found and way in found and not _WAYS[way].search(_WAYS[null].sub(" ", text)):
            found.remove(way)
    return found


def _total(m: Material) -> int | None:
    p = m.reading.participants
    return p.total or p.patients


def _shared(m: Material, run: tuple[Count, ...]) -> Shared:
    total = _total(m)
    shares = all(c.share for c in run)
    everybody = shares or (total is not None and sum(c.n for c in run) == total)
    told = _one_sentence(m, run) or theirs_together(m, [c.at for c in run])
    return Shared(run, told, everybody)


def _one_sentence(m: Material, run: tuple[Count, ...]) -> Said | None:
    """All of the counts, the larger first unless a later one points back."""
    sentences = m.reading.sentences
    points = any(_BEHIND.search(sentences[c.at].text) for c in run[1:])
    order = run if points else tuple(sorted(run, key=lambda c: -c.n))
    by_chance = m.reading.design.randomised is True
    parts = list[str]()
    for count in order:
        text = restated(cleaned(sentences[count.at].text), randomised_result=by_chance)
        if text is None or leans(text):
            return None
        parts.append(text.rstrip(" ."))
    joined = "; ".join((parts[0], *map(uncapital, parts[1:])))
    held = tuple(
        quoted(quote(texts(m.record), "abstract", sentences[c.at].start, sentences[c.at].end))
        for c in order
    )
    numbered = [
        of_result(i) for i in m.brief.results
        if m.reading.results[i].sentence in {c.at for c in run}
    ]  # fmt: skip
    about = (*numbered, *(place_of(m, c.at) for c in order))
    why = frame_rule("result_clause")
    return said(Piece(joined, held), why, about=about)

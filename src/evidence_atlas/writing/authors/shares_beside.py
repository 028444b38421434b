"""How often, beside what the authors report: "a cough (53%) and pain (22%) were the most common".

Indirect speech is told without the brackets of the sentence, for most of them hold statistics.
Shares are no statistics: without them "cough and pain stayed" reads as if it were so in all, and
"fewer were vaccinated than" says nothing of how many fewer. Below Quick, where there is room, they
come back to the words behind which they stand in the abstract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import QuoteSupport

from ..material import Material
from ..said import Said
from ..tables import table
from ..words.edges import IN_BRACKETS
from ..words.names import length

_TABLE = table("authors/shares_beside.toml")
_SHARES = re.compile(_TABLE["shares"])
_WORDS_BEFORE = re.compile(_TABLE["words_before"])
_PAIR = re.compile(_TABLE["pair"])
_LOWER, _HIGHER = (re.compile(_TABLE[n], re.IGNORECASE) for n in ("lower", "higher"))
_LEFT_OUT = 4
"""So many words may be told in fewer: what stands further behind is not told at all."""


def with_shares_beside(m: Material, told: list[Said]) -> list[Said]:
    """The findings, those of the authors with the shares of the sentence that they tell."""
    return [_with_shares(m, s) for s in told]


def _with_shares(m: Material, told: Said) -> Said:
    own = next((s for s in told.support if isinstance(s, QuoteSupport)), None)
    around = m.reading.sentence_at(own.start, own.field) if own is not None else None
    if around is None or told.voice != "authors" or any(c in told.text for c in "%“("):
        return told
    brackets = [b[0].lstrip() for b in IN_BRACKETS.finditer(around.text)]
    if any("%" in bracket and not _SHARES.match(bracket) for bracket in brackets):
        return told
    if any(_against_its_words(told.text, shares) for _, shares, _ in _shares(around.text)):
        return told
    text, at = told.text, 0
    ended = False
    for words, shares, before in _shares(around.text):
        places = [f.end() for f in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
        if not places and before > length(told.text) + _LEFT_OUT:
            ended = True
            continue  # it stands behind the place where the finding ends
        if ended or len(places) != 1 or places[0] < at:
            return told  # with some of its shares alone, they would be read as all
        at = places[0] + len(shares) + len(" ()")
        text = f"{text[: places[0]]} ({shares}){text[places[0] :]}"
    return replace(told, text=text)


def _against_its_words(text: str, shares: str) -> bool:
    """Whether the first of two shares is the larger where the words say that it is lower."""
    pair = _PAIR.fullmatch(shares)
    if pair is None:
        return False
    one, other = float(pair["one"]), float(pair["other"])
    return (one > other and _LOWER.search(text) is not None) or (
        one < other and _HIGHER.search(text) is not None
    )


def _shares(sentence: str) -> Iterator[tuple[str, str, int]]:
    """The shares in brackets, each with the two words before it, and how many words those end."""
    for bracket in _SHARES.finditer(sentence):
        before = sentence[: bracket.start()]
        words = _WORDS_BEFORE.search(before)
        if words is not None:
            yield words[0], bracket["shares"], length(before)

"""A sentence before it has its id: text, support, and where it may be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

from evidence_atlas.records import Support

from .material import Piece
from .tables import table
from .words.numbers import number_words_in_front

Depths = tuple[Literal["quick", "standard", "deep"], ...]
ALL_DEPTHS: Depths = ("quick", "standard", "deep")
STANDARD: Depths = ("standard", "deep")
DEEP: Depths = ("deep",)
STANDARD_ONLY: Depths = ("standard",)
"""Of a sentence that Deep tells with more in it."""


class Keep(IntEnum):
    """What stays where Quick has too little room: the lowest goes first."""

    NOT_IN_QUICK = 0
    SECOND_CAUTION = 4
    BESIDE = 4
    """What else may be the main result, which goes before cautions and how sure it is."""
    CAUTION = 5
    CERTAINTY = 5
    SECOND = 6
    """A second result, a null above all; or that none can be told."""
    WEIGHTY_CAUTION = 7
    """It belongs to the result that it stands beside."""
    MAIN = 8
    ALWAYS = 9
    """From here on nothing goes: harms, and what kind of paper it is."""
    OPENING = 10


@dataclass(frozen=True)
class Said:
    """A finished sentence.

    `lay` is True where technical words give way to plain ones; elsewhere they are kept and
    glossed at first use. `keep` lower is dropped first where space is short (Quick only).
    `plainer` is told instead where Quick would be too hard to read with this (None: nothing is).
    `fuller` are ways to tell it with more, the best first, for where Quick has room left.
    """

    text: str
    support: tuple[Support, ...]
    label: str | None = None
    about: tuple[str, ...] = ()
    voice: Literal["atlas", "authors"] = "atlas"
    depths: Depths | None = None
    lay: bool = False
    keep: int = Keep.NOT_IN_QUICK
    plainer: tuple[Said, ...] | None = None
    fuller: tuple[Said, ...] = ()
    tells_whom: bool = False
    """An opening that tells what makes those who took part these people."""
    only_whom: bool = False
    """One that leaves out for it what the study was about: where there is no other way."""

    def supported_by(self, *support: Support) -> Said:
        """The same sentence with further support."""
        return replace(self, support=tuple(dict.fromkeys((*self.support, *support))))


def said(
    piece: Piece,
    *support: Support,
    label: str | None = None,
    about: tuple[str, ...] = (),
    voice: Literal["atlas", "authors"] = "atlas",
    depths: Depths | None = None,
    lay: bool = False,
    keep: int = Keep.NOT_IN_QUICK,
    row: bool = False,
) -> Said:
    """A sentence out of a piece: capital first letter, one closing mark, number words in front.

    A `row` of facts beside its label keeps its digits and its letters as they are.
    """
    return Said(
        text=" ".join(piece.text.split()) if row else sentence_case(piece.text),
        support=tuple(dict.fromkeys((*piece.support, *support))),
        label=label,
        about=about,
        voice=voice,
        depths=depths,
        lay=lay,
        keep=keep,
    )


# "V ̇ O 2 ${\\dot V_{O_2}}$": a symbol printed twice, the second time as it is typeset.
_TYPESET = re.compile(r"\s*\$[^$“”]{0,200}[\\{_^][^$“”]{0,200}\$")
# Characters that take no room and stand in a text for nothing.
_UNSEEN = re.compile("[\u200b\u2060\ufeff]+")
# "symptoms-including tiredness-in many": a dash that a database keeps as a hyphen, and its pair.
_DASH = re.compile(table("words/dashes.toml")["dash"]["opens"])
_PAIR = re.compile(table("words/dashes.toml")["dash"]["closes"])
_QUOTED = re.compile(r"(“[^“”]*”)")


_END = re.compile(r"[ ,;]+\.?\Z")


def plain_symbols(text: str) -> str:
    """The text without typesetting; what stands between quotation marks stays as it is."""
    parts = _QUOTED.split(text)
    return "".join(part if part.startswith("“") else _plain(part) for part in parts)


def _plain(text: str) -> str:
    text = _UNSEEN.sub(" ", _TYPESET.sub("", text))
    opened = _DASH.sub(" – ", text)
    return text if opened == text else _PAIR.sub(r"\1 – ", opened)


def sentence_case(text: str) -> str:
    """A sentence as printed: begins with a capital or a number word, ends with one mark."""
    text = re.sub(r"[ \t\r\n]+", " ", plain_symbols(text)).strip()
    # What stood behind the last comma has gone with its statistics.
    text = number_words_in_front(_END.sub("", text))
    first = text.split(" ", 1)[0]
    # A name such as mRNA or eGFR keeps its small first letter.
    if first[:1].islower() and not any(c.isupper() for c in first[1:]):
        text = text[:1].upper() + text[1:]
    if text.endswith((".", "?", "!", ".”", "?”")):
        return text
    return text + "."

"""What the authors' sentences have in common when they are told in indirect speech."""

from __future__ import annotations

import re

from evidence_atlas.records import of_conclusion, of_sentence

from ..material import Material
from ..tables import table
from ..words.edges import TAG
from ..words.names import length
from ..words.theirs import parts

_WORDS: dict[str, str] = table("sentences/indirect.toml")
_BETWEEN = re.compile(table("wording.toml")["reported"]["between"], re.IGNORECASE)
_FORMULA = re.compile(r"\$(?!\d[\d.,]* [a-z])[^$]*\$")
"""A sum of money ("$211 billion") begins none."""


def cleaned(text: str) -> str:
    """A sentence without tags, formulae, bullets and its full stop."""
    bare = " ".join(_FORMULA.sub("", TAG.sub("", text)).split()).lstrip("•·*–-: ").rstrip(". ")
    return _MAPPED_LAST.sub("", bare) if _SET_SIDE_BY_SIDE.search(bare) else bare


# "More pain (31% vs 11%) among bakers than among millers, respectively": the word maps what stands
# in the bracket, and nothing where no bracket is told.
_SET_SIDE_BY_SIDE = re.compile(r"\([^()]*\d[\d.]* ?%? (?:vs\.?|versus) [^()]*\d[^()]*\)")
_MAPPED_LAST = re.compile(r"(?<=[a-z)]),? respectively\Z")


def candidates(
    text: str, fewest: int, most: int, ends: re.Pattern[str], *, whole_only: bool = False
) -> list[tuple[str, str]]:
    """The sentence and its beginnings that may stand by themselves, each with the whole.

    Whole and, unless `whole_only`, without what stands between commas; `fewest` and `most` are
    words, and `ends` is where a beginning may end.
    """
    shorter = text if whole_only else _BETWEEN.sub(_apart, text)
    return [
        (whole, part)
        for whole in dict.fromkeys((text, shorter))
        for part in parts(whole, fewest, most, ends)
    ]


def _apart(found: re.Match[str]) -> str:
    """What stands between commas left out, but no subject: "among men, the risk rose, and …".

    Nor one of several: "links between an infection, a psychiatric history, pain, and …".
    """
    one_of_many = _GOES_ON.match(found.string, found.end())
    return found[0] if one_of_many or _SETTING.match(found.string[: found.start()]) else " "


_GOES_ON = re.compile(_WORDS["goes_on"], re.IGNORECASE)
_SETTING = re.compile(_WORDS["setting"], re.IGNORECASE)


def longest_first(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The candidates, those with the most words first."""
    return sorted(found, key=lambda f: -length(f[1]))


def place_of(m: Material, at: int) -> str:
    """The path of the sentence `at`: that of the conclusion that it is, else its own."""
    sentence = m.reading.sentences[at]
    return next(
        (of_conclusion(i) for i, c in enumerate(m.reading.conclusions)
         if c.start <= sentence.start < c.end),
        of_sentence(at),
    )  # fmt: skip

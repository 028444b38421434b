"""In plain words: what is mapped by "respectively", and a form that only looks statistical."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport

from ..material import Material
from ..rules import named
from ..said import Said
from ..words.short_forms import stands_for
from ..words.spelled_out import spelled_where_told
from ..words.statistics import STATISTICS

# Two figures side by side: "19% and 21%".
_TWO_FIGURES = re.compile(
    r"(?<![\d.,])(?<!\d, )(?<!%, )\d[\d.,]*(?: ?%)?(?:-fold| \w+)? and "
    r"\d[\d.,]*(?: ?%)?(?![\w.,]*\d)"
)
# Three shares or more, and as many things: "pain, a cough and fever were told by 9%, 7% and 5%".
_FIGURES = re.compile(
    r"(?<![\d.,])(?P<more>(?:\d[\d.]*(?: ?%)?, )+)\d[\d.]*(?: ?%)?,? and \d[\d.]* ?%"
)
_THINGS = re.compile(r"(?:[^,;:()]{1,40}, ){1,5}[^,;:()]{1,40}?,? and [^,;:()]{1,}")
_RESPECTIVELY = re.compile(r",? respectively\b")
_ORDERED = ", in this order"
_WITH_ITS_COMMAS = re.compile(r",? respectively\b,?")
_MORE_LISTS = re.compile(r"\d ?%?, \d|\d ?%?,? and \d")
# Words of a statistic: a form that stands for them is one.
_OF_A_STATISTIC = re.compile(
    r"\b(?:confidence|credible|interval|odds|hazard|risk|rate|ratio|deviation|curve|"
    r"characteristic|error|range)\w*\b",
    re.IGNORECASE,
)


def in_this_order(text: str) -> str:
    """ "19% and 21% had pain and a cough, in this order", where figures stand for as many things.

    Elsewhere "respectively" stays: what it maps may have stood in a bracket.
    """
    if len(_RESPECTIVELY.findall(text)) != 1:
        return text
    if (listed := _FIGURES.search(text)) is not None:
        rest = _WITH_ITS_COMMAS.sub("", f"{text[: listed.start()]}{text[listed.end() :]}")
        commas, joined = rest.count(","), len(re.findall(r"\b(?:and|or)\b", rest))
        many = listed["more"].count(",")
        as_many = joined == 1 and commas in (many, many + 1) and _THINGS.search(rest)
        return _RESPECTIVELY.sub(_ORDERED, text) if as_many else text
    if len(_MORE_LISTS.findall(text)) != 1:
        return text
    pair = _TWO_FIGURES.search(text)
    if pair is None:
        return text
    rest = f"{text[: pair.start()]} {text[pair.end() :]}"
    if len(re.findall(r"\b(?:and|or)\b", rest)) != 1 or re.search(r", (?:and|or)\b", rest):
        return text
    return _RESPECTIVELY.sub(_ORDERED, text)


def with_its_order(told: Said) -> Said:
    """What is told "in this order" rests on the rule that says so, too."""
    return told.supported_by(named("in-this-order")) if _ORDERED in told.text else told


def other_forms_in_full(m: Material, text: str) -> tuple[str, tuple[QuoteSupport, ...]]:
    """The text where "HR" is spelled out that the abstract explains as heart rate, and where.

    A form that stands for a statistic, or that nothing explains, stays.
    """
    return spelled_where_told(m.record, text, lambda form: not _another_thing(m, form))


def _another_thing(m: Material, form: str) -> bool:
    if STATISTICS.fullmatch(form) is None:
        return False
    words = stands_for(m.record, form)
    return words is not None and _OF_A_STATISTIC.search(words) is None

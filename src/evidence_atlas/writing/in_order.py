"""In plain words: what is mapped by "respectively", and a form that only looks statistical."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport

from .material import Material
from .results import STATISTICS
from .words.spelled_out import spelled_where_told, stands_for

# Two figures side by side: "19% and 21%".
_TWO_FIGURES = re.compile(
    r"(?<![\d.,])(?<!\d, )(?<!%, )\d[\d.,]*(?: ?%)?(?:-fold| \w+)? and "
    r"\d[\d.,]*(?: ?%)?(?![\w.,]*\d)"
)
_RESPECTIVELY = re.compile(r",? respectively\b")
_MORE_LISTS = re.compile(r"\d ?%?, \d|\d ?%?,? and \d")
# Words of a statistic: a form that stands for them is one.
_OF_A_STATISTIC = re.compile(
    r"\b(?:confidence|credible|interval|odds|hazard|risk|rate|ratio|deviation|curve|"
    r"characteristic|error|range)\w*\b",
    re.IGNORECASE,
)


def in_this_order(text: str) -> str:
    """ "19% and 21% had pain and a cough, in this order", where two figures stand for two things.

    Elsewhere "respectively" stays: what it maps may have stood in a bracket.
    """
    if len(_RESPECTIVELY.findall(text)) != 1 or len(_MORE_LISTS.findall(text)) != 1:
        return text
    pair = _TWO_FIGURES.search(text)
    if pair is None:
        return text
    rest = f"{text[: pair.start()]} {text[pair.end() :]}"
    if len(re.findall(r"\b(?:and|or)\b", rest)) != 1 or re.search(r", (?:and|or)\b", rest):
        return text
    return _RESPECTIVELY.sub(", in this order", text)


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

"""Whether numbers that follow a count make it up: they are then its parts, whatever words say.

"1,300 adults, of whom 700 had been ill, 40 (5.7% of those ill) still were, along with 400 not ill
and 200 seen before": 700, 400 and 200 are 1,300, and 40 is 5.7 % of the 700.
"""

from __future__ import annotations

from dataclasses import replace

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from ..text.brackets import without_brackets
from .mentions import Mention
from .people_words import CUES, UNIT
from .places import text_of

_SHARE = cue(r"\s?\(\s?(?P<share>\d{1,2}(?:[.·]\d+)?)\s?%", 0)
_ROUNDED = 0.6
_FEWEST, _MOST = 2, 7


def without_parts_told_next(document: Document, found: list[Mention]) -> list[Mention]:
    """The counts; those of the sentence behind that make one up are marked as parts of it.

    "180 adults took part. These included 132 at home, 26 in hospital and 22 who had moved."
    """
    parts: set[int] = set()
    for whole in found:
        if whole.subset or whole.sentence is None or whole.kind == "controls":
            continue
        behind = [m for m in found if m.sentence == whole.sentence + 1]
        text = text_of(document, behind[0]) if behind else ""
        opens = CUES["made_up_opening"].match(text) is not None
        if opens and parts_told(text, replace(whole, start=0, end=0), behind):
            parts |= {id(m) for m in behind}
    return [replace(m, subset=True) if id(m) in parts else m for m in found]


def parts_told(text: str, whole: Mention, others: list[Mention]) -> bool:
    """Whether the numbers behind `whole` make it up, the `others` counted among them."""
    outside = without_brackets(text)
    told = [
        n
        for n in numbers.find(text)
        if n.start >= whole.end
        and n.value
        and not outside[n.start].isspace()
        and not numbers.is_percent(text, n.end)
        and not numbers.opens_range(text, n.end)
        and not UNIT.match(text, n.end)
    ]
    parts: list[numbers.Number] = []
    for number in told[:_MOST]:
        if not (parts and _of_the_part_before(text, number, parts[-1], whole.value)):
            parts.append(number)
    made = sum(n.value or 0 for n in parts)
    return (
        len(parts) >= _FEWEST
        and made == whole.value
        and {m.start for m in others} <= {n.start for n in parts}
    )


def _of_the_part_before(
    text: str, number: numbers.Number, before: numbers.Number, whole: int
) -> bool:
    """Whether the share printed with a number is its share of the one before, not of the whole."""
    printed = _SHARE.match(text, number.end)
    if printed is None or not before.value or not number.value:
        return False
    share = float(printed["share"].replace("·", "."))
    fits = [abs(100 * number.value / base - share) <= _ROUNDED for base in (before.value, whole)]
    return fits == [True, False]

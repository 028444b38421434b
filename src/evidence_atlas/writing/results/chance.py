"""The printed numbers of a result, and whether they lie within what chance alone would give."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.reading.results.list_results import figures as printed_figures
from evidence_atlas.reading.results.p_values import at_the_border as p_at_the_border
from evidence_atlas.records import Result

from ..frames import FRAMES, frame_rule
from ..said import Said

_NUMBER = r"([−–-]?(?:\d{1,7}(?:[.·]\d{1,7})?|[.·]\d{1,7}))"
_INTERVAL = re.compile(
    rf"\bCIs?\b[^\d(\[+−–-]{{0,12}}[(\[]?\s{{0,3}}{_NUMBER}\s{{0,3}}(?:to|,|;|[–-])\s{{0,3}}{_NUMBER}"
)
_RATIO = re.compile(r"\b(?:a?[OHR]R|IRR|ratio)\b")
_P_VALUE = re.compile(r"\b[pP]\s?=\s?(0?[.·]\d+)")


def within_chance(result: Result) -> bool:
    """True where the printed interval holds "no difference", or all p values are above 0.05.

    A p of 0.05 itself lies at the border (`at_the_border`): it is told as the text tells it. The
    clause may then say "higher", but nobody should read it as a clear finding.
    """
    text = result.text
    ends = [tuple(_number(x) for x in m.groups()) for m in _INTERVAL.finditer(text)]
    if ends:
        middle = 1.0 if _RATIO.search(text) else 0.0
        return all(low < middle < high for low, high in ends)
    found = [_number(p) for p in _P_VALUE.findall(text)]
    if at_the_border(result):
        return False
    return bool(found) and "<" not in text and all(p >= 0.05 for p in found)


def _number(printed: str) -> float:
    return float(re.sub("[−–]", "-", printed).replace("·", "."))


_FROM_TO = re.compile(
    r"\bfrom\s+[^\s,;()]{1,20}(?:\s*[±]\s*[^\s,;()]{1,20})?(?:\s?\(?[A-Za-z%]{1,12}\)?)?\s+to\s+[^\s,;()]{1,20}(?:\s*[±]\s*[^\s,;()]{1,20})?"
)
# With one bracket within it: "(OR = 2.20, 95 % CI (1.19-4.06), p = 0.01)" is no "1.19-4.06".
_BRACKET = re.compile(
    r"[(\[]([^()\[\]]{0,120}[(\[][^()\[\]]{1,60}[)\]][^()\[\]]{0,60}|[^()\[\]]{1,240})[)\]]"
)


def figures(result: Result) -> str:
    """The printed numbers of a result: "from … to …" and what stands in brackets, in order.

    Of a list, only those that the member itself has.
    """
    found = [(m.start(), m.group().strip()) for m in _FROM_TO.finditer(result.text)
             if re.search(r"\d", m.group())]  # fmt: skip
    found += [(m.start(), m.group(1).strip()) for m in _BRACKET.finditer(result.text)
              if re.search(r"\d", m[1])]  # fmt: skip
    told = dict.fromkeys(text for _, text in sorted(found))
    if of_a_list(result):
        own = set(result.numbers)
        told = dict.fromkeys(text for text in told if set(printed_figures(text)) <= own)
    words = "; ".join(told)
    return words if len(words) <= 160 else ""


def at_the_border(result: Result) -> bool:
    """Whether the authors tell of a finding whose p, as printed, is 0.05 itself."""
    if result.is_null:
        return False
    return p_at_the_border(figures(result) if of_a_list(result) else result.text)


def of_a_list(result: Result) -> bool:
    """Whether the clause tells of others beside this result, each with figures of its own."""
    return result.numbers != printed_figures(result.text)


def with_the_border(result: Result, told: Said) -> Said:
    """The sentence, with the border of chance said where the result lies there.

    Not where the sentence prints the p of other results too.
    """
    other = _P_VALUE.search(told.text) is not None and not p_at_the_border(told.text)
    if other or not at_the_border(result):
        return told
    text = f"{told.text.rstrip('.')}{FRAMES['result_border']['after']}."
    return replace(told, text=text).supported_by(frame_rule("result_border"))

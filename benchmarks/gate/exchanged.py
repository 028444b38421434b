"""Errors that exchange what stands in one sentence: two figures, or the groups of a comparison.

Nothing foreign enters the sentence: every word and number of it stands in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from evidence_atlas.checking.numbers import Number
from evidence_atlas.checking.numbers import read as read_numbers
from evidence_atlas.records import Statement

from .kinds import SECTIONS, capital, kind, put, rests_on_abstract, small
from .pages import Study

_QUOTED = re.compile(r"“[^”]*”")
_INTERVAL = re.compile(
    r"\[[^\]]*\]|(?:CI|IQR|SD|intervals?|range)\b[^;()]{0,40}|"
    r"(?<!from )(?<![\d.])-?\d[\d.,]*%?(?: to |[-–—]| ?± ?|/)[-–]?\d[\d.,]*%?|\b(?:19|20)\d\d\b"
)
"""Bounds, ratios, spreads and years: exchanged with another figure they make no good sentence."""
_CONFIDENCE = re.compile(r"\s?(?:%|percent)?\s?(?:CI|confidence|credib)", re.IGNORECASE)
_RANGE = re.compile(r"\s?%?\s?(?:to|-|–|—|and|or)\s?[-−]?\s?")
"""Two figures with only this between them are the ends of a range, which is told in order."""
_BETWEEN = re.compile(r"\b(?:from|between|aged) $")


def _exchangeable(n: Number, text: str) -> bool:
    return not (
        n.bare_one or n.in_words or n.kind not in ("count", "percent")
        or _CONFIDENCE.match(text, n.end) or text[n.start - 1 : n.start] in tuple("-−‐‑–<>/")
        or re.search(r"(?:CI|interval)[^;()]{0,12}$|[<>≤≥] ?$", text[: n.start])
        or re.match(r"[-/]?[A-Za-z]| (?:out )?of (?:the )?\d", text[n.end :])
        or re.search(r"\b(?:of|among)(?: the| these| all)? $", text[: n.start], re.IGNORECASE)
    )  # fmt: skip


def _alike(a: Number, b: Number, text: str) -> bool:
    """Whether two figures count the same sort of thing: percentages, counts, or decimals."""
    if a.kind != b.kind or a.value == b.value or a.unit != b.unit or a.text == b.text:
        return False
    if ("." in a.text) != ("." in b.text) and a.kind == "count":
        return False
    return _lead(text, a) == _lead(text, b)


def _lead(text: str, n: Number) -> str:
    """The sign and letter that a figure follows ("p=", "n="), or nothing."""
    found = re.search(r"([A-Za-zβηρχ²]+)\s?[=<>]\s?[-−]?$", text[: n.start])
    return found[1].lower() if found else ""


@kind("figures exchanged", "word for word", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section not in SECTIONS or not rests_on_abstract(s):
        return
    out = [m.span() for p in (_QUOTED, _INTERVAL) for m in p.finditer(s.text)]
    numbers = [
        n for n in read_numbers(s.text)
        if _exchangeable(n, s.text) and not any(a <= n.start < b for a, b in out)
    ]  # fmt: skip
    for a, b in combinations(numbers, 2):
        between = s.text[a.end : b.start]
        told_in_order = _RANGE.fullmatch(between) and not _BETWEEN.search(s.text[: a.start])
        if _alike(a, b, s.text) and not told_in_order:
            x, y = (re.match(r"[\d.,·]*\d", n.text) for n in (a, b))
            if x and y:
                yield (
                    s.text[: a.start] + y[0] + s.text[a.start + x.end() : b.start]
                    + x[0] + s.text[b.start + y.end() :]
                )  # fmt: skip
                return


_VERB = (
    r"was|were|is|are|had|has|have|did|does|do|remained|became|tended|as|when|showed|reported|experienced|improved|increased|"
    r"decreased|rose|fell|found|that|which|who|when|where|and|or|but|than|not|no|similar"
)
_NP = rf"(?:(?!(?:{_VERB})\b)[\w/'’+-]+)(?: (?!(?:{_VERB})\b)[\w/'’+%-]+){{0,7}}?"
_ALONE = _NP.replace(_VERB, f"{_VERB}|in|among|after|for")
"""The group before "than": one that nothing is said to lie in."""
_END = r"(?=[.,;]| \(|$| (?:at|after|during|over|before|and|but|with p|for both)\b)"
_MORE = re.compile(
    r"\b(?:higher|lower|greater|smaller|larger|better|worse|more|less|fewer|longer|shorter|stronger"
    r"|weaker|increased|decreased|reduced|elevated|raised|improved|worsened|rose|fell|slower|faster"
    r"|thicker|thinner|older|younger|poorer|odds)\b",
    re.IGNORECASE,
)
_THAN = r"(?:than|(?:as |when )?compared (?:to|with)|relative to|versus|vs\.?)"
_PLACED = re.compile(
    rf"\b(?:in|among|for|with|on|after) (?P<a>{_ALONE}),? {_THAN} "
    rf"(?:(?:that |those )?(?:in|among|for|with|on|after) )?(?P<b>{_NP}){_END}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"^(?P<lead>(?:The authors \w+ that |Compared with [^,]+, )?)(?P<a>{_NP}) "
    r"(?P<verb>(?:clearly |significantly |also |consistently )?(?:had|have|showed|reported|"
    r"experienced|exhibited|were|are|displayed|scored|performed|demonstrated|used|required)\b"
    rf"[^.;]*?),? {_THAN} (?P<b>{_NP}){_END}"
)
_NULL = re.compile(r"\b(?:not|no|neither|nor|without a|similar|same|equally|comparable)\b", re.I)
_GROUP = re.compile(
    r"\b(?:patients?|people|those|controls?|participants|group|women|men|children|adults|females?|"
    r"males?|subjects|individuals|survivors|placebo|arm|cases|mice|treatment|care|students|boys|"
    r"girls|respondents|workers|users|volunteers|cohort|ME/CFS|COVID|CFS|CFS/ME|therapy|training|"
    r"dummy)\b",
    re.IGNORECASE,
)


@kind("groups exchanged", unseen=True)
def _(s: Statement, study: Study) -> Iterator[str]:
    if s.section not in SECTIONS or not rests_on_abstract(s) or "“" in s.text:
        return
    if _NULL.search(s.text) or not _MORE.search(s.text):
        return
    for pattern in (_SUBJECT, _PLACED):
        m = pattern.search(s.text)
        if m and m["a"].lower() != m["b"].lower() and _GROUP.search(m["b"]):
            if not _GROUP.search(m["a"]) or re.match(r"(?:baseline|the start|before)", m["b"]):
                continue
            a, b = small(m["a"]), small(m["b"])
            text = put(s.text, m.start("b"), m.end("b"), a)
            yield capital(text[: m.start("a")] + b + text[m.end("a") :])
            return

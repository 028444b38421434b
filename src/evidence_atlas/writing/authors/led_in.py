"""How a sentence of the authors is led in: "The authors report that"; and what is left of it."""

from __future__ import annotations

import re

from evidence_atlas.records import Sentence

from ..brief.kinds import OF_OTHERS_STUDIES
from ..material import Material
from ..results.in_order import in_this_order
from ..sentences.indirect import cleaned
from ..sentences.method_talk import found_by
from ..sentences.retold import told_of_them
from ..tables import table
from ..words.edges import without_brackets, without_heading
from ..words.theirs import with_terms
from ..words.untied import untied

_TABLE = table("wording.toml")["reported"]
_LEADS = [
    (re.compile(e["pattern"], re.IGNORECASE), e["say"])
    for e in (*_TABLE["leads"], *table("wording.toml")["indirect"]["leads"])
]
_OPENING = re.compile(_TABLE["opening"], re.IGNORECASE)
_ALLOWING_FOR = re.compile(_TABLE["allowing_for"], re.IGNORECASE)
_BEHIND = re.compile(_TABLE["behind"], re.IGNORECASE)
_IN_THIS_STUDY = re.compile(_TABLE["in_this_study"], re.IGNORECASE)
# A sign before a number, which is read as words.
_SIGNS = (
    # A word for many, as it is glossed, has their verb.
    (re.compile(r"\bsymptomatology was\b"), "symptoms were"),
    (re.compile(r"\bsymptomatology is\b"), "symptoms are"),
    (re.compile(_TABLE["statistic"], re.IGNORECASE), ""),
    (re.compile(r",?\s\(?p\s?[<=>≤]\s?0?[.·]\d+\)?"), ""),
    (re.compile(r"(?<=\s)>\s?(?=\d)"), "more than "),
    (re.compile(r"(?<=\s)<\s?(?=\d)"), "less than "),
    (re.compile(r"(?<=\s)≥\s?(?=\d)"), "at least "),
    (re.compile(r"(?<=\s)≤\s?(?=\d)"), "at most "),
)
_MARKED = re.compile(r"‘([^‘’]+)’")
_BY_METHOD = {
    "": "The authors report that ", "found": "The authors report ",
    "identified": "The authors identified ",
}  # fmt: skip


def _with_terms(m: Material, text: str) -> str:
    """The text with its terms marked; where it sets the illness between marks, it is of the word.

    "Searches for "asthma" rose" is told only as it stands.
    """
    marked = with_terms(text)
    terms = _MARKED.findall(marked) if marked != text else []
    return text if any(m.condition.illnesses_in(term) for term in terms) else marked


def led_in(m: Material, sentence: Sentence, text: str) -> tuple[str, str]:
    """The words in front, and what is left of the sentence behind them."""
    text = in_this_order(_IN_THIS_STUDY.sub("", without_brackets(_with_terms(m, cleaned(text)))))
    for pattern, say in _SIGNS:
        text = pattern.sub(say, text)
    text = untied(_BEHIND.sub("", _OPENING.sub("", without_heading(text))).strip())
    if (bared := _ALLOWING_FOR.sub("", text)) != text:
        text = bared[:1].upper() + bared[1:]
    if (by_method := found_by(text)) is not None and m.brief.kind not in OF_OTHERS_STUDIES:
        return _BY_METHOD[by_method[0]], by_method[1]
    lead = "The authors report that "
    if sentence.role == "conclusions":
        lead = "The authors conclude that "
    if m.brief.kind in OF_OTHERS_STUDIES:
        lead = "The authors write that "
    for pattern, say in _LEADS:
        shorter = pattern.sub("", text, count=1)
        if shorter != text:
            return say or lead, shorter
    if (theirs := told_of_them(m, text)) is not None:
        return "", theirs
    return lead, text

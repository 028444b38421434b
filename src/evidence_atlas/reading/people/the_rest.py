"""A part, the whole and what remains: "asthma was found in 31 of the 148; the remaining 117 …"."""

from __future__ import annotations

from ..definitions.conditions_named import main_condition
from ..document import Document
from . import names as condition_names
from .people_words import CUES
from .places import Count


def read(document: Document, conditions: tuple[str, ...], facts: dict[str, Count]) -> None:
    """Everybody, those with the main condition, and the rest, where the three numbers fit."""
    if not document.may_hold(CUES["part_and_rest"]):
        return
    for _, sentence in document.parts("methods", "results"):
        told = CUES["part_and_rest"].search(sentence.text)
        if told is None:
            continue
        n, whole, rest = (int(told[g].replace(",", "")) for g in ("n", "whole", "rest"))
        if n + rest != whole:
            continue
        main = main_condition(document, conditions)
        names = condition_names.of(document, main)
        begin = max(sentence.text.rfind(mark, 0, told.start()) for mark in (".", ";")) + 1
        if names.first(sentence.text, begin, told.start("whole") + 60) is None:
            continue
        if CUES["lacking_words"].search(sentence.text, begin, told.start("whole")):
            continue
        start, end = sentence.start + told.start(), sentence.start + told.end()
        quote = document.quote(start, end)
        facts["total"], facts["patients"] = Count(whole, quote), Count(n, quote)
        if CUES["rest_compared"].match(sentence.text, told.end()):
            facts["controls"] = Count(rest, quote)
        elif "controls" in facts and facts["controls"].value != rest:
            del facts["controls"]
        return

"""A part, the whole and what remains: "asthma was found in 31 of the 148; the remaining 117 …"."""

from __future__ import annotations

from ..definitions.conditions_named import main_condition
from ..document import Document
from ..text import numbers
from . import names as condition_names
from .people_words import CUES
from .places import Count


def read(document: Document, conditions: tuple[str, ...], facts: dict[str, Count]) -> None:
    """Everybody, those with the main condition, and the rest, where the three numbers fit."""
    _unnumbered(document, conditions, facts)
    _in_words(document, conditions, facts)
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


def _unnumbered(document: Document, conditions: tuple[str, ...], facts: dict[str, Count]) -> None:
    """ "40 of the 70 had asthma and the rest were healthy": the other 30 are compared."""
    total = facts.get("total")
    if total is None or "controls" in facts or not document.may_hold(CUES["rest_unnumbered"]):
        return
    names = condition_names.of(document, main_condition(document, conditions))
    for _, sentence in document.parts("methods", "results"):
        told = CUES["rest_unnumbered"].search(sentence.text)
        if told is None:
            continue
        for number in numbers.find(sentence.text[: told.start()])[::-1]:
            ill = names.first(sentence.text, number.end, told.start())
            having = CUES["having_next"].match(sentence.text, number.end)
            if not (ill and having and number.value and number.value < total.value):
                continue
            start, end = sentence.start + number.start, sentence.start + told.end()
            quote = document.quote(start, end)
            facts["patients"] = Count(number.value, quote)
            facts["controls"] = Count(total.value - number.value, quote)
            return


_SHARES = {"half": (1, 2), "third": (1, 3), "quarter": (1, 4), "fifth": (1, 5),
           "two thirds": (2, 3), "three quarters": (3, 4)}  # fmt: skip


def _in_words(document: Document, conditions: tuple[str, ...], facts: dict[str, Count]) -> None:
    """ "Half of the 60 women had asthma; the other half were healthy"."""
    if "controls" in facts or not document.may_hold(CUES["share_in_words"]):
        return
    names = condition_names.of(document, main_condition(document, conditions))
    for _, sentence in document.parts("methods", "results"):
        told = CUES["share_in_words"].search(sentence.text)
        if told is None or names.first(sentence.text, told.end(), told.end() + 30) is None:
            continue
        n, share = int(told["n"].replace(",", "")), told["share"].lower()
        over, under = _SHARES.get(share) or _SHARES[share.split()[-1]]
        total = facts.get("total")
        if n * over % under or (total is not None and total.value != n):
            continue
        quote = document.quote(sentence.start + told.start(), sentence.end)
        facts.setdefault("total", Count(n, quote))
        facts["patients"] = Count(n * over // under, quote)
        rest = CUES["other_share"].search(sentence.text, told.end())
        if rest is not None and CUES["lacking_words"].search(sentence.text, rest.start()):
            facts["controls"] = Count(n - n * over // under, quote)
        return

"""The part of everybody that is found to have the main condition: "of these, 33 had asthma"."""

from __future__ import annotations

import re

from evidence_atlas.records import Sentence
from evidence_atlas.records.cues import cue

from ..definitions.conditions_named import main_condition
from ..document import Document
from ..patterns import Named
from ..text import numbers
from . import named_parts
from . import names as condition_names
from .mentions import Mention
from .names import Names
from .people_words import CUES, HEAD, UNIT
from .places import Count, around, count_of, sentence_of, text_of

_BRACKET = cue(r"\([^()]*\)", 0)
_DIGIT = cue(r"\d", 0)
_JOINED = cue(r"\s(?:[\w-]+\s){0,2}?(?:" + HEAD.pattern + r")(?:\s\([^()]{1,30}\))?,?\sand\s")
_BASE = cue(r"\s?(?:/|(?:out )?of)\s?(?:the\s)?(?P<base>\d[\d,]*\d|\d)")
_ROUNDED = 0.6
"""How far a printed percentage may be from its number's share of all."""


def _had_by(text: str, number: numbers.Number, names: Names) -> bool:
    """ "Asthma was diagnosed in 61": whether the number is of those who have it."""
    if numbers.is_percent(text, number.end) or CUES["no_people_next"].match(text, number.end):
        return False
    start = max(0, number.start - 90)
    return any(
        CUES["had_by_after"].match(text[: number.start], found.end()) is not None
        and (name in names.later or not CUES["only_related"].search(text, 0, found.start()))
        for name in names.main
        for found in name.finditer(text, start, number.start)
    )


def _still_ill(text: str, number: numbers.Number) -> bool:
    """ "59 (27.6%) of them were still unwell"."""
    ill = CUES["still_ill"].search(text, number.end, number.end + 90)
    return (
        ill is not None
        and CUES["part_still_ill"].match(text[number.end : ill.start()]) is not None
        and not numbers.in_bracket(text, number.start)
        and not numbers.is_percent(text, number.end)
    )


def _present_in(text: str, number: numbers.Number) -> bool:
    """ "Symptoms were still present in 45 patients"."""
    before = text[max(0, number.start - 70) : number.start]
    return (
        CUES["still_present_before"].search(before) is not None
        and not numbers.is_percent(text, number.end)
        and not CUES["no_people_next"].match(text, number.end)
    )


def found_to_have(
    document: Document, conditions: tuple[str, ...], seen: list[Mention], total: Count
) -> Count | None:
    """ "Of these, 33 participants suffered from asthma": the part that has the condition."""
    main = main_condition(document, conditions)
    if main is None:
        return None
    names = condition_names.of(document, main)
    so_called = named_parts.find(document, conditions, names, seen, total)
    if so_called is not None:
        return so_called
    counted = (
        _by_share(document, names, total)
        or _labelled_share(document, names, total)
        or _counted(document, main, names, total)
    )
    if counted is not None:
        return counted
    if "/" not in total.quote.text and main.pattern.search(sentence_of(document, total)):
        return None
    return _said_behind(document, names, seen)


def _by_share(document: Document, names: Names, total: Count) -> Count | None:
    """A count with its share, or of the total: "asthma was found in 12 (40 %)", "12/30"."""
    for _, sentence in document.parts("results"):
        for shown in names.found_in(sentence.text):
            told = CUES["share_counted"].match(sentence.text, shown.end())
            n = int(told["n"].replace(",", "")) if told else 0
            if told and abs(100 * n / total.value - float(told["share"])) <= _ROUNDED:
                start, end = sentence.start + shown.start(), sentence.start + told.end()
                return Count(n, document.quote(start, end))
        for match in CUES["fraction"].finditer(sentence.text):
            n, base = (int(match[g].replace(",", "")) for g in ("n", "base"))
            named = names.first(sentence.text, max(0, match.start() - 60), match.start())
            if named and "," in sentence.text[named.end() : match.start()]:
                continue
            if base == total.value and named:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                return Count(n, document.quote(start, end))
    return None


def _labelled_share(document: Document, names: Names, total: Count) -> Count | None:
    """ "With a subset of these adults reporting asthma (n = 270, 11.3 %)": the share must fit."""
    for _, sentence in document.parts("results", "methods"):
        for shown in names.found_in(sentence.text):
            told = CUES["label_and_share_next"].match(sentence.text, shown.end())
            if told is None or not CUES["reporting_before"].search(
                sentence.text[max(0, shown.start() - 60) : shown.start()]
            ):
                continue
            n = int(told["n"].replace(",", ""))
            if abs(100 * n / total.value - float(told["share"])) <= _ROUNDED:
                start, end = sentence.start + shown.start(), sentence.start + told.end()
                return Count(n, document.quote(start, end))
    return None


def _counted(document: Document, main: Named, names: Names, total: Count) -> Count | None:
    """A bare number of which it is said, in a sentence that names the condition."""
    for _, sentence in document.parts("results", "methods"):
        if names.first(sentence.text) is None:
            continue
        for number in numbers.find(sentence.text):
            if number.value is None or not 1 < number.value < total.value:
                continue
            if UNIT.match(sentence.text, number.end):
                continue
            both = _in_two_groups(document, sentence, number, total)
            if both is not None and _had_by(sentence.text, number, names):
                return both
            if _had_by(sentence.text, number, names) or (
                main.follows
                and (_still_ill(sentence.text, number) or _present_in(sentence.text, number))
            ):
                return Count(
                    number.value,
                    document.quote(sentence.start + number.start, sentence.start + number.end),
                )
            having = CUES["part_having"].match(sentence.text, number.end)
            if having is None or numbers.in_bracket(sentence.text, number.start):
                continue
            if names.first(having["rest"]) is None:
                continue
            if CUES["against_it"].search(having["rest"]):
                continue
            if CUES["lacking_words"].search(having[0]) or _last_of_a_list(sentence.text, number):
                continue
            if _of_one_group(document, number, sentence, names, total):
                return None
            start, end = sentence.start + number.start, sentence.start + having.end()
            return Count(number.value, document.quote(start, end))
    return None


def _in_two_groups(
    document: Document, sentence: Sentence, number: numbers.Number, total: Count
) -> Count | None:
    """ "Asthma arose in 21 of 160 given it and 26 of 150 not given it": 47 of all 310."""
    base = _BASE.match(sentence.text, number.end)
    if base is None or _value(base) >= total.value:
        return None
    for other in numbers.find(sentence.text):
        second = _BASE.match(sentence.text, other.end) if other.start > base.end() else None
        if second and other.value and _value(base) + _value(second) == total.value:
            start, end = sentence.start + number.start, sentence.start + other.end
            return Count((number.value or 0) + other.value, document.quote(start, end))
    return None


def _last_of_a_list(text: str, number: numbers.Number) -> bool:
    """ "2 pupils (50%), eight parents (80%) and 4 teachers (50%) had it": not the 4 alone."""
    before = next((n for n in reversed(numbers.find(text)) if n.end <= number.start), None)
    while before is not None and numbers.in_bracket(text, before.start):
        place = before.start
        before = next((n for n in reversed(numbers.find(text)) if n.end <= place), None)
    return before is not None and _JOINED.fullmatch(text, before.end, number.start) is not None


def _of_one_group(
    document: Document, number: numbers.Number, sentence: Sentence, names: Names, total: Count
) -> bool:
    """ "Of the babies 40 of 278 had it, of the older ones 61 of 399": neither is of everybody.

    "Of 900, 400 had had the infection; 90 of the 400 were still ill" tells of all of them.
    """
    own = _BASE.match(sentence.text, number.end)
    bases, parts = {_value(own)} if own else set(), {number.value}
    if not bases or bases == {total.value}:
        return False
    for _, other in document.parts("results", "methods"):
        if _BASE.search(other.text) is None or names.first(other.text) is None:
            continue
        for told in numbers.find(other.text):
            base = _BASE.match(other.text, told.end)
            having = CUES["part_having"].match(other.text, told.end) if base else None
            if base and having and names.first(having["rest"]) is not None:
                bases.add(_value(base))
                parts.add(told.value)
    return len(bases) > 1 and not bases & {*parts, total.value} and sum(bases) <= total.value


def _value(base: re.Match[str]) -> int:
    return int(base["base"].replace(",", ""))


def _said_behind(document: Document, names: Names, seen: list[Mention]) -> Count | None:
    """People counted of whom the words behind say that they were found to have it."""
    for mention in seen:
        if mention.sentence is None or mention.role not in ("results", "methods"):
            continue
        if len([m for m in seen if m.sentence == mention.sentence and m.kind == "people"]) > 2:
            continue
        if numbers.in_bracket(text_of(document, mention), mention.start):
            continue
        _, after = around(document, mention, 0, 70)
        named = names.first(after)
        if named and _DIGIT.search(_BRACKET.sub("", after[: named.start()])):
            continue
        if named and CUES["found_to_have"].search(after, 0, named.start()):
            return count_of(mention)
    return None

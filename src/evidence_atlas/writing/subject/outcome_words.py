"""How an outcome is spoken of: one or many, better or worse, and whether a clause names it."""

from __future__ import annotations

import re

from evidence_atlas.records import Result, Scale, Support
from evidence_atlas.records.finder import finder

from ..glossary.plain_words import stands_for
from ..rules import named
from ..tables import table

_DIRECTION = {
    "increase": "higher", "higher": "higher", "decrease": "lower", "lower": "lower",
    "no difference": "null", "no association": "null",
}  # fmt: skip
_PLURAL_HEAD = re.compile(
    r"^(.*?)(?:\s+(?:of|in|for|with|on|after|during|to|between|from|at|as)\s.*)?$"
)
_SINGULAR_S = ("ss", "us", "is", "itis", "osis", "illness", "always")


_OWN_START = table("subject/outcome_words.toml")
_BEFORE = re.compile(_OWN_START["before"], re.IGNORECASE)


def own_start(result: Result) -> str:
    """What a change is told from: "at the start", or "before" where the text names what came."""
    return "before" if _BEFORE.search(result.text) else "at the start"


def plural(phrase_text: str) -> bool:
    """Whether `was` or `were` follows the phrase."""
    match = _PLURAL_HEAD.match(phrase_text)
    head = match.group(1) if match else phrase_text
    if re.search(r"\s(?:and|or)\s", f" {head} "):
        return " and " in head
    last = head.split()[-1].casefold() if head.split() else ""
    if last in ("people", "children", "women", "men", "mice", "criteria", "data"):
        return True
    return last.endswith("s") and not last.endswith(_SINGULAR_S)


def scale_of(result: Result, scales: tuple[Scale, ...]) -> Scale | None:
    """The questionnaire that the outcome names, where the tables know its direction."""
    return next(iter(finder(scales).found(result.outcome or "")), None)


def valence(result: Result, scale: Scale | None) -> tuple[str | None, tuple[Support, ...]]:
    """`better`, `worse`, `higher`, `lower` or `null`, and what says so.

    Better and worse are told only where the text says it, or where a scale's direction is
    known from its own paper; else the number's direction is all that is known.
    """
    way = _DIRECTION.get(result.direction)
    if way == "null" or way is None:
        return way, ()
    if result.better_or_worse:
        return result.better_or_worse, ()
    if scale and scale.better:
        good = way == scale.better
        told = "better" if good else "worse"
        why = named(
            "scale-direction",
            name=scale.name, measures=scale.measures, better=scale.better, way=way, told=told,
            source=scale.source,
        )  # fmt: skip
        return told, (why,)
    return way, ()


_PEOPLE = (
    r"(?:patients|people|those|participants|individuals|subjects|children|adults|women|men|cases|"
    r"survivors)"
)


def names_outcome(outcome: str, text: str) -> bool:
    """The clause names this outcome, in these words or in a technical word for them.

    Not where the word only names a group: "the pain group showed no change", or "in patients with
    pain"; nor where it is one end of what lies between two things.
    """
    name = re.escape(outcome)
    group = re.compile(
        rf"\b{name}(?:(?:,? and|,? or|,) [\w-]+){{0,2}} (?:groups?|arms?|cohorts?|clusters?)\b|"
        rf"\bbetween (?:the )?(?:[\w-]+ ){{1,4}}and (?:the )?{name}\b|"
        rf"\b{_PEOPLE} (?:with|without|who (?:had|reported|experienced)) "
        rf"(?:[\w-]+ ){{0,2}}{name}\b",
        re.IGNORECASE,
    )
    if (
        outcome.casefold() in text.casefold()
        and outcome.casefold() not in group.sub("", text).casefold()
    ):
        return False
    return outcome.casefold() in text.casefold() or stands_for(text, outcome)


def of_a_kind(outcome: str, text: str) -> bool:
    """Whether the clause tells of some kinds of the outcome only."""
    some = r"\b(?:most|some|many|several|certain|other|major|main|minor|the remaining)\b"
    return bool(
        re.search(rf"{some}(?: [\w-]+){{1,3}} of (?:the )?{re.escape(outcome)}", text, re.I)
    )


_JOINS = re.compile(r"[\w+-]+(?= *$)")
_PLAIN_BEFORE = re.compile(_OWN_START["plain_before"], re.IGNORECASE)
_NOUN_BEHIND = re.compile(_OWN_START["noun_behind"], re.IGNORECASE)


def part_of_what_changed(text: str, outcome: str) -> bool:
    """Whether what changed is named by more words than the outcome has, or is another thing.

    "Virus-specific T cells fell" is no fall of T cells, and "the intensity of sleep symptoms" rose
    is no rise of sleep.
    """
    found = re.search(rf"(?<![\w-]){re.escape(outcome)}(?![\w-])", text, re.IGNORECASE)
    if found is None or not outcome:
        return False
    before = _JOINS.search(text[: found.start()])
    narrowed = before is not None and not _PLAIN_BEFORE.fullmatch(before[0])
    return narrowed or _NOUN_BEHIND.match(text, found.end()) is not None

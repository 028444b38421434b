"""A questionnaire or test told by what it measures: "the score for fatigue fell".

A reader knows no scale's name, nor whether more of its score is better: what it measures, and
which end is better, stand in the illness's table of scales, each with the paper that says so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from evidence_atlas.records import Scale, Support
from evidence_atlas.records.finder import finder
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material
from ..rules import named
from ..said import Said, sentence_case
from ..tables import table

_TABLE = table("sentences/scales_told.toml")
_FOLLOWS = re.compile(_TABLE["follows"], re.IGNORECASE)
_OPENS = re.compile(_TABLE["opens"], re.IGNORECASE)
_ON = re.compile(_TABLE["on"], re.IGNORECASE)
_DONE_ON = re.compile(_TABLE["done_on"], re.IGNORECASE)
_AMOUNT = re.compile(_TABLE["amount"], re.IGNORECASE)
_ENDS_WAY = re.compile(_TABLE["ends_way"], re.IGNORECASE)
_SHARES_ITS_NOUN = re.compile(_TABLE["shares_its_noun"], re.IGNORECASE)
_VALUE = re.compile(_TABLE["value"], re.IGNORECASE)
_COMPARES = re.compile(_TABLE["compares"], re.IGNORECASE)
_MEANS = re.compile(_TABLE["means"], re.IGNORECASE)
_WAY = re.compile(_TABLE["way"], re.IGNORECASE)
_UP, _DOWN = (re.compile(_TABLE[name], re.IGNORECASE) for name in ("up", "down"))
_JUDGED = re.compile(_TABLE["judged"], re.IGNORECASE)
_FOUND_NONE = re.compile(_TABLE["found_none"], re.IGNORECASE)
_FIGURE = re.compile(_TABLE["figure"], re.IGNORECASE)
_TIME = re.compile(_TABLE["time"], re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]*”")
_OF_SCALES = frozenset({"test", "review", "computation"})
"""Kinds of studies that may be about the questionnaire itself, which then goes by its name."""
_MOST = 2


@lru_cache(maxsize=256)
def _phrase(pattern: str) -> re.Pattern[str]:
    parts = (_TABLE["front"], f"(?P<name>{pattern})", _TABLE["more"], _TABLE["head"])
    return re.compile("".join(parts), re.IGNORECASE)


@lru_cache(maxsize=256)
def _measured_by(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\bthe )?(?:{pattern}){_TABLE['measured']}", re.IGNORECASE)


def by_what_it_measures(m: Material, told: Said) -> Said:
    """The sentence with what a questionnaire measures in the place of its name.

    As it is where a name cannot be replaced whole, so that one thing has one name in a sentence.
    """
    text, support = in_measures(m, told.text)
    return replace(told, text=sentence_case(text)).supported_by(*support) if support else told


def in_measures(m: Material, text: str) -> tuple[str, tuple[Support, ...]]:
    """The text with what questionnaires measure in the place of their names, and what says so."""
    if m.brief.kind in _OF_SCALES:
        return text, ()
    told, support = text, list[Support]()
    known = finder(m.condition.scales)
    titled = known.found(m.record.title)
    for scale in (s for s in known.found(text) if s not in titled):
        done = _replaced(_measured_by(scale.pattern).sub("", told), scale)
        if done is None:
            return text, ()
        if done != told:
            told = done
            support.append(meaning(scale))
    return (told, tuple(support)) if len(support) <= _MOST else (text, ())


def meaning(scale: Scale) -> Support:
    """What the scale measures, and which of its ends is better, with the paper that says so."""
    told = scale.measures if _itself(scale) else f"the score for {scale.measures}"
    better = f" ({scale.better} is better, {_WORSE[scale.better]} is worse)" if scale.better else ""
    return named("glossary-scale", name=scale.name, told=told, better=better, source=scale.source)


_WORSE = {"higher": "lower", "lower": "higher"}


def _which_end(text: str, scale: Scale) -> str:
    """Which end is better; of a score that went the other way alone, which end is worse."""
    up, down = _UP.search(text) is not None, _DOWN.search(text) is not None
    away = up and not down if scale.better == "lower" else down and not up
    return f"{_WORSE[scale.better]} is worse" if away else f"{scale.better} is better"


def _itself(scale: Scale) -> bool:
    """Whether the table names the thing measured itself ("the distance …"), and no score for it."""
    return scale.measures.startswith("the ")


def _replaced(text: str, scale: Scale) -> str | None:
    """The text without the scale's name; None where the name stands in a way that cannot go."""
    out, at = [], 0
    judged = (_JUDGED.search(text) or _FOUND_NONE.search(text)) is not None
    bare = judged and not _FIGURE.search(_TIME.sub(" ", compiled(scale.pattern).sub(" ", text)))
    bare = bare and not _COMPARES.search(text)
    noted = not scale.better or judged or not _WAY.search(text)
    for found in _phrase(scale.pattern).finditer(text):
        if any(a < found.end() and found.start() < b for a, b in _spans(text)):
            return None
        before, after = text[: found.start()], text[found.end() :]
        if not _FOLLOWS.match(after) or re.search(r"[\w“(‐‑–-]$", before):
            return None
        if _VALUE.match(after) or _SHARES_ITS_NOUN.search(before):
            return None
        if found["head"] is None and re.match(r",?\s(?:and|or)\b|,", after):
            return None  # one of several with one noun behind the last
        alone = not (found["article"] or found["average"] or _OPENS.search(before))
        if _itself(scale) and _DONE_ON.search(before):
            return None  # "a lower distance on the walk test" is no distance on a distance
        if alone and (not _AMOUNT.search(before) or _itself(scale)):
            return None  # a word in front names a part of it, or asks for a noun
        phrase = _named(found, before, scale, bare=bare)
        note = "" if noted or _ENDS_WAY.search(before) else f" ({_which_end(text, scale)})"
        noted = True
        out += [text[at : found.start()], phrase, note]
        at = found.end()
    return "".join(out) + text[at:]


def _spans(text: str) -> list[tuple[int, int]]:
    return [q.span() for q in _QUOTED.finditer(text)]


def _named(found: re.Match[str], before: str, scale: Scale, *, bare: bool) -> str:
    """What is told in the place of a name, with the article that the place asks for."""
    if _itself(scale):
        return scale.measures
    clause = scale.measures.startswith(("how ", "what "))
    if bare and not (clause and (_AMOUNT.search(before) or before.casefold().endswith("how "))):
        return scale.measures
    if found["head"] is None and _ON.search(before) and not found["average"]:
        return f"a scale for {scale.measures}"
    several = (found["head"] or "").casefold() in ("scores", "ratings", "values", "results")
    word = "scores" if several else "score"
    if _AMOUNT.search(before) and not clause and not found["article"]:
        return f"{found['average'].lower()}{scale.measures} {word}"
    noun = f"{found['average'].lower()}{word} for {scale.measures}"
    if found["article"]:
        return f"{found['article'].lower()} {noun}"
    if _MEANS.search(before) and not several:
        return f"{'an' if found['average'] else 'a'} {noun}"
    opens = _OPENS.search(before) is not None
    return f"the {noun}" if opens and not several else noun

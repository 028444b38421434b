"""What a part of those counted is, read from the words that go with its number.

They stand behind the number, or before it where it is labelled ("asthma: n = 31").
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from evidence_atlas.records.cues import cue

from ..text import numbers
from .names import Names
from .people_words import CONTROL, CUES, HEAD

Kind = Literal["ill", "not ill", "never", "control", "other"]

_REACH = 90
_LABEL = cue(r"(?:\bn\s?[=:]|=)\s?\Z")
# "Two thirds of whom (n = 60) had asthma": what they have stands behind.
_OF_WHOM_LABEL = cue(r"\bof (?:whom|them|these|those)\s\(\s?n\s?[=:]\s?\Z")
_COLON = cue(r"\w:\s?\Z", 0)
_BRACKET = cue(r"\([^()]*\)?", 0)
_AND = cue(r"\band\s\Z")
_TOLD = cue(r",|\b(?:in|at|on|from|was|were|had|have|has|did|with|who|reported|developed)\b")
_CLOSED = cue(r"[;)]|\.(?!\d)", 0)


class Part(NamedTuple):
    """One part: its number, and whether its people have the condition.

    "not ill" are those said to be without it, "never" those said never to have been ill,
    "control" those called controls, "other" those of whom neither is told. `main` where the
    record's main condition is named with them.
    """

    value: int
    kind: Kind
    main: bool = False


def told(
    text: str, run: tuple[numbers.Number, ...], stop: int, names: Names
) -> tuple[list[Part], list[str]]:
    """Each part of a run of numbers, with the words that go with it."""
    before = text[: run[0].start]
    labelled = (
        (_LABEL.search(before) is not None and not _OF_WHOM_LABEL.search(before))
        or all(_COLON.search(text, 0, n.start) for n in run)
        or all(text[n.start - 1 : n.start] == "(" and text.startswith(")", n.end) for n in run)
    )
    said: list[str] = []
    for i, number in enumerate(run):
        if labelled:
            start = run[i - 1].end if i else max(0, number.start - _REACH)
            said.append(text[start : number.start])
        else:
            end = run[i + 1].start if i + 1 < len(run) else min(stop, number.end + _REACH)
            said.append(_CLOSED.split(_BRACKET.sub("", text[number.end : end]))[0])
    parts = [_part(n.value or 0, words, names) for n, words in zip(run, said, strict=True)]
    return _later_alone(_sharing(parts, [] if labelled else said), said, names), said


def _part(value: int, words: str, names: Names) -> Part:
    if CONTROL.search(words):
        return Part(value, "control")
    main = any(n.search(words) for n in names.main)
    ended = CUES["ended"].search(words)
    if ended and names.tell(words):
        return Part(value, "other")  # "Asthma that had resolved" is neither.
    if CUES["never_words"].search(words):
        return Part(value, "never")
    lacking = CUES["lacking_words"].search(words)
    # "Asthma without wheeze" is asthma, unless the title is on wheeze too.
    if _negative(words, names) or (
        lacking
        and (
            any(n.search(words, lacking.end()) for n in names.titled)
            or not any(n.search(words, 0, lacking.start()) for n in names.main)
        )
    ):
        return Part(value, "not ill")
    if main or names.tell(words) or (names.followed and CUES["still_ill"].search(words)):
        return Part(value, "ill", main)
    return Part(value, "other")


def _negative(words: str, names: Names) -> bool:
    """ "Asthma-negative": a name with "negative" right behind it."""
    return any(
        CUES["negative_next"].match(words, found.end())
        for name in names.titled
        for found in name.finditer(words)
    )


def _sharing(parts: list[Part], said: list[str]) -> list[Part]:
    """ "46 mild and 63 severe asthma patients": the first are asthma patients too."""
    for i in range(len(said) - 2, -1, -1):
        shares = _AND.search(said[i]) and not HEAD.search(said[i]) and not _TOLD.search(said[i])
        if parts[i].kind == "other" and shares:
            parts[i] = parts[i]._replace(kind=parts[i + 1].kind)
    return parts


def _later_alone(parts: list[Part], said: list[str], names: Names) -> list[Part]:
    """Beside those ill with what follows an illness, those with that illness are others."""
    later = [p.kind == "ill" and any(n.search(w) for n in names.later)
             for p, w in zip(parts, said, strict=True)]  # fmt: skip
    if not any(later):
        return parts
    return [
        p._replace(kind="other", main=False)
        if p.kind == "ill" and not is_later and any(n.search(w) for n in names.earlier)
        else p
        for p, w, is_later in zip(parts, said, later, strict=True)
    ]

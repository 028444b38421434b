"""Whether more of a thing is better or worse, on the authors' word or by what it is."""

from __future__ import annotations

from typing import Literal

from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Direction

from .direction_words import CUES, blank, has, without_brackets

Way = Literal["better", "worse"]
_OF_NEXT = cue(
    r"(?:better|worse|poorer|worsening (?:of|in)|deterioration (?:of|in)|exacerbation of|"
    r"improvements? (?:in|of)) "
)
_COURSE = cue(r"(?:worsening|exacerbations?|improvements?|deteriorations?)\b(?! (?:of|in)\b)")
_SET_BESIDE = cue(
    r"\b(?:over|than|compared (?:with|to)|versus|relative to) (?:the|that|those|an?)\b"
)
_RELIEF = cue(
    r"\brelief\b|\b(?:pain|symptoms?|asthma|disease|seizures?|glyc\w+|weight|pressure) "
    r"(?:control|management)\b"
)


def burden_first(text: str, place: int) -> bool | None:
    """Whether the thing judged is one of which less is better; None where none is named.

    Of several the first decides, as it is the first that a result is told of. "Worse X" and "an
    improvement in X" name it after the word, which stands at `place`.
    """
    beside = _SET_BESIDE.search(text)
    if beside is not None and beside.start() > place:
        # "An improvement of 5 % over the symptoms-only model" is not told of symptoms.
        text = text[: beside.start()]
    if _COURSE.match(text, place):
        # "Symptom worsening": of the thing that stands right before.
        for name in ("burdens", "functions"):
            if any(m.end() == place - 1 for m in CUES[name].finditer(text, 0, place)):
                return name == "burdens"
    of_next = _OF_NEXT.match(text, place)
    for start in (of_next.end(), 0) if of_next else (0,):
        burden, function = (CUES[name].search(text, start) for name in ("burdens", "functions"))
        if burden is not None and function is not None:
            return burden.start() <= function.start()
        if burden is not function:
            return burden is not None
    return None


def for_the_worse(text: str, way: Direction) -> bool:
    """Whether less is had of a function, or more of a burden, whatever the authors call it."""
    burden = burden_first(text, 0)
    less, more = way in ("decrease", "lower"), way in ("increase", "higher")
    return (burden is False and less) or (burden is True and more)


def loses(text: str) -> bool:
    """ "Better pain control": what is better is the relief."""
    return _RELIEF.search(text) is not None


def called(text: str, direction: Direction) -> Way | None:
    """Only on the authors' word; a null and an association are neither."""
    if direction in ("no difference", "no association", "association", "mixed", "descriptive"):
        return None
    if not (has("better", text) or has("worse", text)):
        return None
    text = without_brackets(blank(text))
    if has("told_backwards", text):
        return None
    better, worse = has("better", text), has("worse", text)
    if better == worse:
        return None
    return "better" if better else "worse"

"""Which way a clause's result points, and whether the authors call it better or worse."""

from __future__ import annotations

import re
from typing import Literal

from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Direction

from . import printed, tables

_TABLE = tables.load("direction")
_CUES = {name: tables.any_of(patterns) for name, patterns in _TABLE.items()}
_POINTS = (
    "no_association", "no_difference", "association", "higher", "lower", "judged_up",
    "judged_down", "increase", "decrease",
)  # fmt: skip
ANY = tables.any_of(pattern for name in _POINTS for pattern in _TABLE[name])
_BRACKETS = cue(r"\([^()]*\)|\[[^\[\]]*\]", 0)
_MAIN_VERB = cue(
    r"\b(?:had|have|has|showed|show|exhibited|displayed|demonstrated|revealed|were|was|by|with)\b"
)
_QUANTITY = cue(
    r"\A(?:the |a |an |mean |median )*(?:increase|decrease|change|reduction|rise|fall) in\b"
    r"[^;]{3,80}?\b(?:was|were|is)\b"
)
_FURTHER = {
    "further_down": "decrease",
    "further_up": "increase",
    "further_judged": "judged_up",
}
Way = Literal["better", "worse"]


def has(name: str, text: str) -> bool:
    """Whether a clause has a cue of this table."""
    return _CUES[name].search(text) is not None


def blank(text: str) -> str:
    """The text with words blanked that look like a direction but name something else."""
    return _CUES["names"].sub(lambda m: "#" * len(m[0]), text)


def of(text: str, compares_people: bool) -> Direction:
    """The direction of a clause. `compares_people`: the study sets groups side by side.

    A null is looked for first, so that "no significant increase" is not an increase. In a
    comparison of groups "increased" means higher; over time it means a rise. Where the words
    leave the way open, "descriptive": a wrong way is worse than none.
    """
    text = _CUES["exception"].sub("", blank(text))
    bare = _BRACKETS.sub(" ", text)
    way = _pointed(bare if ANY.search(bare) else text, text, compares_people)
    if way in ("increase", "decrease", "higher", "lower") and _taken_back(text):
        return "no difference"
    return way


def _pointed(words: str, whole: str, compares_people: bool) -> Direction:
    if has("themes", words):
        return "descriptive"
    if has("shares", words) and not has("between", words) and printed.p_values(whole) == (0, 0):
        return "descriptive"
    null = _null(words, whole)
    if null is not None:
        return null
    moved = from_to(whole)
    if moved is not None:
        return moved
    if has("mixed", words) or _lists_both(words):
        return "mixed"
    # One expression tells most clauses without a direction apart from the rest.
    if not ANY.search(words):
        return _numbers_decide(words, whole)
    if has("association", words):
        less = has("risk_down", words) or has("illness_down", words)
        more = has("illness_up", words)
        return "association" if more == less else "higher" if more else "lower"
    if has("performance", words) and not has("between", words):
        return "descriptive"
    if has("graded_people", words):
        return "association"
    between, within = has("between", words), has("within", words)
    state = has("state", words)
    sideways = (between or compares_people or state) and not within
    further = next((m for n in _FURTHER if (m := _CUES[n].search(words))), None)
    measured = None if further else _QUANTITY.match(words)
    if measured:
        # "The increase in X was …": the rise is what was measured, not what was found.
        words = words[measured.end() :]
        sideways = True
    order = ("higher", "lower", "judged_up", "judged_down", "increase", "decrease")
    found = [
        (m.start(), i, name) for i, name in enumerate(order) if (m := _CUES[name].search(words))
    ]
    if not found:
        return _numbers_decide(words, whole)
    place, _, name = min(found)
    if further and further.start() <= place <= further.end():
        name = next(_FURTHER[n] for n in _FURTHER if _CUES[n].search(words))
    if sideways and not (compares_people or state or measured) and has("between_arms", words):
        # What one arm of a trial did more of is still a change; "higher" is turned below.
        sideways = False
    up: bool | None
    if name == "judged_up":
        up = _burden_first(words) is not True or _loses(words)
    elif name == "judged_down":
        up = _burden_first(words)
    else:
        up = name in ("higher", "increase")
    if up is None:
        return "descriptive"
    if name in ("higher", "lower"):
        sideways = sideways or up or not within
    return ("higher" if up else "lower") if sideways else ("increase" if up else "decrease")


def _null(text: str, whole: str) -> Direction | None:
    if has("no_association", text):
        return "no association"
    match = _CUES["no_difference"].search(text)
    if match is None:
        return None
    rest = text[: match.start()] + " # " + text[match.end() :]
    if (
        has("beside_null", rest)
        and not has("no_difference", rest)
        and not has("takes_back", text)
        and not _all_p_large(whole)
    ):
        return "mixed"
    return "no difference"


def _burden_first(text: str) -> bool | None:
    """Whether the thing judged is one of which less is better; None where none is named.

    Of several the first decides, as it is the first that a result is told of.
    """
    burden, function = (_CUES[name].search(text) for name in ("burdens", "functions"))
    if burden is None or function is None:
        return None if burden is function else burden is not None
    return burden.start() <= function.start()


def _loses(text: str) -> bool:
    """ "Better pain control": what is better is the relief."""
    return re.search(r"\b(?:relief|control|management)\b", text, re.IGNORECASE) is not None


def _lists_both(text: str) -> bool:
    """ "Had increased X, reduced Y": two ways in one list after the verb."""
    verb = _MAIN_VERB.search(text)
    if verb is None or has("association", text):
        return False
    rest = text[verb.end() :]
    up, down = _CUES["up_adjective"].search(rest), _CUES["down_adjective"].search(rest)
    return bool(up and down and re.search(r",|\band\b", rest[min(up.end(), down.end()) :]))


def _numbers_decide(words: str, whole: str) -> Direction:
    """Where the words are silent: an estimate with its interval, else the values side by side."""
    if _taken_back(whole):
        return "no difference"
    estimate = printed.estimate(whole)
    if estimate in ("higher", "lower") and "predict" not in words:
        return estimate
    if has("between", words):
        way = printed.shares(whole)
        if way is not None:
            return way
    return (printed.side_by_side(whole) if printed.tested(whole) else None) or "descriptive"


def _all_p_large(text: str) -> bool:
    small, large = printed.p_values(text)
    return large > 0 and not small


def _taken_back(text: str) -> bool:
    """Whether the authors' own test does not bear the way out.

    Every p printed is .05 or more, or no p is and the interval of the effect holds none.
    """
    small, _ = printed.p_values(text)
    return _all_p_large(text) or (not small and printed.estimate(text) == "none")


def from_to(text: str) -> Literal["increase", "decrease"] | None:
    """The way of "from 39.7 to 16.3" beside a verb of change."""
    return printed.from_to(text) if has_movement(text) else None


def has_movement(text: str) -> bool:
    """Whether a verb of change stands in the clause."""
    return any(
        has(name, text) for name in ("increase", "decrease", "lower", "judged_up", "judged_down")
    )


def better_or_worse(text: str, direction: Direction) -> Way | None:
    """Only on the authors' word; a null and an association are neither."""
    if direction in ("no difference", "no association", "association", "mixed", "descriptive"):
        return None
    text = _BRACKETS.sub(" ", blank(text))
    better, worse = has("better", text), has("worse", text)
    if better == worse:
        return None
    return "better" if better else "worse"

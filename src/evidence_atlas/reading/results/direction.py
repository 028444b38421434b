"""Which way a clause's result points, and whether the authors call it better or worse."""

from __future__ import annotations

import re
from typing import Literal

from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Direction

from .. import tables
from ..text import clauses, markup
from . import denied, groups_first, printed, side_by_side
from .better_or_worse import burden_first, loses
from .direction_words import ANY, CUES, blank, has, without_brackets
from .p_values import p_values

_WORDS: dict[str, str] = tables.load("direction")["words"]

_MAIN_VERB = cue(_WORDS["main_verb"])
_QUANTITY = cue(_WORDS["quantity"])
_GRADED_SUBJECT = cue(_WORDS["graded_subject"])
_SAID_FROM = cue(_WORDS["said_from"])
_FURTHER = {
    "further_down": "decrease",
    "further_up": "increase",
    "further_judged": "judged_up",
}
_JOINT = cue(_WORDS["joint"])
_ORDER = ("higher", "lower", "judged_up", "judged_down", "increase", "decrease")


def of(text: str, compares_people: bool, *, by_groups: bool = True) -> Direction:
    """The direction of a clause. `compares_people`: the study sets groups side by side.

    A null is looked for first, so that "no significant increase" is not an increase. In a
    comparison of groups "increased" means higher; over time it means a rise. Where the words
    leave the way open, "descriptive": a wrong way is worse than none. Without `by_groups`, values
    told behind the names of their groups are left to who knows the groups.
    """
    text = CUES["exception"].sub("", blank(markup.without(text)))
    outcome = CUES["came_of_it"].search(text)
    if outcome is not None and ANY.search(text, outcome.end()):
        text = text[outcome.end() :]
    beside = CUES["went_with"].search(text)
    if beside is not None and ANY.search(text, 0, beside.start()):
        text = text[: beside.start()]
    bare = without_brackets(text)
    way = _pointed(bare, text, compares_people)
    if way is None:
        still = has("held_still", bare)
        way = "no difference" if still else _numbers_decide(text, by_groups)
    if way in ("increase", "decrease", "higher", "lower") and _taken_back(text):
        return "no difference"
    if way == "association" and (
        _all_p_large(text) or (has("ratio_alone", bare) and _taken_back(text))
    ):
        return "no association"
    return way


_CHANGE: dict[str | None, Direction] = {"up": "increase", "down": "decrease"}
_BY_SIGN: dict[Direction, tuple[Direction, Direction]] = {
    "increase": ("increase", "decrease"), "decrease": ("increase", "decrease"),
    "higher": ("higher", "lower"), "lower": ("higher", "lower"),
}  # fmt: skip


def of_member(head: str, own: str, tail: str, compares_people: bool) -> Direction:
    """The direction of one member of a list, the words around which stand once for all.

    "Improvement in A (MD -6.5), B (MD 1.3)": what improved rose or fell by its own sign.
    """
    way = of(head + own + tail, compares_people)
    if way == "mixed" and has("changed", head):
        # "Significant differences in A (MD, 83.2)": the printed difference has a way.
        return _CHANGE.get(printed.signed(own), way)
    judged = _first(head)
    better = judged == "judged_up"
    if way in _BY_SIGN and judged in ("judged_up", "judged_down"):
        sign = printed.signed(own)
        burden = burden_first(own, 0)
        if sign is not None:
            return _BY_SIGN[way][sign == "down"]
        if burden is not None:
            return _BY_SIGN[way][burden is better]
    return way


def _pointed(words: str, whole: str, compares_people: bool) -> Direction | None:
    """Which way the words point; None where they do not."""
    if has("themes", words) or has("some_not", words):
        return "descriptive"
    moved = from_to(whole)
    if moved is not None and not has("no_difference", words) and not denied.a_link(words):
        return moved
    if has("only_they", words):
        return "higher"
    changed = side_by_side.of_people(whole) if has("had_a_change", words) else None
    if changed is not None:
        return changed
    counted = has("shares", words) and not has("between", words) and not has("moved_to", words)
    if counted and p_values(whole) == (0, 0):
        return "descriptive"
    null = _null(words, whole)
    if null is not None:
        return null
    graded = has("graded_people", words) or has("graded", words)
    if not graded and (has("mixed", words) or _lists_both(words)):
        return "mixed"
    if has("association", words):
        less = has("illness_down", words) or (has("risk_down", words) and not has("graded", words))
        more = has("illness_up", words)
        return "association" if more == less else "higher" if more else "lower"
    if has("performance", words) and not has("between", words):
        return "descriptive"
    if has("graded_people", words):
        return "association"
    if has("smaller_rise", words):
        return "lower"
    return _by_first_word(words, whole, compares_people)


def _first(words: str) -> str | None:
    """The table of the first word that points."""
    found = [(m.start(), i) for i, n in enumerate(_ORDER) if (m := CUES[n].search(words))]
    return _ORDER[min(found)[1]] if found else None


def _by_first_word(words: str, whole: str, compares_people: bool) -> Direction | None:
    """The way of the first word that points, told as a state of groups or as a change."""
    graded = _GRADED_SUBJECT.match(words)
    if graded is not None and any(CUES[n].search(words, graded.end()) for n in _ORDER):
        # "Higher risk showed lower step counts": what is graded is not what was found.
        words = words[graded.end("subject") :]
    further = next((n for n in _FURTHER if has(n, words)), None)
    measured = None if further else _QUANTITY.match(words)
    if measured:
        # "The increase in X was …": the rise is what was measured, not what was found.
        words = words[measured.end() :]
    found = [(m.start(), i) for i, n in enumerate(_ORDER) if (m := CUES[n].search(words))]
    if not found:
        return None
    place, first = min(found)
    name = _ORDER[first]
    more = CUES[further].search(words) if further else None
    change = further is not None and more is not None and more.start() <= place <= more.end()
    if further and change:
        name = _FURTHER[further]
    up: bool | None = name in ("higher", "increase")
    if name == "judged_up":
        burden = burden_first(words, place)
        fell = burden is None and printed.signed(whole) == "down"
        up = not (burden or fell) or loses(words)
    elif name == "judged_down":
        up = burden_first(words, place)
        if up is None and has("attributive", words):
            up = False
    if up is None:
        # "The aggravated rate was lower": which way the judgement points is open, the next is not.
        told = [(n, m.start()) for n in ("higher", "lower") if (m := CUES[n].search(words, place))]
        if not told:
            return "descriptive"
        name, place = min(told, key=lambda t: t[1])
        up = name == "higher"
    if has("told_backwards", words):
        # "Lower before treatment than after": it rose.
        return "decrease" if up else "increase"
    if not change and _sideways(
        words, compares_people, measured is not None, up, name in ("higher", "lower")
    ):
        return "higher" if up else "lower"
    return "increase" if up else "decrease"


def _sideways(
    words: str, compares_people: bool, measured: bool, up: bool, comparative: bool
) -> bool:
    """Whether the clause sets groups beside each other; else it tells what changed."""
    if measured or (comparative and up):
        return True
    if has("own_start", words):
        return False
    if has("within", words) and not (
        has("between", words) and (comparative or has("state", words))
    ):
        return False
    # What one arm of a trial did more of is still a change.
    return (
        comparative
        or compares_people
        or has("state", words)
        or (has("between", words) and not has("between_arms", words))
    )


def _null(text: str, whole: str) -> Direction | None:
    if has("no_association", text) or denied.a_link(text):
        return "no association"
    match = CUES["no_difference"].search(text)
    if match is None:
        return None
    # "Did not lead to higher rates, but …": its object is denied with the verb.
    behind = _JOINT.search(text, match.end())
    rest = text[: match.start()] + " # " + (text[behind.start() :] if behind else "")
    if (
        has("beside_null", rest)
        and not has("no_difference", rest)
        and not has("takes_back", text)
        and not _all_p_large(whole)
    ):
        return "mixed"
    return "no difference"


def _lists_both(text: str) -> bool:
    """ "Had increased X, reduced Y": two ways in one list after the verb."""
    if not (has("up_adjective", text) and has("down_adjective", text)):
        return False
    verb = _MAIN_VERB.search(text)
    if verb is None or has("association", text):
        return False
    up, down = (CUES[f"{way}_adjective"].search(text, verb.end()) for way in ("up", "down"))
    return bool(up and down and re.search(r",|\band\b", text[min(up.end(), down.end()) :]))


def _numbers_decide(text: str, by_groups: bool) -> Direction:
    """Where the words are silent: an estimate with its interval, else the values side by side."""
    if _taken_back(text):
        return "no difference"
    estimate = printed.estimate(text) or printed.ratio(text)
    if estimate in ("higher", "lower"):
        return "association" if has("modelled", text) else estimate
    way: Direction | None = printed.shares(text) if has("between", text) else None
    if way is None and printed.tested(text):
        way = values(text) or (groups_first.way(text) if by_groups else None)
    if way is None and not has("performance", text):
        small, large = p_values(text)
        way = side_by_side.read(text, tested=small > 0 and not large)
    return way or ("mixed" if has("changed", text) else "descriptive")


def values(text: str) -> Direction | None:
    """The way of two values set beside each other, if the difference was tested."""
    return (
        printed.then_and_later(text)
        or printed.side_by_side(text)
        or printed.respectively(text)
        or printed.two_shares(text)
        or side_by_side.with_and_without(text)
        or side_by_side.beside_controls(text)
    )


def _all_p_large(text: str) -> bool:
    small, large = p_values(text)
    return large > 0 and not small


def _taken_back(text: str) -> bool:
    """Whether the authors' own test does not bear the way out.

    Every p printed is .05 or more, or no p is and the interval of the effect holds none.
    """
    small, _ = p_values(text)
    return _all_p_large(text) or (not small and printed.estimate(text) == "none")


def from_to(text: str) -> Literal["increase", "decrease"] | None:
    """The way of "from 39.7 to 16.3" beside a verb of change."""
    way = printed.from_to(text)
    said = _SAID_FROM.search(text) if way else None
    if said is not None:
        # "Acuity decreased from 0.81 to 0.90 logMAR": on some scales more is less.
        return "increase" if said["up"] else "decrease"
    return way if way and (has_movement(text) or not clauses.has_verb(text)) else None


def has_movement(text: str) -> bool:
    """Whether a verb of change stands in the clause."""
    return any(
        has(name, text) for name in ("increase", "decrease", "lower", "judged_up", "judged_down")
    )

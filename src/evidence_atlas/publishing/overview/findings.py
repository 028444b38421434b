"""Which of a study's results stand for it on one outcome, and which way they point.

A result finds its lane only where nothing has to be guessed: a whole group before a part of
it, a comparison with others before a change since the start; results of the same rank that
point two ways are `mixed`; a link has lanes of its own, for it is not known here with what; and
where a study gave several treatments, only what it says of the one by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...reading.results.comparison import in_every_group
from .names import Named, Names
from .outcomes import Outcomes
from .values import Frame, Told, Way

BETWEEN = ("between_randomised", "between_groups")
_UP = ("increase", "higher")
_DOWN = ("decrease", "lower")
_NULL = ("no difference",)
LINKS: dict[str, Way] = {"association": "linked", "no association": "unlinked"}
_RANK = {"between_randomised": 0, "between_groups": 0, "within_group": 1, "none": 2}
_NOT_TREATED = ("placebo", "control", "sham", "usual care", "waiting", "untreated")


class Finding:
    """What one study found of one outcome: the way, and the results that it rests on."""

    def __init__(self, outcome: Named, frame: Frame, way: Way, told: tuple[Told, ...]) -> None:
        self.outcome, self.frame, self.way, self.told = outcome, frame, way, told


def sort_out(
    told: Iterable[Told], outcomes: Outcomes, *, sense: bool
) -> tuple[list[Finding], list[Told]]:
    """The findings that have a lane, outcome by outcome, and the results that have none.

    `sense` asks for better and worse where the outcome has them; else for higher and lower.
    An outcome that the illness's files do not know has no lane: it is never forced into one.
    """
    return _sorted(told, outcomes, lambda result, outcome: lane(result, outcome, sense))


def links(told: Iterable[Told], outcomes: Outcomes) -> tuple[list[Finding], list[Told]]:
    """The links that studies found or did not find, outcome by outcome, and the other results."""
    return _sorted(told, outcomes, _linked)


def only_named(result: Told, outcome: Named) -> bool:
    """Whether a result names an outcome in passing, and tells of more or less of something else."""
    compared = result.direction in (*_UP, *_DOWN, *_NULL, "mixed")
    return outcome.passing and compared


def _linked(result: Told, outcome: Named) -> tuple[Frame, Way] | None:
    way = LINKS.get(result.direction)
    return None if way is None or outcome.aside else ("link", way)


def _sorted(
    told: Iterable[Told],
    outcomes: Outcomes,
    place: Callable[[Told, Named], tuple[Frame, Way] | None],
) -> tuple[list[Finding], list[Told]]:
    by_row: dict[tuple[str, Frame], list[tuple[Named, Way, Told]]] = {}
    rest: list[Told] = []
    for result in told:
        outcome = outcomes.known(result)
        placed = place(result, outcome) if outcome else None
        if outcome is None or placed is None:
            rest.append(result)
            continue
        frame, way = placed
        by_row.setdefault((outcome.key, frame), []).append((outcome, way, result))
    found = []
    for (_, frame), entries in by_row.items():
        best = min(_rank(result) for _, _, result in entries)
        chosen = [e for e in entries if _rank(e[2]) == best]
        ways = {way for _, way, _ in chosen}
        one: Way = next(iter(ways)) if len(ways) == 1 else "mixed"
        found.append(Finding(chosen[0][0], frame, one, tuple(r for _, _, r in chosen)))
    return found, rest


def _rank(result: Told) -> tuple[bool, int]:
    return result.scope != "all", _RANK.get(result.comparison, 2)


def lane(result: Told, outcome: Named, sense: bool) -> tuple[Frame, Way] | None:
    """Where a result of a known outcome stands; None where that would have to be guessed."""
    if outcome.aside or outcome.passing:
        return None
    valued = bool(sense and outcome.less)
    if result.direction == "mixed":
        return ("sense" if valued else "amount"), "mixed"
    if result.direction in _NULL:
        return ("sense" if valued else "amount"), "none"
    if result.direction not in _UP + _DOWN:
        return None
    way = _amount(result, outcome)
    if way is None:
        return None
    if not valued:
        return "amount", way
    return "sense", "better" if (way == "lower") == (outcome.less == "better") else "worse"


def _amount(result: Told, outcome: Named) -> Way | None:
    """Higher or lower. What "improved" means is taken from what having less of it means;
    where that is not known, it means nothing here. Nor does more or less of a measure that
    may count the other way round."""
    if outcome.loose and not result.sense:
        return None
    if result.sense:
        if not outcome.less:
            return None
        return "lower" if (result.sense == "better") == (outcome.less == "better") else "higher"
    return "higher" if result.direction in _UP else "lower"


def of_treatment(told: Iterable[Told], treatments: Names, key: str, several: bool) -> list[bool]:
    """Whether each result may be laid to the treatment of that key.

    Not where the group that it speaks of is the one that did not have it, nor where it tells of
    every group alike ("fell in both groups"); and, where the study gave several treatments, only
    where the group bears this one's name.
    """
    found = []
    for result in told:
        who = treatments.named(result.who) if result.who else None
        against = treatments.named(result.against) if result.against else None
        other_side = any(w in result.who.casefold() for w in _NOT_TREATED) or bool(
            against and against.known and against.key == key
        )
        named = who is not None and who.known and who.key == key
        alike = result.comparison not in BETWEEN and in_every_group(result.clause)
        found.append(not other_side and not alike and (named or not several))
    return found

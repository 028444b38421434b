"""How many people stand behind a result, as far as the text says."""

from __future__ import annotations

from evidence_atlas.records import Quote, Reading

_ANALYSED = ("analysed", "completed", "total", "randomised", "enrolled")


def analysed(reading: Reading) -> tuple[int | None, Quote | None]:
    """The people whose results count: analysed, else those who finished, else all, else None."""
    people = reading.participants
    for name in _ANALYSED:
        n = getattr(people, name)
        if n is not None:
            return n, reading.quote(f"participants.{name}")
    groups = main_groups(reading)
    if groups:
        return sum(groups), reading.quote("participants.patients")
    return people.patients, reading.quote("participants.patients")


def arms(reading: Reading) -> tuple[int, ...]:
    """The sizes of a trial's arms; empty unless every one of at least two is stated."""
    sizes = [g.n for g in reading.participants.groups if g.kind == "arm"]
    if len(sizes) < 2 or any(n is None for n in sizes):
        return ()
    return tuple(n for n in sizes if n is not None)


def smallest_arm_analysed(reading: Reading) -> int | None:
    """The smallest arm's people, at most an equal share of all who were analysed.

    Where fewer were analysed than the arms held, no arm can be taken at its full size.
    """
    sizes = arms(reading)
    if not sizes:
        return None
    people = reading.participants
    left = people.analysed if people.analysed is not None else people.completed
    if left is None or left >= sum(sizes):
        return min(sizes)
    return max(0, min(sizes) - (sum(sizes) - left))


def main_groups(reading: Reading) -> tuple[int, ...]:
    """Patients and those they were compared with; empty unless both are stated."""
    people = reading.participants
    if people.patients is not None and people.controls is not None:
        return people.patients, people.controls
    sizes = [g.n for g in reading.participants.groups if g.kind in ("patients", "controls") and g.n]
    return tuple(sizes) if len(sizes) >= 2 else ()


def lost(reading: Reading) -> tuple[int, int] | None:
    """Those who started and those of them who were analysed (or finished), where both stand."""
    people = reading.participants
    started = people.randomised if people.randomised is not None else people.enrolled
    ends = [n for n in (people.analysed, people.completed) if n is not None]
    if not started or not ends or min(ends) > started:
        return None
    return started, min(ends)


def smallest_group(kind: str | None, reading: Reading) -> int | None:
    """The smallest group whose result is compared: an arm, those who finished a crossover, …"""
    if kind in ("RCT", "Non-randomised trial"):
        if reading.design.crossover:
            people = reading.participants
            ends = [n for n in (people.analysed, people.completed) if n is not None]
            return min(ends) if ends else None
        return smallest_arm_analysed(reading)
    groups = main_groups(reading)
    return min(groups) if groups else None

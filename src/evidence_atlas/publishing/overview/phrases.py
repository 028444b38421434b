"""Pieces of sentences about several studies: labels with sizes, what was compared, ways."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from ...records.written_tables import parsed
from .values import Mark, Ref, Seen

FRAMES = parsed(resources.files(__package__).joinpath("questions.toml").read_text(encoding="utf-8"))


def number(n: int) -> str:
    """Two, three, …, 11."""
    words: list[str] = FRAMES["numbers"]["words"]
    return words[n] if n < len(words) else f"{n:,}"


def counted(frames: dict[str, str], name: str, n: int) -> str:
    """A part of a sentence for one or for several; nothing for none."""
    return frames[f"{name}_one" if n == 1 else name].format(n=number(n)) if n else ""


def joined(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def size(people: int | None) -> str:
    facts = FRAMES["facts"]
    if people is None:
        return str(facts["size_not_stated"])
    if people == 1:
        return str(facts["one_person"])
    return str(facts["people"].format(n=f"{people:,}"))


def design(study_type: str | None) -> str:
    return str(FRAMES["designs"].get(study_type or "", ""))


def size_of(study: Seen) -> str:
    """Its number of people; nothing of a case report, nor of a review, which counts studies."""
    return "" if study.study_type in FRAMES["facts"]["without_size"] else size(study.people)


def sized_design(study: Seen) -> str:
    """`a trial with groups made by chance, 151 people`."""
    return ", ".join(p for p in (design(study.study_type), size_of(study)) if p)


def way(mark: Mark) -> str:
    return str(FRAMES["way"][mark.way or "mixed"])


def what(marks: Sequence[Mark]) -> str:
    """What the results were set against, said of all of them."""
    words = FRAMES["what"]
    shared = set(marks[0].comparators).intersection(*(m.comparators for m in marks[1:]))
    if shared:
        return str(words["comparator"].format(comparators=joined(sorted(shared))))
    kinds = [m.comparison for m in marks]
    if len(set(kinds)) > 1 and set(kinds) <= {"between_randomised", "between_groups"}:
        return str(words["between_groups"])
    return str(words[kinds[0]])


def told(mark: Mark) -> str:
    """`Fluge and others 2019 (151 people): no clear difference`."""
    part = ", in a part of the people" if mark.part else ""
    return f"{mark.study.label} ({size(mark.people)}): {way(mark)}{part}"


def sized(mark: Mark) -> str:
    return f"{mark.study.label} ({size(mark.people)})"


def refs(marks: Sequence[Mark]) -> tuple[Ref, ...]:
    return tuple(m.study for m in marks)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]

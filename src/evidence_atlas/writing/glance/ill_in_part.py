"""Whether the row on the illness speaks of all who took part, of some, or of what may follow."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from evidence_atlas.records import QuoteSupport, Support

from ..brief.kinds import OBSERVATIONAL
from ..material import Material, Piece
from ..people.had_by_some import looked_for, of_the_public, stated_of_some, uncounted_of_some
from ..people.ill_by_count import ill_by_count
from ..people.taken_in_for import taken_in_for
from ..rules import named
from ..said import Said
from ..tables import table
from .part_of_all import in_full

_TABLE = table("subject/illness_row.toml")
_SAYS_MORE = re.compile(_TABLE["says_more"])
_OF_THE_STUDY = re.compile(_TABLE["of_the_study"])
_GLOSS = re.compile(r"\([^()]*\)")
_TAKEN_IN = ("cohort", "survey", "trial", "crossover", "open_groups", "single_arm")
_ASKED_OR_LOOKED_AT = frozenset({*OBSERVATIONAL, "interviews", "test", "study"})
"""Who took part in these is whoever was asked or looked at, be it the ill or others."""
_PERHAPS_OF_NOBODY = frozenset({"genes", "test", "study"})
"""Only where people are counted is it sure that these were of people at all."""
_MAY_BE_OF_SOME = ("cohort", "survey", "interviews", "comparison")


def had_first(m: Material, told: tuple[Piece, ...]) -> Piece | None:
    """That those counted were taken in for an earlier illness; None where they may have all told.

    Told alone, or beside the earlier one, a later illness would be read as that of them all.
    """
    _, support = _counted(m)
    p = m.reading.participants
    if m.brief.kind not in _TAKEN_IN or p.controls is not None or p.with_illness:
        return None
    later = told[0] if len(told) == 1 else _later_of_two(m, told)
    first = taken_in_for(m, later.text, support) if later is not None else None
    if first is None or later is None:
        return None
    it = "it" if len(told) == 1 else later.text
    text = f"those who took part had had {first.text}, and need not all have {it}"
    return Piece(text, (*first.support, *later.support, named("illness-after-first")))


def with_who_need_not_have_it(m: Material, rows: list[Said], quick: list[Said]) -> list[Said]:
    """The rows, that on the illness with a word that those who took part need not all have it.

    For a study in which nothing tells that they had: nurses, a clinic's patients or the public may
    be asked about an illness, and the bare name beside their number reads as what they had.
    """
    row = next((s for s in rows if s.about[:1] == ("condition_as_named",)), None)
    of_whom = {s.about[0]: s.text for s in (*rows, *quick) if s.about}
    if (
        row is None
        or m.brief.kind not in _ASKED_OR_LOOKED_AT
        or _SAYS_MORE.search(_GLOSS.sub("", row.text))
    ):
        return rows
    if m.brief.kind in _PERHAPS_OF_NOBODY and _counted(m)[0] is None:
        return rows
    named_here = m.condition.illnesses_in(_GLOSS.sub("", row.text))
    people = of_whom.get("participants")
    said_of_them = m.reading.participants.with_illness or m.reading.case_definitions
    if said_of_them or people is None or not named_here:
        return rows
    whom = [_of_the_people(people), of_whom.get("who", "")]
    if any(_had_it(n.pattern).search(text) for n in named_here for text in whom):
        return rows
    had = {1: "it", 2: "both"}.get(len(named_here), "all of these")
    text = f"{row.text}; those who took part need not all have {had}"
    support = (*row.support, named("illness-not-said-of-all"))
    return [replace(s, text=text, support=support) if s is row else s for s in rows]


def _of_the_people(opening: str) -> str:
    """The part of Quick's opening that tells of people, without what the study was about."""
    sentences = [s for s in opening.split(". ") if not _OF_THE_STUDY.match(s)]
    return " ".join(sentences).partition("; ")[0]


@lru_cache(maxsize=128)
def _had_it(pattern: str) -> re.Pattern[str]:
    """What tells, in the page's own words, of people who have or had the illness."""
    words = "|".join(f"(?:{w})" for w in (*_TABLE["had"], *_TABLE["told_to_have_had"]))
    words = words.replace("PEOPLE", _TABLE["people"]).replace("ILLNESS", f"(?:{pattern})")
    return re.compile(words, re.IGNORECASE)


def _later_of_two(m: Material, told: tuple[Piece, ...]) -> Piece | None:
    """Which of two illnesses may follow the other."""
    if len(told) != 2:
        return None
    names = [m.condition.illnesses_in(p.text) for p in told]
    for own, other, piece in ((names[0], names[1], told[0]), (names[1], names[0], told[1])):
        if {n.follows for n in own if n.follows} & {n.name for n in other}:
            return piece
    return None


def _counted(m: Material) -> tuple[int | None, tuple[Support, ...]]:
    """How many took part, and where it stands."""
    p = m.reading.participants
    for path in ("total", "enrolled", "patients"):
        if n := getattr(p, path):
            return n, m.number(f"participants.{path}", n)
    return None, ()


def not_of_all(m: Material, told: tuple[Piece, ...]) -> bool:
    """Whether the text tells that some of those counted had it, or got it, and others had not."""
    p = m.reading.participants
    if _part_counted(m, told) and had_first(m, told) is None:
        return True
    n, support = _counted(m)
    if m.brief.kind not in _MAY_BE_OF_SOME:
        return False
    if p.controls is not None:
        # "It was less common with the drug": those without the drug are no people without it.
        return m.brief.kind in ("cohort", "survey") and any(
            looked_for(m, piece.text, n, support) for piece in told
        )
    if n is None and m.brief.kind in ("cohort", "survey"):
        return not p.with_illness and any(uncounted_of_some(m, piece.text) for piece in told)
    if n is None or (p.with_illness or 0) >= n:
        return False
    if any(stated_of_some(m, piece.text, n, support) for piece in told):
        return True
    return m.brief.kind in ("cohort", "survey") and any(
        of_the_public(m, piece.text, n, support) for piece in told
    )


def _part_counted(m: Material, told: tuple[Piece, ...]) -> bool:
    """Whether the page counts some of those followed or asked as those who had it.

    "847 people; 179 of them with asthma" beside a bare "asthma" would say two things.
    """
    p = m.reading.participants
    if m.brief.kind not in ("cohort", "survey") or p.total is None or p.patients is None:
        return False
    if p.patients >= p.total or not m.number("participants.total", p.total):
        return False
    had = ill_by_count(m)
    if had is not None:
        return any(_same(m, had.text, piece.text) for piece in told)
    return p.controls is None and any(
        (s := m.reading.sentence_at(count.start, count.field)) is not None
        and _same(m, in_full(m, s.text), piece.text)
        for count in m.number("participants.patients", p.patients)
        if isinstance(count, QuoteSupport)
        for piece in told
    )


def _same(m: Material, one: str, other: str) -> bool:
    """Whether both name one illness."""
    names = ({n.name for n in m.condition.illnesses_in(text)} for text in (one, other))
    return bool(set.intersection(*names))

"""What a title's words name, in plain words: the subject of a study, an article or a talk."""

from __future__ import annotations

import re

from evidence_atlas.records import Name, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material, Piece
from ..tables import table
from ..words.numbers import joined

_TABLE = table("subject/title_topics.toml")
_IT = re.compile(r"\bit\b")
MOST_TOPICS = 2
MOST_ILLNESSES = 3
_Topics = list[tuple[re.Pattern[str], str, bool]]
_SOMEBODY_SAID = re.compile(r"[\"“](?:[^\s\"“”]+ ){3,30}[^\s\"“”]+[\"”]")
"""A sentence in marks of speech: what somebody said is not what the study was about."""
_NO_SUBJECT_FROM_HERE = re.compile(_TABLE["no_subject_from_here"], re.IGNORECASE)
_OF_A_TREATMENT = re.compile(_TABLE["of_a_treatment"], re.IGNORECASE)
_ONLY_OVERVIEW = re.compile(_TABLE["only_overview"], re.IGNORECASE)


def _topics_of(name: str) -> _Topics:
    return [
        (re.compile(t["pattern"], re.IGNORECASE), t["about"], t.get("last", False))
        for t in _TABLE[name]
    ]


_TOPICS, _ASKED, _OF_ARTICLE, _OF_ILLNESS = (
    _topics_of(n) for n in ("topics", "asked", "of_article", "of_illness")
)


def topics(m: Material) -> list[Piece]:
    """What the title's words name, in their order; no name of an illness names a topic."""
    return _found(m, _TOPICS)


def asked_about(m: Material, *, of_the_ill: bool) -> list[Piece]:
    """The same of what people were asked about: a treatment or a service that they had, too.

    "Living with it" only of those who are told to have it.
    """
    found = _found(m, [*_ASKED, *_TOPICS], all_of_them=True)
    return [p for p in found if of_the_ill or not _IT.search(p.text)]


def of_article(m: Material, illness: str | None) -> list[Piece]:
    """What an article's title names beside its illness; else what it names of that.

    Other illnesses that stand beside it in the title are its subject, too.
    """
    others = _other_illnesses(m, illness) if illness else []
    besides = [*others, *_found(m, [*_TOPICS, *_OF_ARTICLE])]
    if besides or illness is None or " and " in illness:
        return besides
    return _found(m, _OF_ILLNESS)


def is_an_overview_of(m: Material, illness: str) -> Piece | None:
    """The illness, where the title says of it no more than that this is an overview."""
    title = m.record.title
    for name in m.condition.illnesses_in(illness):
        rest = compiled(name.pattern).sub("X", title)
        if name.name == illness and _ONLY_OVERVIEW.fullmatch(rest.strip(" .?[]")):
            where = quoted(quote(texts(m.record), "title", 0, len(title)))
            return Piece(illness, (where,))
    return None


def _other_illnesses(m: Material, illness: str) -> list[Piece]:
    title = _NO_SUBJECT_FROM_HERE.split(m.record.title)[0]
    held, known = texts(m.record), {n.name for n in m.condition.illnesses_in(illness)}
    own = [n for n in m.condition.illnesses_in(title) if n.name in known]
    pieces = []
    for name in m.condition.illnesses_in(title):
        shown = compiled(name.pattern).search(title)
        if name.name in known or shown is None or not own:
            continue
        # "Diabetes drugs" are no illness; "COVID-19" in "post-COVID-19 syndrome" is not its own.
        if _OF_A_TREATMENT.match(title, shown.end()) or _within(shown, own, title):
            continue
        pieces.append(Piece(name.name, (quoted(quote(held, "title", *shown.span())),)))
    return pieces if len(pieces) < MOST_ILLNESSES else []


def _within(shown: re.Match[str], own: list[Name], title: str) -> bool:
    spans = [f.span() for n in own for f in compiled(n.pattern).finditer(title)]
    return any(start < shown.end() and shown.start() < end for start, end in spans)


def beside(what: str | None, pieces: list[Piece], most: int = MOST_TOPICS) -> Piece:
    """ "Asthma, sleep and pain"; of things that are two, no more than one."""
    of_two = any(" and " in p.text for p in pieces[:most])
    return _together([what] if what else [], pieces[: 1 if of_two else most])


def both(pieces: list[Piece]) -> Piece:
    """ "Sleep, and smell and taste": the first two, or one that is two."""
    return _together([], pieces[: 1 if " and " in pieces[0].text else 2])


def _together(first: list[str], pieces: list[Piece]) -> Piece:
    names = [*first, *(p.text for p in pieces)]
    support = tuple(s for p in pieces for s in p.support)
    if len(names) > 1 and any(" and " in n or " or " in n for n in names):
        return Piece(f"{', '.join(names[:-1])}, and {names[-1]}", support)
    return Piece(joined(names), support)


def _found(m: Material, known: _Topics, *, all_of_them: bool = False) -> list[Piece]:
    """What is told only where nothing else is comes last, or goes."""
    held = texts(m.record)
    title = held.get("title", "")
    for name in m.condition.known_illnesses:
        title = compiled(name.pattern).sub(lambda f: "·" * len(f[0]), title)
    title = _SOMEBODY_SAID.sub(lambda f: "·" * len(f[0]), title)
    found: dict[str, tuple[bool, int, Piece]] = {}
    for pattern, about, last in known:
        if shown := pattern.search(title):
            piece = Piece(about, (quoted(quote(held, "title", *shown.span())),))
            found.setdefault(about, (last, shown.start(), piece))
    ordered = sorted(found.values(), key=lambda f: f[:2])
    first = [p for last, _, p in ordered if not last]
    return [p for _, _, p in ordered] if all_of_them or not first else first

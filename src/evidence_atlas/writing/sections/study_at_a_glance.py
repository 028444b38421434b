"""Study at a glance: each fact stated, not clear, or "Not stated"."""

from __future__ import annotations

from dataclasses import replace

from evidence_atlas.records import Support

from ..compared import two_named
from ..harms import harms, under_label
from ..material import Material, Piece
from ..people_at_a_glance import people_of, who_of
from ..record_at_a_glance import bibliography, held
from ..rules import named
from ..said import Said, said
from ..slots import Slots
from ..unclear import may_be_told, not_clear, own_words, told_of
from ..words.lengths import of_the_study
from ..words.noun_phrases import uncapital
from ..words.numbers import joined

_MEASURING = ("animals", "cells", "comparison")
_WITHOUT_PEOPLE = frozenset({"narrative", "hypothesis", "guideline"})
_GIVEN, _MEASURED = "What was given", "What was measured"
_ALL_OF_THEM = 3
_IN_RESULTS = 2
"""Where a thing stands that neither the title nor aim or methods name (`Material.standing`)."""
_PLANNED = {_GIVEN: "What is to be given", _MEASURED: "What is to be measured"}
"""Labels of a plan: nothing has been given or measured yet."""
_NOT_STATED = named("not-stated")
_SILENT_WITHOUT = frozenset({
    "Who they were", "Compared with", _GIVEN, _MEASURED, *_PLANNED.values(),
})  # fmt: skip
"""Rows left away where nothing was read: these are told in too many ways for "not stated" to be
sure. Every second one was wrong when pages were read against their abstracts."""


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """The facts of a study in one order; for a record that was not read, only who printed it."""
    if m.brief.bare:
        return bibliography(m)
    r = m.reading
    # An article of opinion or reading had nobody take part and measured nothing.
    of_people = m.brief.kind not in _WITHOUT_PEOPLE
    rows: list[tuple[str, str, Piece | None]] = []
    people, who = (people_of(m, slots), who_of(m, slots)) if of_people else (None, None)
    # Of animals and cells that nobody is counted or described is no gap in the abstract.
    in_people = of_people and not (m.brief.kind in ("animals", "cells") and not (people or who))
    if in_people:
        rows.append(("People", "participants", people))
    if r.participants.studies is not None:
        rows.append(("Studies", "participants.studies", slots.get("studies")))
    if in_people:
        rows.append(("Who they were", "who", who))
    rows.append(("Illness, as named", "condition_as_named", slots.get("illnesses")))
    if of_people:
        rows.append(("How it was diagnosed", "definitions", slots.get("diagnosed")))
    if not of_people:
        pass
    elif r.interventions or m.brief.treatment:
        rows += [
            (_GIVEN, "interventions", _given(m, slots)),
            ("Compared with", "comparators", _listed(m, r.comparators, "comparators")),
        ]
    elif "controls" in slots or "controls_unnumbered" in slots:
        rows.append(
            (
                "Compared with",
                "participants.controls",
                slots.get("controls", slots.get("controls_unnumbered")),
            )
        )
    elif m.brief.kind == "comparison" and (two := two_named(m)) is not None:
        rows.append(
            ("Compared with", "participants.controls", told_of(own_words(m, two.text), two))
        )
    if m.brief.kind == "interviews":
        if "topic" in slots:
            rows.append(("What people were asked about", "outcomes", slots["topic"]))
    elif of_people:
        rows.append((_MEASURED, "outcomes", _measured(m, slots)))
    if of_people:
        rows.append(("How long", "design.duration", _length(m)))
    rows += [
        ("Funding", "funding", held(m, "funding", r.funding)),
        ("Interests", "interests", held(m, "interests", r.interests)),
        ("Registration", "registration", held(m, "registration", r.registration)),
    ]
    told = [t for label, about, piece in rows if (t := _row(m, label, about, piece)) is not None]
    told_harms = harms(m, quick=False)
    if told_harms:
        told.insert(-3, replace(under_label(told_harms), depths=None))
    return (*told, *bibliography(m)) if m.brief.kind == "retracted" else tuple(told)


def _row(m: Material, label: str, about: str, piece: Piece | None) -> Said | None:
    if piece is None or not piece.text or not piece.support:
        piece = not_clear(m, label)
    if m.brief.kind == "protocol":
        label = _PLANNED.get(label, label)
    if piece is None:
        if label in _SILENT_WITHOUT or may_be_told(m, label):
            return None
        return said(Piece("Not stated"), _NOT_STATED, label=label, about=(about,))
    return said(piece, label=label, about=(about,), row=True)


def _listed(m: Material, words: tuple[str, ...], path: str) -> Piece | None:
    """All that is named, each with the place where it stands; what cannot be found is left out."""
    found = [
        (w, m.named(f"{path}.{w}", w))
        for w in words
        # A word of the background, or of an illness's name, was not measured.
        if path != "outcomes" or m.standing(path, w) < 4 or m.standing("measures", w) < 4
    ]
    found = [(w, s) for w, s in found if s]
    if not found:
        return None
    given = path in ("interventions", "comparators")
    called = (m.as_given(path if given else "measures", w) for w, _ in found)
    names = list(dict.fromkeys(name if given else uncapital(name) for name in called))
    return Piece(joined(names), tuple(dict.fromkeys(s for _, held in found for s in held)))


def _given(m: Material, slots: Slots) -> Piece | None:
    """The treatments; None where only one is known by name, of more groups than two."""
    given = m.reading.interventions
    if slots.groups_unnamed and len(given) == 1 and not_clear(m, _GIVEN) is not None:
        return None
    return _listed(m, given, "interventions")


def _measured(m: Material, slots: Slots) -> Piece | None:
    """The outcomes, as the abstract calls them; else what the Quick Summary says was measured.

    A thing that results alone name is none: it may be a word of theirs. Beside one or two others
    may have been measured too.
    """
    told = _listed(m, m.reading.outcomes, "outcomes")
    if told is None:
        return slots.get("measured") if m.brief.kind in _MEASURING else None
    if min(m.standing("outcomes", w) for w in m.reading.outcomes) >= _IN_RESULTS:
        return None
    if len(m.reading.outcomes) >= _ALL_OF_THEM:
        return told
    return Piece(f"{told.text}, among other things", (*told.support, named("measured-in-part")))


def _length(m: Material) -> Piece | None:
    design = m.reading.design
    parts: list[str] = []
    held: list[Support] = []
    for value, path, words in (
        (design.duration, "design.duration", "{x}"),
        (design.follow_up, "design.follow_up", "followed for {x}"),
    ):  # fmt: skip
        support = m.fact(path, value)
        again = path == "design.follow_up" and value == design.duration and bool(parts)
        if value and support and of_the_study(m, path) and not again:
            parts.append(words.replace("{x}", value))
            held.extend(support)
    why = named("length")
    return Piece("; ".join(parts), (*dict.fromkeys(held), why)) if parts else None

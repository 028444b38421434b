"""Study at a glance: each fact stated, not clear, or "Not stated"."""

from __future__ import annotations

from dataclasses import replace

from evidence_atlas.records import QuoteSupport

from ..brief.kinds import CASES, WITHOUT_PEOPLE
from ..glance.given_row import given_row
from ..glance.how_long import how_long
from ..glance.illness_row import illness_row
from ..glance.people_at_a_glance import one_of_several, people_of
from ..glance.record_at_a_glance import bibliography, held
from ..glance.who_at_a_glance import who_of
from ..limits.harms import harms, under_label, withheld
from ..material import Material, Piece
from ..people.compared import two_named
from ..rules import named
from ..said import Said, said
from ..slots import Slots
from ..subject.how_near import Standing, standing
from ..subject.measured_names import (
    all_distinct,
    measured_as,
    more_than_a_title_word,
    named_in_outcomes,
    surely_measured,
)
from ..subject.nameable import nameable
from ..subject.whole_lists import main_outcome, no_outcome, only_secondary, with_its_list
from ..unclear import applies, as_quoted, may_be_told, not_clear, only_spoken_of
from ..words.names import length
from ..words.numbers import joined
from ..words.short_forms import SHORT_FORM

_MEASURING = ("animals", "cells", "comparison")
_GIVEN, _MEASURED = "What was given", "What was measured"
_LONGEST_MAIN, _MOST_MEASURED, _SEVERAL = 16, 8, 3
"""Where a thing stands that neither the title nor aim or methods name (`Material.standing`)."""
_WHO = "Who they were"
_PLANNED = {
    _WHO: "Who is to take part", _GIVEN: "What is to be given", _MEASURED: "What is to be measured",
}  # fmt: skip
"""Labels of a plan: nobody has taken part and nothing has been given or measured yet."""
OF_THE_RECORD = frozenset({"Funding", "Interests", "Registration"})
"""Rows that give names as printed: no word in them is explained, as if it were not a name."""
_ILL = frozenset({"had", "illness_outcome", "patients"})
"""Slots by which people are said to have the illness, so that it was found in some way."""
_NOT_STATED = named("not-stated")
_SILENT_WITHOUT = frozenset({
    _WHO, "Illness, as named", "Compared with", _GIVEN, _MEASURED, *_PLANNED.values(),
})  # fmt: skip
"""Rows left away where nothing was read: these are told in too many ways for "not stated" to be
sure. Every second one was wrong when pages were read against their abstracts."""


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """The facts of a study in one order; for a record that was not read, only who printed it."""
    if m.brief.bare:
        return bibliography(m)
    r = m.reading
    # An article of opinion or reading had nobody take part and measured nothing.
    of_people = m.brief.kind not in WITHOUT_PEOPLE
    rows: list[tuple[str, str, Piece | None]] = []
    people, who = (people_of(m, slots), who_of(m, slots)) if of_people else (None, None)
    # Of animals and cells that nobody is counted or described is no gap in the abstract.
    in_people = of_people and not (m.brief.kind in ("animals", "cells") and not (people or who))
    if in_people:
        rows.append(("People", "participants", people))
    if r.participants.studies is not None:
        rows.append(("Studies", "participants.studies", slots.get("studies")))
    if in_people:
        rows.append((_WHO, "who", who))
    rows.append(("Illness, as named", "condition_as_named", illness_row(m)))
    found = "diagnosed" in slots or not _ILL.isdisjoint(slots)
    if of_people and "illnesses" in slots and found and m.brief.kind not in _MEASURING[:2]:
        rows.append(("How it was diagnosed", "definitions", slots.get("diagnosed")))
    if not of_people:
        pass
    elif r.interventions or m.brief.treatment:
        rows += [
            (_GIVEN, "interventions", given_row(m, slots)),
            ("Compared with", "comparators", _listed(m, r.comparators, "comparators")),
        ]
    elif "controls" in slots or "controls_unnumbered" in slots:
        against = slots.get("controls", slots.get("controls_unnumbered"))
        # One of several groups would be told for all that they were compared with.
        if not one_of_several(m):
            rows.append(("Compared with", "participants.controls", against))
    elif m.brief.kind == "comparison" and (two := two_named(m)) is not None:
        rows.append(
            ("Compared with", "participants.controls", only_spoken_of(as_quoted(m, two.text), two))
        )
    if m.brief.kind == "interviews":
        if "topic" in slots:
            rows.append(("What people were asked about", "outcomes", slots["topic"]))
    elif of_people:
        rows.append((_MEASURED, "outcomes", _measured(m, slots)))
    if of_people:
        rows.append(("How long", "design.duration", how_long(m)))
    rows += [
        ("Funding", "funding", held(m, "funding", r.funding)),
        ("Interests", "interests", held(m, "interests", r.interests)),
        ("Registration", "registration", held(m, "registration", r.registration)),
    ]
    told = [t for label, about, piece in rows if (t := _row(m, label, about, piece)) is not None]
    told_harms = harms(m, quick=False)
    if told_harms and not withheld(told_harms):
        before = next((i for i, t in enumerate(told) if t.label in OF_THE_RECORD), len(told))
        told.insert(before, replace(under_label(told_harms), depths=None))
    return (*told, *bibliography(m)) if m.brief.kind == "retracted" else tuple(told)


def _row(m: Material, label: str, about: str, piece: Piece | None) -> Said | None:
    if piece is None or not piece.text or not piece.support:
        piece = not_clear(m, label)
    if m.brief.kind == "protocol":
        label = _PLANNED.get(label, label)
    if piece is None:
        silent = label in _SILENT_WITHOUT or may_be_told(m, label)
        if silent or not applies(m.brief.kind, label):
            return None
        return said(Piece("Not stated"), _NOT_STATED, label=label, about=(about,))
    return said(piece, label=label, about=(about,), row=True)


def _listed(m: Material, words: tuple[str, ...], path: str) -> Piece | None:
    """All that is named, each with the place where it stands; what cannot be found is left out."""
    found = [(w, s) for w in words if (s := m.named(f"{path}.{w}", w))]
    if not found:
        return None
    names = list(dict.fromkeys(m.as_given(path, w) for w, _ in found))
    return Piece(joined(names), tuple(dict.fromkeys(s for _, held in found for s in held)))


def _measured(m: Material, slots: Slots) -> Piece | None:
    """What was measured, as the abstract calls it; else what the Quick Summary says was measured.

    Told are those that title, aim or a sentence on the outcomes name: what methods or results name
    alone may stand beside the main thing. That others were measured too is said, save where the
    text lists its outcomes.
    """
    if m.brief.kind == "test":
        return None  # What a test measures is not what was measured of the test.
    outcomes = [w for w in m.reading.outcomes if _is_measured(m, w)]
    if m.brief.kind in CASES:
        # What brought these few people is told in title and aim; it was not measured in them.
        outcomes = [w for w in outcomes if named_in_outcomes(m, w)]
    by_list = [w for w in outcomes if named_in_outcomes(m, w)]
    outcomes.sort(key=lambda w: (w not in by_list, standing(m, "outcomes", w)))
    told = {w: piece for w in outcomes if (piece := measured_as(m, w)) is not None}
    lists = [with_its_list(m, piece) for piece in told.values()]
    longest = max(lists, key=len, default=())
    # Lists of aim and methods tell the same things in other words: one whole list says it.
    first = main_outcome(m)
    if len(longest) > 2:
        lists = [w for w in lists if w == longest or any(first and _tells(p, first) for p in w)]
    names = all_distinct([p for w in lists for p in w])
    if first is not None and not any(_tells(p, first) for p in names):
        # The first outcome was another; where it cannot be named, the rest is not told for it.
        plain = nameable(first.text) and SHORT_FORM.search(first.text) is None
        names = [first] if plain and length(first.text) <= _LONGEST_MAIN else []
    if not names and not told and m.brief.kind in _MEASURING and "measured" in slots:
        names = [slots["measured"]]
    if not names or only_secondary(m, names):
        return None
    names = names[:_MOST_MEASURED]
    text = joined([piece.text for piece in names])
    support = tuple(dict.fromkeys(s for piece in names for s in piece.support))
    whole = first is None or names != [first]
    listed = len(by_list) == len(m.reading.outcomes) == len(told) > 1
    if (whole and listed) or _all_of_title(m, names):
        return Piece(text, support)
    return Piece(f"{text}, among other things", (*support, named("measured-in-part")))


def _all_of_title(m: Material, names: list[Piece]) -> bool:
    """Whether these are the several things that the title says it was of, all of them."""
    title, told = m.record.title.casefold(), " ".join(p.text for p in names).casefold()
    if len(names) < _SEVERAL or any(p.text.casefold() not in title for p in names):
        return False
    own = (w for w in m.reading.outcomes if standing(m, "outcomes", w) <= Standing.RESULTS)
    return all(w.casefold().removesuffix("s") in told for w in own)


def _tells(piece: Piece, first: Piece) -> bool:
    """Whether what is told holds the main outcome, or a part of it."""
    said, main = piece.text.casefold(), first.text.casefold()
    quotes = [s for s in piece.support if isinstance(s, QuoteSupport)]
    where = [s for s in first.support if isinstance(s, QuoteSupport)]
    return said in main or main in said or any(
        q.field == w.field and q.start < w.start + len(w.text) and w.start < q.start + len(q.text)
        for q in quotes for w in where
    )  # fmt: skip


def _is_measured(m: Material, word: str) -> bool:
    """Whether it surely was; a word of the background or of an illness's name was not."""
    if standing(m, "outcomes", word) >= Standing.RESULTS or not surely_measured(m, word):
        return False
    if not more_than_a_title_word(m, word):
        return False
    at = m.quotes(f"outcomes.{word}")[:1]
    return not (at and no_outcome(m, at[0]))

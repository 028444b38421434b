"""Study at a glance: each fact stated, not clear, or "Not stated"."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import Support, texts

from ..diagnosed import diagnosed
from ..harms import harms, under_label
from ..material import Material, Piece
from ..mistakes import seen_in
from ..rules import named
from ..said import Said, said
from ..slots import Slots
from ..unclear import not_clear
from ..words.lengths import of_the_study
from ..words.noun_phrases import uncapital
from ..words.numbers import joined

_MEASURING = ("animals", "cells", "comparison")
_WITHOUT_PEOPLE = frozenset({"narrative", "hypothesis", "guideline"})
_GIVEN, _MEASURED = "What was given", "What was measured"
_IN_RESULTS = 2
"""Where a thing stands that neither the title nor aim or methods name (`Material.standing`)."""
_PLANNED = {_GIVEN: "What is to be given", _MEASURED: "What is to be measured"}
"""Labels of a plan: nothing has been given or measured yet."""
_NOT_STATED = named("not-stated")


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """The facts of a study in one order; for a record that was not read, only who printed it."""
    if m.brief.bare:
        return _bibliography(m)
    r = m.reading
    # An article of opinion or reading had nobody take part and measured nothing.
    of_people = m.brief.kind not in _WITHOUT_PEOPLE
    rows: list[tuple[str, str, Piece | None]] = []
    if of_people:
        rows.append(("People", "participants", _people(m, slots)))
    if r.participants.studies is not None:
        rows.append(("Studies", "participants.studies", slots.get("studies")))
    if of_people:
        rows.append(("Who they were", "who", _who(m, slots)))
    rows.append(("Illness, as named", "condition_as_named", slots.get("condition")))
    if of_people:
        rows.append(("How it was diagnosed", "definitions", diagnosed(m, slots)))
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
    if m.brief.kind == "interviews":
        if "topic" in slots:
            rows.append(("What people were asked about", "outcomes", slots["topic"]))
    elif of_people:
        rows.append((_MEASURED, "outcomes", _measured(m, slots)))
    if of_people:
        rows.append(("How long", "design.duration", _length(m)))
    rows += [
        ("Funding", "funding", _held(m, "funding", r.funding)),
        ("Interests", "interests", _held(m, "interests", r.interests)),
        ("Registration", "registration", _held(m, "registration", r.registration)),
    ]
    told = [_row(m, label, about, piece) for label, about, piece in rows]
    told_harms = harms(m, quick=False)
    if told_harms:
        told.insert(-3, replace(under_label(told_harms), depths=None))
    return (*told, *_bibliography(m)) if m.brief.kind == "retracted" else tuple(told)


def _row(m: Material, label: str, about: str, piece: Piece | None) -> Said:
    if piece is None or not piece.text or not piece.support:
        piece = not_clear(m, label)
    if m.brief.kind == "protocol":
        label = _PLANNED.get(label, label)
    if piece is None:
        return said(Piece("Not stated"), _NOT_STATED, label=label, about=(about,))
    return said(piece, label=label, about=(about,), row=True)


_COUNTS = (
    ("total", "{n} in all"), ("enrolled", "{n} enrolled"),
    ("randomised", "{n} put by chance into groups"),
    ("patients", "{n} patients"), ("controls", "{n} people for comparison"),
    ("completed", "{n} finished"),
    ("analysed", "{n} counted in the results"), ("planned", "{n} planned"),
    ("participants_in_studies", "{n} people in the studies"),
)  # fmt: skip


_SAME_PEOPLE = ("total", "enrolled", "patients")
"""Names under which one number may be printed of one and the same people."""


def _people(m: Material, slots: Slots) -> Piece | None:
    """Every count that is stated, each under its own name, and one number of all only once."""
    parts: list[str] = []
    held: list[Support] = []
    told: list[int] = []
    for name, words in _COUNTS:
        n = getattr(m.reading.participants, name)
        support = m.number(f"participants.{name}", n)
        if name == "randomised" and m.reading.design.randomised is False:
            continue
        if name in _SAME_PEOPLE and n in told:
            continue
        if n in told and support and all(s in held for s in support):
            continue  # one number, printed once
        if n is not None and support:
            told += [n] if name in _SAME_PEOPLE else []
            words = "{n} eligible" if slots.only_eligible(support) else words
            parts.append(words.replace("{n}", "one" if n == 1 else f"{n:,}"))
            held.extend(support)
    if not parts:
        return None
    why = named("counts-apart")
    # Digits at the front are fine in a row of figures.
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))


_YOUNG = {"women and men": "girls and boys"}
_ASKED_WITH = re.compile(r"\b(?:questionnaires?|surveys?|interviews?)$", re.IGNORECASE)


def _who(m: Material, slots: Slots) -> Piece | None:
    who = m.reading.who
    parts: list[str] = []
    held: list[Support] = []
    words = {"both": {"adults_or_children": "adults and children", "sex": "women and men"},
             "female": {"sex": "female"}, "male": {"sex": "male"}}  # fmt: skip
    for name in ("adults_or_children", "sex", "severity", "setting", "recruitment"):
        value = getattr(who, name)
        support = m.fact(
            f"who.{name}", value if name in ("severity", "setting", "recruitment") else None
        )
        if name == "recruitment" and value and _ASKED_WITH.search(value):
            continue  # with what they were asked is not how they were found
        if name == "setting" and value and value.casefold() in (who.recruitment or "").casefold():
            continue  # where they were found names the place already
        if name == "setting" and m.only_background("who.setting"):
            continue
        if value and support:
            told = words.get(value, {}).get(name, value)
            if name == "sex" and who.adults_or_children == "children":
                told = _YOUNG.get(told, told)
            if name == "setting":
                place = seen_in(slots)
                told = f"seen in {place.text}" if place is not None else told
            parts.append(told)
            held.extend(support)
    if not parts:
        return None
    why = named("who-they-were")
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))


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
    names = list(dict.fromkeys(m.as_given(path, w) if given else uncapital(w) for w, _ in found))
    return Piece(joined(names), tuple(dict.fromkeys(s for _, held in found for s in held)))


def _given(m: Material, slots: Slots) -> Piece | None:
    """The treatments; None where only one is known by name, of more groups than two."""
    given = m.reading.interventions
    if slots.groups_unnamed and len(given) == 1 and not_clear(m, _GIVEN) is not None:
        return None
    return _listed(m, given, "interventions")


def _measured(m: Material, slots: Slots) -> Piece | None:
    """The outcomes, as the abstract calls them; else what the Quick Summary says was measured.

    Where all of them are known from results alone, others may have been measured too.
    """
    told = _listed(m, m.reading.outcomes, "outcomes")
    if told is None:
        return slots.get("measured") if m.brief.kind in _MEASURING else None
    if min(m.standing("outcomes", w) for w in m.reading.outcomes) < _IN_RESULTS:
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


_PAID_BY = re.compile(
    r"^(?:(?:was|were|is) )?(?:(?:partly |partially )?(?:funded|supported|sponsored|financed)"
    r"(?: in part)? by|funding(?: sources?)?:|financial support from|supported in part by)\s*",
    re.IGNORECASE,
)
_NO_PAYER = re.compile(
    r"\b(?:public involvement|PPIE?|advisory|steering) (?:\w+ )?\(?", re.IGNORECASE
)


def _payer(m: Material, value: str) -> str | None:
    """Who paid, without "was supported by", up to where the name is whole."""
    if _NO_PAYER.search(value):
        return None
    quotes = m.quotes("funding")
    after = texts(m.record)[quotes[0].field][quotes[0].end :] if quotes else ""
    if after[:1].isalnum():  # cut within a word, since quotes are kept short
        value = re.sub(r"(?:,|;| and| \() [^,;(]*$|\s\S*$", "", value)
    return _PAID_BY.sub("", value).strip(" ,;") or None


def _held(m: Material, name: str, value: str | None) -> Piece | None:
    """A fact of the text, else of the record."""
    if value and name == "funding":
        value = _payer(m, value)
    if value:
        support: tuple[Support, ...] = m.fact(name, value)
        if not support and name == "interests" and m.record.interests:
            support = (m.record_field("interests", m.record.interests),)
        if not support and name == "registration" and m.record.registrations:
            support = tuple(
                m.record_field("registrations", g.number) for g in m.record.registrations
            )
        if not support and name == "funding" and m.record.grants:
            support = tuple(m.record_field("grants", g.agency) for g in m.record.grants if g.agency)
        if support:
            return Piece(value, support)
    if name == "funding" and m.record.grants:
        agencies = list(dict.fromkeys(g.agency for g in m.record.grants if g.agency))
        if agencies:
            return Piece(joined(agencies), tuple(m.record_field("grants", a) for a in agencies))
    if name == "interests" and m.record.interests:
        return Piece(m.record.interests, (m.record_field("interests", m.record.interests),))
    if name == "registration" and m.record.registrations:
        numbers = [g.number for g in m.record.registrations]
        return Piece(joined(numbers), tuple(m.record_field("registrations", n) for n in numbers))
    return None


def _bibliography(m: Material) -> tuple[Said, ...]:
    """What the record says of the paper itself."""
    record = m.record
    rows = []
    journal = record.journal.title or record.journal.iso_abbreviation or record.journal.medline_ta
    if journal:
        rows.append(
            said(Piece(journal, (m.record_field("journal", journal),)), label="Journal", row=True)
        )
    if record.year:
        rows.append(
            said(
                Piece(f"{record.year}", (m.record_field("year", str(record.year)),)),
                label="Year",
                row=True,
            )
        )
    if record.languages:
        text = joined(list(record.languages))
        rows.append(
            said(
                Piece(text, tuple(m.record_field("languages", x) for x in record.languages)),
                label="Language",
                row=True,
            )
        )
    if record.publication_types:
        text = joined(list(record.publication_types))
        held = tuple(m.record_field("publication_types", x) for x in record.publication_types)
        rows.append(said(Piece(text, held), label="Kind of publication", row=True))
    return tuple(rows)

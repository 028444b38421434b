"""Study at a glance: each fact stated, not clear, or "Not stated"."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import Quote, QuoteSupport, Support, quote, quoted, texts

from ..compared import two_named
from ..harms import harms, under_label
from ..material import Material, Piece, merged
from ..mistakes import seen_in
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
        return _bibliography(m)
    r = m.reading
    # An article of opinion or reading had nobody take part and measured nothing.
    of_people = m.brief.kind not in _WITHOUT_PEOPLE
    rows: list[tuple[str, str, Piece | None]] = []
    people, who = (_people(m, slots), _who(m, slots)) if of_people else (None, None)
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
        ("Funding", "funding", _held(m, "funding", r.funding)),
        ("Interests", "interests", _held(m, "interests", r.interests)),
        ("Registration", "registration", _held(m, "registration", r.registration)),
    ]
    told = [t for label, about, piece in rows if (t := _row(m, label, about, piece)) is not None]
    told_harms = harms(m, quick=False)
    if told_harms:
        told.insert(-3, replace(under_label(told_harms), depths=None))
    return (*told, *_bibliography(m)) if m.brief.kind == "retracted" else tuple(told)


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


_COUNTS = (
    ("total", "{n} in all"), ("enrolled", "{n} enrolled"),
    ("randomised", "{n} put by chance into groups"),
    ("patients", "{n} patients"), ("controls", "{n} people for comparison"),
    ("completed", "{n} finished"),
    ("analysed", "{n} counted in the results"), ("planned", "{n} planned"),
    ("participants_in_studies", "{n} people in the studies"),
)  # fmt: skip


_ABOUT = re.compile(r"\b(over|more than|nearly|almost|about|approximately|around)\s+$", re.I)


def _about(m: Material, support: tuple[Support, ...]) -> str:
    """ "over " of "over 375,000 adults", which are not 375,000."""
    for held in support:
        if isinstance(held, QuoteSupport):
            before = texts(m.record).get(held.field, "")[: held.start]
            if found := _ABOUT.search(before):
                return f"{found[1].lower()} "
    return ""


_SAME_PEOPLE = ("total", "enrolled", "patients")
"""Names under which one number may be printed of one and the same people."""


def _people(m: Material, slots: Slots) -> Piece | None:
    """Every count that is stated, each under its own name, and one number of all only once."""
    if _one_person(m):
        return Piece("one person", (*m.quotes("participants.total"), named("counts-apart")))
    if _part_for_all(m):
        return _groups_as_counted(m)
    ill = _found_ill(m, slots)
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
            if name == "patients" and ill is not None:
                words = f"{{n}} {ill.text}"
                held.extend(ill.support)
            words = "{n} eligible" if slots.only_eligible(support) else words
            said_so = "one" if n == 1 else f"{n:,}"
            parts.append(words.replace("{n}", _about(m, support) + said_so))
            held.extend(support)
    if not parts:
        return None
    why = named("counts-apart")
    # Digits at the front are fine in a row of figures.
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))


def _one_person(m: Material) -> bool:
    """Whether a report of one case is told: its one person is seldom counted by a number."""
    return m.brief.kind == "case_report" and m.reading.participants.total == 1


def _part_for_all(m: Material) -> bool:
    """Whether the numbers that can be shown would tell some of the groups for all of them.

    Only those for comparison are counted, or patients and controls leave out others whom the
    sum of all groups holds; that sum itself is printed nowhere.
    """
    p = m.reading.participants
    if any(
        m.number(f"participants.{name}", getattr(p, name))
        for name in ("total", "enrolled", "randomised", "analysed", "completed")
    ):
        return False
    patients = p.patients if m.number("participants.patients", p.patients) else None
    controls = p.controls if m.number("participants.controls", p.controls) else None
    if patients is None:
        return controls is not None
    return p.total is not None and p.total > patients + (controls or 0)


_MOST_GROUPS = 5


def _groups_as_counted(m: Material) -> Piece | None:
    """The groups in the abstract's own words, with no claim that they are all or do not overlap."""
    groups = [g for g in m.reading.participants.groups if g.n is not None and g.kind != "subgroup"]
    found = merged(*(quoted(_closed(m, g.quote)) for g in groups))[:_MOST_GROUPS]
    if len(found) < 2:
        found = m.quotes("participants.patients", "participants.controls")
    if not found:
        return None
    if m.retold:
        return Piece("Not clear", (*found, named("not-clear")))
    return told_of(joined([own_words(m, s.text) for s in found]), *found)


def _closed(m: Material, found: Quote) -> Quote:
    """The words with the bracket that closes what they open."""
    held = texts(m.record)
    more = (
        found.text.count("(") > found.text.count(")") and held[found.field][found.end :][:1] == ")"
    )
    return quote(held, found.field, found.start, found.end + more)


def _found_ill(m: Material, slots: Slots) -> Piece | None:
    """What some of those counted were found to have, where the sentence names it: they are no more
    "patients" than the rest.
    """
    p = m.reading.participants
    illness = slots.get("illness_outcome", slots.get("condition"))
    if illness is None or p.patients is None or p.total is None or p.controls is not None:
        return None
    if p.patients >= p.total:
        return None
    names = (*m.condition.names, *m.condition.other_conditions)
    known = [n for n in names if re.search(n.pattern, illness.text, re.IGNORECASE)]
    for count in m.number("participants.patients", p.patients):
        if not isinstance(count, QuoteSupport) or count.field != "abstract":
            continue
        for sentence in m.reading.sentences:
            if sentence.start <= count.start < sentence.end and any(
                re.search(n.pattern, sentence.text, re.IGNORECASE) for n in known
            ):
                return Piece(f"of them with {illness.text}", illness.support)
    return None


_TELLS_NOBODY = re.compile(
    r"(?:(?:the|matched|selected|included|enrolled|eligible|consecutive|new|all|general|other) )*"
    r"(?:patients?|participants?|people|individuals|subjects|persons|volunteers|cases|adults?|"
    r"children|survivors|respondents|members|team members)(?! (?:in|at|from) )",
    re.IGNORECASE,
)
"""Words for people that tell nothing of them, or only what another part of the row tells."""
_A_PART = re.compile(r"\bwithout\b|\bnon-", re.IGNORECASE)


def _own_words(m: Material) -> Piece | None:
    """Who was studied by the abstract's own phrase, where it counts them or says it took them in.

    A title names them too, but need not name just those who took part.
    """
    who = m.reading.quote("who.studied")
    if who is None or who.field == "title" or _A_PART.search(who.text):
        return None
    phrase = " ".join(who.text.split())
    if _TELLS_NOBODY.fullmatch(phrase):
        return None
    if m.reading.condition_as_named and _only_ill(m, phrase):
        return None
    return Piece(own_words(m, phrase), m.quotes("who.studied"))


def _only_ill(m: Material, phrase: str) -> bool:
    """Whether the words tell no more of them than the illness, which has a row of its own."""
    names = (*m.condition.names, *m.condition.other_conditions)
    for known in names:
        phrase = re.sub(known.pattern, "", phrase, flags=re.IGNORECASE)
    rest = re.sub(r"\b(?:with|the|of|who had|having|an?)\b|[^\w ]", "", phrase)
    return _TELLS_NOBODY.fullmatch(rest.strip()) is not None


_YOUNG = {"women and men": "girls and boys"}
_ASKED_WITH = re.compile(r"\b(?:questionnaires?|surveys?|interviews?)$", re.IGNORECASE)


def _who(m: Material, slots: Slots) -> Piece | None:
    who = m.reading.who
    parts: list[str] = []
    held: list[Support] = []
    own = _own_words(m)
    if own is not None:
        parts.append(own.text)
        held.extend(own.support)
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
        if value and own is not None and value.casefold() in own.text.casefold():
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
    # In a review an age is that of the people of one study.
    ages = m.quotes("who.ages") if m.brief.kind != "review" else ()
    if ages and not (own is not None and ages[0].text.casefold() in own.text.casefold()):
        parts.append(own_words(m, ages[0].text))
        held.extend(ages)
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

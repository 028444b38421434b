"""How many took part, as "Study at a glance" tells it, and in which groups."""

from __future__ import annotations

import re

from evidence_atlas.arithmetic.printed import printed
from evidence_atlas.arithmetic.shares import is_share
from evidence_atlas.reading.text import numbers as printed_numbers
from evidence_atlas.records import Quote, QuoteSupport, Support, quote, quoted, texts

from ..brief.stayed import lost, of_each_group
from ..material import Material, Piece, merged
from ..people.asked_beside import kinds_counted, uncounted_beside
from ..people.groups_left_out import groups_left_out
from ..people.with_and_without import with_and_without
from ..rules import named
from ..slots import Slots
from ..unclear import as_quoted
from ..words.numbers import as_read, joined
from ..words.spelled_out import spelled_where_told, stands_for

_COUNTS = (
    ("total", "{n} people"), ("enrolled", "{n} enrolled"),
    ("randomised", "{n} put by chance into groups"),
    ("patients", "{n} patients"), ("controls", "{n} people for comparison"),
    ("completed", "{n} finished"),
    ("analysed", "{n} counted in the results"), ("lost", "{n} did not finish"),
    ("planned", "{n} planned"),
    ("participants_in_studies", "{n} people in the studies"),
)  # fmt: skip


_ABOUT = re.compile(
    r"\b(over|more than|up to|at least|fewer than|less than|nearly|almost|about|approximately|"
    r"around)\s+$",
    re.IGNORECASE,
)


def _about(m: Material, support: tuple[Support, ...]) -> tuple[str, tuple[Support, ...]]:
    """ "over " of "over 375,000 adults", which are not 375,000, and where it stands."""
    known = texts(m.record)
    for held in support:
        if isinstance(held, QuoteSupport):
            before = known.get(held.field, "")[: held.start]
            if found := _ABOUT.search(before):
                where = quoted(quote(known, held.field, found.start(1), held.end))
                return f"{found[1].lower()} ", (where,)
    return "", ()


_SAME_PEOPLE = ("total", "enrolled", "patients")
"""Names under which one number may be printed of one and the same people."""


def people_of(m: Material, slots: Slots) -> Piece | None:
    """Every count that is stated, with others who took part beside them."""
    counted = _counted(m, slots)
    beside = uncounted_beside(m) if counted is not None else None
    if counted is None or beside is None:
        return counted
    why = (*counted.support, *beside.support)
    return Piece(f"{counted.text}; also {beside.text}", tuple(dict.fromkeys(why)))


def _counted(m: Material, slots: Slots) -> Piece | None:
    """Every count that is stated, each under its own name, and one number of all only once."""
    if apart := kinds_counted(m) or slots.whole_groups:
        each = "; ".join(_in_figures(group.text) for group in apart)
        return Piece(each, (*(s for group in apart for s in group.support), named("counts-apart")))
    if _one_person(m):
        return Piece("one person", (*m.quotes("participants.total"), named("counts-apart")))
    if _part_for_all(m):
        return _groups_as_counted(m)
    ill = _found_ill(m, slots)
    parts: list[str] = []
    held: list[Support] = []
    told: list[int] = []
    planned = m.reading.participants.planned
    for name, words in _COUNTS:
        n = getattr(m.reading.participants, name)
        support = m.number(f"participants.{name}", n)
        if name == "randomised" and m.reading.design.randomised is False:
            continue
        if name == "controls" and (_two_parts(m) or _counted_within(m, slots)):
            continue
        if name in _SAME_PEOPLE and n in told:
            continue
        if name in ("completed", "analysed") and of_each_group(m.reading, name):
            continue
        if name == "lost" and lost(m.reading) is None:
            continue  # Those who stayed are counted, which tells it.
        if m.brief.kind == "protocol" and name != "planned" and n == planned:
            continue  # A plan has taken in nobody yet.
        begun = m.reading.participants.randomised
        if name == "enrolled" and n is not None and begun is not None and n < begun:
            continue  # nobody is put into groups before being taken in: these are one group
        if n in told and support and all(s in held for s in support):
            continue  # one number, printed once
        if n is not None and support:
            told += [n] if name in _SAME_PEOPLE else []
            if name == "patients" and _base_unsure(m, ill, slots):
                continue
            if name == "patients" and _two_parts(m):
                words = f"in groups of {{n}} and {m.reading.participants.controls:,}"
                held.extend(m.number("participants.controls", m.reading.participants.controls))
            elif name == "patients" and ill is not None:
                words = f"{{n}} {ill.text}"
                held.extend(ill.support)
            elif (theirs := _of_the_group(name, n, slots)) is not None:
                words = theirs.text
                held.extend(theirs.support)
            words = "{n} eligible" if slots.only_eligible(support) else words
            if name in ("total", "enrolled") and words.endswith("} people") and (
                (work := slots.get("work")) is not None and "people_at_work" in slots
            ):  # fmt: skip
                # "20 people" beside an illness would be read as 20 ill people.
                words = f"{{n}} {work.text}"
                held.extend(work.support)
            said_so = "one" if n == 1 else f"{n:,}"
            about, where = _about(m, support)
            held.extend(where)
            parts.append(words.replace("{n}", about + said_so))
            held.extend(support)
    why = named("counts-apart")
    if not parts and (both := with_and_without(m)) is not None:
        return Piece(both.text, (*both.support, why))
    if not parts:
        return None
    # Digits at the front are fine in a row of figures.
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))


def _in_figures(told: str) -> str:
    """ "5 nurses" of "five nurses": rows tell numbers in figures."""
    number, _, people = told.partition(" ")
    found = printed_numbers.find(number)
    return f"{found[0].value:,} {people}" if found and found[0].value is not None else told


def _two_parts(m: Material) -> bool:
    """Whether those followed or asked were parted into two, as by what came of them.

    All of them are told already: one part is no people for comparison from elsewhere.
    """
    p = m.reading.participants
    if m.brief.kind not in ("cohort", "survey") or p.patients is None or p.controls is None:
        return False
    told = all(
        m.number(f"participants.{x}", getattr(p, x)) for x in ("total", "patients", "controls")
    )
    return told and p.total == p.patients + p.controls


def _counted_within(m: Material, slots: Slots) -> bool:
    """Whether those called controls are some of all who were followed or asked."""
    p = m.reading.participants
    if m.brief.kind not in ("cohort", "survey") or None in (p.total, p.patients, p.controls):
        return False
    told = slots.get("controls")
    unnamed = told is None or told.text.endswith((" people for comparison", " without it"))
    whole = m.number("participants.total", p.total)
    return unnamed and bool(whole) and (p.total or 0) >= (p.patients or 0) + (p.controls or 0)


def _of_the_group(name: str, n: int, slots: Slots) -> Piece | None:
    """Patients or controls as Quick tells them, with their number in figures."""
    told = slots.get(name) if name in ("patients", "controls") else None
    if told is None:
        return None
    number, _, people = told.text.partition(" ")
    if number.casefold() not in (as_read(n), f"{n:,}") or " and " in _QUOTED.sub("", people):
        return None
    # "Adults" alone tells less than "patients" does.
    return Piece(f"{{n}} {people}", told.support) if " " in people else None


_QUOTED = re.compile(r"“[^”]*”")


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


def one_of_several(m: Material) -> bool:
    """Whether one group for comparison is counted, where others took part besides."""
    controls = [g for g in m.reading.participants.groups if g.kind == "controls"]
    return len(controls) == 1 and _part_for_all(m)


_MOST_GROUPS = 5
_NAMES = re.compile(r"[A-Za-z]{2}")
_COMPARES = re.compile(r"\b(?:compared|versus|vs\.?|than)\b", re.IGNORECASE)


def _groups_as_counted(m: Material) -> Piece | None:
    """The groups in the abstract's own words, with no claim that they are all or do not overlap."""
    groups = [g for g in m.reading.participants.groups if g.n is not None and g.kind != "subgroup"]
    # "Assessment 4 compared to moderate cases" counts nobody.
    groups = [g for g in groups if not _COMPARES.search(_BESIDE.sub("", g.quote.text, count=1))]
    left_out = groups_left_out(m, groups)
    counted = sorted((*(g.quote for g in groups), *(left_out or ())), key=lambda q: q.start)
    found = merged(*(quoted(_closed(m, q)) for q in counted))[:_MOST_GROUPS]
    if len(found) < 2:
        found = m.quotes("participants.patients", "participants.controls")
    # One of them alone would be told for all; and a bare number names nobody.
    if len(found) < 2 or not all(_NAMES.search(s.text) for s in found):
        return None
    # A retelling's words are the atlas's own, and need no quotation marks.
    whole = [s.text + ")" * (s.text.count("(") - s.text.count(")")) for s in found]
    told = joined(
        [as_quoted(m, words if m.retold else s.text) for words, s in zip(whole, found, strict=True)]
    )
    which = "Several groups, among them" if left_out is None else "Several groups:"
    return Piece(f"{which} {told}", (*found, named("several-groups")))


def _closed(m: Material, found: Quote) -> Quote:
    """The words with the bracket that closes what they open, and without "compared with"."""
    held = texts(m.record)
    opened = found.text.count("(") > found.text.count(")")
    closing = _TO_BRACKET.match(held[found.field], found.end) if opened else None
    end = closing.end() if closing else found.end
    rest = _REST_OF_WORD.match(held[found.field], end)
    beside = _BESIDE.match(found.text)
    start = found.start + (beside.end() if beside else 0)
    return quote(held, found.field, start, rest.end() if rest else end)


_TO_BRACKET = re.compile(r"(?:[^().]|\.\d){0,60}\)")
_BESIDE = re.compile(r"\Acompared (?:with|to|against) ", re.IGNORECASE)
_REST_OF_WORD = re.compile(r"[-‐‑–]\w+")


def _base_unsure(m: Material, ill: Piece | None, slots: Slots) -> bool:
    """Whether those counted as ill are a part of which it is not sure of whom, or what they have.

    "Of these, 90 (7.7 %)" are a share of others than the 1,979 that answered. And a name of what
    the whole had does not set a part of them apart.
    """
    p = m.reading.participants
    if p.patients is None or p.total is None or p.controls is not None or p.patients >= p.total:
        return False
    if not m.number("participants.total", p.total):
        return False
    counts = m.number("participants.patients", p.patients)
    around = [
        (c, s)
        for c in counts
        if isinstance(c, QuoteSupport) and (s := m.reading.sentence_at(c.start, c.field))
    ]
    if any(
        _OF_THESE.match(s.text) and not _share_of(p.total, p.patients, s.text) for _, s in around
    ):
        return True
    theirs = None if ill is not None else _of_the_group("patients", p.patients, slots)
    if theirs is None:
        return False
    had = {n.name for n in m.condition.illnesses_in(theirs.text)}
    told = {n.name for _, s in around for n in m.condition.illnesses_in(_in_full(m, s.text))}
    return not had & told


def _in_full(m: Material, text: str) -> str:
    """In full words, but for names of groups: who is in one need not have what names it."""

    def names_a_group(form: str) -> bool:
        return (stands_for(m.record, form) or "").endswith("group")

    return spelled_where_told(m.record, text, names_a_group)[0]


_OF_THESE = re.compile(
    r"(?:Of|Among)\s(?:the(?:se|m)|those|the \d[\d,]*|\d[\d,]*)\b", re.IGNORECASE
)


_PERCENTAGE = re.compile(r"(?<![\d.])(?P<of>\d{1,3}(?:\.\d+)?)\s?%")
_NEAR = 30
"""Characters behind a count within which its share of the whole stands."""


def _share_of(total: int, part: int, text: str) -> bool:
    """Whether no percentage stands behind the part's number, or the whole's share does."""
    count = re.search(rf"(?<![\d,.])(?:{part:,}|{part}|{as_read(part)})\b", text, re.IGNORECASE)
    percentage = _PERCENTAGE.search(text, count.end(), count.end() + _NEAR) if count else None
    return not percentage or is_share(part, total, printed(percentage["of"]))


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
    it = set(m.condition.illnesses_in(illness.text))
    for count in m.number("participants.patients", p.patients):
        if not isinstance(count, QuoteSupport):
            continue
        around = m.reading.sentence_at(count.start, count.field)
        if around and it.intersection(m.condition.illnesses_in(around.text)):
            return Piece(f"of them with {illness.text}", illness.support)
    return None

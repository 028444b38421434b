"""How many took part, as "Study at a glance" tells it, and in which groups."""

from __future__ import annotations

import re

from evidence_atlas.reading.text import numbers as printed_numbers
from evidence_atlas.reading.text.markup import without
from evidence_atlas.records import Quote, Support, quote, quoted, texts

from ..brief.stayed import lost, of_each_group
from ..material import Material, Piece, merged
from ..people.about_so_many import about_so_many
from ..people.asked_beside import kinds_counted, uncounted_beside
from ..people.groups_left_out import groups_left_out
from ..people.ill_by_count import ill_by_count
from ..people.in_studies import in_all_studies
from ..people.with_and_without import with_and_without
from ..rules import named
from ..slots import Slots
from ..unclear import as_quoted
from ..words.numbers import as_read, joined
from .part_of_all import base_unsure, found_ill, the_two, two_parts

_COUNTS = (
    ("total", "{n} people"), ("enrolled", "{n} enrolled"),
    ("randomised", "{n} put by chance into groups"),
    ("patients", "{n} patients"), ("controls", "{n} people for comparison"),
    ("completed", "{n} finished"),
    ("analysed", "{n} counted in the results"), ("lost", "{n} did not finish"),
    ("planned", "{n} planned"),
    ("participants_in_studies", "{n} people in the studies"),
)  # fmt: skip


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
        return _groups_as_counted(m) or _summed(m)
    ill = found_ill(m, slots)
    parts: list[str] = []
    held: list[Support] = []
    told: list[int] = []
    planned = m.reading.participants.planned
    for name, words in _COUNTS:
        n = getattr(m.reading.participants, name)
        support = m.number(f"participants.{name}", n)
        if name == "randomised" and m.reading.design.randomised is False:
            continue
        if name == "controls" and (two_parts(m) or _counted_within(m, slots)):
            continue
        if name in _SAME_PEOPLE and n in told:
            continue
        if name in ("completed", "analysed") and of_each_group(m.reading, name):
            continue
        if name == "participants_in_studies" and not in_all_studies(m):
            continue
        if name == "lost" and lost(m.reading) is None:
            continue  # Those who stayed are counted, which tells it.
        if m.brief.kind == "protocol" and name != "planned" and n == planned:
            continue  # A plan has taken in nobody yet.
        begun = m.reading.participants.randomised
        if name == "enrolled" and n is not None and begun is not None and n < begun:
            continue  # nobody is put into groups before being taken in: these are one group
        if name == "enrolled" and _only_the_ill(m):
            continue  # told as what they are, beside those without it
        if n in told and support and all(s in held for s in support):
            continue  # one number, printed once
        if n is not None and support:
            told += [n] if name in _SAME_PEOPLE else []
            theirs = _of_the_group(name, n, slots)
            if name == "patients" and base_unsure(m, ill, theirs):
                continue
            if name == "patients" and ill is not None:
                theirs = Piece(f"{{n}} {ill.text}", ill.support)
            said = _told_under(m, name, words, theirs, slots, beside=bool(parts))
            words = "{n} eligible" if slots.only_eligible(support) else said.text
            held.extend(said.support)
            said_so = "one" if n == 1 else f"{n:,}"
            about, where = about_so_many(m, support)
            held.extend(where)
            parts.append(words.replace("{n}", about + said_so))
            held.extend(support)
    why = named("counts-apart")
    if parts and (left := slots.get("share_lost")) is not None:
        parts.append(left.text)
        held.extend(left.support)
    if not parts and (both := with_and_without(m)) is not None:
        return Piece(both.text, (*both.support, why))
    if not parts:
        return _summed(m)
    # Digits at the front are fine in a row of figures.
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))


def _summed(m: Material) -> Piece | None:
    """All of them where no number that is printed can be told: the sum of their groups."""
    summed = m.total_summed
    if not summed:
        return None
    return Piece(f"{m.reading.participants.total:,} people", (*summed, named("counts-apart")))


def _told_under(
    m: Material, name: str, words: str, known: Piece | None, slots: Slots, *, beside: bool
) -> Piece:
    """The words for a count under its name, with who these people were where that is known.

    `known`: what they are called or were found to have; `beside`: another count is told before.
    """
    work = slots.get("work") if "people_at_work" in slots else None
    if name == "patients" and two_parts(m):
        return the_two(m)
    if known is not None:
        return known
    if name == "patients" and (had := ill_by_count(m)) is not None:
        return Piece(f"{{n}} {'of them' if beside else 'people'} with {had.text}", had.support)
    if name in ("total", "enrolled") and words.endswith("} people") and work is not None:
        # "20 people" beside an illness would be read as 20 ill people.
        return Piece(f"{{n}} {work.text}", work.support)
    return Piece(words)


def _in_figures(told: str) -> str:
    """ "5 nurses" of "five nurses": rows tell numbers in figures."""
    number, _, people = told.partition(" ")
    found = printed_numbers.find(number)
    return f"{found[0].value:,} {people}" if found and found[0].value is not None else told


def _only_the_ill(m: Material) -> bool:
    """Whether those taken in are the ill alone, counted beside people without the illness."""
    p = m.reading.participants
    ill_and_others = p.patients is not None and p.controls is not None
    return ill_and_others and p.enrolled == p.patients and p.total != p.patients


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
    plain = [without(s.text) for s in found]
    whole = [text + ")" * (text.count("(") - text.count(")")) for text in plain]
    told = joined([as_quoted(m, w if m.retold else p) for w, p in zip(whole, plain, strict=True)])
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

"""The people of the picture who went through a study: who began, their groups, who finished.

Counts are taken from the reading with the quote that holds them. They must fit each other:
nobody finishes who did not begin, and groups add up to those of whom they are groups.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Group, Support, quoted

from ..brief.stayed import of_each_group
from ..material import Material, Piece
from ..said import said
from ..slots import Slots
from ..subject.how_near import Standing, standing
from ..words.clause import loaded
from ..words.noun_phrases import short, treatment_with_article, uncapital
from .marks import MARKS, TABLE, Absent, Drawn, counted, picture_rule
from .words import A_GROUP, clause_of, group_name, has_short_form, sentence_of, words_of

_PART = re.compile(TABLE["counting"]["part"], re.IGNORECASE)
_FILLED_IN = re.compile(TABLE["counting"]["filled_in"], re.IGNORECASE)
_PLANNED = re.compile(TABLE["counting"]["planned"], re.IGNORECASE)
_BESIDE = re.compile(r"(?:placebo|sham|usual care|standard care|waiting list)", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\w(?:al|ic|ive|ed|ous|ary)$", re.IGNORECASE)
_CHANCE = re.compile(r"\brandom(?:i[sz]ed|ly)\b", re.IGNORECASE)
BEGAN = ("randomised", "enrolled", "total")
ENDED = ("completed", "analysed")


def must_fit(m: Material) -> None:
    """Raises Absent where counts contradict each other, or count people still to come."""
    p = m.reading.participants
    if p.adds_up is False:
        raise Absent("the counts, as stated, do not add up")
    order = [n for n in (p.enrolled, p.randomised) if n is not None]
    if order != sorted(order, reverse=True):
        raise Absent("more people were put into groups than enrolled, as read")
    most = max((n for n in (p.enrolled, p.randomised, p.total) if n is not None), default=None)
    for n in (p.completed, p.analysed, p.patients, p.with_illness):
        if most is not None and n is not None and n > most:
            raise Absent("a part is larger than the whole, as read")
    for path in (*BEGAN, *ENDED, "patients"):
        for q in m.reading.quotes.get(f"participants.{path}", ())[:1]:
            if _PLANNED.search(sentence_of(m, q)):
                raise Absent("the counts are of a plan")


def flow(m: Material, slots: Slots, form: str) -> list[Drawn]:
    """Those who began, the groups they were in, and those who finished."""
    counts = m.reading.participants
    if form == "comparison" and counts.total in (None, counts.patients):
        raise Absent("the people who were compared are not all counted")
    path = next((p for p in BEGAN if slots.people(p) is not None), None)
    piece = slots.people(path) if path else None
    n = getattr(m.reading.participants, path or "total")
    if piece is None or path is None or n < 2:
        raise Absent("how many people took part is not stated")
    words = words_of(m, piece, path, n)
    end = _end(m, n, path, form)
    note, why = _note(m, slots, form, path, followed=not end)
    start = counted("start", n, words, note, (*piece.support, *why, picture_rule("picture-people")))
    if form == "crossover":
        return [start, *_turns(slots), *end]
    arms = _arms(m, n, end[0].n if end else None) if form == "trial" else []
    if not arms and form == "trial" and _by_chance(m, path):
        arms = _given(m)
    return [start, *arms, *end]


def _by_chance(m: Material, path: str) -> bool:
    """The very people counted were put into groups by chance."""
    if not m.reading.design.randomised:
        return False
    q = m.reading.quote(f"participants.{path}")
    return path == "randomised" or (q is not None and bool(_CHANCE.search(sentence_of(m, q))))


def _note(
    m: Material, slots: Slots, form: str, path: str, *, followed: bool
) -> tuple[str, tuple[Support, ...]]:
    """What is said of those who began, as far as it is certain."""
    why: tuple[Support, ...]
    if form == "trial" and _by_chance(m, path):
        return MARKS["by_chance"], m.quotes("design.randomised")
    if form == "single_arm" and m.brief.kind == "single_arm":
        given = m.reading.interventions
        own = m.quotes(f"interventions.{given[0]}") if len(given) == 1 else ()
        # Only a treatment that the title names in the very same words is sure to be the one.
        if own and own[0].text.casefold().strip() == given[0].casefold() and m.in_title(given[0]):
            name = uncapital(given[0])
            why = (*own, picture_rule("picture-given"))
            if not loaded(name) and short(name, 5):
                return MARKS["given"].replace("{treatment}", name), why
    # Whoever left was not followed for all of that time.
    known = slots.get("follow_up") if form == "cohort" and followed else None
    if known and "illness_outcome" not in slots:
        time = re.sub(r"^(\d+ (?:day|week|month|year))$", r"\1s", known.text)
        why = (*known.support, picture_rule("picture-followed"))
        return MARKS["followed_for"].replace("{follow_up}", time), why
    return MARKS["started"], ()


def _end(m: Material, began: int, path: str, form: str) -> list[Drawn]:
    """Those who finished, where the text counts all of them apart from those who began."""
    if form == "survey":
        return []
    p = m.reading.participants
    first = m.reading.quote(f"participants.{path}")
    for name, note in (("completed", MARKS["finished"]), ("analysed", MARKS["counted"])):
        n = getattr(p, name)
        support = m.number(f"participants.{name}", n)
        q = m.reading.quote(f"participants.{name}")
        if n is None or q is None or not support or n < 2 or (first and q.start == first.start):
            continue
        if of_each_group(m.reading, name):
            continue
        told = clause_of(m, q)
        if _PART.search(told) or _FILLED_IN.search(told) or n > began:
            continue
        return [counted("end", n, "people", note, (*support, picture_rule("picture-people")))]
    return []


def _arms(m: Material, began: int, ended: int | None) -> list[Drawn]:
    """The groups of a trial, where they add up to those who began or to those who finished."""
    arms = [g for g in m.reading.participants.groups if g.kind == "arm"]
    names = [_arm_name(m, g) for g in arms]
    if len(arms) < 2 or None in names or len(set(names)) < len(names):
        return []
    if sum(g.n or 0 for g in arms) not in (began, ended):
        return []
    made = []
    for g, name in zip(arms, names, strict=True):
        assert g.n is not None and name is not None
        frame = MARKS["in_the_group" if A_GROUP.search(name) else "in_a_group"]
        note = frame.replace("{name}", name)
        held = (quoted(g.quote), picture_rule("picture-people"))
        made.append(counted("group", g.n, "people", note, held))
    return made


def _given(m: Material) -> list[Drawn]:
    """What some of a trial's people had and others had, where the groups are not counted.

    Only what the title names, against a placebo, a sham or usual care; how many groups there
    were is left open.
    """
    r = m.reading
    if len(r.interventions) != 1 or not r.comparators or r.design.crossover:
        return []
    marks = []
    for kind, word in (("interventions", r.interventions[0]), ("comparators", r.comparators[0])):
        own = m.quotes(f"{kind}.{word}")
        if not own or (r.sentences and standing(m, kind, word) > Standing.RESULTS):
            return []
        name = short(own[0].text, 5)
        if kind == "interventions" and not (name and m.in_title(name)):
            return []
        if kind == "comparators" and not _BESIDE.match(name or ""):
            return []
        if name is None or loaded(name) or has_short_form(m, name):
            return []
        if not _one_way_of_capitals(name) or _ADJECTIVE.search(name):
            return []
        name = treatment_with_article(uncapital(name))
        told = MARKS["some_had"].replace("{name}", name)
        sentence = said(Piece(told, (*own, picture_rule("picture-some"))))
        marks.append(Drawn("group", name, sentence))
    return marks


def _one_way_of_capitals(name: str) -> bool:
    """A name ("Bufei Huoxue") or a plain noun ("pulmonary rehabilitation"), not half of each."""
    capital = [w[:1].isupper() for w in name.split()]
    return all(capital) or not any(capital[1:])


def _arm_name(m: Material, g: Group) -> str | None:
    """An arm's name as printed, where nothing of it was cut off."""
    name = group_name(m, g)
    before = g.quote.text.split(g.name)[0].split() if g.name in g.quote.text else []
    return None if before and re.search(r"\d$", before[-1]) else name


def _turns(slots: Slots) -> list[Drawn]:
    """The two treatments that the same people had, one in turn with the other."""
    both = [slots.get("treatment"), slots.get("against_treatment")]
    if None in both or not any(s for piece in both if piece for s in piece.support):
        raise Absent("what the people had in turn is not certain")
    made = []
    for piece in both:
        assert piece is not None
        told = MARKS["in_turn"].replace("{name}", piece.text)
        sentence = said(Piece(told, (*piece.support, picture_rule("picture-turn"))))
        made.append(Drawn("turn", piece.text, sentence, note=MARKS["turn"]))
    return made

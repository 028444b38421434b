"""The people of the picture: those who began, their groups, those who finished.

Counts are taken from the reading with the quote that holds them. They must fit each other:
nobody finishes who did not begin, and groups add up to those of whom they are groups.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Group, Quote, Support, quoted, texts

from .clause import loaded
from .drawn import MARKS, TABLE, Absent, Drawn, counted, picture_rule
from .material import Material, Piece
from .numbers import as_read, in_words, stands_in
from .said import said
from .slots import Slots, control_words, short, uncapital, with_article
from .spelled_out import SHORT_FORM

_PART = re.compile(TABLE["counting"]["part"], re.IGNORECASE)
_FILLED_IN = re.compile(TABLE["counting"]["filled_in"], re.IGNORECASE)
_PLANNED = re.compile(TABLE["counting"]["planned"], re.IGNORECASE)
_NOT_A_NAME = re.compile(TABLE["counting"]["not_a_name"], re.IGNORECASE)
_FOUND_ONLY = re.compile(TABLE["counting"]["found_only"], re.IGNORECASE)
_A_GROUP = re.compile(r"\b(?:group|arm|cohort)s?$", re.IGNORECASE)
_ENDS_IN_PEOPLE = re.compile(rf"\b{TABLE['findings']['people']}(?: with(?:out)? .+)?$", re.IGNORECASE)
_WITHOUT = re.compile(TABLE["counting"]["without"], re.IGNORECASE)
_COUNTS = re.compile(TABLE["counting"]["counts"], re.IGNORECASE)
_SMALL_WORDS = [in_words(n) for n in range(100)]
_SMALL = re.compile(rf"\b(?:{'|'.join(sorted(_SMALL_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
_BARE = frozenset({"patients", "people", "participants", "subjects", "cases", "individuals", "adults"})
_PLAIN_CONTROLS = ("healthy people", "people who are not")
_SIDES = (picture_rule("picture-people"), picture_rule("picture-control"))
_BESIDE = re.compile(r"(?:placebo|sham|usual care|standard care|waiting list)", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\w(?:al|ic|ive|ed|ous|ary)$", re.IGNORECASE)
_CHANCE = re.compile(r"\brandom(?:i[sz]ed|ly)\b", re.IGNORECASE)
_PART_OF_REVIEW = re.compile(TABLE["counting"]["part_of_review"], re.IGNORECASE)
_STUDIES = re.compile(TABLE["counting"]["studies"], re.IGNORECASE)
MOST_NAME = 40
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


def sentence_of(m: Material, q: Quote) -> str:
    """The sentence that holds a quote; the title where it is quoted."""
    if q.field != "abstract":
        return q.text if q.field != "title" else m.record.title
    held = [s.text for s in m.reading.sentences if s.start <= q.start < s.end]
    return held[0] if held else q.text


def clause_of(m: Material, q: Quote) -> str:
    """The clause of the sentence that holds a quote."""
    held = [s for s in m.reading.sentences if s.start <= q.start < s.end]
    if q.field != "abstract" or not held:
        return q.text
    text, at = held[0].text, q.start - held[0].start
    begin = max((text.rfind(mark, 0, at) for mark in ",;:"), default=-1) + 1
    ends = [i for mark in ",;:" if (i := text.find(mark, at + len(q.text))) >= 0]
    return text[begin : min(ends, default=len(text))]


def words_of(m: Material, piece: Piece, path: str, n: int) -> str:
    """Who the people were: the illness only where the count's own clause names it.

    The title may name an illness that only some of them had.
    """
    words = piece.text.removeprefix(f"{as_read(n)} ")
    who, _, illness = words.partition(" with ")
    if " or " in illness:
        return who
    if not illness or m.reading.participants.with_illness == n:
        return words
    q = m.reading.quote(f"participants.{path}")
    told = clause_of(m, q) if q else ""
    known = [*m.condition.names, *m.condition.other_conditions]
    # The clause may use another of its names; all that matters is that it is the same illness.
    same = [c for c in known if re.search(c.pattern, illness, re.IGNORECASE)]
    named = illness.casefold() in told.casefold()
    return words if named or any(re.search(c.pattern, told, re.I) for c in same) else who


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
        frame = MARKS["in_the_group" if _A_GROUP.search(name) else "in_a_group"]
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
        if not own or r.sentences and not m.standing(kind, word) <= 2:
            return []
        name = short(own[0].text, 5)
        if kind == "interventions" and not (name and m.in_title(name)):
            return []
        if kind == "comparators" and not _BESIDE.match(name or ""):
            return []
        if name is None or loaded(name) or unexplained(m, name):
            return []
        if not _one_way_of_capitals(name) or _ADJECTIVE.search(name):
            return []
        name = with_article(uncapital(name))
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
    name = _name(m, g)
    before = g.quote.text.split(g.name)[0].split() if g.name in g.quote.text else []
    return None if before and re.search(r"\d$", before[-1]) else name


def _name(m: Material, g: Group) -> str | None:
    """A group's name that people can read: whole, short, with no short form left unexplained."""
    name = short(re.sub(r"^the ", "", g.name.strip(), flags=re.IGNORECASE))
    if name is None or g.n is None or g.n < 2 or not stands_in(g.n, g.quote.text):
        return None
    if len(name) > MOST_NAME or _NOT_A_NAME.search(name) or loaded(name):
        return None
    return None if unexplained(m, name) or not re.search(r"[a-z]{4}", name) else uncapital(name)


def unexplained(m: Material, text: str) -> bool:
    """True where a short form stands that is not a name of an illness."""
    for known in (*m.condition.names, *m.condition.other_conditions):
        text = re.sub(known.pattern, " ", text, flags=re.IGNORECASE)
    return bool(SHORT_FORM.search(text))


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
        made.append(Drawn("turn", piece.text, sentence))
    return made


def compared(m: Material, slots: Slots) -> list[Drawn]:
    """People with an illness and those beside them, or groups that add up to all.

    Empty where they cannot be told apart with certainty, or where there may be more of them.
    """
    p = m.reading.participants
    groups = [g for g in p.groups if g.kind in ("patients", "controls")]
    if not any(g.kind == "controls" for g in groups) or p.analysed not in (None, p.total):
        return []
    if p.patients and p.controls and p.total in (None, p.patients + p.controls):
        return _two(m, slots, [g for g in groups if g.kind == "controls"])
    if not 2 <= len(groups) <= 4 or p.total is None or sum(g.n or 0 for g in groups) != p.total:
        return []
    made = [_side(m, g) for g in groups]
    if None in made or len({d.said.text for d in made if d}) < len(groups):
        return []
    return [d for d in made if d]


def _two(m: Material, slots: Slots, controls: list[Group]) -> list[Drawn]:
    p = m.reading.participants
    ill, q = slots.people("patients"), m.reading.quote("participants.patients")
    beside = m.number("participants.controls", p.controls)
    if ill is None or q is None or not beside or p.patients is None or p.controls is None:
        return []
    if min(p.patients, p.controls) < 2 or _WITHOUT.search(clause_of(m, q)):
        return []
    sizes = [p.patients, *(g.n for g in controls if g.n is not None)]
    if _others_counted(m, [q, *(g.quote for g in controls)], sizes):
        return []
    if _more_elsewhere(m, p.patients, p.controls) or any(_a_ratio(m, g.quote) for g in controls):
        return []
    words = words_of(m, ill, "patients", p.patients)
    if " with " not in words:
        if not re.search(r"\bpatients\b", q.text, re.IGNORECASE):
            return []
        words = "patients"
    made = [counted("group", p.patients, words, MARKS["compared"], (*ill.support, *_SIDES))]
    told = [_side(m, g) for g in controls]
    if len(controls) > 1 and None not in told and sum(g.n or 0 for g in controls) == p.controls:
        return [*made, *(d for d in told if d)]
    only = control_words(controls[0]) if len(controls) == 1 else ""
    name = only if only.startswith(_PLAIN_CONTROLS) else "people for comparison"
    held = (*beside, *(quoted(g.quote) for g in controls), *_SIDES)
    return [*made, counted("group", p.controls, name, MARKS["compared"], held)]


def _counts_in(text: str) -> list[int]:
    """The numbers of people that a text counts, small ones in words too."""
    digits = _SMALL.sub(lambda w: str(_SMALL_WORDS.index(w.group().casefold())), text)
    return [int(n.replace(",", "")) for pair in _COUNTS.findall(digits) for n in pair if n]


def _others_counted(m: Material, quotes: list[Quote], groups: list[int]) -> bool:
    """The sentences that count the groups count further people too."""
    for told in dict.fromkeys(sentence_of(m, q) for q in quotes):
        left = _counts_in(told)
        for n in (*groups, sum(groups)):
            if n in left:
                left.remove(n)
        if left:
            return True
    return False


def _more_elsewhere(m: Material, patients: int, controls: int) -> bool:
    """Somewhere the abstract counts more people than the patients, and not all of them."""
    known = (patients, controls, patients + controls)
    text = texts(m.record).get("abstract", "")
    return any(n > patients and n not in known for n in _counts_in(text))


def _a_ratio(m: Material, q: Quote) -> bool:
    """ "1:5 matched controls" counts nobody."""
    return bool(re.search(r"\d\s?:\s?$", texts(m.record)[q.field][: q.start]))


def _side(m: Material, g: Group) -> Drawn | None:
    """One group of a comparison: its people by their noun, or as a group with a name."""
    if g.n is None or g.n < 2:
        return None
    held = (quoted(g.quote), *_SIDES)
    plain = control_words(g) if g.kind == "controls" else ""
    if plain.startswith((*_PLAIN_CONTROLS, "people for comparison")):
        return counted("group", g.n, plain, MARKS["compared"], held)
    name = _name(m, g)
    if name is None or name.casefold() in _BARE or _WITHOUT.search(name):
        return None
    if _ENDS_IN_PEOPLE.search(name):
        return counted("group", g.n, name, MARKS["compared"], held)
    frame = MARKS["in_the_group" if _A_GROUP.search(name) else "in_a_group"]
    return counted("group", g.n, "people", frame.replace("{name}", name), held)


def studies(m: Material) -> list[Drawn]:
    """The studies of a review and the people in them, where both are counted."""
    p = m.reading.participants
    of = m.reading.quote("participants.studies")
    people = m.reading.quote("participants.participants_in_studies")
    n, k = p.participants_in_studies, p.studies
    if not of or not people or n is None or k is None or k < 2 or n < 2 * k:
        raise Absent("how many studies and people is not stated together")
    if not stands_in(k, of.text) or not stands_in(n, people.text):
        raise Absent("how many studies and people is not stated in so many words")
    told = f"{sentence_of(m, of)} {sentence_of(m, people)}"
    if _FOUND_ONLY.search(told):
        raise Absent("the studies counted may be those found and not those gathered")
    if _PART_OF_REVIEW.search(told) or len(set(_STUDIES.findall(told))) > 1:
        raise Absent("the studies or people counted may be a part of those gathered")
    why = picture_rule("picture-studies")
    return [
        counted("start", k, "studies", "were gathered", (quoted(of), why)),
        counted("group", n, "people", MARKS["in_studies"], (quoted(people), why)),
    ]

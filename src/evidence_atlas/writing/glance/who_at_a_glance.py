"""Who they were, as "Study at a glance" tells it: the text's own words, age, sex and place."""

from __future__ import annotations

import re

from evidence_atlas.records import Support, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import OF_OTHERS_STUDIES
from ..limits.mistakes import seen_in
from ..material import Material, Piece
from ..people.asked_beside import kinds_counted
from ..people.defined_by import at_work, in_small_letters, whole_phrase, worded
from ..people.narrower_ill import narrower_ill
from ..rules import named
from ..slots import ASKED_WITH, Slots
from ..subject.how_near import only_background
from ..tables import table
from ..unclear import as_quoted
from ..words.short_forms import SHORT_FORM
from ..words.spelled_out import spelled_out
from .ages import ages_told, grown_up_by_limit, grown_up_too, same_age

_WORDS: dict[str, str] = table("glance/who_at_a_glance.toml")

_TELLS_NOBODY = re.compile(_WORDS["tells_nobody"], re.IGNORECASE)
"""Words for people that tell nothing of them, or only what another part of the row tells."""
_WITH_MORE = re.compile(r"\b(?:with|who)\b", re.IGNORECASE)
_A_PART = re.compile(r"\bwithout\b|\bnon-", re.IGNORECASE)
_CUT = re.compile(_WORDS["cut"], re.IGNORECASE)
"""A participle at the end, of which the rest is cut off ("users of a service offered")."""
_OTHERS_TOO = re.compile(_WORDS["others_too"], re.IGNORECASE)
"""After the words for some people, others who took part besides."""


def _studied_as_written(m: Material) -> Piece | None:
    """Who was studied by the abstract's own phrase, where it counts them or says it took them in.

    A title names them too, but need not name just those who took part.
    """
    who = m.reading.quote("who.studied")
    if who is None or who.field == "title" or _A_PART.search(who.text):
        return None
    text = texts(m.record).get(who.field, "")
    if _OTHERS_TOO.match(text, who.end) or m.reading.participants.controls is not None:
        return None
    phrase = " ".join(who.text.split())
    if _TELLS_NOBODY.fullmatch(phrase) or _CUT.search(phrase):
        return None
    spelled = spelled_out(m.record, phrase)
    known = any(
        m.in_a_name(who.field, who.start + form.start(), who.start + form.end())
        for form in SHORT_FORM.finditer(who.text)
    )
    if spelled is None and not known:
        return None
    words, where = spelled if spelled is not None and not known else (phrase, ())
    if m.reading.illnesses and _only_ill(m, words):
        return None
    told = as_quoted(m, words) if words == phrase else words
    return Piece(told, (*m.quotes("who.studied"), *where))


def _longer(one: Piece | None, other: Piece | None) -> Piece | None:
    """Of two phrases of which one holds the other the longer, else the first that there is."""
    if one is None or other is None:
        return one or other
    short, long = (piece.text.strip("“”").casefold() for piece in (one, other))
    return other if short in long else one


def _in_their_words(m: Material, slots: Slots) -> Piece | None:
    """The text's phrase for all who took part, where it tells more than the illness."""
    p = m.reading.participants
    if m.brief.kind in {*OF_OTHERS_STUDIES, "case_report"}:
        return None
    # Beside controls only the words behind the very count of all are sure to be of all.
    in_parts = p.controls is not None
    paths = ("total",) if in_parts else ("randomised", "enrolled", "total", "patients", "planned")
    n, path = next(((n, x) for x in paths if (n := getattr(p, x)) is not None), (None, ""))
    support = m.number(f"participants.{path}", n) if n is not None else ()
    if in_parts and not support:
        return None
    illness = slots.get("illnesses", Piece("")).text
    found = whole_phrase(m, n, support, illness, only_counted=in_parts)
    if found is None:
        return None
    if not in_parts and _OTHERS_TOO.match(texts(m.record)[found.field], found.end):
        return None
    if _TELLS_NOBODY.fullmatch(found.text):
        return None
    if m.reading.who.adults_or_children == "children" and at_work(found.text):
        return None  # Those asked about the children, and not these.
    words = as_quoted(m, in_small_letters(m, found))
    return Piece(words, (quoted(found), named("in-their-words")))


def _only_ill(m: Material, phrase: str) -> bool:
    """Whether the words tell no more of them than the illness, which has a row of its own."""
    for known in m.condition.known_illnesses:
        if known.name not in m.reading.illnesses:
            continue  # What else they had, the row on the illness does not tell.
        phrase = compiled(known.pattern).sub("", phrase)
    rest = re.sub(r"\b(?:with|the|of|who had|having|an?)\b|[^\w ]", "", phrase)
    return _TELLS_NOBODY.fullmatch(rest.strip()) is not None


_OTHER_SEXES = re.compile(_WORDS["other_sexes"], re.IGNORECASE)
_NO_PATIENTS = re.compile(_WORDS["no_patients"], re.IGNORECASE)
"""Those who work or learn at a place were not seen there as patients."""
_NEXT_PLACE = re.compile(_WORDS["next_place"], re.IGNORECASE)


def _all_text(m: Material) -> str:
    return " ".join(texts(m.record).values())


def _one_place(m: Material) -> bool:
    """Whether people were seen at the place that is told, and at no other beside it."""
    at = m.reading.quote("who.setting")
    if at is None:
        return False
    text = texts(m.record).get(at.field, "")
    before = text[max(0, at.start - 90) : at.start]
    return not (_NO_PATIENTS.search(before) or _NEXT_PLACE.match(text, at.end))


_DEGREE = re.compile(_WORDS["degree"], re.IGNORECASE)


def _one_of_degrees(m: Material, told: str) -> bool:
    """Whether groups are counted by how ill they were, of which this is one."""
    groups = [g.name for g in m.reading.participants.groups]
    degrees = {d.casefold() for name in groups for d in _DEGREE.findall(name)}
    own = {d.casefold() for d in _DEGREE.findall(told)}
    return bool(own) and bool(degrees - own)


_ONE_AFTER_ANOTHER = re.compile(r"consecutive\b", re.I)
_NO_PLACE = re.compile(r"(?:tertiary|secondary)[- ]care", re.I)
"""A kind of care, where the place of it was cut off."""
_BY_NOUN = {"female": r"\bwom[ae]n\b|\bgirls?\b", "male": r"(?<!\bwo)\bm[ae]n\b|\bboys?\b"}
"""Nouns that tell the sex."""
_YOUNG = {"women and men": "girls and boys"}
_EITHER = {"women and men": "female and male"}
_CHILD = re.compile(_WORDS["child"], re.IGNORECASE)


def who_of(m: Material, slots: Slots) -> Piece | None:
    """Who took part, in a row of its own; None where nothing is told of them."""
    parts: list[str] = []
    held: list[Support] = []
    # Of several kinds of people the words for one of them are not those for all.
    one_kind = not kinds_counted(m)
    own = _longer(_in_their_words(m, slots), _studied_as_written(m)) if one_kind else None
    had = next(iter(slots.had_first.values()), None)
    if own is None:
        own = had
    elif had is not None and not m.condition.illnesses_in(own.text):
        parts.append(had.text)
        held.extend(had.support)
        if own.text.strip("“”").casefold() in had.text.casefold():
            own = None  # The same people, told with what they had.
    if own is not None:
        parts.append(own.text)
        held.extend(own.support)
    for name in ("adults_or_children", "sex", "severity", "setting", "recruitment"):
        value = getattr(m.reading.who, name)
        as_printed = name in ("severity", "setting", "recruitment")
        support = m.fact(f"who.{name}", value if as_printed else None)
        if not value or not support or _not_of_all(m, name, value):
            continue
        if own is not None and _says_it_too(own.text, name, value):
            continue
        told = _in_words(m, name, value)
        if own is not None and told in own.text.casefold():
            continue
        if name == "setting" and (place := seen_in(slots)) is not None:
            told = f"seen in {place.text}"
        parts.append(told)
        held.extend(support)
    told_so = own is not None and _WITH_MORE.search(own.text) is not None
    if not told_so and (narrower := _more_of_the_ill(m, slots, parts)) is not None:
        parts.append(narrower.text)
        held.extend(narrower.support)
    if ages := ages_told(m, own, parts):
        parts.append(as_quoted(m, ages[0].text))
        held.extend(ages)
    if not parts:
        return None
    why = named("who-they-were")
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))


def _more_of_the_ill(m: Material, slots: Slots, parts: list[str]) -> Piece | None:
    """What all the ill had besides, said to be of them where others took part."""
    illness = slots.get("illnesses")
    found = narrower_ill(m, illness.text, "; ".join(parts)) if illness is not None else None
    if illness is None or found is None or found.text in slots.get("patients", Piece("")).text:
        return None
    words, where = worded(m, found)
    p = m.reading.participants
    alone = p.controls is None and m.brief.kind not in ("comparison", "genes")
    told = words if alone else f"those with the illness: {words}"
    rules = (named("in-their-words"), *(() if alone else (named("of-the-ill"),)))
    return Piece(told, (quoted(found), *where, *rules))


def _not_of_all(m: Material, name: str, value: str) -> bool:
    """Whether the fact is not one of everybody who took part, or none of its kind."""
    if name == "setting":
        found = (m.reading.who.recruitment or "").casefold()
        if _NO_PLACE.fullmatch(value) or value.casefold() in found:
            return True  # where they were found names the place already
        return only_background(m, "who.setting") or not _one_place(m)
    if name == "recruitment":
        # With what they were asked is not how they were found.
        return ASKED_WITH.search(value) is not None
    if name == "severity":
        return _one_of_degrees(m, value)
    if name == "sex":
        return value == "both" and _OTHER_SEXES.search(_all_text(m)) is not None
    if value == "children":
        return grown_up_too(m)
    return value == "adults" and not grown_up_by_limit(m)


def _says_it_too(own: str, name: str, value: str) -> bool:
    """Whether the study's own words for its people say it already."""
    if value.casefold() in own.casefold():
        return True
    if name == "sex":
        return re.search(_BY_NOUN.get(value, "(?!)"), own, re.IGNORECASE) is not None
    if name == "recruitment":
        return _ONE_AFTER_ANOTHER.match(value) is not None
    return name == "adults_or_children" and same_age(value, own)


_IN_WORDS = {
    ("adults_or_children", "both"): "adults and children",
    ("sex", "both"): "women and men",
}


def _in_words(m: Material, name: str, value: str) -> str:
    """The fact in words that fit how old the people were."""
    told = _IN_WORDS.get((name, value), value)
    as_young = any(_CHILD.search(q.text) for q in m.quotes("who.adults_or_children"))
    if name == "sex" and m.reading.who.adults_or_children == "children":
        told = _YOUNG.get(told, told) if as_young else _EITHER.get(told, told)
    # Nothing says that they were children yet.
    return "young people" if told == "children" and not as_young else told

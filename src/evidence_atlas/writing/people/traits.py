"""What makes those counted these people, where no illness of theirs can be told with their count.

"416 people" were survivors of an infection, members of a registry, patients of a ward. The text's
own words for them are told with the count where it takes in one kind of people and no other, or
that they came after the illness after which it saw them. Rather no trait than one of a part.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Quote, Support, quote, quoted, texts
from evidence_atlas.records.condition import Name
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import BY_CHANCE, OF_OTHERS_STUDIES
from ..material import Material, Piece, once_a_page
from ..rules import named
from ..subject.title_subject import small
from ..tables import table
from ..words.clause import loaded
from ..words.numbers import as_read
from ..words.short_forms import SHORT_FORM
from .had_by_some import only_some

_TABLE = table("people/traits.toml")
_MOST_WORDS = 11
_GOES_ON = re.compile(_TABLE["goes_on"], re.IGNORECASE)
_TELLS_LITTLE = re.compile(_TABLE["tells_little"], re.IGNORECASE)
_HEAD = re.compile(rf"\b(?:{_TABLE['heads']})\b", re.IGNORECASE)
_OTHERS = re.compile(_TABLE["others"], re.IGNORECASE)
_HAD_BEFORE = re.compile(_TABLE["had_before"], re.IGNORECASE)
_PART = re.compile(_TABLE["part"], re.IGNORECASE)


def as_taken_in(m: Material, n: int, support: tuple[Support, ...]) -> Piece | None:
    """ "416 survivors of the infection": the count of all, and whom the text says it took in."""
    who = m.reading.quote("who.studied")
    if who is None or not _of_everybody(m, n):
        return None
    held = texts(m.record)[who.field]
    if _GOES_ON.match(held, who.end) or _PART.search(held[: who.start]):
        return None
    words = who.text
    if _HAD_BEFORE.search(words) and m.condition.illnesses_in(words):
        return None  # They are told as people after it, in fewer words.
    if who.field == "title":
        abstract = texts(m.record).get("abstract", "")
        words = " ".join(small(w, abstract) for w in words.split())
    told = _plain(m, words, n, support)
    if told is None or (words[:1].isupper() and words[1:2].islower() and who.field != "title"):
        return None
    held_by = (*support, *m.quotes("who.studied"), named("told-by-trait"))
    return Piece(f"{as_read(n)} {told}", held_by)


def after_an_illness(
    m: Material, n: int, noun: Piece, support: tuple[Support, ...]
) -> Piece | None:
    """ "29 people after influenza", where title, aim or methods see all of them after it."""
    if not _of_everybody(m, n):
        return None
    first = {name.follows for name in m.condition.known_illnesses if name.follows}
    for name in m.condition.known_illnesses:
        if name.name not in first:
            continue
        where = _seen_after(m, name.pattern)
        if where is None or without_it(m, name) or only_some(
            m, name.name, n, support, of_all=True
        ):  # fmt: skip
            continue
        text = f"{as_read(n)} {noun.text} after {name.name}"
        called = named("atlas-name", said=where.text, name=name.name)
        return Piece(text, (*support, *noun.support, quoted(where), named("after-illness"), called))
    return None


def group_named(m: Material, n: int, support: tuple[Support, ...]) -> Piece | None:
    """ "26 survivors of the infection", of a group that the text counts by these words."""
    for group in m.reading.participants.groups:
        if group.kind != "patients" or group.n != n:
            continue
        told = _plain(m, group.name, n, support, counted=True)
        if told is not None and group.name in group.quote.text:
            return Piece(f"{as_read(n)} {told}", (*support, quoted(group.quote)))
    return None


def _of_everybody(m: Material, n: int) -> bool:
    """Whether so many are all who took part, and none of another kind are counted besides."""
    p = m.reading.participants
    others = [g for g in p.groups if g.kind in ("patients", "controls") and g.n != n]
    alone = p.controls is None and not others and n > 1
    in_all = n in (p.total, p.enrolled, p.randomised)
    return alone and in_all and m.brief.kind not in OF_OTHERS_STUDIES


def _plain(
    m: Material, words: str, n: int, support: tuple[Support, ...], *, counted: bool = False
) -> str | None:
    """The words where they tell a trait, shortly and without a form that is not explained."""
    if len(words.split()) > _MOST_WORDS or loaded(words) or not _HEAD.search(words):
        return None
    if _TELLS_LITTLE.fullmatch(words) or unexplained(m, words):
        return None
    if counted:
        return words
    # Of an illness that only some of them had, no word of theirs may say that all did.
    if _OTHERS.search(words) or any(
        without_it(m, name) or only_some(m, name.name, n, support, of_all=True)
        for name in m.condition.illnesses_in(words)
    ):
        return None
    return words


def unexplained(m: Material, words: str, known_forms: str = "(?!)") -> bool:
    """Whether a short form or a date stands there that is no part of an illness's name."""
    left = words
    for name in m.condition.known_illnesses:
        left = compiled(name.pattern).sub("", left)
    left = re.sub(known_forms, "", left)
    return SHORT_FORM.search(left) is not None or _FIGURE.search(left) is not None


def _seen_after(m: Material, name: str) -> Quote | None:
    """Where title, aim or methods see people after the illness of this name."""
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [
        ("abstract", s.start, s.end)
        for s in m.reading.sentences if s.role in ("aim", "methods")
    ]  # fmt: skip
    for pattern in _TABLE["after"]:
        seen = compiled(pattern.replace("NAME", f"(?:{name})"))
        for field, start, end in places:
            text = held.get(field, "")
            found = seen.search(text, start, end)
            if found is None or within_a_meaning(text[start : found.start()]):
                continue
            if field == "abstract" and _of_some(text, start, *found.span()):
                continue
            return quote(held, field, *found.span())
    return None


_MEANING = re.compile(r"\((?:i\.e\.|that is|defined as|meaning),? [^()]*\Z", re.IGNORECASE)


def within_a_meaning(before: str) -> bool:
    """Whether what follows stands in a bracket that says what a word means, and of nobody."""
    return _MEANING.search(before) is not None


def _of_some(text: str, start: int, begin: int, end: int) -> bool:
    """Whether it is said of a part of those taken in, or of these and of others."""
    return bool(_PART_OF_THEM.search(text[start:begin]) or _OTHERS_TOO.match(text, end))


_BEFORE = table("people/had_before.toml")
_PART_OF_THEM = re.compile(_BEFORE["of_some"], re.IGNORECASE)
_OTHERS_TOO = re.compile(_BEFORE["not_all"], re.IGNORECASE)


@once_a_page
def without_it(m: Material, name: Name) -> bool:
    """Whether title or abstract speak of people who never had it, or of whom some had it.

    That some have what may follow it says nothing of that; nor do the controls of a trial.
    """
    told = " ".join(texts(m.record).values())
    for later in m.condition.known_illnesses:
        if later.follows == name.name:
            told = compiled(later.pattern).sub("·", told)
    compared = () if m.brief.kind in BY_CHANCE else _TABLE["compared"]
    return any(
        compiled(pattern.replace("NAME", f"(?:{name.pattern})")).search(told)
        for pattern in (*_TABLE["without"], *compared)
    )


_FIGURE = re.compile(r"\d{3}|\d/\d")

"""Whether a text tells that only some of those counted have the illness, or had it before.

"A study of 172 people. Of them, 37 % had asthma": they are no 172 people with asthma. Nor are
those in whom it is only suspected, or looked for. A count that itself names the illness
("60 adults with asthma") says who has it, whatever is said of others.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from evidence_atlas.records import QuoteSupport, Support, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled
from evidence_atlas.records.needles import fold, needles, parsed

from ..brief.kinds import BY_CHANCE
from ..material import Material, once_a_page
from ..rules import named
from ..subject.nameable import people_with
from ..tables import table
from .counted_with import PEOPLE, counted_with
from .names_in_text import first_of, followers, named_by, names_in_text

_TABLE = table("people/had_by_some.toml")
_Sign = Literal[
    "share", "frequency", "lacked", "suspected", "looked_for", "had_the_first",
    "lacked_the_first", "after",
]  # fmt: skip
_OF_ALL: tuple[_Sign, ...] = ("share", "frequency", "lacked", "looked_for")
_OF_PATIENTS: tuple[_Sign, ...] = ("share", "frequency", "looked_for")
_OWN = frozenset({"aim", "methods", "results"})
"""What is said in the background or the conclusions may be of people elsewhere."""
_FOUND = frozenset({"methods", "results"})


def only_some(
    m: Material, illness: str, n: int, support: tuple[Support, ...], *, of_all: bool
) -> bool:
    """Whether the text tells that not all of those counted have it.

    `of_all`: the count is of everybody, so that those without it are among them.
    """
    name = names_in_text(m, illness)
    if _stands(m, "suspected", name, n):
        return True
    if counted_with(m, illness, support):
        return False
    if _had_the_first(m, illness, name):
        return True
    return any(_stands(m, sign, name, n) for sign in (_OF_ALL if of_all else _OF_PATIENTS))


def stated_of_some(m: Material, illness: str, n: int, support: tuple[Support, ...]) -> bool:
    """Whether the text says in so many words that some of all those counted had it, others not.

    More is asked than for not telling an illness of them all: that they were taken in for what
    comes before it, or that nobody knows whether they have it, is no word on others without it.
    """
    name = names_in_text(m, illness)
    own = [s.text for s in m.reading.sentences if s.role in _OWN]
    title = m.record.title
    if _part_counted(name, n, own) or _stated_in_title(name).search(title):
        return True
    if _compared_titled(name).match(title):
        return True
    titled = _titled_people(name).search(title)
    # "Asthma in miners" looks for it in them; "miners with asthma" have it.
    of_all = titled is not None and _LOOKED_IN.search(titled[0]) is None
    if counted_with(m, illness, support) or of_all:
        return False
    if any(named_by(name).search(text) and _counted_apart(n).search(text) for text in own):
        return False  # Those counted are a part themselves: "36 (21 %) had asthma".
    if any(_stands(m, sign, name, n) for sign in _OF_ALL):
        return True
    first = first_of(m, illness)
    return bool(first) and any(True for s in own for _ in _told("lacked_the_first", first, s))


def looked_for(m: Material, illness: str, n: int | None, support: tuple[Support, ...]) -> bool:
    """Whether it is what the study looks for in those counted, some of them compared with others.

    Their count does not name it, nor does the title say that they have it.
    """
    name = names_in_text(m, illness)
    titled = _titled_people(name).search(m.record.title)
    if counted_with(m, illness, support) or (titled and not _LOOKED_IN.search(titled[0])):
        return False
    p = m.reading.participants
    more = (p.total or 0) > (p.patients or 0) + (p.controls or 0)
    counts = m.quotes("participants.patients", "participants.with_illness")
    if counted_with(m, illness, counts) and not more:
        return False
    return _stands(m, "looked_for", name, n or 0)


def uncounted_of_some(m: Material, illness: str) -> bool:
    """Whether a text that counts nobody says that some of its people have it, others not."""
    name = names_in_text(m, illness)
    if _of(_NOT_IT, name).search(m.record.title):
        return True
    if _titled_people(name).search(m.record.title):
        return False
    return any(_stands(m, sign, name, 0) for sign in ("share", "lacked"))


def lacked_by_some(m: Material, illness: str) -> bool:
    """Whether aim, methods or results name people without it, or without what comes before it."""
    first = first_of(m, illness)
    names = [names_in_text(m, illness), *([first] if first else [])]
    return any(_stands(m, "lacked", name, 0) for name in names)


def of_the_public(m: Material, illness: str, n: int, support: tuple[Support, ...]) -> bool:
    """Whether those counted are the wider public or its records, and not people with it.

    Their count does not name the illness, nor does the title say that they have it.
    """
    name = names_in_text(m, illness)
    titled = _titled_people(name).search(m.record.title)
    if counted_with(m, illness, support) or (titled and not _LOOKED_IN.search(titled[0])):
        return False
    # A large count of patients is of those in the records; a small one may be of people with it.
    known = m.reading.participants.patients == n
    return n >= _TABLE["public"] or (m.reading.design.population_based is True and not known)


def _part_counted(name: str, n: int, own: list[str]) -> bool:
    """Whether so many of those counted are said to have it: "of 60 adults, 12 (20 %) had it"."""
    part = _of(_TABLE["part_counted"].replace("COUNT", rf"(?:{n}|{n:,})"), name)
    return any(part.search(text) for text in own)


@lru_cache(maxsize=512)
def _stated_in_title(name: str) -> re.Pattern[str]:
    """People with it and people without it in a title."""
    return re.compile(_TABLE["lacked"][0].replace("NAME", name), re.IGNORECASE)


_LOOKED_IN = re.compile(r"\b(?:in|among|amongst)\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def _compared_titled(name: str) -> re.Pattern[str]:
    return re.compile(_TABLE["compared_titled"].replace("NAME", name), re.IGNORECASE)


@lru_cache(maxsize=512)
def _titled_people(name: str) -> re.Pattern[str]:
    """A title that says of its people that they have it: "adults with asthma", "asthma cohort"."""
    with_it = people_with(name).pattern
    return re.compile(rf"{with_it}|{name}[- ](?:cohort|patients?)\b", re.IGNORECASE)


def told_of_a_part(m: Material, illness: str) -> bool:
    """Whether a study that tells no number of people with it tells that a part of them had it."""
    p = m.reading.participants
    if m.brief.kind in ("comparison", "genes", "review") or p.controls is not None:
        return False
    paths = ("total", "enrolled", "randomised", "patients", "with_illness", "planned")
    counts = m.quotes(*(f"participants.{path}" for path in paths))
    if counted_with(m, illness, counts):
        return False
    signs: tuple[_Sign, ...] = ("suspected", "share", "frequency")
    if m.brief.kind == "protocol":
        signs = (*signs, "looked_for")
    return any(_stands(m, sign, names_in_text(m, illness), p.patients or 0) for sign in signs)


def after_it(m: Material, illness: str, support: tuple[Support, ...]) -> tuple[Support, ...]:
    """Where the text says that they were seen after an illness that others may follow; else ().

    The count's own words say it first: "60 adults with influenza" are not told as after it.
    """
    names = {n.name for n in m.condition.illnesses_in(illness)}
    if m.brief.kind in BY_CHANCE or not any(n.follows in names for n in followers(m)):
        return ()
    held, name = texts(m.record), names_in_text(m, illness)
    places = []
    for count in support:
        if isinstance(count, QuoteSupport):
            around = m.reading.sentence_at(count.start, count.field)
            end = around.end if around is not None and count.field == "abstract" else count.end
            places.append((count.field, count.start, end))
    if not counted_with(m, illness, support):
        places += [("title", 0, len(m.record.title))]
        places += [
            ("abstract", s.start, s.end)
            for s in m.reading.sentences if s.role in ("aim", "methods")
        ]  # fmt: skip
    later = [compiled(n.pattern) for n in followers(m) if n.follows in names]
    for field, start, end in places:
        # "Post-acute sequelae of it" names what may follow, and says of nobody that it is over.
        text = held.get(field, "")
        for name_of_later in later:
            text = name_of_later.sub(lambda at: "_" * len(at[0]), text)
        for found in _told("after", name, text, start, end):
            where = quoted(quote(held, field, *found.span()))
            return (where, named("after-illness"))
    return ()


def _had_the_first(m: Material, illness: str, name: str) -> bool:
    """Whether those taken in are said to have had what may come before it, and no more."""
    before = first_of(m, illness)
    told = [s.text for s in m.reading.sentences if s.role in _OWN]
    if m.brief.kind not in ("cohort", "survey"):
        told.append(m.record.title)  # Whom a treatment is for, or a comparison of, had it.
    if not before or any(people_with(name).search(text) for text in told):
        return False
    return any(
        True
        for s in m.reading.sentences if s.role in _FOUND
        for _ in _told("had_the_first", before, s.text)
    )  # fmt: skip


def told_with_the_first(m: Material, illness: str, text: str) -> Iterator[re.Match[str]]:
    """Where words say that those taken in had had what may come before it."""
    before = first_of(m, illness)
    if before:
        yield from _told("had_the_first", before, text)


@once_a_page
def _stands(m: Material, sign: _Sign, name: str, n: int) -> bool:
    """Whether a sentence of the study itself says it of more people than those counted."""
    roles = _FOUND if sign in ("share", "frequency") else _OWN
    told = [s.text for s in m.reading.sentences if s.role in roles]
    told += [m.record.title] if sign == "suspected" else []
    share = _counted_apart(n)
    for text in told:
        if not named_by(name).search(text) or _ELSEWHERE.search(text):
            continue
        if sign in ("share", "frequency") and share.search(text):
            continue  # "60 (30 %) had asthma" counts the very 60
        for found in _told(sign, name, text):
            if not (sign == "share" and _with(name).search(text, 0, found.start())):
                return True
    return False


@lru_cache(maxsize=512)
def _counted_apart(n: int) -> re.Pattern[str]:
    """So many of a larger number: "60 (30 %)", "60/200"."""
    return re.compile(rf"(?<![\d,.])(?:{n}|{n:,})(?: \w+){{0,3}} ?\(\d|(?<![\d,.])(?:{n}|{n:,})/\d")


@lru_cache(maxsize=512)
def _with(name: str) -> re.Pattern[str]:
    """Of whom the share is one: "of the adults with asthma, 30 % met …"."""
    return re.compile(rf"\b(?:with|having|had) (?:\w+ ){{0,2}}?{name}", re.IGNORECASE)


def _told(
    sign: _Sign, name: str, text: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """Where each pattern of a sign matches first."""
    folded = fold(text)
    for pattern, needed in _signs(sign):
        # Few texts have the words around the name: to compile it with all names costs far more.
        if needed and not any(string in folded for string in needed):
            continue
        found = _of(pattern, name).search(text, start, end)
        if found is not None:
            yield found


@lru_cache(maxsize=16)
def _signs(sign: _Sign) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The patterns of a sign, each with strings of which one stands wherever it matches."""
    words = {"NUMBER": _TABLE["number"], "HAD": _TABLE["had"], "BETWEEN": _TABLE["between"]}
    words |= {"PEOPLE": PEOPLE, "FIRST": "NAME"}
    found = []
    for pattern in _TABLE[sign]:
        for word, means in words.items():
            pattern = pattern.replace(word, means)
        pattern = pattern.replace("NAMEBEHIND", f"NAME{_TABLE['not_behind']}")
        found.append((pattern, needles(parsed(pattern.replace("NAME", ".")))))
    return tuple(found)


@lru_cache(maxsize=1024)
def _of(pattern: str, name: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("NAME", name), re.IGNORECASE)


_NOT_IT = r"\bnon-NAME\b"
_ELSEWHERE = re.compile(r"\b(?:estimat(?:ed|es) that|worldwide|globally|studies)\b", re.IGNORECASE)
"""Words by which a number is of people at large, wherever it stands."""

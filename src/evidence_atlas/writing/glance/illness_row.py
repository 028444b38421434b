"""The row on the illness: every illness the study is of, under its own names, or no row.

What the page says of people leans on the first illness; the row names them all. What a study only
looked for is told as looked for, and an illness of mice or of a wish for the future is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from evidence_atlas.records import Name, Quote, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import MEASURES_NOTHING, PEOPLE_STUDIED, WITHOUT_PEOPLE
from ..material import Material, Piece, once_a_page
from ..rules import named
from ..subject.illnesses import had_by_one, illnesses, joined_by, with_titled
from ..subject.titled_illness import as_written
from ..tables import table
from .ill_in_part import had_first, not_of_all

_TABLE = table("subject/illness_row.toml")
_ASIDE = re.compile(_TABLE["aside"], re.IGNORECASE)
_PERHAPS = re.compile(_TABLE["perhaps_bears_on"], re.IGNORECASE)
_BROUGHT_ABOUT = re.compile(_TABLE["brought_about"], re.IGNORECASE)
_BEYOND = re.compile(_TABLE["beyond"], re.IGNORECASE)
_OWN = re.compile(_TABLE["own"], re.IGNORECASE)
_HAD, _LOOKED_FOR = tuple(_TABLE["had"]), tuple(_TABLE["looked_for"])
_TOLD = ("aim", "methods", "results", "other")
_NOT_IN_PEOPLE = ("animals", "cells", "computation")
_PEOPLE_IN_NAME = re.compile(r"[-‐‑– ](?:patients?|survivors)\Z", re.IGNORECASE)
_SYMPTOMS = re.compile(r"[-‐‑– ](?:like )?symptoms?\b", re.IGNORECASE)
_WHOLE_NAME = re.compile(_TABLE["whole_name"])
_SMALL_FIRST = re.compile(_TABLE["small_first"])
_TITLE_WORD = re.compile(r"\b(?!Covid|Lyme)[A-Z][a-z]{3,}")
_MOST_WORDS = 8
_LIST_BEFORE = re.compile(_TABLE["list_before"], re.IGNORECASE)
_LISTED_LAST = re.compile(_TABLE["listed_last"], re.IGNORECASE)
_NEAR = 80


@lru_cache(maxsize=256)
def with_names(patterns: tuple[str, ...], illness: str) -> re.Pattern[str]:
    """The patterns of the table as one, with the names of an illness and of people in them."""
    words = "|".join(f"(?:{p})" for p in patterns)
    words = words.replace("PEOPLE", _TABLE["people"]).replace("ILLNESS", f"(?:{illness})")
    return re.compile(words, re.IGNORECASE)


def _cues(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells of people with it, and of people in whom it was looked for."""
    return with_names(_HAD, pattern), with_names(_LOOKED_FOR, pattern)


def illness_row(m: Material) -> Piece | None:
    """All illnesses of the study in one phrase; None where none is sure to be its own."""
    told = with_titled(m, had_by_one(m) or illnesses(m))
    if not told or not any(_of_the_study(m, p) for p in told):
        return None
    if _one_of_a_list(m, told):
        return None
    told = tuple(p for p in told if len(told) == 1 or not _only_beside(m, p))
    told = (*(_as_titled(m, p) for p in told), *_more(m, told))
    told = tuple(_in_small(p) for p in (*told, *_listed_last(m, told)))
    whole = joined_by(told, "and")
    if len(told) == 1 and m.illness_is_outcome and m.brief.kind not in WITHOUT_PEOPLE:
        return Piece(
            f"{whole.text}; the study asked who had it", (*whole.support, named("illness-asked"))
        )
    earlier = _earlier(m)
    if earlier is not None and not _told_already(m, earlier, whole):
        whole = Piece(f"{whole.text}, after {earlier.text}", (*whole.support, *earlier.support))
    if not_of_all(m, told):
        had = {1: "it", 2: "both"}.get(len(told), "all of these")
        return Piece(
            f"{whole.text}; not everyone who took part had {had}",
            (*whole.support, named("illness-of-some")),
        )
    first = had_first(m, told)
    if first is not None:
        return Piece(f"{whole.text}; {first.text}", (*whole.support, *first.support))
    return whole


def _as_titled(m: Material, piece: Piece) -> Piece:
    """What may follow an illness, under another whole name where title, else aim, has none else.

    It has many names, of which none is wrong; the atlas's name stands wherever they have it.
    """
    known = (n for n in m.condition.other_conditions if n.follows and n.name == piece.text)
    name = next(known, None)
    if name is None:
        return piece
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [("abstract", s.start, s.end) for s in m.reading.sentences if s.role == "aim"]
    for field, start, end in places:
        found = list(compiled(name.pattern).finditer(held.get(field, "")[start:end]))
        if any(f[0].replace("-", " ").casefold().startswith(name.name.casefold()) for f in found):
            return piece
        for f in found:
            if not _WHOLE_NAME.match(f[0]) or len(f[0].split()) > _MOST_WORDS:
                continue
            a, b = start + f.start(), start + f.end()
            where = quoted(quote(held, field, a, b))
            told = as_written(m, a, b) if field == "title" else Piece(f[0], (where,))
            return Piece(" ".join(told.text.split()), told.support)
        if found:
            return piece
    return piece


def _in_small(piece: Piece) -> Piece:
    """Without the capital with which a title or a sentence begins."""
    if not _SMALL_FIRST.match(piece.text):
        return piece
    return Piece(_TITLE_WORD.sub(lambda word: word[0].lower(), piece.text), piece.support)


def _told_already(m: Material, earlier: Piece, whole: Piece) -> bool:
    """Whether what came before is told, or what is told may only follow it."""
    if earlier.text.casefold() in whole.text.casefold():
        return True
    before = groups_in(m, earlier.text)
    told = m.condition.illnesses_in(whole.text)
    return any(n.name in before or n.follows in before for n in told)


def _one_of_a_list(m: Material, told: tuple[Piece, ...]) -> bool:
    """Whether the title has the only name at the end of a list whose others are on no list."""
    at = m.record.title.casefold().find(told[0].text.casefold())
    return len(told) == 1 and at > 0 and _LIST_BEFORE.search(m.record.title[:at]) is not None


def _listed_last(m: Material, told: tuple[Piece, ...]) -> Iterator[Piece]:
    """An illness on no list that the title names last: "in asthma, gout and idiopathic fatigue"."""
    title = m.record.title
    spans = [f.span() for p in told for f in re.finditer(re.escape(p.text), title, re.IGNORECASE)]
    spans += [
        f.span()
        for n in m.condition.illnesses_in(title)
        for f in compiled(n.pattern).finditer(title)
    ]
    last = _LISTED_LAST.match(title, max((end for _, end in spans), default=0))
    if spans and last is not None and not groups_in(m, last["what"]):
        yield as_written(m, *last.span("what"))


def groups_in(m: Material, text: str) -> set[str]:
    """The illnesses in a text; all names of the atlas's own count as one."""
    own = {n.name for n in m.condition.names}
    return {("" if n.name in own else n.name) for n in m.condition.illnesses_in(text)}


def _of_the_study(m: Material, piece: Piece) -> bool:
    """Whether title or aim name it, or people of the study are said to have it."""
    groups = groups_in(m, piece.text)
    titled = groups & groups_in(m, m.record.title) and not _only_perhaps(m, piece)
    if not groups or titled or m.brief.kind in WITHOUT_PEOPLE:
        return True
    names = [n.pattern for n in m.condition.illnesses_in(piece.text)]
    aims = [s.text for s in m.reading.sentences if s.role == "aim"]
    if any(_aimed_at(name, aim) for name in names for aim in aims):
        return True
    return m.brief.kind not in _NOT_IN_PEOPLE and any(
        pattern.search(s.text)
        for name in names for pattern in _cues(name)
        for s in m.reading.sentences if s.role in _TOLD
    )  # fmt: skip


def _only_perhaps(m: Material, piece: Piece) -> bool:
    """Whether the title says only that what was studied may bear on it."""
    places = [
        at.start()
        for n in m.condition.illnesses_in(piece.text)
        for at in compiled(n.pattern).finditer(m.record.title)
    ]
    return bool(places) and all(_PERHAPS.search(m.record.title[:start]) for start in places)


def _only_beside(m: Material, piece: Piece) -> bool:
    """Whether a name stands in background and conclusions alone, as a wish or beside the study's.

    "As the best way to prevent it" says of nobody in the study that they have it.
    """
    patterns = [n.pattern for n in m.condition.illnesses_in(piece.text)]
    if not patterns or m.brief.kind not in PEOPLE_STUDIED:
        return False
    name = compiled("|".join(f"(?:{p})" for p in patterns))
    if name.search(m.record.title):
        return False
    beside = [s for s in m.reading.sentences if s.role in ("background", "conclusions")]
    own = [s for s in m.reading.sentences if s.role not in ("background", "conclusions")]
    places = [(s.text, at.start()) for s in beside for at in name.finditer(s.text)]
    return (
        bool(places)
        and not any(_names_it(at[0]) for s in own for at in name.finditer(s.text))
        and all(_ASIDE.search(text[:start]) for text, start in places)
    )


def _names_it(words: str) -> bool:
    """Whether words name an illness, and not what an earlier one brings about in the long run."""
    return words.isupper() or _WHOLE_NAME.match(words) is not None


def _aimed_at(name: str, aim: str) -> bool:
    return any(
        not (_ASIDE.search(aim[: at.start()]) or _BROUGHT_ABOUT.search(aim[: at.start()]))
        and not _BEYOND.match(aim[at.end() :])
        for at in compiled(name).finditer(aim)
    )


def _more(m: Material, told: tuple[Piece, ...]) -> Iterator[Piece]:
    """Illnesses near the atlas's own that the study is of as well, each under its own name."""
    known = m.condition.known_illnesses
    follows = {n.name: n.follows for n in known if n.follows}
    near = {*m.condition.scope.overlapping}
    own = {n.name for n in m.condition.names}
    seen = set[str]().union(*(groups_in(m, p.text) for p in told))
    for name in known:
        group = "" if name.name in own else name.name
        if group in seen or not (group == "" or group in near):
            continue
        at = _place(m, name, later=follows.get(name.name, "-") in seen)
        if at is not None:
            seen.add(group)
            yield Piece(" ".join(at.text.split()), (quoted(at),))


def _place(m: Material, name: Name, *, later: bool) -> Quote | None:
    """Where the text says that the study is of it; None where it is only mentioned.

    `later`: it may follow what is told already, so that its people may have been looked at for it.
    """
    held = texts(m.record)
    had, looked_for = _cues(name.pattern)
    places: list[tuple[str, int, int, bool]] = [("title", 0, len(m.record.title), True)]
    for s in m.reading.sentences:
        if s.role == "conclusions" or _a_list(m, s.text):
            continue
        if s.role == "aim":
            places.append(("abstract", s.start, s.end, True))
        elif s.role in ("methods", "results") or _OWN.search(s.text):
            places.append(("abstract", s.start, s.end, False))
    found: list[Quote] = []
    times = 0
    for field, start, end, anyhow in places:
        text = held.get(field, "")[start:end]
        places_of_name = list(compiled(name.pattern).finditer(text))
        cues = (had, looked_for) if later else (had,)
        spans = [f.span() for cue in cues if places_of_name for f in cue.finditer(text)]
        for at in places_of_name:
            if _ASIDE.search(text[max(0, at.start() - _NEAR) : at.start()]):
                continue
            after = text[at.end() :]
            if _BEYOND.match(after) or _PEOPLE_IN_NAME.search(at[0]):
                continue
            if not later and _SYMPTOMS.match(after):
                continue
            times += 1
            told_of = any(a <= at.start() and at.end() <= b for a, b in spans)
            if anyhow or (told_of and m.brief.kind in PEOPLE_STUDIED):
                found.append(quote(held, field, start + at.start(), start + at.end()))
    if not found and m.brief.kind in MEASURES_NOTHING and times >= _TABLE["often"]:
        return next(_spelled(m, name), None)
    # A short form says less than the name that it stands for.
    short = found and all(q.text.isupper() for q in found)
    return next(_spelled(m, name), found[0]) if short else next(
        (q for q in found if not q.text.isupper()), None
    )  # fmt: skip


def _spelled(m: Material, name: Name) -> Iterator[Quote]:
    for field, text in texts(m.record).items():
        for at in compiled(name.pattern).finditer(text):
            if not at[0].isupper():
                yield quote(texts(m.record), field, *at.span())


@once_a_page
def _a_list(m: Material, text: str) -> bool:
    return len(groups_in(m, text)) >= int(_TABLE["list"])


_AFTER = re.compile(
    r"\b(?:after|following|survivors of|surviving|recover\w+ from|discharged after)\s"
    r"(?:[\w-]+ ){0,3}\Z",
    re.IGNORECASE,
)


def _earlier(m: Material) -> Piece | None:
    """What the title's people had before: an illness that others may follow."""
    title = m.record.title
    followed = {n.follows for n in m.condition.known_illnesses if n.follows}
    for name in m.condition.known_illnesses:
        if name.name not in followed:
            continue
        for at in compiled(name.pattern).finditer(title):
            if _AFTER.search(title[: at.start()]) and not _BEYOND.match(title[at.end() :]):
                told = as_written(m, *at.span())
                return Piece(told.text, (*told.support, named("after-illness")))
    return None

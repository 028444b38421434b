"""Which of the illnesses that a text names are the study's own: its people's, or its subject.

Every name has a standing at each place. It counts where the title names it, where people are
said to have it, or where the aim is about it. An example in brackets, a reason for leaving, a
comparator or the infection that came before is named too, and is not what was studied.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..patterns import Named
from .conditions_named import places

_TABLE = tables.load("conditions_named")


def _cue(name: str) -> Cue:
    return tables.any_of(p.replace("PEOPLE", _TABLE["people"]) for p in _TABLE[name])


_HAS_IT_BEFORE, _HAS_IT_AFTER = _cue("has_it_before"), _cue("has_it_after")
_ASIDE, _COMPARED, _VERSUS = _cue("aside_before"), _cue("compared_before"), _cue("versus_before")
_ASIDE_IN_TEXT, _PEOPLE_AT_END = _cue("aside_in_text"), _cue("people_at_end")
_EARLIER = _cue("earlier_before")
_SEQUEL, _SEQUEL_AFTER = _cue("sequel_before"), _cue("sequel_after")
_ANOTHER_THING, _JOINED, _KIND = _cue("another_thing_after"), _cue("joined"), _cue("kind_before")
_COUNTED_WITH, _ILLNESS_WORD = _cue("counted_with"), _cue("illness_word")
_CAPITALS = cue(r"\b[A-Z]{3,6}\b", 0)
_DEFINITIONS = tables.load("definitions")
COUNTED = tables.any_of(_DEFINITIONS["counted_people"])
OWN_PEOPLE = tables.any_of([*_DEFINITIONS["counted_people"], *_DEFINITIONS["own_people"]])
_SHARE_AFTER = cue(r"\s?\(\d{1,3}(?:[.·]\d+)?\s?%\)", 0)
_COUNT_AFTER = cue(r"\b[nN]\s?=\s?\d")
_A_LIST = 3
"""So many illnesses in one sentence are a list; the study is not of each of them."""
_NEAR = 110
"""Characters before a name in which words tell what it is to the study."""
_OF_TITLE, _TITLED, _HAD, _IN_AIM, _HAD_BY_SOME, _ONLY_NAMED, _BEFORE = range(7)
"""Standings: the title's people have it; the title names it; so many have it, or those of the aim;
the aim names it; people have it; it is named; it came before what is studied."""


@dataclass(frozen=True)
class Studied:
    """The study's own illnesses, the main one first, with the place of each.

    `together` is the stretch of text that names the first two as a pair, if one does.
    """

    names: tuple[str, ...] = ()
    quotes: dict[str, Quote] = field(default_factory=dict)
    together: Quote | None = None


@dataclass(frozen=True)
class _Told:
    """One place of a name: its standing (the lower the nearer to those studied), and where."""

    named: Named
    standing: int
    quote: Quote


def read(document: Document, review: bool) -> Studied:
    """The illnesses that the study is of; empty where the text only mentions some.

    `review`: whether it is one of others' studies, in which people are not its own.
    """
    told, before = _told(document)
    best: dict[str, _Told] = {}
    for t in told:
        kept = best.get(t.named.name)
        if kept is None or t.standing < kept.standing:
            best[t.named.name] = t
    chosen = [t for t in best.values() if t.standing <= _TITLED]
    if not chosen and not _has_unknown_illness(document):
        nearest = min((t.standing for t in best.values()), default=_ONLY_NAMED)
        if review and len(told) < 2:
            chosen = []
        elif nearest <= _IN_AIM:
            chosen = [t for t in best.values() if t.standing == nearest]
        else:
            chosen = _only_one(told, best, review)
        if before:
            # The title says what came before: the study is of that, or of what followed.
            chosen = [t for t in chosen if t.named.own or {t.named.name, t.named.follows} & before]
    chosen = _later_first(chosen, best)
    chosen.sort(key=lambda t: (t.standing, t.quote.start))
    return _kept(document, chosen)


def _later_first(chosen: list[_Told], best: dict[str, _Told]) -> list[_Told]:
    """Of an illness and what follows it, the later one where people are said to have that.

    A title with "the infection" may be of people who have what came after it. Where the title
    says that those studied have the infection itself, or names both, both stay.
    """
    out = list(chosen)
    for later in best.values():
        first = next((c for c in out if c.named.name == later.named.follows), None)
        if not later.named.follows or first is None:
            continue
        if later not in out and later.standing <= _IN_AIM:
            out.append(later)
        if first.standing != _OF_TITLE and _TITLED < later.standing <= _HAD:
            out.remove(first)
    return out


def _kept(document: Document, chosen: list[_Told]) -> Studied:
    """The main illness, and one that is named with it or is its neighbour."""
    if not chosen:
        return Studied()
    main, *rest = chosen
    names = document.illness.names
    near = {*document.condition.scope.overlapping} | {n.follows for n in names if n.follows}
    told, together = _row_of_names(document, main, rest)
    if together is None:
        beside = [
            t for t in rest
            if (t.named.own or t.named.name in near)
            and t.named.name != main.named.follows
            and not (t.named.own and main.named.own)
        ]  # fmt: skip
        told = [main, *beside[:1]]
    return Studied(
        tuple(t.named.name for t in told), {t.named.name: t.quote for t in told}, together
    )


def _row_of_names(
    document: Document, main: _Told, rest: list[_Told]
) -> tuple[list[_Told], Quote | None]:
    """The names told in one row with the main one ("A, B and C"), in the order of the text."""
    row = [main]
    others = [t for t in rest if not (t.named.own and main.named.own)]
    for _ in others:
        for t in others:
            if t not in row and any(_pair(document, r.quote, t.quote) for r in row):
                row.append(t)
    if len(row) == 1:
        return row, None
    row.sort(key=lambda t: t.quote.start)
    first, last = row[0].quote, row[-1].quote
    return row, document.quote(first.start, last.end, first.field)


def _pair(document: Document, one: Quote, other: Quote) -> Quote | None:
    if one.field != other.field:
        return None
    first, second = sorted((one, other), key=lambda q: q.start)
    text = document.title if one.field == "title" else document.abstract
    if _JOINED.match(text[first.end : second.start]) is None:
        return None
    return document.quote(first.start, second.end, one.field)


def _only_one(told: list[_Told], best: dict[str, _Told], review: bool) -> list[_Told]:
    """The one illness that people have, or that a text names twice outside the background."""
    places = [t for t in told if t.standing > _IN_AIM]
    had = {t.named.name for t in places if t.standing == _HAD_BY_SOME}
    if len(had) == 1 and not review:
        return [best[name] for name in had]
    # What methods or results only name, nobody may have; the atlas's own illness is its subject.
    if len(places) < 2 or not all(t.named.own for t in places):
        return []
    return [best[places[0].named.name]]


def _has_unknown_illness(document: Document) -> bool:
    """Whether those who were counted had something that is on no list of the atlas."""
    for text in (document.title, *(s.text for _, s in document.parts("aim", "methods", "results"))):
        for match in _COUNTED_WITH.finditer(text):
            what = match["what"] if match["what"] is not None else match[0]
            if document.illness.any_name.search(what) is None and _is_illness(what):
                return True
    return False


def _is_illness(what: str) -> bool:
    """Whether the words name an illness: by such a word, or by a short form in capitals."""
    return bool(_ILLNESS_WORD.search(what) or _CAPITALS.search(what))


def _told(document: Document) -> tuple[list[_Told], set[str]]:
    """Every place that counts, and the illnesses that the title tells as having come before."""
    followed = {n.follows for n in document.illness.names if n.follows}
    texts = [(document.title, 0, "title", "title")]
    texts += [(s.text, s.start, "abstract", s.role) for s in document.sentences]
    found: list[_Told] = []
    before: set[str] = set()
    for (text, offset, where, role), here in zip(texts, places(document), strict=True):
        if role != "title" and len({n.name if not n.own else "" for n, _, _ in here}) >= _A_LIST:
            continue
        for named, start, end in here:
            people = _PEOPLE_AT_END.within(text, start, end)
            if named.follows and people is not None:
                continue  # "Post-infection patients" are people after it, who may be well again.
            kind = None if named.own else _KIND.search(text, 0, start)
            begin = kind.start() if kind else start
            standing = _standing(text, begin, end, role, named, named.name in followed)
            if standing is None:
                continue
            if standing == _BEFORE:
                if role == "title":
                    before.add(named.name)
                continue
            end = start + people.start() if people else end
            found.append(
                _Told(named, standing, document.quote(offset + begin, offset + end, where))
            )
    found.sort(key=lambda t: (t.quote.field != "title", t.quote.start))
    return found, before


def _standing(
    text: str, start: int, end: int, role: str, named: Named, followed: bool
) -> int | None:
    """How near a name is to those studied; None where it is only mentioned."""
    after, before = text[end : end + 60], (text, start - _NEAR, start)
    if _ASIDE.within(*before) or _ANOTHER_THING.match(after):
        return None
    if role != "title" and _ASIDE_IN_TEXT.within(*before):
        return None
    if not named.own and not named.follows and _EARLIER.within(*before):
        return _BEFORE
    has_it = bool(_HAS_IT_AFTER.match(after) or _HAS_IT_BEFORE.within(*before))
    if followed and (_SEQUEL_AFTER.match(after) or (not has_it and _SEQUEL.within(*before))):
        return _BEFORE
    if role == "title":
        if _COMPARED.within(*before) and not _VERSUS.within(*before):
            return None
        return _OF_TITLE if has_it else _TITLED
    if _COMPARED.within(*before):
        return None
    told_of = role in ("aim", "methods", "results") or (
        has_it and role in ("background", "other") and OWN_PEOPLE.search(text)
    )
    if not told_of:
        return None
    if role == "results" and not named.own and not named.follows and _SHARE_AFTER.match(after):
        return None  # "Adults with asthma (67%), diabetes (38%)": so many of these and of those.
    if role == "aim":
        return _HAD if has_it else _IN_AIM
    if has_it:
        return _HAD if COUNTED.within(*before) or _COUNT_AFTER.search(after[:20]) else _HAD_BY_SOME
    return _ONLY_NAMED

"""Groups that a study compared, each by its plain name or by the text's own words for it.

“31 patients with asthma, 14 who had got well and 23 healthy people” says more than "groups of
people", and a quote is true where no plain name is known.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Group, Quote, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material, Piece
from ..rules import named
from ..tables import table
from ..unclear import as_quoted
from ..words.clause import loaded
from ..words.noun_phrases import uncapital
from ..words.numbers import as_read
from ..words.spelled_out import spelled_out
from .control_people import UNNAMED, of_control
from .defined_by import in_small_letters
from .groups_left_out import left_out_groups
from .people_phrase import complete, phrase_at, telling
from .phrases_for_people import number_end
from .traits import unexplained

_TABLE = table("people/groups_named.toml")
_FORMS = table("people/defined_by.toml")["known_forms"]
(
    _GROUP,
    _NOTHING,
    _NOT_PEOPLE,
    _AGAINST,
    _BETWEEN,
    _AND,
    _COMPARING,
    _AND_WITH,
    _PLACES,
    _OF_OTHERS,
    _CONTROLS,
    _SET_AGAINST,
) = (
    re.compile(_TABLE[name], re.IGNORECASE)
    for name in (
        "group",
        "tells_nothing",
        "not_people",
        "against",
        "between",
        "and",
        "comparing",
        "and_with",
        "places",
        "of_others",
        "controls",
        "set_against",
    )
)
_WAYS = ((_PLACES, _AGAINST), (_BETWEEN, _AND), (_COMPARING, _AND_WITH))
_MOST_WORDS, _MOST_GROUPS, _MOST_CUT = 10, 4, 3
_WELL = re.compile(r"\b(?:recovered|healthy|controls?|without)\b|\bnon-", re.IGNORECASE)
_RECOVERED = re.compile(r"\brecovered\b|\b(?:with|had) no\b", re.IGNORECASE)
"""Of people it judges nothing: it is how groups are told apart."""
_NOT_ILL = re.compile(
    r"\b(?:not|no|without|non|never|after|recovered|recovering)\b|\bnon-", re.IGNORECASE
)


def in_their_words(m: Material, group: Group) -> Piece | None:
    """ "26 “infected controls”": the group by the words behind its number; else None."""
    found = _words_of(m, group)
    if m.retold or group.n is None or found is None:
        return None
    own = (quoted(group.quote), quoted(found), named("in-their-words"))
    # A phrase without a noun for people is not theirs alone: "14 people (“with fever”)".
    has_noun = phrase_at(found.text, 0, controls=True) is not None
    before = as_read(group.n)
    if _may_be_quoted(m, found.text):
        said = as_quoted(m, in_small_letters(m, found))
        return Piece(f"{before} {said}" if has_noun else f"{before} people ({said})", own)
    spelled = spelled_out(m.record, found.text)
    if spelled is None or not has_noun or not _may_be_quoted(m, spelled[0]):
        return None
    return Piece(f"{before} {uncapital(spelled[0])}", (*own, *spelled[1]))


def _words_of(m: Material, group: Group) -> Quote | None:
    """What stands behind the number of a group, up to the next pause or verb."""
    held = texts(m.record)
    text = held.get(group.quote.field, "")
    end = number_end(text, group.quote.start, group.n)
    if end is None or end > group.quote.end:
        return _labelled(text, group)
    if _LABEL_END.match(text, end) and phrase_at(group.name, 0, controls=True) is not None:
        return _labelled(text, group)
    found = _GROUP.match(text, end)
    if found is None:
        return None
    start, end = found.span("what")
    matched = _MATCHED.match(text, start, end)
    start = matched.end() if matched is not None else start
    for _ in range(_MOST_CUT):
        last = text[start:end].split()[-1]
        if complete(last) or " " not in text[start:end]:
            break
        end -= len(last) + 1  # "Patients seen for": what is cut off was no part of their name.
    return quote(held, group.quote.field, start, start + len(text[start:end].rstrip()))


_LABEL_END = re.compile(r"\s?\)")
_MATCHED = re.compile(_TABLE["matched"], re.IGNORECASE)
"""For what people were chosen tells nothing of who they are."""


def _labelled(text: str, group: Group) -> Quote | None:
    """The name of a group in front of its number ("adults with asthma (n = 60)"), if it is whole.

    Of "recovered from influenza (n = 60)" it would be the illness alone.
    """
    at = text.find(group.name, group.quote.start, group.quote.end)
    if at < 0 or _CUT_BEFORE.search(text[:at]) or _NO_NAME.match(group.name):
        return None
    return Quote(field=group.quote.field, start=at, end=at + len(group.name), text=group.name)


_NO_NAME = re.compile(_TABLE["no_name"], re.IGNORECASE)
"""More stands in front than the name of a group: "compared between patients …"."""
_CUT_BEFORE = re.compile(
    r"\b(?:from|after|of|for|to|by|following|without|no|non|not|post|or|either)[\s-]\Z",
    re.IGNORECASE,
)


def group_told(m: Material, group: Group) -> Piece | None:
    """A group by its plain name, else by the text's words; None where neither tells who it is."""
    if group.n is None:
        return None
    if group.kind == "controls":
        words = of_control(m, group)
        if words != UNNAMED and not words.endswith(" without it"):
            return Piece(f"{as_read(group.n)} {words}", (quoted(group.quote),))
    return _by_illness(m, group) or in_their_words(m, group)


def _by_illness(m: Material, group: Group) -> Piece | None:
    """ "31 people with asthma", where the group's words tell no more than that illness."""
    found = _words_of(m, group)
    if found is None or _NOT_ILL.search(found.text):
        return None
    told = spelled_out(m.record, found.text) if not m.condition.illnesses_in(found.text) else None
    words, where = told if told is not None else (found.text, ())
    names = [
        n.name
        for n in m.condition.illnesses_in(words)
        if not telling(compiled(n.pattern).sub(" ", words))
    ]
    if not names or loaded(words):
        return None
    name = names[0]
    support = (quoted(group.quote), quoted(found), *where)
    called = named("atlas-name", said=found.text, name=name)
    return Piece(f"{as_read(group.n or 0)} people with {name}", (*support, called))


def all_groups(m: Material) -> tuple[Piece, ...]:
    """All groups that took part, where they are counted apart and each can be told; else none."""
    p = m.reading.participants
    groups = [g for g in p.groups if g.kind in ("patients", "controls") and g.n is not None]
    groups += left_out_groups(m, groups)
    groups.sort(key=lambda g: g.kind == "controls")
    if not 2 < len(groups) <= _MOST_GROUPS or p.total != sum(g.n or 0 for g in groups):
        return ()
    bare = [g for g in groups if g.kind == "controls" and of_control(m, g) == UNNAMED]
    told = (
        _for_comparison(g) if bare == [g] else group_told(m, g) for g in groups
    )  # fmt: skip
    whole = tuple(t for t in told if t is not None)
    names = {t.text.partition(" ")[2].casefold() for t in whole}
    return whole if len(whole) == len(names) == len(groups) else ()


def _for_comparison(group: Group) -> Piece:
    return Piece(f"{as_read(group.n or 0)} {UNNAMED}", (quoted(group.quote),))


def two_compared(m: Material) -> tuple[Piece, Piece] | None:
    """Two groups that title, aim or methods set against each other, in the text's words."""
    if m.retold:
        return None
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [
        ("abstract", s.start, s.end) for s in m.reading.sentences if s.role in ("aim", "methods")
    ]
    for field, start, end in sorted(places, key=lambda p: p[0] == "title"):
        text = held.get(field, "")[:end]
        for opening, joins in _WAYS:
            places_at = [start, *(found.end() for found in opening.finditer(text, start))]
            for at in places_at if joins is _AGAINST else places_at[1:]:
                pair = _pair(m, field, text, at, joins)
                if pair is not None:
                    return pair
    return None


def _pair(
    m: Material, field: str, text: str, position: int, joins: re.Pattern[str]
) -> tuple[Piece, Piece] | None:
    one = phrase_at(text, position, controls=True)
    if one is None:
        return None
    for end in reversed(one.ends):
        joined_by = joins.match(text, end)
        other = None
        if joined_by is not None:
            other = phrase_at(text, joined_by.end(), controls=True)
        if other is None or joined_by is None:
            continue
        if " and " in text[other.start : other.head]:
            continue  # "… and those with …": another group's noun.
        names = [(one.start, end), (other.start, other.ends[-1])]
        pieces = [_named_so(m, quote(texts(m.record), field, *span)) for span in names]
        if pieces[0] is not None and pieces[1] is not None:
            well_first = _WELL.search(pieces[0].text) and not _WELL.search(pieces[1].text)
            return (pieces[1], pieces[0]) if well_first else (pieces[0], pieces[1])
    return None


def _named_so(m: Material, where: Quote) -> Piece | None:
    if not _may_be_quoted(m, where.text) or _OF_OTHERS.search(where.text):
        return None
    said = as_quoted(m, in_small_letters(m, where))
    return Piece(said, (quoted(where), named("in-their-words")))


def _may_be_quoted(m: Material, words: str) -> bool:
    if not complete(words.split()[-1]) or len(words.split()) > _MOST_WORDS:
        return False
    if _NOTHING.fullmatch(words) or _NOT_PEOPLE.search(words):
        return False
    return not (loaded(_RECOVERED.sub("", words)) or "(" in words or unexplained(m, words, _FORMS))


def speaks_of_controls(m: Material, *, of_this_study: bool = False) -> bool:
    """Whether people besides those counted may have been compared with them.

    `of_this_study`: what background, aim and conclusions say may be of people elsewhere.
    """
    if of_this_study:
        own = (s.text for s in m.reading.sentences if s.role in _OWN)
        return any(_CONTROLS.search(_DESIGN.sub(" ", text)) for text in own)
    return any(_CONTROLS.search(text) for text in texts(m.record).values())


_OWN = frozenset({"methods", "results"})
_DESIGN = re.compile(r"\bcase[-–/ ]control(?:led)?\b", re.IGNORECASE)
"""The name of a design, which does not say that anybody was counted as a control."""


def others_took_part(m: Material) -> bool:
    """Whether methods or results set the ill against people without the illness."""
    return any(_SET_AGAINST.search(s.text) for s in m.reading.sentences if s.role in _OWN)

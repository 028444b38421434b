"""What all the ill of a study had besides: "patients with asthma | who were referred for hives".

Their number and their illness alone speak of everybody who has it. The trait is told in the
authors' own words, from behind the very count of the ill, or from a title, an aim or methods
that name the ill by it and say of none of them that they have it not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Quote, QuoteSupport, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import OF_OTHERS_STUDIES
from ..material import Material, Piece
from ..rules import named
from ..tables import table
from .defined_by import MOST_WORDS, may_be_quoted, set_against_others, tells_more, worded
from .people_phrase import phrase_at
from .phrases_for_people import number_end

_TABLE = table("people/narrower_ill.toml")
_HEADS = (table("people/traits.toml")["heads"], table("people/people_phrase.toml")["heads_too"])
_PEOPLE = rf"(?:{'|'.join(_HEADS)}|cases|pts)"
_OPENS, _A_STATE, _NOT_OF_ALL, _OF_A_GROUP = (
    re.compile(_TABLE[name], re.IGNORECASE)
    for name in ("opens", "a_state", "not_of_all", "of_a_group")
)
_A_NUMBER = re.compile(rf"(?:\d|\b(?:{_TABLE['numbers']}))\s(?:[a-z-]+\s){{0,2}}\Z", re.IGNORECASE)
_NEAR = 40
_BRACKET = re.compile(r"\s?\([^()]{1,40}\)")
_WORD = re.compile(r"[A-Za-z]{4,}")
_TOLD_IN = frozenset({"aim", "methods"})
# A few cases are told one way whether a table knows what they were given or not.
_OF_NO_GROUP = frozenset({"case_report", "series", "protocol", *OF_OTHERS_STUDIES})


def narrower_ill(m: Material, illness: str, told: str) -> Quote | None:
    """The words that tell more of all the ill than `told`; None where none are sure to."""
    names = [n.pattern for n in m.condition.illnesses_in(illness)]
    if not names or m.retold or m.brief.kind in _OF_NO_GROUP:
        return None
    called = compiled("|".join(f"(?:{p})" for p in names))
    held = texts(m.record)
    for field, start, of_title in _places(m):
        found = _tail(held[field], start, called, of_title=of_title)
        if found is None:
            continue
        words = held[field][found[0] : found[1]]
        # Beside controls, what was given tells one half of the ill from the other.
        if m.reading.participants.controls is not None and not _A_STATE.match(words):
            continue
        if _NOT_OF_ALL.search(words) or _OF_A_GROUP.match(held[field], found[1]):
            continue
        if m.condition.illnesses_in(words) and called.search(words):
            continue
        if set_against_others(m, words) or _not_all(m, words):
            continue
        if may_be_quoted(m, words) and tells_more(m, words, told):
            return quote(held, field, *found)
    return None


def with_their_trait(m: Material, told: Piece, had: Piece | None) -> Piece:
    """The ill as told, with what the text says that all of them had besides."""
    if had is None or not told.text.endswith(f" {had.text}"):
        return told
    found = narrower_ill(m, had.text, told.text)
    if found is None or len(found.text.split()) > MOST_WORDS:
        return told
    words, where = worded(m, found)
    held = (*told.support, quoted(found), *where, named("in-their-words"))
    return Piece(f"{told.text} ({words})", tuple(dict.fromkeys(held)))


def _places(m: Material) -> Iterator[tuple[str, int, bool]]:
    """Where words for the ill begin: behind their count, then in title, aim and methods."""
    held = texts(m.record)
    for path in ("patients", "total"):
        for count in m.number(f"participants.{path}", getattr(m.reading.participants, path)):
            if isinstance(count, QuoteSupport):
                end = number_end(held.get(count.field, ""), count.start)
                if end is not None:
                    yield count.field, end, False
        if m.reading.participants.controls is not None:
            break
    names = compiled("|".join(f"(?:{n.pattern})" for n in m.condition.known_illnesses))
    spans = [("title", 0, len(m.record.title))]
    spans += [("abstract", s.start, s.end) for s in m.reading.sentences if s.role in _TOLD_IN]
    begins = compiled(
        rf"\b{_PEOPLE} (?:with|who (?:have|had)|having|diagnosed with) "
        rf"(?=(?:[\w-]+ )?(?:{names.pattern}))"
        rf"|(?:{names.pattern})(?:\s?\([^()]{{1,20}}\))?[- ](?={_PEOPLE}\b)"
    )
    for field, start, end in spans:
        for at in begins.finditer(held.get(field, ""), start, end):
            # "Eight adults with asthma who were given tea" are one group of several.
            if not _A_NUMBER.search(held[field], max(0, at.start() - _NEAR), at.start()):
                yield field, at.start(), field == "title"


def _tail(
    text: str, start: int, called: re.Pattern[str], *, of_title: bool
) -> tuple[int, int] | None:
    """What stands behind the illness and its people in the phrase that starts here."""
    phrase = phrase_at(text, start, of_title=of_title)
    if phrase is None:
        return None
    end = phrase.ends[-1]
    named = list(called.finditer(text, phrase.start, end))
    if not named:
        return None
    behind = max(named[0].end(), phrase.head)
    aside = _BRACKET.match(text, behind)
    behind = aside.end() if aside is not None else behind
    behind += len(text[behind:]) - len(text[behind:].lstrip())
    return (behind, end) if behind < end and _OPENS.match(text, behind) else None


def _not_all(m: Material, words: str) -> bool:
    """Whether the text says of some that they have not what the last words say."""
    last = _WORD.findall(words)[-1:]
    if not last:
        return True
    without = compiled(_TABLE["some_not"].replace("WORD", re.escape(last[0][:6])))
    return any(without.search(text) for text in texts(m.record).values())

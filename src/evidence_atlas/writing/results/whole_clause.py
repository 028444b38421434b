"""The clause of a result as its sentence has it: whole, and with what takes it back."""

from __future__ import annotations

import re

from evidence_atlas.reading.text.markup import without
from evidence_atlas.records import QuoteSupport, Result, quote, quoted, texts

from ..material import Material, once_a_page
from ..sentences.goes_on import (
    list_by_semicolons,
    needed_end,
    only_half,
    same_subject_end,
    setting_of,
    taken_back_later,
    tells_no_thing,
    turned,
    turns,
    way_end,
)
from ..tables import table
from ..words.clause import list_goes_on, says_null, starts_before
from ..words.edges import IN_BRACKETS
from ..words.names import length
from ..words.verbs import finite

_WORDS: dict[str, str] = table("results/whole_clause.toml")

_TAKEN_BACK = re.compile(_WORDS["taken_back"], re.IGNORECASE)
_EXCEPT = re.compile(_WORDS["except"], re.IGNORECASE)
# "While women with the illness had more, men had less": men with the illness, too.
_WHILE = re.compile(r"^\W*(?:while|whereas|although|though)\s", re.IGNORECASE)
_BARE_PEOPLE = re.compile(_WORDS["bare_people"], re.IGNORECASE)
_SHARE_ALONE = re.compile(r"(?:and |but )?\d[\d.,]*\s?%")
_OF_THOSE = re.compile(_WORDS["of_those"], re.IGNORECASE)
MOST_LISTED_WORDS = 32
_ONE_END = re.compile(_WORDS["one_end"], re.IGNORECASE)
_OTHER_END = re.compile(r"\s+and [^,;.]{3,80}", re.IGNORECASE)
_OWN_SUBJECT = re.compile(_WORDS["own_subject"], re.IGNORECASE)
# "It showed A and B were common" is cut after A: what was shown is the whole.
_AND_WERE = re.compile(r"\s+and\b[^.;]{0,80}?\b(?:were|was|are|is)\b", re.IGNORECASE)
_ITEM = re.compile(_WORDS["item"], re.IGNORECASE)
_AS_WHAT = re.compile(_WORDS["as_what"], re.I)
_SHOWED = re.compile(_WORDS["showed"], re.I)


_SURVIVED_NOT = re.compile(_WORDS["survived_not"], re.IGNORECASE)
_SHARED_NOUN = re.compile(_WORDS["shared_noun"], re.IGNORECASE)
_SHARED_NOUN_BEHIND = re.compile(_WORDS["shared_noun_behind"], re.IGNORECASE)
_JOINING = re.compile(r"^(?:and|but|while|whereas)\s+", re.IGNORECASE)


def clause_quote(m: Material, result: Result) -> QuoteSupport:
    """The quote that holds the whole clause: the result's own, else the clause where it stands."""
    if result.text in without(result.quote.text):
        return quoted(result.quote)
    return next(iter(m.words(result.text)), quoted(result.quote))


def _within(result: Result, own: QuoteSupport) -> tuple[int, int] | None:
    """Where the clause begins and ends; the record may keep tags in it that the clause has not."""
    at = own.text.find(result.text)
    if at >= 0:
        return own.start + at, own.start + at + len(result.text)
    plain = without(own.text)
    begins = plain.find(result.text)
    if begins < 0 or plain[begins + len(result.text) :].strip(" .;"):
        return None
    if plain[:begins] != own.text[:begins]:
        return None
    return own.start + begins, own.start + len(own.text.rstrip())


def told_otherwise(result: Result) -> bool:
    """A null by its interval or p value, in a clause that has no word of it: not told so."""
    return result.is_null and not says_null(result.text)


@once_a_page
def whole_clause(m: Material, result: Result) -> tuple[str, QuoteSupport] | None:
    """The clause to the end of the list that it begins, and where it stands.

    "The commonest symptoms were fatigue" is not what a study says that goes on ", headache and
    fever". None where the list makes it too long to tell.
    """
    if told_otherwise(result) or tells_no_thing(result.text):
        return None
    own = clause_quote(m, result)
    held = texts(m.record).get(own.field, "")
    place = _within(result, own)
    if place is None:
        return result.text, own
    start, end = place
    around = m.reading.sentence_at(start)
    begin, last = (around.start, around.end) if around else (start, end)
    if own.field != "abstract":
        return result.text, own
    if only_half(held[begin:start], result.text, held[end:last]):
        return None
    first_word = begin + starts_before(held[begin:start])
    if _OWN_SUBJECT.match(result.text):
        first_word = start
    if taken_back_later(held[end:last]) and not _TAKEN_BACK.match(held[end:last]):
        return _to_the_end(m, held, first_word, last)
    if list_by_semicolons(held[end:last]) and finite(held[first_word:end]):
        return _to_the_end(m, held, first_word, last)
    last = _semicolon(held, end, last)
    rest = held[end:last]
    if _SHOWED.search(result.text) and (_AND_WERE.match(rest) or _AS_WHAT.search(rest)):
        return None
    if _ONE_END.search(result.text) and (other := _OTHER_END.match(rest)):
        end += other.end()
        rest = held[end:last]
    before = held[begin:first_word]
    if _WHILE.match(before) and _BARE_PEOPLE.match(held[first_word:end]):
        return _to_the_end(m, held, begin, last)
    if _share_of_those_named(before, held[first_word:end], held[begin:last]):
        return None
    if _EXCEPT.match(rest) or (
        _SHARED_NOUN.match(held[first_word:end]) and _SHARED_NOUN_BEHIND.match(rest)
    ):
        return _to_the_end(m, held, first_word, last)
    goes_on = last > end and list_goes_on(rest)
    further = 0 if goes_on else _further(held[first_word:end], rest)
    if further is None:
        return None
    end += further
    if first_word == start and not goes_on and end == place[1]:
        return result.text, own
    start, last = first_word, last if goes_on else end
    whole = held[start:last].rstrip(" .;")
    if length(IN_BRACKETS.sub("", whole)) > MOST_LISTED_WORDS:
        return None
    return without(whole), quoted(quote(texts(m.record), own.field, start, start + len(whole)))


def _share_of_those_named(before: str, clause: str, sentence: str) -> bool:
    """A share of some who are named in front of the first share only."""
    told = _JOINING.sub("", clause)
    if not (_SHARE_ALONE.match(told) and _OF_THOSE.search(before)):
        return False
    return not setting_of(sentence, sentence.find(told), told)


def _further(clause: str, rest: str) -> int | None:
    """How much of what follows the clause is told with it; None where a turn is too long to."""
    # "Had A, worse B, and were less able to work": those who were are not named with the B.
    if _ITEM.match(clause) and not finite(clause):
        return 0
    if more := needed_end(clause, rest):
        return more
    more = same_subject_end(rest) or way_end(clause, rest)
    if length(IN_BRACKETS.sub("", clause + rest[:more])) <= MOST_LISTED_WORDS:
        return more
    return None if more and turns(rest) else 0


def _semicolon(held: str, start: int, last: int) -> int:
    """Where the next semicolon stands that is in no bracket; `last` where none does."""
    depth = 0
    for at in range(start, last):
        depth += (held[at] in "([") - (held[at] in ")]")
        if held[at] == ";" and depth <= 0:
            return at
    return last


def _to_the_end(m: Material, held: str, start: int, last: int) -> tuple[str, QuoteSupport] | None:
    """The sentence from the clause on to its end; None where that is too long to tell."""
    whole = held[start:last].rstrip(" .;")
    if length(IN_BRACKETS.sub("", whole)) > MOST_LISTED_WORDS:
        return None
    return without(whole), quoted(quote(texts(m.record), "abstract", start, start + len(whole)))


def only_half_told(m: Material, result: Result) -> bool:
    """Whether the sentence answers the clause, or takes it back, in words that follow later.

    Or the clause itself tells two turns, of which a frame would tell one.
    """
    if turned(result.text) or (not result.is_null and _SURVIVED_NOT.search(result.text)):
        return True
    own = clause_quote(m, result)
    place = _within(result, own)
    if own.field != "abstract" or place is None:
        return False
    start, end = place
    around = m.reading.sentence_at(start)
    if around is None:
        return False
    held = texts(m.record)["abstract"]
    rest = held[end : around.end]
    return only_half(held[around.start : start], result.text, rest) or taken_back_later(rest)


_OF_THOSE_BEFORE = re.compile(_WORDS["of_those_before"], re.IGNORECASE)
"""A share of those told of in the clause before it, and not of everybody in the sentence."""


def under_setting(m: Material, clause: str, own: QuoteSupport) -> tuple[str, QuoteSupport]:
    """The clause with the people in front of it of whom the whole sentence tells, and its quote.

    "In patients, A was lower, and B was higher": B, too, in patients.
    """
    at = own.start + max(0, own.text.find(clause))
    around = m.reading.sentence_at(at, own.field)
    bare = _JOINING.sub("", clause)
    if not bare or around is None or bare not in around.text:
        return clause, own
    begins = around.text.find(bare)
    if _OF_THOSE_BEFORE.match(clause) or _OF_THOSE_BEFORE.match(
        around.text[:begins][-12:].lstrip() + bare
    ):
        return clause, own
    setting = setting_of(around.text, begins, bare)
    if not setting:
        return clause, own
    held = quote(texts(m.record), "abstract", around.start, around.start + begins + len(bare))
    return f"{setting}, {bare}", quoted(held)


def taken_back(m: Material, result: Result) -> str:
    """What the sentence says next and takes a part of the result back by: ", but not in men"."""
    own = clause_quote(m, result)
    place = _within(result, own)
    if own.field != "abstract" or place is None:
        return ""
    end = place[1]
    around = m.reading.sentence_at(own.start)
    last = around.end if around else end
    match = _TAKEN_BACK.match(texts(m.record)["abstract"][end:last])
    return match[0].rstrip(" .") if match else ""


def one_ended(text: str) -> bool:
    """ "A link between A": with what, is cut off."""
    return _ONE_END.search(text.rstrip(". ")) is not None

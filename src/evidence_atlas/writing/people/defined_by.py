"""What makes those who took part these people, in the authors' own words: “referred to a scheme”.

Where no plain word of the atlas's tells it, the number is told and their phrase quoted. It is
taken where it stands behind the count of all, where methods say whom they took in, or where title
or aim name one kind of people and no other. A quote is the authors'; a plainer phrase that drops
the trait would be untrue.
"""

from __future__ import annotations

import re
from itertools import pairwise

from evidence_atlas.records import Quote, QuoteSupport, Support, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled
from evidence_atlas.records.readability import grade

from ..brief.main_result import stems
from ..material import Material, Piece
from ..rules import named
from ..subject.title_subject import small
from ..tables import table
from ..unclear import as_quoted
from ..words.clause import loaded
from ..words.names import alike
from ..words.numbers import as_read
from ..words.short_forms import SHORT_FORM, stands_for
from ..words.spelled_out import spelled_out
from .had_by_some import only_some
from .people_phrase import NOT_WHO, phrase_at, telling
from .phrases_for_people import OTHERS_TOO, Found, number_end, phrases
from .traits import unexplained, without_it

_TABLE = table("people/defined_by.toml")
_PLACE = re.compile(_TABLE["place"], re.IGNORECASE)
MOST_WORDS, MOST_IN_A_ROW = 12, 20
_HARDEST = 16.5
"""The grade up to which words are easy enough for an opening; a row of its own tells them all."""
_RECOVERED = re.compile(r"\brecovered\b", re.IGNORECASE)
"""Of people it judges nothing: it tells who was taken in."""
_WITH = re.compile(r"(?<!ed)(?<!ing) with ", re.IGNORECASE)
_BRACKET = re.compile(r"\s?\([^()]*\)")
_AT_WORK = re.compile(_TABLE["at_work"], re.IGNORECASE)
_YOUNG = re.compile(_TABLE["young"], re.IGNORECASE)
_GIVEN = re.compile(_TABLE["given"], re.IGNORECASE)
_NOT_GIVEN = re.compile(_TABLE["not_given"], re.IGNORECASE)
_THOSE_WITHOUT = re.compile(r"\bnon[- ]?(?P<form>[A-Z][A-Z\d]+)\b")
_AFTER = re.compile(_TABLE["after"], re.IGNORECASE)
_OF_WHAT = re.compile(rf"(?:{_TABLE['of_what']})\Z", re.IGNORECASE)
_FORM_OF_A_PLACE = re.compile(_TABLE["forms_of_places"])


def with_their_words(
    m: Material,
    n: int | None,
    support: tuple[Support, ...],
    told: Piece,
    bare: Piece,
    *,
    only_counted: bool = False,
) -> Piece | None:
    """ "11,909 adults (“referred to a scheme”)": those told, and what makes them these people.

    `bare` is their number alone, which stands where the quote names the illness, too. None where
    the text has no phrase that tells more of them than is told. `only_counted`: words that stand
    elsewhere than behind the count may be of some of them.
    """
    for found in phrases(m, n, support):
        if only_counted and not found.counted:
            continue
        texts_told = (told.text, bare.text)
        words = _quotable(m, found, n, support, *texts_told, forms=True)
        words = words or _quotable(m, found, n, support, *texts_told, forms=False)
        if words is None:
            continue
        before = bare if _says_all(m, words.text, told.text, bare.text) else told
        theirs, where = worded(m, words)
        if grade(alike(f"They were people {theirs}.")) > _HARDEST:
            return None  # Other words are of less sure a place.
        said = f"{before.text} ({theirs})"
        noun = bare.text.rpartition(" ")[2]
        theirs_tells = noun == "people" or noun in words.text.casefold()
        if before.text == bare.text and words.start == found.phrase.start and theirs_tells:
            # Their noun stands in the place of ours: 893 “healthcare workers”.
            said = theirs if n is None else f"{as_read(n)} {theirs}"
        # What is told without the quote stands on the same support, where there is no room for it.
        held = (*told.support, *before.support, quoted(words), *where)
        return Piece(said, (*dict.fromkeys(held), named("in-their-words")))
    return None


def counted_by_name(m: Material, support: tuple[Support, ...], illness: str) -> bool:
    """Whether the words behind the very count name the illness: "1,218 asthma patients"."""
    held, sought = texts(m.record), {n.name for n in m.condition.illnesses_in(illness)}
    for count in support:
        if not isinstance(count, QuoteSupport):
            continue
        text = held.get(count.field, "")
        end = number_end(text, count.start)
        phrase = phrase_at(text, end) if end is not None else None
        if phrase is None or OTHERS_TOO.match(text, phrase.ends[-1]):
            continue
        words = text[phrase.start : phrase.ends[-1]]
        spelled = spelled_out(m.record, words)
        named_here = m.condition.illnesses_in(spelled[0] if spelled is not None else words)
        if sought & {n.name for n in named_here} and not _NOT_ILL.search(words):
            return True
    return False


_NOT_ILL = re.compile(
    r"\b(?:not|no|without|never|suspected|possible|recovered|or)\b|\bnon-", re.IGNORECASE
)


def worded(m: Material, words: Quote) -> tuple[str, tuple[Support, ...]]:
    """The words as a quote, or without the marks where a short form is spelled out in them."""
    told = in_small_letters(m, words)
    if unexplained(m, told, _TABLE["known_forms"]):
        spelled = spelled_out(m.record, told)
        if spelled is not None:
            return spelled
    return as_quoted(m, told), ()


def whole_phrase(
    m: Material,
    n: int | None,
    support: tuple[Support, ...],
    told: str,
    *,
    only_counted: bool = False,
) -> Quote | None:
    """The same phrase with its noun, for a row of its own: “adults referred to a scheme”."""
    held = texts(m.record)
    for found in phrases(m, n, support):
        if only_counted and not found.counted:
            continue
        text, phrase = held[found.field], found.phrase
        for end in reversed(_ends_of_all(m, found, text)):
            words = text[phrase.start : end]
            if not found.counted and _of_some(m, words, n, support):
                continue
            if may_be_quoted(m, words, MOST_IN_A_ROW, forms=False) and tells_more(m, words, told):
                return quote(held, found.field, phrase.start, end)
    return None


def _quotable(
    m: Material,
    found: Found,
    n: int | None,
    support: tuple[Support, ...],
    told: str,
    bare: str,
    *,
    forms: bool,
) -> Quote | None:
    """The longest of its forms that may be quoted; None where none tells anything new.

    `forms`: a short form may tell who they are.
    """
    held = texts(m.record)
    text, phrase = held[found.field], found.phrase
    if not found.counted and _of_others(m, text[phrase.start : phrase.head], told):
        return None
    before = text[phrase.start : phrase.head]
    # "Users of a tracker": their noun says nothing without what stands behind.
    of_what = _OF_WHAT.search(before) is not None
    new = tells_more(m, before, told, forms=forms)
    ends = _ends_of_all(m, found, text)
    for at in reversed(range(len(ends))):
        end = ends[at]
        whole = new or (of_what and text[phrase.head : end].startswith(" of "))
        start = phrase.start if whole else _first_new(m, text, ends[: at + 1], told, forms=forms)
        behind = text[phrase.head : end].strip()
        if start is None:
            continue
        told_in = _tells(m, before, behind, told) or _says_all(m, text[start:end], told, bare)
        if at > 0 and whole and not told_in:
            continue
        words = text[start:end]
        if not found.counted and _of_some(m, words, n, support):
            continue
        # Short forms are spelled out in the whole phrase only: a part of it may be anybody's.
        if may_be_quoted(m, words, MOST_WORDS, forms=forms and end == ends[-1]):
            return quote(held, found.field, start, end)
    return None


def _tells(m: Material, noun: str, behind: str, told: str) -> bool:
    of_no_use = behind.startswith("of ") and not _OF_WHAT.search(noun)
    return not of_no_use and tells_more(m, behind, told)


def _first_new(
    m: Material, text: str, ends: tuple[int, ...], told: str, *, forms: bool
) -> int | None:
    """Where the first thing that is new begins of what is told behind the noun."""
    for begin, end in pairwise(ends):
        aside = _BRACKET.match(text, begin, end)
        begin = aside.end() if aside is not None else begin
        part = text[begin:end].strip()
        if tells_more(m, part, told, forms=forms) and not _PLACE.fullmatch(part):
            return begin + len(text[begin:end]) - len(text[begin:end].lstrip(" ,"))
    return None


def may_be_quoted(m: Material, words: str, most: int = MOST_WORDS, *, forms: bool = True) -> bool:
    """Whether they may be told; with `forms` also where the text explains each short form."""
    if len(words.split()) > most or not telling(words) or NOT_WHO.search(words):
        return False
    if loaded(_RECOVERED.sub("", words)) or "(" in words:
        return False
    if not unexplained(m, words, _TABLE["known_forms"]):
        return True
    spelled = spelled_out(m.record, words) if forms else None
    # The same illness under its longer name would be told twice.
    return spelled is not None and not (
        loaded(_RECOVERED.sub("", spelled[0])) or m.condition.illnesses_in(spelled[0])
    )


def at_work(words: str) -> bool:
    """Whether people are named by their work, or by whom they care for."""
    return _AT_WORK.search(words) is not None


def _of_some(m: Material, words: str, n: int | None, support: tuple[Support, ...]) -> bool:
    """Whether words that stand apart from the count may be of some of those counted."""
    abstract = texts(m.record).get("abstract", "")
    if _WITH.search(words) and re.search(r"\bwith and without\b", abstract, re.IGNORECASE):
        return True
    if at_work(words):
        return False  # The illness is that of those whom they care for.
    return _one_of_two(m, words) or any(
        without_it(m, name) or only_some(m, name.name, n or 0, support, of_all=True)
        for name in m.condition.illnesses_in(words)
    )


def _ends_of_all(m: Material, found: Found, text: str) -> tuple[int, ...]:
    """Where the phrase may end: behind its noun, where what follows is of some of those counted."""
    ends = found.phrase.ends
    of_some = not found.counted and set_against_others(m, text[found.phrase.start : ends[-1]])
    return ends[:1] if of_some else ends


def set_against_others(m: Material, words: str) -> bool:
    """Whether the study counts people besides who had not what the words say: "the non-X group"."""
    told = " ".join(s.text for s in m.reading.sentences if s.role in ("methods", "results"))
    if _GIVEN.search(words) and _NOT_GIVEN.search(told):
        return True
    stands = (stands_for(m.record, found["form"]) for found in _THOSE_WITHOUT.finditer(told))
    return any(what is not None and what.casefold() in words.casefold() for what in stands)


def _one_of_two(m: Material, words: str) -> bool:
    """Whether one of the illnesses is named, of which people could have either."""
    both = set(m.reading.illnesses)
    named_here = {name.name for name in m.condition.illnesses_in(words)} & both
    return m.has("illnesses.together") and bool(named_here) and named_here != both


def _of_others(m: Material, noun: str, told: str) -> bool:
    """Whether those asked of the ill are named, and not the ill who are told."""
    return at_work(noun) and (m.brief.kind == "interviews" or _YOUNG.search(told) is not None)


def in_small_letters(m: Material, words: Quote) -> str:
    """The words without the capitals of a title or of the beginning of a sentence."""
    abstract = texts(m.record).get("abstract", "")
    if words.field == "title":
        return " ".join(small(w, abstract) for w in words.text.split(" "))
    first, _, rest = words.text.partition(" ")
    began = m.reading.sentence_at(words.start, words.field)
    if began is None or began.start != words.start or m.in_a_name(
        words.field, words.start, words.start + len(first)
    ):  # fmt: skip
        return words.text
    return f"{small(first, abstract)} {rest}".strip()


def tells_more(m: Material, words: str, told: str, *, forms: bool = True) -> bool:
    """Whether the words tell a trait that is not told: more than the illness by another name."""
    words = _without_told(m, words, told)
    new = telling(words)
    if _YOUNG.search(told):
        new = [w for w in new if not _YOUNG.search(w)]
    held = stems([told])
    return any(not stems([w]) <= held or (forms and _tells_by_form(m, w, told)) for w in new)


def _tells_by_form(m: Material, form: str, told: str) -> bool:
    """Whether a short form says who people are ("adults with HIV"): no place, and nothing told."""
    if SHORT_FORM.fullmatch(form) is None or _FORM_OF_A_PLACE.fullmatch(form) or form in told:
        return False
    if re.fullmatch(_TABLE["known_forms"], form):
        return True
    meant = stands_for(m.record, form)
    if meant is None or re.search(r"[A-Z]", meant):
        return False  # The name of a body or a study says less than any trait.
    return not m.condition.illnesses_in(meant) and not stems([meant]) <= stems([told])


def _without_told(m: Material, words: str, told: str) -> str:
    for known in m.condition.known_illnesses:
        if compiled(known.pattern).search(told):
            words = compiled(known.pattern).sub(" ", words)
    return words


def _says_all(m: Material, words: str, told: str, bare: str) -> bool:
    """Whether the quote tells all that is told with the number."""
    if " after " in told and _AFTER.search(words) is None:
        return False
    left = set(telling(told)) - set(telling(bare))
    rest = _without_told(m, told.replace(bare, " "), words)
    return bool(left) and not stems([" ".join(telling(rest))]) - stems([words])

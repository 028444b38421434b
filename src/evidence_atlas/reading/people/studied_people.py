"""Who was studied, as a noun phrase of the text: "adults with long COVID at two clinics".

Those counted as everybody come first, then those whom the methods say were taken in, then those
whom the title names after "in" or "among". A phrase that tells nothing of them ("participants")
is none, and where two kinds of people stand in a title none is taken: absent rather than wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import numbers
from .mentions import Mention
from .people_words import CONTROL, CUES, HEAD
from .places import text_of

_TABLE = tables.load("studied_people")
_OPENS = cue(_TABLE["opens"])
_NOT_THEM = cue(_TABLE["not_them"])
_STOPS = cue(_TABLE["stops"])
_BARE = cue(_TABLE["bare"])
_NO_MODIFIER = cue(_TABLE["no_modifier"])
_FIRST_WORDS = cue(_TABLE["first_words"])
_TAKEN_IN = cue(_TABLE["taken_in"])
_TALKED_WITH = cue(_TABLE["talked_with"])
_IN_TITLE = cue(_TABLE["in_title"])
_NOT_OURS = cue(_TABLE["not_ours"])
_NO_TAIL = cue(_TABLE["no_tail"])
_COMPARED = cue(_TABLE["compared"])
_GOES_ON = cue(_TABLE["goes_on"])
_FIRST_OF_NAMES = cue(_TABLE["first_of_names"], 0)
_OTHERS_BESIDE = cue(_TABLE["others_beside"])
_NEVER_LAST = cue(_TABLE["never_last"])
_OF_WHAT = cue(_TABLE["of_what"])
_NUMBERED_NAME = cue(_TABLE["numbered_name"])
_OLDER = cue(_TABLE["older"])
_BRACKET = cue(r"\s\([^()]{0,60}\)", 0)
_ENDS = cue(r"\s?(?:[,.;:)\]]|\Z)", 0)
_WORD = cue(r"\s?(?P<word>[A-Za-z\d][\w'’/+‐‑–-]*)", 0)
_SHORT_FORM = cue(r"\s\((?P<form>[A-Z][\w/-]{0,9})\)", 0)
_JOINS = frozenset(("and", "or", "the", "a", "an", "of", "to"))
_NUMBER = cue(r"\d+(?:[.,]\d+)*\Z", 0)
_MOST_MODIFIERS, _MOST_WORDS, _MOST_TAILS = 5, 9, 3


def read(document: Document, seen: list[Mention], total: int | None) -> Quote | None:
    """The first phrase that tells who they were; None where the text has none that is sure."""
    counted = [
        m for m in seen
        if m.value == total and not m.labelled_n and not m.subset and m.kind != "controls"
    ]  # fmt: skip
    for mention in counted:
        found = _counted(document, mention)
        if found is not None:
            return found
    for _, sentence in document.parts("methods", "aim"):
        if _NOT_OURS.search(sentence.text) or _with_a_few(sentence.text, total):
            continue
        for start, end in _phrases(sentence.text, _TAKEN_IN):
            return document.quote(sentence.start + start, sentence.start + end)
    return _titled(document)


def _with_a_few(text: str, total: int | None) -> bool:
    """Whether it tells of talks with some of all those counted."""
    talks = _TALKED_WITH.search(text)
    return talks is not None and total is not None and int(talks["n"].replace(",", "")) < total


def _counted(document: Document, mention: Mention) -> Quote | None:
    """The words behind a number: "253 adults with long COVID", without the number."""
    text = text_of(document, mention)
    number = next((n for n in numbers.find(text) if n.start == mention.start), None)
    if number is None:
        return None
    span = _phrase(text, number.end)
    if span is None:
        return None
    start, end = span
    if mention.sentence is None:
        return document.quote(start, end, "title")
    offset = document.sentences[mention.sentence].start
    return document.quote(offset + start, offset + end)


def _titled(document: Document) -> Quote | None:
    """Those whom the title names, if it names people of one kind only."""
    found = list(_phrases(document.title, _IN_TITLE))
    if len(found) != 1 or _COMPARED.search(document.title):
        return None
    start, end = found[0]
    others = CUES["other_people"].search(document.title)
    if others is not None and not start <= others.start() < end:
        return None
    return document.quote(start, end, "title")


def _phrases(text: str, opening: Cue) -> Iterator[tuple[int, int]]:
    """The phrases for people that stand right behind these words."""
    for match in opening.finditer(text):
        span = _phrase(text, match.end())
        if span is not None:
            yield span


def _phrase(text: str, position: int) -> tuple[int, int] | None:
    """Where a phrase for people begins and ends that starts at this place, if it tells anything."""
    first = _FIRST_WORDS.match(text, position)
    start = first.end() if first is not None else position
    start += len(text[start:]) - len(text[start:].lstrip())
    place, head = start, -1
    for _ in range(_MOST_MODIFIERS + 1):
        word = _WORD.match(text, place)
        if word is None:
            break
        noun = HEAD.match(text, word.start("word"))
        if noun is not None and noun.end() >= word.end() and not _NOT_THEM.match(text, noun.end()):
            head = place = noun.end()
            continue
        if head >= 0 or _NO_MODIFIER.fullmatch(word["word"]):
            break
        place = word.end()
    if head < 0:
        return None
    end, cut = _tails(text, head)
    words = text[start:end]
    if _BARE.fullmatch(words) or CONTROL.search(words) or _others_beside(text, end):
        return None
    if cut and HEAD.fullmatch(words):
        return None  # "Women with …", of which it is not sure where it ends.
    return start, end


def _others_beside(text: str, end: int) -> bool:
    """Whether people of another kind are named next: "adults and children"."""
    joint = _OTHERS_BESIDE.match(text, end)
    place = joint.end() if joint is not None else len(text)
    for _ in range(4):
        word = _WORD.match(text, place)
        if word is None:
            return False
        if HEAD.match(text, word.start("word")):
            return CONTROL.search(text, place, word.end()) is None
        if _STOPS.fullmatch(word["word"]):
            return False
        place = word.end()
    return False


def _tails(text: str, end: int) -> tuple[int, bool]:
    """Where what is told of the people ends ("with …", "at …"); whether more is told than taken."""
    before = end
    for _ in range(_MOST_TAILS):
        form = _SHORT_FORM.match(text, end)
        opened = _OPENS.match(text, form.end() if form is not None else end)
        if opened is None:
            break
        stop = _tail(text, opened.end(), opened[0].strip())
        if stop is None:  # What "of" stands behind is no whole phrase without it.
            return before if opened[0].strip() == "of" else end, True
        before, end = end, stop
    return end, False


def _tail(text: str, position: int, opener: str) -> int | None:
    """Where the words behind "with" end; None where that cannot be told, or they tell of no one."""
    numbered = opener.startswith("aged")
    end = position
    last = ""
    for _ in range(_MOST_WORDS + 1):
        word = _WORD.match(text, end)
        if word is None or (end == position and text[end : end + 1] in " ,;:"):
            break
        token = word["word"]
        if _STOPS.fullmatch(token):
            break
        if _NUMBER.fullmatch(token) and not numbered and not _NUMBERED_NAME.fullmatch(last):
            break
        if token in ("and", "or") and not _goes_on(text, word.end()):
            break
        # Those without it are most often the others.
        of_what = token == "of" and opener != "without" and _OF_WHAT.fullmatch(last) is not None
        if last and not of_what and _OPENS.match(text, word.start("word") - 1):
            break
        end, last = word.end(), token
    else:
        return None
    words = text[position:end]
    if not words or last.lower() in _JOINS or _NEVER_LAST.fullmatch(last):
        return None
    if _NO_TAIL.search(words):
        return None
    older = _OLDER.match(text, end) if numbered else None
    end = older.end() if older is not None else end
    return None if _breaks_off(text, end) else end


def _breaks_off(text: str, end: int) -> bool:
    """Whether the words stop in the middle: "refractory | to …", "in Chile | , Peru and Cuba"."""
    if _FIRST_OF_NAMES.match(text, end):
        return True
    bracket = _BRACKET.match(text, end)
    if bracket is None:
        return _GOES_ON.match(text, end) is not None
    if _ENDS.match(text, bracket.end()) or _OPENS.match(text, bracket.end()):
        return False
    word = _WORD.match(text, bracket.end())
    return word is None or _STOPS.fullmatch(word["word"]) is None


def _goes_on(text: str, position: int) -> bool:
    """Whether "and" joins what the people have, not other people or what they did."""
    place = position
    for _ in range(3):
        word = _WORD.match(text, place)
        if word is None:
            return place > position
        token = word["word"]
        if token[0].isdigit() or HEAD.match(text, word.start("word")) or _STOPS.fullmatch(token):
            return False
        if place == position and token.lower().endswith("ed"):
            return False
        place = word.end()
    return True

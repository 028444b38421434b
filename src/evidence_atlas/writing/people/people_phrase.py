"""Where the text's own phrase for people begins and ends: "adults sent to a ward | were asked".

A phrase is the noun, what stands before it, and what is told behind it ("with …", "who …",
"from …"), as far as it is sure to be complete in itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..tables import table

_TABLE = table("people/people_phrase.toml")


def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_TABLE[name]})", re.IGNORECASE)


_OPENS, _VERBS, _STOPS, _NEVER_LAST, _NO_MODIFIER, _LITTLE = (
    _words(name) for name in ("opens", "verbs", "stops", "never_last", "no_modifier", "little")
)
_AFTER_WHAT, _ENDS_WELL = _words("after_what"), _words("ends_well")
_GROWN_UP = re.compile(rf"(?<!\w)(?:{_TABLE['grown_up']})(?!\w)", re.IGNORECASE)
NOT_WHO = _words("not_who")
"""Words of what people did in the study, or of a part of them."""
_SENTENCE_ENDS = re.compile(r"(?<!\bSt)(?<=[a-z\d%]{2})[.!?]\Z|\A[a-z\d][.!?]\Z")
"""A word with the full stop of its sentence; "U.S." and "St." are none."""
_GLUED = re.compile(r"[a-z\d]\.(?=[A-Z][a-z])")
_LISTED = re.compile(r",\s(?:[\w-]+\s){0,3}[\w-]+(?:,\s|,?\s)and\s")
"""Others of a kind follow: "from nurseries, primary schools and colleges"."""
_PLACES = re.compile(r"(?:, [A-Z][a-z]+){3,12},? (?:and )?[A-Z]")
"""Several more places: the first of them is not where all of them lived."""
_CARRIED_ON = _words("carried_on")
_TIMES = ("days", "weeks", "months", "years")
_SHORT = re.compile(r"[A-Z][A-Z\d]+")
_OLDER = re.compile(r"\S+ (?:and|or) (?:older|younger|over|above|under)\b", re.IGNORECASE)
_ADVERB = re.compile(r"[a-z]+ly")
_GOES_ON = re.compile(rf"(?:{_TABLE['goes_on']})(?![\w-])", re.IGNORECASE)
_FIRST = re.compile(_TABLE["first"], re.IGNORECASE)
_NOT_THEM = re.compile(_TABLE["not_them"], re.IGNORECASE)
_NOUNS = rf"{table('people/traits.toml')['heads']}|{_TABLE['heads_too']}"
_HEAD = re.compile(rf"(?:{_NOUNS})\b", re.IGNORECASE)
_HEAD_OR_CONTROLS = re.compile(rf"(?:{_NOUNS}|controls?|those|counterparts|HCs)\b", re.IGNORECASE)
_OF_CONTROLS = re.compile(r"healthy|control|[\w-]*matched", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s()\[\],;:]+")
_PAUSE = re.compile(r"\s*[,;:.()\[\]]|\s*\Z|\s+[-–—]\s")
_BRACKET = re.compile(r"\s?\([^()]{0,60}\)")
_COUNTED = re.compile(r"\bn\s?=", re.IGNORECASE)
_MOST_MODIFIERS = 6


@dataclass(frozen=True)
class Phrase:
    """Places in a text: where it starts, where its noun ends, and where it may end."""

    start: int
    head: int
    ends: tuple[int, ...]
    """The places where it is complete in itself, the longest last; the noun's end is the first."""


def phrase_at(
    text: str, position: int, *, of_title: bool = False, controls: bool = False
) -> Phrase | None:
    """The phrase for people that starts at this place; None where no noun for people follows.

    In a title "and" may join another thing that the paper is about: there the phrase ends before
    what "and" stands in. With `controls` these, and "those", are people, too.
    """
    position += len(text[position:]) - len(text[position:].lstrip())
    head_noun = _HEAD_OR_CONTROLS if controls else _HEAD
    begun = _FIRST.match(text, position)
    start = begun.end() if begun is not None else position
    place, head = start, -1
    for _ in range(_MOST_MODIFIERS + 1):
        word = _TOKEN.match(text, place)
        if word is None:
            break
        noun = head_noun.match(text, place)
        if (
            noun is not None
            and noun.end() >= word.end() - 1
            and not _NOT_THEM.match(text, noun.end())
        ):
            head = noun.end()
        elif head >= 0 or (
            _NO_MODIFIER.fullmatch(word[0].rstrip("."))
            and not (controls and _OF_CONTROLS.fullmatch(word[0]))
        ):
            break
        place = word.end() + 1
        if text[word.end() : place] != " " or _SENTENCE_ENDS.search(word[0]):
            break
    return None if head < 0 else Phrase(start, head, (head, *_ends(text, head, of_title=of_title)))


def _ends(text: str, head: int, *, of_title: bool) -> list[int]:
    """Behind the noun, the places where what is told of the people is complete."""
    found: list[int] = []
    form = _BRACKET.match(text, head)
    end = form.end() if form is not None else head
    last, opener, relative, opened = "", "", False, False
    while True:
        pause = _PAUSE.match(text, end)
        token = None if pause else _TOKEN.match(text, end + 1)
        if pause is not None or token is None:
            listed = opener == "of" and text[end : end + 1] == "," and last.istitle()
            listed = listed or _LISTED.match(text, end) is not None
            listed = listed or _PLACES.match(text, end) is not None
            if opened and complete(last) and not listed and _closes(text, end):
                found.append(end)
            more = _CARRIED_ON.match(text, end) if found and found[-1] == end else None
            if more is None:
                return found
            end, last, relative = more.end() - 1, "", False
            continue
        glued = _GLUED.search(token[0])
        if glued is not None:  # "… in the north.Figure 1 shows": the blank was lost.
            end = token.start() + glued.start() + 1
            return [*found, end] if opened and complete(token[0][: glued.start() + 1]) else found
        word = token[0].rstrip(".")
        opens = _OPENS.fullmatch(word) is not None
        following = _TOKEN.match(text, token.end() + 1)
        joined = f"{last} {word} {following[0] if following else ''}".strip()
        over = not _GOES_ON.match(joined) and (
            (_STOPS.fullmatch(word) is not None and not (relative and last in ("were", "was")))
            or (_VERBS.fullmatch(word) is not None and not _goes_with(last, relative))
        )
        if not opened and not opens:
            return found
        joins = word in ("and", "or")
        if (
            joins
            and not _OLDER.match(joined)
            and (of_title or (_new_thing(following) and not (relative and _is_verb(following))))
        ):
            # "Vaccinated or not": one of the two would be told for both.
            if not of_title and word == "and" and complete(last):
                found.append(end)
            return found
        if over and (
            (word in ("for", "on") and _in_a_name(last, following))
            or (opened and word in ("to", "than", "as"))
        ):
            return found
        if of_title and word in ("after", "following") and not _had_before(text, token.end()):
            return [*found, end] if opened and complete(last) else found
        if over and not (opens and not opened):
            # "Adults whose complaints": what of them is told by the verb behind.
            if opened and complete(last) and opener != "whose":
                found.append(end)
            return found
        dated = last in _TIMES and word in ("after", "following", "from")
        if opens and word != "of" and not dated and opened and complete(last):
            found.append(end)
        opener = word if opens else opener
        relative = relative or word.casefold() in ("who", "whose", "that")
        opened, last, end = True, word, token.start() + len(word)
        if token[0].endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+", token[0]):
            if complete(last):
                found.append(end)
            return found


def _new_thing(following: re.Match[str] | None) -> bool:
    """Whether a word behind "and" begins something else than what the people have."""
    word = following[0] if following is not None else "0"
    if word.casefold() in ("older", "younger", "over", "above", "under"):
        return False
    if _HEAD.match(word):
        return True
    return word[0].isdigit() or any(p.fullmatch(word) for p in (_OPENS, _VERBS, _STOPS))


def _is_verb(following: re.Match[str] | None) -> bool:
    return following is not None and _VERBS.fullmatch(following[0]) is not None


def _in_a_name(last: str, following: re.Match[str] | None) -> bool:
    """Whether a small word stands within a name: "the Registry for Lasting Trouble"."""
    return last[:1].isupper() and following is not None and following[0][:1].isupper()


def _goes_with(last: str, relative: bool) -> bool:
    """Whether a verb behind this word is still one of "who …"."""
    if last.casefold() in ("who", "that", "whose", "not", "also"):
        return True
    return relative and (last.casefold() in ("and", "or") or last.endswith("ly"))


def complete(last: str) -> bool:
    """Whether a phrase may end with this word."""
    if _ENDS_WELL.fullmatch(last):
        return True
    return bool(last) and not any(p.fullmatch(last) for p in (_NEVER_LAST, _VERBS, _ADVERB))


def _had_before(text: str, end: int) -> bool:
    """Whether behind "after" stands what people had, by what it is called or by its capitals."""
    rest = text[end:].lstrip()
    return _AFTER_WHAT.match(rest) is not None or _SHORT.match(rest) is not None


def _closes(text: str, end: int) -> bool:
    """Whether a bracket there stands behind the phrase, and not in the middle of it."""
    bracket = _BRACKET.match(text, end)
    if bracket is None:
        return True
    if text[bracket.end() : bracket.end() + 1] not in (" ", ",", ";", ":", ".", ""):
        return False
    if _COUNTED.search(bracket[0]):
        return False  # "From nurseries (n = 40), schools (n = 60)": one of several.
    if _PAUSE.match(text, bracket.end()):
        return True
    word = _TOKEN.match(text, bracket.end() + 1)
    return (
        word is None
        or any(p.fullmatch(word[0]) for p in (_OPENS, _VERBS, _STOPS))
        or (word[0] in ("and", "or"))
    )


def telling(words: str) -> list[str]:
    """Those of the words that may tell what makes people these people."""
    words = _GROWN_UP.sub(" ", words)
    return [w for w in re.findall(r"[\w’'+-]+", words) if _LITTLE.fullmatch(w) is None]


def grown_up_age(words: str, *, alone: bool = True) -> bool:
    """Whether an age tells no more than that all were adults: "aged 18 or older"."""
    found = _GROWN_UP.fullmatch(words.strip()) if alone else _GROWN_UP.search(words)
    return found is not None

"""Noun phrases fit for a sentence: short, in small letters, with their article."""

from __future__ import annotations

import re

from ..tables import table
from .edges import IN_BRACKETS
from .names import length

_NOUNS = table("words/noun_phrases.toml")
_ARTICLE: dict[str, str] = _NOUNS["article"]
_FUNCTION_WORDS = frozenset(_NOUNS["small"]["words"])
MOST_WORDS = 9


def short(phrase: str, most: int = MOST_WORDS) -> str | None:
    """A noun phrase fit for a sentence: no brackets, no verb clause, few words; else None."""
    text = " ".join(IN_BRACKETS.sub("", phrase).split()).strip(" ,;:.")
    if not text or length(text) > most or text.count("(") != text.count(")"):
        return None
    if any(mark in text for mark in (";", ":", "=", "<", ">", "±")):
        return None
    if re.search(
        r"\b(was|were|is|are|had|has|have|did|showed|that|which|who|we|our)\b", text, re.I
    ):
        return None
    return text


def uncapital(text: str) -> str:
    """The phrase within a sentence: a plain first word loses its capital, a name keeps it."""
    head, _, rest = text.partition(" ")
    if head in _FUNCTION_WORDS:
        return head.lower() + text[len(head) :]
    if _TITLED.match(rest) and head != "A" and not _OF_THE_SENTENCE.fullmatch(head):
        # "Pain Severity Scale" is a name; "Recurrent ABC" and "Total ABC scores" are none.
        return text
    plain = head[:1].isupper() and (head[1:].islower() or head == "A")
    # "C5a", "Th17", "C-reactive", "X-ray"
    plain = plain and not re.search(r"\d|^[A-Z][-‐]", head)
    if _OF_CONSONANTS.fullmatch(head):
        return text
    return text[:1].lower() + text[1:] if plain and not is_name(head) else text


_TITLED = re.compile(r"(?!Covid)[A-Z][a-z]")
_OF_THE_SENTENCE = re.compile(r"[A-Z][a-z]{3,}ly,")
"""An adverb set off by a comma: it begins the sentence, whatever name stands behind it."""
_OF_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,2}")
"""A short form for one thing, as "Hb"."""


def is_name(word: str) -> bool:
    """Whether a word keeps its capital inside a sentence: a person's, a people's, a place's."""
    return re.sub(r"['’]s?\Z", "", word) in _NOUNS["names"]["words"]


_TITLE_CAPITAL = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)*\b")
"""A word, or such words joined: "Ehlers-Danlos" is one name."""


def in_small_letters(name: str) -> str:
    """A name without the capitals that only a title gives it; names within it keep theirs."""
    return _TITLE_CAPITAL.sub(lambda m: m[0] if is_name(m[0]) else m[0].lower(), name)


_COUNTED = frozenset(_NOUNS["counted"]["words"])
_BEHIND = re.compile(_NOUNS["behind"])
_HAS_ARTICLE = re.compile(r"(?:an?|the|no|their|its)\s|\S*\d", re.IGNORECASE)


def treatment_with_article(name: str) -> str:
    """A treatment as it stands behind "had": "a breathing programme", but "rehabilitation"."""
    last = _BEHIND.split(name, maxsplit=1)[0].rsplit(" ", 1)[-1].casefold()
    if name.casefold() in _ARTICLE or last not in _COUNTED or _HAS_ARTICLE.match(name):
        return with_article(name)
    if last == "protocol" and name[:1].isupper():
        return f"the {name}"
    return f"{'an' if name[:1].casefold() in 'aeio' else 'a'} {name}"


def with_article(name: str) -> str:
    """A thing that is counted with its article ("a placebo"), other things as they are."""
    return _ARTICLE.get(name.casefold(), name)

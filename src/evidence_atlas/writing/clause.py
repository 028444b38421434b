"""Restating a reported clause close to its words, and cutting short phrases to quote.

The tables are in wording.toml. A clause is restated only if nothing in it claims more than
the comparison allows; else a few words are quoted as the authors'.
"""

from __future__ import annotations

import re

from .tables import table

_TABLE = table("wording.toml")
_LEAD_IN = re.compile(_TABLE["lead_in"]["pattern"], re.IGNORECASE)
_SWAPS = [(re.compile(s["pattern"], re.IGNORECASE), s["say"]) for s in _TABLE["swaps"]]
_CAUSAL = re.compile(_TABLE["causal"]["pattern"], re.IGNORECASE)
_LOADED = re.compile(_TABLE["loaded"]["pattern"], re.IGNORECASE)
_VERB = re.compile(_TABLE["verb"]["pattern"], re.IGNORECASE)
_BAD_START = re.compile(_TABLE["bad_start"]["pattern"], re.IGNORECASE)
_TURN = re.compile(_TABLE["turn"]["pattern"], re.IGNORECASE)
_CUT = re.compile(r"[,;:]\s+|\s+(?=\()|\s+[–—]\s+")
# Thin and hard spaces stand inside numbers ("11 567") and stay.
_BLANKS = re.compile(r"[ \t\r\n]+")
_PERSON = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
MOST_QUOTED_WORDS = 12
MOST_WORDS = 32


def restate(text: str, *, randomised_result: bool, most: int = MOST_WORDS) -> str | None:
    """The clause as a sentence of ours, or None where it cannot be told safely.

    Causal verbs pass only where the result compares randomised groups; loaded words never.
    """
    said = plain_clause(text)
    if said is None or len(said.split()) > most or _LOADED.search(said) or _PERSON.search(said):
        return None
    if _CAUSAL.search(said) and not randomised_result:
        return None
    return said


def plain_clause(text: str) -> str | None:
    """The clause without its lead-in and with a few words swapped; None if it is no sentence."""
    said = _BLANKS.sub(" ", text).strip(" ,;")
    for _ in range(3):
        shorter = _LEAD_IN.sub("", said, count=1).strip(" ,;:")
        if shorter == said:
            break
        said = shorter
    for pattern, say in _SWAPS:
        said = pattern.sub(say, said)
    said = _BLANKS.sub(" ", said).strip()
    if not said or _BAD_START.match(said) or not _VERB.search(said) or not _balanced(said):
        return None
    if "“" in said or '"' in said or "?" in said:
        return None
    return said


def loaded(text: str) -> bool:
    """True where the words judge ("effective", "safe", "recovered") instead of telling."""
    return bool(_LOADED.search(text))


def causal(text: str) -> bool:
    """True where a verb says that one thing brought another about."""
    return bool(_CAUSAL.search(text))


def phrase(text: str, most: int = MOST_QUOTED_WORDS) -> str | None:
    """A short run of the exact words, cut only where a clause ends, or None.

    Nothing is cut off where what follows turns the meaning ("but", "only in", "not").
    """
    whole = text.strip().rstrip(".;,: ")
    for _ in range(3):
        whole = _LEAD_IN.sub("", whole, count=1).lstrip(" ,;:")
    if not _VERB.search(whole) or _BAD_START.match(whole):
        return None
    if _fits(whole, most):
        return whole
    for match in _CUT.finditer(whole):
        head, rest = whole[: match.start()], whole[match.end() :]
        if _fits(head, most) and _VERB.search(head) and not _TURN.search(rest) and _says(head):
            if re.match(
                r"(?:to|in|of|for|and|or|than|from|with|by|at|on|to)\b", rest, re.IGNORECASE
            ):
                return None
            return head
    return None


def _fits(text: str, most: int) -> bool:
    return (
        2 <= len(text.split()) <= most and _balanced(text) and "“" not in text and '"' not in text
    )


def _says(head: str) -> bool:
    """A head that only leads in ("In this study,") says nothing."""
    return len(head.split()) >= 4 and not _BAD_START.match(head)


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def short_quote(text: str) -> str | None:
    """The phrase between quotation marks, or None."""
    found = phrase(text)
    return f"“{found}”" if found else None

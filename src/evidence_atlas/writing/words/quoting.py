"""Cutting short phrases to quote: a run of the exact words, cut only where a clause ends."""

from __future__ import annotations

import re

from ..tables import table
from .clause import causal, loaded
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
from .names import length, length_seen
from .verbs import VERB, finite, main_verb

_TABLE = table("words/quoting.toml")
_CUT = re.compile(r"[,;:]\s+|\s+(?=\()|\s+[–—]\s+")
# A bracket after which a clause ends.
_BRACKET_ENDS = re.compile(r"\([^()]{0,200}\)\s*(?:[.,;:]|$)")
_EXAMPLES = re.compile(_TABLE["examples"]["pattern"], re.IGNORECASE)
_CHANGE = re.compile(_TABLE["change"]["pattern"], re.IGNORECASE)
_TOLD_BY = re.compile(_TABLE["told_by"]["pattern"], re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(_TABLE["article_before"], re.IGNORECASE)
_NAMED_BY_EXAMPLES = re.compile(_TABLE["named_by_examples"], re.IGNORECASE)
_GOES_ON = re.compile(_TABLE["goes_on"], re.IGNORECASE)
_SETTING = re.compile(r"^(?:at|after|by|within|during) [^,]{2,30}, ", re.IGNORECASE)
_LISTED = re.compile(r",? (?:and|or) [^,]{2,40}$")
_AFTER_BRACKET = re.compile(r"\([^()]{0,200}\),\s+")
_HAS_ITS_VERB = re.compile(r"\b\w{3,}ed (?:an?|the) ", re.IGNORECASE)
_ADVERB_BEFORE = re.compile(r"(?:^|\s)(\w+ly\s)$")
_NAME_BEFORE = re.compile(r"[a-z,] (?:[A-Z][\w-]+ )*[A-Z][\w-]+$")
_NAME_GOES_ON = re.compile(r"[A-Z][a-z]+\b")
# One of several values, each with what it stands for: "0 to 1, a little; > 1 to 2, moderately".
_VALUE_LAST = re.compile(r"\b\d[\d.]*(?: ?(?:-|–|to) ?\d[\d.]*)?, [^,;]{3,40}$")
_VALUE_FIRST = re.compile(r"[<>≥≤=]? ?\d[\d.]*(?: ?(?:-|–|to) ?\d[\d.]*)?, ")
_NO_SUBJECT = re.compile(_TABLE["no_subject"]["pattern"], re.IGNORECASE)
MOST_QUOTED_WORDS = 12
MOST_SUBJECT_WORDS = 12
TURN = re.compile(_TABLE["turn"]["pattern"], re.IGNORECASE)


def phrase(text: str) -> str | None:
    """A short run of the exact words, cut only where a clause ends, or None.

    Nothing is cut off where what follows turns the meaning ("but", "only in", "not").
    """
    whole = text.strip().rstrip(".;,: ")
    for _ in range(3):
        whole = LEAD_IN.sub("", whole, count=1).lstrip(" ,;:")
    if not finite(whole) or BAD_START.match(whole) or VERB.match(whole):
        return None
    if BAD_END.search(whole):
        return None
    if _fits(whole):
        return whole
    for match in _CUT.finditer(whole):
        head, rest = whole[: match.start()], whole[match.end() :]
        if rest.startswith("(") and not _BRACKET_ENDS.match(rest):
            continue
        if (item := _AFTER_BRACKET.match(rest)) and not NEW_CLAUSE.match(rest[item.end() :]):
            continue
        if match.group().startswith(",") and not NEW_CLAUSE.match(rest):
            continue
        if _cut_within(head, match.group(), rest):
            continue
        if BAD_END.search(head):
            continue
        if _fits(head) and finite(head) and not TURN.search(rest) and _says(head):
            if re.match(r"(?:to|in|of|for|and|or|than|from|with|by|at|on)\b", rest, re.IGNORECASE):
                return None
            return head
    return None


def _cut_within(head: str, mark: str, rest: str) -> bool:
    """Whether the mark stands within a name ("Expression: Explained (EE)"), or a row of values."""
    if mark.startswith(":"):
        return bool(_NAME_BEFORE.search(head) and _NAME_GOES_ON.match(rest))
    return mark.startswith(";") and bool(_VALUE_LAST.search(head) or _VALUE_FIRST.match(rest))


def change_told(text: str) -> str | None:
    """A run of the exact words that name a change and in what: "a clear fall in strength".

    None where the clause denies it, or turns before it ends.
    """
    found = _CHANGE.search(text)
    if found is None or TURN.search(text, 0, found.start()):
        return None
    words, rest = found[0].rstrip(" ,;."), text[found.end() :]
    if _GOES_ON.match(rest):
        return None  # which people, or with what, stands in what would be cut off
    listed = rest.startswith(",") and not NEW_CLAUSE.match(rest.lstrip(" ,"))
    if listed or (rest.startswith("(") and words[-1:].isalnum() and not found[0].endswith(" ")):
        return None  # cut within a list, or within a name such as "DL(CO)"
    if TURN.search(text, found.end()) or not _fits(words) or BAD_END.search(words):
        return None
    return None if loaded(words) or PERSON.search(words) else words


def subject_and_told(text: str, refuse: re.Pattern[str] | None = None) -> tuple[str, str] | None:
    """What a clause is about, in its own words, and a run of the exact words that tell of it.

    "The drug and training" and "significantly improved the score compared to training alone":
    for a clause that is too long to quote whole, or claims more than we may. None where the
    first part judges or names a cause itself, or where the second would be cut within.
    """
    whole = text.strip().rstrip(".;,: ")
    for _ in range(3):
        whole = LEAD_IN.sub("", whole, count=1).lstrip(" ,;:")
    at = _told_from(whole)
    if SET_APART.search(whole):
        return None
    if at is None or BAD_START.match(whole) or BAD_END.search(whole):
        return None
    while (adverb := _ADVERB_BEFORE.search(whole[:at])) is not None:
        at = adverb.start(1)
    subject = " ".join(IN_BRACKETS.sub("", whole[:at]).split()).rstrip(" ,")
    if not 1 <= length(subject) <= MOST_SUBJECT_WORDS or PERSON.search(subject):
        return None
    if not re.search(r"[^\W\d_]{3,}", subject) or subject[-1:] in "-‐‑–":
        return None  # "94%": of whom, is not said; and a name is not cut within
    if main_verb(subject) is not None or _HAS_ITS_VERB.search(subject):
        return None
    if BAD_END.search(subject):
        return None
    if loaded(subject) or causal(subject) or _NO_SUBJECT.search(_SETTING.sub("", subject)):
        return None
    if "," in _SETTING.sub("", subject) and not _LISTED.search(subject):
        return None
    rest = whole[at:]
    for match in (None, *sorted([*_CUT.finditer(rest), *_EXAMPLES.finditer(rest)], key=_start)):
        told = rest if match is None else rest[: match.start()]
        after = "" if match is None else rest[match.end() :]
        if not _fits(told) or BAD_END.search(told):
            continue
        if length(told) < (2 if re.search(r"\d", told) else 3):
            continue
        if refuse is not None and refuse.search(told):
            continue
        if match is not None and not _may_end(told, match.group(), after):
            continue
        return subject, told
    return None


def _start(match: re.Match[str]) -> int:
    return match.start()


def without_examples(text: str) -> str:
    """The clause up to where only examples follow, unless these turn what was said."""
    found = _EXAMPLES.search(text)
    rest = text[found.end() :] if found else ""
    if found is None or TURN.search(rest) or VERB.search(rest):
        return text
    return text[: found.start()]


def _told_from(whole: str) -> int | None:
    """Where what is told begins: at the verb, "clearly" before it or not."""
    at = main_verb(whole)
    for match in _TOLD_BY.finditer(whole, 0, at if at is not None else len(whole)):
        before = whole[: match.start()].rstrip()
        if before and not BAD_END.search(before) and not _ARTICLE_BEFORE.search(before):
            return match.start()
    return at


def _may_end(told: str, mark: str, after: str) -> bool:
    """Whether what was said is whole without the words that follow the mark."""
    if TURN.search(after) or _cut_within(told, mark, after):
        return False
    if _EXAMPLES.fullmatch(mark):
        return mark.startswith(",") or not _NAMED_BY_EXAMPLES.search(told)
    if after.startswith("("):
        item = _AFTER_BRACKET.match(after)
        return bool(_BRACKET_ENDS.match(after)) and (
            item is None or bool(NEW_CLAUSE.match(after[item.end() :]))
        )
    return not mark.startswith(",") or bool(NEW_CLAUSE.match(after))


def _fits(text: str) -> bool:
    return (
        2 <= length_seen(text) <= MOST_QUOTED_WORDS
        and balanced(text)
        and not SET_APART.search(text)
        and not any(mark in text for mark in '“"$\\{}\u22c5')
    )


def _says(head: str) -> bool:
    """A head that only leads in ("In this study,") says nothing."""
    return length(head) >= 4 and not BAD_START.match(head)

"""The authors' own words in indirect speech: whole, or up to a place where they may end."""

from __future__ import annotations

import re

from ..tables import table
from .edges import BAD_END, IN_BRACKETS, TAG
from .names import length

_WORDS: dict[str, str] = table("words/theirs.toml")

_THEIRS = [
    (re.compile(r"\bour (?:own )?(?:best )?knowledge(?=,)", re.I), "the authors' knowledge"),
    # What "we" know is what is known, not what the authors know.
    (re.compile(r"\bour (?=(?:\w+ )?(?:understanding|knowledge)\b)", re.I), "the "),
    (re.compile(r"\bwe\b", re.I), "they"), (re.compile(r"\bour\b", re.I), "their"),
    (re.compile(r"\bus\b"), "them"), (re.compile(r"\bours\b", re.I), "theirs"),
]  # fmt: skip
_PRAISE = re.compile(_WORDS["praise"], re.IGNORECASE | re.DOTALL)
_END = re.compile(_WORDS["end"])
_LEANS = re.compile(_WORDS["leans"], re.IGNORECASE)
_LIST = re.compile(_WORDS["list"])
_COUNTED_LIST = re.compile(_WORDS["counted_list"], re.IGNORECASE)
_OPEN_PAIR = re.compile(_WORDS["open_pair"], re.IGNORECASE)


# What a bracket lists or explains in plain words, without which its noun says less or another
# thing: "exertions (stress, worry)", "a diagnosis (i.e. by a doctor)".
_TELLING = re.compile(
    r"\s\((?P<in>(?:i\.?\s?e\.?,?|that is,?|namely)\s[a-z][\w ,/-]{2,60}|"
    r"[a-z][a-z-]*(?: [a-z-]+){0,3}(?:, (?:and |or )?[a-z][a-z-]*(?: [a-z-]+){0,3}){1,5})\)"
)
_HELD, _CLOSED = "\ue000", "\ue001"


def held_brackets(text: str) -> str:
    """The text in which brackets that tell something are held, so that no other rule drops them."""

    def held(bracket: re.Match[str]) -> str:
        return f"{_HELD}{bracket['in'].replace(' ', _BLANK)}{_CLOSED}"

    return _TELLING.sub(held, text)


_BLANK = "\ue002"


def with_brackets(text: str) -> str:
    """The text with the brackets that were held."""
    return text.replace(_HELD, " (").replace(_CLOSED, ")").replace(_BLANK, " ")


# A term that the authors set between straight marks stands between those of a term.
_TERM = re.compile(r'(?<=[\s(])"(?P<term>[^"“”.;:!?]{2,40}?)(?P<end>[.,]?)"(?=[\s),.;]|\Z)')


def with_terms(text: str) -> str:
    """The text with terms that stood between straight marks between those of a term."""
    return _TERM.sub(r"‘\g<term>’\g<end>", text)


def as_theirs(text: str) -> str:
    """ "We", "our" and "us" as "they", "their" and "them"."""
    for pattern, theirs in _THEIRS:
        text = pattern.sub(theirs, text)
    return text


def first_part(text: str, fewest: int, most: int) -> str | None:
    """A clause without brackets, whole or up to a place where it may end; None where neither."""
    whole = bare(text)
    if any(mark in whole for mark in '“”"()[]?=<>|'):
        return None
    for part in (whole, *_heads(whole)):
        words = length(part)
        if words > most or not _stands(part, whole):
            continue
        return part if words >= fewest else None
    return None


def parts(text: str, fewest: int, most: int, ends: re.Pattern[str]) -> list[str]:
    """A clause without brackets, whole and up to each of its `ends`, longest first."""
    whole = bare(text)
    if any(mark in whole for mark in '“”"()[]?=<>|'):
        return []
    return [
        part for part in (whole, *_heads(whole, ends))
        if fewest <= length(part) <= most and _stands(part, whole)
    ]  # fmt: skip


_HYPHEN_BEHIND = re.compile(r"\)-[a-z]")


def bare(text: str) -> str:
    """The text without what stands in brackets, and without what the authors think of it."""
    plain = IN_BRACKETS.sub(" ", TAG.sub(" ", _PRAISE.sub("", text)))
    if _HYPHEN_BEHIND.search(text):
        # "A Drug Agency (DA)-approved drug": the hyphen ties what stands before the bracket.
        plain = re.sub(r"(?<=\w)\s+(?=-[a-z])", "", plain)
    return re.sub(r" (?=[,;:.])", "", " ".join(plain.split())).rstrip(" .,;:")


def _heads(whole: str, ends: re.Pattern[str] = _END) -> list[str]:
    return [whole[: m.start()].rstrip(" ,;:") for m in reversed([*ends.finditer(whole)])]


def _stands(part: str, whole: str) -> bool:
    """Nothing in the part leans on what was cut off."""
    if _LEANS.search(part) or _OPEN_PAIR.search(part) or BAD_END.search(part):
        return False
    if part != whole and _COUNTED_LIST.search(part):
        return False  # "Three groups: A, B" would lack the third.
    return part == whole or not _LIST.search(part)

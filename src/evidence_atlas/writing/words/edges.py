"""Where a clause may begin and end, and what it may not hold to be told as it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from ..tables import table

_TABLE = table("words/edges.toml")
BAD_END = re.compile(_TABLE["bad_end"]["pattern"], re.IGNORECASE)
BAD_START = re.compile(_TABLE["bad_start"]["pattern"], re.IGNORECASE)
LEAD_IN = re.compile(_TABLE["lead_in"]["pattern"], re.IGNORECASE)
# After a comma, what may be left off: a clause of its own, never the next item of a list.
NEW_CLAUSE = re.compile(_TABLE["new_clause"]["pattern"], re.IGNORECASE)
# A symbol that was torn apart in the text: "V ̇ O 2".
SET_APART = re.compile(r"\s[\u0307\u22c5\u02d9]\s")
TAG = re.compile(r"</?\w{1,6}>")
_UNIT_BEHIND = re.compile(r"[)\]]\s?[%‰°]")
_SUMS_TOLD_APART = re.compile(
    r"(?:USD|EUR|GBP|CAD|AUD|[$€£]) ?[\d,.]+ \([a-z][^()]{2,40}\),? (?:and|or|vs\.?|versus) "
    r"(?:USD|EUR|GBP|CAD|AUD|[$€£]) ?[\d,.]+ \([a-z]"
)
_GROUP_IN_BRACKETS = re.compile(_TABLE["group_in_brackets"]["pattern"])
# A word of people in a bracket before them says which part of them it is: "(female) survivors".
# "(In)direct": the one and the other.
_NO_PART = (
    rf"(?!\({_TABLE['part_in_brackets']['word']}\) {_TABLE['part_in_brackets']['people']})"
    rf"(?!\({_TABLE['part_in_brackets']['beginning']}\)[a-z])"
)
# Square ones within a word are a part of it ("benzo[a]pyrene"); those before one leave its blank.
IN_BRACKETS = re.compile(
    # "Poly(I:C)", "NAD(P)H": a bracket within a name is a part of it.
    rf"(?<!\w)\s*{_NO_PART}\([^()]*\)|"
    rf"(?<=\w)(?:\s+|(?!\((?:[A-Z]|[A-Z]:[A-Z])\))){_NO_PART}\([^()]*\)|"
    r"\s*\[[^\[\]]*\](?![A-Za-z])|(?<=\s)\[[^\[\]]*\](?=[A-Za-z])"
)
_HEADED = re.compile(_TABLE["heading"]["marked"])
GLUED_HEADING = re.compile(_TABLE["heading"]["glued"])
PERSON = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)


def balanced(text: str) -> bool:
    """Whether every bracket that opens is closed."""
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def without_heading(text: str) -> str:
    """Without the heading of a part of the abstract, be it marked off or glued to a sentence."""
    return GLUED_HEADING.sub("", _HEADED.sub("", text))


@lru_cache(maxsize=1024)
def without_brackets(text: str) -> str:
    """Without what stands in brackets, and in brackets within brackets."""
    shorter = IN_BRACKETS.sub("", text)
    return text if shorter == text else without_brackets(shorter)


def outside_brackets(text: str, mark: str) -> int:
    """Where the first `mark` stands that no bracket holds; -1 where none does."""
    places = (found.start() for found in re.finditer(re.escape(mark), text))
    return next((at for at in places if balanced(text[:at])), -1)


def needs_its_brackets(text: str) -> bool:
    """Whether the text would say something else without its brackets.

    They say which of several groups had what ("13% (C2) and 7% (C3) had …"), of what each of two
    sums is ("$5 (wages) and $3 (care)"), or hold the number whose unit stands behind them ("from
    2003 (9.4)% to 2004 (3.2)%").
    """
    held = (_UNIT_BEHIND, _SUMS_TOLD_APART)
    groups = set(_GROUP_IN_BRACKETS.findall(text))
    return len(groups) > 1 or any(pattern.search(text) for pattern in held)

"""Where a clause may begin and end, and what it may not hold to be told as it stands."""

from __future__ import annotations

import re

from ..tables import table

_TABLE = table("wording.toml")
BAD_END = re.compile(_TABLE["bad_end"]["pattern"], re.IGNORECASE)
BAD_START = re.compile(_TABLE["bad_start"]["pattern"], re.IGNORECASE)
LEAD_IN = re.compile(_TABLE["lead_in"]["pattern"], re.IGNORECASE)
# After a comma, what may be left off: a clause of its own, never the next item of a list.
NEW_CLAUSE = re.compile(_TABLE["new_clause"]["pattern"], re.IGNORECASE)
# A symbol that was torn apart in the text: "V ̇ O 2".
SET_APART = re.compile(r"\s[\u0307\u22c5\u02d9]\s")
_GROUP_IN_BRACKETS = re.compile(_TABLE["group_in_brackets"]["pattern"])
IN_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
PERSON = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)


def balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def without_brackets(text: str) -> str:
    """Without what stands in brackets, and in brackets within brackets."""
    shorter = IN_BRACKETS.sub("", text)
    return text if shorter == text else without_brackets(shorter)


def maps_by_brackets(text: str) -> bool:
    """Whether brackets say which of several groups had what: "13% (C2) and 7% (C3) had …"."""
    return len(set(_GROUP_IN_BRACKETS.findall(text))) > 1

"""A numbered list of themes, told as a list: "four themes. They are: A; B; C; and D".

A sentence that numbers its themes is longer than any other that may be told, and cut at a comma it
would tell the first of them alone. Its items are short, and each is read by itself.
"""

from __future__ import annotations

import re

from ..words.edges import without_brackets
from ..words.names import length
from ..words.statistics import STATISTICS

MOST_WORDS_OF_AN_ITEM = 20
MOST_WORDS_TOLD = 46
TOLD_ITEMS = 3
"""So many of a longer list are told, "among others"."""
_NUMBER = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten"
_ANNOUNCED = re.compile(
    rf"(?:\b(?P<n>{_NUMBER})\s)?(?P<kind>(?:(?:main|key|major|core|central|overarching|broad|"
    r"interrelated|integrated)\s)?(?:sub-?)?(?:themes|categories|barriers))\b"
    r"(?P<about>[^:()]{0,120}?)(?P<opens>:|\sof)\s(?=\(?(?:1|i|a)\)\s)",
    re.IGNORECASE,
)
# What is only of how they were found tells nothing of them.
_MADE = re.compile(
    r",?\s(?:were|was|have been)?\s?(?:identified|found|generated|developed|constructed|derived|"
    r"reported|emerged|arose)\b(?:\s(?:from|in|by|through|across)\s[^,:]{0,60})?"
    r"(?:, supported by [^,:]{0,60})?,?(?=\s|$)",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?:^|[;,.]?\s(?:and\s)?)\(?(\d|[ivx]{1,4}|[a-h])\)\s", re.IGNORECASE)
_MARK_END = re.compile(r"[;,.]?(?:\sand)?\s*$")
_RUNS = (
    tuple("123456789"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    tuple("abcdefgh"),
)
_NAMED = re.compile(r"^(?P<name>\w+(?:[ '’-]\w+){1,7}): ")
_VALUES = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def themes_in(text: str) -> tuple[str, list[str]] | None:
    """What the themes are announced as, and the themes; None where the text numbers none."""
    found = _ANNOUNCED.search(text)
    if found is None:
        return None
    marks = [m[1].lower() for m in _MARK.finditer(text[found.end() :])]
    if len(marks) < 2 or not any(tuple(marks) == run[: len(marks)] for run in _RUNS):
        return None
    n = (found["n"] or "").lower()
    if n and n not in (str(len(marks)), _VALUES[len(marks)]):
        return None  # One of them stands elsewhere.
    items = [_item(i) for i in _MARK.split(text[found.end() :])[2::2]]
    if not all(items):
        return None
    about = _MADE.sub("", found["about"]).rstrip(", ")
    if about.startswith(" and "):
        about = ""  # Their sub-themes are not listed.
    head = f"{n} {found['kind'].lower()}" if n else f"the following {found['kind'].lower()}"
    return f"{head}{about}", items


def only_the_first(text: str) -> bool:
    """Whether the themes go on in sentences of their own: "four themes: (1) trust: people …"."""
    found = _ANNOUNCED.search(text)
    return found is not None and len(_MARK.findall(text[found.end() :])) == 1


def _item(text: str) -> str:
    """One theme without its brackets, and without what explains its name."""
    item = without_brackets(_MARK_END.sub("", text)).strip(" ;,.")
    named = _NAMED.match(item)
    if named is not None:
        item = named["name"]
    if all(w[:1].isupper() and w[1:].islower() for w in re.findall(r"\b[^\W\d_]{4,}", item)):
        item = re.sub(r"\b[^\W\d_]{4,}", lambda w: w[0].lower(), item)  # "Power and Ownership"
    bad = STATISTICS.search(item) or re.search(r"\d ?%|[=<>]|[.;:]", item)
    return "" if bad or length(item) > MOST_WORDS_OF_AN_ITEM else item


def listed(head: str, items: list[str]) -> str | None:
    """The list as it is told, cut "among others" where it is long; None where it is too long."""
    for told in (items, items[:TOLD_ITEMS]):
        mark = "; " if any(re.search(",| and ", item) for item in told) else ", "
        last = mark if mark == "; " else " "
        joined = f"{mark.join(told[:-1])}{last}and {told[-1]}"
        more = ", among others" if len(told) < len(items) else ""
        text = f"{head}: {joined}{more}"
        if length(text) <= MOST_WORDS_TOLD:
            return text
    return None

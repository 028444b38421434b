"""A list of themes, told as a list: "four themes. They are: A; B; C; and D".

A sentence that lists its themes is longer than any other that may be told, and cut at a comma it
would tell the first of them alone. Its items are short, and each is read by itself. They are
numbered, or parted by semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..tables import table
from ..words.edges import without_brackets
from ..words.names import length
from ..words.noun_phrases import in_small_letters
from ..words.numbers import in_words
from ..words.statistics import STATISTICS

MOST_WORDS_OF_AN_ITEM = 20
MOST_WORDS_TOLD = 46
TOLD_ITEMS, FEWEST_TOLD = 3, 2
"""So many of a longer list are told, "among others"."""
_TABLE = table("authors/themes_told.toml")
_ANNOUNCED = re.compile(_TABLE["announced"], re.IGNORECASE)
_MADE = re.compile(_TABLE["made"], re.IGNORECASE)
_MARK = re.compile(_TABLE["mark"], re.IGNORECASE)
_MARK_END = re.compile(_TABLE["mark_end"])
_RUNS: list[list[str]] = [run.split() for run in _TABLE["runs"]]
_UNNUMBERED = re.compile(_TABLE["unnumbered"], re.IGNORECASE)
_COUNTED = re.compile(_TABLE["counted"], re.IGNORECASE)
_IN_QUOTES = re.compile(_TABLE["in_quotes"], re.IGNORECASE)
_QUOTED_ITEM = re.compile(_TABLE["quoted"])
_TAIL = re.compile(_TABLE["tail"], re.IGNORECASE)
_COMMAS = re.compile(r",\s(?:and\s)?")
_SEMICOLONS = re.compile(r";\s(?:and\s)?")
_NAMED = re.compile(_TABLE["named"])
_NO_NAME = re.compile(_TABLE["no_name"])
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


def themes_in(text: str) -> tuple[str, list[str]] | None:
    """What the themes are announced as, and the themes; None where the text lists none."""
    found = _ANNOUNCED.search(text)
    if found is None:
        return _in_quotes(text) or _unnumbered(text)
    marks = [m[1].lower() for m in _MARK.finditer(text[found.end() :])]
    if len(marks) < 2 or not any(marks == run[: len(marks)] for run in _RUNS):
        return None
    n = (found["n"] or "").lower()
    if n and n not in (str(len(marks)), in_words(len(marks))):
        return None  # One of them stands elsewhere.
    items = [_item(i) for i in _MARK.split(text[found.end() :])[2::2]]
    if not all(items):
        return None
    about = _MADE.sub("", found["about"]).rstrip(", ")
    if about.startswith(" and "):
        about = ""  # Their sub-themes are not listed.
    head = f"{n} {found['kind'].lower()}" if n else found["kind"].lower()
    return f"{head}{about}", items


def _unnumbered(text: str) -> tuple[str, list[str]] | None:
    """The same of a list whose parts are sure though nothing numbers them."""
    if (by_commas := _by_commas(text)) is not None:
        return by_commas
    found = _UNNUMBERED.search(text)
    if found is None or _MARK.search(text[found.end() :]):
        return None
    parts = _SEMICOLONS.split(without_brackets(text[found.end() :]))
    n = found["n"].strip().lower()
    if n and n not in (str(len(parts)), in_words(len(parts))):
        return None
    items = [_item(part) for part in parts]
    if len(items) < 3 or not all(items):
        return None
    kind = found["kind"].lower()
    return (f"{n} {kind}" if n else kind), items


def _in_quotes(text: str) -> tuple[str, list[str]] | None:
    """The same where each stands between quotation marks, as many as the text says."""
    found = _IN_QUOTES.search(text)
    if found is None:
        return None
    items = [_item(i["item"]) for i in _QUOTED_ITEM.finditer(text[found.end() :])]
    if found["n"].lower() not in (str(len(items)), in_words(len(items))) or not all(items):
        return None
    return f"{found['n'].lower()} {found['kind'].lower()}", items


def _by_commas(text: str) -> tuple[str, list[str]] | None:
    """The same where commas part as many as the text says that there are."""
    found = _COUNTED.search(text)
    if found is None or _MARK.search(text[found.end() :]):
        return None
    parts = _COMMAS.split(without_brackets(_TAIL.sub("", text[found.end() :])))
    items = [_item(part) for part in parts]
    if found["n"].lower() not in (str(len(parts)), in_words(len(parts))) or not all(items):
        return None
    return f"{found['n'].lower()} {found['kind'].lower()}", items


def only_the_first(text: str) -> bool:
    """Whether the themes go on in sentences of their own: "four themes: (1) trust: people …"."""
    found = _ANNOUNCED.search(text)
    return found is not None and len(_MARK.findall(text[found.end() :])) == 1


def _item(text: str) -> str:
    """One theme without its brackets, and without what explains its name."""
    item = without_brackets(_MARK_END.sub("", text)).strip(" ;,.?")
    named = _NAMED.match(item)
    if named is not None:
        item = named["name"]
    if all(w[:1].isupper() and w[1:].islower() for w in _LONG_WORD.findall(item)):
        item = in_small_letters(item)  # "Power and Ownership" is no name.
    bad = STATISTICS.search(item) or _NO_NAME.search(item)
    return "" if bad or length(item) > MOST_WORDS_OF_AN_ITEM else item


def listed_in_ways(
    head: str, items: list[str], few: tuple[int, ...] = (TOLD_ITEMS,)
) -> Iterator[str]:
    """The list whole, and cut to so `few` of its items "among others", where it is not too long."""
    for told in (items, *(items[:n] for n in few if n < len(items) - 1)):
        mark = "; " if any(re.search(",| and ", item) for item in told) else ", "
        last = mark if mark == "; " else " "
        joined = f"{mark.join(told[:-1])}{last}and {told[-1]}"
        more = ", among others" if len(told) < len(items) else ""
        text = f"{head}: {joined}{more}"
        if length(text) <= MOST_WORDS_TOLD:
            yield text

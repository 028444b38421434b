"""Several short forms in a row told as what they are: "IL-7, EGF and MCP-3" as "several markers".

Of things that were measured only, known by the words in front ("levels of", "an increase in"):
short forms of groups and of treatments stay, and so do those that stand alone.
"""

from __future__ import annotations

import re

from evidence_atlas.records import RuleSupport

from ..rules import named
from ..tables import table

_TABLE = table("sentences/markers_together.toml")
# Atomic: a code that was read is not read again in another way, however long the list.
_CODE = (
    r"(?>(?:free |total |soluble )?[A-Za-z]{0,3}(?:[A-Z]{2,}|[A-Z][A-Za-z]*\d|[A-Z]+-\d)"
    r"[\w/α-ω]*(?:[-‐‑][\w/α-ω]+)*\+?)"
)
_LIST = rf"(?P<first>{_CODE})(?P<more>(?:, {_CODE})*),? (?:and|or) {_CODE}"
_BEHIND = re.compile(
    rf"(?P<before>\b(?:{_TABLE['before']}) ){_LIST}(?= (?:{_TABLE['after']})\b|[,;.]|$)"
)
_IN_FRONT = re.compile(
    rf"(?P<before>(?:^|(?:{_TABLE['front']}) )){_LIST} (?P<what>{_TABLE['what']})\b(?! of\b)"
)
RULE = "markers-together"
_NO_MARKER = re.compile(_TABLE["no_marker"])
_WAYS = tuple(re.compile(_TABLE[way], re.IGNORECASE) for way in ("up", "down"))


def markers_together(text: str, *, both: bool = False) -> tuple[str, tuple[RuleSupport, ...]]:
    """The text with such rows told together, and the rule by which it was done.

    Of two rows so little is left that another sentence says more: they are told only where
    nothing else can be (`both`), and the one rose and the other fell.
    """
    told = list[str]()
    if any(_NO_MARKER.search(row[0]) for cue in (_IN_FRONT, _BEHIND) for row in cue.finditer(text)):
        return text, ()

    def few(found: re.Match[str]) -> str:
        told.append(found["before"])
        return f"{'several' if found['more'] else 'some'} {'others' if told[1:] else 'markers'}"

    done = _IN_FRONT.sub(lambda m: f"{_small(m['before'])}{m['what']} of {few(m)}", text)
    done = _BEHIND.sub(lambda m: f"{m['before']}{few(m)}", done)
    fits = len(told) == 1 or (both and _rose_and_fell(told))
    return (done, (named(RULE),)) if fits else (text, ())


def _rose_and_fell(rows: list[str]) -> bool:
    """Whether of two rows the words in front say that the one rose and the other fell."""
    ways = [[i for i, way in enumerate(_WAYS) if way.search(row)] for row in rows]
    return sorted(ways) == [[0], [1]]


def _small(words: str) -> str:
    """Within a sentence: "that Circulating levels" begins as "circulating" does."""
    return words[:1].lower() + words[1:]

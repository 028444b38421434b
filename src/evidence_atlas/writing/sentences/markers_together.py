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
MOST_ROWS = 1


def markers_together(text: str) -> tuple[str, tuple[RuleSupport, ...]]:
    """The text with such rows told together, and the rule by which it was done."""
    told = 0

    def few(found: re.Match[str]) -> str:
        nonlocal told
        told += 1
        return f"{'several' if found['more'] else 'some'} {'markers' if told == 1 else 'others'}"

    done = _IN_FRONT.sub(lambda m: f"{_small(m['before'])}{m['what']} of {few(m)}", text)
    done = _BEHIND.sub(lambda m: f"{m['before']}{few(m)}", done)
    # Of two rows so little would be left that another sentence says more.
    return (done, (named(RULE),)) if 0 < told <= MOST_ROWS else (text, ())


def _small(words: str) -> str:
    """Within a sentence: "that Circulating levels" begins as "circulating" does."""
    return words[:1].lower() + words[1:]

"""Whose a share is, and which way a link goes, where a sentence says it in words of its own.

"29.6% of health-care workers" is no share of all people, though "people" stands in the abstract,
too; what is "inversely associated" is not linked with higher values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_atlas.records import Flag

from .case import Case, claimed, may_tell_a_finding, table
from .codes import flag
from .tokens import PEOPLE, tokens, without_brackets

_TABLE = table("whose_share.toml")
_SHARE, _INVERSE, _TURNED, _KEPT = (
    re.compile(_TABLE[name], re.IGNORECASE) for name in ("share", "inverse", "turned", "kept")
)


def whose_share(case: Case) -> Iterator[Flag]:
    """No share of some told of all people, and no inverse link told as a plain one."""
    for statement in case.statements:
        # That there is more than the page tells names no result of what it stands on.
        if not may_tell_a_finding(statement) or statement.section == "sources_and_versions":
            continue
        sources, text = case.quoted_from(statement), claimed(statement)
        if (share := of_all_people(text, sources)) is not None:
            detail = f"“{share}”, of whom else in: {statement.text}"
            yield flag("number-misplaced", statement, detail)
        if (link := turned_round(text, sources)) is not None:
            yield flag("direction-contradicts", statement, f"“{link}” in: {statement.text}")


def of_all_people(text: str, sources: Sequence[str]) -> str | None:
    """A share of "people", of whatever name for all, that a source gives of a kind of them."""
    bare = [without_brackets(source) for source in sources]
    for told in _SHARE.finditer(text):
        theirs = [m for s in bare for m in _SHARE.finditer(s) if m["share"] == told["share"]]
        if (
            theirs
            and _are_people(told["whose"])
            and not any(_are_people(m["whose"]) for m in theirs)
        ):
            return told.group("share") + "% of " + told["whose"].split(" ")[0]
    return None


def _are_people(words: str) -> bool:
    """Whether the first word is a name for all who took part: "participants", "subjects"."""
    held = tokens(words)
    return bool(held) and held[0].key == PEOPLE


def turned_round(text: str, sources: Sequence[str]) -> str | None:
    """The words of a source that make a link inverse, where the text tells a plain one."""
    if not _TURNED.search(text) or _KEPT.search(text):
        return None
    for source in sources:
        found = _INVERSE.search(source)
        if found and not _TURNED.search(source):
            return found.group()
    return None

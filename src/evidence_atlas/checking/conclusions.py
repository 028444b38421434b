"""What the authors conclude keeps their own caution, and is told as theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Flag

from .case import Case, claimed, quotes, table
from .codes import flag

_WORDS: dict[str, str] = table("conclusions.toml")

_HEDGE = re.compile(_WORDS["hedge"], re.IGNORECASE)
_MODAL = re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE)
_HEDGED_HERE = re.compile(_WORDS["hedged_here"], re.IGNORECASE)
_STRONG = re.compile(_WORDS["strong"], re.I)
_ATTRIBUTED = re.compile(_WORDS["attributed"], re.IGNORECASE)
_CAUTIOUS = re.compile(_WORDS["cautious"])
_SAME = 7
"""Of so many letters that two words share, they are forms of one."""
_REACH = 60
"""How many characters before a word its hedge may stand."""


def hedges(case: Case) -> Iterator[Flag]:
    """ "May" does not become "does"; a conclusion names whose it is."""
    for statement in case.section("inferred_conclusions"):
        cited = [q for q in quotes(statement) if q.field == "abstract"]
        if not cited:
            continue
        if statement.voice != "authors" and not _ATTRIBUTED.search(statement.text):
            yield flag("conclusion-as-finding", statement, f"whose conclusion? {statement.text}")
        source = " ".join(q.text for q in cited)
        cautious = hedged(source)
        # A sentence that only quotes says nothing of its own that could lose a hedge.
        told = claimed(statement)
        kept = any(w[:5] in cautious for w in re.findall(r"[a-z]{4,}", told.lower()))
        bare = kept and not _HEDGE.search(statement.text) and _claims(told)
        if bare or loses_its_hedge(told, source):
            yield flag("hedge-dropped", statement, f"the source is cautious: {statement.text}")


def loses_its_hedge(told: str, source: str) -> bool:
    """Whether the very word that the source hedges stands without a hedge before it.

    "The course suggests that it may worsen sleep" is still a stronger claim as "the course
    suggests that it worsens sleep", though a cautious word is left.
    """
    for m in _MODAL.finditer(source):
        after = _next_words(source[m.end() :])[:1]
        for word in after:
            # "May suggest", told as "suggest", is still no claim.
            if _CAUTIOUS.match(word):
                continue
            if word[:5] in {w[:5] for w in re.findall(r"[a-z]{4,}", source[: m.start()].lower())}:
                continue
            # "Contribute" is the word meant, where "control" begins with the same letters.
            found = max(
                re.finditer(rf"\b{re.escape(word[:5])}\w*", told, re.IGNORECASE),
                key=lambda same: same[0].lower().startswith(word[:_SAME]),
                default=None,
            )
            near = told[
                max(0, (found.start() if found else 0) - _REACH) : found.end() if found else 0
            ]
            if found and not _HEDGED_HERE.search(near):
                return True
    return False


def hedged(source: str) -> set[str]:
    """The starts of the words that the source says only with a hedge."""
    found = set()
    for m in _STRONG.finditer(source):
        before = {w[:5] for w in re.findall(r"[a-z]{4,}", source[: m.start()].lower())}
        found |= {w[:5] for w in _next_words(source[m.end() :])} - before
    return found


def is_hedged(text: str) -> bool:
    """Whether a sentence carries a word of caution."""
    return _HEDGE.search(text) is not None


def _next_words(after: str) -> list[str]:
    """The two words of substance that a hedge is said of."""
    clause = re.split(r"[.;:]", after, maxsplit=1)[0]
    return [w for w in re.findall(r"[a-z]{4,}", clause.lower()) if w not in _SMALL][:2]


_SMALL = frozenset({"have", "been", "also", "that", "with", "lead", "help", "make", "this", "role"})


def _claims(text: str) -> bool:
    return len(re.findall(r"[A-Za-z]{3,}", text)) > 6

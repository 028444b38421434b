"""Two versions of one abstract, a name swapped: whether their pages tell alike.

Sentences are compared with the swapped name, what explains it, and what grammar asks of it
("was" or "were", "a" or "an"), taken out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from evidence_atlas.checking.case import glossless
from evidence_atlas.records import Page

from .even_names import called

_SECTIONS = frozenset(
    {"quick_summary", "why_it_matters", "observed_findings", "inferred_conclusions",
     "remaining_questions", "does_not_prove", "limitations", "strengths", "fair_to_say"}
)  # fmt: skip
_ATLAS_NAMES = {
    "cytokine levels": ("cytokine",), "antibody levels": ("antibody", "antibodies"),
    "lymphocyte counts": ("T cells",), "depression scores": ("depression",),
    "anxiety scores": ("anxiety",), "pain scores": ("pain",),
}  # fmt: skip
_ARTICLE = re.compile(r"\b(?:an?|the) (?=NAME)", re.IGNORECASE)
_AGREES = re.compile(r"\bNAME (?:was|were)\b")


def words(page: Page, name: str) -> tuple[str, ...]:
    """The sentences of the page, in order, without the swapped name and what explains words."""
    # A measure is called by its atlas name where a result is told: "depression", "cytokines".
    names = [called(name), *(f"{re.escape(n)}s?" for n in _ATLAS_NAMES.get(name, ()))]
    named = re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)
    return tuple(
        _AGREES.sub("NAME was", _ARTICLE.sub("", named.sub("NAME", glossless(statement))))
        for statement in page.statements()
        if statement.section in _SECTIONS
    )


_TELLING = re.compile(
    r"(?:may|might|could|can|cannot|would|should|suggest\w*|conclude\w*|write|think|appear\w*|"
    r"seem\w*|clear\w*|better|worse|higher|lower|more|less|no|not|was|were|is|are|had|did|"
    r"rose|fell|improve\w*|reduce\w*|increase\w*|decrease\w*|worsen\w*|change\w*|differ\w*|"
    r"link\w*|associat\w*|show\w*|found|safe\w*|helped?|effect\w*|reason|only|all|some|most)",
    re.IGNORECASE,
)
"""Words by which a sentence tells: verbs, hedges, comparisons, quantities."""
_LIKE = 0.7


def tells_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """No verb or hedge differs between two versions, and what both tell stands in one order.

    A sentence that only one of them has is set beside the likest of the other: a name that the
    reading does not know may be left out of a list, or a result go untold, but no sentence may
    tell of one name in other words than of another.
    """
    if [s for s in one if s in other] != [s for s in other if s in one]:
        return False
    return all(_same_telling(s, t) for s in one if s not in other for t in _likest(s, one, other))


def _likest(sentence: str, one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    near = [(SequenceMatcher(None, sentence, t).ratio(), t) for t in other if t not in one]
    share, found = max(near, default=(0.0, ""))
    return [found] if share >= _LIKE else []


def _same_telling(one: str, other: str) -> bool:
    words = (Counter(w for w in re.findall(r"[\w'-]+", s) if _TELLING.fullmatch(w))
             for s in (one, other))  # fmt: skip
    return next(words) == next(words)


def first_difference(told: Sequence[tuple[str, ...]]) -> list[str]:
    """The sentences by which the versions differ first."""
    for at in range(max(map(len, told))):
        here = [version[at] if at < len(version) else "" for version in told]
        if len(set(here)) > 1:
            return list(dict.fromkeys(here))
    return []

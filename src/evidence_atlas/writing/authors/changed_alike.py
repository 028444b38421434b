"""The null between the groups that a comparison tells in a statistician's words.

"No group-by-time interaction": without it, a change in both groups, or what was found in one of
them only, reads as what the treatment did.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Result, of_sentence, quote, quoted, results_in, texts

from ..material import Material, Piece, rule
from ..said import Said, said
from ..tables import table

_TABLE = table("authors/between_groups.toml")["alike"]
_ALIKE = re.compile(_TABLE["pattern"], re.IGNORECASE)
_TURNS = re.compile(_TABLE["turns"], re.IGNORECASE)
_COMPARED = frozenset({"trial", "open_groups"})


def changed_alike(m: Material, told: list[Said]) -> Said | None:
    """That the groups changed alike, where the text says it of all that was measured.

    Nothing where a null between the groups is `told` already.
    """
    if m.brief.kind not in _COMPARED or told_between(m, told):
        return None
    for at, sentence in enumerate(m.reading.sentences):
        found = _ALIKE.search(sentence.text)
        if found is None or sentence.role not in ("results", "conclusions", "other"):
            continue
        start = sentence.start + found.start()
        held = quoted(quote(texts(m.record), "abstract", start, sentence.start + found.end()))
        why = rule("changed-alike", _TABLE["rule"])
        return said(Piece(_TABLE["plain"], (held,)), why, about=(of_sentence(at),), lay=True)
    return None


def as_statisticians(told: Said) -> bool:
    """Whether the null stands in a sentence in a statistician's words."""
    return _ALIKE.search(told.text) is not None


def told_between(m: Material, told: list[Said]) -> bool:
    """Whether a null between the groups is told, in the frames that results have."""
    results = m.reading.results
    held = {i for s in told if not as_statisticians(s) for i in results_in(s.about)}
    return any(results[i].is_null and results[i].between_groups for i in held)


def turns_from_another(m: Material, result: Result) -> bool:
    """Whether a result begins with a "however": it stands beside what it turns from, or not."""
    around = m.reading.sentence_at(result.quote.start, result.quote.field)
    return around is not None and _TURNS.match(around.text) is not None

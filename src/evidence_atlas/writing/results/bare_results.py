"""A result of which the clause cannot be told: its kind alone, or a few of the authors' words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evidence_atlas.reading.results.outcomes import GENERAL
from evidence_atlas.records import QuoteSupport, of_result

from ..frames import FRAMES, first, frame_rule
from ..material import Material, Piece
from ..said import Said, said
from ..sentences.goes_on import null_of_another, points_back
from ..sentences.pointing import POINTS_BACK
from ..slots import Slots
from ..subject.outcome_words import names_outcome, of_a_kind
from ..tables import table
from ..words.clause import loaded, says_null
from ..words.quoting import change_told
from ..words.statistics import STATISTICS
from .chance import within_chance
from .result_slots import result_slots
from .together import linked_ends
from .whole_clause import clause_quote, only_half_told, told_otherwise

_TABLE = table("results/bare_results.toml")
_ALL_GROUPS = re.compile(_TABLE["all_groups"], re.IGNORECASE)
_OF_A_THING = re.compile(_TABLE["of_a_thing"], re.IGNORECASE)
_LINKED_WITH = re.compile(_TABLE["linked_with"], re.IGNORECASE)
_A_SHARE = re.compile(_TABLE["a_share"], re.IGNORECASE)


def reported_change(m: Material, index: int) -> Said | None:
    """A change and what it was in, in the authors' own few words.

    With the groups where all of them had it, and not at all where it is told of some people only:
    the change alone would be told of everybody, or of what was given to one group.
    """
    result = m.reading.results[index]
    own = clause_quote(m, result)
    words = None if m.retold or result.scope != "all" else change_told(own.text)
    if words is None or result.is_null or _of_some(m, own, words):
        return None
    if _OF_A_THING.search(words) or _LINKED_WITH.search(own.text.partition(words)[0]):
        return None
    if STATISTICS.search(words) or POINTS_BACK.search(words) or points_back(words):
        return None
    groups = _ALL_GROUPS.search(own.text.partition(words)[0])
    of = f" in {groups['which'].lower()} {groups['groups']}" if groups else ""
    told = Piece(f"The authors report “{words}”{of}", (own,))
    return said(told, frame_rule("result_quoted"), about=(of_result(index),), lay=True)


def _of_some(m: Material, own: QuoteSupport, words: str) -> bool:
    """Whether the sentence says in front of a change that a share of the people had it."""
    around = m.reading.sentence_at(own.start, own.field)
    return around is not None and _A_SHARE.search(around.text.partition(words)[0]) is not None


_BARE = {
    "no difference": "no_difference",
    "higher": "difference", "lower": "difference", "increase": "change", "decrease": "change",
}  # fmt: skip


def bare_result(m: Material, slots: Slots, index: int) -> Said | None:
    """Only what a result is about and of which kind it is; None where even that is not sure."""
    result = m.reading.results[index]
    # A null that only a printed figure makes is no null of what the outcome's name says.
    unsure = within_chance(result) or told_otherwise(result) or only_half_told(m, result)
    unsure |= result.is_null and null_of_another(result.text, result.outcome or "")
    # "Was not followed by a rise": of which kind it is, is not sure.
    unsure |= not result.is_null and says_null(result.text)
    name = None if unsure else _BARE.get(result.direction)
    if name is None and result.direction in ("association", "no association"):
        return _bare_link(m, index)
    if name == "change" and result.between_groups:
        # "Improved more in one group": a difference between the groups, in how they changed.
        name = "difference"
    if name == "change" and result.comparison != "within_group":
        return None
    if name == "difference" and not result.between_groups:
        return None
    own = result_slots(m, slots, result) if name and result.scope == "all" else None
    if own is None or name is None or not names_outcome(result.outcome or "", result.text):
        return None
    # "A difference in prevalence": a reader asks, of what?
    if of_a_kind(result.outcome or "", result.text) or result.outcome in GENERAL:
        return None
    if loaded(own["outcome"].text) or m.brief.kind in ("review", "narrative"):
        return None
    return _bare(m, index, name, own)


def _bare_link(m: Material, index: int) -> Said | None:
    """The two ends of a link, each a thing named whole."""
    ends = linked_ends(m, index)
    return _bare(m, index, "link" if "one_end" in ends else "no_link", ends) if ends else None


def _bare(m: Material, index: int, name: str, facts: Mapping[str, Piece]) -> Said | None:
    told = first([FRAMES["result_bare"][name]], facts)
    if told is None:
        return None
    held = clause_quote(m, m.reading.results[index])
    return said(told, held, frame_rule("result_bare"), about=(of_result(index),), lay=True)

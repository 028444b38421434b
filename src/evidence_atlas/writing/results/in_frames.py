"""One reported result as a sentence: plainly for Quick, with its numbers elsewhere."""

from __future__ import annotations

import re

from evidence_atlas.reading.results.p_values import p_values
from evidence_atlas.records import Result, Support, quoted

from ..brief.kinds import OF_OTHERS_STUDIES
from ..brief.since_start import in_every_group, start_told, time_told
from ..frames import FRAMES, first, frame_rule
from ..material import Material, Piece
from ..sentences.goes_on import null_of_another
from ..slots import Slots
from ..subject.outcome_words import (
    names_outcome,
    of_a_kind,
    part_of_what_changed,
    scale_of,
    valence,
)
from ..tables import table
from ..words.clause import causal, loaded
from ..words.verbs import main_verb
from .arms_in_order import groups_in_order
from .between_retold import by_what_they_had
from .chance import within_chance
from .frame_fits import left_out, sides_named
from .result_slots import result_slots

AGAINST = {
    "between_randomised": "result_between",
    "within_group": "result_within",
    "between_groups": "result_people",
}

_WORDS: dict[str, str] = table("results/in_frames.toml")
_SETS_AGAINST = re.compile(_WORDS["sets_against"], re.IGNORECASE)
_BESIDE_OTHERS = re.compile(_WORDS["beside_others"], re.IGNORECASE)
_OF_A_PART = re.compile(_WORDS["of_a_part"], re.IGNORECASE)


def templated(
    m: Material, slots: Slots, result: Result, *, quick: bool = False
) -> tuple[Piece, tuple[Support, ...]] | None:
    """The result in the frame of its comparison, with what it rests on; None where none is sure."""
    entry_name = AGAINST.get(result.comparison)
    way, why = valence(result, scale_of(result, m.condition.scales))
    # In a review, who was compared with whom differs from study to study.
    if entry_name is None or way is None or m.brief.kind in OF_OTHERS_STUDIES:
        return None
    within = entry_name == "result_within"
    if not _tells_it_so(m, result, way, within=within):
        return None
    own = result_slots(m, slots, result)
    if own is None or loaded(own["outcome"].text) or causal(own["outcome"].text):
        return None
    # What a clause tells of one part of the people is no change in all.
    of_a_part = result.scope == "all" and _OF_A_PART.search(result.text) is not None
    if within and of_a_part and "own_treatment" not in own:
        return None
    if m.brief.kind == "genes" and entry_name == "result_people":
        entry_name = "result_genes"
    if entry_name == "result_between" and "who" in own and "against" in own:
        had = by_what_they_had(m, slots, own["who"].text, own["against"].text)
        if had is not None:
            own["with_one"], own["with_other"] = had
    if quick:
        own.pop("timepoint", None)
    if entry_name == "result_between" and way != "null" and _LIKELY.search(result.text):
        return None  # how many had it, not how much of it there was
    if entry_name == "result_between" and way != "null" and not groups_in_order(m, result):
        for name in ("treatment", "against_treatment"):
            own.pop(name, None)
    filled = first(FRAMES[entry_name].get(way, ()), own)
    if filled is None:
        return None
    of_groups = result.comparison == "between_groups"
    if of_groups and not (sides_named(m, result) and not left_out(m, result, filled.text, way)):
        return None
    return filled, (quoted(result.quote), *why, frame_rule(entry_name))


def _tells_it_so(m: Material, result: Result, way: str, *, within: bool) -> bool:
    """Whether the clause itself tells what a frame would say of it."""
    # An outcome under the atlas's own name may be wider than what was measured.
    if not names_outcome(result.outcome or "", result.text) or _of_those_told_before(m, result):
        return False
    if within and not _tells_a_change(result):
        return False
    if way == "null":
        return _null_of_the_whole(result, within=within)
    # What is told of every group compares none of them.
    return not within_chance(result) and not in_every_group(result.text)


def _tells_a_change(result: Result) -> bool:
    """Whether it is told as a change from people's own start, and of all that the outcome names."""
    text = result.text
    # "Elevated compared to controls" is no change since the start, however it was read.
    if _BESIDE_OTHERS.search(text) or part_of_what_changed(text, result.outcome or ""):
        return False
    return bool(start_told(text) or _changed(text) or time_told(text))


def _null_of_the_whole(result: Result, *, within: bool) -> bool:
    """Whether the null is one of all that the outcome names."""
    outcome, text = result.outcome or "", result.text
    # "Similar or greater" is no null, and people are no measure.
    if _OR_MORE.search(text) or _CAME_BACK.search(text) or _NO_MEASURE.search(outcome):
        return False
    # "Between the groups" is told only where the clause sets something against something.
    if not within and not _SETS_AGAINST.search(text):
        return False
    if _named_of_people(text, outcome) or _differs_besides(text):
        return False
    # "Most kinds of A were similar" is no null of A.
    return not (
        of_a_kind(outcome, text) or _told_narrower(result) or null_of_another(text, outcome)
    )


def _named_of_people(text: str, outcome: str) -> bool:
    """Whether the name stands only where the clause says which people it sets side by side.

    "More fatigue responders", "those with and without fatigue": no null of fatigue.
    """
    if not outcome:
        return False
    of_which = _OF_WHICH_PEOPLE.replace("NAME", re.escape(outcome))
    own = re.sub(of_which, " ", text, flags=re.IGNORECASE)
    if own == text or not names_outcome(outcome, text):
        return False
    return not names_outcome(outcome, own)


def _differs_besides(text: str) -> bool:
    """Whether a printed p of the clause, before any "but", is of a difference that was found.

    A null that stands as one of a list would be told with the figures of the others. What differed
    at one time, but not at another, is told of both (`quick/foremost_told.py`).
    """
    if _BUT_NOT.search(text):
        return False
    clear, _ = p_values(_BUT.split(text, maxsplit=1)[0])
    return clear > 0


_OF_WHICH_PEOPLE = _WORDS["of_which_people"]
_BUT = re.compile(r"\bbut\b")
_BUT_NOT = re.compile(r"\bbut not\b")
_NO_MEASURE = re.compile(_WORDS["no_measure"], re.IGNORECASE)
"""People are no measure, and neither is a word that names nothing."""
_LIKELY = re.compile(_WORDS["likely"], re.IGNORECASE)
_CAME_BACK = re.compile(_WORDS["came_back"], re.IGNORECASE)
_OR_MORE = re.compile(_WORDS["or_more"], re.IGNORECASE)
_CHANGED = re.compile(_WORDS["changed"], re.IGNORECASE)


def _changed(text: str) -> bool:
    """Whether a change is what the clause says of its people: none that is only named in it."""
    at = main_verb(text)
    return at is not None and _CHANGED.match(text, at) is not None


def _of_those_told_before(m: Material, result: Result) -> bool:
    """ "Ten took exercise, and their pain fell": whose pain, the clause before has told."""
    name = re.escape(result.outcome or "")
    if not name or not re.search(rf"\btheir (?:[\w-]+ ){{0,2}}{name}", result.text, re.IGNORECASE):
        return False
    starts = {s.start for s in m.reading.sentences}
    return result.quote.field == "abstract" and result.quote.start not in starts


_COMMON = re.compile(_WORDS["common"], re.IGNORECASE)


def _told_narrower(result: Result) -> bool:
    """What did not differ is named by more words than the outcome has: "muscle lactate at rest".

    Told without these, a null of one part or time would be a null of all.
    """
    at = main_verb(result.text)
    subject = result.text[:at] if at else ""
    name = result.outcome or ""
    if not subject or name.casefold() not in subject.casefold():
        return False
    left = _COMMON.sub(" ", re.sub(re.escape(name), " ", subject, flags=re.IGNORECASE))
    return bool(re.search(r"[^\W\d_]{3,}", left))

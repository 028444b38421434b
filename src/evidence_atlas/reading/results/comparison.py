"""What a result was measured against: the other arm, other people, its own start, or nothing."""

from __future__ import annotations

from evidence_atlas.records import Design, Result
from evidence_atlas.records.cues import Cue, cue
from evidence_atlas.records.reading import Comparison

from .. import tables
from . import direction_words

_TABLE = tables.load("results")
_SET_BESIDE = tables.any_of(_TABLE["set_beside"])
_OVER_TIME = tables.any_of(_TABLE["over_time"])
_MORE_IN_AN_ARM = tables.any_of(_TABLE["more_in_an_arm"])
_VALUES_OF_ARMS = tables.any_of(_TABLE["values_of_arms"])
_IN_EVERY_GROUP = tables.any_of(_TABLE["in_every_group"])
_GROUPS_COMPARED = tables.any_of(_TABLE["groups_compared"])
_CHANGES = tables.any_of(_TABLE["changes"])
_STATE_OF_AN_ARM = tables.any_of(_TABLE["state_of_an_arm"])
_FROM_BASELINE: Cue = cue(
    r"\b(?:from baseline|(?:compared (?:with|to)|relative to|than) (?:the )?(?:their )?(?:own )?"
    r"(?:at )?(?:baseline|before|pre-?\w*|start))\b"
)
_SIGNIFICANT = cue(r"\bsignifican|\bp\s?[<=]")


def is_trial(design: Design) -> bool:
    """Whether chance, or a placebo that nobody knew of, sets the groups apart."""
    return design.randomised is True or (
        design.placebo is True and design.blinding in ("double", "single")
    )


def of(
    clause: str,
    design: Design,
    has_controls: bool,
    way: str,
    subgroup: bool,
    *,
    arms: bool = False,
) -> Comparison:
    """What a result was measured against; `arms`: the clause is known to compare a trial's arms.

    Between randomised arms only where the clause sets arms beside each other in a
    randomised study; an arm named by itself is a change within it, and so is what is told of
    every arm alike. What was better or lower in one arm, with no word of a course in time, is
    a state: against what, the clause does not say.
    """
    if way in ("association", "no association") or (way == "descriptive" and not arms):
        return "none"
    if direction_words.has("association", clause) and way in ("higher", "lower"):
        return "none"
    trial = is_trial(design)
    # Outside a trial, "both patient groups had less" sets them beside people without the illness.
    if trial and in_every_group(clause) and not arms:
        changed = way in ("increase", "decrease") or _CHANGES.search(clause) is not None
        return "within_group" if changed else "none"
    sets_arms = arms or sets_arms_beside(clause)
    if _FROM_BASELINE.search(clause) and not sets_arms:
        return "within_group"
    if trial:
        if sets_arms:
            randomised = design.randomised is True and not subgroup
            return "between_randomised" if randomised else "between_groups"
        within = direction_words.has("within", clause) or (
            way in ("increase", "decrease") and not _STATE_OF_AN_ARM.search(clause)
        )
        return "within_group" if within else "none"
    if direction_words.has("between", clause) or (
        way in ("higher", "lower", "no difference") and _SET_BESIDE.search(clause)
    ):
        return "between_groups"
    if direction_words.has("within", clause):
        return "within_group"
    if way in ("increase", "decrease", "no difference") and _OVER_TIME.search(clause):
        return "within_group"
    if has_controls and way in ("higher", "lower") and _SIGNIFICANT.search(clause):
        return "between_groups"
    if way in ("increase", "decrease") and design.single_arm:
        return "within_group"
    return "none"


def told_beside(result: Result) -> bool:
    """Whether the result's own words, not only its study's design, set groups beside each other."""
    between = result.comparison in ("between_randomised", "between_groups")
    return between and (
        direction_words.has("between", result.text) or sets_arms_beside(result.text)
    )


def sets_arms_beside(clause: str) -> bool:
    """Whether a clause sets the arms of a trial beside each other, "fell further in the group"."""
    if direction_words.has("between_arms", clause):
        return True
    told = _MORE_IN_AN_ARM.search(clause) or _VALUES_OF_ARMS.search(clause)
    return told is not None and not direction_words.has("own_start", clause)


def in_every_group(clause: str) -> bool:
    """Whether something is told of every group alike, and of none beside another."""
    return _IN_EVERY_GROUP.search(clause) is not None and not _GROUPS_COMPARED.search(clause)

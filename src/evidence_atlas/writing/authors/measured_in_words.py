"""What a questionnaire measures, in the place of its short form."""

from __future__ import annotations

import re

from evidence_atlas.records import RuleSupport, Support
from evidence_atlas.records.finder import finder

from ..material import Material
from ..sentences.scales_told import in_measures

_SCORES_ON = re.compile(r"\bscores? (?:on|in|for|of)\b[^,;]{0,40}$", re.IGNORECASE)
MOST_WORDS_OF_A_MEASURE = 5
# "How far people can walk" is no name of a score.
_ASKS = re.compile(r"(?:how|what|whether|which|being)\b|.* (?:after|without|as|by) ")
# "Higher low mood scores" is no English.
_DEGREE = re.compile(r"(?:low|poor|bad|less|little)\b")
_MORE = re.compile(r"\b(?:higher|lower|more|less|greater|better|worse|increased|reduced) $", re.I)
_SCORES = re.compile(r"^[\w -]{0,30}\b(?:scores?|scales?|questionnaires?|levels)\b", re.IGNORECASE)


def measured_in_words(m: Material, claim: str) -> tuple[str, tuple[Support, ...]]:
    """The claim with what a questionnaire measures in the place of its short form."""
    claim, told = in_measures(m, claim)
    used = list(told)
    for scale in finder(m.condition.scales).found(claim):
        if len(scale.measures.split()) > MOST_WORDS_OF_A_MEASURE or _ASKS.match(scale.measures):
            continue
        found = re.search(scale.pattern, claim)
        if found is None or not re.search(r"[A-Z]{2}", found[0]):
            continue
        before, behind = claim[: found.start()], claim[found.end() :]
        scored = _SCORES.match(behind) or _SCORES_ON.search(before)
        if _DEGREE.match(scale.measures) and _MORE.search(before):
            if scored:
                continue  # "higher low mood and anxiety scores"
            told_as = f"scores for {scale.measures}"
        else:
            told_as = f"{scale.measures}{'' if scored else ' scores'}"
        claim = f"{before}{told_as}{behind}"
        meaning = f"Glossary: {found[0]} means a score of {scale.measures}."
        used.append(RuleSupport(rule="glossary", text=meaning))
    return claim, tuple(used)

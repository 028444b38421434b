"""A part of a sentence as it may stand without the rest, or not at all.

It may not lean on what was cut away, claim a cause of a treatment or repeat a word of praise.
"""

from __future__ import annotations

import re

from ..brief.kinds import OF_OTHERS_STUDIES, TREATMENT
from ..material import Material
from ..sentences.counted_ways import leaves_out_a_way
from ..sentences.goes_on import (
    list_by_semicolons,
    more_was_given,
    only_half,
    taken_back_later,
    verbs_joined,
)
from ..tables import table
from ..words.clause import causal, unclear_things
from ..words.praise import marked
from .went_which_way import went_which_way

_TABLE = table("wording.toml")["reported"]
_TAKES_BACK = re.compile(_TABLE["takes_back"], re.IGNORECASE)
_NOT_A_RESULT = re.compile(_TABLE["not_a_result"], re.IGNORECASE)
_JUDGED = re.compile(_TABLE["judged"], re.IGNORECASE)
_ADVISED = re.compile(_TABLE["advised"], re.IGNORECASE)
_THEY = re.compile(_TABLE["they"], re.IGNORECASE)
_VERB_LAST = re.compile(_TABLE["verb_last"], re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")


def fit_to_stand(m: Material, part: str, rest: str) -> str | None:
    """The part as it may stand without the rest; None where it leans on it or claims a cause."""
    if _TAKES_BACK.search(rest) or _VERB_LAST.search(part):
        return None
    if rest.startswith(":"):
        return None  # what was announced stands behind it
    if list_by_semicolons(rest) or more_was_given(part, rest):
        part = f"{part}, among other things"
    part = verbs_joined(part, rest)
    if taken_back_later(rest) or only_half("", part, rest) or leaves_out_a_way(part, part + rest):
        return None
    advised = m.brief.kind in OF_OTHERS_STUDIES and _ADVISED.search(part) is not None
    if unclear_things(part) or _THEY.match(part):
        return None
    if _NOT_A_RESULT.search(part) and not advised:
        return None
    if m.brief.kind == "single_arm":
        part = went_which_way(part) or part
    judged = _as_theirs_to_judge(m, part)
    if judged is None or (m.brief.kind in TREATMENT and causal(judged)):
        return None
    return judged


def _as_theirs_to_judge(m: Material, part: str) -> str | None:
    """The part with the one word that judges between quotation marks; None where it may not stand.

    Of a treatment no such word is repeated, nor in a retelling, where no word is the authors'.
    """
    if not _JUDGED.search(part):
        return part
    quoted_once = None if m.retold or m.brief.kind in TREATMENT else marked(part)
    if quoted_once is None or _JUDGED.search(_QUOTED.sub("", quoted_once)):
        return None
    return quoted_once

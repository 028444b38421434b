"""Whether what a sentence says rests on tests that do not bear it out.

"Levels showed a declining pattern (p = 0.07)" is told by its authors as a change. On a page,
without its figure, it would read as one that was found.
"""

from __future__ import annotations

import re

from ..material import Material
from ..tables import table
from ..words.clause import says_null
from ..words.edges import IN_BRACKETS

_WORDS = table("wording.toml")["reported"]
_P_VALUE = re.compile(_WORDS["p_value"], re.IGNORECASE)
_BORNE_OUT = re.compile(_WORDS["borne_out"], re.IGNORECASE)
_RATIO = re.compile(_WORDS["ratio"], re.IGNORECASE)
_INTERVAL = re.compile(_WORDS["interval"], re.IGNORECASE)
_BARE_EFFECT = re.compile(_WORDS["bare_effect"], re.IGNORECASE)
_LIMIT = 0.05
"""The usual bound of significance."""


def may_be_chance(sentence: str) -> bool:
    """Whether every p of a sentence is 0.05 or more, and none of its words says so."""
    values = [(m["sign"], float(m["value"])) for m in _P_VALUE.finditer(sentence)]
    if not values or any(sign in "<≤" or value < _LIMIT for sign, value in values):
        return False
    return _BORNE_OUT.search(IN_BRACKETS.sub(" ", sentence)) is None


def only_a_ratio(m: Material, at: int) -> bool:
    """Whether the sentence `at` tells a null by its ratio or effect alone, and by no word.

    "The hazard ratio was 1.02", without its interval, tells a reader nothing, or a risk; and so do
    several ratios of which some are nulls.
    """
    sentence = m.reading.sentences[at]
    own = [r for r in m.reading.results if r.sentence == at]
    words = IN_BRACKETS.sub(" ", sentence.text)
    named = _RATIO.search(words)
    if named is None:
        return False
    if _BARE_EFFECT.search(words):
        return True  # "effects were 0.2 and 0.3": of what, on which scale, and is it much?
    nothing = 1 if "ratio" in named[0].casefold() else 0
    ranges = [(float(i["low"]), float(i["high"])) for i in _INTERVAL.finditer(sentence.text)]
    may_be = [low < nothing < high for low, high in ranges]
    if says_null(words):  # of all of them, or of what is told beside some
        return any(may_be) and not all(may_be)
    return any(may_be) or any(r.is_null for r in own)

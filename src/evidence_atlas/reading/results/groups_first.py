"""Values told behind the name of their group: "It was 4.7 min in group A and 17.9 in group B".

"In groups 1 and 2 it was 9.5 and 14.7 days, respectively" names both groups before both values.
"""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from .printed import Side, side

_VALUE = r"[-−–]?\d+(?:[.·,]\d+)?"
_UNIT = r"(?: ?± ?[\d.]+)?(?: ?%| [a-zA-Z/%·²-]{1,12}){0,3}?"
_NAME = (
    r"(?:the )?(?:[\w+-]+ ){0,3}?(?:(?:groups?|arms?)(?: [A-Z0-9]{1,3}\b)?|controls|patients|cases|"
    r"participants|recipients|placebo|sham|children|women|men|boys|girls|volunteers)"
)
_IS = r"(?:was|were|is|are|had|averaged|scored)"
_EACH = cue(
    rf"\b(?:in|for|with|among|of|and) (?P<first>{_NAME}) {_IS}(?: [a-z]+){{0,3}}? (?P<a>{_VALUE})"
    rf"{_UNIT} ?,? (?:and|versus|vs\.?|while|whereas|but|compared (?:with|to)) "
    r"(?:(?:in|for|with|among|of|that (?:of|in)|the (?:value|one) (?:of|in|for)) )?"
    rf"(?P<second>{_NAME})(?:,? (?:it )?{_IS})?(?: [a-z]+){{0,2}}? (?P<b>{_VALUE})"
)
_BOTH = cue(
    r"\b(?:in|for|with|among|of) (?:the )?(?P<first>[^;,.]{1,45}?) (?:and|versus|vs\.?) "
    rf"(?P<second>[^;,.]{{1,45}}?) {_IS}(?: [a-z]+){{0,2}}? (?P<a>{_VALUE}){_UNIT},? "
    rf"(?P<joint>and|versus|vs\.?) (?P<b>{_VALUE})(?P<rest>[^;]{{0,40}})"
)
# "Patients and controls had X of 12.3 and 8.1, respectively".
_BOTH_HAD = cue(
    rf"\A(?P<first>{_NAME}) and (?P<second>{_NAME}) {_IS}(?: [a-z]+){{0,4}}? (?P<a>{_VALUE})"
    rf"{_UNIT},? (?P<joint>and) (?P<b>{_VALUE})(?P<rest>[^;]{{0,40}})"
)
_IN_ORDER = cue(r"\brespectively\b")
_ASIDE = cue(r"\s{0,2}(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\])", 0)


def way(text: str) -> Side | None:
    """The way of the first group's value; the second's where the first is compared with."""
    bare = _ASIDE.sub("", text)
    match = _EACH.search(bare)
    if match is None:
        match = _BOTH.search(bare) or _BOTH_HAD.search(bare)
        if match is None or (match["joint"] == "and" and not _IN_ORDER.search(match["rest"])):
            return None
    return side(match["a"], match["b"], match["first"], match["second"])

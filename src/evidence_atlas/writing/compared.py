"""Whether two groups may be named as those that a result compares."""

from __future__ import annotations

import re

_MORE_OF_THEM = re.compile(
    r"\A,?\s(?:who|whose|in whom|treated|untreated|receiving|given|taking|on|off|not|after|before|"
    r"without|aged|at|in the)\b",
    re.IGNORECASE,
)
OTHER_GROUPS = re.compile(
    r"\bamong\b|\b(?:treated|untreated|receiving|received|taking|administered|subgroups?)\b|"
    r"\bthan (?:in |among |that (?:in|of) |those (?:in|of) |the )*"
    r"(?!in |among |that |those |the |healthy|controls?|matched|hcs?\b|normal|non-?|uninfected|"
    r"(?:people|individuals|subjects|participants|persons) without)",
    re.IGNORECASE,
)
"""Words by which a comparison is of others than all patients and the usual controls."""


def goes_on(text: str, group: str) -> bool:
    """Whether more is said of a group than its name holds: "patients treated with it"."""
    at = text.casefold().find(group.casefold())
    return at >= 0 and _MORE_OF_THEM.match(text[at + len(group) :]) is not None


def told_apart(one: str, other: str) -> bool:
    """Two names of groups, each with a word that the other lacks ("girls", "boys with asthma").

    "Children" beside "children with asthma" has lost the words that told who they were.
    """
    words, others = (set(re.findall(r"[\w-]+", text.casefold())) for text in (one, other))
    return bool(words - others) and bool(others - words)

"""Whether words set what was found against people's own start, or one treatment against another."""

from __future__ import annotations

import re

_START_TOLD = re.compile(
    r"\bbaseline\b|\bat the start\b|\binitial(?:ly)?\b|"
    r"\bpre-?(?:intervention|treatment|post|test)?\b|"
    r"\bwithin[- ]groups?\b|\bfrom [^,;]{1,40} to \S*\d|"
    r"\b(?:no|not) (?:clear|significant)?(?:ly)? ?(?:change\w*|improve\w*)\b|"
    r"\b(?:in|de)creas(?:ed|ing) to \S*\d|\b(?:rose|fell|dropped) to \S*\d",
    re.IGNORECASE,
)
"""Words that name the earlier time, or its figure: only then is it told that the start is meant."""
_OF_EVERY_GROUP = re.compile(r"\b(?:all|both) (?:\w+ ){0,2}(?:groups|arms)\b", re.IGNORECASE)


_OF_ARMS = re.compile(
    r"\b(?:superior|inferior|non-?inferior(?:ity)?) (?:to|of)\b|"
    r"\b(?:higher|lower|greater|smaller|larger|better|worse|more|less|fewer|faster)\b[^.;]{0,50}"
    r"\bthan (?:(?:with|without|in|after|under|those|that|the|an?|for)\b|[A-Z])"
    r"(?! ?(?:baseline|before|start|pre-?))|"
    r"\b(?:vs\.?|versus) (?!baseline|before|pre\b|[-–<>=]|\d)|"
    r"\b(?:vs\.?|versus) [-–] ?\d[\d.]* (?:in|with|during|for|under)\b|"
    r"\b(?:vs\.?|versus) \d[\d.]* (?:in|with|during|for|under)\b|"
    r"\bbetween (?:the |both )?(?:two |three |study |treatment )*"
    r"(?:groups|arms|treatments|conditions|interventions)\b|"
    r"\bcompared (?:with|to) (?:the |an? )?(?:\w+ ){0,2}(?:placebo|sham|controls?|group|arm|usual)",
)
"""Words that set one treatment against another."""


_OVER_TIME = re.compile(
    r"\b(?:over time|over the (?:course|follow-?up|study)|during (?:the )?follow-?up|"
    r"at (?:the )?(?:final |last )?follow-?up|(?:after|following|with|by) (?:the )?"
    r"(?:[\w-]+ ){0,4}?(?:treatment|intervention|therapy|program(?:me)?|training|rehabilitation|"
    r"sessions?)|(?:after|within|at|by|over|during) (?:the )?[\w-]+(?:[- ]to[- ][\w-]+)?[- ]"
    r"(?:days?|weeks?|months?|years?)|"
    r"improved (?:\w+ly )?in (?:the |all |their )?(?:[\w-]+ ){1,3}(?:domains?|scores?|subscales?)|"
    r"(?:was|were) (?:\w+ly )?(?:reduced|improved|eased|lowered) by(?! \d)|"
    r"improvements? (?:was|were) (?:also )?(?:seen|observed|noted|found)|"
    r"(?:showed|demonstrated|experienced|reported) (?:an? )?(?:[\w-]+ )?improvements?)\b",
    re.IGNORECASE,
)
"""Words that tell of a time since the start, or of what brought a change about since then."""


def time_told(text: str) -> bool:
    """Whether words tell that time went by since the start, or what changed a thing since."""
    return _OVER_TIME.search(text) is not None


def arms_compared(text: str) -> bool:
    """Whether words set one treatment against another, whatever else they tell."""
    return _OF_ARMS.search(text) is not None


def start_told(text: str) -> bool:
    """Whether words name the start that a change is told from, in one group or the whole."""
    return _START_TOLD.search(text) is not None and not in_every_group(text)


def in_every_group(text: str) -> bool:
    """Whether words tell the same of all groups: "fell in both groups"."""
    return _OF_EVERY_GROUP.search(text) is not None

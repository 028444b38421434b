"""Whether two groups may be named as those that a result compares."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from ..material import Material

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


_TWO_GROUPS = re.compile(
    r"\b(?:compared (?:with|to|against)|in comparison (?:with|to)|versus|vs\.?|relative to|than)\s"
    r"(?:both |in |the )*(?!(?:age|sex|gender|BMI|race|ethnicity|education|matched|healthy)\b)"
    r"[\w-]+(?: (?!and\b)[\w-]+){0,3},? and (?:the |with |to |in )*(?:[\w-]+ ){0,4}?"
    r"(?:controls|HCs?|volunteers|donors|people|individuals|participants|persons|subjects)\b",
    re.IGNORECASE,
)
_HEALTHY = re.compile(
    r"\b(?:healthy|well) (?:[\w-]+,? ){0,2}?(?:controls?|volunteers?|subjects?|individuals|people|"
    r"participants|donors|persons|adults|children|HCs?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\bcontrols?\b(?! (?:over|of)\b)|\bHCs?\b|\bhealthy\b|\bwithout (?!any\b|exercise)|\bnon-|"
    r"\bun(?:infected|affected|exposed)\b|\bnever\b|\brecovered\b|\bconvalescents?\b|"
    r"\bcompared (?:with|to) (?!baseline|the start)|\bthan (?:in |that |those )|\bdid not have\b|"
    r"\b(?:groups|cohorts)\b",
    re.IGNORECASE,
)


def two_named(m: Material) -> QuoteSupport | None:
    """Where title, aim or methods set the ill against two groups: "neighbours and controls"."""
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [
        ("abstract", s.start, s.end) for s in m.reading.sentences if s.role in ("aim", "methods")
    ]
    for field, start, end in places:
        found = _TWO_GROUPS.search(held.get(field, ""), start, end)
        if found is not None:
            return quoted(quote(held, field, *found.span()))
    return None


def healthy_people(m: Material) -> QuoteSupport | None:
    """Where the text calls those who are only "controls" in a count healthy people."""
    held = texts(m.record)
    found = _HEALTHY.search(held.get("abstract", ""))
    return None if found is None else quoted(quote(held, "abstract", *found.span()))


def others_told_of(m: Material) -> bool:
    """Whether the text tells of anybody whom the ill could be compared with."""
    return any(_OTHERS.search(text) for text in texts(m.record).values())

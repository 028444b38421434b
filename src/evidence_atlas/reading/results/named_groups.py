"""The group that a result concerns and the group it is set against, as clean noun phrases.

The writer uses them as labels: a phrase with a verb or a dangling preposition is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_atlas.records.cues import cue

from ..document import Document

_HEADS = (
    r"patients|participants|subjects|women|men|individuals|controls|people|adults|children|"
    r"adolescents|respondents|responders|non-responders|survivors|cases|volunteers|donors|"
    r"workers|students|veterans|girls|boys|females|males|group|arm|mice|rats"
)
_COUNT = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|"
    r"twenty|thirty|forty|fifty)"
)
# One to four words that are no verb, preposition or quantity, then the head.
_NO_MODIFIER = (
    r"(?:were|was|is|are|had|have|has|did|does|do|be|been|and|or|of|in|by|to|with|for|from|that|"
    r"than|between|among|who|whose|which|when|while|although|though|unlike|compared|versus|vs|"
    r"as|at|on|both|two|three|four|each|other|either|these|those|this|such|all|most|some|many|"
    r"few|several|more|less|no|not|we|our|their|its|included|include|show\w*|differ\w*|"
    r"increas\w+|decreas\w+|improv\w+|reduc\w+|enrolled|recruited|reported|experienced|same|"
    r"study|one|any|only|neither|across|within|after|before|during|also|there|they|"
    r"higher|lower|greater|fewer|between-group|percent|per|through|over|under|into|if|but|a|an|"
    r"certain|new|additional|remaining|first|second|exactly|approximately|overall|majority|proportion)\b"
)
_NP = cue(
    rf"(?:(?P<the>the)\s)?(?:(?P<count>{_COUNT})\s)?"
    rf"(?P<name>(?:(?!{_NO_MODIFIER})[A-Za-zβαγ][\w/+'’-]*\s){{0,4}}?(?P<head>{_HEADS}))\b(?![-/])"
)
_THOSE = cue(r"those (?P<name>(?:with|without|who (?:had|did not|stayed|reported)) )")
_TAIL_END = cue(
    r"(?:[\w/+-]+\s){0,3}[\w/+-]+(?=\s?[,.;:()]|\s(?:had|have|has|were|was|is|are|showed|show|"
    r"compared|than|did|do|and|reported|experienced|exhibited|at|after|in|from|during|versus|vs|"
    r"relative|demonstrated|displayed)\b|\s?\Z)"
)
_BAD_TAIL = cue(rf"\b{_NO_MODIFIER}")
# What narrows the group further and is not part of its name: the name alone would widen it.
_RESTRICTED = cue(
    r"\s(?:who|whose|that|aged|no|not|living|treated|vaccinated|infected|diagnosed|given|taking|"
    r"hospitali[sz]ed|admitted|exposed|randomi[sz]ed|assigned|classified|matched|suffering|from|"
    r"under|above|below|over|meeting|fulfilling|\w+ing)\b"
)
_GOES_ON = cue(r"(?:[-‐]like\b|[-\s](?:type\s)?symptoms?\b)")
_LISTED = cue(r"\s?(?:\([^()]*\)\s?)?(?:,|and\b|or\b|vs\b|versus\b)")
_CONTROL = cue(r"\bcontrols?\b")
_VERB_LATER = cue(r"\s(?:\w+ed|\w+ing)\b", 0)
_WHO_PLACE = cue(
    r"(?:\A(?:(?:however|moreover|in addition|additionally|furthermore|notably|overall|"
    r"interestingly|similarly|finally|importantly|specifically|although|while|whereas|and|"
    r"but|compared (?:with|to) [^,;]{3,60}),?\s)*|\b(?:in|among|for|of|by)\s(?:each of\s)?)"
)
_PART_BEFORE = cue(
    r"(?:%|\d|\b(?:most|some|many|few|several|half|majority|minority|number|proportion|percentage|"
    r"one|two|three|four|five|six|third|quarter|none|rest|share|part|age|sample|groups?|total|"
    r"cohort|numbers|data|data from|all but))(?:\s\([^()]*\))?\s(?:of|in)\s\Z"
)
_AGAINST_PLACE = cue(
    r"\b(?:(?:when )?(?:compared|in comparison) (?:with|to)|than|versus|vs\.?|relative to|"
    r"in contrast to|unlike|over)\s"
    r"(?:(?:in|for|among|that of|those of|that in|those in|of|to)\s)?(?=(?P<rest>[^;]{3,120}))"
)
_PLAIN_AGAINST = cue(
    r"(?:the )?(?P<name>(?:placebo|sham(?: \w+)?|usual care|standard care|treatment as usual|"
    r"waiting list|healthy (?:controls|people|volunteers|individuals|subjects|donors|"
    r"participants))(?: group| arm)?)\b"
)
_OTHERS = cue(r"the other (?:two|three|four|five|\d+) (?:sub)?groups\b")
_BARE = frozenset(("group", "arm", "cases", "males", "females"))


@dataclass(frozen=True)
class Group:
    """A group as printed, where its name stands, and how many it is said to be."""

    name: str
    start: int
    end: int
    count: str | None


def against(document: Document, clause: str) -> Group | None:
    """What stands after "compared with", "than" or "versus", if it is a group of people."""
    for place in _AGAINST_PLACE.finditer(clause):
        found = _at(document, clause, place.end())
        if found is not None:
            return found
        plain = _PLAIN_AGAINST.match(clause, place.end())
        if plain:
            return Group(plain["name"], *plain.span("name"), None)
    return None


def who(document: Document, clause: str, other: Group | None) -> Group | None:
    """The first group named as subject or after "in", "among", "for" or "of".

    None where only a share of it is meant ("half of the patients"): the result would be told
    of all of them.
    """
    for place in _WHO_PLACE.finditer(clause):
        found = _at(document, clause, place.end())
        if found is None or (other is not None and found.start == other.start):
            continue
        if _PART_BEFORE.search(clause[max(0, place.end() - 60) : place.end()]):
            continue
        if re.search(
            r"\b(?:compared (?:with|to)|than|versus|vs\.?|relative to|unlike|between)\s"
            r"(?:\w+\s){0,2}\Z",
            clause[: place.end()],
            re.IGNORECASE,
        ):
            continue
        if _CONTROL.search(found.name) and _LISTED.match(clause, found.end):
            continue
        return found
    return None


def _at(document: Document, clause: str, position: int) -> Group | None:
    """The group whose name begins at this place."""
    those = _THOSE.match(clause, position)
    if those:
        end = _tail(document, clause, those.end("name"))
        if end is None or not those["name"].lower().startswith("with"):
            return None
        return Group(clause[position:end], position, end, None)
    rest = _OTHERS.match(clause, position)
    if rest:
        return Group(rest[0], position, rest.end(), None)
    match = _NP.match(clause, position)
    if match is None:
        return None
    start, end, head = match.start("name"), match.end(), match["head"].lower()
    if head in ("group", "arm"):
        if match["name"].lower() in _BARE:
            return None
        if match["the"] and not match["count"]:
            start = match.start("the")
    if match["name"].lower() in _BARE:
        return None
    if re.match(r"\s(?:with|without)\s", clause[end:]):
        tail = _tail(document, clause, end + clause[end:].index("w") + _with(clause, end))
        if tail is None:
            return None
        end = tail
        if match["the"] and match["count"]:
            start = match.start("the")
    elif _RESTRICTED.match(clause, end):
        return None
    return Group(clause[start:end], start, end, match["count"])


def _with(clause: str, end: int) -> int:
    return len("without ") if clause[end : end + 9].lower().strip() == "without" else len("with ")


def _tail(document: Document, clause: str, position: int) -> int | None:
    """Where the phrase after "with" ends: an illness's name, or one to four plain words."""
    named = document.illness.any_name.match(clause, position)
    if named:
        # "People with asthma symptoms" are not named by "with asthma" alone.
        return None if _GOES_ON.match(clause, named.end()) else named.end()
    match = _TAIL_END.match(clause, position)
    if match is None or _BAD_TAIL.search(match[0]) or _VERB_LATER.search(match[0]):
        return None
    if re.match(r"\.\d", clause[match.end() :]):
        return None
    return match.end()

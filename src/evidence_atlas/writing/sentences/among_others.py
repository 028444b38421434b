"""A list too long for a reader, told as its first members "among others".

"Linked with A, B, C, D and E" is told as "linked with A, B and C, among others": true of any such
list. Only a list that ends or begins its sentence is cut, and only one of short nouns, so that
nothing that is said of its members is lost.
"""

from __future__ import annotations

import re

from ..tables import table
from ..words.names import length
from ..words.quoting import TURN
from ..words.verbs import finite, main_verb

_WORDS: dict[str, str] = table("sentences/among_others.toml")

FEWEST_MEMBERS = 5
"""A shorter list is told whole."""
TOLD_MEMBERS = 3
MOST_WORDS_OF_A_MEMBER = 8
MOST_WORDS_OF_ONE_LEFT_OUT = 14
MOST_OF_THE_LAST = 4
"""So many may stand in a list that is the last member of another."""
_COMMA = re.compile(r",\s+")
_LAST = re.compile(r"^(?:and|or|as well as)\s+", re.IGNORECASE)
_AND_LAST = re.compile(r"\s+(?:and|or|as well as)\s+(?=[^,]{2,60}$)")
_ADJECTIVE = re.compile(_WORDS["adjective"], re.IGNORECASE)
_NO_MEMBER = re.compile(_WORDS["no_member"], re.IGNORECASE)


def among_others(text: str) -> str | None:
    """The text with the list that ends or begins it cut short; None where none is sure."""
    if _ANNOUNCED.match(text):
        return _announced(text)
    by_which_sums = _BY_WHICH_SUMS.search(text)
    if by_which_sums is not None:
        text = text[: by_which_sums.start()]
    return _ending(text) or _beginning(text) or _set_against(text)


_BY_WHICH_SUMS = re.compile(_WORDS["by_which_sums"], re.IGNORECASE)
_SET_AGAINST = re.compile(_WORDS["set_against"], re.IGNORECASE)


def _set_against(text: str) -> str | None:
    """The list cut short, with what its members are set against in front of it.

    "Those who slept had less pain, …, and more strength, compared to those who did not".
    """
    found = _SET_AGAINST.search(text)
    told = None if found is None else _ending(text[: found.start()])
    if found is None or told is None:
        return None
    first, rest = told.split(" ", 1)
    first = first if first.isupper() or not first[1:].islower() else first.lower()
    return f"{found['with'].capitalize()} {found['what']}, {first} {rest}"


# Behind a colon "increased iron" is no verb.
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|who|which|that)\b", re.IGNORECASE)
_ANNOUNCED = re.compile(_WORDS["announced"], re.IGNORECASE)


def _announced(text: str) -> str | None:
    """The text with the list behind its colon, whole where it is short: "the signs were: …"."""
    found = _ANNOUNCED.match(text)
    if found is None or re.search(r"[()]", text):
        return None
    *members, last = _COMMA.split(found["list"])
    if last.startswith("with ") and len(members) > FEWEST_MEMBERS:
        *members, last = members  # It stands behind what is left out.
    joined = None if _LAST.match(last) else _AND_LAST.search(last)
    if joined is not None:
        members, last = [*members, last[: joined.start()]], last[joined.end() :]
    last = _LAST.sub("", last)
    whole = [*members, last]
    if len(whole) < TOLD_MEMBERS or any(map(_CLAUSE.search, whole)):
        return None
    long = len(whole) >= FEWEST_MEMBERS
    if any(
        length(m) > (MOST_WORDS_OF_ONE_LEFT_OUT if long and i >= TOLD_MEMBERS
                     else MOST_WORDS_OF_A_MEMBER) or _NO_MEMBER.search(m)
        for i, m in enumerate(whole)
    ):  # fmt: skip
        return None
    if any(_LAST.match(m) for m in members) or any(TURN.search(m) for m in whole):
        return None
    if len(whole) < FEWEST_MEMBERS:
        return f"{found['head']} {', '.join(members)} and {last}"
    told = whole[:TOLD_MEMBERS]
    return f"{found['head']} {', '.join(told[:-1])} and {told[-1]}, among others"


_CHANGE = re.compile(_WORDS["change"], re.IGNORECASE)
_SAID_OF_ALL = re.compile(_WORDS["said_of_all"])


def _beginning(text: str) -> str | None:
    """The text with the list that begins it cut short: its members are the subject."""
    found = _SAID_OF_ALL.search(text)
    if found is None:
        return None
    members = _COMMA.split(text[: found.start()])
    told, left_out = members[:TOLD_MEMBERS], (*members[TOLD_MEMBERS:], found["last"])
    if len(members) + 1 < FEWEST_MEMBERS or not all(map(_is_member, told)):
        return None
    if not all(_is_member(m, MOST_WORDS_OF_ONE_LEFT_OUT) for m in left_out):
        return None
    if any(_ADJECTIVE.match(m) or _SETTING.match(m) or _LAST.match(m) for m in members):
        return None
    if any(TURN.search(m) for m in left_out):
        return None
    joined = f"{', '.join(told[:-1])} and {told[-1]}, among others,"
    return f"{joined} {text[found.start('verb') :]}"


_SETTING = re.compile(_WORDS["setting"], re.IGNORECASE)


def _ending(text: str) -> str | None:
    members = _COMMA.split(text)
    if len(members) < FEWEST_MEMBERS:
        return None
    *before, last = members
    if not _LAST.match(last):
        joined = _AND_LAST.search(last)
        if joined is None:
            return None
        before, last = [*before, last[: joined.start()]], last[joined.end() :]
    last = _LAST.sub("", last)
    before, last = _first_list(before, last)
    # The list begins behind the first comma from which on all are short and have no verb.
    at = len(before)
    while at > 1 and _is_member(before[at - 1]):
        at -= 1
    listed = len(before) - at + 2
    head = ", ".join(before[:at])
    if listed < FEWEST_MEMBERS or not _is_member(last) or not finite(head):
        return None
    if any(_LAST.match(member) or _ADJECTIVE.match(member) for member in before[1:]):
        return None
    told = [head, *before[at : at + TOLD_MEMBERS - 1]]
    cut = [*before[at + TOLD_MEMBERS - 1 :], last]
    if any(TURN.search(member) for member in cut):
        return None
    return f"{', '.join(told[:-1])} and {told[-1]}, among others"


def _first_list(before: list[str], last: str) -> tuple[list[str], str]:
    """The same list up to the first "and", where the one that ends it is a list in itself.

    "Age, pain, damp, rye, and a history of asthma, fever or a rash".
    """
    at = next((i for i, m in enumerate(before) if i and m.casefold().startswith("and ")), None)
    if at is None:
        return before, last
    own = (before[at], *before[at + 1 :], last)
    if len(own) > MOST_OF_THE_LAST or any(not _is_member(m) or _CHANGE.search(m) for m in own):
        return before, last
    return before[:at], _LAST.sub("", before[at])


def _is_member(text: str, most: int = MOST_WORDS_OF_A_MEMBER) -> bool:
    return length(text) <= most and main_verb(text) is None and _NO_MEMBER.search(text) is None

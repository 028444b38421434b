"""Several results told in one clause: a list whose members each have figures of their own.

"Depression (31 % vs 11 %; p < .001) and anxiety (13 % vs 6 %; p = .02) were more frequent"
reports two results, and so does "(1) care was hard to find; (2) friends fell away".
"""

from __future__ import annotations

from dataclasses import dataclass

from evidence_atlas.records.cues import cue

from .. import tables

_TABLE = tables.load("listed")
_BRACKET = cue(r"[(\[](?P<inside>(?:[^()\[\]]|\([^()]{0,60}\)|\[[^\[\]]{0,60}\]){1,200})[)\]]", 0)
_TESTED = tables.any_of(_TABLE["tested"])
_MEASURED = tables.any_of(_TABLE["measured"])
_JOINED = cue(r"\s{0,2}(?:[,;]\s?(?:and\s|or\s|as well as\s|but\s)?|(?:and|as well as)\s)", 0)
_PEOPLE = tables.any_of(_TABLE["people"])
_NO_MEMBER = cue(
    r"(?:which|that|than|at|by|in|after|during|on|from|not|but|and|when|compared|versus|placebo|driven|while|"
    r"weeks?|months?|days?|years?|baseline)\b"
)
_NUMBERED = cue(r"(?:(?<=\s)|\A)\(?(?:(?P<n>\d)|(?P<r>i{1,3}|iv|v|vi{1,3})|(?P<a>[a-f]))\)\s?", 0)
_LEAD = tables.any_of(_TABLE["leads"])
_LAST_JOINT = cue(r"(?:,\s(?:and\s|or\s)?|;\s|\sand\s|:\s)", 0)
_MOST_WORDS = 7
_LEAST_MEMBERS = 3


@dataclass(frozen=True)
class Member:
    """One member of a list: its place in the clause, and what it names if that is short.

    `whole` where it tells all by itself; else the clause around it holds the words that say
    which way, in whom and against what.
    """

    start: int
    end: int
    names: str | None
    whole: bool = False


def members(clause: str) -> list[Member]:
    """The members of the clause's list; empty where it has none, or only one."""
    return _numbered(clause) or _with_figures(clause) or _with_semicolons(clause)


def _numbered(clause: str) -> list[Member]:
    marks = list(_NUMBERED.finditer(clause))
    for kind, first in (("n", "1"), ("r", "i"), ("a", "a")):
        own = [m for m in marks if m[kind]]
        if len(own) > 1 and own[0][kind] == first:
            ends = [m.start() for m in own[1:]] + [len(clause)]
            found = [
                Member(m.end(), m.end() + len(clause[m.end() : e].rstrip(" ,;.")), None, True)
                for m, e in zip(own, ends, strict=True)
            ]
            return [_without_and(clause, f) for f in found]
    return []


def _without_and(clause: str, member: Member) -> Member:
    text = clause[member.start : member.end]
    for tail in (", and", "; and", " and", ";", ","):
        if text.endswith(tail):
            return Member(member.start, member.end - len(tail), None, True)
    return member


def _with_semicolons(clause: str) -> list[Member]:
    """ "Three burdens emerged: loss; stigma; care that was hard to find"."""
    lead = max(clause.find(": ") + 2, 0) if ": " in clause else 0
    found, at = [], lead
    parts = clause[lead:].split("; ")
    # A list within brackets belongs to what stands before it.
    if any(part.count("(") != part.count(")") for part in parts):
        return []
    for part in parts:
        start = at + (4 if part.startswith("and ") else 0)
        found.append(Member(start, at + len(part.rstrip(" .;")), None, True))
        at += len(part) + 2
    told = len(found) >= _LEAST_MEMBERS and not _MEASURED.search(clause)
    return found if told else []


def _with_figures(clause: str) -> list[Member]:
    brackets = [b for b in _BRACKET.finditer(clause) if _MEASURED.search(b["inside"])]
    if len(brackets) < 2:
        return []
    found: list[Member] = []
    for i, bracket in enumerate(brackets):
        start = 0
        if i:
            joint = _JOINED.match(clause, brackets[i - 1].end())
            if joint is None:
                if found:
                    break
                continue
            if not found:
                found.append(_member(clause, 0, brackets[i - 1].start(), brackets[i - 1].end()))
            start = joint.end()
            found.append(_member(clause, start, bracket.start(), bracket.end()))
    if any(m.names and _NO_MEMBER.match(m.names) for m in found):
        return []
    tested = all(_TESTED.search(clause[m.start : m.end]) for m in found)
    groups = any(_PEOPLE.search(m.names or clause[m.start : m.end]) for m in found)
    if len(found) < 2 or (groups and not tested):
        return []
    return found


def _member(clause: str, start: int, bracket: int, end: int) -> Member:
    """The words before the bracket, from the last joint or from where the list is led in."""
    words = clause[start:bracket]
    cut = 0
    if not start:
        ends = [m.end() for pattern in (_LEAD, _LAST_JOINT) for m in pattern.finditer(words)]
        cut = max(ends, default=0)
    elif ": " in words:
        # "In parts of quality of life: physical function (p = 0.02), …" begins a list in the list.
        cut = words.rindex(": ") + 2
    name = words[cut:].strip(" ,:;")
    short = 0 < len(name.split()) <= _MOST_WORDS
    return Member(start or cut, end, name if short else None)

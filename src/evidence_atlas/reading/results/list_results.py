"""One clause's result, told once for each member of the list that it holds."""

from __future__ import annotations

import msgspec

from evidence_atlas.records import Quote, Result
from evidence_atlas.records.cues import cue

from ..text import clauses, markup
from . import better_or_worse, direction, direction_words, listed, outcomes, printed

_NUMBER = cue(
    r"(?<![\w.])[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s?%?|(?<![\w.])[-−]?\d+(?:[.·]\d+)?(?:\s?%)?"
    r"|(?<=[<>=≤≥\s(\[])\.\d+",
    0,
)
_POINTED = ("higher", "lower", "increase", "decrease")
_FEWEST_WORDS = 2
"""A member that tells all by itself needs more than a bare word."""


def figures(text: str) -> tuple[str, ...]:
    """The numbers of a text as printed."""
    return tuple(m[0].strip() for m in _NUMBER.finditer(text))


def read(result: Result, masked: str, compares_people: bool) -> list[Result]:
    """The clause's result, once for each member of a list that it tells of.

    Each keeps the whole clause as its text and quote, for the words that say which way, in
    whom and against what stand there once for all members.
    """
    clause = result.quote.text
    members = listed.members(clause)
    if len(members) < 2:
        return [result]
    head, tail = masked[: members[0].start], masked[members[-1].end :]
    found = []
    for member in members:
        if member.whole and len(clause[member.start : member.end].split()) < _FEWEST_WORDS:
            continue
        if member.whole:
            found.append(_by_itself(result, masked, member, compares_people))
            continue
        own = masked[member.start : member.end]
        way = direction.of_member(head, own, tail, compares_people)
        ratio = printed.estimate(own) if way in ("higher", "lower") else None
        if ratio in ("higher", "lower") and not direction_words.points(f"{head} {tail}"):
            # "The highest risks were of impaired memory (RR 2.5 [1.8, 3.5])": a thing's own name
            # points nowhere; its ratio does.
            way = ratio
        linked = (
            result.direction == "association" and way in _POINTED and not clauses.has_own_verb(own)
        )
        if way in ("descriptive", "mixed") or linked:
            # "Determinants were age (OR 1.9), raised B (OR 4.0)": B is a determinant too.
            way = result.direction
        named = outcomes.name_in(member.names) or (result.outcome if member is members[0] else None)
        judged = better_or_worse.called(masked, way)
        found.append(
            msgspec.structs.replace(
                result,
                direction=way,
                outcome=named,
                numbers=figures(clause[member.start : member.end]),
                better_or_worse=judged,
                judged_by="authors" if judged else None,
            )
        )
    return found or [result]


def _by_itself(result: Result, masked: str, member: listed.Member, compares: bool) -> Result:
    """A member that tells all by itself, as a result with its own words as text and quote."""
    whole, start = result.quote, result.quote.start
    text = whole.text[member.start : member.end]
    return msgspec.structs.replace(
        result,
        text=markup.without(text),
        quote=Quote(
            field=whole.field, start=start + member.start, end=start + member.end, text=text
        ),
        direction=direction.of(masked[member.start : member.end], compares),
        outcome=None,
        numbers=figures(text),
    )

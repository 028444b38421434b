"""Which outcome a result is about, found anew and plainly.

Only what is data is shared with the code that makes the pages: the illness's files, the words of
outcome_words.toml, and the engine's table of synonyms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from evidence_atlas.records.written_tables import parsed

from .stored import illness, key_of


@cache
def word_lists() -> Any:
    folder = resources.files("evidence_atlas.publishing.overview")
    return parsed(folder.joinpath("outcome_words.toml").read_text(encoding="utf-8"))


def stands(pattern: str, text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


@dataclass(frozen=True)
class Outcome:
    """A thing of the illness's files, and whether a result may be set in a lane of it.

    `turns`: more of what was measured may be less of the thing. `passing`: it is named, but it may
    be something else of which there was more or less.
    """

    thing: Any
    turns: bool = False
    passing: bool = False


def outcome_of(result: Any) -> Outcome | None:
    """The outcome of a result: by its whole name, else by the one thing that it speaks of."""
    printed, clause = result.outcome or "", result.text
    for group in (result.who or "", result.against or ""):
        if len(group) >= 4:
            clause = clause.replace(group, " · ")
    every = illness().known_illnesses
    causes = {n.follows for n in every}
    for mark, names_ in (
        ("⟨illness⟩", [n for n in every if n.name not in causes]),
        (" · ", [n for n in every if n.name in causes]),
    ):
        clause = re.sub("|".join(f"(?:{n.pattern})" for n in names_), mark, clause, flags=re.I)
    for thing in illness().outcomes:
        if thing.first and stands(thing.first, clause):
            return Outcome(thing)
    named = key_of([o for o in illness().outcomes if o.pattern], printed) if printed else None
    trouble = bool(stands(word_lists()["trouble"], result.text))
    if named is not None:
        if named.less != "worse" or not trouble:
            return Outcome(named)
        lack = spoken_of(clause)
        if lack is not None and lack.less == "better":
            return Outcome(lack)
        return Outcome(named, turns=True)
    ours = "|".join(f"(?:{n.pattern})" for n in illness().names)
    where = re.sub(ours, "⟨illness⟩", printed, flags=re.I) if printed else clause
    thing = spoken_of(where)
    if thing is None:
        return None
    turns = thing.less == "worse" and (trouble or not thing.straight)
    return Outcome(thing, turns, passing=not printed and not told_of(thing, clause))


def spoken_of(text: str) -> Any:
    """The only thing whose cue stands in a text; a longer cue hides a shorter one that it meets."""
    places = [(o, a, b) for o in illness().outcomes if o.cue for a, b in stands(o.cue, text)]
    left = []
    for o, a, b in places:
        hidden = [1 for _, c, d in places if d - c > b - a and max(a, c) < min(b, d)]
        if not hidden and o not in left:
            left.append(o)
    strong = [o for o in left if not o.yields]
    if strong:
        return strong[0] if len(strong) == 1 else None
    return next((o for o in illness().outcomes if o in left), None)


def told_of(thing: Any, clause: str) -> bool:
    """Whether the clause begins with the thing, or has a word of change close before it."""
    lists = word_lists()
    for start, _ in stands(thing.cue, clause):
        if not stands(lists["away"], clause[:start]):
            return True
        for _, end in stands(lists["change"], clause):
            between = clause[end:start]
            if end <= start <= end + lists["closely"] and not re.search("[,;.]", between):
                return True
    return False

"""Which of the illness's outcomes a result is about: by its whole name, else by what it speaks of.

Where the reading's name of an outcome fits none of the files' patterns, their cues are searched:
in that name or, where there is none, in the clause that reports the result. Only where a single
outcome is spoken of is it taken; two are a choice, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import resources

import msgspec

from ...records import Condition, Name, Thing
from ...records.cues import Cues, cue
from ...records.written_tables import parsed
from .names import Named, Names, known
from .values import Told

_GROUP, _ILLNESS = " · ", "⟨illness⟩"
"""What stands where the name of a group, or of an illness, was taken out."""
_SHORTEST = 4
"""Letters of a group's name that is taken out; shorter ones stand within other words."""
_WORDS = parsed(
    resources.files(__package__).joinpath("outcome_words.toml").read_text(encoding="utf-8")
)
_TROUBLE, _CHANGE, _AWAY = (
    re.compile(_WORDS[name], re.IGNORECASE) for name in ("trouble", "change", "away")
)
_NEAR: int = _WORDS["closely"]


class Outcomes:
    """The outcomes of an illness's files, ready to be found."""

    def __init__(self, condition: Condition) -> None:
        self._things = condition.outcomes
        self._names = Names(condition.outcomes)
        self._cues = Cues((cue(t.cue), t) for t in condition.outcomes if t.cue)
        self._first = Cues((cue(t.first), t) for t in condition.outcomes if t.first)
        self._ours = _any(condition.names)
        illnesses = condition.known_illnesses
        before = {n.follows for n in illnesses}
        # What an illness may follow, such as an infection, is here no illness that people got.
        self._illnesses = _any(n for n in illnesses if n.name not in before)
        self._before = _any(n for n in illnesses if n.name in before)
        self._found: dict[tuple[str, str, str, str], Named | None] = {}

    def of(self, told: Told) -> Named | None:
        """The outcome of a result; one that the files do not know keeps its printed name."""
        key = (told.outcome, told.clause, told.who, told.against)
        if key not in self._found:
            self._found[key] = self._of(told)
        return self._found[key]

    def known(self, told: Told) -> Named | None:
        """The outcome of a result if the files know it."""
        found = self.of(told)
        return found if found is not None and found.known else None

    def _of(self, told: Told) -> Named | None:
        bare = self._bare(told)
        for pattern, thing in self._first.standing(bare):
            if pattern.search(bare):
                return known(thing)
        named = self._names.named(told.outcome) if told.outcome else None
        if named is not None and named.known:
            return self._straight(named, told)
        text = self._ours.sub(_ILLNESS, told.outcome) if told.outcome else bare
        spoken = self._spoken(text)
        if spoken is None:
            return named
        passing = not told.outcome and not self._compared(spoken, bare)
        return known(spoken, loose=_may_turn(spoken, told.clause), passing=passing)

    def _straight(self, named: Named, told: Told) -> Named:
        """The outcome itself, or its lack where the clause counts that: `more sleep problems`."""
        if named.less != "worse" or not _TROUBLE.search(told.clause):
            return named
        lack = self._spoken(self._bare(told))
        if lack is not None and lack.less == "better":
            return known(lack)
        return msgspec.structs.replace(named, loose=True)

    def _bare(self, told: Told) -> str:
        """The clause without the names of illnesses and of the groups that it speaks of."""
        text = told.clause
        for group in (told.who, told.against):
            if len(group) >= _SHORTEST:
                text = text.replace(group, _GROUP)
        return self._before.sub(_GROUP, self._illnesses.sub(_ILLNESS, text))

    def _compared(self, thing: Thing, clause: str) -> bool:
        """Whether a clause tells of more or less of a thing: it begins with it, or says so just
        before (`higher levels of lactate`)."""
        places = [m.start() for cue_, t in self._cues.standing(clause) if t is thing
                  for m in cue_.finditer(clause)]  # fmt: skip
        return any(
            not _AWAY.search(clause[:place])
            or any(
                0 <= place - m.end() <= _NEAR and not set(clause[m.end() : place]) & set(",;.")
                for m in _CHANGE.finditer(clause)
            )
            for place in places
        )

    def _spoken(self, text: str) -> Thing | None:
        """The outcome whose cue alone stands in a text; see outcomes.toml."""
        places = [
            (match.start(), match.end(), thing)
            for pattern, thing in self._cues.standing(text)
            for match in pattern.finditer(text)
        ]
        found = {
            thing.key
            for start, end, thing in places
            if not any(s < end and start < e and e - s > end - start for s, e, _ in places)
        }
        standing = [t for t in self._things if t.key in found]
        firm = [t for t in standing if not t.yields]
        if len(firm) > 1:
            return None
        return next(iter(firm or standing), None)


def _may_turn(thing: Thing, clause: str) -> bool:
    """Whether more of what a cue found may be less of the thing: a score of something good, or
    the lack of it."""
    return thing.less == "worse" and (not thing.straight or bool(_TROUBLE.search(clause)))


def _any(names: Iterable[Name]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{n.pattern})" for n in names) or r"(?!)", re.IGNORECASE)

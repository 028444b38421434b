"""Whether a clause of a trial sets its arms beside each other, by their values or by what they had.

"38.5 with the drug and 36.9 with placebo", "difference 1.5 (95 % CI -4.1 to 7.2)", "was lower with
the drug", "did not differ": none of them says "compared with", and each compares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from evidence_atlas.records.cues import cue
from evidence_atlas.records.needles import fold

from .. import tables
from ..document import Document
from ..names import A_TREATMENT, any_of_own, own_now
from . import direction_words
from .p_values import p_values

_TABLE: dict[str, str] = tables.load("two_arms")
_GROUP = cue(_TABLE["group"])
_ASIDE = cue(_TABLE["aside"])
_FLOW = cue(_TABLE["flow"])
_DIFFERENCE = cue(_TABLE["difference"])
_RATIO, _NO_RATIO = cue(_TABLE["ratio"]), cue(_TABLE["no_ratio"])
_DIFFERS, _NOT_OF_ARMS = cue(_TABLE["differs"]), cue(_TABLE["not_of_arms"])
_ALIKE, _SIDE_BY_SIDE = cue(_TABLE["alike"]), cue(_TABLE["side_by_side"])
_INTERACTION = cue(_TABLE["interaction"])
_BESIDE_ONE = ("beside_one", "one_beside")
_WITH_ARMS = ("with_one", "favours", "than_one", "no_effect")
_NUMBER = re.compile(r"(?<![\w.,-])(?:[-−–+]\s?)?\d+(?:[.,·/]\d+)*(?![\w-])|(?<=\()\d+")
_COUNT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none)\b", re.I
)
_EVENTS = re.compile(r"NN?ANN?A|ANN?ANN?|NNAA|AANN")
"""Values (N) and arms (A) in turn: "12 with A, 14 with B", or both values and then both arms."""
_FROM_TO = re.compile(r"\bfrom\b[^;]{0,40}?\d[^;]{0,30}?\bto\b[^;]{0,15}?\d", re.IGNORECASE)
_EACH = re.compile(r"(?:[^,;]{0,40}, )?(?:both|all|each)\b", re.IGNORECASE)
"""What each of the arms did by itself; one test printed then is of the difference."""
_SHORT = r"\s?\((?P<short>[A-Z][\w-]{1,9})(?:[,;][^()]*)?\)"


@dataclass(frozen=True)
class Arms:
    """What one trial's arms are called: the treatments that are read, and their short forms."""

    names: tuple[str, ...]

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(map(fold, self.names))

    @cached_property
    def _own(self) -> str:
        return "".join(f"|{re.escape(n)}" for n in sorted(self.names, key=len, reverse=True))

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{_TABLE['arm']}{self._own})(?!\w)", re.IGNORECASE)

    @cached_property
    def _frames(self) -> tuple[re.Pattern[str], ...]:
        return tuple(self._frame(name) for name in _WITH_ARMS)

    @cached_property
    def _of_one(self) -> tuple[re.Pattern[str], ...]:
        return tuple(self._frame(name) for name in _BESIDE_ONE)

    def _frame(self, name: str) -> re.Pattern[str]:
        arm = f"{_TABLE['arm']}{self._own}"
        return re.compile(_TABLE[name].replace("{arm}", arm), re.IGNORECASE)

    def compared(self, clause: str, told: str, way: str) -> bool:
        """Whether the arms are set beside each other in a clause; `told` is it without names."""
        if _INTERACTION.search(told):
            return True
        own_start = direction_words.has("own_start", told)
        each_by_itself = own_start or len(_FROM_TO.findall(told)) == 1 or _EACH.match(told)
        beside = self._values(clause) and not _FLOW.search(told)
        if beside and not (each_by_itself and sum(p_values(told)) != 1):
            return True
        if way == "descriptive" or own_start:
            return False
        if _DIFFERENCE.search(told) or (_RATIO.search(told) and not _NO_RATIO.search(told)):
            return True
        if any(frame.search(told) for frame in self._in(told)._frames):
            return True
        null = way == "no difference"
        if null and _ALIKE.search(told) and "baseline" not in told.casefold():
            return True
        if _NOT_OF_ARMS.search(told):
            return False
        beside = _SIDE_BY_SIDE.search(told) is not None and not _NO_RATIO.search(told)
        return beside or (null and _DIFFERS.search(told) is not None)

    def _values(self, clause: str) -> bool:
        """Whether two arms stand in the clause with a value each."""
        text = _ASIDE.sub(lambda m: " " * len(m[0]), clause)
        numbers = [m.start() for m in _NUMBER.finditer(text)]
        if not numbers:
            return False
        numbers += [m.start() for m in _COUNT.finditer(text)]
        if len(numbers) < 2:
            return False
        places: dict[int, str] = {}
        taken = [False] * (len(text) + 1)
        own = any_of_own(own_now().treatments)
        for pattern in (_GROUP, A_TREATMENT, *((own,) if own else ()), self._in(text)._any):
            for match in pattern.finditer(text):
                name = match["name"] if pattern is _GROUP else match[0]
                if not any(taken[match.start() : match.end()]):
                    places[match.end() - 1] = name.strip().casefold()
                    taken[match.start() : match.end()] = [True] * (match.end() - match.start())
        numbers = [n for n in numbers if not taken[n]]
        marks = sorted([*((n, "N") for n in numbers), *((p, "A") for p in places)])
        word = "".join(kind for _, kind in marks)
        for match in _EVENTS.finditer(word):
            arms = {places[at] for at, kind in marks[match.start() : match.end()] if kind == "A"}
            if len(arms) > 1:
                return True
        return any(frame.search(text) for frame in self._in(text)._of_one)

    def _in(self, text: str) -> Arms:
        """These arms, or nameless ones where none of the names stands in the text.

        The patterns of those are the same for every trial: one with names takes 20 ms to make.
        """
        folded = fold(text)
        return self if any(name in folded for name in self._folded) else _NAMELESS


_NAMELESS = Arms(())


def arms(document: Document, names: tuple[str, ...]) -> Arms:
    """The arms of a trial by the names of what they had, and by the short forms of these."""
    short = (
        m["short"]
        for name in names
        for m in re.finditer(re.escape(name) + _SHORT, document.whole, re.IGNORECASE)
    )
    return Arms(tuple(dict.fromkeys([*names, *short])))

"""What was given to people: the treatments of a study, and what they were set against."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Support, quoted

from ..brief.kinds import BY_CHANCE, WITH_ARMS
from ..material import MOST_OF_A_NAME, Material, Piece
from ..people.arms import groups_told, one_of_parts, one_programme, two_groups
from ..people.given_to_some import given_to_some
from ..people.on_top_of import against_the_same
from ..people.who_took_part import WhoTookPart
from ..rules import named
from ..subject.measured_names import in_small
from ..subject.titled_list import of_things_done, titled_list
from ..words.clause import loaded
from ..words.noun_phrases import short, treatment_with_article, uncapital
from ..words.numbers import as_read, joined

_GIVING = re.compile(
    r"^(?:delivering|providing|receiving|using|offering|administering|implementing) (?:the )?",
    re.IGNORECASE,
)
"""Words before a treatment that are no part of its name."""
_ARTICLE = re.compile(r"an? ")
_EFFECT_OF = re.compile(r"\b(?:effects?|impact|efficacy|benefits?) of\b", re.IGNORECASE)


class WhatWasGiven(WhoTookPart):
    """Who took part, and what they were given."""

    groups_unnamed = False
    """More groups are told than treatments are known by name."""

    def __init__(self, m: Material) -> None:
        super().__init__(m)
        self._treatments()

    def _treatments(self) -> None:
        r = self._m.reading
        given = self._given(r.interventions, "interventions")
        against = [
            p for p in self._given(r.comparators, "comparators")
            if p.text.casefold() not in {g.text.casefold() for g in given}
        ]  # fmt: skip
        given = one_programme(self._m, given)
        listed = titled_list(self._m, given) if against else given
        if len(listed) > len(given) and of_things_done(listed):
            # What a programme is made of says more than its name: exercise, above all.
            given = [together(listed)]
        parts = one_of_parts(self._m, given, against)
        if parts:
            whole = together(given)
            given = [Piece(whole.text, (*whole.support, *parts))]
            self["parts"] = given[0]
        if given and len(given) <= 3:
            # Without a comparator the treatments of a trial are set against each other.
            self["treatment"] = given[0] if self._m.brief.kind in BY_CHANCE else together(given)
        if self._m.brief.kind == "single_arm" and "treatment" in self and len(given) == 1:
            some = given_to_some(self._m, given[0])
            if some is not None:
                told = self["treatment"]
                self["treatment_of_some"] = Piece(told.text, (*told.support, some))
        if against:
            self["against_treatment"] = together(against, "or")
        elif len(given) == 2 and self._m.brief.kind in WITH_ARMS:
            self["against_treatment"] = given[1]
        for name, path in (("all_had", "arms.amounts"), ("kind_had", "arms.kinds")):
            where = self._m.quotes(path)
            if where and len(given) == 1 and not against:
                self[name] = Piece(_ARTICLE.sub("", given[0].text), (*given[0].support, *where))
        self._arms(distinct([*given, *against]))

    def _arms(self, arms: list[Piece]) -> None:
        """The treatments side by side, where each group had one of them."""
        # More names than groups: some are parts of one treatment, and which is not known.
        # More groups than names: one of them had what is not named here, or both.
        unnamed = (groups_told(self._m) or 0) > len(arms)
        self.groups_unnamed = unnamed and self._m.brief.kind in ("trial", "protocol")
        if self.groups_unnamed:
            self.pop("treatment", None)
            self.pop("against_treatment", None)
        elif 2 <= len(arms) <= (2 if two_groups(self._m) else 4):
            added = against_the_same(self._m, *arms) if len(arms) == 2 else None
            self["either"] = added or together(arms, "or")
            if added is not None:
                self["usual_too"], self["added"] = (
                    Piece(p.text, added.support) for p in reversed(arms)
                )
            self["both"] = (
                together(arms)
                if len(arms) > 2
                else Piece(
                    f"{arms[0].text} and {arms[1].text}", (*arms[0].support, *arms[1].support)
                )
            )
            self._counted_arms(arms)

    def _counted_arms(self, arms: list[Piece]) -> None:
        """How many groups there were, where each is counted."""
        counted = [g for g in self._m.reading.participants.groups if g.kind == "arm"]
        if len(counted) != len(arms):
            return
        held = (quoted(g.quote) for g in counted)
        names = joined([g.name for g in counted])
        rule = named("groups-counted", n=len(arms), names=names)
        self["arms_n"] = Piece(as_read(len(arms)), (*held, rule))

    def _given(self, words: tuple[str, ...], kind: str) -> list[Piece]:
        """Treatments, each under a name fit for a sentence."""
        found = []
        for word in words:
            text = short(self._as_given(kind, word))
            if kind == "interventions" and re.match(r"(?:sham|placebo|dummy)\b", text or "", re.I):
                continue
            support = self._held(kind, word, text)
            if text and support and not loaded(text) and not _EFFECT_OF.search(text):
                if text not in (word, *(q.text for q in support if isinstance(q, QuoteSupport))):
                    support = (*support, *self._m.words(text))
                text = uncapital(in_small(self._m, text))
                found.append(Piece(treatment_with_article(text), support))
        return distinct(found)

    def _held(self, kind: str, word: str, text: str | None) -> tuple[Support, ...]:
        """Where a thing stands; under the atlas's name for it only where it is told by that."""
        own = self._m.quotes(f"{kind}.{word}")
        if text is not None and any(text.casefold() == q.text.casefold() for q in own):
            return own
        return self._m.named(f"{kind}.{word}", word)

    def _as_given(self, kind: str, word: str) -> str:
        """What the text calls it, where that is short; else its name."""
        given = _GIVING.sub("", self._m.as_given(kind, word))
        return given if short(given, MOST_OF_A_NAME) else _GIVING.sub("", word)


def distinct(pieces: list[Piece]) -> list[Piece]:
    """The pieces, each text once."""
    seen: dict[str, Piece] = {}
    for piece in pieces:
        seen.setdefault(piece.text.casefold(), piece)
    return list(seen.values())


def together(pieces: list[Piece], last: str = "and") -> Piece:
    """Several pieces as one: "a, b and c"."""
    support = tuple(dict.fromkeys(s for piece in pieces for s in piece.support))
    return Piece(joined([piece.text for piece in pieces], last), support)

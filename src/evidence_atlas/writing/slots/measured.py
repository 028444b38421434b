"""What was measured or found, under names fit for a sentence."""

from __future__ import annotations

import re

from evidence_atlas.reading.results.outcomes import CLASSES
from evidence_atlas.reading.results.what_measured import EXPOSURES
from evidence_atlas.records import Result, Support, quoted

from ..brief.kinds import MEASURES_NOTHING
from ..brief.widened import may_be_widened
from ..material import Material, Piece
from ..subject.how_near import Standing, standing
from ..subject.measured_names import measured_as, surely_measured
from ..subject.nameable import nameable, of_illness
from ..words.clause import causal, loaded
from ..words.names import length
from ..words.noun_phrases import short, uncapital, with_article
from ..words.numbers import as_read, stands_in
from .given import WhatWasGiven, distinct, together

_SHORT_FORM = re.compile(r"\b\w*[A-Z][\w-]*[A-Z]\w*\b")
_MOST_TITLED, _TITLED_WORDS = 4, 8
"""So many things of a title, in so many words, stand in an opening together."""
_NAMING = frozenset({"comparison", "genes", "computation", "cells", "animals", "test"})
"""Kinds of studies that measure a thing of a name."""
_NO_NAME = re.compile(
    r"^(?:when|compar|among|in|than|to|versus|vs|with|from|between|relative|observed|seen)\b|"
    r"^(?:patients|people|participants|subjects|group)$",
    re.IGNORECASE,
)


class WhatWasMeasured(WhatWasGiven):
    """The same with what was measured, and the part of the people of whom something was found."""

    def __init__(self, m: Material) -> None:
        super().__init__(m)
        order = [m.reading.results[i] for i in m.brief.results]
        self._outcome(order)
        self._what_was_measured()
        self._subgroup(order)

    def _outcome(self, order: list[Result]) -> None:
        """The first outcome that has a name fit for a sentence."""
        for result in order:
            text = short(result.outcome or "")
            if not text or not nameable(text) or of_illness(self._m, text):
                continue
            if any(t.casefold() in text.casefold() for t in self._m.reading.interventions):
                continue  # what was given is not what came out
            if not loaded(text) and not causal(text):
                support: tuple[Support, ...] = self._m.words(result.outcome or "")
                if not support:
                    support = self._m.named(f"measures.{result.outcome}", result.outcome or "")
                if not support:
                    continue
                self["outcome"] = Piece(uncapital(text), support)
                break

    def _what_was_measured(self) -> None:
        """What the title names of what was measured; else the first two things."""
        r = self._m.reading
        about = self._m.brief.kind in MEASURES_NOTHING
        taken = tuple(w for w in r.measures if about or w not in EXPOSURES)
        for kind, words in (("outcomes", (*r.outcomes, *taken)), ("measures", taken)):
            near = {w: standing(self._m, kind, w) for w in words}
            # What stands only in the background, or in a name, is not what was measured.
            surely = [
                w for w in near if near[w] < Standing.BACKGROUND and surely_measured(self._m, w)
            ]
            order_by_place = sorted(surely, key=lambda w: near[w])
            told = {w: p for w in order_by_place if (p := self._measure(w)) is not None}
            in_title = [w for w in order_by_place if near[w] == Standing.TITLE]
            # What the title names is what the study is about; other things do not stand beside.
            titled, listed = (
                distinct([told[w] for w in self._readable(words) if w in told])
                for words in (in_title, order_by_place)
            )
            if titled:
                self["titled"] = together(self._in_title_order(titled))
            if titled or listed:
                self["measured"] = self["titled"] if titled else together(listed[:2])
                break

    def _subgroup(self, order: list[Result]) -> None:
        """The part of whom something was found is the one that a reader may widen."""
        parts = [result for result in order if may_be_widened(result, self._m.reading)]
        for result in sorted(parts, key=lambda r: r.is_null):
            if result.who and _names_part(result.who):
                self._put("subgroup", uncapital(short(result.who) or ""), self._m.words(result.who))
            elif result.n is not None and stands_in(result.n, result.quote.text):
                self._put("subgroup", f"{as_read(result.n)} people", (quoted(result.quote),))
            if "subgroup" in self:
                break

    def _in_title_order(self, titled: list[Piece]) -> list[Piece]:
        """All that the title names, where few words tell it; else two of it, which are not all."""
        title = self._m.record.title.casefold()
        whole = sorted(titled, key=lambda p: title.find(p.text.casefold()))
        if len(whole) <= _MOST_TITLED and sum(length(p.text) for p in whole) <= _TITLED_WORDS:
            return whole
        return titled[:2]

    def _readable(self, words: list[str]) -> tuple[str, ...]:
        """Of names in one order those in words, and none in a short form of its own ("ChP").

        A name that another holds ("cytokines" beside "cytokine levels") is left out, and the name
        of a kind of things, save where a study counts how many have something.
        """
        counts = self._m.brief.kind not in _NAMING
        exact = [w for w in words if w not in CLASSES] or (words if counts else [])
        plain = [w for w in exact if not _SHORT_FORM.search(w) or w in self._m.reading.measures]
        return tuple(
            w for i, w in enumerate(plain)
            if not any(w.casefold().removesuffix("s") in o.casefold() for o in plain[:i])
        )  # fmt: skip

    def _measure(self, word: str) -> Piece | None:
        """What was measured, where its name is fit for a sentence."""
        piece = measured_as(self._m, word)
        if piece is None or not short(piece.text, 5) or loaded(piece.text):
            return None
        return Piece(with_article(piece.text), piece.support)


def _names_part(who: str) -> bool:
    """A short name of people, fit to tell a part of them from the rest."""
    text = short(who)
    return bool(text) and not loaded(who) and not _NO_NAME.search(who)

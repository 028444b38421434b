"""The rules that every sentence is held to, be it of a section or of the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evidence_atlas.records import Flag

from . import (
    as_its_source,
    between_the_same,
    content_words,
    counted,
    cut_away,
    degrees,
    direction,
    figures,
    fixed_sentences,
    grounding,
    in_its_place,
    in_order,
    negation,
    opposites,
    people,
    record_type,
    retold,
    sides,
    signs,
    small_words,
    told_from,
    whose_share,
    wording,
)
from .case import Case

Rule = Callable[[Case], Iterator[Flag]]

SENTENCE_RULES: tuple[Rule, ...] = (
    grounding.support,
    grounding.quotation,
    figures.numbers,
    figures.from_to,
    content_words.content_words,
    direction.directions,
    direction.polarity,
    direction.agreement,
    negation.negations,
    negation.denials_kept,
    negation.exceptions_kept,
    negation.lacking,
    opposites.opposites,
    small_words.small_words,
    small_words.in_a_frame,
    fixed_sentences.fixed_sentences,
    counted.counted,
    people.counts,
    people.completers,
    people.crossover,
    people.parts,
    people.comparison,
    sides.sides,
    signs.signs,
    as_its_source.as_its_source,
    in_its_place.in_its_place,
    in_order.in_order,
    between_the_same.between_the_same,
    cut_away.cut_away,
    whose_share.whose_share,
    degrees.degrees,
    retold.scales,
    retold.groups,
    told_from.groups,
    told_from.start,
    record_type.findings,
    record_type.illness_name,
    wording.words,
)

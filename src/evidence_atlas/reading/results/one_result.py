"""One reported result out of its clause: whom it concerns, against what, which way."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_atlas.records import HARMS, Design, Result, Sentence
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Comparison, Direction

from .. import tables
from ..document import Document
from ..names import unnamed
from ..text import lengths, markup, numbers
from . import (
    better_or_worse,
    comparison,
    direction,
    direction_words,
    harms,
    list_results,
    named_groups,
    outcomes,
    two_arms,
)

_WORDS: dict[str, str] = tables.load("one_result")

_TABLE = tables.load("results")
_AT_START = cue(_WORDS["at_start"])
_SUBGROUP = tables.any_of(_TABLE["subgroup"])
_TWO_SIDES = tables.any_of(_TABLE["two_sides"])
_NAMED_BY = tables.any_of(_TABLE["named_by"])
_MORE_AMONG = tables.any_of(_TABLE["more_among"])
_PRIMARY = tables.any_of(_TABLE["primary"])
_SECONDARY = tables.any_of(_TABLE["secondary"])
_TIMEPOINT = cue(_WORDS["timepoint"])
_CHANGED = cue(_WORDS["changed"])
_EACH_N = cue(r"\b[nN]\s?=\s?(\d[\d,]*)\b(?!\.\d)(?!\s?[;,(]?\s?\(?\d*(?:\.\d+)?\s?%)", 0)
_IN_N = cue(_WORDS["in_n"])


@dataclass(frozen=True)
class Compared:
    """What the study sets beside each other: people, or the arms of a trial."""

    design: Design
    has_controls: bool
    arms: two_arms.Arms

    @property
    def people(self) -> bool:
        design = self.design
        return self.has_controls and design.randomised is not True and not design.single_arm

    def of(self, masked: str, told: str, way: Direction, subgroup: bool) -> Comparison:
        """What the result of a clause is measured against; `told` is the clause without names."""
        arms = comparison.is_trial(self.design) and self.arms.compared(masked, told, way)
        return comparison.of(told, self.design, self.has_controls, way, subgroup, arms=arms)


def read(
    document: Document,
    index: int,
    sentence: Sentence,
    masked_sentence: str,
    start: int,
    end: int,
    compared: Compared,
) -> Result:
    """The result that stands from `start` to `end` of a sentence, which is the text's `index`th.

    `masked_sentence` is the sentence with what must not be read as words of a result masked out,
    at the same places; `compared` is what the study sets side by side.
    """
    has_controls = compared.has_controls
    clause, masked = sentence.text[start:end], masked_sentence[start:end]
    # Which way, and against what, does not hang on the name of the treatment.
    told = unnamed(masked)
    way = direction.of(told, compared.people)
    judged = better_or_worse.called(told, way)
    part = _SUBGROUP.search(masked)
    subgroup = part is not None and not (
        (has_controls and _NAMED_BY.match(part[0]) and _TWO_SIDES.search(masked))
        or _MORE_AMONG.search(masked[: part.end()])
    )
    at_start = _AT_START.search(clause) is not None and not _CHANGED.search(clause)
    against = named_groups.against(document, clause)
    who = None if at_start else named_groups.who(document, clause, against)
    when = _TIMEPOINT.search(clause)
    against_what = compared.of(masked, told, way, subgroup)
    if at_start:
        against_what = "between_groups" if direction_words.has("between", masked) else "none"
    spans = [(g.start, g.end) for g in (who, against) if g is not None]
    return Result(
        text=markup.without(clause),
        direction=way,
        comparison=against_what,
        scope="subgroup" if subgroup else "all",
        quote=document.quote(sentence.start + start, sentence.start + end),
        sentence=index,
        outcome=HARMS if harms.spoken_of(clause) else outcomes.of(clause, masked, spans, way),
        primary=_primary(clause),
        who=who.name if who else None,
        n=_n(clause),
        against=against.name if against else None,
        timepoint="baseline" if at_start else lengths.printed(when["when"]) if when else None,
        better_or_worse=judged,
        judged_by="authors" if judged else None,
        numbers=list_results.figures(clause),
    )


def _primary(clause: str) -> bool | None:
    """Whether the clause itself calls its outcome main; where it speaks of both kinds, it does."""
    main, further = _PRIMARY.search(clause), _SECONDARY.search(clause)
    if main is not None and (further is None or main.start() <= further.start()):
        return True
    return None if further is None else False


def _n(clause: str) -> int | None:
    """How many people the clause says it concerns ("in each of the 7 patients", "(n = 7)").

    None where several counts stand in the clause, or a count with its share.
    """
    labelled = _EACH_N.findall(clause)
    if len(labelled) == 1:
        return int(labelled[0].replace(",", ""))
    match = None if labelled else _IN_N.search(clause)
    if match:
        found = numbers.find(match["n"])
        if len(found) == 1 and found[0].start == 0 and not numbers.is_year(match["n"], found[0]):
            return found[0].value
    return None

"""What was found together, and what was higher or lower in ill people, in a clause's own nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import quoted

from ..material import Material, Piece
from ..slots import Slots
from ..subject.nameable import nameable, of_illness
from ..subject.outcome_words import names_outcome, plural
from ..tables import table
from ..words.clause import causal, loaded
from ..words.edges import without_heading
from ..words.noun_phrases import short, uncapital
from .chance import within_chance
from .frame_fits import left_out, sides_named
from .result_slots import result_slots
from .whole_clause import clause_quote

_TABLE = table("results/together.toml")
_LINKED = re.compile(_TABLE["linked"], re.IGNORECASE)
_NO_END = re.compile(_TABLE["no_end"], re.IGNORECASE)
_OF_BEING_ILL = re.compile(_TABLE["of_being_ill"], re.IGNORECASE)
_CONTROLS = re.compile(r"\b(?:controls?|healthy|without)\b", re.IGNORECASE)
MOST_WORDS = 8


def found_together(m: Material) -> Iterator[tuple[str, Piece]]:
    """The two ends of the first link that was seen, and of the first that was not."""
    told: set[str] = set()
    for index in m.brief.results:
        ends = linked_ends(m, index)
        if ends and not told & ends.keys():
            told |= ends.keys()
            yield from ends.items()


def linked_ends(m: Material, index: int) -> dict[str, Piece]:
    """The two ends of the link that a result tells of, seen or not; nothing where one has no name.

    The slots are `one_end` and `other_end`, or `no_end` and `no_other_end`.
    """
    result = m.reading.results[index]
    match = _LINKED.match(without_heading(result.text)) if result.scope == "all" else None
    if match is None:
        return {}
    ends = [_end(match[name]) for name in ("one", "other")]
    null = match["not"] is not None
    if None in ends or null is not (result.direction == "no association"):
        return {}
    if not null and within_chance(result):
        return {}
    held = (clause_quote(m, result),)
    names = ("no_end", "no_other_end") if null else ("one_end", "other_end")
    return {name: Piece(uncapital(end or ""), held) for name, end in zip(names, ends, strict=True)}


def _end(words: str) -> str | None:
    """One end of a link, where it names a thing whole."""
    text = short(words, MOST_WORDS)
    if not text or not nameable(text) or _NO_END.search(text) or loaded(text) or causal(text):
        return None
    return text


def differing(m: Material, slots: Slots) -> Iterator[tuple[str, Piece]]:
    """What was first told as higher or lower in the ill than in others, if it can come before.

    How ill somebody is cannot: it is left out.
    """
    for index in m.brief.results:
        result = m.reading.results[index]
        way = result.direction
        if result.scope != "all" or result.comparison != "between_groups":
            continue
        if way not in ("higher", "lower") or within_chance(result):
            continue
        if result.who and _CONTROLS.search(result.who):
            continue
        own = result_slots(m, slots, result)
        if own is None or _not_before(m, own["outcome"].text):
            continue
        # What was higher may be one measure of it, and the whole be lower.
        if not names_outcome(result.outcome or "", result.text):
            continue
        if not sides_named(m, result) or left_out(m, result, own["outcome"].text, way):
            continue
        # "Others" are those without the illness: parts of the ill may have been set apart too.
        beside = own.get("against")
        if beside is None or not (beside is slots.get("controls_unnumbered")
                                  or _CONTROLS.search(beside.text)):  # fmt: skip
            continue
        held = (quoted(result.quote), *own["outcome"].support)
        yield "differing", Piece(own["outcome"].text, tuple(dict.fromkeys(held)))
        yield "differing_was", Piece("were" if plural(own["outcome"].text) else "was", held)
        yield "differing_way", Piece(way, held)
        return


def _not_before(m: Material, outcome: str) -> bool:
    text = short(outcome) or ""
    unfit = not nameable(text) or loaded(text) or causal(text) or of_illness(m, text)
    # One word that is no known measure may be a place in the body ("hippocampus").
    unfit |= " " not in text and not plural(text) and text not in m.reading.measures
    return unfit or _OF_BEING_ILL.search(text) is not None

"""Contrasts told whole in Quick, too, where they are short: "A fell, while B rose".

Of two groups or two times that one sentence sets against each other, the half that fits a frame
best would stand for both. The half comes back where Quick would be hard to read with the whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import quote, quoted, texts

from ..authors.authors_report import reported
from ..authors.halves import contrast_told_from, half_told, with_and_without_its_meaning
from ..brief.kinds import BY_CHANCE
from ..frames import frame_rule
from ..material import Material, Piece
from ..said import Said, said
from ..sentences.codes import codes
from ..sentences.goes_on import points_back
from ..sentences.in_two import in_two
from ..sentences.indirect import place_of
from ..sentences.standing import leans
from ..tables import table
from ..words.clause import restate, says_null
from ..words.edges import without_brackets
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.numbers import figures
from ..words.statistics import STATISTICS
from ..words.verbs import finite

MOST_WORDS, MOST_WORDS_IN_TWO, MOST_FIGURES, MOST_MORE_CODES = 34, 46, 4, 1
_HALVES = table("authors/halves.toml")["halves"]
_SUMMED_UP, _APART = (re.compile(_HALVES[name], re.IGNORECASE) for name in ("summed_up", "apart"))
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s(?=[A-Z])")
_TWO_SENTENCES = re.compile(r"[.!?]”? [A-Z]")


def with_both_halves(m: Material, found: list[Said]) -> list[Said]:
    """What was found, each half of a contrast with its other half where that is short enough."""
    return [_whole(m, s) if half_told(m, s, found) else s for s in found]


def _whole(m: Material, told: Said) -> Said:
    around = contrast_told_from(m, told)
    if around is None or not told.about or _TWO_SENTENCES.search(told.text):
        return told
    if _APART.search(around.text):
        return told
    if m.brief.kind in BY_CHANCE and says_null(told.text):
        return told  # the answer of a trial, in plainer words than its sentence has
    held = quote(texts(m.record), "abstract", around.start, around.end)
    by_chance = m.reading.design.randomised is True
    at = m.reading.sentences.index(around)
    ways = []
    for whole_text in with_and_without_its_meaning(without_brackets(around.text)):
        bare = _SUMMED_UP.sub("", whole_text).rstrip(" .,;")
        text = restate(bare, randomised_result=by_chance, most=MOST_WORDS)
        if text is None:
            continue
        about = (*told.about, place_of(m, at))
        ways.append(said(Piece(text, (quoted(held),)), frame_rule("result_clause"), about=about))
    ways += reported(m, at, coded=True, most=MOST_WORDS, whole_only=True)
    most = len(codes(m, told.text)) + MOST_MORE_CODES
    for way in ways:
        if leans(way.text) or points_back(way.text) or STATISTICS.search(way.text):
            continue
        if _too_long(way.text) or figures(way.text) > MOST_FIGURES:
            continue
        if len(codes(m, way.text)) > most or half_told(m, way, [way]):
            continue
        whole = replace(way, lay=True, keep=told.keep)
        half = (replace(told, plainer=None),)
        apart = _in_two(whole)
        # Each way has the next as its only plainer one: what stands there is told together.
        return replace(whole, plainer=half if apart is None else (replace(apart, plainer=half),))
    return told


def _too_long(text: str) -> bool:
    """Two sentences may have more words together than one."""
    each = _BETWEEN_SENTENCES.split(text)
    most = MOST_WORDS if len(each) == 1 else MOST_WORDS_IN_TWO
    return length(text) > most or any(length(s) > MOST_WORDS for s in each)


def _in_two(whole: Said) -> Said | None:
    """ "A rose. But B fell.", "A rose. B fell.": easier to read than one sentence."""
    halves = in_two(whole.text, finite)
    if whole.voice != "atlas" or halves is None:
        return None
    first, second, turns = halves
    behind = f"But {uncapital(second)}" if turns else second[:1].upper() + second[1:]
    return replace(whole, text=f"{first}. {behind}")

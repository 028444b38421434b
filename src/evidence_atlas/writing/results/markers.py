"""Of many markers that were measured, how many were higher and how many lower, none of them named.

A reader who is told that one marker was lower is told nothing without how many were measured, and
half of it without the one that was higher.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Result, Support, of_result, quote, quoted, texts

from ..material import Material, Piece, rule
from ..said import Said, said
from ..slots import Slots
from ..tables import table
from ..words.edges import without_brackets
from ..words.numbers import as_read
from ..words.verbs import main_verb
from .result_slots import result_slots

_TABLE = table("results/markers.toml")
_COUNTED, _PLEX, _MEASURED = (
    re.compile(_TABLE[name].replace("NOUN", _TABLE["noun"]), re.IGNORECASE)
    for name in ("counted", "plex", "measured")
)
_OPEN = re.compile(_TABLE["open"], re.IGNORECASE)
_ON_AVERAGE = re.compile(_TABLE["on_average"], re.IGNORECASE)
_JOINED = re.compile(r", and |, | and ")
FEWEST = 8
"""Fewer of them may well be named one by one."""
MOST_WORDS_OF_A_NAME = 3
_UP, _DOWN = ("increase", "higher"), ("decrease", "lower")


def ways_of(m: Material, at: int) -> list[Result]:
    """The results of a sentence that tells of everybody both what was higher and what was lower."""
    here = [r for r in m.reading.results if r.sentence == at]
    ways = {r.direction in _UP for r in here}
    pointed = all(r.direction in (*_UP, *_DOWN) for r in here)
    alike = {(r.scope, r.comparison) for r in here} <= {("all", "between_groups")}
    return here if pointed and alike and len(ways) > 1 else []


def counted_markers(m: Material, slots: Slots, at: int) -> Said | None:
    """How many of those measured were higher and lower in the ill; None where it is not sure."""
    here = ways_of(m, at)
    if not 0 <= at < len(m.reading.sentences):
        return None
    sentence = m.reading.sentences[at]
    of = _measured(m)
    text = without_brackets(sentence.text)
    if not here or of is None or _OPEN.search(text):
        return None
    sizes = [_names(without_brackets(r.text)) for r in here]
    if 0 in sizes or sum(sizes) >= of[0] / 2:
        return None
    sides = [own for r in here if (own := result_slots(m, slots, r)) and "against" in own]
    groups = next((own for own in sides if "who" in own), None)
    if groups is None:
        return None
    up, down = (
        sum(n for n, r in zip(sizes, here, strict=True) if r.direction in way)
        for way in (_UP, _DOWN)
    )
    average = "on average " if _ON_AVERAGE.search(text) else ""
    told = (
        f"Of {of[0]:,} {of[1]}, {average}{_was(up)} higher and {_was(down)} lower "
        f"in {groups['who'].text} than in {groups['against'].text}"
    )
    whole = quoted(quote(texts(m.record), "abstract", sentence.start, sentence.end))
    support: tuple[Support, ...] = (
        whole, *of[2], *groups["who"].support, *groups["against"].support,
        rule("markers-counted", _TABLE["rule"]),
    )  # fmt: skip
    about = tuple(
        of_result(i) for i, r in enumerate(m.reading.results) if r.sentence == at
    )  # fmt: skip
    return said(Piece(told, support), about=about, lay=True)


def _was(n: int) -> str:
    return f"{as_read(n)} {'was' if n == 1 else 'were'}"


def _names(clause: str) -> int:
    """How many a clause names in front of its verb; 0 where that cannot be counted."""
    clause = re.sub(r"\A\W*(?:and |but )?(?:on average, )?", "", clause, flags=re.IGNORECASE)
    at = main_verb(clause)
    names = _JOINED.split(clause[:at].strip(" ,")) if at else []
    short = all(0 < len(name.split()) <= MOST_WORDS_OF_A_NAME for name in names)
    return len(names) if short else 0


def _measured(m: Material) -> tuple[int, str, tuple[Support, ...]] | None:
    """How many were measured, by aim, methods or results: the most that they say."""
    found = list[tuple[int, str, tuple[Support, ...]]]()
    for sentence in m.reading.sentences:
        if sentence.role not in ("aim", "methods", "results"):
            continue
        held = quoted(quote(texts(m.record), "abstract", sentence.start, sentence.end))
        for match in _COUNTED.finditer(sentence.text):
            found.append((int(match["n"].replace(",", "")), match["what"], (held,)))
        plex, what = _PLEX.search(sentence.text), _MEASURED.search(sentence.text)
        if plex and what:
            found.append((int(plex["n"]), what["what"], (held,)))
    return max((f for f in found if f[0] >= FEWEST), key=lambda f: f[0], default=None)

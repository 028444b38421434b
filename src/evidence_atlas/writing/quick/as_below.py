"""What Quick could not tell, as it is told further down, where that line is plain and has room.

Quick points further down where no result could be put plainly, and where it tells one half of a
contrast. Observed Findings and Inferred Conclusions are written with fewer bounds, and at times a
line there is short and plain all the same: then it stands in the place of the pointer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from evidence_atlas.records import RuleSupport, conclusions_in, results_in, tells_a_finding
from evidence_atlas.records.readability import grade

from ..authors.fit_to_stand import fit_to_stand
from ..authors.foremost import ranked
from ..brief.kinds import TREATMENT
from ..frames import FRAMES, frame_rule
from ..glossary.plain_words import Glosser
from ..limits.idle_caution import none_links
from ..material import Material, Piece
from ..said import Keep, Said, said
from ..sentences.codes import codes
from ..sentences.sentence_of import sentence_of
from ..sentences.standing import leans
from ..slots import Slots
from ..words.edges import needs_its_brackets, without_brackets
from ..words.names import alike, length
from ..words.praise import marked
from ..words.statistics import STATISTICS
from .cautions import cautions, certainty
from .explained_further import explained_further
from .foremost_told import finds
from .goes_on import holds_the_half
from .null_alone import differed
from .room_left import tells_nothing
from .size import CERTAINTY, NOT_TOLD, QUICK_SENTENCES, within_words

MOST_WORDS = 30
MOST_GRADE = 10.0
"""The Flesch-Kincaid grade of the whole of Quick up to which a line is lent."""
# What the sentence before it says is not told with it.
_HOWEVER = re.compile(r"\bhowever\b", re.IGNORECASE)
_UNTOLD = frozenset(frame_rule(name).rule for name in ("quick_untold", "quick_main"))
_NOTHING = frozenset({frame_rule("quick_untold").rule})
_DIFFERED = frozenset({frame_rule("quick_differences").rule})
_TURNS = frozenset({frame_rule("quick_goes_on").rule})


def as_told_below(
    m: Material,
    slots: Slots,
    quick: list[Said],
    below: list[Said],
    glosser: Glosser,
) -> list[Said]:
    """Quick with a line from `below` in the place of its pointer; as it is where none will do.

    `glosser` knows what has been explained up to the end of Quick.
    """
    pointer = next((s for s in quick if _points(s, _UNTOLD | _TURNS | _DIFFERED)), None)
    if pointer is None:
        return quick
    given = (*m.reading.interventions, *m.reading.comparators)
    known = glosser.known
    for line in _lines(m, pointer, below):
        plain = glosser.apply(replace(line, lay=True, keep=Keep.MAIN, depths=None), gloss=False)
        way = [plain if s is pointer else s for s in quick]
        for told in _with_cautions(m, slots, way, plain):
            if len(told) <= QUICK_SENTENCES and within_words(told) and _plain(told, given):
                return explained_further(told, glosser, given)
        glosser.known = known
    return _pointing_at_conclusions(quick, pointer, below)


def _pointing_at_conclusions(quick: list[Said], pointer: Said, below: Iterable[Said]) -> list[Said]:
    """Quick that says where the conclusions stand, where it says only that nothing can be told."""
    if not _points(pointer, _NOTHING) or not any(conclusions_in(s.about) for s in below):
        return quick
    frame = Piece(FRAMES["quick_untold_concluded"]["plain"])
    told = said(frame, frame_rule("quick_untold_concluded"), about=NOT_TOLD, keep=pointer.keep)
    way = [told if s is pointer else s for s in quick]
    return way if within_words(way) else quick


def _points(s: Said, rules: frozenset[str]) -> bool:
    return any(isinstance(x, RuleSupport) and x.rule in rules for x in s.support)


def _lines(m: Material, pointer: Said, below: Iterable[Said]) -> Iterator[Said]:
    """The lines that may stand in the pointer's place, in the order of the page.

    Where nothing could be told, only that on the foremost sentence: a side result alone would
    stand for the main one. None of a treatment that was tried: no name of one decides what is told.
    """
    if m.brief.kind in TREATMENT or m.reading.interventions:
        return
    foremost = next((at for _, at in ranked(m.record, m.reading, m.brief)), None)
    for line in below:
        at = sentence_of(m, line)
        s = replace(line, text=without_brackets(line.text))
        if at is None or needs_its_brackets(line.text) or not _stands_alone(m, at, s):
            continue
        if _points(pointer, _TURNS):
            fits = holds_the_half(pointer, s)
        elif _points(pointer, _DIFFERED):
            fits = any(differed(m, i) for i in results_in(s.about))
        else:
            fits = at == foremost and _of_the_main(m, s)
        if fits:
            yield s


def _stands_alone(m: Material, at: int, s: Said) -> bool:
    """Whether a line tells of something found, plainly, and leans on none that stands before it."""
    if s.label is not None or not tells_a_finding(s.about) or length(s.text) > MOST_WORDS:
        return False
    if not finds(m, at) or tells_nothing(m, at) or codes(m, s.text) or STATISTICS.search(s.text):
        return False
    claim = s.text.split(" that ", 1)[-1]
    if leans(claim) or _HOWEVER.search(claim) or not marked(s.text):
        return False
    return bool(conclusions_in(s.about)) or fit_to_stand(m, s.text, "") is not None


def _of_the_main(m: Material, s: Said) -> bool:
    """Whether it tells of everybody, and of a null only where the main result is one."""
    results = m.reading.results
    told = [results[i] for i in results_in(s.about)]
    nulls = {results[i].is_null for i in m.brief.main} or {True, False}
    return all(r.scope == "all" and r.is_null in nulls for r in told)


def _with_cautions(m: Material, slots: Slots, way: list[Said], lent: Said) -> Iterator[list[Said]]:
    """With what is to be said beside a link, and how sure the atlas is if there is room."""
    about = {s.about for s in way}
    if not none_links(m.reading, [lent]):
        here = way.index(lent) + 1
        more = [s for s in cautions(m, slots, [lent]) if s.about not in about][:1]
        way = [*way[:here], *more, *way[here:]]
    if not any(s.about == CERTAINTY for s in way):
        yield [*way, *certainty(m)]
    yield way
    yield [s for s in way if s.about != CERTAINTY]


def _plain(told: list[Said], given: tuple[str, ...]) -> bool:
    return grade(alike(" ".join(s.text for s in told), given)) <= MOST_GRADE

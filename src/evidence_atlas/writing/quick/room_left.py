"""One more finding in Quick, where it has room left for it and stays plain.

A study's main result is often two: how many have it and what goes with it, what differed and how
much. What the frames or the ranker chose may leave half of Quick empty, while the next sentence
in rank could be told. Not of treatments: of these the atlas tells what its own frames can, so that
no treatment's name weighs on what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import tells_a_finding

from ..authors.authors_report import reported
from ..authors.foremost import ranked
from ..authors.halves import half_told
from ..authors.message_told import told_as_theirs
from ..authors.paper_message import comes_to, messages
from ..brief.kinds import CASES, OF_OTHERS_STUDIES, OVERVIEW, TREATMENT, WITHOUT_FINDINGS
from ..brief.main_result import of_the_illness, stems
from ..limits.idle_caution import none_links
from ..limits.limit_words import limit
from ..material import Material
from ..said import Keep, Said
from ..sentences.sentence_of import sentence_of
from ..slots import Slots
from ..tables import table
from ..words.names import length
from .foremost_told import finds
from .goes_on import leaves_a_half_out, turns_back
from .size import CERTAINTY, NOT_TOLD
from .told_beside import MOST_TOLD, tells_alike

FAR = 450
"""A sentence further than this (hundredths) behind the foremost is not told for want of others."""
NEAR = 120
"""One this near is told even where it has no word of the title."""
FOREMOST = 300
"""And one this near is worth more than a word on how sure the atlas is."""
MOST_TRIED = 6
SHORTEST = 0.6
"""A form with a smaller part of the longest one's words has lost what it was to tell."""
MOST_ALIKE = 0.7
"""Two sentences that share more than this of their words tell one thing twice."""
_FOUND = ("results", "conclusions")
_LINK = "link_not_cause"
_NOT_RATED = ("limits.quality_not_rated",)
_ENGLISH = re.compile(table("messages.toml")["told"]["english"], re.IGNORECASE)
_TABLE = table("quick/room_left.toml")
_NO_FINDING = re.compile(_TABLE["no_finding"], re.IGNORECASE)
_TREATED = re.compile(_TABLE["treated"], re.IGNORECASE)


def with_one_more(m: Material, slots: Slots, told: list[Said]) -> Iterator[list[Said]]:
    """Quick with one finding more, the likeliest first and each as long as it can be told."""
    found = [s for s in told if tells_a_finding(s.about) and s.about != NOT_TOLD]
    if not 0 < len(found) < MOST_TOLD or _of_treatments(m):
        return
    if m.brief.bare or m.brief.kind in CASES | OVERVIEW | WITHOUT_FINDINGS:
        return
    if leaves_a_half_out(m, told):
        return  # that it is there takes the room
    for more, foremost in _further(m, told, found):
        for rest in _rests(told, found) if foremost else (told,):
            place = rest.index(found[-1]) + 1
            way = [*rest[:place], replace(more, keep=Keep.BESIDE, plainer=None), *rest[place:]]
            if leaves_a_half_out(m, way):
                break
            if whole := _with_its_caution(m, slots, way, place):
                yield whole


def _further(m: Material, told: list[Said], found: list[Said]) -> Iterator[tuple[Said, bool]]:
    """What may be told besides, as long as it can be told and then shorter; if it is foremost."""
    done = {sentence_of(m, s) for s in told}
    for at, ways, foremost in _next(m):
        text = m.reading.sentences[at].text
        if at in done or tells_nothing(m, at) or _sets_groups_apart(m, at):
            continue
        if turns_back(text) and at - 1 not in done:
            continue  # the other half of what is not told
        fewest = SHORTEST * max((length(s.text) for s in ways), default=0)
        for more in ways:
            alike = any(tells_alike(m, more, s, MOST_ALIKE) for s in found)
            if length(more.text) >= fewest and not alike and not half_told(m, more, [*found, more]):
                yield more, foremost


def tells_nothing(m: Material, at: int) -> bool:
    """Whether a sentence only says that something was looked at, or how many there were."""
    return _NO_FINDING.search(m.reading.sentences[at].text) is not None


def _rests(told: list[Said], found: list[Said]) -> Iterator[list[Said]]:
    """Quick, and without what a page says elsewhere, too, beside its only finding.

    How sure the atlas is stands in the badge above; that nothing is said of the studies' quality,
    among the limitations.
    """
    yield told
    if len(found) > 1:
        return
    cautioned = any(a.startswith("limits.") for s in told for a in s.about)
    certain = any(s.about == CERTAINTY for s in told)
    if certain and cautioned:
        yield [s for s in told if s.about != CERTAINTY]
    if certain:
        yield [s for s in told if s.about != _NOT_RATED]


def _of_treatments(m: Material) -> bool:
    chance = m.reading.design.randomised is True
    tried_in = m.brief.kind in {*TREATMENT, "animals", "cells"}
    if m.retold or chance or tried_in or m.reading.interventions:
        return True
    # A treatment whose name no table knows is told of by these words all the same.
    asked = [s.text for s in m.reading.sentences if s.role == "aim"]
    return any(_TREATED.search(text) for text in (m.record.title, *asked))


def _sets_groups_apart(m: Material, at: int) -> bool:
    """Whether it compares groups by a measure, whose name may be known or not."""
    own = (r for r in m.reading.results if r.sentence == at)
    return any(r.comparison == "between_groups" for r in own)


def _next(m: Material) -> Iterator[tuple[int, list[Said], bool]]:
    """What a review comes to; then the foremost sentences that tell of what the title names.

    Each with the ways to tell it, the longest first, and whether it is among the foremost.
    """
    top = ranked(m.record, m.reading, m.brief)
    title = stems([m.record.title], of_the_illness(m.reading))
    best = top[0][0] if top else 0.0

    def of_the_title(at: int) -> bool:
        return bool(title & stems([m.reading.sentences[at].text]))

    if m.brief.kind in OF_OTHERS_STUDIES:
        for at in messages(m):
            if comes_to(m, at) and of_the_title(at):
                yield at, told_as_theirs(m, at), True
    for score, at in top[:MOST_TRIED]:
        sentence = m.reading.sentences[at]
        near = score >= best - (FAR if of_the_title(at) else NEAR)
        if near and sentence.role in _FOUND and finds(m, at) and _ENGLISH.search(sentence.text):
            yield at, [*reported(m, at)], score >= best - FOREMOST


def _with_its_caution(m: Material, slots: Slots, way: list[Said], place: int) -> list[Said] | None:
    """The same with a word that a link shows no cause, where it is the first link that is told."""
    if _LINK not in m.brief.limits or none_links(m.reading, [way[place]]):
        return way
    if any(s.about == (f"limits.{_LINK}",) for s in way):
        return way
    caution = limit(m, slots, _LINK, "quick", keep=Keep.WEIGHTY_CAUTION)
    return None if caution is None else [*way[: place + 1], caution, *way[place + 1 :]]

"""What Quick tells of the results: the main one first; where none can be told, that is said."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import (
    Result,
    RuleSupport,
    conclusions_in,
    quoted,
    results_in,
    sentences_in,
)

from ..authors.authors_report import reported
from ..authors.both_signs import only_one_sign
from ..authors.changed_alike import as_statisticians, changed_alike
from ..authors.foremost import ranked
from ..brief.kinds import OF_OTHERS_STUDIES
from ..brief.main_result import called_main
from ..brief.parts import of_a_part
from ..frames import FRAMES, frame_rule
from ..material import Material, Piece
from ..results.bare_results import bare_result, reported_change
from ..results.quick_results import quick_result
from ..said import Keep, Said, said
from ..sections import observed_findings
from ..sections.inferred_conclusions import first_sentence
from ..sentences.codes import codes
from ..sentences.empty_results import only_announced
from ..sentences.sentence_of import sentence_of
from ..slots import Slots
from ..words.names import length
from ..words.statistics import STATISTICS
from .asked_first import with_what_was_asked
from .cautions import WEIGHTY
from .concluded_at_all import concluded_at_all
from .foremost_told import (
    MOST_LETTERS_SECOND,
    foremost_told,
    grants_a_null,
    hard,
    index_of,
    joined,
    only_who_had_what,
    repeats,
    told_at_all,
    with_fuller,
    with_plainer,
)
from .size import NOT_TOLD
from .told_beside import with_others
from .told_of_all import told_of_all

MOST_RESULTS = 2
MOST_THEIRS = 30
MOST_WITH_CAUTION = 18


def found_in(m: Material, slots: Slots) -> list[Said]:
    """What is told of the results; where a trial's main one is not, a word says so."""
    told = _with_its_part(m, _with_the_main_untold(m, _found_in(m, slots)))
    places = frozenset(at for s in told if (at := sentence_of(m, s)) is not None)
    both = [s for s in told if not only_one_sign(m, sentence_of(m, s), places)]
    return both if both or not told else [_untold("quick_main")]


def _found_in(m: Material, slots: Slots) -> list[Said]:
    """Up to three results for everybody, the main one first, and one of a part.

    A part of the people is told of only after the whole. Where the main result cannot be told at
    all, that is said.
    """
    top = ranked(m.record, m.reading, m.brief)
    by_rule = _by_rule(m)
    found = _found_by_rank(m, slots, top, by_rule=by_rule)
    return found if by_rule else with_what_was_asked(m, slots, found, top)


def _found_by_rank(
    m: Material, slots: Slots, top: list[tuple[float, int]], *, by_rule: bool
) -> list[Said]:
    if not by_rule and (told := foremost_told(m, slots, top, lambda: _found_by_rule(m, slots))):
        return with_others(m, slots, told, top)
    found = _found_by_rule(m, slots)
    bare = len(found) == 1 and (found[0].about == NOT_TOLD or _is_bare(m, found[0]))
    if bare:
        theirs = told_at_all(m, top)
        theirs = theirs or (concluded_at_all(m)[:1] if found[0].about == NOT_TOLD else [])
        if WEIGHTY & {*m.brief.limits}:
            # What it was not compared with must have room beside it.
            theirs = [s for s in theirs if length(s.text) <= MOST_WITH_CAUTION] or theirs
        found = with_plainer(theirs, tuple(found)) if theirs else found
    elif found and (theirs := told_of_all(m, found[0])):
        found = [*with_plainer(theirs, (found[0],)), *found[1:]]
    if alike := changed_alike(m, found):
        # What the groups had in common comes before what one of them alone had.
        left = [s for s in found if s.about != NOT_TOLD and not as_statisticians(s)]
        return [replace(alike, keep=Keep.MAIN), *(replace(s, keep=Keep.SECOND) for s in left[:1])]
    if by_rule or not found or found[0].about == NOT_TOLD:
        return found
    return with_others(m, slots, found, top)


def _is_bare(m: Material, told: Said) -> bool:
    """ "The study found a difference in X": which way, is not told. A null is told whole so."""
    bare = any(isinstance(s, RuleSupport) and s.rule == "result-bare" for s in told.support)
    return bare and not m.reading.results[index_of(told)].is_null


def _by_rule(m: Material) -> bool:
    """Where chance made the groups, or the text names its main outcome, that decides.

    So it does in a retelling, which is no text that the ranker was made for: there it serves only
    where no frame fits. Of treatments the atlas tells in its own frames alone: the ranker would
    weigh the words of their names.
    """
    return (
        m.retold
        or bool(m.reading.interventions)
        or m.brief.kind in ("trial", "crossover", "test")
        or m.reading.design.randomised is True
        or any(called_main(m.reading, m.reading.results[i]) for i in m.brief.main)
    )


def _found_by_rule(m: Material, slots: Slots) -> list[Said]:
    """What is told of the results in the order of the brief."""
    results = m.reading.results
    main = _main(m, slots)
    if pooled := _pooled(m, main):
        return pooled
    if m.brief.main and not main:
        return _main_otherwise(m, slots)
    whole, part = main, list[Said]()
    for index in m.brief.quick:
        into, most = (whole, MOST_RESULTS) if results[index].scope == "all" else (part, 1)
        if len(into) >= most or any(index_of(s) == index for s in whole):
            continue
        if only_who_had_what(results[index].text):
            continue
        sentence = quick_result(m, slots, index)
        if sentence and into and "“" in sentence.text:
            continue  # a few quoted words are worth it only for the main result
        if sentence and not any(repeats(sentence, other) for other in (*whole, *part)):
            into[:] = with_fuller(into, sentence)
    if not whole and not part:
        return _main_otherwise(m, slots)
    whole.sort(key=lambda s: m.brief.results.index(index_of(s)))
    if len(whole) == 2 and hard(whole[1].text, MOST_LETTERS_SECOND):
        # A second finding is worth telling only where it can be read; but a null never stands
        # without what was found, nor what was found without the null.
        nulls = [results[index_of(s)].is_null for s in whole]
        whole = whole if any(nulls) else [s for s in whole if s in main] or whole[:1]
    told = joined(m, whole)
    found = [replace(s, keep=Keep.MAIN if s in told else Keep.SECOND) for s in (*told, *part)]
    if main and (theirs := _first_of_the_main(m, main[0])):
        beside = [replace(s, keep=Keep.SECOND) for s in found]
        return [*with_plainer(theirs, (found[0],)), *beside]
    return found


def _first_of_the_main(m: Material, told: Said) -> list[Said]:
    """The main result as its authors report it, where our frames could tell only the next one.

    Not of a trial in which chance made the groups: there a sentence of one side stands for both.
    """
    results = m.reading.results
    if m.reading.design.randomised is True:
        return []
    first = results[m.brief.main[0]]
    if not results_in(told.about[:1]) or results[index_of(told)].sentence == first.sentence:
        return []
    return [s for s in reported(m, first.sentence) if not hard(s.text)]


def _pooled(m: Material, main: list[Said]) -> list[Said]:
    """What a review found, as its authors', where our words could tell only a null beside it.

    Of a review no frame is filled: who was set against whom differs from study to study.
    """
    if m.brief.kind not in OF_OTHERS_STUDIES or not main:
        return []
    first = m.reading.results[m.brief.main[0]]
    if first.is_null or not all(m.reading.results[index_of(s)].is_null for s in main):
        return []
    found = [*reported(m, first.sentence)]
    beside = [replace(s, keep=Keep.SECOND) for s in main]
    return [*with_plainer(found, tuple(main))[:1], *beside] if found else []


def _with_the_main_untold(m: Material, told: list[Said]) -> list[Said]:
    """Where a side result of a trial stands in the place of its main one, a word that it does.

    Which is the main one is sure where the text says so, and where what is nearest to its question
    is that no clear difference was found between the groups; another null may then stand for it.
    """
    if m.reading.design.randomised is not True or not m.brief.main or not told:
        return told
    first = m.reading.results[m.brief.main[0]]
    if not (first.primary is True or (first.is_null and first.between_groups)):
        return told
    results = [m.reading.results[i] for s in told for i in results_in(s.about)]
    if any(r.primary is True or (r.is_null and first.primary is not True) for r in results):
        return told
    sentences = {*(r.sentence for r in results), *(i for s in told for i in sentences_in(s.about))}
    concluded = any(conclusions_in(s.about) for s in told)
    if first.primary is True and first.is_null and first.between_groups:
        return (
            told
            if first.sentence in sentences or _denied(told)
            else [_beside("quick_main_null", first), *told]
        )
    if not sentences or first.sentence in sentences or concluded:
        return told
    entry = "quick_main_beside"
    untold = said(
        Piece(FRAMES[entry]["plain"]), frame_rule(entry), about=NOT_TOLD, keep=Keep.MAIN, lay=True
    )
    return [untold, *told]


def _with_its_part(m: Material, told: list[Said]) -> list[Said]:
    """What is concluded of a treatment, beside that the groups differed in a part of the people."""
    results = m.reading.results
    between = [i for i, r in enumerate(results) if r.between_groups and not r.is_null]
    if m.reading.design.randomised is not True or not between or not told:
        return told
    if any(r.between_groups and not of_a_part(m.reading, i) for i, r in enumerate(results)):
        return told
    if not all(conclusions_in(s.about) for s in told):
        return told
    return [_beside("quick_in_a_part", results[between[0]]), *told]


_DENIES = re.compile(r"\b(?:no|not|little|nor|neither|similar\w*|did not|without)\b", re.IGNORECASE)


def _denied(told: list[Said]) -> bool:
    """Whether what is told of the conclusions says itself that something was not found."""
    return any(conclusions_in(s.about) and _DENIES.search(s.text) for s in told)


def _beside(entry: str, result: Result) -> Said:
    """What a result shows and Quick may not leave out, where its sentence is too hard to tell."""
    piece = Piece(FRAMES[entry]["plain"], (quoted(result.quote),))
    return said(piece, frame_rule(entry), about=NOT_TOLD, keep=Keep.MAIN, lay=True)


def _main(m: Material, slots: Slots) -> list[Said]:
    """The main result in one sentence: shortly, or else at greater length."""
    for index in m.brief.main:
        if only_who_had_what(m.reading.results[index].text):
            continue
        named = m.reading.results[index].primary is True
        for loose, coded in ((False, False), (True, False), (True, named)):
            if sentence := quick_result(m, slots, index, loose=loose, coded=coded):
                return [sentence]
    return []


def _main_otherwise(m: Material, slots: Slots) -> list[Said]:
    """What was found where the main result cannot be told in our words.

    As what the authors conclude; with a short form left in; by what it is about alone; by the
    next of the results for everybody; else where it is told.
    """
    theirs = theirs_in_short(m, answer=True)
    if theirs and not (
        hard(theirs[0].text) or codes(m, theirs[0].text) or STATISTICS.search(theirs[0].text)
    ):
        return theirs
    results = m.reading.results
    if all(only_announced(results[i].text) for i in m.brief.results):
        return [_untold("no_results")]
    main = [i for i in m.brief.main if not only_who_had_what(results[i].text)]
    nulls = {results[i].is_null for i in main}
    # A null never stands in the place of what was found, nor what was found in that of a null.
    others = [
        i for i in m.brief.quick
        if i not in m.brief.main and results[i].scope == "all" and results[i].primary is not False
        and results[i].is_null in (nulls or {True, False})
    ]  # fmt: skip
    told = (
        *(quick_result(m, slots, i, loose=True, coded=True) for i in main),
        *(reported_change(m, i) for i in main),
        *(bare_result(m, slots, i) for i in main),
        *(quick_result(m, slots, i, loose=True) for i in others),
        *(bare_result(m, slots, i) for i in others),
        *(quick_result(m, slots, i, loose=True, coded=True) for i in others),
    )
    if sentence := next((s for s in told if s), None):
        # "Although it changed no score, it may steady the waves": the null and what was found.
        both = (
            [*reported(m, results[main[0]].sentence)] if main and grants_a_null(m, main[0]) else []
        )
        return with_plainer(both, (replace(sentence, keep=Keep.MAIN),))
    # Harms stand there too, under their label.
    told_below = any(s.label is None for s in observed_findings.write(m, slots))
    return [_untold("quick_main" if told_below else "quick_untold")]


def theirs_in_short(m: Material, *, answer: bool = False) -> list[Said]:
    """The authors' own idea, answer or advice, as theirs, where it is short."""
    sentence = first_sentence(m, MOST_THEIRS, answer=answer)
    return [replace(sentence, keep=Keep.MAIN, lay=True)] if sentence else []


def _untold(name: str) -> Said:
    """That no result can be told, and where there are some."""
    return said(Piece(FRAMES[name]["plain"]), frame_rule(name), about=NOT_TOLD, keep=Keep.SECOND)

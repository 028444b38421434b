"""Quick Summary: who was studied and how, what was found, harms, how far to trust it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import RuleSupport, conclusions_in, results_in

from ..authors.authors_report import reported
from ..authors.changed_alike import as_statisticians, changed_alike
from ..authors.foremost import ranked
from ..brief.how_made import frame_name, says
from ..brief.kinds import OVERVIEW
from ..brief.main_result import shared, stems
from ..frames import FRAMES, first, frame_rule, framed
from ..limits.harms import harms
from ..limits.idle_caution import none_links
from ..limits.limit_words import LIMITS, limit
from ..limits.rated import rated
from ..material import Material, Piece, rule
from ..results.bare_results import bare_result, reported_change
from ..results.in_frames import STATISTICS
from ..results.quick_results import quick_result
from ..said import Keep, Said, said
from ..sections import observed_findings
from ..sections.inferred_conclusions import first_sentence
from ..sentences.codes import codes
from ..slots import Slots
from ..words.names import length
from .both_sides import with_both_sides
from .concluded_at_all import concluded_at_all
from .first_that_fits import first_that_fits
from .foremost_told import (
    MOST_LETTERS_SECOND,
    foremost_told,
    hard,
    index_of,
    joined,
    repeats,
    told_at_all,
    with_plainer,
)
from .in_turn import in_turn
from .opening_subject import with_its_subject, with_what_was_studied
from .opening_topic import with_aims, with_bare_count, with_topics
from .paper_quick import (
    aim_told,
    case_ways,
    hardest_with_subject,
    message_ways,
    plan_ways,
    titled,
    told_whole,
)
from .size import (
    NOT_TOLD,
    QUICK_GRADE_OF_MORE,
    QUICK_GRADE_OF_TITLE,
    QUICK_GRADE_WITH_AIM,
)
from .told_beside import with_others

MOST_RESULTS = 2
NEARLY = 0.8
"""A result with this much of the conclusion's likeness to the title is told before it."""
MOST_THEIRS = 30
MOST_WITH_CAUTION = 18
_CAUTIONS_FIRST = frozenset(
    {
        "before_after_in_trial",
        "single_arm",
        "link_not_cause",
        "own_accounts",
        "own_accounts_in_part",
    }
)


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """Three to five short sentences in the order W, R, H, L; `keep` says which goes first.

    A retracted paper is told as that and nothing more; a plan and an idea end by saying so.
    """
    kind = m.brief.kind
    opening = _warning(m)
    if kind == "retracted":
        return opening
    whole = who(m, slots)
    whole, bare = (with_its_subject(m, slots, s) for s in (whole, with_bare_count(slots, whole)))
    head = with_topics(m, slots, whole, bare)
    full = titled(m, slots, head)
    name = frame_name(kind, m.record, m.reading)
    last = FRAMES.get(name, {}).get("last")
    if last or kind in ("guideline", "comment"):
        about = (f"limits.{kind}",)
        end = (
            [said(Piece(last), frame_rule(name), about=about, keep=Keep.ALWAYS, lay=True)]
            if last
            else []
        )
        # What others found of a treatment is told with what is said of its harms.
        if kind in OVERVIEW and (told_harms := harms(m, quick=True)):
            end = [told_harms, *end]
        # An overview or advice may go without; an idea is all that there is to tell.
        if kind == "hypothesis":
            return (*opening, head, *_theirs(m), *end)
        ways = plan_ways(m, slots, full) if kind == "protocol" else _message_ways(m, full)
        if told := told_whole(m, full, head, ways, end):
            return (*opening, *told)
        alone = first_that_fits(m, [[full, *end]], QUICK_GRADE_OF_TITLE)
        return (*opening, *(alone or [head, *end]))
    if m.brief.bare:
        return (*opening, head)
    found = in_turn(m, with_both_sides(m, slots, _found(m, slots)))
    if told := _told_as_its_kind(m, slots, full, head, found):
        return (*opening, *told)
    rest = [*found, *_after(m, slots, found)]
    fuller = full
    if full is head and (asked := with_what_was_studied(m, bare)) is not bare:
        fuller = with_topics(m, slots, with_what_was_studied(m, whole), asked)
    hardest = QUICK_GRADE_OF_MORE if full is head else hardest_with_subject(full, head)
    forms = [[fuller, *rest]] if fuller is not head else []
    if full is not head:
        # The illness alone is another subject: what is told beside the main result goes first.
        forms.append([full, *(s for s in rest if s not in found[1:] or s.keep > Keep.BESIDE)])
    aimed = [[way, *rest] for way in with_aims(m, slots, whole)] if full is head else []
    told = first_that_fits(m, aimed, QUICK_GRADE_WITH_AIM) or first_that_fits(m, forms, hardest)
    # What fits as a whole stays as it is.
    return (*opening, *([replace(s, plainer=None) for s in told] if told else [head, *rest]))


def _after(m: Material, slots: Slots, found: list[Said]) -> list[Said]:
    """Harms, limits, and how sure the atlas is of what was found."""
    told_harms = harms(m, quick=True)
    any_told = any(s.about != NOT_TOLD for s in found)
    return [
        *([told_harms] if told_harms else []), *_cautions(m, slots, found),
        *(_certainty(m) if any_told else []),
    ]  # fmt: skip


def _message_ways(m: Material, full: Said) -> Iterator[list[Said]]:
    """What the paper says, else what its authors set out to do, if that says more than `full`."""
    yield from message_ways(m)
    yield from ([theirs] for theirs in concluded_at_all(m))
    if wanted := aim_told(m, beside=full):
        yield [wanted]


def _told_as_its_kind(
    m: Material, slots: Slots, full: Said, head: Said, found: list[Said]
) -> list[Said] | None:
    """A case by who it was and how they fared; a review or a measure by what it concludes.

    None where what was found is told as of any study: where there is no such sentence, or the
    result is as near to the title as the conclusion. A null that was found stays beside whatever
    the authors conclude.
    """
    kind = m.brief.kind
    if kind == "case_report":
        ways = [*case_ways(m)]
    elif kind in ("review", "test", "series"):
        untold = not found or found[0].about == NOT_TOLD
        nulls = [s for s in found if _is_null(m, s)]
        ways = [
            [*way, *nulls] for way in message_ways(m, concluded=not untold)
            if untold or not _fits(m, found, way[0])
        ]  # fmt: skip
    else:
        return None
    if not ways:
        return None
    return told_whole(m, full, head, ways, _after(m, slots, ways[0]))


def _is_null(m: Material, told: Said) -> bool:
    return any(m.reading.results[i].is_null for i in results_in(told.about[:1]))


def _fits(m: Material, found: list[Said], concluded: Said) -> bool:
    """Whether the result told is as near to the title as the conclusion is."""
    if "“" in found[0].text:
        return False
    if m.brief.kind == "series" or m.grades.value("study_type") == "Diagnostic accuracy":
        return True
    title = stems([m.record.title], stems(m.reading.conditions))
    if results_in(found[0].about[:1]) and m.brief.kind == "review":
        # What differed, or did not, stays before any conclusion; a mere description gives way.
        described = m.reading.results[index_of(found[0])].direction == "descriptive"
        return not (described and conclusions_in(concluded.about[:1]))
    near, nearest = (shared(stems([s.text]), title) for s in (found[0], concluded))
    return near >= NEARLY * nearest


def _warning(m: Material) -> tuple[Said, ...]:
    """What the journal has done comes before what the paper says."""
    state = m.grades.value("record_state")
    names = {"Retracted": "retracted", "Withdrawn": "withdrawn", "Expression of concern": "concern"}
    if state not in names:
        return ()
    name = names[state]
    badge = m.grades.badges["record_state"]
    because = tuple(rule(b.rule, b.text) for b in badge.because[:1])
    return (
        said(Piece(FRAMES[name]["who"][0]), frame_rule(name), *because,
             about=("record_state",), keep=Keep.OPENING),
    )  # fmt: skip


def who(m: Material, slots: Slots) -> Said:
    """The opening sentence: the frame of the kind, as full as the facts allow."""
    kind = m.brief.kind
    name = frame_name(kind, m.record, m.reading)
    if kind == "trial" and m.reading.design.randomised is not True:
        name = "trial_chance_not_stated"
    # A plan for a review speaks of the trials of others.
    by_chance = m.reading.design.randomised is True and not says(m.record, "plans_a_review")
    if kind == "protocol" and not by_chance:
        frames = [f for f in FRAMES[kind]["who"] if "by chance" not in f]
        piece = first(frames, slots)
        found = Piece(piece.text, (*piece.support, frame_rule(kind))) if piece else None
    else:
        found = framed(name, FRAMES[name], "who", slots)
    if found is None:
        found = framed("study", FRAMES["study"], "who", slots)
    assert found is not None  # the last frame of `study` needs no fact
    paths = {
        "trial": "design.randomised",
        "crossover": "design.crossover",
        "protocol": "design.randomised",
    }
    extra = m.quotes(paths[kind]) if kind in paths else ()
    return said(found, *extra, about=("participants",), lay=True, keep=Keep.OPENING)


def _found(m: Material, slots: Slots) -> list[Said]:
    """Up to three results for everybody, the main one first, and one of a part.

    A part of the people is told of only after the whole. Where the main result cannot be told at
    all, that is said.
    """
    top = ranked(m.record, m.reading, m.brief)
    by_rule = _by_rule(m)
    if not by_rule and (told := foremost_told(m, slots, top, lambda: _found_by_rule(m, slots))):
        return with_others(m, slots, told, top)
    found = _found_by_rule(m, slots)
    bare = len(found) == 1 and (found[0].about == NOT_TOLD or _is_bare(m, found[0]))
    if bare:
        theirs = told_at_all(m, top)
        theirs = theirs or (concluded_at_all(m)[:1] if found[0].about == NOT_TOLD else [])
        if _CAUTIONS_FIRST & {*m.brief.limits}:
            # What it was not compared with must have room beside it.
            theirs = [s for s in theirs if length(s.text) <= MOST_WITH_CAUTION] or theirs
        found = with_plainer(theirs, tuple(found)) if theirs else found
    elif found and (theirs := _told_of_all(m, found[0])):
        found = [*with_plainer(theirs, (found[0],)), *found[1:]]
    if alike := changed_alike(m, found):
        # What the groups had in common comes before what one of them alone had.
        left = [s for s in found if s.about != NOT_TOLD and not as_statisticians(s)]
        return [replace(alike, keep=Keep.MAIN), *(replace(s, keep=Keep.SECOND) for s in left[:1])]
    if by_rule or not found or found[0].about == NOT_TOLD:
        return found
    return with_others(m, slots, found, top)


def _told_of_all(m: Material, told: Said) -> list[Said]:
    """The whole of what stands before "particularly", where only what stands behind was told."""
    if not results_in(told.about[:1]):
        return []
    result = m.reading.results[index_of(told)]
    around = m.reading.sentence_at(result.quote.start, result.quote.field)
    if around is None:
        return []
    at = around.text.casefold().find((result.outcome or "").casefold())
    if not _PARTICULARLY.search(around.text[: max(at, result.quote.start - around.start)]):
        return []
    return [*reported(m, result.sentence)]


_PARTICULARLY = re.compile(r", (?:particularly|especially|notably|mainly)\b", re.IGNORECASE)


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
        or any(m.reading.results[i].primary is True for i in m.brief.main)
    )


def _found_by_rule(m: Material, slots: Slots) -> list[Said]:
    """What is told of the results in the order of the brief."""
    results = m.reading.results
    main = _main(m, slots)
    if m.brief.main and not main:
        return _main_otherwise(m, slots)
    whole, part = main, list[Said]()
    for index in m.brief.quick:
        into, most = (whole, MOST_RESULTS) if results[index].scope == "all" else (part, 1)
        if len(into) >= most or any(index_of(s) == index for s in whole):
            continue
        sentence = quick_result(m, slots, index)
        if sentence and into and "“" in sentence.text:
            continue  # a few quoted words are worth it only for the main result
        if sentence and not any(repeats(sentence, other) for other in (*whole, *part)):
            into.append(sentence)
    if not whole and not part:
        return _main_otherwise(m, slots)
    whole.sort(key=lambda s: m.brief.results.index(index_of(s)))
    if len(whole) == 2 and hard(whole[1].text, MOST_LETTERS_SECOND):
        # A second finding is worth telling only where it can be read; but a null never stands
        # without what was found, nor what was found without the null.
        nulls = [results[index_of(s)].is_null for s in whole]
        whole = whole if any(nulls) else [s for s in whole if s in main] or whole[:1]
    told = joined(m, whole)
    return [replace(s, keep=Keep.MAIN if s in told else Keep.SECOND) for s in (*told, *part)]


def _main(m: Material, slots: Slots) -> list[Said]:
    """The main result in one sentence: shortly, or else at greater length."""
    for index in m.brief.main:
        for loose in (False, True):
            if sentence := quick_result(m, slots, index, loose=loose):
                return [sentence]
    return []


def _main_otherwise(m: Material, slots: Slots) -> list[Said]:
    """What was found where the main result cannot be told in our words.

    As what the authors conclude; with a short form left in; by what it is about alone; by the
    next of the results for everybody; else where it is told.
    """
    theirs = _theirs(m, answer=True)
    if theirs and not (
        hard(theirs[0].text) or codes(m, theirs[0].text) or STATISTICS.search(theirs[0].text)
    ):
        return theirs
    if not m.brief.results:
        return [_stock("no_results")]
    main = m.brief.main
    results = m.reading.results
    nulls = {results[i].is_null for i in main}
    # A null never stands in the place of what was found, nor what was found in that of a null.
    others = [
        i for i in m.brief.quick
        if i not in main and results[i].scope == "all" and results[i].primary is not False
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
        return [replace(sentence, keep=Keep.MAIN)]
    # Harms stand there too, under their label.
    told_below = any(s.label is None for s in observed_findings.write(m, slots))
    return [_stock("quick_main" if told_below else "quick_untold")]


def _theirs(m: Material, *, answer: bool = False) -> list[Said]:
    """The authors' own idea, answer or advice, as theirs, where it is short."""
    sentence = first_sentence(m, MOST_THEIRS, answer=answer)
    return [replace(sentence, keep=Keep.MAIN, lay=True)] if sentence else []


def _stock(name: str) -> Said:
    return said(Piece(FRAMES[name]["plain"]), frame_rule(name), about=NOT_TOLD, keep=Keep.SECOND)


def _cautions(m: Material, slots: Slots, found: list[Said]) -> list[Said]:
    """The weightiest limits of what was `found`, first; two at most, the second if there is room.

    A limit speaks of what stands before it: of a link only where one is told.
    """
    told: list[Said] = []
    for name in m.brief.limits:
        if "quick" not in LIMITS[name]:
            continue
        if name == "link_not_cause" and none_links(m.reading, found):
            continue
        # A caution about a part of the people only makes sense once that part is spoken of.
        if name == "subgroup_divided":
            continue
        if name == "not_all_counted" and m.brief.kind == "crossover":
            continue
        # A preprint that came out again may have been checked by now.
        if name == "preprint" and any(c.kind == "UpdateIn" for c in m.record.corrections):
            continue
        weighty = name in _CAUTIONS_FIRST
        keep = Keep.WEIGHTY_CAUTION if weighty else (Keep.CAUTION, Keep.SECOND_CAUTION)[len(told)]
        # "This" points at the sentence before it, which has to tell of the link.
        apart = name == "link_not_cause" and bool(found) and none_links(m.reading, found[-1:])
        sentence = limit(m, slots, name, "quick_apart" if apart else "quick", keep=keep)
        if sentence:
            told.append(sentence)
        if len(told) == 2:
            break
    return told


def _certainty(m: Material) -> list[Said]:
    """How sure the atlas is of what was found; nothing where it does not grade."""
    badge = m.grades.badges.get("certainty")
    name = f"certainty_{(badge.value if badge and badge.value else 'none').split()[0].casefold()}"
    if badge is None or name not in FRAMES:
        return []
    because = tuple(rule(b.rule, b.text) for b in badge.because[:1])
    told = Piece(FRAMES[name]["plain"])
    if (theirs := rated(m)) is not None:
        of, verdicts = theirs
        told = framed("rated", FRAMES["rated"], of, {"sure": told, "verdicts": verdicts}) or told
    return [
        said(told, frame_rule(name), *because, about=("certainty",), keep=Keep.CERTAINTY, lay=True)
    ]

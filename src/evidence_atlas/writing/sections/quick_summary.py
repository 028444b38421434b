"""Quick Summary: who was studied and how, what was found, harms, how far to trust it."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import Result, RuleSupport

from ..authors_report import reported
from ..bare_results import bare_result, reported_change
from ..foremost import ranked
from ..foremost_told import (
    MOST_LETTERS_SECOND,
    foremost_told,
    hard,
    index_of,
    joined,
    repeats,
    told_at_all,
    with_plainer,
)
from ..frames import first, framed
from ..full_results import full_result
from ..harms import harms
from ..how_made import frame_name, says
from ..limit_words import LIMITS, limit
from ..limits import NULLS
from ..main_result import stems
from ..material import Material, Piece, rule
from ..quick_results import codes, quick_result
from ..results import FRAMES, STATISTICS
from ..rules import named
from ..said import Said, said
from ..slots import Slots
from ..title_subject import title_subject
from ..told_beside import with_others
from .inferred_conclusions import first_sentence

MOST_RESULTS = 2
MOST_TRIED_OF_OVERVIEW = 5
MOST_THEIRS = 30
_NOT_TOLD = ("results",)
"""Of no one result: that none is told in Quick."""
_CAUTIONS_FIRST = frozenset(
    {"before_after_in_trial", "single_arm", "link_not_cause", "own_accounts"}
)


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """Three to five short sentences in the order W, R, H, L; `keep` says which goes first.

    A retracted paper is told as that and nothing more; a plan and an idea end by saying so.
    """
    kind = m.brief.kind
    opening = _warning(m)
    if kind == "retracted":
        return opening
    told = [*opening, _who_and_what(m, slots)]
    name = frame_name(kind, m.record, m.reading)
    last = FRAMES.get(name, {}).get("last")
    if last or kind == "guideline":
        why = rule(name.replace("_", "-"), FRAMES[name]["rule"])
        # An overview or advice may go without; an idea is all that there is to tell.
        if kind == "hypothesis":
            told += _theirs(m)
        elif kind != "protocol":
            told += _message(m)
        about = (f"limits.{kind}",)
        end = [said(Piece(last), why, about=about, keep=9, lay=True)] if last else []
        return (*told, *end)
    if m.brief.bare:
        return tuple(told)
    found = _found(m, slots)
    told += found
    told_harms = harms(m, quick=True)
    told += [told_harms] if told_harms else []
    cautions = _cautions(m, slots, found)
    any_told = any(s.about != _NOT_TOLD for s in found)
    return (*told, *cautions, *(_certainty(m) if any_told else ()))


def _message(m: Material) -> list[Said]:
    """What an overview or a body's paper says of its subject, as its authors', where it can."""
    subject = stems([m.record.title], stems(m.reading.conditions))
    for _score, at in ranked(m.record, m.reading, m.brief)[:MOST_TRIED_OF_OVERVIEW]:
        sentence = m.reading.sentences[at]
        if sentence.role in ("background", "aim"):
            continue
        if subject and not subject & stems([sentence.text]):
            continue
        if theirs := [*reported(m, at)]:
            return with_plainer(theirs, ())
    return [s for s in _theirs(m, answer=True) if not hard(s.text, MOST_LETTERS_SECOND)]


def _warning(m: Material) -> tuple[Said, ...]:
    """What the journal has done comes before what the paper says."""
    state = m.grades.value("record_state")
    names = {"Retracted": "retracted", "Withdrawn": "withdrawn", "Expression of concern": "concern"}
    if state not in names:
        return ()
    entry = FRAMES[names[state]]
    badge = m.grades.badges["record_state"]
    because = tuple(rule(b.rule, b.text) for b in badge.because[:1])
    return (
        said(Piece(entry["who"][0]), rule(names[state], entry["rule"]), *because,
             about=("record_state",), keep=10),
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
        found = (
            Piece(piece.text, (*piece.support, rule(kind, FRAMES[kind]["rule"]))) if piece else None
        )
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
    return said(found, *extra, about=("participants",), lay=True, keep=10)


def _who_and_what(m: Material, slots: Slots) -> Said:
    """The opening; of an overview with the subject that its title names, where that is plain."""
    opening = who(m, slots)
    if m.brief.kind not in ("narrative", "guideline"):
        return _with_its_subject(m, slots, opening)
    subject = title_subject(m)
    if subject is None:
        return opening
    entry = FRAMES[m.brief.kind]
    piece = first([entry["titled"]], {"title_subject": subject})
    assert piece is not None  # its one fact is given
    why = rule(m.brief.kind, entry["rule"])
    told = said(piece, why, about=("participants",), lay=True, keep=10)
    return replace(told, plainer=(opening,))


_OF_PEOPLE = frozenset({"comparison", "survey", "cohort", "genes", "test", "study", "series"})
_OF_ANYBODY = re.compile(
    r"Researchers (?:compared groups|looked at genes\.|looked for differences between groups)|"
    r"This study (?:tried out|is about) a tool"
)
_MOST_OF_TITLE = 13


def _with_its_subject(m: Material, slots: Slots, opening: Said) -> Said:
    """An opening that names no illness, or no more than groups, says what the study was about.

    By the title, where its first part names a thing; else by the illness.
    """
    if m.brief.kind not in _OF_PEOPLE:
        return opening
    known = (*m.condition.names, *m.condition.other_conditions)
    tells = any(re.search(n.pattern, opening.text, re.IGNORECASE) for n in known)
    tells = tells or " with " in slots.get("patients", Piece("")).text
    if tells and not _OF_ANYBODY.match(opening.text):
        return opening
    told = opening
    if "condition" in slots and not tells and _titled(m, slots["condition"].text):
        told = _about(opening, slots["condition"], told)
    subject = title_subject(m, _MOST_OF_TITLE)
    if subject is None or _NO_SUBJECT.match(subject.text) or _CAUSE.search(subject.text):
        return told
    return _about(opening, subject, told)


def _titled(m: Material, illness: str) -> bool:
    """Whether the title names this illness, by whichever name."""
    known = (*m.condition.names, *m.condition.other_conditions)
    return any(
        re.search(n.pattern, illness, re.IGNORECASE)
        and re.search(n.pattern, m.record.title, re.IGNORECASE)
        for n in known
    )


def _about(opening: Said, subject: Piece, plainer: Said) -> Said:
    """The opening, and what the study was about; `plainer` stands instead where that is hard."""
    began = _STUDY_OF.sub(".", opening.text)
    text = f"{began} The study was about {subject.text}."
    support = (*opening.support, *subject.support, named("subject-of-title"))
    return replace(opening, text=text, support=support, plainer=(plainer,))


_CAUSE = re.compile(
    r"\b(?:effects?|impacts?|influences?|caus\w+|benefits?|efficacy|effectiveness|risk factors?)\b",
    re.IGNORECASE,
)
"""Words by which a title may claim more than a study of this kind can show."""
_STUDY_OF = re.compile(r"; the study was of [^.]*\.\Z")
_NO_SUBJECT = re.compile(
    r"(?:an? )?(?:[\w-]+ )?(?:analysis|investigation|comparison|assessment|evaluation|study|survey|"
    r"trial|cohort|report|use|case)\b",
    re.IGNORECASE,
)
"""How a study was made, which is not what it was about."""


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
    bare = len(found) == 1 and (found[0].about == _NOT_TOLD or _is_bare(m, found[0]))
    if bare and (theirs := told_at_all(m, top)):
        found = with_plainer(theirs, tuple(found))
    if by_rule or not found or found[0].about == _NOT_TOLD:
        return found
    return with_others(m, slots, found, top)


def _is_bare(m: Material, told: Said) -> bool:
    """ "The study found a difference in X": which way, is not told. A null is told whole so."""
    bare = any(isinstance(s, RuleSupport) and s.rule == "result-bare" for s in told.support)
    return bare and m.reading.results[index_of(told)].direction not in NULLS


def _by_rule(m: Material) -> bool:
    """Where chance made the groups, or the text names its main outcome, that decides.

    A retelling is no text of the authors', and none that the ranker was made for. Of treatments
    the atlas tells in its own frames alone: the ranker would weigh the words of their names.
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
        nulls = [results[index_of(s)].direction in NULLS for s in whole]
        whole = whole if any(nulls) else [s for s in whole if s in main] or whole[:1]
    told = joined(m, whole)
    return [replace(s, keep=8 if s in told else 6) for s in (*told, *part)]


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
    nulls = {results[i].direction in NULLS for i in main}
    # A null never stands in the place of what was found, nor what was found in that of a null.
    others = [
        i for i in m.brief.quick
        if i not in main and results[i].scope == "all" and results[i].primary is not False
        and (results[i].direction in NULLS) in (nulls or {True, False})
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
        return [replace(sentence, keep=8)]
    told_below = any(full_result(m, slots, i) is not None for i in m.brief.results)
    return [_stock("quick_main" if told_below else "quick_untold")]


def _theirs(m: Material, *, answer: bool = False) -> list[Said]:
    """The authors' own idea, answer or advice, as theirs, where it is short."""
    sentence = first_sentence(m, MOST_THEIRS, answer=answer)
    return [replace(sentence, keep=8, lay=True)] if sentence else []


def _stock(name: str) -> Said:
    entry = FRAMES[name]
    why = rule(name.replace("_", "-"), entry["rule"])
    return said(Piece(entry["plain"]), why, about=_NOT_TOLD, keep=6)


def _no_link(m: Material, found: list[Said]) -> bool:
    """True where all that was told is a count, a null, or how the same people changed.

    None of these links anything to anything. A count of patients beside others is compared.
    """
    paths = [path for s in found for path in s.about]
    if not paths or not all(path.startswith("results.") for path in paths):
        return False
    told = [m.reading.results[int(path.split(".")[1])] for path in paths]
    return not any(_links(m, result) for result in told)


def _links(m: Material, result: Result) -> bool:
    if result.direction in NULLS or result.comparison == "within_group":
        return False
    return result.direction != "descriptive" or m.brief.kind not in ("survey", "cohort")


def _cautions(m: Material, slots: Slots, found: list[Said]) -> list[Said]:
    """The weightiest limits of what was `found`, first; two at most, the second if there is room.

    A limit speaks of what stands before it: of a link only where one is told.
    """
    told: list[Said] = []
    untold = all(s.about == _NOT_TOLD for s in found)
    for name in m.brief.limits:
        if "quick" not in LIMITS[name]:
            continue
        if name == "link_not_cause" and _no_link(m, found):
            continue
        # A caution about a part of the people only makes sense once that part is spoken of.
        if name == "subgroup_divided":
            continue
        if name == "not_all_counted" and m.brief.kind == "crossover":
            continue
        sentence = limit(
            m,
            slots,
            name,
            "quick_untold" if untold and "quick_untold" in LIMITS[name] else "quick",
            keep=7 if name in _CAUTIONS_FIRST else 5 - len(told),
        )
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
    entry = FRAMES[name]
    because = tuple(rule(b.rule, b.text) for b in badge.because[:1])
    why = rule(name.replace("_", "-"), entry["rule"])
    return [said(Piece(entry["plain"]), why, *because, about=("certainty",), keep=5, lay=True)]

"""Quick Summary: who was studied and how, what was found, harms, how far to trust it."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import QuoteSupport

from ..authors_report import reported
from ..bare_results import bare_result, reported_change
from ..foremost import ranked
from ..frames import first, framed
from ..full_results import full_result
from ..harms import harms
from ..limit_words import LIMITS, limit
from ..limits import NULLS
from ..main_result import stems
from ..material import Material, Piece, rule
from ..quick_results import but, codes, quick_result
from ..results import FRAMES, STATISTICS
from ..said import Said, said
from ..slots import Slots
from ..title_subject import title_subject
from ..words.clause import says_null
from ..words.names import length, unnamed
from .inferred_conclusions import first_sentence

MOST_RESULTS = 2
MOST_TRIED = 3
"""So many of the foremost sentences are tried for the main result."""
MOST_TRIED_OF_OVERVIEW = 5
FAR = 120
FAR_CONCLUDED = 300
"""A sentence further than this (hundredths) behind the foremost is not tried: one of the
results, one of the conclusions."""
# "Those with a lack of pain were less likely to": no null, whatever lacks.
_LIKELY = re.compile(r"\b(?:less|more) likely\b", re.IGNORECASE)
ALIKE = 0.6
"""Two sentences that share more than this of their words tell one thing."""
FAR_BESIDE = 250
"""A result further than this behind the foremost is not told beside it."""
MOST_JOINED_WORDS = 30
MOST_THEIRS = 30
# Letters a word, on average; plain English has between four and five.
MOST_LETTERS = 6.0
MOST_LETTERS_SECOND = 5.3
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
    last = FRAMES.get(kind, {}).get("last")
    if last:
        why = rule(kind, FRAMES[kind]["rule"])
        # An overview or advice may go without; an idea is all that there is to tell.
        if kind == "hypothesis":
            told += _theirs(m)
        elif kind != "protocol":
            told += _message(m)
        return (*told, said(Piece(last), why, about=(f"limits.{kind}",), keep=9, lay=True))
    if m.brief.bare:
        return tuple(told)
    found = _found(m, slots)
    told += found
    told_harms = harms(m, quick=True)
    told += [told_harms] if told_harms else []
    cautions = _cautions(m, slots, found)
    return (*told, *(cautions or _certainty(m) if any(s.about != _NOT_TOLD for s in found)
                     else cautions))  # fmt: skip


def _message(m: Material) -> list[Said]:
    """What an overview or a body's paper says of its subject, as its authors', where it can."""
    subject = stems([m.record.title], stems(m.reading.conditions))
    for _score, at in ranked(m.record, m.reading, m.brief)[:MOST_TRIED_OF_OVERVIEW]:
        if subject and not subject & stems([m.reading.sentences[at].text]):
            continue
        if theirs := [*reported(m, at)]:
            return _with_plainer(theirs, ())
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
    name = kind
    if kind == "trial" and m.reading.design.randomised is not True:
        name = "trial_chance_not_stated"
    if kind == "protocol" and m.reading.design.randomised is not True:
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
    subject = title_subject(m) if m.brief.kind in ("narrative", "guideline") else None
    if subject is None:
        return opening
    entry = FRAMES[m.brief.kind]
    piece = first([entry["titled"]], {"title_subject": subject})
    assert piece is not None  # its one fact is given
    why = rule(m.brief.kind, entry["rule"])
    told = said(piece, why, about=("participants",), lay=True, keep=10)
    return replace(told, plainer=(opening,))


def _found(m: Material, slots: Slots) -> list[Said]:
    """Up to two results for everybody, the main one first, and one of a part.

    A part of the people is told of only after the whole. Where the main result cannot be told at
    all, that is said.
    """
    if not _by_rule(m):
        top = ranked(m.record, m.reading, m.brief)
        if told := _foremost(m, slots, top):
            return _with_others(m, slots, told, top)
    return _found_by_rule(m, slots)


def _by_rule(m: Material) -> bool:
    """Where chance made the groups, or the text names its main outcome, that decides."""
    return (
        m.brief.kind in ("trial", "crossover", "test")
        or m.reading.design.randomised is True
        or any(m.reading.results[i].primary is True for i in m.brief.main)
    )


def _foremost(m: Material, slots: Slots, top: list[tuple[float, int]]) -> list[Said]:
    """The result of the foremost sentences: in our frames, else as what the authors report.

    What is as the authors' comes with what is told where that is too hard to read.
    """
    results = m.reading.results
    theirs = list[Said]()
    last_resort = list[Said]()
    for at in _tried(m, top):
        # A result for everybody only: the sentence of a part may stand beside it.
        here = [i for i in m.brief.results if results[i].sentence == at]
        whole = [i for i in here if results[i].scope == "all" and i in m.brief.quick]
        for index in whole:
            null = results[index].direction in NULLS
            if null and (not says_null(results[index].text) or _LIKELY.search(results[index].text)):
                continue
            for loose in (False, True):
                sentence = quick_result(m, slots, index, loose=loose)
                if sentence is not None and "“" not in sentence.text:
                    return [sentence]
        of_a_part = bool(here) and not whole
        theirs = [] if of_a_part else [*reported(m, at)]
        if not of_a_part and not theirs and at == top[0][1]:
            last_resort = [*reported(m, at, coded=True)]
        if theirs:
            break
    else:
        theirs = last_resort
    return _with_plainer(theirs, tuple(_found_by_rule(m, slots))) if theirs else []


def _with_plainer(theirs: list[Said], plainer: tuple[Said, ...]) -> list[Said]:
    """The longest of what may be told, each with what is told instead where it is too hard."""
    for sentence in reversed(theirs):
        plainer = (replace(sentence, plainer=plainer),)
    return [*plainer]


def _tried(m: Material, top: list[tuple[float, int]]) -> list[int]:
    """The foremost sentence and those close to it; then what the authors conclude."""
    best = top[0][0] if top else 0.0
    close = [at for score, at in top if score >= best - FAR]
    concluded = [
        at for score, at in top
        if m.reading.sentences[at].role == "conclusions" and score >= best - FAR_CONCLUDED
    ]  # fmt: skip
    return list(dict.fromkeys([*close[:MOST_TRIED], *concluded[:MOST_TRIED]]))


def _with_others(
    m: Material, slots: Slots, told: list[Said], top: list[tuple[float, int]]
) -> list[Said]:
    """Beside the main result one more: a null of the whole group, else the next of those near."""
    results = m.reading.results
    main = told[0]
    own = main.about[0].startswith("results.")
    told_of = results[_index(main)].sentence if own else _sentence_at(m, main)
    near = [at for score, at in top if score >= top[0][0] - FAR_BESIDE and at != told_of]
    whole = [i for i in m.brief.quick if results[i].scope == "all" and not (
        i == _index(main) if own else results[i].sentence == told_of
    )]  # fmt: skip
    nulls = [i for i in whole if results[i].direction in NULLS]
    same = [i for i in whole if results[i].sentence == told_of]
    beside = _first_beside(m, slots, main, [*nulls, *same])
    for at in near if beside is None else ():
        here = [i for i in whole if results[i].sentence == at]
        beside = _first_beside(m, slots, main, here)
        if beside is None and m.reading.sentences[at].role == "conclusions":
            theirs = [s for s in reported(m, at) if not _tells_alike(s, main)]
            beside = replace(_with_plainer(theirs, ())[0], keep=6) if theirs else None
        if beside is not None:
            break
    found = [main] if beside is None else [main, beside]
    both = all(s.about[0].startswith("results.") for s in found)
    joined = _joined(m, found) if both else found
    return [replace(s, keep=8 if s is joined[0] else 6) for s in joined]


def _first_beside(m: Material, slots: Slots, main: Said, indexes: list[int]) -> Said | None:
    """The first of these results that can be told beside the main one."""
    for index in indexes:
        sentence = quick_result(m, slots, index)
        if sentence is None or "“" in sentence.text or _repeats(sentence, main):
            continue
        null = m.reading.results[index].direction in NULLS
        if null or not hard(sentence.text, MOST_LETTERS_SECOND):
            return sentence
    return None


def _tells_alike(one: Said, other: Said) -> bool:
    """Most of the words of one stand in the other."""
    words, told = stems([one.text]), stems([other.text])
    return len(words & told) > ALIKE * min(len(words), len(told))


def _sentence_at(m: Material, theirs: Said) -> int | None:
    """The sentence that a statement of the authors' rests on."""
    first = theirs.support[0]
    if not isinstance(first, QuoteSupport):
        return None
    return next(
        (i for i, s in enumerate(m.reading.sentences) if s.start <= first.start < s.end), None
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
        if len(into) >= most or any(_index(s) == index for s in whole):
            continue
        sentence = quick_result(m, slots, index)
        if sentence and into and "“" in sentence.text:
            continue  # a few quoted words are worth it only for the main result
        if sentence and not any(_repeats(sentence, other) for other in (*whole, *part)):
            into.append(sentence)
    if not whole and not part:
        return _main_otherwise(m, slots)
    whole.sort(key=lambda s: m.brief.results.index(_index(s)))
    if len(whole) == 2 and hard(whole[1].text, MOST_LETTERS_SECOND):
        # A second finding is worth telling only where it can be read; but a null never stands
        # without what was found, nor what was found without the null.
        nulls = [results[_index(s)].direction in NULLS for s in whole]
        whole = whole if any(nulls) else [s for s in whole if s in main] or whole[:1]
    told = _joined(m, whole)
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


def _repeats(sentence: Said, other: Said) -> bool:
    """True where a sentence has no word that the other lacks."""
    words, told = (set(re.findall(r"\w+", s.text.casefold())) for s in (sentence, other))
    return words <= told


def hard(text: str, most: float = MOST_LETTERS) -> bool:
    """True where a sentence is heavy with long words, names aside, so that few could read it."""
    words = re.findall(r"[^\W\d_]+", unnamed(text))
    return bool(words) and sum(map(len, words)) / len(words) > most


def _stock(name: str) -> Said:
    entry = FRAMES[name]
    why = rule(name.replace("_", "-"), entry["rule"])
    return said(Piece(entry["plain"]), why, about=_NOT_TOLD, keep=6)


def _joined(m: Material, whole: list[Said]) -> list[Said]:
    """What was seen and what was not, in one sentence where both are short."""
    if len(whole) != 2:
        return whole
    if any("“" in s.text for s in whole):
        return whole
    one, two = (m.reading.results[_index(s)] for s in whole)
    if (
        one.direction in NULLS
        or two.direction not in NULLS
        or two.comparison not in (one.comparison, "none")
    ):
        return whole
    told = but(whole[0], whole[1])
    return [told] if length(told.text) <= MOST_JOINED_WORDS else whole


def _index(sentence: Said) -> int:
    return int(sentence.about[0].split(".")[1])


def _only_counts(m: Material, found: list[Said]) -> bool:
    """True where all that was told is how many or how much, which links nothing to anything.

    Not of patients beside others: a count of both is compared all the same.
    """
    if m.brief.kind not in ("survey", "cohort"):
        return False
    paths = [path for s in found for path in s.about]
    return bool(paths) and all(
        path.startswith("results.")
        and m.reading.results[int(path.split(".")[1])].direction == "descriptive"
        for path in paths
    )


def _cautions(m: Material, slots: Slots, found: list[Said]) -> list[Said]:
    """The weightiest limits of what was `found`, first; two at most, the second if there is room.

    A limit speaks of what stands before it: of a link only where one is told.
    """
    told: list[Said] = []
    untold = all(s.about == _NOT_TOLD for s in found)
    for name in m.brief.limits:
        if "quick" not in LIMITS[name]:
            continue
        if name == "link_not_cause" and _only_counts(m, found):
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
    """Where no limit can be told, how sure the atlas is; nothing where it does not grade."""
    badge = m.grades.badges.get("certainty")
    name = f"certainty_{(badge.value if badge and badge.value else 'none').split()[0].casefold()}"
    if badge is None or name not in FRAMES:
        return []
    if m.brief.kind == "review" and name == "certainty_preliminary":
        # A review gathers what was found before: it is no early finding.
        name = "certainty_review"
    entry = FRAMES[name]
    because = tuple(rule(b.rule, b.text) for b in badge.because[:1])
    why = rule(name.replace("_", "-"), entry["rule"])
    return [said(Piece(entry["plain"]), why, *because, about=("certainty",), keep=7, lay=True)]

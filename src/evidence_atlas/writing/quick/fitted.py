"""Quick held to its size: what matters least goes first, and what is hard gives way to what is not.

A sentence is worth more than a gloss: where glosses alone would pass the limit, they stand
further down the page instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from evidence_atlas.records import QuoteSupport, conclusions_in, tells_a_finding
from evidence_atlas.records.readability import grade

from ..glossary.plain_words import MOST_QUICK_GLOSSES, Glosser
from ..said import Keep, Said
from ..words.clause import says_null
from ..words.names import alike, length_seen
from .aim_in_quick import tells_aim
from .opening_subject import made_in
from .opening_topic import of_everybody, only_accounts, says_nothing_more
from .size import (
    CERTAINTY,
    NOT_TOLD,
    QUICK_GRADE,
    QUICK_GRADE_OF_ALL,
    QUICK_GRADE_OF_MORE,
    QUICK_GRADE_OF_THE_MAIN,
    QUICK_GRADE_OR_NOTHING,
    QUICK_GRADE_WITH_AIM,
    QUICK_SENTENCES,
    within_words,
)

A_LITTLE_HARDER, STILL_PLAIN = 0.6, 9.8
"""By so much who took part and in what may make Quick harder, and never beyond this grade."""
HARD = 9.9
"""What is harder is hard in any case: there what people were asked about may add a little to it."""
MOST_UNEXPLAINED = 1
"""So many words of what was found may go without their gloss for who took part and in what."""
CLEARLY_PLAINER = 1.5
"""By so much at least, what takes the place of the main result is easier to read."""
MOST_SHORTENED = 0.7
"""So much of the main result's words at least must stay where another result needs the room."""
# With what it was compared is no part that may go.
_COMPARES = re.compile(
    r"\b(?:compared|than|versus|vs|whereas|while|but|not|no)\b|They add", re.IGNORECASE
)
# What sets one half of a sentence against the other.
_SETS_AGAINST = re.compile(r"\b(?:whereas|while|but)\b|[Tt]hey add\b", re.IGNORECASE)
_GLOSS = re.compile(r"\([^()]*\)")
BESIDE_THE_MAIN = Keep.SECOND
"""What is told beside the main result is kept so long or less."""


def fitted(
    told: list[Said],
    glosser: Glosser,
    given: tuple[str, ...],
    completed: Callable[[list[Said]], list[Said]] = list,
    with_more: Callable[[list[Said]], Iterable[list[Said]]] = lambda _: (),
) -> list[Said]:
    """Quick within its five sentences and 80 words, and as plain as may be.

    Where it would be hard to read, the first of the plainer ways to tell it is taken; where none
    is plain enough, what is told beside the main result goes, then the main one's plainer form
    takes its place. Where room is left, the opening tells more, and what is left is `completed`:
    before the glosses, so that no name's gloss decides what is told. Of the ways `with_more` the
    first is taken that is plain, too, and explains as much.
    """
    kept = _with_more(_with_most_found(told, glosser, given), glosser, given)
    whole = completed(kept)
    whole = whole if _fits(whole, glosser) else kept
    before = _glossed(whole, glosser)
    for way in with_more(whole):
        after = _glossed(way, glosser)
        if _fits(way, glosser) and _plain_too(before, after, given):
            return after
    return _glossed(whole, glosser)


def _plain_too(before: list[Said], after: list[Said], given: tuple[str, ...]) -> bool:
    return _grade(after, given) <= QUICK_GRADE and not _left_out(before, after)


def _with_most_found(told: list[Said], glosser: Glosser, given: tuple[str, ...]) -> list[Said]:
    """The sentences that Quick has room for; how sure it is gives way to one more finding.

    Only beside a caution that belongs to the result: that says how far to trust it, and the badge
    above Quick says how sure.
    """
    kept = _chosen(told, glosser, given)
    unsure = [s for s in told if s.about != CERTAINTY]
    if not any(s.keep == Keep.WEIGHTY_CAUTION for s in unsure) or len(unsure) == len(told):
        return kept
    more = _chosen(unsure, glosser, given)
    return more if sum(map(_finding, more)) > sum(map(_finding, kept)) else kept


def _with_more(kept: list[Said], glosser: Glosser, given: tuple[str, ...]) -> list[Said]:
    """The same with the fullest opening for which there is room and that is hardly harder to read.

    What is told behind the first caution may go for it: who was studied and in what comes first.
    """
    ways = kept[0].fuller if kept else ()
    if not ways:
        return kept
    more = _with_fuller_opening(kept, ways, glosser, given)
    if more[0].tells_whom:
        return more
    return _telling_whom(kept, glosser, given) or more


def _with_fuller_opening(
    kept: list[Said], ways: tuple[Said, ...], glosser: Glosser, given: tuple[str, ...]
) -> list[Said]:
    before = _glossed(kept, glosser)
    hard = _grade(before, given)
    most = max(QUICK_GRADE_OF_MORE, hard, min(hard + A_LITTLE_HARDER, STILL_PLAIN))
    spared = [s for s in kept[1:] if s.keep > Keep.SECOND_CAUTION or _finding(s)]
    ways_told = [
        [opening, *rest]
        for rest in dict.fromkeys((tuple(kept[1:]), tuple(spared)))
        for opening in ways if not opening.only_whom
    ]  # fmt: skip
    ways_told = [way for way in ways_told if _fits(way, glosser)]
    for unexplained in (0, MOST_UNEXPLAINED):
        for way in ways_told:
            after = _glossed(way, glosser)
            bound = max(most, QUICK_GRADE_WITH_AIM) if tells_aim(way[0]) else most
            if of_everybody(kept[0]) and not of_everybody(way[0]):
                # Without what makes them these people a page speaks of everybody.
                bound = max(bound, STILL_PLAIN)
            if made_in(kept[0].text):
                # Of mice, without what was studied in them, a page says nothing.
                bound = max(bound, hard + A_LITTLE_HARDER)
            if _grade(after, given) <= bound and _left_out(before, after) <= unexplained:
                return way
    return _saying_something(kept, before, ways_told, glosser, given)


def _telling_whom(kept: list[Said], glosser: Glosser, given: tuple[str, ...]) -> list[Said] | None:
    """The same with what makes those who took part these people, where it may be told.

    A page that leaves it out speaks of other people. It comes before what the study was about, and
    how sure the atlas is gives way to it beside another caution: the badge above says it, too.
    """
    ways = [way for way in kept[0].fuller if way.tells_whom]
    if not ways:
        return None
    before = _glossed(kept, glosser)
    hard = _grade(before, given)
    most = max(hard, STILL_PLAIN)
    unsure = [s for s in kept[1:] if s.about != CERTAINTY]
    warned = any(s.about and s.about[0].startswith("limits.") for s in unsure)
    rests = [kept[1:], unsure] if warned else [kept[1:]]
    tries = [(o, n, rest) for o in ways for n in (0, MOST_UNEXPLAINED) for rest in rests]
    for opening, unexplained, rest in tries:
        way = [opening, *rest]
        after = _glossed(way, glosser) if _fits(way, glosser) else None
        if after is None or _left_out(before, after) > unexplained:
            continue
        if _grade(after, given) <= most:
            return way
    return None


def _saying_something(
    kept: list[Said],
    before: list[Said],
    ways: list[list[Said]],
    glosser: Glosser,
    given: tuple[str, ...],
) -> list[Said]:
    """The same with an opening that says something, in the place of one that says nothing."""
    if not says_nothing_more(kept[0]):
        return kept
    bounds = [HARD]
    if only_accounts(kept[0]) and (hard := _grade(before, given)) > HARD:
        bounds.append(hard + A_LITTLE_HARDER)
    telling = [(way, _glossed(way, glosser)) for way in ways if not only_accounts(way[0])]
    for most in bounds:
        for way, after in telling:
            if _grade(after, given) <= most and _left_out(before, after) <= MOST_UNEXPLAINED:
                return way
    return kept


def _left_out(before: list[Said], after: list[Said]) -> int:
    """How many words that were explained are not, neither there nor where the opening has them."""
    told = " ".join(s.text for s in after)
    kept = {s.about for s in after}
    glosses = (g for s in before if s.about in kept for g in _GLOSS.findall(s.text))
    return sum(gloss not in told for gloss in glosses)


def _chosen(told: list[Said], glosser: Glosser, given: tuple[str, ...]) -> list[Said]:
    """The sentences that Quick has room for, as plain as may be, without their glosses."""
    kept = _short(told, glosser)
    plain = _glossed(kept, glosser)
    most = QUICK_GRADE_OR_NOTHING if any(map(_or_nothing, kept)) else QUICK_GRADE
    if all(s.plainer is None for s in kept) or _grade(plain, given) <= most:
        return kept
    for way in _plainer_ways(kept):
        if _grade(_glossed(way, glosser), given) <= most:
            return way
    glosser.forget()
    beside = [s for s in kept if _beside(s)]
    if beside:
        shorter = [replace(s, keep=beside[-1].keep) for s in beside[-1].plainer or ()]
        at = kept.index(beside[-1])
        return _chosen([*kept[:at], *shorter, *kept[at + 1 :]], glosser, given)
    # The longest of those that have a plainer one gives way first.
    hard = max(
        (i for i, s in enumerate(kept) if s.plainer is not None),
        key=lambda i: length_seen(kept[i].text),
    )  # fmt: skip
    instead = kept[hard].plainer or ()
    others = {s.about for s in instead}
    left = [s for s in kept if s.about not in others or s is kept[hard]]
    at = next(i for i, s in enumerate(left) if s is kept[hard])
    plainer = _chosen([*left[:at], *instead, *left[at + 1 :]], glosser, given)
    if any(s.about == kept[hard].about for s in instead):
        return plainer
    # This was its shortest form: it goes only for what is clearly easier to read.
    before, after = _grade(plain, given), _grade(_glossed(plainer, glosser), given)
    if all(s.about == NOT_TOLD for s in instead):
        return kept if before <= QUICK_GRADE_OF_ALL else plainer
    if _half_of(kept[hard], instead):
        return kept if before <= QUICK_GRADE_OF_ALL else plainer
    stays = before <= QUICK_GRADE_OF_THE_MAIN and after > before - CLEARLY_PLAINER
    return kept if stays else plainer


def _half_of(whole: Said, instead: tuple[Said, ...]) -> bool:
    """Whether what would stand in its place is one side of a contrast that it tells whole."""
    quoted = [s for s in whole.support if isinstance(s, QuoteSupport)]
    told = [s for half in instead for s in half.support if isinstance(s, QuoteSupport)]
    inside = any(w.start <= h.start and h.end <= w.end for w in quoted for h in told)
    marks = sum(len(_SETS_AGAINST.findall(half.text)) for half in instead)
    return inside and len(_SETS_AGAINST.findall(whole.text)) > marks


def _short(told: list[Said], glosser: Glosser) -> list[Said]:
    """As many of them as Quick may hold, shorter ones in the place of long ones."""
    kept = list(told)
    while not _fits(kept, glosser):
        long = next((s for s in reversed(kept) if _beside(s) and s.plainer), None)
        if long is not None:
            kept[kept.index(long)] = replace(long.plainer[0], keep=long.keep)  # type: ignore[index]
            continue
        shorter = _main_shorter(kept)
        if shorter is not None:
            kept = shorter
            continue
        least = min(s.keep for s in kept)
        if least >= Keep.ALWAYS:
            break
        # All that was found is told shorter before it goes, and before it the opening is plainer.
        if (all_found := _all_found_shorter(kept, least)) is not None:
            kept = next((way for way in all_found if _fits(way, glosser)), all_found[-1])
            continue
        # The last of those that matter least goes, but one that is enough by itself before it.
        ways = [
            kept[:i] + kept[i + 1 :] for i in reversed(range(len(kept))) if kept[i].keep == least
        ]
        goes = next(s for s in kept if s.keep == least)
        if _beside(goes) or (least >= Keep.WEIGHTY_CAUTION and goes.about[0].startswith("limits.")):
            # What the study was about stands in its title: it goes before what was found, and
            # before what the result was not compared with.
            plainer = [*_opening_plainer(kept)]
            ways = [*plainer, ways[0], *_opening_plainer(ways[0]), *ways[1:]]
        kept = next((way for way in ways if _fits(way, glosser)), ways[-1])
    return kept


def _all_found_shorter(kept: list[Said], least: int) -> list[list[Said]] | None:
    """Shorter ways to tell the same, where only its one finding could go next; else None."""
    main = next((s for s in kept if _finding(s)), None)
    if main is None or main.keep != least or sum(map(_finding, kept)) > 1:
        return None
    ways = [*_opening_plainer(kept)]
    told = main
    while told.plainer and _finding(told.plainer[0]):
        told = replace(told.plainer[0], keep=main.keep)
        ways += [[told if s is main else s for s in way] for way in (kept, *_opening_plainer(kept))]
    return ways or None


def _main_shorter(kept: list[Said]) -> list[Said] | None:
    """The same with fewer words of the main result's own sentence, so that another finds room."""
    main = next((s for s in kept if _finding(s) and s.keep == Keep.MAIN and s.plainer), None)
    if main is None or len(kept) > QUICK_SENTENCES or not any(map(_beside, kept)):
        return None
    instead = main.plainer[0]  # type: ignore[index]
    fewest = 0 if instead.text.rstrip(".").endswith("among others") else MOST_SHORTENED
    before, after = length_seen(main.text), length_seen(instead.text)
    if instead.about != main.about or not fewest * before <= after < before:
        return None
    if len(_COMPARES.findall(instead.text)) < len(_COMPARES.findall(main.text)):
        return None
    return [replace(instead, keep=main.keep) if s is main else s for s in kept]


def _plainer_ways(kept: list[Said]) -> Iterator[list[Said]]:
    """Other ways to tell the same Quick, those that lose least first."""
    told = [s for s in reversed(kept) if _finding(s)]
    for beside in (s for s in told if _beside(s) and s.plainer):
        instead = [replace(s, keep=beside.keep) for s in beside.plainer or ()]
        yield [other for s in kept for other in (instead if s is beside else [s])]
    yield from _opening_plainer(kept)
    for beside in (s for s in told if _beside(s)):
        yield [s for s in kept if s is not beside]
    # What the authors conclude stands for the main result, where that alone is too hard; but not
    # for a null, nor a null for what was found.
    main = next((s for s in kept if _finding(s) and s.keep == Keep.MAIN), None)
    concluded = any(conclusions_in(s.about) for s in told if s is not main)
    if main and concluded and not any(says_null(s.text) for s in told):
        yield [s for s in kept if s is not main]


def _opening_plainer(kept: list[Said]) -> Iterator[list[Said]]:
    """The same with ever plainer openings."""
    opening = kept[0]
    while opening.keep >= Keep.ALWAYS and opening.plainer:
        opening = opening.plainer[0]
        yield [opening, *kept[1:]]


def _fits(kept: list[Said], glosser: Glosser) -> bool:
    bare = [glosser.apply(s, gloss=False) for s in kept]
    return len(bare) <= QUICK_SENTENCES and within_words(bare)


def _glossed(kept: list[Said], glosser: Glosser) -> list[Said]:
    """The sentences with their glosses, where there is room for them."""
    glosser.forget()
    plain = [glosser.apply(s, most=MOST_QUICK_GLOSSES) for s in kept]
    if within_words(plain):
        return plain
    glosser.forget()
    return [glosser.apply(s, gloss=False) for s in kept]


def _grade(told: list[Said], given: tuple[str, ...]) -> float:
    return grade(alike(" ".join(s.text for s in told), given))


def _or_nothing(s: Said) -> bool:
    """A finding in the place of which no more could be told than that it cannot be told."""
    if not (_finding(s) and s.plainer):
        return False
    return any(p.about == NOT_TOLD or _or_nothing(p) for p in s.plainer)


def _finding(s: Said) -> bool:
    return tells_a_finding(s.about)


def _beside(s: Said) -> bool:
    """A result told beside the main one."""
    return s.keep <= BESIDE_THE_MAIN and _finding(s)

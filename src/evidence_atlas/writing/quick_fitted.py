"""Quick held to its size: what matters least goes first, and what is hard gives way to what is not.

A sentence is worth more than a gloss: where glosses alone would pass the limit, they stand
further down the page instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records.readability import grade

from .quick_size import QUICK_GRADE, QUICK_SENTENCES, within_words
from .said import Said
from .told_beside import KEEP_MAIN, KEEP_NULL
from .words.clause import says_null
from .words.names import alike, length_seen
from .words.plain_words import MOST_QUICK_GLOSSES, Glosser

KEEP_ALWAYS = 9
BESIDE_THE_MAIN = KEEP_NULL
"""What is told beside the main result is kept so long or less."""


def fitted(told: list[Said], glosser: Glosser, given: tuple[str, ...]) -> list[Said]:
    """Quick within its five sentences and 80 words, and as plain as may be.

    Where it would be hard to read, the first of the plainer ways to tell it is taken; where none
    is plain enough, what is told beside the main result goes, then the main one's plainer form
    takes its place.
    """
    kept = _short(told, glosser)
    plain = _glossed(kept, glosser)
    if all(s.plainer is None for s in kept) or _grade(plain, given) <= QUICK_GRADE:
        return plain
    for way in _plainer_ways(kept):
        done = _glossed(way, glosser)
        if _grade(done, given) <= QUICK_GRADE:
            return done
    glosser.forget()
    beside = [s for s in kept if _beside(s)]
    if beside:
        shorter = [replace(s, keep=beside[-1].keep) for s in beside[-1].plainer or ()]
        at = kept.index(beside[-1])
        return fitted([*kept[:at], *shorter, *kept[at + 1 :]], glosser, given)
    # The longest of those that have a plainer one gives way first.
    hard = max(
        (i for i, s in enumerate(kept) if s.plainer is not None),
        key=lambda i: length_seen(kept[i].text),
    )  # fmt: skip
    instead = kept[hard].plainer or ()
    others = {s.about for s in instead}
    left = [s for s in kept if s.about not in others or s is kept[hard]]
    at = next(i for i, s in enumerate(left) if s is kept[hard])
    return fitted([*left[:at], *instead, *left[at + 1 :]], glosser, given)


def _short(told: list[Said], glosser: Glosser) -> list[Said]:
    """As many of them as Quick may hold, shorter ones in the place of long ones."""
    kept = list(told)
    while not _fits(kept, glosser):
        long = next((s for s in reversed(kept) if _beside(s) and s.plainer), None)
        if long is not None:
            kept[kept.index(long)] = replace(long.plainer[0], keep=long.keep)  # type: ignore[index]
            continue
        least = min(range(len(kept)), key=lambda i: (kept[i].keep, -i))
        # What the study was about stands in its title: it goes before what was found.
        if _beside(kept[least]) and (fewer := _opening_plainer(kept)) and _fits(fewer, glosser):
            return fewer
        if kept[least].keep >= KEEP_ALWAYS:
            break
        del kept[least]
    return kept


def _plainer_ways(kept: list[Said]) -> Iterator[list[Said]]:
    """Other ways to tell the same Quick, those that lose least first."""
    told = [s for s in reversed(kept) if _finding(s)]
    for beside in (s for s in told if _beside(s) and s.plainer):
        instead = [replace(s, keep=beside.keep) for s in beside.plainer or ()]
        yield [other for s in kept for other in (instead if s is beside else [s])]
    if fewer := _opening_plainer(kept):
        yield fewer
    for beside in (s for s in told if _beside(s)):
        yield [s for s in kept if s is not beside]
    # What the authors conclude stands for the main result, where that alone is too hard; but not
    # for a null, nor a null for what was found.
    main = next((s for s in kept if _finding(s) and s.keep == KEEP_MAIN), None)
    concluded = any(a.startswith("conclusions.") for s in told if s is not main for a in s.about)
    if main and concluded and not any(says_null(s.text) for s in told):
        yield [s for s in kept if s is not main]


def _opening_plainer(kept: list[Said]) -> list[Said] | None:
    if not kept or kept[0].keep < KEEP_ALWAYS or not kept[0].plainer:
        return None
    return [*kept[0].plainer, *kept[1:]]


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


def _finding(s: Said) -> bool:
    return any(a.startswith(("results.", "conclusions.", "sentences.")) for a in s.about)


def _beside(s: Said) -> bool:
    """A result told beside the main one."""
    return s.keep <= BESIDE_THE_MAIN and _finding(s)

"""The ill and those compared with them, where a whole clause says what their numbers are.

"Each of the 22 women with asthma was matched with a friend"; "of 96 adults half had asthma; the
other half were well"; "18 pairs, each of a person with asthma and a control". Such a clause is
read as one: it tells of both groups, or of everybody, though a number of them is not printed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from evidence_atlas.records.cues import Cue, Cues, cue

from .. import tables
from ..definitions.conditions_named import main_condition
from ..document import Document
from ..text import numbers
from . import names as condition_names
from .in_figures import in_figures, place_before
from .names import Names
from .people_words import CONTROL, CUES, UNIT
from .places import Count

_TABLE = tables.load("two_told")
_ILL_FIRST: str = _TABLE["words"]["ill_first"]


def _asked_first(pattern: str) -> tuple[Cue, Cue]:
    """What is asked before the frame, and the frame.

    Words for the ill that open a frame could begin at every letter: what follows them is asked.
    """
    frame = cue(pattern)
    opens = pattern.startswith(_ILL_FIRST)
    return (cue(pattern.removeprefix(_ILL_FIRST)) if opens else frame), frame


_ROWS = [_asked_first(pattern) for found in _TABLE["frames"].values() for pattern in found]
_FRAMES = Cues(_ROWS)
_IN_TWO = Cues((asked, frame) for asked, frame in _ROWS if "(?P<n2>" in frame.pattern)
"""The frames that tell of the ill in two groups."""
_COMPARED, _NOT_HERE = (cue(_TABLE["words"][n]) for n in ("compared", "not_here"))
_TIMES = {"a": 1, "an": 1, "one": 1, "twice": 2, "double": 2}
_SHARES = {"half": (1, 2), "one half": (1, 2), "2 thirds": (2, 3), "3 quarters": (3, 4),
           "one third": (1, 3), "one quarter": (1, 4)}  # fmt: skip
_ROUNDED = 0.006
_FEW = 10
_OWN = frozenset(("methods", "results", "aim"))
_NUMBERED = ("all", "n", "m", "m2")
_ILL_PEOPLE = cue(r"\b(?:patients|cases|sufferers|(?:long-?)?haulers)\b|\bcriteria\b")
_THEIRS = cue(
    r"\s(?:\w+\s)?(?:reports|records|files|charts|notes)\s(?:of|from)\s"
    r"|\s(?:[\w-]+\s){0,3}?(?:pairs|dyads|couples)\b"
)
"""What there is one of from each person, and pairs of people."""
_MATTER = cue(
    r"\s(?:[\w-]+\s){0,3}?(?:samples?|specimens|sera|swabs|biopsies|aliquots|images|scans|tests|"
    r"questionnaires|lines|clones|cultures|eyes|limbs|cells)\b"
)
"""Of these one person may give several."""
_ROW_BEFORE = cue(r"\d[^.;:\d]{0,50}(?:,|\band)\s(?:and\s)?\Z", 0)
"""A number before these, in the same row of groups."""
_DENIED = cue(
    r"\b(?:without|no|not|never|non|free (?:of|from)|negative)\b[\s-]?(?:[\w-]+\s){0,2}\Z"
)


class Told(NamedTuple):
    """Everybody, the ill and the others, and the words from the first number to the last.

    `known` are the clause's numbers, `each` how many others there are for each of the ill, `in_two`
    whether the ill are told of in two groups, `by_ratio` whether the others are told by a ratio.
    """

    total: int
    patients: int
    controls: int | None
    start: int
    end: int
    known: frozenset[int]
    each: int | None = None
    in_two: bool = False
    by_ratio: bool = False


def read(document: Document, conditions: tuple[str, ...], facts: dict[str, Count]) -> None:
    """Take the numbers of such a clause where those found so far are a part of them."""
    main = main_condition(document, conditions)
    if main is None:
        return
    all_told = _all_told(facts)
    names = condition_names.of(document, main)
    if names.later:  # Who is ill after the main condition has it, of those who had that.
        names = names._replace(main=names.later if names.earlier else names.main + names.later)
    titled = names.first(document.title) is not None
    total, ill = facts.get("total"), facts.get("with_illness") or facts.get("patients")
    # Everybody was counted with it: others than they are looked for in vain.
    all_ill = bool(total and ill == total and names.first(ill.quote.text))
    frames = _IN_TWO if all_told else _FRAMES
    for start, text in _passages(document):
        if total and ill == total and not start <= total.quote.start < start + len(text):
            continue  # Everybody was counted as ill: others stand beside them, or nowhere.
        for told in _in_text(text, names, titled, frames):
            if all_told and not told.in_two:
                continue
            if not _fits(facts, told) or (all_ill and total and told.total == total.value):
                continue
            quote = document.quote(start + told.start, start + told.end)
            facts["total"], facts["patients"] = (Count(v, quote) for v in told[:2])
            if told.controls is not None:
                facts["controls"] = Count(told.controls, quote)
            for stage in ("enrolled", "analysed", "completed"):
                if stage in facts and facts[stage].value != told.total:
                    del facts[stage]
            return


def _passages(document: Document) -> Iterator[tuple[int, str]]:
    """Each sentence of what was done and found, then each with the one behind it."""
    half = len(document.sentences) / 2
    told = [
        s
        for i, s in document.parts()
        if s.role in _OWN
        or (s.role == "conclusions" and i < half)
        or (s.role == "background" and CUES["own_study"].search(s.text))
    ]
    for sentence in told:
        yield sentence.start, sentence.text
    for first, second in itertools.pairwise(told):
        if second.start - first.end < 3:
            yield first.start, document.abstract[first.start : second.end]


def _all_told(facts: dict[str, Count]) -> bool:
    counts = [facts[n].value if n in facts else 0 for n in ("total", "patients", "controls")]
    return all(counts) and counts[0] == counts[1] + counts[2]


def _fits(facts: dict[str, Count], told: Told) -> bool:
    """Whether what was found so far is one of the clause's numbers, or nothing."""
    found = {name: facts[name].value for name in ("total", "patients", "controls") if name in facts}
    if "patients" not in found and found.get("total") not in (None, told.total):
        return False  # Everybody was told by another number, and nobody yet who is ill.
    if told.by_ratio and found.get("total") != told.total:
        return False  # Fewer may have been found than the ratio asks for.
    if told.each and found.get("controls") == told.each:
        return True
    if found.get("total") == told.total and "controls" not in found:
        return True
    both = found.get("total"), found.get("patients")
    apart = None not in both and both[0] != both[1] and not told.in_two
    if apart and both != (told.total, told.patients):
        return False  # The ill and everybody were told apart already.
    alone = told.controls not in (None, told.patients)
    if alone and both[0] == both[1] == told.controls:
        return False  # Those who have it were counted, and these would be the others.
    return all(value in told.known for value in found.values())


def _in_text(text: str, names: Names, titled: bool, frames: Cues[Cue]) -> Iterator[Told]:
    if not any(n.value for n in numbers.find(text)) or _NOT_HERE.search(text):
        return
    # Every frame needs words for the ill.
    if names.first(text) is None and not (titled and _ILL_PEOPLE.search(text)):
        return
    figures, places = in_figures(text)
    for asked, frame in frames.standing(figures):
        if asked.search(figures) is None:
            continue
        for match in frame.finditer(figures):
            told = _of(match, names, titled)
            if told is not None and not _one_of_a_row(match):
                spans = [match.span(g) for g in _NUMBERED if g in match.re.groupindex and match[g]]
                first = min(s for s, _ in spans)
                last = max([e for _, e in spans] + [_end_of(match)])
                yield told._replace(
                    start=place_before(places, first), end=place_before(places, last)
                )


def _one_of_a_row(match: re.Match[str]) -> bool:
    """ "20 with gout, 15 with asthma and 23 controls": two of three are not everybody."""
    if _has(match, "all") or _has(match, "n2"):
        return False
    first = match.start("n") if _has(match, "n") else match.start()
    return _ROW_BEFORE.search(match.string, max(0, first - 60), first) is not None


def _end_of(match: re.Match[str]) -> int:
    """Where the words end that say how many of the others there are."""
    groups = [g for g in ("other", "same", "rest", "share", "ill", "lacks") if _has(match, g)]
    return max(match.end(g) for g in groups)


def _has(match: re.Match[str], group: str) -> bool:
    return group in match.re.groupindex and match[group] is not None


def _number(match: re.Match[str], group: str) -> int | None:
    if not _has(match, group):
        return None
    end = match.end(group)
    text = match.string
    unit = UNIT.match(text, end) and not _THEIRS.match(text, end)
    unit = unit or (_MATTER.match(text, end) is not None and not _has(match, "only"))
    if unit or numbers.is_percent(text, end) or numbers.opens_range(text, end):
        return -1
    return int(match[group])


def _of(match: re.Match[str], names: Names, titled: bool) -> Told | None:
    """What the clause says, where it names the illness and those who lack it."""
    every, n, m = (_number(match, g) for g in ("all", "n", "m"))
    m = _number(match, "m2") if m is None else m
    if -1 in (every, n, m):
        return None
    if n is None and every is not None:
        n = every - m if m is not None and _has(match, "rest") else _part(match, every)
    if n is None or not n:
        return None
    more, known_too = _number(match, "n2"), set[int]()
    if more is not None:
        if more < 1 or names.first(match["more"]) is not None:
            return None
        first, n = n, n + more
    if _has(match, "only"):
        return Told(n, n, None, 0, 0, frozenset((n,))) if _named(match, names, titled) else None
    if m is None and (_has(match, "same") or _has(match, "each")):
        m = n
    if m is None and _has(match, "times"):
        times = match["times"].lower().split()[0]
        m = n * (_TIMES.get(times) or int(times))
    if m is None and every is not None and (_has(match, "rest") or _has(match, "other")):
        m = every - n
    if every is None:
        if m is None:
            return None
        every = n + m
    if m is not None and _has(match, "m") and m <= _FEW and n > _FEW * m:
        return None  # "31,000 cases with two controls": two for each of them.
    if not _shares_fit(match, every, n) or (m is not None and n + m != every) or n >= every:
        return None
    if not _named(match, names, titled):
        return None
    if more is not None:  # The second may have been taken for those compared.
        known_too = {first, more, more + (m or 0)}
    known = {every, n, m or n, *(int(match[g]) for g in ("base", "base2") if _has(match, g))}
    each = None
    if _has(match, "times"):  # "Two for each" may have been counted as two people.
        each = m // n if m else 0
        known |= {each, n + each}
    return Told(
        every,
        n,
        m,
        0,
        0,
        frozenset(known | known_too),
        each,
        more is not None,
        _has(match, "ratio"),
    )


def _part(match: re.Match[str], every: int) -> int | None:
    if not _has(match, "share"):
        return every // 2 if every % 2 == 0 else None
    over, under = _SHARES.get(match["share"].lower(), (0, 1))
    return every * over // under if over and every * over % under == 0 else None


def _shares_fit(match: re.Match[str], every: int, n: int) -> bool:
    if not _has(match, "share"):
        return True
    share = match["share"].lower()
    over, under = _SHARES.get(share, (0, 1))
    part = over / under if over else float(re.sub(r"[^\d.]", "", share)) / 100
    return abs(n / every - part) <= _ROUNDED


def _named(match: re.Match[str], names: Names, titled: bool) -> bool:
    ill = match["illness"] if _has(match, "illness") else match["ill"]
    found = names.first(ill)
    if found is None:
        if not (titled and _ILL_PEOPLE.search(ill)) or _compared(ill):
            return False
        if _has(match, "other") and not (
            CONTROL.search(match["other"]) or _COMPARED.search(match["other"])
        ):
            return False  # "22 patients had the drug and 14 had not".
    elif _DENIED.search(ill[: found.start()]) or _carers_of(ill):
        return False
    if not _has(match, "other") or _has(match, "lacks"):
        return True
    other = match["other"]
    named = names.first(other)
    if named is not None and not CUES["lacking_words"].search(other[: named.start()]):
        return False
    return _compared(other)


def _carers_of(words: str) -> bool:
    """ "Parents of children with asthma" are not the ill, but "mothers with asthma" are."""
    carer = CUES["asked_beside"].search(words)
    return carer is not None and CUES["carers_of"].match(words, carer.end()) is not None


def _compared(words: str) -> bool:
    return any(
        c.search(words)
        for c in (CONTROL, _COMPARED, CUES["lacking_words"], CUES["never_words"],
                  CUES["compared_words"])
    )  # fmt: skip

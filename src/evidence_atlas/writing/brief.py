"""`Brief`: what a page has to say, decided before a word of it is written."""

from __future__ import annotations

import re

from evidence_atlas.records import HARMS, Grades, Reading, Record, Result, Value

from .kinds import BARE, WITHOUT_FINDINGS, has_treatment, kind_of
from .limits import baseline, found_limits, found_strengths
from .words.asides import in_aside
from .words.clause import tells_the_making


class Brief(Value):
    """What to say of one study.

    `kind` chooses the frames (WRITING.md 2). `results` are indexes into the reading's
    results in the order of telling; `quick` those few fit for the Quick Summary. `treatment`
    is True where harms must be spoken of. `limits` and `strengths` name entries of the
    tables beside this file, weightiest first. `bare` says why a page carries only the record.
    """

    kind: str
    results: tuple[int, ...] = ()
    quick: tuple[int, ...] = ()
    treatment: bool = False
    limits: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    bare: str | None = None


_BARE = {
    "title_only": "PubMed holds no abstract of this paper, so the atlas tells none of its content.",
    "other_language": "The abstract is not in English. The atlas reads only English abstracts.",
    "notice": "This record is a notice about another paper. It reports no study.",
    "comment": "This record is a comment. It reports no study of its own.",
}


def summarise(record: Record, reading: Reading, grades: Grades) -> Brief:
    """What the page of this study has to say, and in which order.

    The whole group comes before parts of it, the main outcome before others; what was found
    and what was not found weigh the same. A record without a readable abstract says nothing
    but what it is.
    """
    kind = kind_of(record, reading, grades)
    treatment = has_treatment(kind, reading)
    if kind in BARE:
        return Brief(kind=kind, bare=_BARE[kind])
    if kind in WITHOUT_FINDINGS:
        limits = () if kind == "retracted" else found_limits(kind, record, reading, grades)
        return Brief(kind=kind, treatment=treatment, limits=limits)
    # Harms have a sentence of their own on every page.
    order = tuple(
        i
        for i in _in_order(record, reading.results)
        if reading.results[i].outcome != HARMS
        and not in_aside(record, reading.results[i].quote)
        and not tells_the_making(reading.results[i].text)
        and not _known_before(kind, reading, reading.results[i])
    )
    return Brief(
        kind=kind,
        results=order,
        quick=_for_quick(order, reading.results),
        treatment=treatment,
        limits=found_limits(kind, record, reading, grades),
        strengths=found_strengths(kind, record, reading, grades),
    )


def _known_before(kind: str, reading: Reading, result: Result) -> bool:
    """A clause of the background, or from before the aim, tells what others had found."""
    at = result.quote.start
    if result.quote.field != "abstract":
        return False
    return at < _aim(kind, reading) or any(
        s.role == "background" and s.start <= at < s.end for s in reading.sentences
    )


_AIM = re.compile(
    r"\b(?:we (?:therefore |thus |here |now )?hypothesi[sz]ed|(?:the|this|our) (?:aim|objective|"
    r"purpose|goal)s? (?:of (?:this|the|our)|was|is|were)|we (?:therefore |thus )?(?:aimed|sought|"
    r"set out)|this (?:study|trial|work|review) (?:aim(?:s|ed)|sought))\b",
    re.IGNORECASE,
)


_GATHERED = re.compile(
    r"^\W*(?:here,? )?we (?:conducted|performed|undertook|carried out|present) (?:a|an|this) "
    r"(?:[\w-]+ ){0,3}(?:review|search|meta-analysis)\b",
    re.IGNORECASE,
)


def _aim(kind: str, reading: Reading) -> int:
    """Where the first half of the abstract says what was to be found out; else 0.

    What stands in a review before the words that it was made is not its own, wherever it stands.
    """
    half = reading.sentences[: len(reading.sentences) // 2 + 1]
    found = next((s.start for s in half if _AIM.search(s.text)), 0)
    if kind == "review" and not found:
        return next((s.start for s in reading.sentences if _GATHERED.search(s.text)), 0)
    return found


_HOW_MANY = re.compile(
    r"\b(?:prevalence|frequency|incidence|how (?:many|common)|trajector\w+|"
    r"(?:burden|characteristics|features|experiences?|symptoms) (?:of|in|among|after))\b",
    re.IGNORECASE,
)
"""Words of a title by which a count is what the study is about."""
_WORD = re.compile(r"[a-z]{5,}")


def _in_order(record: Record, results: tuple[Result, ...]) -> tuple[int, ...]:
    """Indexes by: everybody first, main outcome first, what the title names, then as told."""
    title = record.title.casefold()
    counts = _HOW_MANY.search(title) is not None
    about = {w[:5] for w in _WORD.findall(title)}

    def weight(index: int) -> tuple[bool, bool, bool, bool, bool, int]:
        result = results[index]
        said = {w[:5] for w in _WORD.findall(result.text.casefold())}
        outcome = {w[:5] for w in _WORD.findall((result.outcome or "").casefold())}
        return (
            result.scope != "all",
            result.primary is not True,
            baseline(result),
            # A count of who they were is not yet what was found.
            result.direction == "descriptive" and not (counts and said & about),
            not outcome & about,
            index,
        )

    return tuple(sorted(range(len(results)), key=weight))


_UNADJUSTED = re.compile(r"\b(?:un-?adjusted|crude|univaria(?:te|ble))\b", re.IGNORECASE)
_ADJUSTED = re.compile(r"(?<!un)(?<!un-)\badjust\w*|\bmultivaria(?:te|ble)\b", re.IGNORECASE)


def _for_quick(order: tuple[int, ...], results: tuple[Result, ...]) -> tuple[int, ...]:
    """The whole group's first results, and one of a part of it.

    A null for the whole group is never left out in favour of a positive result in a part.
    """
    told = [i for i in order if not baseline(results[i])]
    if any(_ADJUSTED.search(results[i].text) for i in told):
        # What is left of a link once other things are weighed is the finding.
        told.sort(key=lambda i: _UNADJUSTED.search(results[i].text) is not None)
    whole = [i for i in told if results[i].scope == "all"]
    parts = [i for i in told if results[i].scope == "subgroup"]
    nulls = [i for i in whole if results[i].direction in ("no difference", "no association")]
    chosen = whole[:2]
    if nulls and not set(nulls) & set(chosen):
        chosen = [*chosen[:1], nulls[0]]
    # Further ones stand ready in case one of these cannot be put in plain words.
    return (*chosen, *parts[:1], *[i for i in whole if i not in chosen], *parts[1:])

"""`Brief`: what a page has to say, decided before a word of it is written."""

from __future__ import annotations

from evidence_atlas.records import HARMS, Grades, Reading, Record, Result, Value

from .kinds import BARE, WITHOUT_FINDINGS, has_treatment, kind_of
from .limits import baseline, found_limits, found_strengths


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
    order = tuple(i for i in _in_order(reading.results) if reading.results[i].outcome != HARMS)
    return Brief(
        kind=kind,
        results=order,
        quick=_for_quick(order, reading.results),
        treatment=treatment,
        limits=found_limits(kind, record, reading, grades),
        strengths=found_strengths(kind, record, reading, grades),
    )


def _in_order(results: tuple[Result, ...]) -> tuple[int, ...]:
    """Indexes by: everybody first, main outcome first, then as the abstract tells them."""

    def weight(index: int) -> tuple[bool, bool, bool, bool, int]:
        result = results[index]
        return (
            result.scope != "all",
            result.primary is not True,
            baseline(result),
            # A count of who they were is not yet what was found.
            result.direction == "descriptive",
            index,
        )

    return tuple(sorted(range(len(results)), key=weight))


def _for_quick(order: tuple[int, ...], results: tuple[Result, ...]) -> tuple[int, ...]:
    """The whole group's first results, and one of a part of it.

    A null for the whole group is never left out in favour of a positive result in a part.
    """
    told = [i for i in order if not baseline(results[i])]
    whole = [i for i in told if results[i].scope == "all"]
    parts = [i for i in told if results[i].scope == "subgroup"]
    nulls = [i for i in whole if results[i].direction in ("no difference", "no association")]
    chosen = whole[:2]
    if nulls and not set(nulls) & set(chosen):
        chosen = [*chosen[:1], nulls[0]]
    # Further ones stand ready in case one of these cannot be put in plain words.
    return (*chosen, *parts[:1], *[i for i in whole if i not in chosen], *parts[1:])

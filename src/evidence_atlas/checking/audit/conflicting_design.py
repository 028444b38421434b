"""How the study was made, told otherwise: a plan, a crossover, chance, blinding, illness, harms."""

from __future__ import annotations

import re

from ..case import table
from ..numbers import read
from ..people import CROSSOVER_AS_PARALLEL
from ..record_type import PLANNED, TOLD_AS_DONE
from .abstract import TABLE, Abstract, Piece
from .values import Finding

_WORDS: dict[str, str] = table("audit/conflicting_design.toml")

_BY_CHANCE = re.compile(_WORDS["by_chance"], re.IGNORECASE)
_OPEN = re.compile(_WORDS["open"], re.I)
_DOUBLE = re.compile(r"\bdouble[- ]blind\b|\bneither\b[^.;]{3,60}\bknew\b", re.IGNORECASE)
_NOT = re.compile(_WORDS["not"], re.IGNORECASE)
_WITH = re.compile(_WORDS["with"], re.IGNORECASE)
_TOOK_PART = re.compile(TABLE["took_part"]["sentence"], re.IGNORECASE)
_NOT_OF_THEM = re.compile(TABLE["took_part"]["not"], re.IGNORECASE)
_NO_HARMS = re.compile(_WORDS["no_harms"], re.IGNORECASE)


def plan(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A plan has no results: nothing was found, and nobody has finished."""
    if abstract.grades.value("study_type") != "Protocol" or not sources:
        return None
    m = TOLD_AS_DONE.search(text)
    source = sources[0]
    past = source.role in ("background", "other") or TOLD_AS_DONE.search(source.text)
    if m is None or PLANNED.search(text) or _NOT.search(text) or past:
        return None
    return Finding(
        because=f"the abstract is a plan and reports no results; the summary says “{m.group()}”",
        quote=source.quote,
    )


def crossover(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A crossover told as groups side by side: there the same people have each treatment."""
    if abstract.reading.design.crossover is not True:
        return None
    m = CROSSOVER_AS_PARALLEL.search(text)
    names = (*abstract.reading.interventions, *abstract.reading.comparators)
    for name in names:
        if m is None and len(name) > 2:
            m = re.search(rf"\b{re.escape(name)}[- ](?:group|arm)\b", text, re.IGNORECASE)
    if m is None or _is_subgroup(abstract, text):
        return None
    return Finding(
        because="the trial was a crossover, in which the same people had each treatment in turn; "
        f"the summary says “{m.group()}”",
        quote=abstract.first("design.crossover"),
    )


def _is_subgroup(abstract: Abstract, text: str) -> bool:
    """Whether groups are spoken of that were made later, which a crossover may have."""
    later = [g for g in abstract.reading.participants.groups if g.kind == "subgroup"]
    counts = {int(n.value) for n in read(text) if n.kind == "count"}
    return (
        bool(later)
        and (len(later) in counts or len(later) - 1 in counts)
        and not re.search(r"\b(?:had|took|got|received|were given)\b", text, re.IGNORECASE)
    )


def design(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """Chance and blinding, where the abstract says that it was otherwise."""
    made = abstract.reading.design
    for pattern, otherwise, because, path in (
        (_BY_CHANCE, made.randomised is False, "it was not decided by chance who had what",
         "design.randomised"),
        (_OPEN, made.blinding == "double", "the trial was double-blind", "design.blinding"),
        (_DOUBLE, made.blinding == "open", "the trial was open", "design.blinding"),
    ):  # fmt: skip
        m = pattern.search(text) if otherwise else None
        quote = abstract.first(path)
        if m and quote and not _NOT.search(text[: m.start()]):
            return Finding(because=f"{because}; the summary says “{m.group()}”", quote=quote)
    return None


def illness(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The people had another illness than the summary says."""
    named = abstract.reading.condition_as_named
    quote = abstract.first("condition_as_named")
    if not named or quote is None:
        return None
    for name in abstract.condition.known_illnesses:
        pattern = re.compile(name.pattern, re.IGNORECASE)
        for m in pattern.finditer(text):
            own = any(
                re.search(other.pattern, abstract.whole, re.IGNORECASE)
                for other in abstract.condition.illnesses_in(m.group())
            )
            before = text[: m.start()]
            if own or pattern.search(abstract.whole) or _NOT.search(before):
                continue
            # All the illness's own names are one illness here; which of them is used is style.
            if name in abstract.condition.names and _is_ours(abstract, named):
                continue
            told = _TOOK_PART.search(text) and not _NOT_OF_THEM.search(text)
            if _WITH.search(before) and told:
                return Finding(
                    because=f"the people had {named}; the abstract does not name {m.group()}",
                    quote=quote,
                )
    return None


def _is_ours(abstract: Abstract, named: str) -> bool:
    return any(re.search(n.pattern, named, re.IGNORECASE) for n in abstract.condition.names)


def harms(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """ "No side effects" of a study that reports some."""
    harm = abstract.reading.harms
    m = _NO_HARMS.search(text)
    if m is None or harm.status != "reported" or harm.quote is None:
        return None
    if _NO_HARMS.search(abstract.whole) or re.search(r"\bno\b", harm.quote.text, re.IGNORECASE):
        return None
    return Finding(because=f"harms are reported; the summary says “{m.group()}”", quote=harm.quote)

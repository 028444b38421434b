"""What a study measured: under general names, and its outcomes as the text calls them."""

from __future__ import annotations

from evidence_atlas.records import Quote, Result
from evidence_atlas.records.cues import Cue, Cues

from .. import tables
from ..document import Document
from . import measured
from .outcomes import CLASSES, GENERAL, MEASURE_CUES, NAMED

_EXPOSURES = Cues(
    (tables.any_of(t["patterns"]), str(t["name"])) for t in tables.load("measures")["exposures"]
)
EXPOSURES = frozenset(str(t["name"]) for t in tables.load("measures")["exposures"])
"""What people had or did: a study may look at it, and does not measure it."""
_MOST = 5
Quotes = dict[str, tuple[Quote, ...]]


def measures(
    document: Document, found: tuple[Result, ...], given: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], Quotes]:
    """What was measured: under general names, and the outcomes as the text calls them.

    A general name counts where the text says that the thing was measured (`measured.stretches`),
    where a result is told of it, or where the title names it; only where there is none of these,
    where it stands in the methods or results and tells neither who took part nor what was
    allowed for. `found` are the results told, `given` what was given.
    """
    told = measured.stretches(document)
    phrases = measured.phrases(document, told, given)
    named: dict[str, Quote] = {}
    weak: dict[str, Quote] = {}
    outcomes = {r.outcome for r in found if r.outcome}
    for pattern, name in MEASURE_CUES.standing(document.whole):
        quote = _said_measured(document, pattern, told) or _titled(document, pattern)
        if quote is None and name in outcomes:
            quote = _own_place(document, pattern)
        if quote is not None:
            named[name] = quote
        elif name not in GENERAL and (quote := _own_place(document, pattern)) is not None:
            weak[name] = quote
    known = dict(named or weak)
    main = dict(phrases or _of_results(document, found, given))
    covered = " ".join(main).casefold()
    for name, quote in (named or ({} if phrases else weak)).items():
        if len(main) < _MOST and quote.text.casefold() not in covered:
            main.setdefault(name, quote)
    for pattern, name in document.illness.scales.standing(document.whole):
        quote = document.search(pattern, "methods", "results")
        if quote is not None:
            known.setdefault(name, quote)
            if len(main) < _MOST and quote.text.casefold() not in covered:
                main.setdefault(name, quote)
    for pattern, name in _EXPOSURES.standing(document.whole):
        quote = _titled(document, pattern) or _own_place(document, pattern, "methods", "results")
        if quote is not None:
            known.setdefault(name, quote)
    ordered = sorted(known, key=lambda n: (known[n].field != "title", known[n].start, n))
    # What tells too little is told only where the title names it, and nothing else is to be had.
    exact = [name for name in main if name not in CLASSES]
    quotes: Quotes = {f"measures.{n}": (known[n],) for n in ordered}
    quotes |= {f"outcomes.{n}": (q,) for n, q in main.items()}
    titled = (name for name, quote in main.items() if quote.field == "title")
    return tuple(ordered), tuple(exact or titled), quotes


def _of_results(
    document: Document, found: tuple[Result, ...], given: tuple[str, ...]
) -> tuple[tuple[str, Quote], ...]:
    """The outcomes of results by their own names, those of the title first."""
    treatments = [name.casefold() for name in given]
    own: dict[str, Quote] = {}
    for result in found:
        name = result.outcome
        if name is None or name in NAMED or not measured.is_name(name, document):
            continue
        start = document.abstract.find(name, result.quote.start, result.quote.end)
        if start >= 0 and not any(t in name.casefold() for t in treatments):
            own.setdefault(name, document.quote(start, start + len(name)))
    title = document.title.casefold()
    return tuple(sorted(own.items(), key=lambda o: o[0].casefold() not in title))[:_MOST]


def _said_measured(
    document: Document, pattern: Cue, told: tuple[measured.Stretch, ...]
) -> Quote | None:
    """The first place of a name within words that say what was measured."""
    for stretch in told:
        match = pattern.search(document.abstract, stretch.start, stretch.end)
        if match and not measured.tells_of_people(
            document.abstract[stretch.start : stretch.end],
            match.start() - stretch.start,
            match.end() - stretch.start,
        ):
            return document.quote(*match.span())
    return None


def _titled(document: Document, pattern: Cue) -> Quote | None:
    match = pattern.search(document.title)
    if match is None or measured.tells_of_people(document.title, *match.span()):
        return None
    return document.quote(*match.span(), "title")


def _own_place(document: Document, pattern: Cue, *roles: str) -> Quote | None:
    """The first place in aim, methods or results that does not tell who took part."""
    for _, sentence in document.parts(*(roles or ("aim", "methods", "results"))):
        for match in pattern.finditer(sentence.text):
            if not measured.tells_of_people(sentence.text, *match.span()):
                start = sentence.start + match.start()
                return document.quote(start, start + len(match[0]))
    return None

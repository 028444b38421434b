"""What was given to people so that it could be studied, and against what."""

from __future__ import annotations

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..names import unnamed
from . import arms_alike, comparators, had_already, whole_names
from .framed import by_title, called_by_title, framed
from .named import alike, is_own, named_in, names_one

_TABLE = tables.load("interventions")
_EXERCISES = frozenset(("graded exercise therapy", "yoga", "qigong", "rehabilitation"))
_GIVEN = tables.any_of(_TABLE["given"]["patterns"])
_GIVING = tables.any_of(_TABLE["given"]["giving"])
_HANDLED = tables.any_of(_TABLE["given"]["handled"])
_PART = tables.any_of(_TABLE["given"]["part"])
_OBSERVED = tables.any_of(_TABLE["given"]["observed"])
_BOTH = tables.any_of([_TABLE["against"]["both"]])
_FOR_TREATING = cue(_TABLE["frames"]["for_treating"])
_TOGETHER = cue(_TABLE["frames"]["together"])
_ONLY_BEFORE = cue(_TABLE["frames"]["only_before"])
_IN_A_WORD = cue(r"\w+[-/]\w+")
_TITLED_TRIAL = cue(_TABLE["frames"]["titled_trial"])

Quotes = dict[str, tuple[Quote, ...]]


def read(
    document: Document, trial: bool, review: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...], Quotes]:
    """Interventions and comparators of a study in which something was given to be studied.

    Known treatments by their names, drugs by their word endings, others from the frames
    "effect of … on", "received …". Without a sign that something was given, none: what
    people happened to have (a vaccine, a medicine of long standing) is an exposure.
    """
    trial = trial or (not review and _TITLED_TRIAL.search(document.title) is not None)
    titled = named_in("title", document.title, 0, document)
    # A name that only its places show to be a treatment does not show that something was given.
    if not _to_be_studied(document, trial, any(not is_own(name) for name in titled)):
        return (), (), {}
    found = _given_in(document, titled)
    if not found:
        places = whole_names.places(document) if trial else [("title", document.title, 0)]
        found = by_title(document) or framed(document, places)
    if len(found) > 1 and any(name in found for name in _EXERCISES):
        found.pop("exercise", None)
    found, against = _told_apart(document, found, trial, review)
    if not against:
        found = had_already.without(document, found)
    names = [n for n in found if n not in against][:6]
    told = {name: whole_names.whole(document, name, found[name]) for name in names}
    # "Low-dose naltrexone" and "naltrexone" are one.
    names = [n for n in names if not any(_same_words(told[n], told[o], n, o) for o in names)]
    quotes: Quotes = {f"interventions.{name}": told[name] for name in names}
    quotes |= {f"comparators.{name}": (quote,) for name, quote in against.items()}
    if trial and not against:
        quotes |= arms_alike.read(document, tuple(names))
    return tuple(names), tuple(against), quotes


def _to_be_studied(document: Document, trial: bool, titled: bool) -> bool:
    """Whether something was given so that it could be studied."""
    if _OBSERVED.search(document.title) and not _FOR_TREATING.search(document.title):
        return trial
    if trial or _given(document):
        return True
    return titled and any(_HANDLED.search(unnamed(s.text)) for s in document.sentences)


def _given_in(document: Document, titled: dict[str, Quote]) -> dict[str, Quote]:
    """What the title names as given, and the sentences that tell of giving."""
    aside = {n for n, q in titled.items() if _ONLY_BEFORE.search(document.title, 0, q.start)}
    asked = [n for n in titled if n not in aside]
    called = called_by_title(document) if all(map(is_own, asked)) else {}
    if called:
        titled = {n: q for n, q in titled.items() if n not in aside}
    if any(name.casefold() in what.casefold() for what in called for name in titled):
        called = {}  # The name that comes back is told, with what belongs to it.
    found = dict(called or titled)
    for field, text, start in whole_names.places(document)[1:]:
        # The names are rarer than the signs of giving, and one expression finds them all.
        if not (names_one(text) and _GIVING.search(text)) or _PART.search(text):
            continue
        named = named_in(field, text, start, document, parts=not (titled or found))
        for name, quote in named.items():
            # What the title calls by a name of its own is not given beside its kind.
            beside = not called or _TOGETHER.search(text, 0, quote.start - start)
            if beside and not any(alike(name, other) for other in found):
                found[name] = quote
    return found


def _told_apart(
    document: Document, found: dict[str, Quote], trial: bool, review: bool
) -> tuple[dict[str, Quote], dict[str, Quote]]:
    """Of the treatments found those that were given, and what these were set against."""
    against = comparators.compared_with(document, found) if trial else {}
    if len(against) < len(found):
        found = {name: quote for name, quote in found.items() if name not in against}
    else:
        against = {}
    against |= comparators.told(document)
    added = arms_alike.added(document) if trial else None
    if added is not None:
        (one, where), other = added
        found = {one[:1].lower() + one[1:] if one[1:].islower() else one: where}
        whole = _IN_A_WORD.fullmatch(other[0])
        name, quote = other if whole else comparators.known(*other) or other
        against = {name: quote}
    elif not review:
        found, against = comparators.by_arms(document, found, against, trial=trial)
    if {"placebo", "sham"} <= against.keys() and not _BOTH.search(document.whole):
        del against["placebo"]
    return found, against


def _same_words(one: tuple[Quote, ...], other: tuple[Quote, ...], name: str, more: str) -> bool:
    """Whether two names were found under the same words, of which `more` says the more."""
    return len(more) > len(name) and one[0].text.casefold() == other[0].text.casefold()


def _given(document: Document) -> bool:
    """Whether a text says that something was given to be studied, whatever its name."""
    told = (s.text for _, s in document.parts("aim", "methods", "results"))
    return any(_GIVEN.search(unnamed(text)) for text in (document.title, *told))

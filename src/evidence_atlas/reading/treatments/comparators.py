"""What a treatment was set against: named, denied, or told by the groups of a trial."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue

from .. import tables
from ..document import Document
from . import arms_told
from .named import is_purpose

_TABLE = tables.load("interventions")
_COMPARATORS = [(t["name"], tables.any_of(t["patterns"])) for t in _TABLE["comparators"]]
_NEAR = 50
_DENIED = dict.fromkeys(("placebo", "sham"), tables.any_of(_TABLE["against"]["denied"]))
_AGAINST = tables.any_of([_TABLE["against"]["before"]])


def told(document: Document) -> dict[str, Quote]:
    """The comparators that are known by a name, where no words near it deny them."""
    found: dict[str, Quote] = {}
    for name, pattern in _COMPARATORS:
        refused = _DENIED.get(name)
        compared = (
            document.search(pattern, "aim", "methods", "results")
            if refused is None
            else _not_denied(document, pattern, refused)
        )
        if compared is not None:
            found[name] = compared
    return found


def compared_with(document: Document, found: dict[str, Quote]) -> dict[str, Quote]:
    """Of the treatments named those that stand only as what another was compared with."""
    against: dict[str, Quote] = {}
    for name, quote in found.items():
        pattern = re.compile(rf"(?<!\w){re.escape(quote.text)}(?!\w)", re.IGNORECASE)
        if pattern.search(document.title):
            continue
        placed = [
            _AGAINST.search(s.text, max(0, m.start() - 90), m.start()) is not None
            for _, s in document.parts("aim", "methods")
            for m in pattern.finditer(s.text)
            if not is_purpose(s.text, m.start(), m.end())
        ]
        if placed and all(placed):
            against[name] = quote
    return against


def _not_denied(document: Document, pattern: Cue, refused: Cue) -> Quote | None:
    """The first use that no words near it deny: not "there was no placebo"."""
    places = [("title", document.title, 0)]
    places += [
        ("abstract", s.text, s.start) for _, s in document.parts("aim", "methods", "results")
    ]
    for field, text, start in places:
        for match in pattern.finditer(text):
            if not refused.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
                return document.quote(start + match.start(), start + match.end(), field)
    return None


def by_arms(
    document: Document,
    found: dict[str, Quote],
    comparators: dict[str, Quote],
    *,
    trial: bool,
) -> tuple[dict[str, Quote], dict[str, Quote]]:
    """Treatments and comparators, where the text lists its groups or tells what controls had."""
    arms = arms_told.listed(document, trial=trial)
    if arms:
        against = dict(filter(None, (known(*arm) for arm in arms)))
        given = {words: quote for words, quote in arms if known(words, quote) is None}
        if len(given) == 1 and found and not _under_known_names(given, found).keys() & found.keys():
            given = {}  # "The FIT programme" tells less than what it is known as.
        # Of two groups told one by one there is no third; of more, one may stand apart.
        if given and (len(arms) > 2 or set(comparators) <= set(against)):
            return _under_known_names(given, found), {**comparators, **against}
    told = arms_told.control(document)
    if told is None and len(found) == 1:
        told = arms_told.without(document, next(iter(found)))
    if told is None:
        return found, comparators
    name, quote = known(*told) or told
    others = {k: v for k, v in comparators.items() if k in ("placebo", "sham", "waiting list")}
    same = not name.startswith("no ") and any(_same(name, given) for given in found)
    if name in comparators or others or same:
        return found, comparators
    return found, {name: quote}


def _under_known_names(given: dict[str, Quote], found: dict[str, Quote]) -> dict[str, Quote]:
    """Each arm's treatment under the name by which it was found, where one arm alone has it."""
    named: dict[str, Quote] = {}
    for words, quote in given.items():
        others = " ".join(w for w in given if w != words).casefold()
        inside = [
            n
            for n, q in found.items()
            if q.text.casefold() in words.casefold() and q.text.casefold() not in others
        ]
        name = inside[0] if len(inside) == 1 and inside[0] not in named else words
        named[name] = quote
    return named


def known(words: str, quote: Quote) -> tuple[str, Quote] | None:
    """A comparator under the name by which it is known, if it has one."""
    if words.startswith("no "):
        return words, quote
    for name, pattern in _COMPARATORS:
        match = pattern.search(words)
        if match is not None:
            start, end = quote.start + match.start(), quote.start + match.end()
            return name, Quote(field=quote.field, start=start, end=end, text=match.group())
    return None


def _same(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()

"""How the study names the illness, and which conditions it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from ..document import Document, once
from ..patterns import Named


def read(document: Document) -> tuple[tuple[str, ...], str | None, list[Quote]]:
    """Conditions (main one first), the illness as the study names it, and where.

    The main condition is the one named first in the title; without one in the title, the
    one named most often outside the background.
    """
    found: list[tuple[int, str, Quote]] = []
    counts: Counter[str] = Counter()
    for (place, start, field), here in zip(_texts(document), places(document), strict=True):
        for named, begin, end in here:
            counts[named.name] += 3 if field == "title" else (0 if place == 1 else 1)
            quote = document.quote(start + begin, start + end, field)
            found.append((place * 10**7 + start + begin, named.name, quote))
    found.sort(key=lambda f: f[0])
    own = {n.name for n in document.illness.names if n.own}
    titled = [(quote, name) for place, name, quote in found if place < 10**7]
    # "Poor sleep in asthma": those studied are named after "in".
    titled.sort(key=lambda t: _standing(document.title, t[0]))
    in_title = [name for _, name in titled]
    own_found = [q for _, n, q in found if n in own]
    ordered: list[str] = []
    ranked = sorted(counts, key=lambda n: -counts[n])
    for name in (*in_title, *ranked):
        if name not in ordered and (counts[name] >= 2 or name in in_title or name in own):
            ordered.append(name)
    named_as = _as_named([(n, q) for _, n, q in found if n in own])
    if not studied(document) and not (ordered and set(ordered) <= own and len(own_found) > 1):
        named_as = None
    quotes = [q for _, n, q in found if n in own][:2]
    return tuple(ordered), named_as, quotes


_PEOPLE = (
    r"(?:patients?|people|persons?|participants?|adults|individuals|subjects|women|men|children|"
    r"adolescents|sufferers|cases|volunteers|respondents|cohorts?|groups?|sample)"
)
_OF_PEOPLE = cue(rf"\b{_PEOPLE}\b[^.;,:]{{0,70}}\Z")
_STUDIED_IN = cue(
    rf"\b(?:in|among)\s(?:[\w-]+\s)?(?:{_PEOPLE}\s)?(?:(?:living |diagnosed )?with\s)?\Z"
)
_PEOPLE_AFTER = cue(rf"(?:\s?\([^()]{{1,12}}\))?(?:\s\w+)?\s{_PEOPLE}\b|\s?\([nN]\s?=")
_ASIDE = cue(
    r"\b(?:including|such as|e\.g\.|like|comorbid\w*|similar to|resembl\w+|history of|implicit in|"
    r"reminiscent of|overlap\w*|other than|exclud\w+|without)\b[^.;]{0,60}\Z"
)


def _standing(title: str, named: Quote) -> int:
    """Those studied come first ("in asthma", "114 asthma patients"), what they had before last."""
    before = title[: named.start]
    counted = _NUMBER_BEFORE.search(before) and _PEOPLE_AFTER.match(title, named.end)
    if counted or _STUDIED_IN.search(before):
        return 0
    return 2 if _EARLIER.search(before) else 1


_NUMBER_BEFORE = cue(r"\d\s(?:[\w-]+\s){0,2}\Z", 0)
_EARLIER = cue(r"\b(?:after|following|since)\s(?:[\w-]+\s){0,2}\Z")


def studied(document: Document) -> bool:
    """Whether the atlas's illness is what was studied, not only mentioned.

    It is where it stands in the title or in the aim, or where people are said to have it.
    """
    own = document.illness.any_own
    if own.search(document.title):
        return True
    for _, sentence in document.parts("aim", "methods", "results"):
        for match in own.finditer(sentence.text):
            before = (sentence.text, match.start() - 100, match.start())
            if _ASIDE.within(*before):
                continue
            if sentence.role == "aim" or _OF_PEOPLE.within(*before):
                return True
            if _PEOPLE_AFTER.match(sentence.text, match.end()):
                return True
    return False


def _texts(document: Document) -> list[tuple[int, int, str]]:
    """Of the title and each sentence: its rank, where it begins, and its field."""
    parts = [(0, 0, "title")]
    for sentence in document.sentences:
        place = 1 if sentence.role == "background" else 2
        parts.append((place, sentence.start, "abstract"))
    return parts


@once
def places(document: Document) -> tuple[tuple[tuple[Named, int, int], ...], ...]:
    """Every condition named in the title, and in each sentence: by which pattern, from where to
    where. Of two that overlap, the one of the earlier pattern."""
    names = [n for n in document.illness.names if document.may_hold(n.pattern)]
    texts = (document.title, *(s.text for s in document.sentences))
    return tuple(tuple(_places(text, names)) for text in texts)


def _places(text: str, names: list[Named]) -> Iterator[tuple[Named, int, int]]:
    taken: list[tuple[int, int]] = []
    for named in names:
        for match in named.pattern.finditer(text):
            start, end = match.span()
            if not any(s < end and start < e for s, e in taken):
                taken.append((start, end))
                yield named, start, end


def _as_named(own: list[tuple[str, Quote]]) -> str | None:
    """The name that the study itself uses most (its title counts thrice), None if it has none."""
    if not own:
        return None
    tally: Counter[str] = Counter()
    first: dict[str, int] = {}
    for i, (name, quote) in enumerate(own):
        tally[name] += 3 if quote.field == "title" else 1
        first.setdefault(name, i)
    return min(tally, key=lambda n: (-tally[n], first[n]))


def later_condition(document: Document, conditions: tuple[str, ...]) -> tuple[str, ...]:
    """What may follow the main condition, where that is studied too; empty where nothing is.

    A study of people who had an infection may ask who of them is still ill.
    """
    later = [n.name for n in document.illness.names if n.follows and n.follows in conditions[:1]]
    return tuple(name for name in later if name in conditions)


def main_condition(document: Document, conditions: tuple[str, ...]) -> Named | None:
    """The patterns of the record's main condition."""
    for name in conditions[:1]:
        for named in document.illness.names:
            if named.name == name:
                return named
    return None


def same_as_main(document: Document, conditions: tuple[str, ...], illness: str) -> bool:
    """Whether a condition named with a count is the record's main one (or a name of it)."""
    main = main_condition(document, conditions)
    if main is None:
        return True
    if main.own:
        return document.illness.any_own.search(illness) is not None
    return main.pattern.search(illness) is not None

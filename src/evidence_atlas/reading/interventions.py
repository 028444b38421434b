"""What was given to people so that it could be studied, and against what."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from . import tables
from .document import Document
from .names import unnamed

_TABLE = tables.load("interventions")
_NAMES: dict[str, str] = {f"t{i}": t["name"] for i, t in enumerate(_TABLE["named"])}
_ANY_NAMED = cue(
    "|".join(
        f"(?P<t{i}>" + "|".join(f"(?:{p})" for p in t["patterns"]) + ")"
        for i, t in enumerate(_TABLE["named"])
    )
)
# "The effects of a walk on pain, mood and mindfulness": what follows is measured, not given.
_EFFECT_ON = cue(
    r"\b(?:effects?|impact|influence|efficacy|effectiveness)\sof\s[^.;]{3,160}?\son\b"
    r"(?!\s(?:top|the day|admission|treatment))"
)
_EXERCISES = frozenset(("graded exercise therapy", "yoga", "qigong", "rehabilitation"))
_FRAMES = [cue(p) for p in _TABLE["frames"]["patterns"]]
_DRUG = cue(_TABLE["drugs"]["pattern"])
_NO_DRUG = frozenset(_TABLE["drugs"]["not"])
_GIVEN = tables.any_of(_TABLE["given"]["patterns"])
_GIVING = tables.any_of(_TABLE["given"]["giving"])
_HANDLED = tables.any_of(_TABLE["given"]["handled"])
_PART = tables.any_of(_TABLE["given"]["part"])
_OBSERVED = tables.any_of(_TABLE["given"]["observed"])
_COMPARATORS = [(t["name"], tables.any_of(t["patterns"])) for t in _TABLE["comparators"]]
_TRIM = cue(
    r"\A(?:the|a|an|either|sham|oral|daily|intravenous|open-label|treatment with|use of|both|our|"
    r"this)\s|"
    r"\s(?:treatment|therapy alone|alone|capsules?|tablets?)\Z"
)
_AGAINST = tables.any_of([_TABLE["against"]["before"]])
_JOINED = re.compile(_TABLE["against"]["joined_before"], re.IGNORECASE)
_BOTH = tables.any_of([_TABLE["against"]["both"]])
_BAD = tables.any_of(_TABLE["frames"]["not"])

Quotes = dict[str, tuple[Quote, ...]]


def read(document: Document, trial: bool) -> tuple[tuple[str, ...], tuple[str, ...], Quotes]:
    """Interventions and comparators of a study in which something was given to be studied.

    Known treatments by their names, drugs by their word endings, others from the frames
    "effect of … on", "received …". Without a sign that something was given, none: what
    people happened to have (a vaccine, a medicine of long standing) is an exposure.
    """
    quotes: Quotes = {}
    titled = _named_in("title", document.title, 0, document)
    given = trial or _given(document)
    if _OBSERVED.search(document.title):
        given = trial
    elif titled and not given:
        given = any(_HANDLED.search(unnamed(s.text)) for s in document.sentences)
    if not given:
        return (), (), {}
    found = dict(titled)
    for field, text, start in _texts(document)[1:]:
        # The names are rarer than the signs of giving, and one expression finds them all.
        if (_ANY_NAMED.search(text) or _DRUG.search(text)) and _GIVING.search(text):
            if _PART.search(text):
                continue
            for name, quote in _named_in(field, text, start, document).items():
                found.setdefault(name, quote)
    if not found:
        places = _texts(document) if trial else [("title", document.title, 0)]
        found = _framed(document, places)
    if len(found) > 1 and any(name in found for name in _EXERCISES):
        found.pop("exercise", None)
    comparators: dict[str, Quote] = {}
    against = _compared_with(document, found) if trial else {}
    if 0 < len(against) < len(found):
        found = {name: quote for name, quote in found.items() if name not in against}
        comparators.update(against)
    for name, pattern in _COMPARATORS:
        compared = document.search(pattern, "aim", "methods", "results")
        if compared is not None:
            comparators[name] = compared
    if {"placebo", "sham"} <= comparators.keys() and not _BOTH.search(document.whole):
        del comparators["placebo"]
    names = [n for n in found if n not in comparators][:6]
    for name in names:
        quotes[f"interventions.{name}"] = (found[name],)
    for name, quote in comparators.items():
        quotes[f"comparators.{name}"] = (quote,)
    return tuple(names), tuple(comparators), quotes


def _given(document: Document) -> bool:
    """Whether a text says that something was given to be studied, whatever its name."""
    told = (s.text for _, s in document.parts("aim", "methods", "results"))
    return any(_GIVEN.search(unnamed(text)) for text in (document.title, *told))


def _named_in(field: str, text: str, start: int, document: Document) -> dict[str, Quote]:
    """Known treatments and drugs that a text names, but for those that an effect is sought on.

    In the order of the text: which kind of treatment it is does not decide which is told first.
    """
    judged = _EFFECT_ON.search(text)
    end = judged.end() if judged else len(text)
    places = [(m.start(), m.end(), _NAMES[str(m.lastgroup)])
              for m in _ANY_NAMED.finditer(text, 0, end)]  # fmt: skip
    drugs = ((m.start(), m.end(), m[0].lower()) for m in _DRUG.finditer(text, 0, end))
    places += [d for d in drugs if d[2] not in _NO_DRUG and len(d[2]) > 5]
    found: dict[str, Quote] = {}
    for s, e, name in sorted(places):
        joined = _JOINED.search(text, 0, s)
        if joined and not _BAD.search(joined["what"]) and not unfit(joined["what"]):
            what = joined["what"]
            at = start + joined.start("what")
            found.setdefault(what, document.quote(at, at + len(what), field))
        found.setdefault(name, document.quote(start + s, start + e, field))
    return found


def _compared_with(document: Document, found: dict[str, Quote]) -> dict[str, Quote]:
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
        ]
        if placed and all(placed):
            against[name] = quote
    return against


def unfit(what: str) -> bool:
    """Whether words joined to a treatment are no treatment: it has a name of its own, or none."""
    return _ANY_NAMED.search(what) is not None or len(what) < 4


def _framed(document: Document, places: list[tuple[str, str, int]]) -> dict[str, Quote]:
    """What stands in a frame such as "effect of … on", in the first text that has one."""
    found: dict[str, Quote] = {}
    for field, text, start in places:
        for frame in _FRAMES:
            framed = frame.search(text)
            if framed is None:
                continue
            what = _TRIM.sub("", framed["what"].strip(" ,"))
            if 2 < len(what) <= 60 and not _BAD.search(what):
                s = start + framed.start("what") + framed["what"].index(what)
                found.setdefault(what, document.quote(s, s + len(what), field))
        if found:
            break
    return found


def _texts(document: Document) -> list[tuple[str, str, int]]:
    parts = [("title", document.title, 0)]
    parts += [("abstract", s.text, s.start) for _, s in document.parts("aim", "methods")]
    return parts

"""What was given to people so that it could be studied, and against what."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from . import arms_alike, arms_told, tables, treatment_names
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
_EFFECT_ON = cue(_TABLE["effect_on"])
_EXERCISES = frozenset(("graded exercise therapy", "yoga", "qigong", "rehabilitation"))
_EFFECT_OF = cue(_TABLE["frames"]["effect_of"])
_FRAMES = [_EFFECT_OF, *(cue(p) for p in _TABLE["frames"]["patterns"])]
_DRUG = cue(_TABLE["drugs"]["pattern"])
_NO_DRUG = frozenset(_TABLE["drugs"]["not"])
_GIVEN = tables.any_of(_TABLE["given"]["patterns"])
_GIVING = tables.any_of(_TABLE["given"]["giving"])
_HANDLED = tables.any_of(_TABLE["given"]["handled"])
_PART = tables.any_of(_TABLE["given"]["part"])
_OBSERVED = tables.any_of(_TABLE["given"]["observed"])
_COMPARATORS = [(t["name"], tables.any_of(t["patterns"])) for t in _TABLE["comparators"]]
_NEAR = 50
_DENIED = dict.fromkeys(("placebo", "sham"), tables.any_of(_TABLE["against"]["denied"]))
_TRIM = cue(_TABLE["trim"])
_AGAINST = tables.any_of([_TABLE["against"]["before"]])
_PURPOSE = (cue(_TABLE["against"]["purpose_before"]), cue(_TABLE["against"]["purpose_after"]))
_JOINED = re.compile(_TABLE["against"]["joined_before"], re.IGNORECASE)
_BOTH = tables.any_of([_TABLE["against"]["both"]])
_TITLED = cue(_TABLE["frames"]["titled"])
_TITLED_GIVEN = _TABLE["frames"]["titled_given"]
_OF_A_NAME = cue(_TABLE["frames"]["of_a_name"])
_FOR_TREATING = cue(_TABLE["frames"]["for_treating"])
_INSTRUMENT = cue(_TABLE["frames"]["instrument"])
_TOGETHER = cue(_TABLE["frames"]["together"])
_GENERIC = cue(_TABLE["frames"]["generic"])
_TITLED_TRIAL = cue(_TABLE["frames"]["titled_trial"])
_PART_OF = cue(_TABLE["frames"]["part_of"])
_BAD = tables.any_of(_TABLE["frames"]["not"])

Quotes = dict[str, tuple[Quote, ...]]


def read(
    document: Document, trial: bool, review: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...], Quotes]:
    """Interventions and comparators of a study in which something was given to be studied.

    Known treatments by their names, drugs by their word endings, others from the frames
    "effect of … on", "received …". Without a sign that something was given, none: what
    people happened to have (a vaccine, a medicine of long standing) is an exposure.
    """
    quotes: Quotes = {}
    trial = trial or (not review and _TITLED_TRIAL.search(document.title) is not None)
    titled = _named_in("title", document.title, 0, document)
    given = trial or _given(document)
    if _OBSERVED.search(document.title) and not _FOR_TREATING.search(document.title):
        given = trial
    elif titled and not given:
        given = any(_HANDLED.search(unnamed(s.text)) for s in document.sentences)
    if not given:
        return (), (), {}
    called = {} if titled else _called_by_title(document)
    found = titled | called
    for field, text, start in treatment_names.places(document)[1:]:
        # The names are rarer than the signs of giving, and one expression finds them all.
        if (_ANY_NAMED.search(text) or _DRUG.search(text)) and _GIVING.search(text):
            if _PART.search(text):
                continue
            named = _named_in(field, text, start, document, parts=not titled)
            for name, quote in named.items():
                # What the title calls by a name of its own is not given beside its kind.
                beside = not called or _TOGETHER.search(text[: quote.start - start])
                if beside and not any(_alike(name, other) for other in found):
                    found[name] = quote
    if not found:
        places = treatment_names.places(document) if trial else [("title", document.title, 0)]
        found = _titled(document) or _framed(document, places)
    if len(found) > 1 and any(name in found for name in _EXERCISES):
        found.pop("exercise", None)
    comparators: dict[str, Quote] = {}
    against = _compared_with(document, found) if trial else {}
    if 0 < len(against) < len(found):
        found = {name: quote for name, quote in found.items() if name not in against}
        comparators.update(against)
    for name, pattern in _COMPARATORS:
        refused = _DENIED.get(name)
        compared = (
            document.search(pattern, "aim", "methods", "results")
            if refused is None
            else _not_denied(document, pattern, refused)
        )
        if compared is not None:
            comparators[name] = compared
    added = arms_alike.added(document) if trial else None
    if added is not None:
        (one, where), other = added
        found = {one[:1].lower() + one[1:] if one[1:].islower() else one: where}
        name, quote = _known(*other) or other
        comparators = {name: quote}
    elif not review:
        found, comparators = _by_arms(document, found, comparators)
    if {"placebo", "sham"} <= comparators.keys() and not _BOTH.search(document.whole):
        del comparators["placebo"]
    names = [n for n in found if n not in comparators][:6]
    told = {name: treatment_names.whole(document, name, found[name]) for name in names}
    # "Low-dose naltrexone" and "naltrexone" are one.
    names = [n for n in names if not any(_same_words(told[n], told[o], n, o) for o in names)]
    quotes |= {f"interventions.{name}": told[name] for name in names}
    for name, quote in comparators.items():
        quotes[f"comparators.{name}"] = (quote,)
    if trial and not comparators:
        quotes |= arms_alike.read(document, tuple(names))
    return tuple(names), tuple(comparators), quotes


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


def _by_arms(
    document: Document, found: dict[str, Quote], comparators: dict[str, Quote]
) -> tuple[dict[str, Quote], dict[str, Quote]]:
    """Treatments and comparators, where the text lists its groups or tells what controls had."""
    arms = arms_told.listed(document)
    if arms:
        against = dict(filter(None, (_known(*arm) for arm in arms)))
        given = {words: quote for words, quote in arms if _known(words, quote) is None}
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
    name, quote = _known(*told) or told
    others = {k: v for k, v in comparators.items() if k in ("placebo", "sham", "waiting list")}
    same = not name.startswith("no ") and any(_same(name, given) for given in found)
    if name in comparators or others or same:
        return found, comparators
    return found, {name: quote}


def _under_known_names(given: dict[str, Quote], found: dict[str, Quote]) -> dict[str, Quote]:
    """Each arm's treatment under the name by which it was found, where one arm alone has it."""
    named: dict[str, Quote] = {}
    for words, quote in given.items():
        inside = [n for n, q in found.items() if q.text.casefold() in words.casefold()]
        name = inside[0] if len(inside) == 1 and inside[0] not in named else words
        named[name] = quote
    return named


def _known(words: str, quote: Quote) -> tuple[str, Quote] | None:
    """A comparator under the name by which it is known, if it has one."""
    if words.startswith("no "):
        return words, quote
    for name, pattern in _COMPARATORS:
        match = pattern.search(words)
        if match is not None:
            start, end = quote.start + match.start(), quote.start + match.end()
            return name, Quote(field=quote.field, start=start, end=end, text=match.group())
    return None


def _same_words(one: tuple[Quote, ...], other: tuple[Quote, ...], name: str, more: str) -> bool:
    """Whether two names were found under the same words, of which `more` says the more."""
    return len(more) > len(name) and one[0].text.casefold() == other[0].text.casefold()


def _same(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _alike(one: str, other: str) -> bool:
    """Whether two names begin and end alike: "hypnotic sessions", "hypnosis sessions"."""
    a, b = one.casefold(), other.casefold()
    return a[:5] == b[:5] and a.split()[-1] == b.split()[-1]


def _titled(document: Document) -> dict[str, Quote]:
    """What the title of a trial begins with, where the text says that it was given."""
    match = _TITLED.search(document.title)
    if match is None or _BAD.search(match["what"]):
        return {}
    what = match["what"]
    given = cue(_TITLED_GIVEN.replace("WHAT", re.escape(what)))
    if not any(given.search(s.text) for _, s in document.parts("aim", "methods")):
        return {}
    return {what: document.quote(match.start("what"), match.end("what"), "title")}


def _called_by_title(document: Document) -> dict[str, Quote]:
    """What a title asks the effect of, by a name that the atlas does not know."""
    found = _framed(document, [("title", document.title, 0)], [_EFFECT_OF])
    return {what: quote for what, quote in found.items() if not _GENERIC.search(what)}


def _given(document: Document) -> bool:
    """Whether a text says that something was given to be studied, whatever its name."""
    told = (s.text for _, s in document.parts("aim", "methods", "results"))
    return any(_GIVEN.search(unnamed(text)) for text in (document.title, *told))


def _named_in(
    field: str, text: str, start: int, document: Document, parts: bool = True
) -> dict[str, Quote]:
    """Known treatments and drugs that a text names, but for those that an effect is sought on.

    In the order of the text: which kind of treatment it is does not decide which is told first.
    What stands only as a part of what is named before it is left out; without `parts`, every part.
    """
    judged = _EFFECT_ON.search(text)
    end = judged.end() if judged else len(text)
    places = [(m.start(), m.end(), _NAMES[str(m.lastgroup)])
              for m in _ANY_NAMED.finditer(text, 0, end)
              if not _OF_A_NAME.search(text[m.end():])
              and not _purpose(text, m.start(), m.end())]  # fmt: skip
    drugs = ((m.start(), m.end(), m[0].lower()) for m in _DRUG.finditer(text, 0, end))
    places += [d for d in drugs if d[2] not in _NO_DRUG and len(d[2]) > 5]
    found: dict[str, Quote] = {}
    for s, e, name in sorted(places):
        part = (found or not parts) and name not in found and _PART_OF.search(text[:s])
        if part or _INSTRUMENT.search(text[:s]):
            continue
        joined = _JOINED.search(text, 0, s)
        if joined and not _BAD.search(joined["what"]) and not unfit(joined["what"]):
            what = joined["what"]
            at = start + joined.start("what")
            if not any(_alike(what, other) for other in found):
                found[what] = document.quote(at, at + len(what), field)
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
            if not _purpose(s.text, m.start(), m.end())
        ]
        if placed and all(placed):
            against[name] = quote
    return against


def _purpose(text: str, start: int, end: int) -> bool:
    """Whether what a text names there is what something else was tried for."""
    before, after = _PURPOSE
    return before.search(text[:start]) is not None and after.search(text[end:]) is not None


def unfit(what: str) -> bool:
    """Whether words joined to a treatment are no treatment: it has a name of its own, or none."""
    return _ANY_NAMED.search(what) is not None or len(what) < 4


def _framed(
    document: Document, places: list[tuple[str, str, int]], frames: list[Cue] = _FRAMES
) -> dict[str, Quote]:
    """What stands in a frame such as "effect of … on", in the first text that has one."""
    found: dict[str, Quote] = {}
    for field, text, start in places:
        for frame in frames:
            framed = frame.search(text)
            if framed is None:
                continue
            what = _TRIM.sub("", framed["what"].strip(" ,"))
            if what.endswith(treatment_names.OF_A_NOUN):  # "manual treatment" is no "manual"
                what = framed["what"].strip(" ,")
            if 2 < len(what) <= 60 and not _BAD.search(what):
                s = start + framed.start("what") + framed["what"].index(what)
                found.setdefault(what, document.quote(s, s + len(what), field))
        if found:
            break
    return found

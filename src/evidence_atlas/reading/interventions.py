"""What was given and against what, and which things were measured."""

from __future__ import annotations

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from . import tables
from .document import Document

_TABLE = tables.load("interventions")
_NAMES: dict[str, str] = {f"t{i}": t["name"] for i, t in enumerate(_TABLE["named"])}
_ANY_NAMED = cue(
    "|".join(
        f"(?P<t{i}>" + "|".join(f"(?:{p})" for p in t["patterns"]) + ")"
        for i, t in enumerate(_TABLE["named"])
    )
)
_EXERCISES = frozenset(("graded exercise therapy", "yoga", "qigong", "rehabilitation"))
_FRAMES = [cue(p) for p in _TABLE["frames"]["patterns"]]
_DRUG = cue(_TABLE["drugs"]["pattern"])
_NO_DRUG = frozenset(_TABLE["drugs"]["not"])
_GIVEN = tables.any_of(_TABLE["given"]["patterns"])
_GIVING = tables.any_of(_TABLE["given"]["giving"])
_HANDLED = tables.any_of(_TABLE["given"]["handled"])
_OBSERVED = tables.any_of(_TABLE["given"]["observed"])
_COMPARATORS = [(t["name"], tables.any_of(t["patterns"])) for t in _TABLE["comparators"]]
_MEASURES = tables.load("measures")["measures"]
_EXPOSURES = [
    (t["name"], tables.any_of(t["patterns"])) for t in tables.load("measures")["exposures"]
]
_MEASURE_PATTERNS = [(t["name"], tables.any_of(t["patterns"])) for t in _MEASURES]
_MEASURE_NAMES: dict[str, str] = {f"m{i}": t["name"] for i, t in enumerate(_MEASURES)}
_ANY_MEASURE = cue(
    "|".join(
        f"(?P<m{i}>" + "|".join(f"(?:{p})" for p in t["patterns"]) + ")"
        for i, t in enumerate(_MEASURES)
    )
)
_ILLNESS = cue(r"x{4,}", 0)
_SUBJECT = cue(
    r"\A(?:(?:however|moreover|in addition|additionally|furthermore|notably|overall|similarly|"
    r"also|and|while|whereas|although|mean|median|the|in contrast|finally|increased|decreased|"
    r"elevated|reduced|higher|lower|greater),?\s)*"
    r"(?P<what>(?:[A-Za-z][\w/+-]*\s){0,5}[A-Za-z][\w/+-]*)\s"
    r"(?:(?:was|were|is|are|did|remained|differed)\b|(?:increased|decreased|rose|fell|declined|improved)"
    r"(?=\s?(?:\Z|[.,(]|\w+ly\b|(?:by|from|to|in|over|after|at|with|among|during|more|less)\b)))"
)
# "Had lower lung capacity than", "a reduction in working hours": what is judged follows.
_JUDGED = cue(
    r"(?:\b(?:higher|lower|greater|increased|decreased|reduced|elevated|worse|poorer|better|impaired|"
    r"improved|longer|shorter)\s(?:(?:levels?|rates?|prevalence|frequency|odds|risks?|scores?) "
    r"(?:of|for|on)\s)?|\b(?:increases?|decreases?|reductions?|improvements?|declines?|changes?|differences?|"
    r"rise|fall|drop) in (?:the\s)?)"
    r"(?P<what>(?:[A-Za-z][\w/+-]*\s){0,4}?[A-Za-z][\w/+-]*)"
    r"(?=\s(?:than|in|among|compared|at|after|for|was|were|over|during|with|from|by|between|across|"
    r"following|to|and)\b|\s?[,.;(]|\Z)"
)
_NO_SUBJECT = cue(
    r"x{4,}|\b(?:there|it|they|we|this|these|those|that|which|who|patients?|participants?|controls?|"
    r"people|individuals|subjects|women|men|groups?|arms?|cases|children|adults|none|no|all|both|"
    r"some|many|most|several|each|differences?|results?|findings?|changes?|improvements?|"
    r"increases?|decreases?|reductions?|effects?|not|than|in|for|with|by|to|from|on|at|after|"
    r"before|between|among|during|had|has|have|showed|were|was|is|are|symptom|abnormalities|outcomes|"
    r"follow-up|baseline|respondents|higher|lower|other|others|same|similar|rate|"
    r"significantly|\w+ly|survivors|responders|analys\w+|model\w*|study|studies|one|two|three|"
    r"girls|boys|males|females|volunteers|compared|and|but|when|detect|scores?|driven)\b"
)
_TRIM = cue(
    r"\A(?:the|a|an|either|sham|oral|daily|intravenous|open-label|treatment with|use of|both|our|"
    r"this)\s|"
    r"\s(?:treatment|therapy alone|alone|capsules?|tablets?)\Z"
)
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
    given = trial or document.search(_GIVEN, "aim", "methods", "results") is not None
    if _OBSERVED.search(document.title):
        given = trial
    elif titled and not given:
        given = document.search(_HANDLED, title=False) is not None
    if not given:
        return (), (), {}
    found = dict(titled)
    for field, text, start in _texts(document)[1:]:
        # The names are rarer than the signs of giving, and one expression finds them all.
        if (_ANY_NAMED.search(text) or _DRUG.search(text)) and _GIVING.search(text):
            for name, quote in _named_in(field, text, start, document).items():
                found.setdefault(name, quote)
    if not found:
        places = _texts(document) if trial else [("title", document.title, 0)]
        found = _framed(document, places)
    if len(found) > 1 and any(name in found for name in _EXERCISES):
        found.pop("exercise", None)
    comparators: dict[str, Quote] = {}
    for name, pattern in _COMPARATORS:
        compared = document.search(pattern, "aim", "methods", "results")
        if compared is not None:
            comparators[name] = compared
    names = [n for n in found if n not in comparators][:6]
    for name in names:
        quotes[f"interventions.{name}"] = (found[name],)
    for name, quote in comparators.items():
        quotes[f"comparators.{name}"] = (quote,)
    return tuple(names), tuple(comparators), quotes


def _named_in(field: str, text: str, start: int, document: Document) -> dict[str, Quote]:
    """Known treatments and drugs that a text names."""
    found: dict[str, Quote] = {}
    for match in _ANY_NAMED.finditer(text):
        name = _NAMES[str(match.lastgroup)]
        found.setdefault(name, document.quote(start + match.start(), start + match.end(), field))
    for match in _DRUG.finditer(text):
        name = match[0].lower()
        if name not in _NO_DRUG and len(name) > 5:
            quote = document.quote(start + match.start(), start + match.end(), field)
            found.setdefault(name, quote)
    return found


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


def measures(document: Document) -> tuple[tuple[str, ...], tuple[str, ...], Quotes]:
    """What was measured: general names in the order of the text, then questionnaires named."""
    found: dict[str, Quote] = {}
    for name, pattern in _MEASURE_PATTERNS:
        quote = document.search(pattern, "aim", "methods", "results")
        if quote is not None:
            found[name] = quote
    for name, pattern in (*_EXPOSURES, *document.illness.scales):
        quote = document.search(pattern, "methods", "results")
        if quote is not None:
            found.setdefault(name, quote)
    ordered = sorted(found, key=lambda n: (found[n].field != "title", found[n].start, n))
    return tuple(ordered), tuple(ordered[:6]), {f"measures.{n}": (found[n],) for n in ordered}


# "T cell-derived RNA" is RNA: the cells are only where it came from.
_ONLY_ORIGIN = cue(
    r"s?-(?:derived|specific|associated|related|like|mediated|driven|induced|based|dependent)\b", 0
)


def outcome_in(clause: str, masked: str, groups: list[tuple[int, int]], way: str) -> str | None:
    """What a clause says was found about: a general measure, else its own subject.

    The groups' names are left aside, and the illnesses' (blanked in `masked`), so that
    "people with fatigue" does not make fatigue the outcome. None where no clean noun phrase
    is to be had.
    """
    text = list(clause)
    for start, end in groups:
        text[start:end] = " " * (end - start)
    for match in _ILLNESS.finditer(masked):
        text[match.start() : match.end()] = " " * (match.end() - match.start())
    said = "".join(text)
    found = _ANY_MEASURE.finditer(said)
    first = next((m for m in found if not _ONLY_ORIGIN.match(said, m.end())), None)
    if first:
        return _MEASURE_NAMES[str(first.lastgroup)]
    if way in ("association", "no association", "descriptive", "mixed"):
        return None
    subject = _SUBJECT.match(masked)
    if subject is not None and not _NO_SUBJECT.search(subject["what"]):
        return str(subject["what"])
    for judged in _JUDGED.finditer(masked):
        if not _NO_SUBJECT.search(judged["what"]):
            return str(judged["what"])
    return None


def _texts(document: Document) -> list[tuple[str, str, int]]:
    parts = [("title", document.title, 0)]
    parts += [("abstract", s.text, s.start) for _, s in document.parts("aim", "methods")]
    return parts

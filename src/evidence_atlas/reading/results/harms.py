"""Whether harms are reported. Silence is "not stated", never safety."""

from __future__ import annotations

import re

from evidence_atlas.records import Harms, Quote, Sentence
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from . import befell

_TABLE = tables.load("harms")
_REPORTED = tables.any_of(
    [told.replace("COMPLAINT", _TABLE["complaint"]) for told in _TABLE["reported"]]
)
_CAME_OF_IT = tables.any_of(
    [told.replace("SEVERE", f"(?:{_TABLE['severe']})") for told in _TABLE["came_of_it"]]
)
_NONE = tables.any_of(_TABLE["none"])
_COMPARED = tables.any_of(_TABLE["compared"])
_JUDGED = tables.any_of(_TABLE["judged"])
_WORSE_COUNTED = tables.any_of(_TABLE["worse_counted"])
_IMPROVED = tables.any_of(_TABLE["improved"])
_BROUGHT_ON = tables.any_of(_TABLE["brought_on"])
_NEGATED = tables.any_of(_TABLE["negated"])
_PLAN = tables.any_of(_TABLE["plan"])
_ONLY_LOOKED = tables.any_of(_TABLE["only_looked"])
_NOT_LOOKED = tables.any_of(_TABLE["not_looked"])
_NOT_KEPT = cue(_TABLE["not_kept"])
_LOOKED_IN = tables.any_of(_TABLE["looked_in"])
_AIMED = tables.any_of(_TABLE["aimed"])
_KEPT_AWAY = tables.any_of(_TABLE["kept_away"])
_GOT_WORSE = tables.any_of(_TABLE["got_worse"])
_WAS_TOLERATED = cue(r"\b(?:was|were) (?:\w+ ){0,2}well[- ]tolerated\b")
_TOLERATED = cue(r"\btolerated without\b")
_GIVEN_IN_TITLE = tables.any_of(_TABLE["given_in_title"])
_ONE_CASE = tables.any_of(_TABLE["one_case"])
_GIVEN_TO_ONE = tables.any_of(_TABLE["given_to_one"])
_TAKEN = tables.any_of(_TABLE["taken"])
_OCCURRED = cue(_TABLE["occurred"])
_NOT_ALL = cue(_TABLE["not_all"])
_TURN = cue(r";|,? (?:but|however|although|though)\b")
_PERHAPS = cue(r"\b(?:may|might|could|appears? to|whether)\b")
_GROUP = cue(_TABLE["group"])


def read(document: Document, given: bool) -> Harms:
    """What the text says of harms; `given` tells whether something was given to people.

    Harms that came are looked for first, then the statement that none came, last the authors'
    judgement ("well tolerated"), which counts as naming none and is told as their words. The
    illness's own worsening is a harm where the text says that what was given brought it on.
    """
    if not (given or _told_as_given(document)):
        return Harms(status="not_applicable")
    spoken = [
        s
        for _, s in document.parts("results", "conclusions", "methods")
        if not (_only_planned(s.text) or _KEPT_AWAY.search(s.text) or _NOT_LOOKED.search(s.text))
    ]
    late = [s for s in spoken if s.role in ("results", "conclusions")]
    told = [s for s in late if not _ONLY_LOOKED.search(s.text)]
    for sentence in told:
        if _came(sentence.text) or (given and _worsened(document, sentence.text)):
            return _found(document, sentence, "reported")
    # The course of a case is often told where others tell their methods.
    for sentence in spoken:
        if _brought_on(sentence.text):
            return _found(document, sentence, "reported")
    # "It was tolerated without any SAEs" tells what came, in whatever part it stands.
    anywhere = [s for _, s in document.parts("background", "aim") if not _only_planned(s.text)]
    for pattern, places in (
        (_NONE, told),
        (_NONE, spoken),
        (_JUDGED, late),
        (_WAS_TOLERATED, spoken),
        (_TOLERATED, anywhere),
    ):
        fitting = [
            s for s in places
            if pattern.search(s.text) and not (pattern is _JUDGED and _PERHAPS.search(s.text))
        ]  # fmt: skip
        if fitting:
            # "No significant side effects" says less than "none", and holds of both.
            least = next((s for s in fitting if _not_all(pattern, s.text)), fitting[0])
            return _found(document, least, "none_reported")
    none = befell.none_of_some(document)
    if none is not None and next(befell.told(document), None) is None:
        return _found(document, none, "none_reported")
    return Harms(status="not_stated")


def _not_all(pattern: Cue, text: str) -> bool:
    """Whether it is only of some kinds of harms that the text says none came."""
    match = pattern.search(text)
    return match is not None and _NOT_ALL.search(match.group()) is not None


def beside(document: Document, harms: Harms) -> dict[str, tuple[Quote, ...]]:
    """What else bears on harms: that they were looked for, in whom, that people got worse, and
    what befell some of them that may be a harm."""
    if harms.status == "not_applicable":
        # What kind of study it is, and so whether harms must be spoken of, is decided later.
        return _happened(document)
    found: dict[str, tuple[Quote, ...]] = {}
    titled = _GIVEN_IN_TITLE.search(document.title)
    if titled is not None:
        found["harms.titled"] = (document.quote(*titled.span(), "title"),)
    for _, sentence in document.parts("results", "methods", "conclusions"):
        if _ONLY_LOOKED.search(sentence.text):
            whom = _LOOKED_IN.search(sentence.text)
            if whom is not None:
                start, end = (sentence.start + at for at in whom.span("group"))
                found.setdefault("harms.looked_for_in", (document.quote(start, end),))
            found.setdefault("harms.looked_for", (_quote(document, sentence),))
    if harms.status == "none_reported" and harms.quote and _JUDGED.search(harms.quote.text):
        kept = _not_brought_on(document)
        if kept is not None:
            found["harms.not_brought_on"] = (kept,)
        if kept is None:
            found |= _happened(document)
    if harms.status == "none_reported" and harms.quote and not _none_told(harms.quote.text):
        found["harms.none_of"] = (harms.quote,)
    for _, sentence in document.parts("results", "methods", "conclusions", "other"):
        match = _NOT_LOOKED.search(sentence.text)
        if match is not None:
            kept_none = _NOT_KEPT.search(match.group())
            name = "harms.not_recorded" if kept_none else "harms.not_looked_for"
            found.setdefault(name, (_quote(document, sentence),))
    if harms.status == "not_stated":
        for _, sentence in document.parts("aim", "methods"):
            if _AIMED.search(sentence.text):
                found.setdefault("harms.looked_for", (_quote(document, sentence),))
        # A figure's legend tells results too, wherever it stands.
        for _, sentence in document.parts():
            worse = _GOT_WORSE.search(sentence.text) or _counted_worse(sentence.text)
            if sentence.role != "aim" and worse:
                found.setdefault("harms.worsened", (_quote(document, sentence),))
        found |= _happened(document)
    return found


def _happened(document: Document) -> dict[str, tuple[Quote, ...]]:
    """The first that befell people and may be a harm: the sentence, and what it names."""
    first = next(befell.told(document), None)
    return {"harms.happened": first[:1], "harms.happened_as": first[1:]} if first else {}


def _none_told(text: str) -> bool:
    """Whether the words are of harms as such, and not of some that are called by their names."""
    return any(words.search(text) for words in (_NONE, _JUDGED, _TOLERATED))


def _not_brought_on(document: Document) -> Quote | None:
    """Where results say that what was given did not bring on the illness's criterion."""
    criterion = document.illness.criterion
    if criterion is None:
        return None
    for _, sentence in document.parts("results"):
        for said in _TABLE["not_brought_on"]:
            for match in criterion.finditer(sentence.text):
                around = cue(said.replace("WHAT", re.escape(match.group())))
                told = around.search(sentence.text)
                if told is not None:
                    return document.quote(
                        sentence.start + told.start(), sentence.start + told.end()
                    )
    return None


def _quote(document: Document, sentence: Sentence) -> Quote:
    return document.quote(sentence.start, sentence.end)


def _only_planned(text: str) -> bool:
    """Whether a sentence tells what is yet to be seen, and does not first say that none came."""
    plan = _PLAN.search(text)
    if plan is None:
        return False
    none = _NONE.search(text, 0, plan.start())
    return none is None or _TURN.search(text, none.end(), plan.start()) is None


def _told_as_given(document: Document) -> bool:
    """Whether the title says that something was given, or the text that people took it."""
    if _GIVEN_IN_TITLE.search(document.title) or document.search(_TAKEN, "methods") is not None:
        return True
    return bool(
        _ONE_CASE.search(document.title) and document.search(_GIVEN_TO_ONE, "results", "methods")
    )


def kept_away(text: str) -> bool:
    """Whether the harms spoken of are what a treatment is to keep away, and none of its own."""
    return _KEPT_AWAY.search(text) is not None


def spoken_of(clause: str) -> bool:
    """Whether a clause tells of harms or of their absence."""
    return _REPORTED.search(clause) is not None or _NONE.search(clause) is not None


def _counted_worse(text: str) -> bool:
    """Whether a sentence counts those who got worse beside those who got better."""
    return _WORSE_COUNTED.search(text) is not None and _IMPROVED.search(text) is not None


def _came(text: str) -> bool:
    if _COMPARED.search(text):
        return True
    if not _REPORTED.search(text):
        return False
    return _NONE.search(text) is None or _OCCURRED.search(text) is not None


def _brought_on(text: str) -> bool:
    """Whether what was given brought an illness of its own on: "the drug led to a seizure"."""
    match = _CAME_OF_IT.search(text)
    return match is not None and not (
        _NEGATED.search(match.group()) or _PERHAPS.search(text, 0, match.end())
    )


def _worsened(document: Document, text: str) -> bool:
    """Whether the illness's criterion came on through what was given."""
    criterion = document.illness.criterion
    match = criterion.search(text) if criterion else None
    if match is None:
        return False
    around = text[max(0, match.start() - 80) : match.end() + 60]
    return _BROUGHT_ON.search(around) is not None and not _NEGATED.search(around)


def _found(document: Document, sentence: Sentence, status: str) -> Harms:
    return Harms(
        status=status,  # type: ignore[arg-type]
        groups=tuple(dict.fromkeys(m["group"] for m in _GROUP.finditer(sentence.text))),
        quote=document.quote(sentence.start, sentence.end),
    )

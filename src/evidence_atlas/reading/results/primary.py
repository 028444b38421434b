"""Which results are of the main outcome, as the text names it, and which of a further one.

"The primary outcome was fatigue (CFQ) at week 16": what is later told of fatigue, or of the CFQ, at
week 16 is the main result, whether or not its sentence says so again. Where a name is shared by a
main and a further outcome, or the times told are others, it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from evidence_atlas.records import HARMS, Result
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..text import clauses
from ..text.numbers import in_digits
from ..text.short_forms import LIKE_A_SHORT_FORM
from ..text.stems import stems as beginnings
from . import outcomes

_TABLE = tables.load("primary")


def _filled(name: str) -> str:
    pattern = str(_TABLE[name])
    return pattern.replace("{kind}", _TABLE["kind"]).replace("{noun}", _TABLE["noun"])


_TOLD, _CALLED, _BESIDE, _WITHIN = (
    cue(_filled(name)) for name in ("told", "called", "beside", "within")
)
_ENDS_CALLED, _ENDS_BESIDE = (
    cue(_filled(name).partition("}?)")[2]) for name in ("called", "beside")
)
"""What stands behind the outcome: a sentence without it is not tried letter by letter."""
_SPEAKS_OF = cue(rf"\b{_TABLE['kind']}\s{_TABLE['noun']}")
_SAID_OF_IT = re.compile(_TABLE["said_of_it"], re.IGNORECASE)
_NEXT_KIND = re.compile(_TABLE["next_kind"], re.IGNORECASE)
_HOW = re.compile(_TABLE["how"], re.IGNORECASE)
_WHEN = re.compile(_TABLE["when"], re.IGNORECASE)
_PARTS = re.compile(_TABLE["parts"], re.IGNORECASE)
_COMMON = frozenset(_TABLE["common"].split())
_LEAD = re.compile(_TABLE["lead"], re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_CAPITALS = re.compile(r"(?:[A-Z][\w'-]+ (?:of |for |and |the )?){1,5}[A-Z][\w'-]+")
_NO_FORM = frozenset(_TABLE["no_form"])
_MAIN = frozenset(_TABLE["main"])
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TIME = re.compile(
    r"\b(?P<n>\d+)[- ](?P<unit>day|week|month|year)|\b(?P<unit2>day|week|month|year)s? (?P<n2>\d+)",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"-(?=(?:day|week|month|year))", re.IGNORECASE)
_AT_START = re.compile(_TABLE["at_start"], re.IGNORECASE)
_TELLS = re.compile(_TABLE["tells"], re.IGNORECASE)
_EFFECT_ON = re.compile(_TABLE["effect_on"], re.IGNORECASE)
_MOST_WORDS = 6
"""A name of more telling words than this is a description, of which no sentence tells again."""


@dataclass(frozen=True)
class _Outcome:
    """One outcome that the text names: its telling words, short forms, general name and times."""

    main: bool
    stems: frozenset[str]
    forms: frozenset[str]
    general: str | None
    scale: bool
    times: frozenset[str]


def marked(
    found: list[Result], document: Document, given: tuple[str, ...], trial: bool
) -> list[Result]:
    """The results, with `primary` filled where the text names their outcome main, or further."""
    if not found or not document.may_hold(_SPEAKS_OF):
        return found
    named = list(_named(document, given))
    if not named:
        return found
    if any(result.primary is True for result in found):
        # Where a result is called the main one in its own words, no other is for its name.
        named = [outcome for outcome in named if not outcome.main]
    return [_with_its_kind(result, named, trial) for result in found]


def _with_its_kind(result: Result, named: list[_Outcome], trial: bool) -> Result:
    open_to = result.primary is None and result.scope == "all" and result.outcome != HARMS
    # In a trial, what an outcome went together with is not what it was measured for.
    linked = trial and result.direction in ("association", "no association")
    if not open_to or linked or result.timepoint == "baseline" or _AT_START.match(result.text):
        return result
    kinds = {n.main for n in named if _tells_of(n, result)}
    if len(kinds) != 1:
        return result
    return msgspec.structs.replace(result, primary=kinds.pop())


def _tells_of(named: _Outcome, result: Result) -> bool:
    """Whether a result is told of this outcome, at a time at which it is the outcome."""
    text = result.text
    times = _times(text)
    if named.times and times and not named.times & times:
        return False
    if named.forms & set(LIKE_A_SHORT_FORM.findall(text)):
        return True
    verb = clauses.first_verb(text)
    told_first = _stems(text[:verb] if verb else text)
    outcome = _stems(result.outcome or "")
    if named.general is not None and named.general == result.outcome:
        return named.scale or named.stems <= _stems(text) | outcome
    if not named.stems or not named.stems <= _stems(text):
        return False
    if len(named.stems) == 1:
        return named.stems <= outcome or (not outcome and named.stems <= told_first)
    return not outcome or bool(named.stems & (outcome | told_first))


def _named(document: Document, given: tuple[str, ...]) -> Iterator[_Outcome]:
    """Every outcome that a sentence names main or further."""
    texts = [text for text in _texts(document) if _SPEAKS_OF.may_stand(text)]
    treatments = _forms_of(document, given) if texts else frozenset()
    for text in texts:
        for main, what in _told(_in_figures(text)):
            for part in _parted(document.illness.any_name.sub(" ", what)):
                outcome = _outcome(part, what, main, treatments)
                if outcome is not None:
                    yield outcome


def _texts(document: Document) -> Iterator[str]:
    """The sentences, each with the heading in front of it: "Main outcome measures: pain, sleep"."""
    labelled = {part.text[:30]: part.label for part in document.record.abstract if part.label}
    end = 0
    for sentence in document.sentences:
        heading = document.abstract[end : sentence.start].strip()
        label = labelled.get(sentence.text[:30]) or heading
        yield f"{label.rstrip(':')}: {sentence.text}" if label else sentence.text
        end = sentence.end


def _told(text: str) -> Iterator[tuple[bool, str]]:
    """The stretches of a sentence that name outcomes, and whether main ones."""
    ways = [(_TOLD, False), (_WITHIN, False)]
    ways += [(_CALLED, True)] if _ENDS_CALLED.search(text) else []
    ways += [(_BESIDE, True)] if _ENDS_BESIDE.search(text) else []
    for pattern, led in ways:
        for match in pattern.finditer(text):
            what = match["what"]
            if led:
                what = _LEAD.sub("", f" {what}").strip()
            elif (other := _NEXT_KIND.search(what)) is not None:
                what = what[: other.start()]
            main = match["kind"].casefold() in _MAIN
            what = _EFFECT_ON.sub("", what)
            sentence = ":" in match[0] and _TELLS.search(what) is not None and not led
            if not (sentence or _SAID_OF_IT.match(what) or _SPEAKS_OF.search(what)):
                yield main, what


def _parted(what: str) -> list[str]:
    """The members of a list of outcomes; what tells how they were measured belongs to the last."""
    cut = _HOW.search(what)
    named, rest = (what[: cut.start()], what[cut.start() :]) if cut else (what, "")
    parts = [p for p in _PARTS.split(named) if p and p.strip()]
    return [*parts[:-1], parts[-1] + rest] if parts else []


def _outcome(part: str, whole: str, main: bool, treatments: frozenset[str]) -> _Outcome | None:
    cut = _HOW.search(part)
    core = _WHEN.sub("", part[: cut.start()] if cut else part)
    bare = _BRACKETS.sub(" ", core)
    stems = _stems(bare)
    forms = set(LIKE_A_SHORT_FORM.findall(_WHEN.sub("", part)))
    forms |= {"".join(w[0] for w in c.split() if w[0].isupper()) for c in _CAPITALS.findall(part)}
    forms = {f for f in forms if len(f) > 1} - _NO_FORM - treatments
    general = outcomes.general(bare) or (outcomes.general(part) if not stems else None)
    scale = bool(_CAPITALS.search(bare)) and general is not None
    if len(stems) > _MOST_WORDS:
        stems = frozenset()
    if not (stems or forms or general):
        return None
    return _Outcome(main, stems, frozenset(forms), general, scale, _times(whole))


def _stems(text: str) -> frozenset[str]:
    return beginnings(_WORD.findall(text), _COMMON.__contains__)


def _times(text: str) -> frozenset[str]:
    return frozenset(
        f"{m['n'] or m['n2']} {(m['unit'] or m['unit2']).casefold()}"
        for m in _TIME.finditer(_in_figures(text))
    )


def _in_figures(text: str) -> str:
    """Every time with its figure: "at the seven-week visit" as "at the 7 week visit"."""
    return in_digits(_HYPHEN.sub(" ", text))


def _forms_of(document: Document, names: tuple[str, ...]) -> frozenset[str]:
    """The short forms that the text gives these names, and the illness's: they are no outcome's."""
    found: set[str] = {m[0] for m in document.illness.any_name.finditer(document.whole)}
    for name in names:
        found |= set(re.findall(rf"{re.escape(name)}\s?\(([A-Z][\w-]+)\)", document.whole, re.I))
        found |= set(LIKE_A_SHORT_FORM.findall(name))
    return frozenset(found)

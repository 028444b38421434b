"""Who was kept from knowing the treatment, those treated or those judging, as sentences tell it."""

from __future__ import annotations

import re
from typing import Literal

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from . import knowing

_TABLE = tables.load("design")
_CALLED_SINGLE = tables.any_of(_TABLE["cues"]["called_single"])
_WHO = {name: cue(pattern) for name, pattern in _TABLE["unaware"].items()}
_UNAWARE = _TABLE["unaware"]
# The two kinds of people in one list: "patients and the nurse", "neither nurse nor patient".
_GAP = rf"(?:(?!{_UNAWARE['done_to_them']}\b)[^.;]){{0,40}}"
_TOGETHER = cue(
    rf"{_UNAWARE['treated']}{_GAP}(?:,|\band\b|\bn?or\b){_GAP}{_UNAWARE['judging']}"
    rf"|{_UNAWARE['judging']}{_GAP}(?:,|\band\b|\bn?or\b){_GAP}{_UNAWARE['treated']}"
)
_HOW_MANY = re.compile(r"\b(?:single|double|triple)[- ]?\Z", re.IGNORECASE)
_SIDES: tuple[Literal["treated", "judging"], ...] = ("treated", "judging")


def kept_from_knowing(document: Document, trial: bool) -> tuple[str, Quote] | None:
    """Who is said to have been kept from knowing the treatment: both sides, or one."""
    words = _WHO["words"]
    found: dict[str, Quote] = {}
    taken_apart = knowing.unknowing(document) if trial else {}
    for place, sentence in document.parts():
        here: dict[str, Quote] = {}
        for start, text in _clauses(sentence.text) if document.may_hold(words) else ():
            match = next((m for m in words.finditer(text) if not _numbered(text, m)), None)
            if match is None or _WHO["denied"].search(text) or _WHO["no_blinding"].search(text):
                continue
            hidden = _WHO["impossible"].search(text) is None
            named = _WHO["counted"].sub("", text)
            treated = hidden and _WHO["treated"].search(named) is not None
            judging = _WHO["judging"].search(text) is not None
            at, end = sentence.start + start + match.start(), sentence.start + start + match.end()
            quote = document.quote(at, end)
            together = treated and judging and _TOGETHER.search(named) is not None
            if together and place not in taken_apart:
                return "double", quote
            if judging:
                here.setdefault("judging", quote)
            elif hidden and _those_treated(
                sentence.text, at - sentence.start, end - sentence.start
            ):
                # Whoever read samples blind is no patient who did not know.
                whose = _WHO["of_samples"].search(text) is not None
                here.setdefault("judging" if whose else "treated", quote)
        for side, quote in (taken_apart.get(place) or here).items():
            found.setdefault(side, quote)
    if not found:
        return None
    both = len(found) == len(_SIDES) and _CALLED_SINGLE.search(document.whole) is None
    return "double" if both else "single", next(iter(found.values()))


def _numbered(text: str, match: re.Match[str]) -> bool:
    """Whether the word belongs to "double-blind", which names no one."""
    return _HOW_MANY.search(text, 0, match.start()) is not None


def _those_treated(text: str, start: int, end: int) -> bool:
    """Whether those who were treated are said not to have known which treatment they had."""
    before, said, after = text[:start], text[start:end].casefold(), text[end : end + 80]
    what = _WHO["what"]
    if said == "blindly" or not (what.search(said + after) or what.search(before[-60:])):
        return False
    hidden_from = said.endswith(("from", " to")) and _WHO["from_them"].search(after) is not None
    return hidden_from or _WHO["they"].search(before) is not None


def _clauses(text: str) -> list[tuple[int, str]]:
    """The sentence; or its clauses with their places where some knew ("they did, we did not")."""
    if _WHO["denied"].search(text) is None:
        return [(0, text)]
    ends = [m.start() for m in _WHO["turns"].finditer(text)]
    return [(a, text[a:b]) for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]


def _clause(text: str, place: int) -> tuple[int, str]:
    """The clause that holds the place, where some knew and others did not; else the sentence."""
    return next(((a, t) for a, t in reversed(_clauses(text)) if a <= place), (0, text))


def unaware(document: Document, blinding: str | None) -> tuple[Literal["treated", "judging"], ...]:
    """Who is said not to have known the treatment; empty where that is not told.

    "Double blind" by itself leaves open who the two were (Devereaux 2001, JAMA 285:2000).
    """
    if blinding == "open":
        return ()
    found: set[str] = set()
    for name in ("words", "neither"):
        if not document.may_hold(_WHO[name]):
            continue
        for _, sentence in document.parts("aim", "methods", "results", "other"):
            for match in _WHO[name].finditer(sentence.text):
                start, text = _clause(sentence.text, match.start())
                if _WHO["of_samples"].search(text) is None:
                    found |= _meant(
                        text, match.start() - start, match.end() - start, name == "words"
                    )
    return tuple(w for w in _SIDES if w in found)


def _meant(text: str, start: int, end: int, may_be_denied: bool) -> set[str]:
    """Which of the two sides stand near words for not knowing."""
    near = text[max(0, start - 90) : end + 60] if may_be_denied else text[start:end]
    denied = may_be_denied and (_WHO["denied"].search(near) or _WHO["impossible"].search(near))
    if denied or _HOW_MANY.search(text, 0, start):
        return set()
    return {side for side in _SIDES if _WHO[side].search(near)}

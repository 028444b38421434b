"""Short forms that the text itself gives: "migraine with aura (MWA)", "medical officers (MOs)"."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from ..document import Document, once
from .people_words import CUES, HEAD

_OPENED = cue(r"\((?P<short>[A-Z][A-Za-z/-]{0,8}[A-Z])s?[);,]", 0)
# "(Asthma, AS)": the name and its short form stand in one bracket.
_BESIDE = cue(r"[,;]\s(?P<short>[A-Z][A-Za-z/-]{0,8}[A-Z])\)", 0)
_OPENED_PEOPLE = cue(r"\((?P<short>[A-Z][A-Za-z]{0,7}[A-Zs])[);,]", 0)
_GAP = cue(r"(?:\s[a-z]+)?\s?\Z", 0)
_WORD = cue(r"[A-Za-z]+", 0)
_BEFORE = 64


@once
def find(document: Document) -> dict[str, str]:
    """Each short form with the name it stands for; also a long name's initials.

    Only brackets are looked at: what stands before one, to the end, must name a condition.
    """
    short: dict[str, str] = {}
    illness = document.illness
    if not document.may_hold(illness.any_name):
        return short
    for text in (document.title, document.abstract):
        for opened in (*_OPENED.finditer(text), *_BESIDE.finditer(text)):
            form = opened["short"]
            if form in short or illness.any_name.search(form):
                continue
            lead = max(0, opened.start() - _BEFORE)
            for named in illness.any_name.finditer(text, lead, opened.start()):
                if _GAP.match(text, named.end(), opened.start()):
                    short[form] = named[0]
    _initials(document, short)
    return short


def people(document: Document) -> dict[str, str]:
    """Each short form of people ("medical officers (MOs)", "matched controls (CNT)") with them."""
    found: dict[str, str] = {}
    for text in (document.title, document.abstract):
        for opened in _OPENED_PEOPLE.finditer(text):
            lead = text[max(0, opened.start() - _BEFORE) : opened.start()].rstrip()
            last = lead[lead.rfind(" ") + 1 :]
            if HEAD.fullmatch(last):
                found.setdefault(opened["short"], lead)
    return found


def _initials(document: Document, short: dict[str, str]) -> None:
    """The initials of a name of two or three words stand for it, if they stand in the text."""
    for text in (document.title, document.sentences[0].text if document.sentences else ""):
        if not document.illness.any_name.may_stand(text):
            continue
        named = document.illness.any_name.search(text)
        if named is None or len(named[0]) <= 10:
            continue
        words = _WORD.findall(named[0])
        if len(words) in (2, 3):
            short.setdefault("".join(w[0].upper() for w in words), named[0])


def denied(short: dict[str, str], words: str) -> bool:
    """Whether the words say that these have not got it: "LC negative participants", "LC-free"."""
    return any(
        m[0] in short and CUES["negative_next"].match(words, m.end()) for m in _WORD.finditer(words)
    )


def named(short: dict[str, str], words: str) -> str | None:
    """The condition that one of these words stands for ("LC", "pwLC", "LC-yes")."""
    for word in _WORD.findall(words):
        found = short.get(word) or (short.get(word[2:]) if word.startswith("pw") else None)
        if found is not None:
            return found
    return None

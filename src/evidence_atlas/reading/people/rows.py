"""A row of groups that names people once, or not at all.

"48 asthma, 50 healthy and 19 RA subjects"; "25 with asthma, 20 with gout and 30 healthy". A row is
read as a whole: where one of its groups cannot be told, those without people of their own are not
counted, so that the number of one group is never taken for that of another.
"""

from __future__ import annotations

from typing import NamedTuple

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from .kinds_of_people import Found, Kind
from .people_words import CONTROL, CUES, HEAD, STOP, is_unit
from .told_together import Counted

_BRACKET = cue(r"\s?\([^()]{0,60}\)", 0)
_GAP = cue(r"\s(?P<what>[A-Za-z][^,;:.()\d]{0,70}?)(?:[,;]|\s(?=and|vs|versus|&))\s?"
           r"(?:(?:and|plus|vs\.?|versus|&)\s)?(?:the\s)?\Z")  # fmt: skip
_LAST = cue(r"\s(?P<what>[A-Za-z][^,;:.()\d]{0,70})")
_WITH = cue(r"\A(?:[\w-]+\s){0,2}?(?:with|having|who had)\s")
_FORM = cue(r"(?:[\w-]+\s){0,2}?(?P<form>[A-Z][A-Za-z/]{0,5}[A-Z])(?:\s|\Z)", 0)
# Users of a drug, or members of a body, are named by letters that are no illness.
_ANYBODY = cue(
    r"(?:(?:fe)?male )?(?:patients?|subjects|participants|people|persons|women|men|adults|children|"
    r"volunteers|veterans|individuals|cases|adolescents|outpatients|inpatients|sufferers)"
)
_FEWEST, _MOST = 2, 6
_MOST_WORDS = 6


class _Group(NamedTuple):
    """One group: its number, where its words end, whether they have a noun, who they are."""

    number: numbers.Number
    end: int
    noun: bool
    kind: Kind
    illness: str | None


def read(
    document: Document, text: str, found: list[numbers.Number], counts: list[Counted]
) -> list[Counted]:
    """The counts of a sentence, its rows read as rows; `found` are the numbers that may count."""
    if len(found) < _FEWEST or not document.illness.any_name.may_stand(text):
        return counts
    found = [n for n in found if CUES["no_people_next"].match(text, n.end) is None]
    told = {n.start: f for n, f, _ in counts}
    for row in _rows(text, found):
        if CUES["of_whom_before"].search(text, 0, row[0].start):
            continue
        groups = [_group(document, text, n, i + 1 < len(row)) for i, n in enumerate(row)]
        known = [g for g in groups if g is not None]
        if not _are_people(known) or not any(
            _tells_more(g, n, told) for g, n in zip(groups, row, strict=True)
        ):
            continue
        inside = {n.start for n in row}
        rest = [c for c in counts if c[0].start not in inside]
        if len(known) == len(groups):
            counts = rest + [(g.number, _found(document, text, g), "") for g in known]
        elif any(g.number.start not in told for g in known):
            counts = rest + [c for c in counts if c[0].start in inside and _named_apart(c[1])]
    return counts


def _tells_more(group: _Group | None, number: numbers.Number, told: dict[int, Found]) -> bool:
    """Whether only the row knows whom a number counts, or with which illness."""
    found = told.get(number.start)
    if found is None:
        return True
    ill = group is not None and group.kind == "patients"
    return ill and found.kind == "people" and not found.subset


def _named_apart(found: Found) -> bool:
    """Whether a count names those it counts by words of its own: "23 control subjects"."""
    return found.kind != "people" and HEAD.search(found.phrase) is not None


def _rows(text: str, found: list[numbers.Number]) -> list[list[numbers.Number]]:
    """Numbers with a few words behind each, told one after the other."""
    rows: list[list[numbers.Number]] = []
    row: list[numbers.Number] = []
    for number in found:
        if row and _GAP.fullmatch(_plain(text[row[-1].end : number.start])):
            row.append(number)
            continue
        rows.append(row)
        row = [number]
    rows.append(row)
    return [r for r in rows if _FEWEST <= len(r) <= _MOST]


def _plain(gap: str) -> str:
    """Without brackets that stand behind a name ("(GWI)"), which may hold shares and ages."""
    return _BRACKET.sub("", gap)


def _group(document: Document, text: str, number: numbers.Number, more: bool) -> _Group | None:
    """Who a number of the row counts; None where its words do not tell."""
    behind = _plain(text[number.end : number.end + 130])
    match = _LAST.match(behind)
    if match is None:
        return None
    words = _until_it_ends(match["what"])
    measured = is_unit(text, number.end) and _FORM.match(words) is None
    if not words or measured or CUES["things"].search(words):
        return None
    if CUES["neither"].fullmatch(words):
        return _Group(number, _end_of(text, number, words), False, "controls", None)
    with_it = _WITH.match(words)
    name = words[with_it.end() :] if with_it else words
    noun = HEAD.search(words) is not None
    end = _end_of(text, number, words)
    ill = document.illness.any_name.search(name)
    if (
        CONTROL.search(words)
        or CUES["compared_words"].search(words)
        or CUES["hc_next"].match(" " + words)
    ):
        sure = noun or ill is None
        return _Group(number, end, noun, "controls", None) if sure and not ill else None
    if ill is not None and len(name[: ill.start()].split()) < _FEWEST + 1:
        behind_it = name[ill.end() :].strip()
        if not behind_it or HEAD.match(behind_it):
            return _Group(number, end, noun, "patients", ill[0])
        return None
    form = _FORM.match(name)
    if form is not None and (not name[form.end() :] or _ANYBODY.fullmatch(name, form.end())):
        return _Group(number, end, noun, "patients", form["form"])
    if CUES["sounds_ill"].search(name) if with_it else CUES["sounds_ill"].match(words):
        return _Group(number, end, noun, "patients", name)
    if noun and CUES["other_ill"].search(words):
        return _Group(number, end, noun, "patients", words.split()[0])
    # "20 pain-free women": people, of whom it is not told whether they are ill.
    return _Group(number, end, noun, "people", None) if noun and not more else None


def _end_of(text: str, number: numbers.Number, words: str) -> int:
    """Where the last of a number's words ends."""
    last = words.split()[-1]
    return text.find(last, number.end) + len(last)


def _until_it_ends(what: str) -> str:
    """The words up to one that ends a noun phrase, but "with" and what it names stay."""
    kept: list[str] = []
    for word in what.split():
        ends = STOP.fullmatch(word) and word.lower() not in ("with",)
        if ends or len(kept) == _MOST_WORDS:
            break
        kept.append(word)
        if HEAD.fullmatch(word) and "with" not in kept:
            later = what.split()[len(kept) : len(kept) + 1]
            if not later or not (later[0].lower() == "with" or HEAD.fullmatch(later[0])):
                break
    while kept and kept[-1].lower() in ("with", "&"):
        kept.pop()
    return " ".join(kept)


def _are_people(known: list[_Group]) -> bool:
    """Whether these are groups of people: ill ones, and a noun or well ones among them."""
    ill = any(g.kind == "patients" and g.illness for g in known)
    return ill and any(g.noun or g.kind == "controls" for g in known)


def _found(document: Document, text: str, group: _Group) -> Found:
    own = group.illness is not None and document.illness.any_own.search(group.illness) is not None
    phrase = text[group.number.start : group.end]
    return Found(group.number.start, group.end, group.kind, phrase, group.illness, own)

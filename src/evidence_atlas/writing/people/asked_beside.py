"""Who took part beside the ill: "23 people with asthma and 18 nurses".

A page that counts the ill alone, or all of them as one, makes the views of nurses or parents those
of patients. They are told where one sentence on those who took part counts each kind.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text import numbers as printed
from evidence_atlas.records import Quote, Support, quote, quoted, texts
from evidence_atlas.records.condition import Name

from ..brief.kinds import OF_OTHERS_STUDIES
from ..material import Material, Piece
from ..rules import named
from ..subject.illnesses import illnesses
from ..tables import table
from ..unclear import as_quoted
from ..words.clause import loaded
from ..words.numbers import as_read, joined
from ..words.spelled_out import spelled_out
from .traits import unexplained

_TABLE = table("people/asked_beside.toml")
_TOOK_PART, _NOT_OURS = (
    re.compile(_TABLE[name], re.IGNORECASE) for name in ("took_part", "not_ours")
)
_BESIDE, _OTHERS = (rf"(?:{_TABLE[name]})\b" for name in ("beside", "others"))
_END = (
    r"(?=\s?(?:\(|\)|,|;|\.|:|\Z)|"
    r"\s(?:and|who|were|from|in|explored|completed|participated|took)\b)"
)
_ITEM = re.compile(
    rf"\s(?P<what>(?:(?!and\b|or\b)[A-Za-z’'-]+ ){{0,4}}?(?:(?P<beside>{_BESIDE})|{_OTHERS})"
    rf"(?: with (?:(?!and\b|who\b|were\b)[\w’'/-]+ ?){{1,4}})?)(?:{_END}|(?<= ))",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\s(?P<what>(?:(?!and\b|or\b)[A-Za-z’'-]+ ?){{1,5}}?){_END}")
"""Of a list that makes up all who took part, people by whatever word."""
_OF_GROUPS = re.compile(r"\s(?:[\w-]+ )?(?:groups|categories|types|roles|sites|countries)\b")
_THEY_TOO = re.compile(_TABLE["they_too"].replace("BESIDE", _BESIDE), re.IGNORECASE)
_UNCOUNTED = re.compile(_TABLE["uncounted"].replace("BESIDE", _BESIDE), re.IGNORECASE)
_MIXED = tuple(
    re.compile(p.replace("BESIDE", _BESIDE).replace("OTHERS", _OTHERS), re.IGNORECASE)
    for p in _TABLE["mixed"]
)
_ABOUT_THEM = re.compile(
    r"\((?:[^()]{0,20}\b)?(?:mean|median|aged?|range|\d+[\s\d]*(?:%|fe)?male|n\s?=)", re.I
)
_TAKE = frozenset({"interviews", "survey", "study", "test", "cohort", "cohort_looked_at", "series"})
_MOST_GROUPS = 4


def kinds_counted(m: Material) -> tuple[Piece, ...]:
    """Each kind of people with its number, where others than the ill are among them; else none."""
    if m.brief.kind not in _TAKE or m.retold:
        return ()
    for s in m.reading.sentences:
        if s.role not in ("methods", "results") or _NOT_OURS.search(s.text):
            continue
        if not _TOOK_PART.search(s.text):
            continue
        found = _listed(m, s.text, s.start)
        if found:
            return found
    return _in_a_sentence_of_their_own(m)


def _in_a_sentence_of_their_own(m: Material) -> tuple[Piece, ...]:
    """ "We interviewed 13 people with asthma. Eight nurses took part in a focus group." """
    p, told = m.reading.participants, illnesses(m)
    ill = m.number("participants.patients", p.patients)
    alone = p.controls is None and p.total in (None, p.patients)
    if m.brief.kind != "interviews" or not ill or not alone or len(told) != 1:
        return ()
    for s in m.reading.sentences:
        numbers = printed.find(s.text) if s.role in ("methods", "results") else []
        first = numbers[0] if numbers and not s.text[: numbers[0].start].strip() else None
        found = _THEY_TOO.match(s.text, first.end) if first is not None else None
        if first is None or found is None or first.value in (None, p.patients):
            continue
        beside = _told(m, first, s.start, found.span("what"))
        if beside is not None:
            who = Piece(
                f"{as_read(p.patients or 0)} people with {told[0].text}", (*ill, *told[0].support)
            )
            return (who, beside)
    return ()


def _listed(m: Material, text: str, start: int) -> tuple[Piece, ...]:
    p = m.reading.participants
    counts = [n for n in printed.find(text) if n.value is not None and not _inside(text, n.start)]
    counts = [n for n in counts if not _OF_GROUPS.match(text, n.end)]
    counts = [n for n in counts if n.value not in (p.total, p.enrolled) or n is not counts[0]]
    by_name = [_ITEM.match(text, n.end) for n in counts]
    whole = sum(n.value or 0 for n in counts)
    items = [
        found or (_ANY.match(text, n.end) if whole == p.total else None)
        for n, found in zip(counts, by_name, strict=True)
    ]
    beside = [found is not None and found["beside"] is not None for found in by_name]
    if None in items or not 2 <= len(items) <= _MOST_GROUPS or p.controls is not None:
        return ()
    if not any(beside) or all(beside) or (p.total is not None and whole != p.total):
        return ()
    told = [
        _told(m, n, start, found.span("what"))
        for n, found in zip(counts, items, strict=True)
        if found is not None
    ]
    return tuple(t for t in told if t is not None) if None not in told else ()


def _inside(text: str, at: int) -> bool:
    """Whether a number stands in brackets of its own, as an age does: "carers (mean age 50)"."""
    before = text[:at]
    opened = before.rfind("(")
    return opened > before.rfind(")") and _ABOUT_THEM.match(text, opened) is not None


def _told(m: Material, n: printed.Number, start: int, at: tuple[int, int]) -> Piece | None:
    words = texts(m.record)["abstract"][start + at[0] : start + at[1]].strip()
    end = start + at[0] + len(words)
    held = quoted(quote(texts(m.record), "abstract", start + n.start, end))
    support: tuple[Support, ...] = (held, named("told-by-trait"))
    if unexplained(m, words):
        spelled = spelled_out(m.record, words)
        if spelled is None:
            return None
        words, where = spelled
        support = (*support, *where)
    if (ill := _called_ill(m, words)) is not None:
        words, support = ill.text, (*support, quoted(ill))
    for name in m.condition.illnesses_in(words):
        # A short form may be spelled out without the capitals of the name.
        words = re.sub(re.escape(name.name), name.name, words, flags=re.IGNORECASE)
    return None if loaded(words) else Piece(f"{as_read(n.value or 0)} {words}", support)


def _called_ill(m: Material, words: str) -> Quote | None:
    """Where title or methods say that these have the illness, which their count leaves out."""
    if m.condition.illnesses_in(words):
        return None
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [("abstract", s.start, s.end) for s in m.reading.sentences if s.role == "methods"]
    for name in _names_of(m):
        ill = re.compile(rf"(?<![\w-]){re.escape(words)} with (?:{name.pattern})", re.IGNORECASE)
        for field, start, end in places:
            if (found := ill.search(held.get(field, ""), start, end)) is not None:
                return quote(held, field, *found.span())
    return None


def _names_of(m: Material) -> tuple[Name, ...]:
    """The names of the illnesses that the study is of."""
    return tuple(n for told in m.reading.illnesses for n in m.condition.illnesses_in(told))


def all_kinds(m: Material) -> Piece | None:
    """All of them in one phrase; of a long list the ill, and that there were others."""
    kinds = kinds_counted(m)
    if not kinds:
        return None
    support = tuple(dict.fromkeys(s for k in kinds for s in k.support))
    text = joined([k.text for k in kinds])
    ill = [k for k in kinds if m.condition.illnesses_in(k.text)]
    if len(text.split()) > MOST_WORDS and len(ill) == 1:
        return Piece(f"{ill[0].text} and others", (*support, named("others-beside")))
    return Piece(text, support)


MOST_WORDS = 10
"""A longer list is told whole in its row, where it has more room."""


def uncounted_beside(m: Material) -> Piece | None:
    """Others who took part, whom the text names beside those whom it took in: "their parents"."""
    if m.retold or m.brief.kind in OF_OTHERS_STUDIES:
        return None
    for s in m.reading.sentences:
        if s.role != "methods" or _NOT_OURS.search(s.text) or not _TOOK_PART.search(s.text):
            continue
        found = _UNCOUNTED.search(s.text)
        if found is None or loaded(found["who"]):
            continue
        at = s.start + found.start("who")
        words = quote(texts(m.record), "abstract", at, at + len(found["who"]))
        return Piece(as_quoted(m, words.text), (quoted(words), named("in-their-words")))
    return None


def mixed_uncounted(m: Material) -> bool:
    """Whether a study that counts nobody names others of several kinds beside the ill it asked.

    "Patients, carers and professionals" are told as people, and not as people with the illness.
    """
    p = m.reading.participants
    counts = (p.total, p.enrolled, p.patients, p.with_illness, p.randomised, p.planned)
    if m.brief.kind not in _TAKE or any(n is not None for n in counts):
        return False
    return any(
        pattern.search(s.text)
        for s in m.reading.sentences
        if s.role in ("aim", "methods") and not _NOT_OURS.search(s.text)
        for pattern in _MIXED
    )

"""Whom a text says were taken in for an earlier illness, while a study was of what may follow it.

"1,200 adults who tested positive for influenza" were asked about lasting weakness: they all had
influenza, and nothing says that they all had what came of it.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Sentence, Support, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material, Piece
from ..subject.nameable import people_with
from ..tables import table
from .counted_with import counted_with
from .had_by_some import told_with_the_first

_TABLE = table("people/taken_in_for.toml")
_OWN = frozenset({"aim", "methods", "results"})
_LASTING = re.compile(_TABLE["lasting"], re.IGNORECASE)
_LONG = re.compile(_TABLE["later_words"], re.IGNORECASE)
_NOT_ALONE = re.compile(_TABLE["not_alone"], re.IGNORECASE)
_COMPARED = re.compile(_TABLE["compared"], re.IGNORECASE)
_ONLY_THEN = re.compile(_TABLE["only_then"], re.IGNORECASE)
_WHOLE = 20
_GOES_ON = re.compile(r"[- ]positive\Z", re.IGNORECASE)
_POSITIVE = re.compile(_TABLE["positive"], re.IGNORECASE)


def taken_in_for(m: Material, illness: str, support: tuple[Support, ...]) -> Piece | None:
    """The earlier illness, where the words of the count say that they had it, and no more."""
    later = m.condition.illnesses_in(illness)
    follows = {n.follows for n in later if n.follows}
    first = [n for n in m.condition.known_illnesses if n.name in follows]
    if not first or counted_with(m, illness, support):
        return None
    had = "|".join(f"(?:{n.pattern})" for n in later)
    own = [s.text for s in m.reading.sentences if s.role in _OWN]
    if any(people_with(had).search(text) for text in (m.record.title, *own)):
        return None
    met = compiled(_TABLE["met"].replace("LATER", f"(?:{had})"))
    if any(met.search(text) for text in own):
        return None
    # Of those whom nobody counts, some may be there for comparison.
    if not support and any(_COMPARED.search(text) for text in own):
        return None
    names = compiled("|".join(f"(?:{n.pattern})" for n in first))
    for count in support:
        if not isinstance(count, QuoteSupport) or count.field != "abstract":
            continue
        around = m.reading.sentence_at(count.start)
        if around is None or not any(_had_it(m, n.name, around.text, count) for n in first):
            continue
        told = _named_in(m, names, around, 0, len(around.text))
        if told is not None:
            return Piece(told.text, (*told.support, *support))
    for s in m.reading.sentences:
        if s.role != "methods":
            continue
        for at in told_with_the_first(m, illness, s.text):
            told = None if _ONLY_THEN.search(at[0]) else _named_in(m, names, s, *at.span())
            if told is not None:
                return told
    return None


def uncounted_after(m: Material, illness: str) -> bool:
    """Whether people whom nobody counts were taken in for an earlier illness, and no more."""
    p = m.reading.participants
    counted = (p.total, p.enrolled, p.patients, p.with_illness, p.controls)
    if m.brief.kind not in ("cohort", "survey") or any(n is not None for n in counted):
        return False
    return taken_in_for(m, illness, ()) is not None


def _named_in(
    m: Material, names: re.Pattern[str], s: Sentence, start: int, end: int
) -> Piece | None:
    """The earlier illness as it stands between two places, where it is named for itself alone."""
    if _LASTING.search(s.text):
        return None
    for at in names.finditer(s.text, start, min(len(s.text), end + _WHOLE)):
        before, after = s.text[: at.start()], s.text[at.end() :]
        if not (_LONG.search(before) or _NOT_ALONE.match(after) or _GOES_ON.search(at[0])):
            where = quote(texts(m.record), "abstract", s.start + at.start(), s.start + at.end())
            return Piece(at[0], (quoted(where),))
    return None


def _had_it(m: Material, first: str, text: str, count: QuoteSupport) -> bool:
    """Whether the words of the count say that they had it: "60 adults who tested positive for"."""
    found = _POSITIVE.search(text, max(0, text.find(count.text)))
    named = found is not None and bool(m.condition.illnesses_in(found["what"]))
    return named or counted_with(m, first, (count,))

"""What was measured, told with all that stands in one list with it: "fatigue, pain and sleep".

A name torn from its list tells one thing of several, and often not the first. The list is taken
as it stands, from the word that opens it to the word behind its last item; where its bounds are
not sure, none of it is told.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from ..material import Material, Piece
from ..tables import table
from ..words.short_forms import SHORT_FORM
from ..words.spelled_out import spelled_out
from .measured_names import ADJECTIVE as LONE_ADJECTIVE
from .measured_names import NO_NAME, in_small
from .nameable import nameable
from .titled_illness import as_written

_TABLE = table("subject/whole_lists.toml")
_OF_WITHIN = re.compile(_TABLE["of_within"], re.IGNORECASE)
_BEGINS = re.compile(_TABLE["begins"], re.IGNORECASE)
_ENDS = re.compile(_TABLE["ends"], re.IGNORECASE)
_SEPARATORS = re.compile(_TABLE["separators"], re.IGNORECASE)
_NO_ITEM = re.compile(_TABLE["no_item"], re.IGNORECASE)
_HAD_BY_PEOPLE = re.compile(_TABLE["had_by_people"], re.IGNORECASE)
_NOT_AIMED_AT = re.compile(_TABLE["not_aimed_at"], re.IGNORECASE)
_MAIN = re.compile(_TABLE["main"], re.IGNORECASE)
_ONLY_DONE = re.compile(_TABLE["only_done"], re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s\([^()]{1,40}\)")
_CUT_OFF = re.compile(_TABLE["cut_off"], re.IGNORECASE)
_BARE = re.compile(_TABLE["bare"], re.IGNORECASE)
_ONLY_SHORT = re.compile(r"[A-Z][A-Z0-9/-]{1,9}s?(?: \d\w?)?\Z")
"""A short form alone, which tells a reader nothing."""
_MOST_ITEMS, _MOST_WORDS = 8, 7


def no_outcome(m: Material, at: QuoteSupport) -> bool:
    """Whether what stands before a name says that people had it, or that it is only a reason."""
    before = texts(m.record)[at.field][max(0, at.start - 90) : at.start]
    if _HAD_BY_PEOPLE.search(before):
        return True
    around = m.reading.sentence_at(at.start, at.field)
    return around is not None and around.role == "aim" and bool(_NOT_AIMED_AT.search(before))


def only_secondary(m: Material, told: list[Piece]) -> bool:
    """Whether all that is told stands in sentences on the outcomes that were not the main ones."""
    places = [s for p in told for s in p.support if isinstance(s, QuoteSupport)]
    around = [m.reading.sentence_at(q.start, q.field) for q in places if q.field != "title"]
    return len(around) == len(places) and all(
        s is not None and _SECONDARY.search(s.text) and not _FIRST.search(s.text) for s in around
    )


_SECONDARY = re.compile(r"\b(?:secondary|further|additional|other) (?:[\w-]+ )?outcomes?\b", re.I)
_FIRST = re.compile(r"\b(?:primary|main|principal)\b", re.I)


def with_its_list(m: Material, piece: Piece) -> tuple[Piece, ...]:
    """The same, or all items of the list of which it is one; nothing where they are not sure."""
    at = next((s for s in piece.support if isinstance(s, QuoteSupport)), None)
    if at is None:
        return (piece,)
    held = texts(m.record)[at.field]
    around = m.reading.sentence_at(at.start, at.field) if at.field != "title" else None
    low, high = (around.start, around.end) if around is not None else (0, len(held))
    # Of the same length, so that places stay: brackets and the "of" of a name bound no list.
    plain = _IN_BRACKETS.sub(lambda b: "_" * len(b[0]), held[low:high])
    plain = _OF_WITHIN.sub(lambda f: f[0][:-2] + "__", plain)
    start, end = at.start - low, at.start - low + len(at.text.rstrip())
    begin = max((f.end() for f in _BEGINS.finditer(plain) if f.end() <= start), default=None)
    stop = _ENDS.search(plain, end)
    if begin is None or stop is None:
        return (piece,) if not _SEPARATORS.search(plain) else ()
    words = plain[begin : stop.start()].rstrip(" ,")
    if not _SEPARATORS.search(words):
        return (piece,)
    before = plain[max(0, begin - 90) : begin]
    if _HAD_BY_PEOPLE.search(before) or _NOT_AIMED_AT.search(before):
        return ()
    where = quoted(quote(texts(m.record), at.field, low + begin, low + begin + len(words)))
    spoken = as_written(m, low + begin, low + begin + len(words)).text if (
        at.field == "title"
    ) else where.text  # fmt: skip
    spoken = _OF_WITHIN.sub(lambda f: f[0][:-2] + "__", _IN_BRACKETS.sub("", spoken))
    items = [i.replace("__", "of") for i in _items(" ".join(spoken.split()))]
    if items and _CUT_OFF.match(items[-1]):
        items.pop()
    if any(_ONLY_SHORT.match(i) for i in items) and _is_scale(m, piece.text):
        return (piece,)
    if not _is_a_list(m, items):
        return ()
    return tuple(
        told for i in items
        # The name itself may be a short form that only the atlas's table spells out.
        if (told := piece if i == at.text else _item(m, _plain(m, i), where)) is not None
    )  # fmt: skip


def _items(words: str) -> list[str]:
    """The items of a list; two words before one noun ("physical and mental health") are one."""
    items: list[str] = []
    waiting, last = "", 0
    for between in (*_SEPARATORS.finditer(words), None):
        item = words[last : between.start() if between else len(words)].strip(" ,")
        if (between is not None and LONE_ADJECTIVE.fullmatch(item)) or _BARE.fullmatch(item):
            waiting += item + (between[0] if between else "")
        else:
            items.append(waiting + item)
            waiting = ""
        last = between.end() if between else last
    return [*items, waiting] if waiting else items


def _item(m: Material, text: str, where: QuoteSupport) -> Piece | None:
    """One of a list, its short form spelled out; None where the text does not say what it means."""
    if not SHORT_FORM.search(text):
        return Piece(text, (where,))
    spelled = spelled_out(m.record, text)
    return None if spelled is None else Piece(spelled[0], (where, *spelled[1]))


def _plain(m: Material, item: str) -> str:
    """Without the capital of a sentence's first word."""
    low = item.lower()
    if low != item and any(re.search(rf"\b{re.escape(low)}\b", t) for t in _texts(m)):
        return low
    return in_small(m, item) if item[:1].isupper() else item


def _texts(m: Material) -> tuple[str, ...]:
    return tuple(texts(m.record).values())


def _is_scale(m: Material, name: str) -> bool:
    return any(name == s.name for s in m.condition.scales)


def _is_a_list(m: Material, items: list[str]) -> bool:
    if not 0 < len(items) <= _MOST_ITEMS or re.search(r"[()\[\]]", " ".join(items)):
        return False
    return not any(
        not item
        or len(item.split()) > _MOST_WORDS
        or _NO_ITEM.search(item)
        or not nameable(item)
        or NO_NAME.search(item)
        or (m.condition.illnesses_in(item) and not item.endswith(" symptoms"))
        for item in items
    )


def main_outcome(m: Material) -> Piece | None:
    """What the text calls its main outcome, in its own words; None where it names none."""
    held = texts(m.record)
    text = _IN_BRACKETS.sub(lambda b: "_" * len(b[0]), held.get("abstract", ""))
    for s in m.reading.sentences:
        found = _MAIN.search(text, s.start, s.end)
        if found is None or s.role in ("background", "conclusions"):
            continue
        where = quoted(quote(held, "abstract", *found.span("what")))
        words = re.sub(
            r"\A(?:the|an?) ", "", " ".join(found["what"].replace("_", "").split()).strip(" ,")
        )
        # "The main outcome was examined with a questionnaire" does not say what it was.
        if not _ONLY_DONE.match(words):
            return Piece(words, (where,))
    return None

"""What was measured as a whole noun phrase: "cognitive function", never "cognitive".

The reading finds a measure by a word of its name. Told as printed, that word may lack its noun, be
a short form, or be a participle; then the phrase is carried on to its noun, spelled out, or left.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Sentence, Support, quote, quoted, texts
from evidence_atlas.records.finder import finder

from ..glossary.plain_words import GENERAL
from ..material import Material, Piece
from ..tables import table
from ..words.noun_phrases import short, uncapital
from ..words.short_forms import SHORT_FORM
from ..words.spelled_out import spelled_out
from .how_near import Standing, standing
from .nameable import nameable

_TABLE = table("subject/measured_names.toml")
ADJECTIVE = re.compile(rf"(?:\A|.*\s)(?!{_TABLE['nouns']}\Z){_TABLE['adjective']}\Z", re.IGNORECASE)
_HEAD = re.compile(rf"\s(?P<head>{_TABLE['head']})\b(?!-)", re.IGNORECASE)
NO_NAME = re.compile(_TABLE["no_name"], re.IGNORECASE)
_FOLLOWS = re.compile(_TABLE["follows"], re.IGNORECASE)
_OUTCOMES = re.compile(_TABLE["outcomes"], re.IGNORECASE)
_AGENT = re.compile(_TABLE["agent"], re.IGNORECASE)
_CLAIMED = re.compile(_TABLE["claimed"], re.IGNORECASE)
_INSIDE = re.compile(r"(?<![.:;] )\b[A-Z][\w-]*[A-Za-z][\w-]* \Z|[\w]-\Z")
"""The name began before it: "Post-Illness" of "Post-Illness Functional Status Scale"."""
_MOST_HEADS = 2


def measured_as(m: Material, word: str) -> Piece | None:
    """A measure by the text's own whole phrase; None where no such phrase is to be had."""
    scale = _scale(m, word)
    if scale is not None:
        return scale
    at = _place(m, word)
    if at is None:
        return None
    held = texts(m.record)
    before = held[at.field][: at.start]
    if _INSIDE.search(before) or (at.field == "title" and _AGENT.search(before)):
        return None
    if at.field == "title" and _CLAIMED.search(before) and not _told_by_itself(m, at.text):
        return None
    end = _with_heads(held[at.field], at.start + len(at.text.rstrip()))
    if not _FOLLOWS.match(held[at.field][end : end + 40]):
        return None
    whole = quoted(quote(held, at.field, at.start, end))
    text = " ".join((short(whole.text) or "").split())
    if not text or ADJECTIVE.fullmatch(text) or NO_NAME.search(text) or not nameable(text):
        return None
    if any(text.casefold() in g.casefold() or g.casefold() in text.casefold() for g in _given(m)):
        return None
    support: tuple[Support, ...] = (whole,)
    if SHORT_FORM.search(text) and not _has_gloss(text):
        spelled = spelled_out(m.record, text)
        if spelled is None:
            return None
        text, where = spelled
        support = (whole, *where)
    return Piece(in_small(m, text), support)


def _told_by_itself(m: Material, name: str) -> bool:
    """Whether aim, methods or results speak of it, too."""
    own = (s for s in m.reading.sentences if s.role in ("aim", "methods", "results"))
    return any(name.strip().casefold() in s.text.casefold() for s in own)


def _with_heads(text: str, end: int) -> int:
    """Where a name that ends at `end` ends with the nouns that belong to it."""
    for _ in range(_MOST_HEADS):
        head = _HEAD.match(text, end)
        if head is None:
            break
        end = head.end()
    return end


def _whole_in_title(m: Material, word: str) -> bool:
    """Whether the title names it, and no longer name of which it is a part."""
    at = _place(m, word)
    if at is None or standing(m, "outcomes", word) != Standing.TITLE:
        return False
    title = m.record.title
    said = re.compile(rf"(?<![\w-]){re.escape(at.text.strip())}(?!\w)", re.IGNORECASE)
    return any(_FOLLOWS.match(title[_with_heads(title, f.end()) :]) for f in said.finditer(title))


def _has_gloss(text: str) -> bool:
    """Whether the page explains the whole of it ("EQ-5D (a questionnaire on health)")."""
    return any(re.fullmatch(e.pattern, text, re.IGNORECASE) for e in finder(GENERAL).found(text))


def _scale(m: Material, word: str) -> Piece | None:
    """A questionnaire of the atlas's list by its name there, whatever the text calls it."""
    if not any(word == s.name for s in m.condition.scales):
        return None
    support = m.named(f"outcomes.{word}", word) or m.named(f"measures.{word}", word)
    return Piece(word, support) if support else None


def _place(m: Material, word: str) -> QuoteSupport | None:
    for path in (f"outcomes.{word}", f"measures.{word}"):
        found = m.quotes(path)
        if found:
            return found[0]
    return None


def in_small(m: Material, text: str) -> str:
    """The capitals of a title are no part of a name that the abstract writes without them."""
    low = re.compile(rf"\b{re.escape(text.lower())}\b")
    return text.lower() if low.search(texts(m.record).get("abstract", "")) else uncapital(text)


def surely_measured(m: Material, word: str) -> bool:
    """Whether title, aim or a sentence on the outcomes names it, so that it is no side thing."""
    if any(word.casefold() in g.casefold() for g in _given(m)):
        return False
    if _whole_in_title(m, word) or named_in_outcomes(m, word):
        return True
    # A lone word of the aim that is no known measure may be a word of something else.
    return named_in_aim(m, word) and (" " in word or word in m.reading.measures)


def more_than_a_title_word(m: Material, word: str) -> bool:
    """Whether a name of the title heads it, or the abstract speaks of the same thing."""
    at = _place(m, word)
    if at is None or at.field != "title" or not at.start:
        return True
    own = (w for w in at.text.split() if not _HEAD.fullmatch(f" {w}"))
    return any(_told_by_itself(m, name) for name in own)


def _given(m: Material) -> tuple[str, ...]:
    return (*m.reading.interventions, *m.reading.comparators)


def named_in_outcomes(m: Material, word: str) -> bool:
    """Whether a sentence on the study's outcomes names it."""
    around = _sentence(m, word)
    return around is not None and _OUTCOMES.search(around.text) is not None


def named_in_aim(m: Material, word: str) -> bool:
    """Whether the aim names it."""
    around = _sentence(m, word)
    return around is not None and around.role == "aim"


def _sentence(m: Material, word: str) -> Sentence | None:
    at = _place(m, word)
    return None if at is None else m.reading.sentence_at(at.start, at.field)


def all_distinct(told: list[Piece]) -> list[Piece]:
    """Each thing once: what is a part of another name is left out."""
    out: list[Piece] = []
    for piece in told:
        low = piece.text.casefold().removesuffix("s")
        if any(low in o.text.casefold() for o in told if o is not piece and o.text != piece.text):
            continue
        if all(o.text.casefold() != piece.text.casefold() for o in out):
            out.append(piece)
    return out

"""Whether a study looked at others than the ill: at those who treat or nurse them, at texts.

Found are the words by which the study asked or watched them, or read them. Where the ill took
part as well, or those asked have the illness themselves, nobody else was studied alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..patterns import Illness

_TABLE = tables.load("others_studied")
_WORDS = ("who", "docs", "people", "number")


def _written_out(pattern: str) -> str:
    for name in _WORDS:
        pattern = pattern.replace(f"{{{name}}}", _TABLE[name])
    return pattern


_FRAMES = tuple(cue(_written_out(p)) for p in (*_TABLE["asked"], *_TABLE["read"]))
_NOT_OURS, _KNOWN = cue(_TABLE["not_ours"]), cue(_TABLE["known"])


def find(document: Document) -> Quote | None:
    """The words that tell whom or what the study looked at, where these were not the ill."""
    told = _first(document)
    return None if told is None or _ill_took_part(document) else told


def _first(document: Document) -> Quote | None:
    for offset, text in _told(document):
        for frame in _FRAMES:
            match = frame.search(text)
            if match is not None:
                return document.quote(offset + match.start("who"), offset + match.end("who"))
    return None


def _told(document: Document) -> Iterator[tuple[int, str]]:
    """The sentences that may tell of this study, with their places in the abstract."""
    for _, sentence in document.parts():
        if sentence.role != "conclusions" and not _NOT_OURS.search(sentence.text):
            yield sentence.start, sentence.text


def _ill_took_part(document: Document) -> bool:
    ill, among = _of_the_ill(document.illness)
    texts = (document.title, *(text for _, text in _told(document)))
    return any(
        any(c.search(text) for c in ill) or (among.search(text) and not _KNOWN.search(text))
        for text in texts
    )


@cache
def _by_names(names: str) -> tuple[tuple[Cue, ...], Cue]:
    named = rf"(?:{names})"
    return (
        tuple(cue(_written_out(p).replace("{ill}", named)) for p in _TABLE["ill"]),
        cue(_written_out(_TABLE["among"]).replace("{ill}", named)),
    )


def _of_the_ill(illness: Illness) -> tuple[tuple[Cue, ...], Cue]:
    """The patterns that tell of ill people, with the names of the illnesses in them."""
    return _by_names(illness.any_name.pattern)

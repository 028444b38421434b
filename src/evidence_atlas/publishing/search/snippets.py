"""Our own sentence about a study that holds most of what was asked, the words found marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from .fields import places
from .synonyms import Words
from .understood import Understood

Part = tuple[str, bool]
"""A piece of text, and whether it is one of the words looked for."""
Sentence = tuple[str, str]
"""A sentence and its stems (`fields.joined`)."""
MOST_WORDS = 40


def sought(asked: Understood) -> frozenset[Words]:
    """Every wording to mark."""
    return frozenset(w for g in asked.groups if not g.minus for w in (*g.wordings, *_apart(g)) if w)


def _apart(group: object) -> Iterable[Words]:
    wordings: tuple[Words, ...] = getattr(group, "wordings", ())
    if getattr(group, "loose", False) and wordings:
        return [(word,) for word in wordings[0] if len(word) > 2]
    return ()


def marked(text: str, wordings: frozenset[Words]) -> tuple[Part, ...]:
    """The text in parts, every wording found in it marked; neighbours as one."""
    begins, longest = _begins(wordings)
    words = places(text)
    parts: list[Part] = []
    done = at = 0
    while at < len(words):
        if words[at][0] not in begins:
            at += 1
            continue
        stems = tuple(w for w, _, _ in words[at : at + longest])
        length = next((n for n in range(len(stems), 0, -1) if stems[:n] in wordings), 0)
        if not length:
            at += 1
            continue
        start, end = words[at][1], words[at + length - 1][2]
        if parts and parts[-1][1] and not text[done:start].strip():
            parts[-1] = (parts[-1][0] + text[done:end], True)
        else:
            if start > done:
                parts.append((text[done:start], False))
            parts.append((text[start:end], True))
        done, at = end, at + length
    if done < len(text):
        parts.append((text[done:], False))
    return tuple(parts)


@lru_cache(maxsize=256)
def _begins(wordings: frozenset[Words]) -> tuple[frozenset[str], int]:
    """The first word of every wording, and how many words the longest has."""
    return frozenset(w[0] for w in wordings), max(map(len, wordings), default=0)


def snippet(sentences: Sequence[Sentence], wordings: frozenset[Words]) -> tuple[Part, ...]:
    """The first of the sentences that hold the most of the wordings, these marked, cut to
    `MOST_WORDS` around them; nothing where none holds one."""
    keys = _as_joined(wordings)
    best, most = "", 0
    for text, stems in sentences:
        held = sum([key in stems for key in keys])
        if held > most:
            best, most = text, held
    parts = marked(best, wordings)
    return _cut(parts) if any(found for _, found in parts) else ()


@lru_cache(maxsize=256)
def _as_joined(wordings: frozenset[Words]) -> tuple[str, ...]:
    return tuple(f" {' '.join(words)} " for words in sorted(wordings))


def _cut(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Long text before the first mark and after the last is shortened at a word."""
    total = sum(len(text.split()) for text, _ in parts)
    if total <= MOST_WORDS:
        return parts
    room = MOST_WORDS // 2
    found = list(parts)
    if not found[0][1]:
        words = found[0][0].split(" ")
        if len(words) > room:
            found[0] = ("… " + " ".join(words[-room:]), False)
    if not found[-1][1]:
        words = found[-1][0].split(" ")
        if len(words) > room:
            found[-1] = (" ".join(words[:room]) + " …", False)
    return tuple(found)

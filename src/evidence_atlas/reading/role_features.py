"""What the sentence-role reader looks at: a sentence's words, where it stands, what it repeats.

Aims and conclusions take up the words of the title; a background names things for the first
time; methods are told in the past, conclusions in the present. Training and reading share this
file, so that both see the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

_DIGITS = frozenset("0123456789")
_TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)*|\d+(?:[.,·]\d+)*|[%<=>±:?;(]")
_STEM, _SHORT = 6, 4
_PRESENT = frozenset(
    ("is", "are", "has", "have", "may", "can", "could", "should", "must", "will", "would", "might",
     "remain", "remains", "suggest", "suggests", "need", "needs")
)  # fmt: skip
_PAST = frozenset(("was", "were", "had", "did"))
_EVERYWHERE = frozenset(
    ("with", "from", "that", "this", "were", "have", "been", "their", "between", "among", "after",
     "during", "using", "than", "which", "these", "those", "into", "also", "other", "most", "more",
     "such", "patients", "study", "effect", "effects")
)  # fmt: skip


def of_words(tokens: Sequence[str]) -> list[str]:
    """The words, the pairs of words, and how the sentence begins and ends, each once.

    `0` stands for any number, `^` for the beginning of the sentence, `$` for its end.
    """
    seen = {*tokens, *map(" ".join, pairwise(tokens))}
    if tokens:
        seen |= {f"^ {' '.join(tokens[:n])}" for n in (1, 2, 3)}
        seen.add(f"$ {tokens[-1]}")
    return list(seen)


def of_place(sentence: str, place: int, of: int) -> list[str]:
    """Where the sentence stands among the `of` sentences of its abstract, and how long it is."""
    return [
        f"#from {min(place, 6)}",
        f"#to {min(of - 1 - place, 6)}",
        f"#at {10 * place // of}",
        f"#of {min(of, 24) // 2} {5 * place // of}",
        f"#long {min(len(sentence) // 30, 10)}",
    ]


def of_manner(tokens: Sequence[str]) -> list[str]:
    """The tenses, and how many numbers and brackets."""
    said = set(tokens)
    present, past = not said.isdisjoint(_PRESENT), not said.isdisjoint(_PAST)
    ending = any(t[-2:] == "ed" and len(t) > _SHORT for t in tokens)
    return [
        f"#tense {present:d}{past:d}{ending:d}",
        f"#numbers {min(tokens.count('0'), 6)}",
        f"#brackets {min(tokens.count('('), 4)}",
    ]


def of_sentences(sentences: Sequence[str], title: str = "") -> list[list[str]]:
    """Everything looked at in each sentence of an abstract."""
    tokens = [_tokens(s) for s in sentences]
    matters = [_content(t) for t in tokens]
    titled = _content(_tokens(title))
    before: set[str] = set()
    ends = list(accumulate(len(s) + 1 for s in sentences))
    found = []
    for i, (sentence, said, matter) in enumerate(zip(sentences, tokens, matters, strict=True)):
        seen = of_words(said) + of_place(sentence, i, len(sentences)) + of_manner(said)
        seen.append(f"#through {12 * (ends[i] - len(sentence) // 2) // (ends[-1] + 1)}")
        if titled:
            shared = len(titled & matter)
            seen += [f"#title {min(shared, 6)}", f"#title share {6 * shared // len(titled)}"]
        if i:
            seen.append(f"#shared {min(len(matter & matters[i - 1]), 5)}")
            seen.append(f"#first {min(len(matter & matters[0]), 5)}")
            seen.append(f"#known {6 * len(matter & before) // max(1, len(matter))}")
        before |= matter
        found.append(seen)
    return found


def _tokens(text: str) -> list[str]:
    return ["0" if t[0] in _DIGITS else t for t in _TOKEN.findall(text.lower())]


def _content(tokens: Sequence[str]) -> set[str]:
    """The beginnings of the words that a sentence is about."""
    return {t[:_STEM] for t in tokens if len(t) >= _SHORT and t not in _EVERYWHERE}

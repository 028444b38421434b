"""What the sentence-role reader looks at: a sentence's words, and where it stands.

Training and reading share this file, so that both see the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..names import unheard

_DIGITS = frozenset("0123456789")
_TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)*|\d+(?:[.,·]\d+)*|[%<=>±:?;(]")


def of_words(sentence: str) -> list[str]:
    """The words, the pairs of words, and how the sentence begins and ends, each once.

    `0` stands for any number, `^` for the beginning of the sentence, `$` for its end.
    """
    tokens = ["0" if t[0] in _DIGITS else t for t in _TOKEN.findall(sentence.lower())]
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


def of_sentences(sentences: Sequence[str]) -> list[list[str]]:
    """Everything looked at in each sentence of an abstract.

    A sentence has its part by how it tells, whatever it names: names are not heard.
    """
    told = [unheard(s) for s in sentences]
    return [of_words(s) + of_place(s, i, len(told)) for i, s in enumerate(told)]

"""How many words of a sentence a reader without training does not know.

Of 337 results that strict readers judged, a third was unclear to them where no such word stood,
two thirds with two of them, nine in ten with six or more. A word that the glossary explains in
brackets is not counted, nor is a name of a treatment or a measure: none makes a sentence harder
than another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..tables import table
from .names import unnamed

_PLAIN = frozenset(" ".join(table("plain_vocabulary.toml")["plain"].values()).split())
_QUOTED = re.compile(r"“[^”]*”")
_GLOSSED = re.compile(r"[\w’'-]+ \([^()]*\)")
_BRACKETS = re.compile(r"\([^()]*\)")
_LEAD = re.compile(r"^The authors (?:report|write|conclude|suggest|think|add)(?: that)? ")
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*[^\W_])?")
_ENDINGS = (
    ("’s", ""), ("'s", ""), ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""),
    ("ed", "e"), ("ing", ""), ("ing", "e"), ("ily", "y"), ("ly", ""), ("ier", "y"), ("er", ""),
    ("er", "e"), ("iest", "y"), ("est", ""),
)  # fmt: skip


def hard_words(text: str) -> list[str]:
    """The words of a sentence that few know, each once, in their order."""
    bare = _BRACKETS.sub(" ", _GLOSSED.sub(" ", _QUOTED.sub(" ", _LEAD.sub("", text))))
    return list(dict.fromkeys(w for w in _WORD.findall(bare) if not _known(w)))


def hardness(text: str) -> int:
    """How many words of a sentence few know, names apart."""
    return len(hard_words(unnamed(text)))


def _known(word: str) -> bool:
    small = word.casefold().strip("-’'")
    if any(form in _PLAIN for form in _forms(small)):
        return True
    # "Long-lasting": as plain as its parts.
    parts = [p for p in re.split(r"[-‐‑/]", small) if p and not p.isdigit()]
    return len(parts) > 1 and all(any(f in _PLAIN for f in _forms(p)) for p in parts)


def _forms(word: str) -> Iterator[str]:
    """A word and what it may be without its ending: "worries" and "worry"."""
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)] + instead
            yield stem
            if stem[-2:-1] == stem[-1:]:
                yield stem[:-1]

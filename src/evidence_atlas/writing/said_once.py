"""What is told once on a page: a limit, the aim that Quick opened with, what authors conclude.

Quick tells the weightiest limits, and what they leave unproved stands in a section of its own.
Limitations has its place for what those do not say: more of the same limit, or another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .brief.main_result import stems
from .limits.limit_words import LIMITS, name_of
from .said import DEEP, Said
from .words.edges import without_brackets

_USE = {
    "does_not_prove": "beyond",
    "limitations": "limitation",
    "remaining_questions": "question",
}
"""The form of a limit (limits/limits.toml) that each section tells."""


def without_repeats(section: str, sentences: list[Said], before: set[str]) -> list[Said]:
    """The sentences of a section without limits that one of the sections `before` has told."""
    use = _USE.get(section)
    return [
        s for s in sentences
        if not (use and (name := limit_of(s)) in before and use in LIMITS[name].get("repeats", ()))
    ]  # fmt: skip


def limit_of(sentence: Said) -> str:
    """The limit that a sentence tells; empty where it tells none."""
    return next((name for path in sentence.about if (name := name_of(path))), "")


_AGAIN = 0.75
"""An aim with this share of its longer words in Quick's opening asks nothing else."""


def aim_for_deep(sentences: list[Said], quick: Sequence[Said]) -> list[Said]:
    """The one sentence on the aim kept for Deep, in full, where Quick opened with the same."""
    if len(sentences) != 1 or sentences[0].about != ("aim",) or not quick:
        return sentences
    asked = stems([without_brackets(sentences[0].text)]) - stems([_LEAD])
    told = stems([without_brackets(quick[0].text)])
    again = len(asked & told) >= _AGAIN * len(asked)
    return [replace(sentences[0], depths=DEEP)] if again else sentences


_LEAD = "The authors set out to investigate, want to, aimed at"


def without_findings(conclusions: list[Said], findings: Sequence[Said]) -> list[Said]:
    """The conclusions without those that only tell a finding above Deep again."""
    found = [_words(s) for s in findings if s.depths != DEEP]
    return [s for s in conclusions if not any(_again(_words(s), f) for f in found)]


def _words(sentence: Said) -> frozenset[str]:
    claim = sentence.text.partition(" that ")[2] or sentence.text
    return stems([without_brackets(claim)])


def _again(own: frozenset[str], told: frozenset[str]) -> bool:
    """Whether one's own words are all but the same as those of what was told."""
    return len(own) >= _FEWEST and len(own & told) >= _SAME * len(own)


_SAME = 0.9
_FEWEST = 3

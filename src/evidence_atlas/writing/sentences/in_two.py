"""A long sentence told as two: what it says first, and what it adds or turns to.

A sentence that is too long to be read, or that may not be cut because its second half qualifies the
first, is told whole in this way: both halves have a subject and a verb of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..tables import table
from ..words.clause import opens_badly
from ..words.verbs import VERB

_PATTERNS: dict[str, str] = table("sentences/in_two.toml")

_MARK = re.compile(_PATTERNS["mark"], re.IGNORECASE)
_CONCEDES = re.compile(_PATTERNS["concedes"], re.IGNORECASE)
_LEANS = re.compile(_PATTERNS["leans"], re.IGNORECASE)
_SETTING = re.compile(_PATTERNS["setting"], re.IGNORECASE)
_TURNS = re.compile(_PATTERNS["turns"], re.IGNORECASE)
_RELATIVE = re.compile(_PATTERNS["relative"], re.IGNORECASE)
_POINTED = re.compile(_PATTERNS["pointed"], re.IGNORECASE)
_STEM = 6
FEWEST_WORDS = 4


def in_two(text: str, has_verb: Callable[[str], bool]) -> tuple[str, str, bool] | None:
    """The two halves of a sentence, and whether the second turns; None where it has not two."""
    if ". " in text or _CONCEDES.match(text) or _SETTING.match(text):
        return None
    whole = []
    for mark in _MARK.finditer(text):
        first, second = text[: mark.start()].rstrip(" ,;"), text[mark.end() :]
        # "Pain, fatigue, and sleep was poor": where a list ends cannot be seen.
        listed = "," in first and mark[0].strip(" ,").casefold().startswith("and")
        heads = [_COMPARED.split(_RELATIVE.split(half)[0])[0] for half in (first, second)]
        if (
            not listed
            and _begins(second)
            and all(len(half.split()) >= FEWEST_WORDS and has_verb(half) for half in heads)
        ):
            turns = _TURNS.match(mark[0]) is not None
            whole.append((first, _named(first, second), turns))
    return whole[0] if len(whole) == 1 else None


def _named(first: str, second: str) -> str:
    """The second half with "this link" as "the link", where the first half tells of one."""

    def the(found: re.Match[str]) -> str:
        told = found["what"][:_STEM].casefold() in first.casefold()
        return f"the {found['what']}" if told else found[0]

    return _POINTED.sub(the, second)


# "429 in the one group compared to the other": no verb stands in front.
_COMPARED = re.compile(r"\scompared (?:to|with)\s")
# "It recognises A, and differentiates A from B": a verb of the first half's subject.
_VERB_FIRST = re.compile(r"\w{3,}(?:ates|[iy][sz]es|ifies)\b")


def _begins(half: str) -> bool:
    return not any(
        (opens_badly(half), _LEANS.match(half), VERB.match(half), _VERB_FIRST.match(half))
    )

"""A long sentence told as two: what it says first, and what it adds or turns to.

A sentence that is too long to be read, or that may not be cut because its second half qualifies the
first, is told whole in this way: both halves have a subject and a verb of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..words.clause import opens_badly
from ..words.verbs import VERB

_MARK = re.compile(
    r";\s(?:(?:and|but|however|moreover|in addition|additionally|furthermore),?\s)?"
    r"|,\s(?:but|although|though|while|whereas|and)\s(?:also\s)?",
    re.IGNORECASE,
)
_CONCEDES = re.compile(
    r"\W*(?:although|though|even though|while|whereas|despite|because|if|when|since)\b", re.I
)
# A half that leans on the other one, or is a further item of its list.
_LEANS = re.compile(
    r"(?:that|which|who|not|no longer|only|both|these|this|those|it|they|others?|none|neither|"
    r"the (?:latter|former|same|other|others|opposite|reverse|difference)|such|respectively|for|"
    r"in|with|to|of|by|at|on|[\d.,]+ ?%? (?:had|were|was|reported|of)|after|before|during|when|"
    r"if|until|unless|so|then|thus|therefore|hence|later)\b",
    re.IGNORECASE,
)
# Of whom or when the first half tells, the second may tell, too.
_SETTING = re.compile(
    r"\W*(?:in|for|among|within|after|at|during|of|following|on|with|by|using)\b", re.IGNORECASE
)
_TURNS = re.compile(r"\W*(?:but|although|though|however)\b", re.IGNORECASE)
# What a "which" says is none of the half's own verb.
_RELATIVE = re.compile(r",? (?:which|who|whose|that)\b", re.IGNORECASE)
_POINTED = re.compile(r"\b(?:this|these|such) (?P<what>[a-z]{5,})", re.IGNORECASE)
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
        heads = [_RELATIVE.split(half)[0] for half in (first, second)]
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


# "It recognises A, and differentiates A from B": a verb of the first half's subject.
_VERB_FIRST = re.compile(r"\w{3,}(?:ates|[iy][sz]es|ifies)\b")


def _begins(half: str) -> bool:
    return not any(
        (opens_badly(half), _LEANS.match(half), VERB.match(half), _VERB_FIRST.match(half))
    )

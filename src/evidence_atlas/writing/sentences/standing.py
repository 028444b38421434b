"""Whether a sentence can be read by itself, away from the text that it was taken from.

A sentence is told alone on a page, so it may lean on none that stands elsewhere: "the signal was
replicated", "similar patterns with both groups", "group A". Words that only tie it to the one
before ("second,", "also") are left out; what leans is not told.

The message of a paper that is no study is held to more (messages.toml): an "also", a "first" or any
"this" in it leans on a sentence of the paper, where a finding may go without the one before it.
"""

from __future__ import annotations

import re

from ..tables import table
from .empty_results import only_announced

_TABLE = table("sentences/standing.toml")
_NUMBERED = tuple(re.compile(p, re.IGNORECASE) for p in _TABLE["numbered"]["patterns"])
_LEANS = (
    *(re.compile(p, re.IGNORECASE) for p in _TABLE["leans"]["patterns"]), *_NUMBERED,
)  # fmt: skip
_POINTS = tuple(re.compile(p, re.IGNORECASE) for p in _TABLE["points"]["patterns"])
_NAMED_BEFORE = re.compile(_TABLE["named_before"]["pattern"], re.IGNORECASE)
_ILLNESSES = re.compile(_TABLE["named_before"]["illnesses"], re.IGNORECASE)
_TWO_OF_THEM = re.compile(_TABLE["named_before"]["two_of_them"], re.IGNORECASE)
_BEGINS = re.compile(_TABLE["begins"]["pattern"], re.IGNORECASE)
_THEY = re.compile(_TABLE["begins"]["they"], re.IGNORECASE)
_OF_THE_STUDY = re.compile(_TABLE["of_the_study"]["pattern"], re.IGNORECASE)
_AIM_POINTS = re.compile(_TABLE["aim_points"]["pattern"], re.IGNORECASE)
_AIM_THIS = re.compile(_TABLE["aim_points"]["this"], re.IGNORECASE)
_OF_A_KIND = re.compile(_TABLE["aim_points"]["of_a_kind"], re.IGNORECASE)
_STEM = 5
_UNNAMED = tuple(re.compile(p, re.IGNORECASE) for p in _TABLE["unnamed"]["patterns"])
_LISTED = re.compile(_TABLE["unnamed"]["listed"], re.IGNORECASE)
_WRITTEN = re.compile(r"^The authors write: “|”\W*$")
_NO_CONCLUSION = tuple(re.compile(p, re.IGNORECASE) for p in _TABLE["no_conclusion"]["patterns"])
_NO_AIM = re.compile(_TABLE["no_aim"]["pattern"], re.IGNORECASE)
_NO_VERB = re.compile(_TABLE["no_aim"]["no_verb"], re.IGNORECASE)


def numbers_a_group(text: str) -> bool:
    """Whether a group goes by its number or letter alone: "cluster 3 was the worst off"."""
    return any(pattern.search(text) for pattern in _NUMBERED)


def names_nothing(text: str) -> bool:
    """Whether it tells of things that an earlier sentence has named: "all three symptoms".

    Not where a list stands before them in the same sentence.
    """
    return any(
        (found := pattern.search(text)) is not None and not _LISTED.search(text[: found.start()])
        for pattern in _UNNAMED
    )


def leans(text: str) -> bool:
    """Whether a finding points at something that does not stand in it, or is cut within."""
    text = _WRITTEN.sub("", text.strip())
    if any(pattern.search(text) for pattern in (*_LEANS, *_POINTS)):
        return True
    return _points_out(text)


def _points_out(text: str, named: re.Pattern[str] = _NAMED_BEFORE) -> bool:
    """ "These symptoms", where no symptoms stand before it in the same words."""
    return any(
        all(
            word[:_STEM] not in text[: found.start()].casefold()
            for word in found["what"].casefold().split()
        )
        and not (_ILLNESSES.match(found[0]) and _TWO_OF_THEM.search(text[: found.start()]))
        for found in named.finditer(text)
    )


def no_conclusion(claim: str) -> bool:
    """Whether what the authors conclude leans on another sentence, or is nothing of the study's.

    Praise of the paper, a wish for more of them, a notice, and what others have said are none.
    """
    claim = claim.strip()
    if _BEGINS.match(claim) is not None or _THEY.match(claim) is not None:
        return True
    if _points_out(_OF_THE_STUDY.sub(" ", claim)) or only_announced(claim):
        return True
    return any(pattern.search(claim) for pattern in (*_LEANS, *_NO_CONCLUSION))


def no_aim(text: str) -> bool:
    """Whether an aim is that of other work, or points at a thing of another sentence."""
    if any(p.search(text) for p in (_NO_AIM, _NO_VERB, _AIM_POINTS)):
        return True
    return _points_out(_OF_A_KIND.sub(" ", text)) or _points_out(text, _AIM_THIS)

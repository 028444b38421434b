"""Who left early or was still there at the end, where a text tells it as a share of the people.

Trials tell a large loss in this form alone ("a 51% dropout"): no number of people is printed, and a
page that waits for one would tell of everybody who began.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_atlas.records import Reading, Sentence

from ..tables import table
from .stayed import finished, lost

_WORDS: dict[str, str] = table("brief/share_lost.toml")
_LEFT = re.compile(_WORDS["left"], re.IGNORECASE)
_STAYED = re.compile(_WORDS["stayed"], re.IGNORECASE)
_NAME_THEN_SHARE = re.compile(_WORDS["name_then_share"], re.IGNORECASE)
_SHARE_THEN_NAME = re.compile(_WORDS["share_then_name"], re.IGNORECASE)
_GOES_ON = re.compile(_WORDS["goes_on"], re.IGNORECASE)
_ONE_GROUP = re.compile(_WORDS["one_group"], re.IGNORECASE)
_OTHER_THINGS = re.compile(_WORDS["other_things"], re.IGNORECASE)
_ALL_STAYED = re.compile(_WORDS["all_stayed"], re.IGNORECASE)
_NOBODY = re.compile(r"\b100 ?%")
_SHARE = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d+)? ?%")
_NEAR = 60
_MANY = 20
"""From here on so many left, in per cent, that what was found may be of the others only."""


@dataclass(frozen=True)
class ShareLost:
    """The largest share that left, or the smallest that stayed, and where the text has it.

    `name` is what the text calls it: "dropout", "completion rate".
    """

    share: str
    name: str
    left: bool
    one_group: bool
    several: bool
    sentence: Sentence

    @property
    def many(self) -> bool:
        """Whether a fifth or more left."""
        number = float(self.share.rstrip("% "))
        return number >= _MANY if self.left else number <= 100 - _MANY


def many_lost(reading: Reading) -> bool:
    """Whether a fifth or more of those who started, or of one group, are told to have left."""
    found = share_lost(reading)
    return found is not None and found.many


def share_lost(reading: Reading) -> ShareLost | None:
    """The first such share among the results; None where people are counted, which tells more.

    Nor where all are told to have gone through with it, and a share left the measuring alone.
    """
    if finished(reading) is not None or lost(reading) is not None:
        return None
    results = [s for s in reading.sentences if s.role == "results"]
    if any(_ALL_STAYED.search(s.text) for s in results):
        return None
    for sentence in results:
        for pattern, left in ((_LEFT, True), (_STAYED, False)):
            for name in pattern.finditer(sentence.text):
                shares = _shares_of(sentence.text, name)
                near = sentence.text[max(0, name.start() - _NEAR) : name.end() + _NEAR]
                if shares and not (_OTHER_THINGS.search(near) or _NOBODY.search(near)):
                    return _worst(shares, name.group(), left, sentence)
    return None


def _worst(shares: list[str], name: str, left: bool, sentence: Sentence) -> ShareLost:
    found = (max if left else min)(shares, key=lambda s: float(s.rstrip("% ")))
    of_one = _ONE_GROUP.search(sentence.text) is not None
    return ShareLost(found, name, left, of_one, len(shares) > 1, sentence)


def _shares_of(text: str, name: re.Match[str]) -> list[str]:
    """The shares that stand directly beside the name, and those told together with them."""
    shares = list(_SHARE.finditer(text))
    behind = [s for s in shares if s.start() >= name.end()]
    if behind and _NAME_THEN_SHARE.match(text[name.end() : behind[0].start()]):
        return _together(text, behind)
    before = [s for s in shares if s.end() <= name.start()]
    if before and _SHARE_THEN_NAME.match(text[before[-1].end() : name.start()]):
        return _together(text, before[::-1])
    return []


def _together(text: str, shares: list[re.Match[str]]) -> list[str]:
    told = [shares[0]]
    for share in shares[1:]:
        first, last = sorted((told[-1], share), key=lambda s: s.start())
        if not _GOES_ON.match(text[first.end() : last.start()]):
            break
        told.append(share)
    return [s.group() for s in told]

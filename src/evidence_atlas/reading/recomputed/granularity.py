"""Means of whole numbers against the number of people (GRIM: Brown & Heathers 2017).

Only for scales that the illness's table calls whole, and only in so few people that the test
can tell anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.arithmetic.granularity import is_mean, tells
from evidence_atlas.arithmetic.printed import printed
from evidence_atlas.records import NumberCheck
from evidence_atlas.records.cues import cue

from ..document import Document
from .figures import FIT, OPEN, UNFIT, VALUE, WORDS, check, clean

_MEAN = cue(
    rf"(?P<mean>{VALUE})\s?(?:±|\+/[-−]|[(\[](?:SD|sd)\s?=?)\s?{VALUE}\s?[)\]]?[\s,;(]{{0,3}}"
    r"(?:(?:vs\.?|versus|and)\s)?(?:[(\[]?\s?[nN]\s?=\s?(?P<n>\d{1,3}))\b",
    0,
)
_MAY_HOLD = re.compile(r"\.\d\d(?!\d).{0,20}\b[nN]\s?=")
_MISSING = 0.2
"""Up to so many people may not have answered."""


def read(document: Document) -> Iterator[NumberCheck]:
    """One check for each mean of a whole scale that stands with its number of people."""
    for _, sentence in document.parts("methods", "results"):
        if not _MAY_HOLD.search(sentence.text):
            continue
        for match in _MEAN.finditer(sentence.text):
            if WORDS["no_t_test"].search(sentence.text):
                continue
            named = _whole_scale(document, sentence.text[: match.start()])
            mean, n = printed(clean(match["mean"])), int(match["n"])
            if named is None or not tells(mean, n):
                continue
            quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
            claim = f"the mean {named} of {n} people is {mean.text}"
            if is_mean(mean, n):
                step = f"{n} whole scores can have that mean."
                yield check("whole numbers", FIT, claim, (step,), quote)
                continue
            fewer = [k for k in range(n - 1, int(n * (1 - _MISSING)) - 1, -1) if k > 0]
            fits = next((k for k in fewer if not tells(mean, k) or is_mean(mean, k)), None)
            step = f"No sum of {n} whole scores gives that mean."
            more = (f"It could be the mean of {fits} people.",) if fits else ()
            yield check(
                "whole numbers", OPEN if fits else UNFIT, claim, (step, *more), quote,
                ("everybody answered", "up to a fifth did not"),
            )  # fmt: skip


def _whole_scale(document: Document, before: str) -> str | None:
    """The scale named last before the mean, if it is a sum of whole numbers."""
    whole = {scale.name for scale in document.condition.scales if scale.whole}
    last, named = -1, None
    for pattern, name in document.illness.scales.standing(document.whole):
        at = max((m.start() for m in pattern.finditer(before)), default=-1)
        if at > last:
            last, named = at, name if name in whole else None
    return named

"""What goes with more of a thing and what goes with less of it: told both, or neither.

Two neighbouring sentences share out the factors. Who reads only those that protect, or only those
that harm, takes them for all that was found.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..material import Material
from ..said import Keep, Said
from ..sentences.sentence_of import sentence_of
from ..tables import table
from .authors_report import reported

_CUES = {
    name: re.compile(cue, re.IGNORECASE) for name, cue in table("authors/both_signs.toml").items()
}
MOST_WORDS = 54


def with_both_signs(m: Material, told: list[Said]) -> list[Said]:
    """The findings, each beside its neighbour of the other sign, or not where that is untold."""
    places = {sentence_of(m, s) for s in told}
    done = list[Said]()
    for sentence in told:
        other = _of_other_sign(m, sentence_of(m, sentence))
        if other is None or other in places:
            done.append(sentence)
            continue
        theirs = next(reported(m, other, coded=True, most=MOST_WORDS, whole_only=True), None)
        if theirs is not None:
            places.add(other)
            done += [sentence, replace(theirs, lay=False, keep=Keep.NOT_IN_QUICK)]
    return done


def only_one_sign(m: Material, at: int | None, told: frozenset[int]) -> bool:
    """Whether a sentence tells one sign of factors, and none that is `told` tells the other."""
    other = _of_other_sign(m, at)
    return other is not None and other not in told


def _of_other_sign(m: Material, at: int | None) -> int | None:
    """The neighbour of a sentence that tells the other sign."""
    sentences = m.reading.sentences
    own = None if at is None else _sign(sentences[at].text)
    if at is None or own is None:
        return None
    near = [i for i in (at - 1, at + 1) if 0 <= i < len(sentences)]
    return next(
        (i for i in near if sentences[i].role == sentences[at].role
         and _sign(sentences[i].text) not in (None, own)),
        None,
    )  # fmt: skip


def _sign(text: str) -> str | None:
    """Which sign a sentence tells; None where it tells none, or both."""
    found = [name for name, cue in _CUES.items() if cue.search(text)]
    return found[0] if len(found) == 1 else None

"""Two sentences that turn from each other, in their order: what was seen without, and what with.

"Strength fell. In contrast, it rose after the drug": told alone or first, either half is told of
other circumstances than its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import conclusions_in, results_in
from evidence_atlas.records.readability import grade

from ..authors.authors_report import BUT_ADDS, reported
from ..authors.message_told import told_as_theirs
from ..authors.one_sided import CONTRASTS
from ..material import Material, Piece
from ..said import Keep, Said, said
from ..sentences.sentence_of import sentence_of
from ..tables import table
from ..words.clause import says_null
from ..words.names import length
from ..words.noun_phrases import uncapital
from .size import QUICK_GRADE_OF_A_TURN
from .told_beside import MOST_TOLD

_TABLE = table("wording.toml")["in_turn"]
_HOWEVER = re.compile(_TABLE["however"], re.IGNORECASE)
_BOTH = re.compile(_TABLE["both"], re.IGNORECASE)
_HELPS, _HINDERS = (re.compile(_TABLE[name], re.IGNORECASE) for name in ("helps", "hinders"))
_TELLERS = frozenset({"The authors write", "The authors conclude", "The authors report"})
MOST_WORDS_TOGETHER = 44


def in_turn(m: Material, found: list[Said]) -> list[Said]:
    """What was found, with what turns from another behind it, and a null before its "however"."""
    return _with_its_turn(m, _after_its_null(m, _contrasted(m, found)))


def _contrasted(m: Material, found: list[Said]) -> list[Said]:
    """Two findings of which the one is set against the other, as one and in their order."""
    places = [sentence_of(m, s) for s in found]
    for i, at in enumerate(places):
        if at is None or at + 1 not in places:
            continue
        if not CONTRASTS.match(m.reading.sentences[at + 1].text):
            continue
        j = places.index(at + 1)
        one, two = found[i], found[j]
        if _a_null(m, two):
            continue  # "but not in the muscles": what was not found has its own ways to be told
        if "“" in one.text + two.text or one.voice != two.voice or one.voice != "atlas":
            continue
        if length(one.text) + length(two.text) > MOST_WORDS_TOGETHER:
            continue
        told = f"{one.text.rstrip('.')}. By contrast, {_small(m, two.text)}"
        both = said(
            Piece(told, one.support), *two.support, about=(*one.about, *two.about), lay=True,
            keep=max(one.keep, two.keep),
        )  # fmt: skip
        rest = [s for k, s in enumerate(found) if k not in (i, j)]
        first = min(i, j)
        return [*rest[:first], replace(both, plainer=(two,)), *rest[first:]]
    return found


def _small(m: Material, text: str) -> str:
    head = text.split(" ", 1)[0]
    within = re.search(rf"[a-z,] {re.escape(head)}\b", m.record.title)
    return text if within else uncapital(text)


def _after_its_null(m: Material, found: list[Said]) -> list[Said]:
    """The null that the authors conclude, before the "However" with which they go on.

    The turn alone would read as the answer of a study whose answer was no.
    """
    places = [sentence_of(m, s) for s in found]
    for i, told in enumerate(found):
        at = places[i]
        if told.voice != "authors" or not at:
            continue
        before, own = m.reading.sentences[at - 1], m.reading.sentences[at]
        if own.role != "conclusions" or before.role != own.role or says_null(own.text):
            continue
        if not (_HOWEVER.match(own.text) and says_null(before.text)):
            continue
        here = places.index(at - 1) if at - 1 in places else None
        null = next(reported(m, at - 1), None) if here is None else found[here]
        if null is None or (here is not None and here < i):
            continue
        # A null of something else would read as a repetition.
        rest = [s for k, s in enumerate(found) if k not in (i, here) and not _a_null(m, s)]
        turned = replace(told, keep=Keep.SECOND)
        return [replace(null, keep=Keep.MAIN, plainer=(told,)), turned, *rest][:MOST_TOLD]
    return found


def _with_its_turn(m: Material, found: list[Said]) -> list[Said]:
    """What was found first, with the sentence that turns from it: "However, …", "In contrast, …".

    A null goes before such a turn only where it is what the authors conclude and told alone: what
    a trial found beside its null takes no part of its answer back.
    """
    at = sentence_of(m, found[0]) if found else None
    if at is None or not _turns(m, at) or any(_BOTH.search(s.text) for s in found[1:]):
        return found
    if any(sentence_of(m, replace(found[0], support=(s,))) == at + 1 for s in found[0].support):
        return found  # told with it in one
    turn = next((s for s in found[1:] if sentence_of(m, s) == at + 1), None)
    if turn is None:
        if _null_that_stays(m, found[0], alone=len(found) == 1):
            return found
        told = next(reported(m, at + 1), None)
        if told is None or grade(told.text) > QUICK_GRADE_OF_A_TURN:
            return found
        turn = replace(told, keep=Keep.SECOND)
    return [found[0], turn, *(s for s in found[1:] if s is not turn)][:MOST_TOLD]


def _null_that_stays(m: Material, told: Said, *, alone: bool) -> bool:
    concluded = told.voice == "authors" and alone and bool(conclusions_in(told.about[:1]))
    return (says_null(told.text) or _a_null(m, told)) and not concluded


def _turns(m: Material, at: int) -> bool:
    """Whether the sentence behind turns from this one, both of what was found or concluded.

    So does what stands in the way of a thing from what speaks for it: "Concerns included …".
    """
    if at + 1 >= len(m.reading.sentences):
        return False
    own, behind = m.reading.sentences[at : at + 2]
    if not {own.role, behind.role} <= {"results", "conclusions"}:
        return False
    if _HELPS.search(own.text) and _HINDERS.match(behind.text):
        return not _HINDERS.match(own.text)
    return any(p.match(behind.text) for p in (_HOWEVER, CONTRASTS))


def message_with_its_turn(m: Material, theirs: Said) -> list[Said]:
    """A message and what its authors set against it in the next sentence; only it without that."""
    at = sentence_of(m, theirs)
    if at is None or not _turns(m, at):
        return [theirs]
    turn = next(iter(told_as_theirs(m, at + 1, turned=True)), None)
    if turn is None or grade(turn.text) > QUICK_GRADE_OF_A_TURN:
        return [theirs]
    claim = turn.text.partition(" that ")
    if claim[0] in _TELLERS:
        turn = replace(turn, text=f"{BUT_ADDS}{claim[2]}")
    return [theirs, replace(turn, keep=Keep.WEIGHTY_CAUTION)]


def _a_null(m: Material, told: Said) -> bool:
    return any(m.reading.results[i].is_null for i in results_in(told.about[:1]))

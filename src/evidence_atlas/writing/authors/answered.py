"""A sentence that is set against the one before it is told behind that one.

"Grip fell. In contrast, it rose after the drug": told first or alone, the second is read as all
that there was. "In controls, however, nothing was linked" is no finding without what was linked in
the others. What is set against what plays no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Sentence, quote, quoted, texts

from ..brief.alike_at_start import alike_at_start
from ..frames import frame_rule
from ..material import Material, Piece
from ..results.full_results import full_result
from ..said import Said, said
from ..sentences.empty_results import only_announced
from ..sentences.goes_on import points_back
from ..sentences.in_full import unexplained
from ..sentences.indirect import place_of
from ..sentences.sentence_of import sentence_of
from ..sentences.standing import leans
from ..slots import Slots
from ..tables import table
from ..words.clause import restate, says_null, tells_the_making
from .foremost import tells_who_took_part
from .halves import half_told, with_and_without_its_meaning
from .opposed import theirs

_TABLE = table("authors/answered.toml")
_AT_HEAD, _WITHIN, _OPPOSITE, _OF_OTHERS = (
    re.compile(_TABLE[name], re.IGNORECASE)
    for name in ("at_head", "within", "opposite", "of_others")
)
MOST_WORDS, MOST_FORMS = 40, 2


def with_what_they_answer(m: Material, slots: Slots, told: list[Said]) -> list[Said]:
    """The findings, each that is set against the sentence before it behind that sentence."""
    done = list(told)
    for at in sorted({p for s in told if (p := sentence_of(m, s)) is not None and _answers(m, p)}):
        here = [s for s in done if sentence_of(m, s) == at]
        before = [s for s in done if sentence_of(m, s) == at - 1]
        added: list[Said] = []
        if not before:
            added = [b for b in (next(_first(m, slots, at - 1, here), None),) if b is not None]
        if not (before or added) and _is_no_finding_alone(m, at):
            done = [s for s in done if s not in here]
        elif added:
            first = done.index(here[0])
            done[first:first] = added
        elif before and done.index(here[0]) < done.index(before[-1]):
            rest = [s for s in done if s not in here]
            behind = rest.index(before[-1]) + 1
            done = [*rest[:behind], *here, *rest[behind:]]
    return done


def _answers(m: Material, at: int) -> bool:
    """Whether the sentence is set against the one before it, and both are of what was found."""
    if at < 1:
        return False
    own = m.reading.sentences[at]
    if not (_AT_HEAD.match(own.text) or _WITHIN.match(own.text)):
        return False
    before = m.reading.sentences[at - 1]
    return before.role == own.role and _finds(before)


def _finds(sentence: Sentence) -> bool:
    """Not who took part, or how it was made."""
    text = sentence.text
    if alike_at_start(text):
        return False
    return says_null(text) or not (tells_who_took_part(text) or tells_the_making(text))


def _is_no_finding_alone(m: Material, at: int) -> bool:
    """Whether the sentence is empty without the one before: "in controls, however, it was less".

    So is a null of some of them that is the opposite of what was found in the others.
    """
    text = m.reading.sentences[at].text
    if _WITHIN.match(text):
        return True
    if not (says_null(text) and _OPPOSITE.match(text)):
        return False
    of_some = any(r.scope != "all" for r in m.reading.results if r.sentence == at)
    return of_some or _OF_OTHERS.search(text) is not None


def _first(m: Material, slots: Slots, at: int, answers: list[Said]) -> Iterator[Said]:
    """The sentence that is answered: whole and close to its words, by a result of it, as theirs."""
    sentence = m.reading.sentences[at]
    own = quoted(quote(texts(m.record), "abstract", sentence.start, sentence.end))
    by_chance = m.reading.design.randomised is True
    known = frozenset[str]().union(*(unexplained(m, s.text) for s in answers))
    ways = []
    for whole in with_and_without_its_meaning(sentence.text):
        plain = restate(whole, randomised_result=by_chance, most=MOST_WORDS)
        if plain is not None and not (points_back(plain) or tells_the_making(plain)):
            about = (place_of(m, at),)
            ways.append(said(Piece(plain, (own,)), frame_rule("result_clause"), about=about))
    here = (i for i in m.brief.results if m.reading.results[i].sentence == at)
    ways += [s for i in here if (s := full_result(m, slots, i)) is not None]
    if (as_theirs := theirs(m, at)) is not None:
        ways.append(as_theirs)
    for way in ways:
        if "“" in way.text or leans(way.text) or points_back(way.text):
            continue
        if only_announced(way.text) or half_told(m, way, [way]):
            continue
        if len(unexplained(m, way.text) - known) <= MOST_FORMS:
            yield way

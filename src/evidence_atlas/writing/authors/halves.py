"""Contrasts told whole: where one half of a sentence is told, the other stands on the page too.

"A fell, whereas B rose" is no sentence of A alone, and what a sentence says that begins with
"However" belongs to the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import QuoteSupport, Sentence, of_result, quote, quoted, texts

from ..frames import frame_rule
from ..material import Material, Piece
from ..said import Keep, Said, said
from ..sentences.counted_ways import FEWEST_WAYS, counted_ways, leaves_out_a_way
from ..sentences.goes_on import points_back
from ..sentences.in_full import unexplained
from ..sentences.indirect import place_of
from ..sentences.set_against import only_set_against
from ..sentences.standing import leans
from ..tables import table
from ..words.clause import restate, tells_the_making
from ..words.edges import IN_BRACKETS
from ..words.hidden_way import links_both_ways
from ..words.names import length
from ..words.verbs import finite
from .authors_report import reported

_TABLE = table("authors/halves.toml")["halves"]
_MARK = re.compile(_TABLE["mark"], re.IGNORECASE)
_FIRST = re.compile(_TABLE["first"], re.IGNORECASE)
_GOES_ON = re.compile(_TABLE["goes_on"], re.IGNORECASE)
_REST = re.compile(_TABLE["rest"], re.IGNORECASE)
_TURNS = re.compile(_TABLE["turns"], re.IGNORECASE)
_CONCEDES = re.compile(_TABLE["concedes"], re.IGNORECASE)
_MEANING = re.compile(_TABLE["meaning"], re.IGNORECASE)
MOST_WORDS, MOST_NEW_FORMS = 40, 1
FEWEST_WORDS, FEWEST_WITHOUT_A_VERB = 3, 5
"""Of so many words what stands beside "but" or "while" is a half, and no mere "but not in men".
"""
TOLD = 0.3
"""Of a half that is told so much stands in what is quoted for it."""


def with_other_halves(m: Material, told: list[Said]) -> list[Said]:
    """The findings, each half of a contrast with its other half, or not at all."""
    done: list[Said] = []
    for sentence in told:
        if any(sentence.text.rstrip(".") in other.text for other in done):
            continue
        alone = only_set_against(sentence.text)
        if not (alone or half_told(m, sentence, told) or _one_share_told(m, sentence, told)):
            both = _both_ways(m, sentence) or _all_who_fared(m, sentence)
            done = [o for o in done if both is None or o.text.rstrip(".") not in both.text]
            done.append(sentence if both is None else both)
        elif (whole := _whole(m, sentence)) is not None:
            done = [other for other in done if other.text.rstrip(".") not in whole.text]
            done.append(whole)
    return done


def half_told(m: Material, told: Said, others: list[Said]) -> bool:
    """Whether what is told is one side of a contrast of which nothing tells the other side."""
    around, start, end = _place(m, told)
    if around is None or _MARK.search(told.text) or _FIRST.match(told.text):
        return False
    spans = [(start, end), *((a, b) for s in others for _, a, b in [_place(m, s)])]
    sides = _sides(around, start)
    mine = [i for i, side in enumerate(sides) if _share(side, [(start, end)]) >= TOLD]
    # What is conceded first takes nothing from the clause that answers it.
    if len(mine) != 1 or (mine[0] and _CONCEDES.match(around.text)):
        return False
    beside = (i for i in range(len(sides)) if abs(i - mine[0]) == 1)
    return any(
        _share(sides[i], spans) < TOLD and _meets(m, (start, end), sides[mine[0]], i - mine[0])
        for i in beside
    )


def _meets(m: Material, own: tuple[int, int], side: tuple[int, int], way: int) -> bool:
    """Whether what is told touches the contrast: no further clause lies between.

    "18 had it, and nine had both, whereas no control had both": the first is set against nothing.
    """
    between = (own[1], side[1]) if way > 0 else (side[0], own[0])
    text = texts(m.record)["abstract"][slice(*between)]
    return not (finite(text) and len(text.split()) >= FEWEST_WITHOUT_A_VERB)


def _one_share_told(m: Material, told: Said, others: list[Said]) -> bool:
    """Whether of those who got better, stayed the same and got worse not all are told.

    Each is told where its word stands in a finding that rests on the same sentence.
    """
    around, _, _ = _place(m, told)
    if around is None or len(ways := counted_ways(around.text)) < FEWEST_WAYS:
        return False
    here = (s.text for s in [told, *others] if _place(m, s)[0] == around)
    return not ways <= counted_ways(" ".join(here)) and bool(counted_ways(told.text))


def _all_who_fared(m: Material, told: Said) -> Said | None:
    """The sentence whole where one share of those it counts is told, and others elsewhere."""
    around, _, _ = _place(m, told)
    if around is None or not leaves_out_a_way(told.text, around.text):
        return None
    return _whole(m, told)


def _both_ways(m: Material, told: Said) -> Said | None:
    """The sentence whole of which another clause tells the opposite way: "A rose and B fell".

    Of markers that are measured together the one is read beside the other. None where only one
    way is told, or the whole has more short forms than can be read.
    """
    around, _, _ = _place(m, told)
    if around is None or "“" in told.text:
        return None
    at = m.reading.sentences.index(around)
    here = [r for r in m.reading.results if r.sentence == at]
    ways = {way for r in here for way, names in _OPPOSITE.items() if r.direction in names}
    alike = {(r.scope, r.comparison) for r in here}
    if len(ways) < len(_OPPOSITE) or len(alike) > 1 or _about(m, at, ()) == ():
        return None
    compared = all(r.comparison == "between_randomised" for r in here)
    most = max(MOST_NEW_FORMS, len(unexplained(m, told.text)))
    tried = (around.text, _NAMINGS.sub("", around.text))
    found = (restate(t.rstrip(" ."), randomised_result=compared) for t in tried)
    text = next((t for t in found if t is not None and len(unexplained(m, t)) <= most), None)
    if text is None or leans(text) or points_back(text):
        return None
    held = quote(texts(m.record), "abstract", around.start, around.end)
    why = frame_rule("result_clause")
    # Whom it is set against is the same for all of it.
    support = (quoted(held), *(told.support if told.label else ()))
    return said(Piece(text, support), why, label=told.label, about=_about(m, at, told.about))


_NAMINGS = re.compile(
    r",? (?:i\.e\.|namely|viz\.),? (?:(?!,? (?:while|whereas|but)\b)[^;])+", re.IGNORECASE
)
"""Which they were by name, where a sentence has told how many: "three genes, i.e. A, B and C"."""
_OPPOSITE = {"up": ("increase", "higher"), "down": ("decrease", "lower")}
WHOLE = 0.85
"""What the authors report is the whole sentence where so much of its words is told."""


def _place(m: Material, told: Said) -> tuple[Sentence | None, int, int]:
    """The sentence in which what is told stands, and where in the abstract."""
    own = next((s for s in told.support if isinstance(s, QuoteSupport)), None)
    if own is None or own.field != "abstract":
        return None, 0, 0
    around = m.reading.sentence_at(own.start, own.field)
    return around, own.start, own.end


def contrast_told_from(m: Material, told: Said) -> Sentence | None:
    """The sentence whose two halves are set against each other, of which one is told.

    None where a first half is only granted before it ("While data were few, most slept"), or the
    second only says of the rest that it was otherwise.
    """
    around, start, _ = _place(m, told)
    if around is None or _REST.search(around.text):
        return None
    first = _FIRST.match(around.text)
    return None if first and len(_sides(around, start)) > 1 else around


def _sides(around: Sentence, at: int) -> list[tuple[int, int]]:
    """The sides of the contrast that stands at a place, as spans of the abstract.

    One side where nothing is contrasted there. A semicolon ends a contrast, but before "but".
    """
    text = IN_BRACKETS.sub(lambda b: " " * len(b[0]), around.text)
    semicolons = (i for i, c in enumerate(text) if c == ";" and not _GOES_ON.match(text, i))
    ends = [-1, *semicolons, len(text)]
    begin = max(e + 1 for e in ends if e < max(0, at - around.start) + 1 and e < len(text))
    last = min(e for e in ends if e >= begin)
    first = _FIRST.match(text[begin:last])
    opened = begin + (first.end() if first else 0)
    cuts = [mark.span() for mark in _MARK.finditer(text, opened, last)]
    if first and not cuts and (comma := text.find(", ", opened, last)) > 0:
        cuts = [(comma, comma + 2)]
    found = list[tuple[int, int]]()
    for cut, after in [*cuts, (last, last)]:
        side = text[begin:cut]
        words = re.findall(r"[^\W\d_]{2,}", side)
        if len(words) >= (FEWEST_WORDS if finite(side) else FEWEST_WITHOUT_A_VERB):
            found.append((around.start + begin, around.start + cut))
        begin = after
    return found


def _share(side: tuple[int, int], spans: list[tuple[int, int]]) -> float:
    held = sum(max(0, min(side[1], b) - max(side[0], a)) for a, b in set(spans))
    return held / max(1, side[1] - side[0])


def _whole(m: Material, told: Said) -> Said | None:
    """The whole sentence close to its words, else as what the authors report."""
    around, _, _ = _place(m, told)
    if around is None:
        return None
    held = quote(texts(m.record), "abstract", around.start, around.end)
    at = m.reading.sentences.index(around)
    wanted = counted_ways(around.text)
    for whole in with_and_without_its_meaning(around.text):
        text = restate(whole, randomised_result=_by_chance(m), most=MOST_WORDS)
        if text is not None and links_both_ways(text):
            return None
        if text is not None and _both(text, wanted) and not leans(text):
            why = frame_rule("result_clause")
            return said(Piece(text, (quoted(held),)), why, about=_about(m, at, told.about))
    found = reported(m, at, coded=True, most=MOST_WORDS, whole_only=True)
    words = length(IN_BRACKETS.sub("", around.text))
    theirs = next(
        (s for s in found if _both(s.text, wanted) and length(s.text) >= words * WHOLE), None
    )
    return None if theirs is None else replace(theirs, lay=False, keep=Keep.NOT_IN_QUICK)


def with_and_without_its_meaning(text: str) -> list[str]:
    """A sentence, and the same without what the authors take it to mean ("…, suggesting …")."""
    whole = text.rstrip(" .")
    return list(dict.fromkeys((whole, _MEANING.sub("", whole))))


def _about(m: Material, at: int, else_about: tuple[str, ...]) -> tuple[str, ...]:
    """The results of a sentence that is told whole, where all are of everyone; else its place."""
    here = {of_result(i): r for i, r in enumerate(m.reading.results) if r.sentence == at}
    if here and all(r.scope == "all" for r in here.values()):
        return tuple(here)
    return else_about


def _by_chance(m: Material) -> bool:
    return m.reading.design.randomised is True


def _both(text: str, wanted: frozenset[str]) -> bool:
    """Whether a text has both halves, and all of those who got better, stayed and got worse."""
    if len(wanted) >= FEWEST_WAYS:
        return wanted <= counted_ways(text)
    return _MARK.search(text) is not None or _FIRST.match(text.partition(" that ")[2]) is not None


def with_turns(m: Material, told: list[Said]) -> list[Said]:
    """The findings, each with the sentence that turns from it: "However, some got worse"."""
    places = {s.start for s, _, _ in (_place(m, t) for t in told) if s is not None}
    done: list[Said] = []
    for sentence in told:
        done.append(sentence)
        around, _, _ = _place(m, sentence)
        if around is None:
            continue
        at = m.reading.sentences.index(around) + 1
        if at >= len(m.reading.sentences) or m.reading.sentences[at].start in places:
            continue
        forms = unexplained(m, sentence.text)
        turn = next(_turn(m, at, around), None)
        if turn is not None and len(unexplained(m, turn.text) - forms) <= MOST_NEW_FORMS:
            places.add(m.reading.sentences[at].start)
            done.append(turn)
    return done


def _turn(m: Material, at: int, before: Sentence) -> Iterator[Said]:
    sentence = m.reading.sentences[at]
    if sentence.role != before.role or not _TURNS.match(sentence.text):
        return
    plain = restate(sentence.text.rstrip(" ."), randomised_result=_by_chance(m), most=MOST_WORDS)
    if plain is not None and not (leans(plain) or points_back(plain) or tells_the_making(plain)):
        held = quote(texts(m.record), "abstract", sentence.start, sentence.end)
        why = frame_rule("result_clause")
        about = _about(m, at, (place_of(m, at),))
        yield said(Piece(plain, (quoted(held),)), why, about=about)
    for theirs in reported(m, at, coded=True, whole_only=True):
        claim = theirs.text.partition(" that ")[2] or theirs.text
        if finite(claim) and not leans(claim):
            yield replace(theirs, lay=False, keep=Keep.NOT_IN_QUICK)

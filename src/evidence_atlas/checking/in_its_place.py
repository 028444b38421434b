"""Which word stands where: what a sentence puts in the place of a word of its source.

A sentence may have no word that its source lacks, and no figure, and still say something else:
"long-term benefits" where the source sets "short-term" before the benefits and "long-term" before
the follow-up; "in the treatment group" for "in the placebo group".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evidence_atlas.records import Flag

from .case import (
    FINDING_SECTIONS,
    Case,
    folded,
    glossary_words,
    may_tell_a_finding,
    rules,
    stands_in,
    table,
)
from .codes import flag
from .conclusions import is_hedged
from .content_words import content, stem
from .in_order import reorders
from .opposites import OPPOSED_IN_PLACE
from .tokens import (
    Token,
    alike,
    is_short,
    may_shorten,
    names_a_thing,
    tokens,
    without_brackets,
)
from .told_again import once_too_often, teller_elsewhere, twice_in_a_row
from .word_for_word import LEAD, NEARLY_ALL, Beside, beside

_TABLE = table("in_its_place.toml")
_HEDGE = re.compile(_TABLE["hedge"], re.IGNORECASE)
_CUT_SHORT = re.compile(_TABLE["cut_short"])
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[.;:]")
_SMALL = 2
"""Letters: more of them in capitals are a short form ("HIV")."""
_ENDS = frozenset({*".;:", "and", "or", "but", "than", "while", "whereas", "versus", "vs"})
_AHEAD = 3
"""So many words may stand between a word and the one that it is said of."""
_BEFORE = 4
_BESIDE = 2
"""So near to where another stands a word is lost."""
_CLOSELY = 0.85
"""A sentence that follows its source less closely than so has words of its own in many places."""
_FEW = 3
"""So few words may go, or stand in the place of others, for the rest to say what it said."""
_ALIGNED = 2
"""So many words in the place of as many others stand each in the place of one."""
_SECTIONS = FINDING_SECTIONS | {"inferred_conclusions"}


class _Word(NamedTuple):
    text: str
    folded: str
    start: int


def in_its_place(case: Case) -> Iterator[Flag]:
    """No word in the place of its opposite, of another that its source has, or of a hedge."""
    for statement in case.statements:
        if statement.section not in _SECTIONS:
            continue
        sources = case.quoted_from(statement)
        if not sources:
            continue
        text = case.as_laid(statement)
        explained = [folded(r.text) for r in rules(statement)]
        laid = beside(text, sources)
        found = beside_its_opposite(text, sources, laid, explained)
        tells = may_tell_a_finding(statement)
        if laid is not None and found is None and tells:
            found = another_in_its_place(laid, text, explained)
        if laid is not None and found is None and tells and not reorders(statement):
            found = one_for_another(laid, sources, explained)
        if laid is not None and found is None and tells and statement.section != "fair_to_say":
            found = once_too_often(text, sources, explained)
        if found is None:
            found = twice_in_a_row(text, sources) or teller_elsewhere(text, sources)
        if found is not None:
            yield flag("word-not-in-support", statement, f"{found} in: {statement.text}")
        if laid is not None and (hedge := hedge_left_out(laid)) is not None:
            yield flag("hedge-dropped", statement, f"“{hedge}” left out in: {statement.text}")


def beside_its_opposite(
    text: str, sources: Sequence[str], laid: Beside | None, explained: Sequence[str] = ()
) -> str | None:
    """A word that is said of what its sources say only the opposite of.

    Not where the very word stands there in the source that the text follows; in a text that
    follows none, not where a rule's words have it.
    """
    ours = [_Word(m.group(), folded(m.group()), m.start()) for m in _WORD.finditer(text)]
    at_its_place = {laid.ours[i].start for i in laid.pairs} if laid else set()
    by_rule = glossary_words(explained) if laid else explained
    held: list[list[str]] | None = None
    for i, word in enumerate(ours):
        if word.folded not in OPPOSED_IN_PLACE or word.start in at_its_place:
            continue
        if any(re.search(rf"\b{re.escape(word.folded)}\b", words) for words in by_rule):
            continue
        of = _said_of(ours[i + 1 : i + 1 + _AHEAD])
        if of is None:
            continue
        held = held or [[folded(w) for w in _WORD.findall(source)] for source in sources]
        for mine, other in OPPOSED_IN_PLACE[word.folded]:
            near = {w.folded for w in ours[max(0, i - _AHEAD) : i + 1 + _AHEAD]}
            if of in mine or of in other or near & other:
                continue
            found = set(_sides_said(stem(of), held, mine, other))
            if found == {"other"}:
                return f"“{word.text} … {of}”"
    return None


def _said_of(behind: Sequence[_Word]) -> str | None:
    """The first word of substance, before the clause ends."""
    for word in behind:
        if word.folded in _ENDS:
            return None
        if content(word.text) or (len(word.text) > _SMALL and word.text.isupper()):
            return word.folded
    return None


def _sides_said(
    begins: str, held: Sequence[Sequence[str]], mine: frozenset[str], other: frozenset[str]
) -> Iterator[str]:
    """Of each place where a word stands, which of two sides is said of it."""
    for words in held:
        for i, word in enumerate(words):
            if word.startswith(begins):
                before = words[max(0, i - _BEFORE) : i]
                if mine & {*before}:
                    yield "mine"
                elif other & {*before}:
                    yield "other"


def another_in_its_place(laid: Beside, text: str, explained: Sequence[str] = ()) -> str | None:
    """A word of substance for another, where the source has both and ours has lost the other.

    Not where a glossary entry or a rule tells the one by the other.
    """
    told = glossary_words(explained)
    if _CUT_SHORT.search(text) is not None:
        return None
    if _share(laid, " ".join(told)) < _CLOSELY:
        return None
    ours, theirs = (Counter(t.key for t in side) for side in (laid.ours, laid.theirs))
    by_rule = " ".join(explained)
    for mine, others in _new_and_lost(laid):
        named = names_a_thing(mine) or mine.text.isupper()
        if not named or not theirs[mine.key]:
            continue
        if f"({mine.text})" in text or folded(mine.text) in by_rule or LEAD.fullmatch(mine.text):
            continue
        lost = [o for o in others if ours[o.key] < theirs[o.key] and not alike(mine, o)]
        if any(is_short(o) or (is_short(mine) and may_shorten(mine, o)) for o in lost):
            continue  # a short form, which ours or theirs may have written out
        other = next(filter(names_a_thing, lost), None)
        if other is not None:
            return f"“{mine.text}” for “{other.text}”"
    return None


def one_for_another(
    laid: Beside, sources: Sequence[str], explained: Sequence[str] = ()
) -> str | None:
    """A word of its sources in the very place of one that ours has lost, between the same words.

    Not where a glossary entry brings it, where a rule tells the one by the other, where one may
    be the short form of the other, or where it only moved a little.
    """
    ours = Counter(t.key for t in laid.ours)
    held = {t.key for source in sources for t in tokens(source)}
    # What stands in a bracket alone may go, and what is put in stands in nobody's place.
    outside = {t.key for source in sources for t in tokens(without_brackets(source))}
    told, by_rule = " ".join(glossary_words(explained)), " ".join(explained)
    for words, others in laid.changed:
        if len(words) != len(others) or len(words) > _ALIGNED:
            continue
        for mine in words:
            word = folded(mine.text)
            if not names_a_thing(mine) or mine.key not in held or _leads(mine, laid):
                continue
            if stands_in(word, told) or _moved(mine, others[0], laid):
                continue
            for other in others:
                if other.weight < 1 or _kept(other, ours, laid) or alike(mine, other):
                    continue
                if other.key not in outside:
                    continue
                if any(is_short(a) and may_shorten(a, b) for a, b in _both(mine, other)):
                    continue
                if not (stands_in(word, by_rule) and stands_in(folded(other.text), by_rule)):
                    return f"“{mine.text}” for “{other.text}”"
    return None


def _kept(other: Token, ours: Counter[str], laid: Beside) -> bool:
    return ours[other.key] >= sum(t.key == other.key for t in laid.theirs)


def _both(one: Token, other: Token) -> tuple[tuple[Token, Token], tuple[Token, Token]]:
    return (one, other), (other, one)


def _moved(mine: Token, other: Token, laid: Beside) -> bool:
    """Whether it may as well be laid beside the same word of theirs: no more than one word that
    is the same in both stands between that and this place."""
    at = laid.theirs.index(other)
    paired = {*laid.pairs.values()}
    for k, token in enumerate(laid.theirs):
        if token.key == mine.key and k not in paired:
            between = range(min(k, at) + 1, max(k, at))
            if sum(i in paired and laid.theirs[i].weight == 1 for i in between) <= 1:
                return True
    return False


def _leads(mine: Token, laid: Beside) -> bool:
    """Whether it says who tells it, in front."""
    return all(LEAD.fullmatch(t.text) for t in laid.ours if t.start <= mine.start)


def _share(laid: Beside, told: str) -> float:
    """How much of ours is of the source, besides what glossary entries tell in plain words."""
    asked = [i for i, t in enumerate(laid.ours) if t.weight == 1 and not LEAD.fullmatch(t.text)]
    own = [i for i in asked if i in laid.pairs or folded(laid.ours[i].text) not in told]
    return sum(i in laid.pairs for i in own) / len(own) if own else 0.0


def _new_and_lost(laid: Beside) -> Iterator[tuple[Token, list[Token]]]:
    """Each word of ours that theirs has not at that place, with those of theirs lost near it."""
    paired = {*laid.pairs.values()}
    at = 0
    for i, token in enumerate(laid.ours):
        if i in laid.pairs:
            at = laid.pairs[i] + 1
            continue
        near = range(max(0, at - _BESIDE), min(at + _BESIDE, len(laid.theirs)))
        yield token, [laid.theirs[k] for k in near if k not in paired]


def hedge_left_out(laid: Beside) -> str | None:
    """A word of caution of the source, where ours has the words on both sides of it.

    Not where ours has another in its stead: "the authors suggest that it eases" for "it appears
    to ease".
    """
    ours, theirs = (sum(is_hedged(t.text) for t in side) for side in (laid.ours, laid.theirs))
    if laid.share < NEARLY_ALL or ours >= theirs:
        return None
    gone = [laid.theirs[start:end] for start, end in laid.left_out]
    gone += [replaced for _, replaced in laid.changed]
    lost = (t.text for words in gone if len(words) <= _FEW for t in words)
    return next((word for word in lost if _HEDGE.fullmatch(word)), None)

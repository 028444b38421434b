"""What a sentence alters where it otherwise follows its source word for word.

A sentence may have every word and number of its source and still say something else: a "not"
put in or left out, "some" become "all", "lower" become "higher". So the two are laid side by side
(difflib), and what stands between words that are the same is looked at. This asks nothing of the
reading and holds for whoever's voice it is told in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .case import folded, table
from .direction import OPPOSITE, POINTING, classes_of
from .negation import LACKS
from .opposites import opposed
from .tokens import ALIKE, PEOPLE, Token, matcher, tokens, without_brackets

_TABLE = table("word_for_word.toml")
_DENIES = re.compile(_TABLE["denies"], re.IGNORECASE)
_DENIES_OR_LACKS = re.compile(f"{LACKS.pattern}|{_TABLE['lacks_too']}", re.IGNORECASE)
_DEGREE = re.compile(_TABLE["degree"], re.IGNORECASE)
_STAYS = re.compile(_TABLE["stays"], re.IGNORECASE)
LEAD = re.compile(_TABLE["lead"], re.IGNORECASE)
_PART = re.compile(_TABLE["part"], re.IGNORECASE)
_ANY_PART = re.compile(_TABLE["any_part"], re.IGNORECASE)
_NOT_ONLY = re.compile(_TABLE["not_only"], re.IGNORECASE)
_ALL = re.compile(_TABLE["all"], re.IGNORECASE)
_SOME = re.compile(_TABLE["some"], re.IGNORECASE)
_PART_OF_THEM = re.compile(_TABLE["part_of_them"], re.IGNORECASE)
_EVERYBODY = re.compile(_TABLE["everybody"], re.IGNORECASE)
_EVERYBODY_OF_THEIRS = re.compile(_TABLE["everybody_of_theirs"], re.IGNORECASE)
_ALL_OF_THEIRS = re.compile(_TABLE["all_of_theirs"], re.IGNORECASE)
FOLLOWS = 0.7
"""A sentence follows its source if so many of its words of substance stand in it in their order."""
FEWEST = 3
"""Of fewer words of substance, that they are the same says little."""
NEARLY_ALL = 0.85
"""Where so many are the same, the figures stand in the order of the source as well."""
_REACH = 4
"""So many words may stand between a denial and what it denies."""
_BEGINNING = 4
"""Two words that begin with the same letters, so many of them, are one."""
_IN = frozenset({"in", "among", "for"})
_ONLY = frozenset({"only", "solely", "exclusively"})
_WHOLE = 100
"""Percent."""


@dataclass(frozen=True)
class Beside:
    """A text and the source that it follows, word beside word."""

    ours: tuple[Token, ...]
    theirs: tuple[Token, ...]
    pairs: dict[int, int]
    """Of each word of ours that is the same, its place in theirs."""
    changed: tuple[tuple[tuple[Token, ...], tuple[Token, ...]], ...]
    """What stands in ours in the place of what stands in theirs."""
    left_out: tuple[tuple[int, int], ...]
    """Where in theirs words stand of which ours has none, nor others in their place."""

    @property
    def in_place_of(self) -> Iterator[tuple[Token, Token]]:
        """A word of ours, and the word of theirs that is as far from the next one that is the same
        in both, or from the last."""
        for ours, theirs in self.changed:
            yield from zip(ours, theirs, strict=False)
            yield from zip(ours[::-1], theirs[::-1], strict=False)

    @property
    def share(self) -> float:
        """How much of our words of substance stands in theirs, in their order (0 to 1).

        Who tells it, in front, counts only where theirs says so too.
        """
        lead = next((i for i, t in enumerate(self.ours) if not LEAD.fullmatch(t.text)), 0)
        asked = [i for i, t in enumerate(self.ours) if t.weight == 1]
        whole = sum(i >= lead or i in self.pairs for i in asked)
        return sum(i in self.pairs for i in asked) / whole if whole else 0.0


def beside(text: str, sources: Sequence[str]) -> Beside | None:
    """The text beside the source that it follows most closely; None where it follows none."""
    return _closest(text, tuple(sources))


@lru_cache(maxsize=256)
def _closest(text: str, sources: tuple[str, ...]) -> Beside | None:
    """Several rules lay the same sentence beside the same sources."""
    forms = dict.fromkeys((*sources, *map(without_brackets, sources)))
    found = [_beside(text, source) for source in forms]
    best = max(found, key=lambda b: b.share, default=None)
    if best is None or best.share < FOLLOWS:
        return None
    return best if sum(best.ours[i].weight == 1 for i in best.pairs) >= FEWEST else None


def _beside(text: str, source: str) -> Beside:
    ours, theirs = tokens(text), tokens(source)
    pairs: dict[int, int] = {}
    changed, left_out = [], []
    for tag, a, b, c, d in matcher(ours, theirs).get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(a, b), range(c, d), strict=True))
        elif tag == "replace" and not _only_leads(ours[:b]):
            changed.append((ours[a:b], theirs[c:d]))
        elif tag == "insert" or tag == "replace":
            left_out.append((c, d))
    return Beside(ours, theirs, pairs, tuple(changed), tuple(left_out))


def _only_leads(words: Sequence[Token]) -> bool:
    """Whether a sentence has so far said no more than who tells it: "The authors report that"."""
    return all(LEAD.fullmatch(t.text) for t in words)


def turned_round(laid: Beside) -> str | None:
    """A word that points the other way than the word in whose place it stands."""
    for mine, other in laid.in_place_of:
        ways, others = (classes_of(t.text) & POINTING for t in (mine, other))
        if ways and others and not ways & others and any(OPPOSITE[w] in others for w in ways):
            return f"“{mine.text}” for “{other.text}”"
        if opposed(mine.text, other.text):
            return f"“{mine.text}” for “{other.text}”"
    return None


def all_in_place_of_some(laid: Beside) -> str | None:
    """A word for all where the source has one for some of them, or a share."""
    for ours, theirs in laid.changed:
        every = next((t.text for t in ours if _ALL.fullmatch(t.text)), None)
        if every is not None and _tells_a_part(theirs) and not _tells_a_part(ours):
            return every
    for here, there in laid.pairs.items():
        # "All the people" of "30% of all the people": the part before it is left out.
        every = laid.ours[here].text
        if not _ALL.fullmatch(every) or _part_before(laid.ours, here):
            continue
        if _part_before(laid.theirs, there):
            return every
    return None


def _tells_a_part(words: Sequence[Token]) -> bool:
    texts = [t.text for t in words]
    return any(
        _SOME.fullmatch(t.text) if t.number is None
        else t.number.value < _WHOLE if t.number.kind == "percent"
        else texts[i + 1 : i + 2] == ["of"] or texts[i + 1 : i + 3] == ["out", "of"]
        for i, t in enumerate(words)
    )  # fmt: skip


def _part_before(held: Sequence[Token], i: int) -> bool:
    """Whether "30% of" or "most of" stands before a word."""
    return i > 1 and held[i - 1].text == "of" and _tells_a_part(held[i - 2 : i])


def part_left_out(laid: Beside, of_all: str = "") -> str | None:
    """The words of the source that keep a result to a part of the people, where ours has none.

    `of_all` tells whom the whole study is of: what it names is no part of them.
    """
    told = {t.key for t in laid.ours} | {t.key for t in tokens(of_all)}
    for start, end in laid.left_out:
        # "In" may have found another "in": "higher in women in winter".
        begin = start - 1 if start and laid.theirs[start - 1].key in _IN else start
        words = laid.theirs[begin:end]
        found = _PART.match(" ".join(t.text for t in words))
        if found is None:
            continue
        named = _naming(words[: len(found.group().split())]) or _naming(words)
        # "In patients with severe pain" for "in a subgroup of patients with severe pain".
        if named and not any(t.key in told for t in named):
            return found.group()
    return None


def only_left_out(laid: Beside) -> str | None:
    """A word of the source that keeps what it says to the word behind it, where ours has both
    words around it and not this one."""
    lone = (laid.theirs[start] for start, end in laid.left_out if end == start + 1)
    return next((t.text for t in lone if folded(t.text) in _ONLY), None)


def _naming(words: Sequence[Token]) -> list[Token]:
    """The words that tell which part of the people it is."""
    return [
        t for t in words
        if t.weight == 1 and t.key != PEOPLE and not _ANY_PART.fullmatch(t.text)
    ]  # fmt: skip


def out_of_order(laid: Beside) -> str | None:
    """A figure that its source gives before the one that ours gives before it.

    Asked only where nearly every word follows the source: there the figures follow it too.
    """
    if laid.share < NEARLY_ALL:
        return None
    held = [t.number.value for t in laid.theirs if t.number]
    told = [t.number for t in laid.ours if t.number]
    # A figure that a gloss tells again ("6-minute walk test (6MWT)") is in no order.
    ours = [
        n for i, n in enumerate(told)
        if [o.value for o in told[:i]].count(n.value) < held.count(n.value)
    ]  # fmt: skip
    theirs = iter(held)
    return next((n.text for n in ours if not any(n.value == value for value in theirs)), None)


def denial_put_in(laid: Beside, explained: str = "", sources: Sequence[str] = ()) -> str | None:
    """A denial of ours before a word that the source states.

    Not where plain words for a term bring it: "did not finish" for "dropped out"; nor where
    another of the sources denies the same.
    """
    found = _denied(laid.ours, laid.theirs, laid.pairs)
    if found is None:
        return None
    denied = _behind(laid.ours, laid.ours.index(found[0]))
    if any(_denies_one_of(denied, tokens(source)) for source in sources):
        return None
    denial, word = (re.escape(folded(token.text)) for token in found)
    if re.search(rf"\b{denial}\W+(?:\w+\W+)?{word}", folded(explained)):
        return None
    return _in_words(found)


def denial_left_out(laid: Beside) -> str | None:
    """A denial of the source before a word that ours states."""
    back = {there: here for here, there in laid.pairs.items()}
    found = _denied(laid.theirs, laid.ours, back)
    return None if found is None else _in_words(found)


def _behind(held: Sequence[Token], i: int) -> set[str]:
    """The words of substance that a denial at `i` may deny."""
    behind = held[i + 1 : i + 1 + _REACH]
    return {t.key for t in behind if t.weight == 1 and _may_be_denied(t)}


def _denies_one_of(words: set[str], source: Sequence[Token]) -> bool:
    return any(
        _DENIES.fullmatch(t.text) and words & _behind(source, i) for i, t in enumerate(source)
    )


def _in_words(denial: tuple[Token, Token]) -> str:
    return " … ".join(token.text for token in denial)


def _denied(
    denying: Sequence[Token], stating: Sequence[Token], pairs: dict[int, int]
) -> tuple[Token, Token] | None:
    """A denial of the one text and the word that it denies, where the other states that word."""
    paired = {*pairs.values()}
    for i, token in enumerate(denying):
        if i in pairs or not _DENIES.fullmatch(token.text):
            continue
        behind = range(i + 1, min(i + 1 + _REACH, len(denying)))
        if behind and _NOT_ONLY.fullmatch(denying[behind[0]].text):
            continue
        at = next((k for k in behind if k in pairs and _may_be_denied(denying[k])), None)
        if at is None:
            continue
        there = pairs[at]
        if not _one_word(denying[at], stating[there]):
            continue  # "did not finish" tells what "dropped out" does
        near = range(max(0, there - _REACH), min(there + _REACH, len(stating)))
        accounted = (k for k in near if k not in paired)
        if not any(_DENIES_OR_LACKS.fullmatch(stating[k].text) for k in accounted):
            return token, denying[at]
    return None


def _may_be_denied(token: Token) -> bool:
    """Whether it is what a denial before it denies: not how much of it, and a figure too."""
    return token.number is not None or (token.weight == 1 and not _DEGREE.fullmatch(token.text))


def _one_word(one: Token, other: Token) -> bool:
    same = one.key == other.key and one.key.startswith(ALIKE)
    return same or folded(one.text)[:_BEGINNING] == folded(other.text)[:_BEGINNING]


def stays(fault: str) -> bool:
    """Whether what is denied is that a thing stayed as it was."""
    return _STAYS.search(fault) is not None


def all_for_some(text: str, sources: Sequence[str], explained: str = "") -> str | None:
    """A word for all, or for nobody, where the sources tell of some or of a share.

    None where a source has such a word too, or a rule's words have it.
    """
    found = _ALL.search(text)
    if found is None or any(_ALL_OF_THEIRS.search(source) for source in sources):
        return None
    if not any(_PART_OF_THEM.search(source) for source in sources):
        return None
    in_a_rule = re.search(rf"\b{re.escape(folded(found.group()))}\b", folded(explained))
    return None if in_a_rule else found.group()


def everybody_told_of(text: str, sources: Sequence[str], explained: str = "") -> str | None:
    """A word for all who took part, where neither the sources nor a rule's words have one."""
    found = _EVERYBODY.search(text)
    if found is None or any(map(_EVERYBODY_OF_THEIRS.search, (*sources, explained))):
        return None
    return found.group()

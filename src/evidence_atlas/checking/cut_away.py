"""What may not be cut away between words that stay.

A sentence may have every word of its source, in its order, and still say another thing, since
what lay between is gone: "antibodies from infected people" of "… antibodies from vaccinated people,
infected people …"; "no harm" of "no evidence of harm"; "of moderate quality" of "of low to moderate
quality". What a preposition or a denial is of, what a thing is set against, and where a range
begins stay with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from evidence_atlas.records import Flag

from .case import Case, may_tell_a_finding, table
from .codes import flag
from .in_order import reorders
from .tokens import Token, tokens, without_brackets
from .word_for_word import Beside, beside

_TABLE = table("cut_away.toml")
_TAKES_WORDS, _JOINS, _AGAINST, _DEGREE, _DENIES, _PASSES_ON, _SETS_APART, _HAS = (
    re.compile(_TABLE[name], re.IGNORECASE)
    for name in (
        "takes_words", "joins", "against", "degree", "denies", "passes_on", "sets_apart", "has",
    )
)  # fmt: skip
_ANOTHER_CLAUSE = re.compile(r"[^,;]*,\s*(?:and|or)\s*")
_NEAR = 4
"""So near behind a word its source goes on with the next that is the same: a bracket may lie
between."""
_MANY = 3
"""Where so many words of substance go, another clause has gone with them."""
_REACH = 6
"""So many words may stand between a denial and what it is of."""


def cut_away(case: Case) -> Iterator[Flag]:
    """No word cut away without which the words around it say another thing."""
    for statement in case.statements:
        # What authors write of the quality of studies tells no finding, and is held to this, too.
        told = may_tell_a_finding(statement) or statement.section == "limitations"
        if not told or reorders(statement):
            continue
        sources = case.quoted_from(statement)
        laid = beside(case.as_laid(statement), sources)
        fault = laid and wrongly_cut(laid, sources)
        if fault:
            yield flag("word-not-in-support", statement, f"{fault} in: {statement.text}")


def wrongly_cut(laid: Beside, sources: Sequence[str]) -> str | None:
    """What was cut away that had to stay, or None."""
    source = _text_of(laid, sources)
    cuts = [*_cuts(laid)]
    found = (rule(laid, source, start, end) for start, end in cuts for rule in _RULES)
    return (
        next(filter(None, found), None)
        or _denial_moved(laid)
        or _part_of_them(laid)
        or _had_put_over(laid)
    )


def _text_of(laid: Beside, sources: Sequence[str]) -> str:
    """The source, with or without its brackets, that ours was laid beside."""
    forms = (form for source in sources for form in (source, without_brackets(source)))
    return next((form for form in forms if tokens(form) == laid.theirs), "")


def _cuts(laid: Beside) -> Iterator[tuple[int, int]]:
    """Where theirs has words between two that stand together in ours, which then goes on."""
    here = {theirs: ours for ours, theirs in laid.pairs.items()}
    for start, end in laid.left_out:
        before, behind = here.get(start - 1), here.get(end)
        if before is None or behind != before + 1:
            continue
        # A lone word that is the same may be another: "COVID infection", "… long COVID".
        if behind + 1 == len(laid.ours) or laid.pairs.get(behind + 1) in range(end, end + _NEAR):
            yield start, end


def _between(laid: Beside, source: str, start: int, end: int) -> str:
    """The words of theirs from one to before another, with their marks, without brackets."""
    return without_brackets(source[laid.theirs[start].start : laid.theirs[end].start])


def _left_with_others(laid: Beside, source: str, start: int, end: int) -> str | None:
    """ "From A, B did": what came from A is not told of B."""
    word = laid.theirs[start - 1]
    if not _TAKES_WORDS.fullmatch(word.text):
        return None
    cut = _between(laid, source, start - 1, end)
    gone = tokens(cut)[1:]
    parts = "," in cut or any(_JOINS.fullmatch(t.text) for t in gone)
    named = any(t.weight == 1 and t.number is None for t in gone)
    return f"“{cut.strip()}” cut short" if parts and named else None


def _another_clause(laid: Beside, source: str, start: int, end: int) -> str | None:
    """ "Half had A, and B was seen": half did not have B. Of a list of three one may go."""
    cut = _between(laid, source, start, end)
    listed = "," in _between(laid, source, start - 1, start)
    of_a_bracket = "(" in cut or ")" in cut
    if listed or of_a_bracket or end - start < 2 or not _ANOTHER_CLAUSE.fullmatch(cut):
        return None
    return f"“{cut.strip()}” left out"


def _first_of_a_range(laid: Beside, source: str, start: int, end: int) -> str | None:
    """ "Low to moderate" told as "moderate"."""
    gone = laid.theirs[start:end]
    words = [t.text for t in gone if t.number is None]
    if len(words) < 2 or words[-1].casefold() != "to" or not _DEGREE.fullmatch(words[-2]):
        return None
    return f"“{words[-2]} to” left out"


def _set_against_another(laid: Beside, source: str, start: int, end: int) -> str | None:
    """ "Higher at all times than A, and at the start compared with B": not so than B."""
    first, behind = laid.theirs[start], laid.theirs[end]
    both = _AGAINST.fullmatch(first.text) and _AGAINST.fullmatch(behind.text)
    return f"“{first.text}” … left out before “{behind.text}”" if both else None


def _set_apart(laid: Beside, source: str, start: int, end: int) -> str | None:
    """ "Different from all reported before" is not "reported before"."""
    found = _SETS_APART.match(_between(laid, source, start, end))
    return f"“{found.group()}” left out" if found else None


_RULES: tuple[Callable[[Beside, str, int, int], str | None], ...] = (
    _left_with_others, _another_clause, _first_of_a_range, _set_against_another, _set_apart,
)  # fmt: skip


def _denial_moved(laid: Beside) -> str | None:
    """A denial that ours has before another word than its source has it: "no harm"."""
    there = {*laid.pairs.values()}
    free = {t.key for i, t in enumerate(laid.theirs) if i not in there and _is_denial(t)}
    for here, token in enumerate(laid.ours):
        if not _is_denial(token):
            continue
        if here not in laid.pairs:
            if token.key in free:
                return f"“{token.text}” elsewhere"
            continue
        of = _denied(laid.ours, here)
        if of is None or of not in laid.pairs:
            continue
        start, end = laid.pairs[here], laid.pairs[of]
        lost = (t for i, t in enumerate(laid.theirs[start:end], start) if i not in there)
        if any(_PASSES_ON.fullmatch(t.text) for t in lost):
            return f"“{token.text} … {laid.ours[of].text}”"
    return None


def _part_of_them(laid: Beside) -> str | None:
    """ "In four out of 11 studies" is not "in the 11 studies"."""
    here = {theirs: ours for ours, theirs in laid.pairs.items()}
    gone = [laid.theirs[start:end] for start, end in laid.left_out]
    gone += [theirs for _, theirs in laid.changed]
    for words in gone:
        of_them = words[-1].text.casefold() == "of" and any(t.number for t in words)
        behind = laid.theirs.index(words[-1]) + 1
        if not of_them or behind not in here:
            continue
        base, told = laid.theirs[behind].number, laid.ours[here[behind]].number
        if base is not None and told is not None and base.value == told.value:
            return f"“{' '.join(t.text for t in words)}” left out before “{told.text}”"
    return None


def _had_put_over(laid: Beside) -> str | None:
    """ "Most were rated as moderate, with limits such as X" is not "most had X"."""
    for words, others in laid.changed:
        small = all(t.weight < 1 and t.number is None for t in words)
        named = [t for t in others if t.weight == 1 and t.number is None]
        if small and len(named) >= _MANY and any(_HAS.fullmatch(t.text) for t in words):
            return f"“{' '.join(t.text for t in others)}” left out"
    return None


def _is_denial(token: Token) -> bool:
    return _DENIES.fullmatch(token.text) is not None


def _denied(words: Sequence[Token], at: int) -> int | None:
    """The first word of substance behind a denial, in its clause."""
    for i in range(at + 1, min(at + 1 + _REACH, len(words))):
        if words[i].clause != words[at].clause:
            return None
        if words[i].weight == 1 and words[i].number is None:
            return i
    return None

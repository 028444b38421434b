"""The atlas's own fixed sentences stand as they are, or not at all.

Rules account for the words of such a sentence, and not for what is made of them: "chance decided
who had what" has no word that the rule on chance has not, and turns it round. So what rests on
rules alone must be one of the sentences of the table, word for word, and no sentence may be one of
these with a few words changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Indel, LCSseq

from evidence_atlas.records import Flag, RuleSupport

from .case import Case, folded, rules, table
from .codes import flag

_TABLE = table("fixed_sentences.toml")
_SLOT = "…"
_FILLED = r"(?!what\b|it\b|them\b|that\b)\w.{0,200}?"
"""What may stand in the place of a slot: what the study names, and no word that only points."""
_PARTS = re.compile(r"(?<=[.?”]) (?=[A-Z“])")
_WORD = re.compile(r"[\w'-]+")
_FIGURES_IN_WORDS = "numbers_checked"
"""A section whose sentences are put together from the names of many figures."""


def _pattern(sentences: list[str]) -> re.Pattern[str]:
    # Slots side by side are one: two would share a long text in very many ways.
    one = (re.sub(rf"{_SLOT}(?: {_SLOT})+", _SLOT, folded(s)) for s in sentences)
    return re.compile("|".join(re.escape(s).replace(re.escape(_SLOT), _FILLED) for s in one))


_RESTS_ON_RULES = [*_TABLE["alone"], *_TABLE["limits"], *_TABLE["openings"]]
_ALONE = _pattern(_RESTS_ON_RULES)
_ANY = _pattern([*_RESTS_ON_RULES, *_TABLE["beside"]])
_WORDS = {
    " ".join(words): words
    for s in (*_TABLE["alone"], *_TABLE["beside"])
    if _SLOT not in s and len(words := _WORD.findall(folded(s))) >= _TABLE["fewest_words"]
}
"""The sentences without a slot, as they are compared, and the words of each."""


def fixed_sentences(case: Case) -> Iterator[Flag]:
    """No sentence of rules alone that is none of the table's, and none of the table's changed."""
    for statement in case.statements:
        named = rules(statement)
        if not named or statement.section == _FIGURES_IN_WORDS:
            continue
        alone = all(isinstance(item, RuleSupport) for item in statement.support)
        for sentence in _PARTS.split(statement.text):
            if alone and not said_alone(sentence):
                why = f"not as the atlas says it on a rule alone: {sentence}"
                yield flag("word-not-in-support", statement, why)
            elif not alone and (meant := changed(sentence)) is not None:
                why = f"the atlas says “{meant}”, and here: {sentence}"
                yield flag("word-not-in-support", statement, why)


@lru_cache(maxsize=4096)
def said_alone(sentence: str) -> bool:
    """Whether the atlas says this sentence on a rule, with no fact of the study beside it."""
    return _ALONE.fullmatch(folded(sentence)) is not None


def said_of_any_study(sentence: str) -> bool:
    """Whether the atlas says this sentence, be it alone or beside what the study tells."""
    return _ANY.fullmatch(folded(sentence)) is not None


@lru_cache(maxsize=4096)
def changed(sentence: str) -> str | None:
    """The fixed sentence that this one is but for a few words, itself none of them."""
    text = folded(sentence)
    words = _WORD.findall(text)
    if len(words) < _TABLE["fewest_words"] or said_of_any_study(sentence):
        return None
    told = " ".join(words)
    near = (
        fixed
        for fixed, its in _WORDS.items()
        if LCSseq.normalized_similarity(its, words) >= _TABLE["near"]
        or Indel.normalized_similarity(fixed, told) >= _TABLE["near_in_letters"]
    )
    return next(near, None)

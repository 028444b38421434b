"""Whether a paper tells of an experiment of its own, so that words of trial design are its own.

Surveys, reviews, comments, interviews and analyses of records speak of chance, placebo and
blinding too: of other people's trials, of the order in which samples were run, of what people
think of trials. What words stand near tells little; what the whole paper is like tells much.
So words of design count where the paper's words are like those of an experiment (a trial, a plan
of one, animals: `paper_words.py`), or where it says outright that those studied were put into
groups or were given something.
"""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..paper_words import shares

_TABLE = tables.load("design")["own"]
_ACTS = tables.any_of(_TABLE["acts"])
_TITLED = cue(_TABLE["titled"])
_KINDS: tuple[str, ...] = tuple(_TABLE["kinds"])
_READ_BLIND: tuple[str, ...] = tuple(_TABLE["read_blind"])
_OF_OTHERS: tuple[str, ...] = tuple(_TABLE["of_others"])
_ROLES = ("aim", "methods", "results", "conclusions", "other")
_LONG_ENOUGH = 400
"""Characters of an abstract below which its words tell no more than that it is plainly a paper
about others: a short review, comment or round of interviews that speaks of trials."""
_SHORTEST = 120
"""Characters below which they tell nothing."""
_LIKE = 0.25
"""The share of the kinds of experiment from which on words of design count (chosen on examples
that the word model had not learnt from: from 0.45 on all were their paper's own)."""
_LIKE_WITH_ACTS = 0.06
"""The same where the paper says outright what was done to those studied."""
_LIKE_OF_FEW = 0.15
"""The same in a short paper that is plainly about others but for that."""
_PLAINLY = 0.5
"""The share of the kinds that speak of others from which on a short paper is taken for one."""


def told(document: Document) -> bool:
    """Whether the paper is taken to tell of an experiment of its own."""
    like = _like(document, _KINDS)
    if like is None or like >= _LIKE:
        return True
    if len(document.abstract) < _LONG_ENOUGH:
        # Few words tell only what is plainly about others, unless it says otherwise.
        of_others = _like(document, _OF_OTHERS) or 0.0
        if of_others < _PLAINLY or like >= _LIKE_OF_FEW:
            return True
    return like >= _LIKE_WITH_ACTS and _says_so(document)


def plainly_one(document: Document) -> bool:
    """Whether its words are plainly those of an experiment, however short it is."""
    like = _like(document, _KINDS)
    return like is not None and like >= _LIKE


def _says_so(document: Document) -> bool:
    named = _TITLED.search(document.title) is not None
    return named or document.search(_ACTS, *_ROLES) is not None


def may_be_read_blind(document: Document) -> bool:
    """Whether it compares tests, whose readers may be kept from knowing too."""
    like = _like(document, _READ_BLIND)
    return like is not None and like >= _LIKE


def _like(document: Document, kinds: tuple[str, ...]) -> float | None:
    """The share of these kinds by the paper's words; None where there are too few to tell."""
    if len(document.abstract) < _SHORTEST:
        return None
    each = shares(document.title, document.abstract)
    return sum(each[kind] for kind in kinds) if each else None

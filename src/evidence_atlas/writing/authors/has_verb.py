"""Whether the words are a sentence: "people with laboratory-confirmed infection" is none."""

from __future__ import annotations

import re

from ..tables import table
from ..words.edges import without_brackets
from ..words.verbs import RELATIVE, finite, main_verb

_TABLE = table("wording.toml")["reported"]
_ANY_VERB = re.compile(f"{_TABLE['verbs']}|{_TABLE['people_verb']}", re.IGNORECASE)
_VERB_IN_ED = re.compile(
    r"(?<![-‐‑])\w+ed (?:\w+ly )?(?:an?|the|no|with|by|in|to|from|that|between|after|more|less|"
    r"higher|lower|clear\w*|their|as|for|and)\b|"
    # Behind such a word it can be no participle: "their sleep clearly worsened".
    r"(?:(?<=clearly )|(?<=markedly )|(?<=slightly )|(?<=gradually ))\w+ed(?=\W*$|,)",
    re.IGNORECASE,
)
# What some made or told, after their name: "models generated accurate forecasts", "44% reported".
_DID = re.compile(_TABLE["did"], re.IGNORECASE)
FEWEST_WORDS_OF_A_SENTENCE = 8
"""Headings and fragments are shorter."""


def has_verb(claim: str) -> bool:
    """Whether a verb tells something of somebody."""
    return (
        finite(claim)
        or _DID.search(claim) is not None
        or any(
            not found[0].casefold().endswith("ed") or _VERB_IN_ED.match(claim, found.start())
            for found in _ANY_VERB.finditer(claim)
        )
    )


def verb_stands_before(rest: str) -> bool:
    """Whether the sentence's own verb must stand before the `rest` that is cut off it.

    "All scores fell, with a decrease of 46% in …": what is cut off has no verb.
    """
    return main_verb(rest) is None and _ANY_VERB.search(rest) is None


_THAT = re.compile(r"\bthat,? (?=\S)", re.IGNORECASE)


def stands_behind_that(sentence: str, claim: str) -> bool:
    """Whether the claim is all that a sentence tells behind its "that": a clause with a verb.

    "Analysis revealed that the drug downregulated key proteins": no list of verbs is whole.
    """
    text = without_brackets(sentence).strip().rstrip(" .")
    first = _THAT.search(text)
    behind = text[first.end() :].split() if first else []
    words = claim.split()
    return len(words) >= FEWEST_WORDS_OF_A_SENTENCE and [w.casefold() for w in behind] == [
        w.casefold() for w in words
    ]


def is_sentence(sentence: str, claim: str) -> bool:
    """Whether a sentence of running text, told whole as the `claim`, has a verb, known or not.

    No list of verbs is whole ("people suffer", "they spend longer in bed"). What may be a heading
    or a fragment is short, begins small, has no full stop, begins with what was done or has its
    only verb in a clause of its own.
    """
    text = without_brackets(sentence).strip().lstrip("•·*–-: ")
    if not text.endswith(".") or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    words, own = claim.split(), text.rstrip(" .").split()
    one_clause = RELATIVE.search(claim) is None and ": " not in claim
    if len(words) < FEWEST_WORDS_OF_A_SENTENCE or not one_clause:
        return False
    ends_alike = own[-1].casefold() == words[-1].casefold()
    begins_alike = own[0].casefold() == words[0].casefold()
    return ends_alike and begins_alike and not words[0].endswith(("ed", "ing", ":"))

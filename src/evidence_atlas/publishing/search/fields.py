"""What the index knows of a study: its fields, and how text becomes words.

Text is cut at everything that is no letter or digit, made lower case, freed of diacritics, and
stemmed (Porter's English stemmer), so that `Mitochondria` and `mitochondrial` may meet.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tantivy import (
    Filter,
    Index,
    Schema,
    SchemaBuilder,
    TextAnalyzer,
    TextAnalyzerBuilder,
    Tokenizer,
)

VERSION = "4"
"""Part of an index's name: changed whenever the same edition would be indexed differently."""

FACETS = (
    "level", "certainty", "criterion", "study_type", "topic", "treatment", "who", "harms",
    "peer_review", "review_state", "record_state",
)  # fmt: skip
ORDERS = ("by_newest", "by_title", "by_author", "by_people")

TITLE, HEAD, ALL, PLAIN, JOURNAL = "title", "head", "all", "plain", "journal"
AUTHORS, FIRST = "authors", "first"
IDS, YEAR, STATUS, CONTESTED = "ids", "year", "status", "contested"
NOTICE, WORDINGS, BADGES = "notice", "wordings", "badges"
ENTRY, SENTENCES = "entry", "sentences"
SETS = {"topic": 3, "who": 1}
"""Facets of which a study may have several values, few in all: kept for counting in so many columns
(see `counting`)."""
STEMMED, WORDS = "stemmed", "words"
_LONGEST = 60
_WORD = re.compile(r"[^\W_]+")


def columns_of(facet: str) -> tuple[str, ...]:
    """The columns in which the values of a facet of `SETS` are kept for counting."""
    return tuple(f"{facet}_{n}" for n in range(SETS[facet]))


@cache
def schema() -> Schema:
    """`all` holds every word of a study for matching; `title` and `head` (subjects, treatments,
    the Quick Summary) raise its rank. `plain` holds the words unstemmed, for spelling; `wordings`
    the synonyms of several words that stand in it, each as one term. A notice about a study that
    is here too has its title in `notice`, where it raises no rank."""
    b = SchemaBuilder()
    for name in (ALL, TITLE, NOTICE, JOURNAL):
        b.add_text_field(name, tokenizer_name=STEMMED)
    b.add_text_field(HEAD, tokenizer_name=STEMMED, index_option="freq")
    for name in (AUTHORS, FIRST):
        b.add_text_field(name, tokenizer_name=WORDS)
    b.add_text_field(PLAIN, tokenizer_name=WORDS, index_option="basic")
    b.add_text_field(IDS, tokenizer_name="raw", index_option="basic")
    b.add_text_field(WORDINGS, tokenizer_name="raw", index_option="freq")
    for name in (*FACETS, STATUS, CONTESTED):
        counted = name == "treatment"
        b.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=counted)
    for name in (BADGES, *(column for facet in SETS for column in columns_of(facet))):
        b.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    b.add_unsigned_field(YEAR, indexed=True, fast=True)
    for name in ORDERS:
        b.add_unsigned_field(name, fast=True)
    b.add_bytes_field(ENTRY, stored=True)
    b.add_bytes_field(SENTENCES, stored=True)
    return b.build()


@cache
def _analyzer(name: str) -> TextAnalyzer:
    made = (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(_LONGEST))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
    )
    return made.filter(Filter.stemmer("english")).build() if name == STEMMED else made.build()


def register(index: Index) -> None:
    """Teach an opened index its ways of cutting text; they are not stored with it."""
    for name in (STEMMED, WORDS):
        index.register_tokenizer(name, _analyzer(name))


def stems(text: str) -> tuple[str, ...]:
    """The words of a text as the index holds them."""
    return tuple(_analyzer(STEMMED).analyze(text))


def joined(text: str) -> str:
    """The stems of a text in one, a space around each: what `" ".join(wording)` is sought in."""
    return f" {' '.join(stems(text))} "


def plain(text: str) -> tuple[str, ...]:
    """The words of a text, lower case and without diacritics, unstemmed."""
    return tuple(_analyzer(WORDS).analyze(text))


def places(text: str) -> list[tuple[str, int, int]]:
    """Each word's stem with where the word begins and ends in the text, in characters."""
    found = []
    for match in _WORD.finditer(text):
        stem = _stem(match[0])
        if stem:
            found.append((stem, match.start(), match.end()))
    return found


def stem_by_stem(text: str) -> tuple[str, ...]:
    """`stems` of a long text in less time: most of its words have been seen before. What is no word
    to the index is empty here, so that its neighbours do not touch."""
    return tuple(map(_stem, _WORD.findall(text)))


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """The stem of one word; empty where the index would not take it for a word."""
    found = stems(word)
    return found[0] if len(found) == 1 else ""

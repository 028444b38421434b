"""Every content word of a sentence stands, in some form, in what the sentence stands on.

A sentence that brings in a word of its own (an outcome nobody measured, a group nobody
named) claims more than its source. The frames' own words stand in the rules that sentences
name, and plain words for technical ones in the glossary entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from evidence_atlas.records import Flag, Quote, QuoteSupport, RecordSupport, Statement, StudySupport

from .case import Case, claimed, folded, may_tell_a_finding, quotes, rules, table
from .codes import flag

_TABLE = table("content_words.toml")
FREE = frozenset(_TABLE["free"].split())
FAMILY = {word: tuple(family.split()) for family in _TABLE["families"] for word in family.split()}
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORT_TOO = re.compile(r"[^\W\d_]{3,}")
_SHORT_FORM = re.compile(r"(?<![^\W\d_])[A-Z]{2,}s?(?![^\W\d_])")
_MARKUP = re.compile(r"</?\w{1,6}>")
_OF_THREE = re.compile(r"(?<![^\W\d_])[^\W\d_]{3}(?![^\W\d_])")
SMALL_OF_THREE = frozenset(_TABLE["small_of_three"].split())
_SHORT_PLURAL = 4
"""The letters of the plural of a word of three: "rats" stands on "rat"."""


def content_words(case: Case) -> Iterator[Flag]:
    """No word that carries a claim and that the support lacks."""
    for statement in case.statements:
        missing = sorted(_missing(case, statement))
        if missing and statement.support:
            yield flag(
                "word-not-in-support",
                statement,
                f"{', '.join(missing)}, not in the support of: {statement.text}",
            )


def _missing(case: Case, statement: Statement) -> set[str]:
    held = "\n".join([*_held(statement), *_read_from(case, statement)])
    return unaccounted(claimed(statement), held) | _short_forms(case, statement, held)


def _short_forms(case: Case, statement: Statement, held: str) -> set[str]:
    """The short forms of a finding ("SMC") that the words it rests on have not."""
    if not may_tell_a_finding(statement) or not case.quoted_from(statement):
        return set()
    known = without_markup(held).casefold()
    told = set(_SHORT_FORM.findall(claimed(statement)))
    return {form for form in told if form.removesuffix("s").casefold() not in known}


def unaccounted(text: str, held: str) -> set[str]:
    """The words of a text that carry a claim and that no form of a word in `held` accounts for."""
    words, listed = _forms(held)
    return _of_three(text, words) | {
        word
        for word in content(text)
        if f"\n{stem(word)}" not in listed
        and not any(o in words for o in FAMILY.get(word, ()))
        and not (len(word) == _SHORT_PLURAL and word[-1] == "s" and word[:-1] in words)
    }


def _of_three(text: str, words: frozenset[str]) -> set[str]:
    """The words of three letters ("gut", "leg", "age") that are not held: but no short form."""
    short_forms = {w.casefold() for w in _OF_THREE.findall(text) if w.isupper()}
    told = {*_OF_THREE.findall(folded(text))} - short_forms - SMALL_OF_THREE
    return {w for w in told if not {w, f"{w}s", *FAMILY.get(w, ())} & words}


def without_markup(text: str) -> str:
    """The text without the tags that a record keeps, as of "CO<sub>2</sub>"."""
    return _MARKUP.sub("", text)


@lru_cache(maxsize=512)
def _forms(held: str) -> tuple[frozenset[str], str]:
    """The words of a text, and the same as lines, in which a beginning is soon found.

    A word of three letters is there for its family: "day" accounts for "days".
    """
    words = frozenset(_SHORT_TOO.findall(folded(held)))
    return words, "\n" + "\n".join(sorted(words))


def content(text: str) -> list[str]:
    """The words of a text that carry a claim, in order, in small letters."""
    return [word for word in _WORD.findall(folded(text)) if word not in FREE]


def stem(word: str) -> str:
    """The start of a word that its other forms share; at least four letters."""
    return word[: max(4, len(word) - (3 if len(word) > 6 else 1))]


def _held(statement: Statement) -> list[str]:
    held = [f"{r.rule.replace('-', ' ')} {r.text}" for r in rules(statement)]
    for item in statement.support:
        if isinstance(item, QuoteSupport):
            held.append(item.text)
        elif isinstance(item, RecordSupport):
            held.append(f"{item.field} {item.value}")
        elif isinstance(item, StudySupport):
            held.append(f"{item.label} {item.facts}")
    return held


_FACTS = ("interventions", "comparators", "measures", "outcomes", "conditions", "case_definitions")


def _read_from(case: Case, statement: Statement) -> list[str]:
    """The reading's own names for what the quoted words are about.

    The reading may name a thing in one way for many spellings ("genetic variants" for
    "polymorphisms"): the name counts where the sentence quotes the very words it was read from.
    """
    cited = quotes(statement)

    def is_cited(quote: Quote | None) -> bool:
        return quote is not None and any(
            q.field == quote.field and q.start < quote.end and quote.start < q.end for q in cited
        )

    found = []
    for path, held in case.reading.quotes.items():
        kind, _, name = path.partition(".")
        if kind in _FACTS and name and any(is_cited(q) for q in held):
            found.append(name)
    for result in case.reading.results:
        if is_cited(result.quote):
            found.extend(x for x in (result.outcome, result.who, result.against) if x)
    found.extend(g.name for g in case.reading.participants.groups if is_cited(g.quote))
    return found

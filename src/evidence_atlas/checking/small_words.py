"""Words of how many, of denial and of when, which a sentence may not bring in by itself.

content_words.py asks no source of small words, since most of them stand in any text. These change
whom a sentence is of, or whether it says a thing or denies it: "both groups had it" for "one group
had it", "everybody took part" for "nobody took part". Each stands in what is quoted, or in the
rule that the sentence names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from evidence_atlas.records import Flag, RecordSupport, Statement, StudySupport

from .case import Case, claimed, denied, folded, quotes, rules, table
from .codes import flag
from .negation import DENIES, LACKS
from .opposites import told_for_its_opposite
from .short_forms import without_glosses
from .word_for_word import beside

_TABLE = table("small_words.toml")
_ASKED = re.compile(_TABLE["asked"], re.IGNORECASE)
_SAME: dict[str, str] = {
    word: "|".join(row.split()) for row in _TABLE["same"] for word in row.split()
}

_AS_QUOTED = {row["rule"]: re.compile(row["words"]) for row in _TABLE["as_quoted"]}
"""By rule, which of its sentences' words only a quote accounts for."""


def small_words(case: Case) -> Iterator[Flag]:
    """No such word that nothing of what the sentence stands on has."""
    for statement in case.statements:
        if statement.support:
            text = without_glosses(claimed(statement), case.source)
            held = [*_held(case, statement)]
            words = [*brought_in(text, held), *not_quoted(statement)]
            if any(LACKS.search(quote.text) for quote in quotes(statement)):
                # How often it denies is counted in negation.py.
                words = [word for word in words if not DENIES.fullmatch(word)]
            for word in words:
                why = f"“{word}”, not in the support of: {statement.text}"
                yield flag("word-not-in-support", statement, why)


def in_a_frame(case: Case) -> Iterator[Flag]:
    """A sentence that a rule words has no word of which its facts and that rule have the opposite.

    opposites.py counts in the whole sentences that are quoted from; these sentences follow none.
    """
    for statement in case.statements:
        if denied(statement):
            continue
        text = case.as_laid(statement)
        if beside(text, case.quoted_from(statement)) is None:
            word = told_for_its_opposite(text, _held(case, statement))
            if word is not None:
                why = f"“{word}”, of which the support says the opposite: {statement.text}"
                yield flag("word-not-in-support", statement, why)


def brought_in(text: str, held: Iterable[str]) -> list[str]:
    """The words asked for that stand in nothing of what a text stands on."""
    told = dict.fromkeys(folded(word) for word in _ASKED.findall(text))
    source = folded("\n".join(held)) if told else ""
    found = (re.search(rf"\b(?:{_SAME.get(w, re.escape(w))})\b", source) for w in told)
    return [word for word, held in zip(told, found, strict=True) if held is None]


def not_quoted(statement: Statement) -> list[str]:
    """The words of a sentence that its rule leaves to the authors, and that no quote has."""
    held = folded("\n".join(quote.text for quote in quotes(statement)))
    asked = [_AS_QUOTED[r.rule] for r in rules(statement) if r.rule in _AS_QUOTED]
    told = [m["words"] for pattern in asked for m in pattern.finditer(statement.text)]
    rated = [word for words in told for word in words.split() if word not in ("or", "and")]
    return [word for word in rated if not re.search(rf"\b{re.escape(word)}\b", held)]


def _held(case: Case, statement: Statement) -> Iterator[str]:
    for quote in quotes(statement):
        yield quote.text
        yield case.spelled_out(quote.text)
    for rule in rules(statement):
        yield rule.text
    for item in statement.support:
        if isinstance(item, RecordSupport):
            yield item.value
        elif isinstance(item, StudySupport):
            yield f"{item.label} {item.facts}"

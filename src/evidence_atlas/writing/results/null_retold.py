"""A null of a trial told by what was measured, where its clause has only the groups' values for it.

"Fatigue was 49.7 with the drug against 48.1 with placebo (p = 0.59)" says by its p that no clear
difference was found, and by no word. Left at that, such a main result gives way to a side result
that can be told. It is told from its parts: the thing, and what the groups had.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Result, Support, of_result, quoted

from ..material import Material, Piece, rule
from ..said import Said, said
from ..slots import Slots
from ..tables import table
from ..words.clause import causal, loaded, restate
from ..words.edges import balanced, without_brackets
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.verbs import finite, main_verb
from .result_slots import result_slots
from .whole_clause import clause_quote, only_half_told, told_otherwise

_TABLE = table("results/null_retold.toml")
_FRAME: dict[str, str] = _TABLE["frame"]
_CHANGE = re.compile(_TABLE["change"], re.IGNORECASE)
_NO_MEASURE = re.compile(_TABLE["no_measure"], re.IGNORECASE)
_LEAD = re.compile(_TABLE["lead"], re.IGNORECASE)
_TIME_FIRST = re.compile(_TABLE["time_first"], re.IGNORECASE)
_ASIDE = re.compile(_TABLE["aside"], re.IGNORECASE)
_ARTICLE = re.compile(_TABLE["article"], re.IGNORECASE)
_KINDS = frozenset({"trial", "crossover"})
_MOST_WORDS = 9


def null_retold(m: Material, slots: Slots, index: int) -> Said | None:
    """The null in plain words; None where it has words of its own, or its thing no clear name."""
    result = m.reading.results[index]
    if not _by_its_values(m, result):
        return None
    named = _named(result.text)
    support: tuple[Support, ...] = ()
    if named is None:
        own = result_slots(m, slots, result)
        if own is None or loaded(own["outcome"].text) or causal(own["outcome"].text):
            return None
        named, support = ("", own["outcome"].text, False), own["outcome"].support
    lead, x, changed = named
    a, b = slots.get("treatment"), slots.get("against_treatment")
    name = "change" if changed else "level"
    parts = {"lead": lead, "x": x}
    if a and b and len(m.reading.interventions) == 1 and len(m.reading.comparators) == 1:
        parts |= {"a": a.text, "b": b.text}
        support = (*support, *a.support, *b.support)
    else:
        name = f"{name}_groups"
    held = clause_quote(m, result)
    text = _FRAME[name].format(**parts)
    text = text[:1].upper() + text[1:]
    why = rule("null-retold", _FRAME["rule"])
    return said(Piece(text, (held, *support)), why, about=(of_result(index),), lay=True)


def null_with_its_values(m: Material, index: int) -> Said | None:
    """The clause close to its words, with its values, and that this is no clear difference."""
    result = m.reading.results[index]
    if not _by_its_values(m, result) or not balanced(result.text):
        return None
    text = restate(result.text, randomised_result=True)
    if text is None or only_half_told(m, result):
        return None
    told = Piece(f"{text.rstrip('. ')}: no clear difference", (clause_quote(m, result),))
    return said(told, rule("null-retold", _FRAME["rule"]), about=(of_result(index),))


def _by_its_values(m: Material, result: Result) -> bool:
    """Whether it is a null between a trial's groups, by figures alone."""
    return (
        m.brief.kind in _KINDS
        and result.is_null
        and result.comparison == "between_randomised"
        and result.scope == "all"
        and result.quote.field == "abstract"
        and told_otherwise(result)
    )


def _named(clause: str) -> tuple[str, str, bool] | None:
    """When it was so, what was measured, and whether it is told how that changed."""
    text = " ".join(without_brackets(clause).split())
    text = _ASIDE.sub(" ", _LEAD.sub("", text)).strip()
    lead = ""
    if (first := _TIME_FIRST.match(text)) is not None:
        lead, text = f"{uncapital(first['when'])}, ", text[first.end() :]
    colon = text.find(": ")
    at = colon if 0 < colon < 70 else main_verb(text)
    if at is None or at == 0:
        return None
    changed = colon != at and _CHANGE.match(text[at:]) is not None
    if re.match(r"(?:the )?(?:mean |median )?changes? in ", text, re.IGNORECASE):
        changed = True
    x = _ARTICLE.sub("", text[:at].strip(" ,"))
    x = uncapital(x)
    if not x or _NO_MEASURE.search(x) or finite(x) or loaded(x) or causal(x):
        return None
    return None if length(x) > _MOST_WORDS else (lead, x, changed)

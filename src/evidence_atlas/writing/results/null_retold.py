"""A null of a trial told by what was measured, where its clause has only the groups' values for it.

"Fatigue was 49.7 with the drug against 48.1 with placebo (p = 0.59)" says by its p that no clear
difference was found, and by no word. Left at that, such a main result gives way to a side result
that can be told. It is told from its parts: the thing, and what the groups had.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Result, Support, of_result

from ..frames import FRAMES, frame_rule
from ..material import Material, Piece, rule
from ..said import Said, said
from ..slots import Slots
from ..tables import table
from ..words.clause import causal, loaded, opens_badly, restate
from ..words.edges import balanced, without_brackets
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.numbers import figures
from ..words.statistics import STATISTICS
from ..words.verbs import finite, main_verb
from .in_order import in_this_order
from .result_slots import result_slots
from .whole_clause import clause_quote, only_half_told, told_otherwise

_TABLE = table("results/null_retold.toml")
_FRAME: dict[str, str] = _TABLE["frame"]
_CHANGE = re.compile(_TABLE["change"], re.IGNORECASE)
_OF_A_CHANGE = re.compile(_TABLE["of_a_change"], re.IGNORECASE)
_NO_MEASURE = re.compile(_TABLE["no_measure"], re.IGNORECASE)
_LEAD = re.compile(_TABLE["lead"], re.IGNORECASE)
_TIME_FIRST = re.compile(_TABLE["time_first"], re.IGNORECASE)
_ASIDE = re.compile(_TABLE["aside"], re.IGNORECASE)
_ARTICLE = re.compile(_TABLE["article"], re.IGNORECASE)
_KINDS = frozenset({"trial", "crossover"})
_ARM = re.compile(_TABLE["arm"], re.IGNORECASE)
_CLAIMS = re.compile(_TABLE["claims"], re.IGNORECASE)
_SAID = re.compile(_TABLE["said"], re.IGNORECASE)
_MOST_WORDS = 9
_MOST_WORDS_OF_ALL, _MOST_FIGURES = 24, 4
_SYMBOL = re.compile(r"[±=<>]|\+/|/-")
_MOST_LOADED = 4
"""A word that judges is told as the authors', and with little around it."""


def null_retold(m: Material, slots: Slots, index: int) -> Said | None:
    """The null in plain words; None where it has words of its own, or its thing no clear name."""
    result = m.reading.results[index]
    if not _by_its_values(m, result):
        return None
    named = _named(result.text)
    if named is not None and loaded(named[1]) and m.retold:
        return None
    support: tuple[Support, ...] = ()
    if named is None:
        own = result_slots(m, slots, result)
        name = "" if own is None else own["outcome"].text
        if own is None or loaded(name) or causal(name) or _NO_MEASURE.search(name):
            return None
        named, support = ("", own["outcome"].text, False), own["outcome"].support
    return _filled(m, slots, result, index, named, support)


def null_said(m: Material, slots: Slots, index: int) -> Said | None:
    """A null in words that cannot be carried on as they stand: what was not affected is told."""
    result = m.reading.results[index]
    if not _of_a_trial(m, result):
        return None
    found = _SAID.match(" ".join(without_brackets(result.text).split()))
    if found is None or not _is_an_arm(m, found["who"]):
        return None
    x = uncapital(_ARTICLE.sub("", found["x"].strip()))
    if _NO_MEASURE.search(x) or finite(x) or loaded(x) or causal(x) or length(x) > _MOST_WORDS:
        return None
    return _filled(m, slots, result, index, ("", x, False), ())


def _is_an_arm(m: Material, words: str) -> bool:
    """Whether what did nothing is what people were given, and not another thing."""
    given = [w.casefold() for name in m.reading.interventions for w in name.split() if len(w) > 3]
    said_of = words.casefold()
    return _ARM.search(words) is not None or any(w in said_of for w in given)


def _names_an_arm(m: Material, x: str) -> bool:
    """Whether what was measured is told of one of the treatments: none lies between them then."""
    names = (*m.reading.interventions, *m.reading.comparators)
    return any(name.casefold() in x.casefold() for name in names if name)


def null_in_figures(m: Material, index: int) -> Said | None:
    """The clause without its brackets and with its few values, and that this is no difference."""
    result = m.reading.results[index]
    text = _close_to_its_words(m, result, in_this_order(without_brackets(result.text)))
    if text is None or length(text) > _MOST_WORDS_OF_ALL or figures(text) > _MOST_FIGURES:
        return None
    if STATISTICS.search(text) or _SYMBOL.search(text) or opens_badly(text):
        return None
    return _by_chance(m, index, text, lay=True)


def null_with_its_values(m: Material, index: int) -> Said | None:
    """The clause close to its words, with its values, and that this is no clear difference."""
    result = m.reading.results[index]
    text = _close_to_its_words(m, result, result.text) if balanced(result.text) else None
    return None if text is None else _by_chance(m, index, text, lay=False)


def _close_to_its_words(m: Material, result: Result, words: str) -> str | None:
    if not _by_its_values(m, result) or only_half_told(m, result):
        return None
    return restate(words, randomised_result=True)


def _by_chance(m: Material, index: int, text: str, *, lay: bool) -> Said:
    told = f"{text.rstrip('. ')}{FRAMES['result_by_chance']['after']}"
    why = (rule("null-retold", _FRAME["rule"]), frame_rule("result_clause"))
    held = clause_quote(m, m.reading.results[index])
    return said(Piece(told, (held,)), *why, about=(of_result(index),), lay=lay)


def _filled(
    m: Material,
    slots: Slots,
    result: Result,
    index: int,
    named: tuple[str, str, bool],
    support: tuple[Support, ...],
) -> Said | None:
    lead, x, changed = named
    if _names_an_arm(m, x):
        return None
    if loaded(x):
        x = f"what the authors call “{x}”"
    a, b = slots.get("treatment"), slots.get("against_treatment")
    name = "change" if changed else "level"
    parts = {"when": lead, "x": x}
    if a and b and len(m.reading.interventions) == 1 and len(m.reading.comparators) == 1:
        parts |= {"a": a.text, "b": b.text}
        support = (*support, *a.support, *b.support)
    else:
        name = f"{name}_groups"
    text = _FRAME[name].format(**parts)
    text = text[:1].upper() + text[1:]
    why = rule("null-retold", _FRAME["rule"])
    held = clause_quote(m, result)
    return said(Piece(text, (held, *support)), why, about=(of_result(index),), lay=True)


def _by_its_values(m: Material, result: Result) -> bool:
    """Whether it is a null between a trial's groups, by figures alone."""
    claims = _CLAIMS.match(result.text) is not None
    return _of_a_trial(m, result) and told_otherwise(result) and not claims


def _of_a_trial(m: Material, result: Result) -> bool:
    return (
        m.brief.kind in _KINDS
        and result.is_null
        and result.comparison == "between_randomised"
        and result.scope == "all"
        and result.quote.field == "abstract"
    )


def _named(clause: str) -> tuple[str, str, bool] | None:
    """When it was so, what was measured, and whether it is told how that changed."""
    text = " ".join(without_brackets(clause).split())
    text = _ASIDE.sub(" ", _LEAD.sub("", text)).strip()
    lead = ""
    if (first := _TIME_FIRST.match(text)) is not None:
        lead, text = f" {uncapital(first['when'])}", text[first.end() :]
    colon = text.find(": ")
    at = colon if 0 < colon < 70 else main_verb(text)
    if at is None or at == 0:
        return None
    changed = colon != at and _CHANGE.match(text[at:]) is not None
    if _OF_A_CHANGE.match(text):
        changed = True
    x = _ARTICLE.sub("", text[:at].strip(" ,"))
    x = uncapital(x)
    if not x or _NO_MEASURE.search(x) or finite(x) or causal(x):
        return None
    most = _MOST_LOADED if loaded(x) else _MOST_WORDS
    return None if length(x) > most else (lead, x, changed)

"""What one result fills the frames with: its outcome, and whom it tells of."""

from __future__ import annotations

import re

from evidence_atlas.reading.results.outcomes import GENERAL
from evidence_atlas.records import Result, Support, quoted
from evidence_atlas.records.kept_patterns import compiled

from ..glossary.plain_words import glossary_support, stands_for
from ..material import Material, Piece
from ..people.compared import OTHER_GROUPS, goes_on, told_apart
from ..slots import Slots
from ..subject.outcome_words import own_start, plural
from ..tables import table
from ..words.noun_phrases import short, uncapital
from .groups import a_group, plain_group
from .null_of_several import with_the_others

_WORDS: dict[str, str] = table("results/result_slots.toml")
POINTED_AT = re.compile(_WORDS["pointed_at"], re.IGNORECASE)
_WHOSE = re.compile(_WORDS["whose"], re.IGNORECASE)
_UNNAMED = re.compile(_WORDS["unnamed"], re.IGNORECASE)
_LEANS = re.compile(_WORDS["leans"], re.IGNORECASE)
_AN_ANALYSIS = re.compile(_WORDS["an_analysis"], re.IGNORECASE)
_MORE_OR_LESS = _WORDS["more_or_less"]
_COMPARATOR = _WORDS["comparator"]


def result_slots(m: Material, slots: Slots, result: Result) -> dict[str, Piece] | None:
    """The study's facts and this result's own; None where its outcome cannot be named."""
    outcome = _outcome_of(m, result)
    if outcome is None:
        return None
    own = dict(slots)
    own["outcome"] = with_the_others(m, result, outcome)
    own["was"] = Piece("were" if plural(outcome.text) else "was")
    own["start"] = Piece(own_start(result))
    own.pop("timepoint", None)
    for name in ("who", "against"):
        own.pop(name, None)
        text = short(getattr(result, name) or "")
        if text and (goes_on(result.text, text) or POINTED_AT.search(text)):
            return None
        if text and a_group(m, text) and (place := _stands(m, result, text)):
            own[name] = _group_told(m, slots, text, place)
    given = slots.get("treatment")
    if given and _points_at_comparator(m, result.text):
        return None
    if given and result.scope == "all" and _names_only(m, given.text, result.text):
        own["own_treatment"] = given
    if result.comparison == "between_groups" and m.brief.kind in ("comparison", "genes"):
        others = slots.get("controls_unnumbered")
        usual = "against" not in own or (others and own["against"].text == others.text)
        if usual and OTHER_GROUPS.search(result.quote.text):
            return None
        if "who" not in own and usual and "condition" in slots:
            own["who"] = Piece(f"people with {slots['condition'].text}", slots["condition"].support)
        if "against" not in own and "controls_several" in slots:
            return None  # Against which of the groups is not said here.
        if "against" not in own and others:
            own["against"] = others
    if "who" in own and "against" in own and not told_apart(own["who"].text, own["against"].text):
        del own["who"], own["against"]
    return own


def _outcome_of(m: Material, result: Result) -> Piece | None:
    """The outcome under a name that says what was measured; None where it has none."""
    told, _, taken_out = result.text.casefold().partition(" but not ")
    if result.is_null and taken_out and (result.outcome or "").casefold() in told:
        return None  # "A rose at one time, but not at another": only the whole says what is null.
    outcome = _WHOSE.sub("", short(result.outcome or "") or "")
    if not outcome or _LEANS.match(outcome) or _UNNAMED.match(outcome) or _is_given(m, outcome):
        return None
    # An illness is what people have, and an analysis how it was looked at.
    known = m.condition.known_illnesses
    illness = any(compiled(n.pattern).fullmatch(outcome) for n in known)
    if illness or _AN_ANALYSIS.search(outcome):
        return None
    # "Prevalence was lower": a reader asks, of what? A null is worth telling even so.
    if outcome.casefold() in GENERAL and not result.is_null:
        return None
    held: tuple[Support, ...] = (quoted(result.quote),)
    if result.outcome and result.outcome.casefold() not in result.quote.text.casefold():
        where: tuple[Support, ...] = m.words(result.outcome)
        if not where and not stands_for(result.text, result.outcome):
            return None
        held = (*held, *(where or glossary_support(result.outcome)))
    return Piece(uncapital(outcome), held)


def _group_told(m: Material, slots: Slots, text: str, place: tuple[Support, ...]) -> Piece:
    """A group in plain words, with what makes its words plain."""
    plain = plain_group(m, slots, text)
    if plain != uncapital(text) and "controls_unnumbered" in slots:
        return Piece(plain, (*place, *slots["controls_unnumbered"].support))
    return Piece(plain, place)


def _points_at_comparator(m: Material, text: str) -> bool:
    """ "Costs were lower in the usual care arm": the treatment, told first, would turn it round."""
    names = [re.escape(name) for name in m.reading.comparators if name]
    against = "|".join([_COMPARATOR, *names])
    return re.search(f"{_MORE_OR_LESS}(?:{against})", text, re.IGNORECASE) is not None


def _is_given(m: Material, outcome: str) -> bool:
    """A treatment ("salt air at night") is what people were given, not what came of it."""
    given = (*m.reading.interventions, *m.reading.comparators)
    at_front = "|".join(re.escape(name) for name in given if name)
    more = (
        r"(?: (?:at|in|by|for|on|twice|once|every|daily|weekly|therapy|treatment|infusions?)\b.*)?"
    )
    return bool(at_front) and bool(re.fullmatch(f"(?:{at_front}){more}", outcome, re.IGNORECASE))


def _stands(m: Material, result: Result, text: str) -> tuple[Support, ...]:
    """Where these words stand: in the result's own quote, else elsewhere in the text."""
    if text.casefold() in result.quote.text.casefold():
        return (quoted(result.quote),)
    return m.words(text)


def _names_only(m: Material, treatment: str, text: str) -> bool:
    """The clause names this treatment and none that it was compared with."""
    folded = text.casefold()
    head = treatment.casefold().split()[0]
    return head in folded and not any(c.casefold() in folded for c in m.reading.comparators)

"""One reported result with its numbers as printed, whom it concerns and against what."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import Result, Support, of_result, results_in

from ..brief.since_start import arms_compared, start_told
from ..frames import FRAMES, frame_rule
from ..material import Material, Piece, once_a_page
from ..said import Said, said
from ..sentences.goes_on import tells_no_thing
from ..slots import Slots
from ..subject.outcome_words import own_start
from ..words.clause import restate, tells_the_making
from ..words.hidden_way import links_both_ways
from ..words.noun_phrases import short
from ..words.numbers import stands_in
from .chance import figures, with_the_border
from .groups import distinctive, n_support, plain_group
from .in_frames import AGAINST, templated
from .null_retold import null_retold, null_with_its_values
from .quick_clause import told_too
from .quoted_text import quoted_text
from .whole_clause import clause_quote, only_half_told, under_setting, whole_clause


def capital(text: str) -> str:
    """The text with a capital in front, whatever follows."""
    return text[:1].upper() + text[1:]


_ALL_AT_START = re.compile(
    r"\A(?:at|before) (?!.*\b(?:after|later|follow-?up|than at|all assessments|from baseline)\b)",
    re.IGNORECASE,
)
"""The whole clause is told of the start ("At baseline, strength was lower")."""


# "Compared with people": with which?
_BARE_NAME = re.compile(
    r"(?:the )?(?:patients|people|individuals|students|participants|subjects|others|those|cases|"
    r"adults|persons|groups?)",
    re.IGNORECASE,
)


def _joined(who: str, against: str) -> str:
    return f"{who}, {against}" if who else against


def lead(m: Material, slots: Slots, result: Result, told: str = "") -> str:
    """Whom a result concerns and what it was measured against, as a short lead.

    Whom the sentence `told` names itself, the lead does not name again.
    """
    if result.timepoint == "baseline" and _ALL_AT_START.search(result.text):
        return "At the start"
    who = ""
    if result.scope == "subgroup":
        name = short(result.who or "") or ""
        who = capital(name) if name and distinctive(name) else "A part of the people"
        if result.n is not None and n_support(m, result) and not stands_in(result.n, who):
            who = f"{who} ({result.n} people)"
        who = "" if name and _names(told, name) else who
    against = short(result.against or "")
    if result.comparison == "within_group":
        # What the words do not say is not said for them, and one treatment that is set against
        # another is not set against people's own start.
        if not start_told(result.text) or arms_compared(result.text):
            return who
        before = own_start(result) == "before"
        return capital(_joined(who, f"compared with {'before' if before else 'their own start'}"))
    if not against or _names(told, against):
        return who
    if result.comparison == "between_randomised":
        return capital(_joined(who, f"compared with {against}"))
    if result.comparison == "between_groups":
        if result.scope == "all":
            named = short(result.who or "")
            who = capital(plain_group(m, slots, named)) if named and not _names(told, named) else ""
        other = plain_group(m, slots, against)
        if _BARE_NAME.fullmatch(against) or _names(told, other):
            return who if result.scope == "subgroup" else ""
        return capital(_joined(who, f"compared with {other}"))
    return who


_SMALL_WORDS = frozenset({
    "patients", "people", "participants", "individuals", "subjects", "persons", "adults", "the",
    "and", "with", "without", "for", "from", "group", "groups", "arm", "who", "had", "those",
})  # fmt: skip


def _names(told: str, group: str) -> bool:
    """Whether all words of a group's name stand in the sentence, so that no lead need name it.

    "Those without it" is no name at all.
    """
    own = set(re.findall(r"[\w-]{3,}", told.casefold()))
    words = set(re.findall(r"[\w-]{3,}", group.casefold())) - _SMALL_WORDS
    return words <= own


@once_a_page
def full_result(m: Material, slots: Slots, index: int) -> Said | None:
    """A result with its numbers as printed, close to the reported clause; else a short quote."""
    told = _full_result(m, slots, index)
    return _with_its_ways(with_the_border(m.reading.results[index], told)) if told else None


def _with_its_ways(told: Said) -> Said:
    """The sentence, with which way a ratio points where its one link stands for both."""
    if not links_both_ways(told.text) or "“" in told.text:
        return told
    text = f"{told.text.rstrip('.')}. {FRAMES['result_both_ways']['after']}"
    return replace(told, text=text).supported_by(frame_rule("result_both_ways"))


def _full_result(m: Material, slots: Slots, index: int) -> Said | None:
    result = m.reading.results[index]
    randomised = result.comparison == "between_randomised"
    about = (of_result(index),)
    clause, own_quote = whole_clause(m, result) or ("", clause_quote(m, result))
    if result.scope == "subgroup" and not _part_named(m, result):
        return None
    placed, held = under_setting(m, clause, own_quote)
    text = restate(placed, randomised_result=randomised)
    if text is not None and tells_no_thing(text):
        return None
    if text is not None and not tells_the_making(text):
        why = frame_rule("result_clause")
        too = told_too(m, index, held) if held.end > result.quote.end else ()
        others = (m.reading.results[i] for i in results_in(too))
        same = all(other.comparison == result.comparison for other in others)
        label, stands_on = _label(m, slots, result, text) if same else (None, ())
        return said(Piece(text, (held,)), *stands_on, why, label=label, about=(*about, *too))
    if result.scope == "subgroup" and _part_cut_off(result, clause):
        return None
    told = None if only_half_told(m, result) else templated(m, slots, result)
    if told is not None:
        piece, support = told
        numbers = figures(result)
        text = f"{piece.text} ({numbers})" if numbers else piece.text
        piece = Piece(text, piece.support)
        label, stands_on = _label(m, slots, result, text)
        return said(piece, *support, *stands_on, label=label, about=about)
    if null := null_with_its_values(m, index) or null_retold(m, slots, index):
        return null
    # Whom the whole sentence is of stands in no short quote of a later clause.
    if m.retold or placed != clause:
        return None
    words = quoted_text(clause, own_quote.text, whole=True)
    if (
        words is None
        or tells_no_thing(words)
        or (result.scope == "subgroup" and _part_cut_off(result, words))
    ):
        return None
    why = frame_rule("result_quoted")
    label, stands_on = _label(m, slots, result, words)
    return said(Piece(words, (own_quote,)), why, *stands_on, label=label, about=about)


def _part_cut_off(result: Result, told: str) -> bool:
    """Whether the part is named behind what is told: "in 32%, with the most among women"."""
    who = (result.who or "").casefold()
    return bool(who) and who in result.text.casefold() and who not in told.casefold()


def _part_named(m: Material, result: Result) -> bool:
    """The part of the people is named or counted, and the clause tells of nobody besides."""
    if re.search(r"\b(?:all|both) (?:\w+ ){0,2}(?:groups|participants|patients)\b", result.text):
        return False
    return distinctive(short(result.who or "") or "") or bool(n_support(m, result))


def _label(
    m: Material, slots: Slots, result: Result, told: str
) -> tuple[str | None, tuple[Support, ...]]:
    """The lead, where one is needed, and what its own words stand on."""
    words = lead(m, slots, result, told)
    if not words:
        return None, ()
    found: list[Support] = []
    if result.scope == "subgroup":
        found.extend(n_support(m, result))
    for text in (result.who, result.against):
        if text and text.casefold() not in result.quote.text.casefold():
            found.extend(m.words(text))
    entry = AGAINST.get(result.comparison)
    if entry:
        found.append(frame_rule(entry))
    return words, tuple(found)

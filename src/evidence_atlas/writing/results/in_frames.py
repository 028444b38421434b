"""One reported result as a sentence: plainly for Quick, with its numbers elsewhere."""

from __future__ import annotations

import re

from evidence_atlas.reading.results.outcomes import GENERAL
from evidence_atlas.records import Result, Support, quoted

from ..brief.kinds import OF_OTHERS_STUDIES, TREATMENT
from ..brief.since_start import in_every_group, start_told, time_told
from ..frames import FRAMES, first, frame_rule
from ..glossary.plain_words import glossary_support, stands_for
from ..material import Material, Piece
from ..people.compared import OTHER_GROUPS, goes_on, told_apart
from ..people.control_people import control_words
from ..sentences.goes_on import null_of_another
from ..slots import Slots
from ..subject.outcome_words import (
    names_outcome,
    of_a_kind,
    own_start,
    part_of_what_changed,
    plural,
    scale_of,
    valence,
)
from ..tables import table
from ..words.clause import causal, loaded, says_nothing
from ..words.edges import IN_BRACKETS
from ..words.noun_phrases import short, uncapital
from ..words.numbers import stands_in
from ..words.quoting import phrase, subject_and_told
from ..words.verbs import main_verb
from .between_retold import by_what_they_had
from .chance import within_chance
from .frame_fits import left_out, sides_named

AGAINST = {
    "between_randomised": "result_between",
    "within_group": "result_within",
    "between_groups": "result_people",
}
STATISTICS = re.compile(
    r"[<>=±\[\](]|\bp\s?[<=]|(?-i:\b(?:CI|OR|SD|HR|RR(?![- ]intervals?)|AUC|AUROC|ROC)\b)"
)


def result_slots(m: Material, slots: Slots, result: Result) -> dict[str, Piece] | None:
    """The study's facts and this result's own; None where its outcome cannot be named."""
    told, _, taken_out = result.text.casefold().partition(" but not ")
    if result.is_null and taken_out and (result.outcome or "").casefold() in told:
        return None  # "A rose at one time, but not at another": only the whole says what is null.
    outcome = _WHOSE.sub("", short(result.outcome or "") or "")
    if any(re.fullmatch(n.pattern, outcome, re.I) for n in m.condition.names) or re.search(
        r"\b(?:analys[ie]s|regressions?|comparisons?|models?)\Z", outcome, re.I
    ):
        return None  # an illness is what people have and an analysis how it was looked at
    if not outcome or re.match(
        r"^(?:no|not|all|both|each|they|it|then|there|here|this|that|these|the|was|were|however)\b",
        outcome,
        re.I,
    ):
        return None
    if _UNNAMED.match(outcome) or _is_given(m, outcome):
        return None
    # "Prevalence was lower": a reader asks, of what? A null is worth telling even so.
    if outcome.casefold() in GENERAL and not result.is_null:
        return None
    own = dict(slots)
    held: tuple[Support, ...] = (quoted(result.quote),)
    if result.outcome and result.outcome.casefold() not in result.quote.text.casefold():
        where: tuple[Support, ...] = m.words(result.outcome)
        if not where and not stands_for(result.text, result.outcome):
            return None
        held = (*held, *(where or glossary_support(result.outcome)))
    own["outcome"] = Piece(uncapital(outcome), held)
    own["was"] = Piece("were" if plural(outcome) else "was")
    own["start"] = Piece(own_start(result))
    for name in ("who", "against", "timepoint"):
        text = short(getattr(result, name) or "")
        own.pop(name, None)
        if text and name != "timepoint":
            if goes_on(result.text, text) or _POINTED_AT.search(text):
                return None
            if not a_group(m, text):
                text = None
        if text and (place := _stands(m, result, text)):
            extra: tuple[Support, ...] = ()
            plain = plain_group(m, slots, text)
            if plain != uncapital(text) and "controls_unnumbered" in slots:
                extra = slots["controls_unnumbered"].support
            own[name] = Piece(plain, (*place, *extra))
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
        if "against" not in own and "controls_unnumbered" in slots:
            own["against"] = slots["controls_unnumbered"]
    if "who" in own and "against" in own and not told_apart(own["who"].text, own["against"].text):
        del own["who"], own["against"]
    return own


_MORE_OR_LESS = (
    r"\b(?:lower|higher|greater|smaller|larger|less|more|fewer|better|worse|longer|shorter)\b"
    r"(?:(?!\b(?:than|compared|versus|vs|relative)\b)[^.;,]){0,40}?"
    r"\b(?:in|with|for|among|under|on) "
    r"(?:the |those |patients |people |participants |receiving |given |on |with |in )*"
)
_COMPARATOR = (
    r"(?:usual|standard|routine|conventional|control|placebo|sham|wait(?:ing)?[- ]?list)\b"
)


def _points_at_comparator(m: Material, text: str) -> bool:
    """ "Costs were lower in the usual care arm": the treatment, told first, would turn it round."""
    names = [re.escape(name) for name in m.reading.comparators if name]
    against = "|".join([_COMPARATOR, *names])
    return re.search(f"{_MORE_OR_LESS}(?:{against})", text, re.IGNORECASE) is not None


# "Those without it": without what, is not said here.
_POINTED_AT = re.compile(r"\b(?:it|them|this|these|that)$", re.IGNORECASE)
_WHOSE = re.compile(r"^(?:their|its|his|her|our) ", re.IGNORECASE)


def _is_given(m: Material, outcome: str) -> bool:
    """A treatment ("salt air at night") is what people were given, not what came of it."""
    given = (*m.reading.interventions, *m.reading.comparators)
    at_front = "|".join(re.escape(name) for name in given if name)
    more = (
        r"(?: (?:at|in|by|for|on|twice|once|every|daily|weekly|therapy|treatment|infusions?)\b.*)?"
    )
    return bool(at_front) and bool(re.fullmatch(f"(?:{at_front}){more}", outcome, re.IGNORECASE))


_UNNAMED = re.compile(
    r"(?:the )?(?:primary|secondary|main|key|co-primary) (?:end-?\s?points?|outcomes?)\b",
    re.IGNORECASE,
)
_SETS_AGAINST = re.compile(
    r"\b(?:differ\w*|between|groups?|arms?|than|compar\w+|versus|vs|relative to|similar\w*|"
    r"unlike|same|matched)\b",
    re.IGNORECASE,
)
_BESIDE_OTHERS = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|relative to|than)\s(?:\w+[\s-]){0,3}"
    r"(?:controls?|placebo|sham|healthy|those|people|patients|participants|individuals|groups?)\b",
    re.IGNORECASE,
)
_OF_A_PART = re.compile(table("results/in_frames.toml")["pattern"], re.IGNORECASE)
_GROUP = re.compile(
    r"(?:patients|controls|people|participants|women|men|girls|boys|children|adults|adolescents|"
    r"individuals|subjects|cases|volunteers|survivors|students|veterans|mice|rats|animals|"
    r"groups?|arms?|cohorts?)(?: (?:with|without|of) [^ ]+(?: [^ ]+){0,3})?$|"
    r"^(?:those|people|patients) with",
    re.IGNORECASE,
)
_NOT_A_GROUP = re.compile(
    r"^(?:when|compar|among|in|than|to|versus|vs|with|from|between|relative|\d)|"
    r"\b(?:at|during|after|before|than|versus|vs|compared|weeks?|months?|years?|among)\b|\bin\b",
    re.IGNORECASE,
)


def distinctive(who: str) -> bool:
    """A name that tells one part of the people from the rest ("patients" alone does not)."""
    common = {"patients", "people", "with", "participants", "subjects", "those", "group", "the"}
    return any(w not in common for w in re.findall(r"[a-z]{4,}", who.casefold()))


def a_group(m: Material, text: str) -> bool:
    """A phrase that names people (or a treatment of this study), and nothing besides."""
    treatments = {t.casefold() for t in (*m.reading.interventions, *m.reading.comparators)}
    if text.casefold() in treatments:
        return True
    return not loaded(text) and bool(_GROUP.search(text)) and not _NOT_A_GROUP.search(text)


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


def plain_group(m: Material, slots: Slots, text: str) -> str:
    """A group in plain words; bare "controls" are named as the study named them."""
    called = slots.get("controls_unnumbered")
    for group in m.reading.participants.groups:
        if group.kind == "controls" and group.name.casefold() == text.casefold():
            alone = called is not None and "controls_several" not in slots
            return called.text if called is not None and alone else control_words(group)
    bare = re.fullmatch(
        r"(?:the )?(?:matched )?control(?:s| (?:group|subjects|people|participants))", text, re.I
    )
    several = "controls_several" in slots
    if (
        bare
        and "controls_unnumbered" in slots
        and not several
        and m.brief.kind in ("comparison", "genes")
    ):
        return slots["controls_unnumbered"].text
    return uncapital(text)


def templated(
    m: Material, slots: Slots, result: Result, *, quick: bool = False
) -> tuple[Piece, tuple[Support, ...]] | None:
    entry_name = AGAINST.get(result.comparison)
    way, why = valence(result, scale_of(result, m.condition.scales))
    # In a review, who was compared with whom differs from study to study.
    if entry_name is None or way is None or m.brief.kind in OF_OTHERS_STUDIES:
        return None
    if way != "null" and within_chance(result):
        return None
    # "Elevated compared to controls" is no change since the start, however it was read.
    if entry_name == "result_within" and _BESIDE_OTHERS.search(result.text):
        return None
    told_since = start_told(result.text) or _changed(result.text) or time_told(result.text)
    if entry_name == "result_within" and not told_since:
        return None
    if entry_name == "result_within" and part_of_what_changed(result.text, result.outcome or ""):
        return None
    # What is told of every group compares none of them.
    if way != "null" and in_every_group(result.text):
        return None
    # "Between the groups" is told only where the clause sets something against something.
    if way == "null" and not _SETS_AGAINST.search(result.text) and entry_name != "result_within":
        return None
    # An outcome under the atlas's own name may be wider than what was measured.
    if not names_outcome(result.outcome or "", result.text):
        return None
    if m.brief.kind == "genes" and entry_name == "result_people":
        entry_name = "result_genes"
    # "Most kinds of A were similar" is no null of A.
    if way == "null" and of_a_kind(result.outcome or "", result.text):
        return None
    if way == "null" and _told_narrower(result):
        return None
    if way == "null" and null_of_another(result.text, result.outcome or ""):
        return None
    if _of_those_told_before(m, result):
        return None
    own = result_slots(m, slots, result)
    if own is None or loaded(own["outcome"].text) or causal(own["outcome"].text):
        return None
    # What fell is told from a start where one is named, or where a treatment began then.
    began = "own_treatment" in own and m.brief.kind in TREATMENT
    if entry_name == "result_within" and way != "null" and not (told_since or began):
        return None
    # What a clause tells of one part of the people is no change in all.
    of_a_part = result.scope == "all" and _OF_A_PART.search(result.text) is not None
    if entry_name == "result_within" and of_a_part and "own_treatment" not in own:
        return None
    if entry_name == "result_between" and "who" in own and "against" in own:
        had = by_what_they_had(m, slots, own["who"].text, own["against"].text)
        if had is not None:
            own["with_one"], own["with_other"] = had
    if quick:
        own.pop("timepoint", None)
    filled = first(FRAMES[entry_name].get(way, ()), own)
    if filled is None:
        return None
    of_groups = result.comparison == "between_groups"
    if of_groups and not (sides_named(m, result) and not left_out(m, result, filled.text, way)):
        return None
    return filled, (quoted(result.quote), *why, frame_rule(entry_name))


_CHANGED = re.compile(
    r"(?:\w+ly )?(?:improved|worsened|rose|fell|declined|eased|increased|decreased|dropped)\b", re.I
)


def _changed(text: str) -> bool:
    """Whether a change is what the clause says of its people: none that is only named in it."""
    at = main_verb(text)
    return at is not None and _CHANGED.match(text, at) is not None


def _of_those_told_before(m: Material, result: Result) -> bool:
    """ "Ten took exercise, and their pain fell": whose pain, the clause before has told."""
    name = re.escape(result.outcome or "")
    if not name or not re.search(rf"\btheir (?:[\w-]+ ){{0,2}}{name}", result.text, re.IGNORECASE):
        return False
    starts = {s.start for s in m.reading.sentences}
    return result.quote.field == "abstract" and result.quote.start not in starts


_COMMON = re.compile(
    r"\b(?:the|an?|of|in|their|mean|median|average|total|overall|scores?|levels?|values?|rates?|"
    r"measures?|change|changes|patients|participants|people|groups?|both|all)\b|[^\w\s]",
    re.IGNORECASE,
)


def _told_narrower(result: Result) -> bool:
    """What did not differ is named by more words than the outcome has: "muscle lactate at rest".

    Told without these, a null of one part or time would be a null of all.
    """
    at = main_verb(result.text)
    subject = result.text[:at] if at else ""
    name = result.outcome or ""
    if not subject or name.casefold() not in subject.casefold():
        return False
    left = _COMMON.sub(" ", re.sub(re.escape(name), " ", subject, flags=re.IGNORECASE))
    return bool(re.search(r"[^\W\d_]{3,}", left))


def n_support(m: Material, result: Result) -> tuple[Support, ...]:
    """Where the size of the part that a result concerns stands; nothing where it does not."""
    if result.n is None:
        return ()
    if stands_in(result.n, result.quote.text):
        return (quoted(result.quote),)
    groups = (g for g in m.reading.participants.groups if g.n == result.n)
    return tuple(quoted(g.quote) for g in groups if stands_in(result.n or 0, g.quote.text))[:1]


def quoted_text(
    clause: str, source: str, *, plain: bool = False, whole: bool = False
) -> str | None:
    """A finding in a few of the authors' words, said to be theirs; None where none may be cut.

    The clause as a whole where it is short; else what it is about in its own words, and only
    what the authors say of it between quotation marks. `plain`: without statistics; `whole`: to
    the end of the clause, so that nothing is cut off that says more of it.
    """
    words = phrase(clause)
    told = words is not None and words in source and not says_nothing(words)
    if words is not None and told and not (plain and STATISTICS.search(words)):
        return f"The authors write: “{words}”"
    parts = subject_and_told(clause, refuse=STATISTICS if plain else None)
    if parts is None or parts[1] not in source or says_nothing(" ".join(parts)):
        return None
    if whole and re.search(r"\w", IN_BRACKETS.sub("", clause.rpartition(parts[1])[2])):
        return None
    return f"{parts[0]}, the authors write, “{parts[1]}”"

"""How the study was made: randomised, crossover, placebo, blinding, control, and the like."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from evidence_atlas.records import Design, Quote, Sentence
from evidence_atlas.records.cues import Cue, cue
from evidence_atlas.records.text import with_plain_hyphens

from . import own_experiment, tables, who_knew
from .document import Document
from .text import lengths

_TABLE = tables.load("design")
_CUES = {name: tables.any_of(patterns) for name, patterns in _TABLE["cues"].items()}
_NOT = {name: tables.any_of(patterns) for name, patterns in _TABLE["not"].items()}
_NOT_IN_SENTENCE = {
    name: tables.any_of(patterns) for name, patterns in _TABLE["not_in_sentence"].items()
}
_TIME = (
    r"(?P<t>(?:\d+\s?[-‐-–]\s?)?(?:\w+|\d+(?:\.\d+)?)[-\s](?:to \w+ )?(?:day|week|month|year)s?)"
)
_BOUND = r"(?:(?:at least|up to|more than|over|a minimum of|a maximum of)\s)?"
_BOUNDED_TIME = _TIME.replace("(?P<t>", f"(?P<t>{_BOUND}")
_MEAN = r"(?:(?:an? |the )?(?:mean|median|average|total) (?:duration |period |time )?(?:of )?)?"
# "A 6-month pragmatic, randomised trial": the words between say how it was made.
_HOW_MADE = (
    r"(?:pragmatic|randomi[sz]ed|controlled|clinical|(?:double|single|triple)[- ]blind(?:ed)?|"
    r"(?:placebo|sham)[- ]controlled|open[- ]label|parallel(?:[- ]group)?|multi-?cent(?:re|er)|"
    r"prospective|pilot|feasibility|superiority|phase [1-4I]+[ab]?)"
)
_DURATION = cue(
    rf"\b(?:for|over|during|lasting|will last|period of|course of)\s(?:a\s|an\s|the\s)?"
    rf"(?:~\s?|about\s|approximately\s|around\s)?{_TIME}"
    rf"|\b{_TIME.replace('P<t>', 'P<t2>')}[-\s](?:of )?(?:treatment|intervention|"
    rf"program(?:me)?|course|therapy|"
    rf"training|(?:{_HOW_MADE},?\s){{0,6}}trial|regimen|supplementation)"
    # "After 12 weeks of the drug", but not of looking on.
    rf"|\bafter\s{_TIME.replace('P<t>', 'P<t3>')}\sof\s"
    r"(?!follow|observ|age\b|onset|illness|symptom|(?:[\w-]+ ){0,3}(?:consult|planning|preparation|"
    r"development|discussion))"
    r"|(?<!median )(?<!mean )(?<!average )\b(?:intervention|treatment|programme|program) "
    rf"(?:duration|period) (?:will be|was|is) {_TIME.replace('P<t>', 'P<t4>')}"
)
_LENGTHS = ("t", "t2", "t3", "t4")
_FOLLOW_UP = cue(
    rf"\bfollowed (?:up )?(?:prospectively |regularly |them |longitudinally )?"
    rf"(?:for |over |(?=up to ))(?:a period of )?{_MEAN}{_BOUNDED_TIME.replace('P<t>', 'P<t3>')}"
    rf"|\bfollow(?:ed)?[-\s]?up (?:for |of |at |after |over |was |period (?:of |was )?|time "
    rf"(?:of |was )?)"
    rf"{_MEAN}{_BOUNDED_TIME}|{_TIME.replace('P<t>', 'P<t2>')}s?[-\s]"
    rf"(?:of |prospective |longitudinal )?follow[-\s]?up"
)
_OWN = re.compile(_TABLE["own"]["ours"], re.IGNORECASE)
"""What makes the word that follows this study's own, wherever it stands."""
_PLANNED = cue(_TABLE["own"]["planned"])
_IN_THIS = re.compile(r"\bin this\s\Z", re.IGNORECASE)
"""What nothing said around it denies: "no one in this randomised trial"."""
_READ = frozenset(("aim", "methods", "results", "other"))
_QUANTITY = cue(_TABLE["quantity"])
_BOUNDS = re.compile(rf"\A{_BOUND}", re.IGNORECASE)
# "Six months after the end of treatment", "six months ahead", "of recovery from surgery".
_OF_SOMETHING_ELSE = re.compile(_TABLE["length"]["of_something_else"], re.IGNORECASE)
_HELD_ON = re.compile(_TABLE["length"]["held_on"], re.IGNORECASE)
_SEVERAL = re.compile(_TABLE["length"]["several"], re.IGNORECASE)
_WHOLE_TRIAL = cue(rf"\b{_TIME}[-\s](?:[\w-]+,? ){{0,4}}?(?:cross-?over )(?:trial|study)\b")
_ELSEWHERE = tables.any_of(_TABLE["own"]["elsewhere"])
_A_TRIAL = cue(_TABLE["own"]["a_trial"])
_MENTIONED = frozenset(("randomised", "crossover", "placebo", "blinding_double", "blinding_single",
                        "blinding_open"))  # fmt: skip
_OF_TRIALS = ("randomised", "crossover", "cluster", "placebo")
"""Words that tell of a trial, whoever's it is."""


def read(
    document: Document, review: bool, opinion: bool
) -> tuple[Design, dict[str, tuple[Quote, ...]]]:
    """The design words of one record.

    In a review they are the included studies', in an opinion those of the studies that it is
    about, so both go unread.
    """
    quotes: dict[str, tuple[Quote, ...]] = {}
    facts: dict[str, bool] = {}

    def note(name: str, quote: Quote | None, value: bool = True) -> None:
        if quote is not None:
            facts[name] = value
            quotes[f"design.{name}"] = (quote,)

    if review or _find(document, "gathers_trials") is not None:
        note("quality_rated", _find(document, "quality_rated"))
        note("includes_randomised_trials", _find(document, "includes_randomised_trials"))
        design = Design(**facts)  # type: ignore[arg-type]
        return design, quotes
    for name in (
        "crossover", "cluster", "placebo", "pilot", "multicentre", "prospective", "genome_wide",
        "multiple_testing_corrected", "population_based", "controlled", "single_arm", "post_hoc",
        "subgroups",
    ):  # fmt: skip
        note(name, _find(document, name))
    extension = not opinion and _extends_a_trial(document)
    elsewhere = opinion or extension or _of_another_study(document)
    denied = _find(document, "not_randomised")
    if elsewhere:
        for name in ("placebo", "crossover", "cluster"):
            facts.pop(name, None)
            quotes.pop(f"design.{name}", None)
    elif denied is not None:
        note("randomised", denied, value=False)
    else:
        note("randomised", _find(document, "randomised"))
        if "randomised" not in facts:
            note("randomised", _find(document, "by_own_choice"), value=False)
        if facts.get("randomised") and "crossover" not in facts:
            note("crossover", _find(document, "crossover_hint"))
    _which_way_in_time(document, facts, quotes, note)
    if facts.get("single_arm") and facts.get("randomised"):
        del facts["single_arm"]
        quotes.pop("design.single_arm")
    if facts.get("randomised") or facts.get("placebo"):
        facts["controlled"] = True
        for basis in ("randomised", "placebo"):
            if f"design.{basis}" in quotes and "design.controlled" not in quotes:
                quotes["design.controlled"] = quotes[f"design.{basis}"]
    blinding, quote = (None, None) if elsewhere else _blinding(document)
    if extension and (known := _find(document, "blinding_open")) is not None:
        blinding, quote = "open", known
    named = bool(quote or facts.keys() & _OF_TRIALS)
    if named and not own_experiment.told(document):
        for name in _OF_TRIALS:
            facts.pop(name, None)
            quotes.pop(f"design.{name}", None)
        if blinding != "single" or not own_experiment.may_be_read_blind(document):
            blinding, quote, elsewhere = None, None, True
    if quote is not None:
        quotes["design.blinding"] = (quote,)
    hidden = not elsewhere and _something_given(document)
    unaware = who_knew.unaware(document, blinding) if hidden else ()
    judged = _find(document, "judged_by")
    if judged is not None:
        quotes["design.outcome_judged_by"] = (judged,)
    # The length of a crossover is not that of one of its periods.
    whole = _time(document, _WHOLE_TRIAL) if facts.get("crossover") else None
    duration = whole or _time(document, _DURATION)
    follow_up = _time(document, _FOLLOW_UP)
    if duration:
        quotes["design.duration"] = (duration[1],)
    if follow_up:
        quotes["design.follow_up"] = (follow_up[1],)
    design = Design(
        **facts,
        blinding=blinding,  # type: ignore[arg-type]
        unaware=unaware,
        outcome_judged_by=judged.text if judged else None,
        duration=duration[0] if duration else None,
        follow_up=follow_up[0] if follow_up else None,
    )
    return design, quotes


def _which_way_in_time(
    document: Document,
    facts: dict[str, bool],
    quotes: dict[str, tuple[Quote, ...]],
    note: Callable[[str, Quote | None, bool], None],
) -> None:
    """Forward or back: who calls the study both has not said which, "longitudinal" says neither."""
    back = _find(document, "retrospective")
    if back is None:
        return
    forward = quotes.pop("design.prospective", None)
    facts.pop("prospective", None)
    if forward is None or "prospective" not in forward[0].text.casefold():
        note("prospective", back, False)


def _of_another_study(document: Document) -> bool:
    """Whether the trial that the paper speaks of is not its own."""
    if _CUES["of_another_study"].search(document.title) is not None:
        return True
    others = _CUES["surveys_others"]
    return document.may_hold(others) and others.search(document.whole) is not None


def _extends_a_trial(document: Document) -> bool:
    """Whether what is told is only what came after a trial, in which all were treated openly."""
    told, again = _CUES["extension"], _CUES["extension_blind"]
    after = told.search(document.title) or told.search(document.whole, len(document.title))
    return after is not None and again.search(document.whole) is None


def _blinding(document: Document) -> tuple[str | None, Quote | None]:
    """Double where it is called so, or where those treated and those judging did not know."""
    named = _find(document, "blinding_double")
    if named is not None:
        return "double", named
    told = who_knew.kept_from_knowing(document) if _something_given(document) else None
    if told is not None and told[0] == "double":
        return told
    for value in ("single", "open"):
        named = _find(document, f"blinding_{value}")
        if named is not None:
            return value, named
        if told is not None:
            return told
    return None, None


def _something_given(document: Document) -> bool:
    given = _CUES["something_given"]
    return document.may_hold(given) and given.search(document.whole) is not None


def _find(document: Document, name: str) -> Quote | None:
    """The first use of a cue that is this study's own: not the background's, not denied.

    Title and abstract are searched as one text, so that it is scanned once for all cues.
    """
    pattern = _CUES[name]
    if not document.may_hold(pattern):
        return None
    refused = _NOT.get(name)
    title = document.whole[: len(document.title)]
    match = pattern.search(title)
    if match and not (refused and refused.search(title)):
        return document.quote(match.start(), match.end(), "title")
    whole, at = document.whole, len(document.title) + 1
    starts = document.starts
    for match in pattern.finditer(whole, at):
        place = bisect_right(starts, match.start() - at) - 1
        if place < 0:
            continue
        sentence = document.sentences[place]
        begins, ends = match.start() - at - sentence.start, match.end() - at - sentence.start
        if not _told_of_this_study(sentence, begins):
            continue
        window = with_plain_hyphens(sentence.text[max(0, begins - 50) : ends + 50])
        if refused and refused.search(window) and not _IN_THIS.search(sentence.text[:begins]):
            continue
        if name in _MENTIONED and _elsewhere(sentence.text, begins):
            continue
        other = _NOT_IN_SENTENCE.get(name)
        if other and other.search(sentence.text):
            continue
        return document.quote(sentence.start + begins, sentence.start + ends)
    return None


def _told_of_this_study(sentence: Sentence, begins: int) -> bool:
    """By the sentence's role; or by "this" before the words; or as a plan told without headings."""
    planned = sentence.role == "background" and _PLANNED.search(sentence.text) is not None
    return sentence.role in _READ or planned or _OWN.search(sentence.text[:begins]) is not None


def _elsewhere(text: str, begins: int) -> bool:
    """Whether the words name a trial, and the sentence says that it is not this study."""
    named = _A_TRIAL.search(text[begins:])
    return (
        named is not None and _ELSEWHERE.search(text) is not None and not _OWN.search(text[:begins])
    )


def _time(document: Document, pattern: Cue) -> tuple[str, Quote] | None:
    if not document.may_hold(pattern):
        return None
    for _, sentence in document.parts("aim", "methods", "results", "other"):
        for match in pattern.finditer(sentence.text):
            group = next(g for g in _LENGTHS if g in match.re.groupindex and match[g])
            after = sentence.text[match.end(group) :][:60]
            if pattern is not _FOLLOW_UP and _OF_SOMETHING_ELSE.match(after):
                continue
            if pattern is not _FOLLOW_UP and _HELD_ON.search(sentence.text[: match.start(group)]):
                continue
            if pattern is _FOLLOW_UP and _SEVERAL.search(sentence.text, match.end(group)):
                return None
            length = match[group]
            if _QUANTITY.match(_BOUNDS.sub("", length) if pattern is _FOLLOW_UP else length):
                start, end = match.span(group)
                quote = document.quote(sentence.start + start, sentence.start + end)
                return lengths.printed(match[group]), quote
    titled = pattern.search(document.title)
    if titled is None:
        return None
    group = next(g for g in _LENGTHS if g in titled.re.groupindex and titled[g])
    quote = document.quote(*titled.span(group), "title")
    return (
        (lengths.printed(titled[group]), quote)
        if _QUANTITY.match(_BOUNDS.sub("", titled[group]))
        else None
    )

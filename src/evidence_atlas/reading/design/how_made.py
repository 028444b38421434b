"""How the study was made: randomised, crossover, placebo, blinding, control, and the like."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from evidence_atlas.records import Design, Quote, Sentence
from evidence_atlas.records.cues import cue
from evidence_atlas.records.text import with_plain_hyphens

from .. import tables
from ..document import Document
from . import dummies, how_long, knowing, own_experiment, turns, who_knew

_TABLE = tables.load("design")
_CUES = {name: tables.any_of(patterns) for name, patterns in _TABLE["cues"].items()}
_NOT = {name: tables.any_of(patterns) for name, patterns in _TABLE["not"].items()}
_NOT_IN_SENTENCE = {
    name: tables.any_of(patterns) for name, patterns in _TABLE["not_in_sentence"].items()
}
_OWN = re.compile(_TABLE["own"]["ours"], re.IGNORECASE)
"""What makes the word that follows this study's own, wherever it stands."""
_PLANNED = cue(_TABLE["own"]["planned"])
_BEGINS = cue(_TABLE["own"]["begins"])
_IN_THIS = re.compile(r"\bin this\s\Z", re.IGNORECASE)
"""What nothing said around it denies: "no one in this randomised trial"."""
_READ = frozenset(("aim", "methods", "results", "other"))
_ELSEWHERE = tables.any_of(_TABLE["own"]["elsewhere"])
_A_TRIAL = cue(_TABLE["own"]["a_trial"])
_MENTIONED = frozenset(("randomised", "crossover", "placebo", "blinding_double", "blinding_single",
                        "blinding_open"))  # fmt: skip
_OF_TRIALS = ("randomised", "crossover", "cluster", "placebo")
"""Words that tell of a trial, whoever's it is."""
_PLAINLY_TOLD = (
    "crossover", "cluster", "placebo", "pilot", "multicentre", "prospective", "genome_wide",
    "multiple_testing_corrected", "population_based", "controlled", "single_arm", "post_hoc",
    "subgroups",
)  # fmt: skip


@dataclass
class _Noted:
    """What is read of the design so far, each fact with its quote."""

    facts: dict[str, bool] = field(default_factory=dict)
    quotes: dict[str, tuple[Quote, ...]] = field(default_factory=dict)

    def note(self, name: str, quote: Quote | None, value: bool = True) -> None:
        if quote is not None:
            self.facts[name] = value
            self.quotes[f"design.{name}"] = (quote,)

    def drop(self, *names: str) -> None:
        for name in names:
            self.facts.pop(name, None)
            self.quotes.pop(f"design.{name}", None)


def read(
    document: Document, review: bool, opinion: bool
) -> tuple[Design, dict[str, tuple[Quote, ...]]]:
    """The design words of one record.

    In a review they are the included studies', in an opinion those of the studies that it is
    about, so both go unread.
    """
    if review or _find(document, "gathers_trials") is not None:
        return _of_those_gathered(document)
    noted = _Noted()
    for name in _PLAINLY_TOLD:
        noted.note(name, _find(document, name))
    extension = not opinion and _extends_a_trial(document)
    elsewhere = opinion or extension or _of_another_study(document)
    if elsewhere:
        noted.drop("placebo", "crossover", "cluster")
    else:
        _whether_by_chance(document, noted)
    _which_way_in_time(document, noted)
    _with_what_follows(noted)
    given = bool(noted.facts.get("randomised")) or _something_given(document)
    trial = bool(noted.facts.keys() & _OF_TRIALS) or own_experiment.plainly_one(document)
    blinding, quote = (None, None) if elsewhere else _blinding(document, given, trial)
    if extension and (known := _find(document, "blinding_open")) is not None:
        blinding, quote = "open", known
    if trial and not elsewhere and "placebo" not in noted.facts and blinding != "open":
        unknown = blinding is not None or bool(knowing.unknowing(document))
        noted.note("placebo", dummies.told(document, unknown))
        _with_what_follows(noted)
    named = bool(quote or noted.facts.keys() & _OF_TRIALS)
    if named and not own_experiment.told(document):
        noted.drop(*_OF_TRIALS)
        if blinding != "single" or not _read_blind(document):
            blinding, quote, elsewhere = None, None, True
    unaware = who_knew.unaware(document, blinding) if given and not elsewhere else ()
    judged = _find(document, "judged_by")
    lasted = how_long.lasted(document, crossover=noted.facts.get("crossover", False))
    followed = how_long.followed(document)
    for name, where in (
        ("blinding", quote),
        ("outcome_judged_by", judged),
        ("duration", lasted and lasted[1]),
        ("follow_up", followed and followed[1]),
    ):
        if where is not None:
            noted.quotes[f"design.{name}"] = (where,)
    design = Design(
        **noted.facts,
        blinding=blinding,  # type: ignore[arg-type]
        unaware=unaware,
        outcome_judged_by=judged.text if judged else None,
        duration=lasted[0] if lasted else None,
        follow_up=followed[0] if followed else None,
    )
    return design, noted.quotes


def _of_those_gathered(document: Document) -> tuple[Design, dict[str, tuple[Quote, ...]]]:
    """What a review tells of the studies in it."""
    noted = _Noted()
    for name in ("quality_rated", "includes_randomised_trials"):
        noted.note(name, _find(document, name))
    return Design(**noted.facts), noted.quotes  # type: ignore[arg-type]


def _whether_by_chance(document: Document, noted: _Noted) -> None:
    """Whether chance made the groups; and a crossover by words that need it to."""
    denied = _find(document, "not_randomised")
    if denied is not None:
        noted.note("randomised", denied, value=False)
        return
    noted.note("randomised", _find(document, "randomised"))
    if "randomised" not in noted.facts:
        noted.note("randomised", _find(document, "by_own_choice"), value=False)
    if noted.facts.get("randomised") and "crossover" not in noted.facts:
        noted.note("crossover", _find(document, "crossover_hint"))
    if "crossover" not in noted.facts:
        noted.note("crossover", turns.told(document, bool(noted.facts.get("randomised"))))


def _which_way_in_time(document: Document, noted: _Noted) -> None:
    """Forward or back: who calls the study both has not said which, "longitudinal" says neither."""
    back = _find(document, "retrospective")
    if back is None:
        return
    forward = noted.quotes.get("design.prospective")
    noted.drop("prospective")
    if forward is None or "prospective" not in forward[0].text.casefold():
        noted.note("prospective", back, value=False)


def _with_what_follows(noted: _Noted) -> None:
    """Groups made by chance are more than one; chance or a placebo sets one against another."""
    facts, quotes = noted.facts, noted.quotes
    if facts.get("single_arm") and facts.get("randomised"):
        noted.drop("single_arm")
    if facts.get("randomised") or facts.get("placebo"):
        facts["controlled"] = True
        for basis in ("randomised", "placebo"):
            if f"design.{basis}" in quotes and "design.controlled" not in quotes:
                quotes["design.controlled"] = quotes[f"design.{basis}"]


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


def _blinding(document: Document, given: bool, trial: bool) -> tuple[str | None, Quote | None]:
    """Double where it is called so, or where those treated and those judging did not know."""
    named = _find(document, "blinding_double")
    if named is not None:
        return "double", named
    told = who_knew.kept_from_knowing(document, trial) if given or trial else None
    if told is not None and told[0] == "double":
        return told
    for value in ("single", "open"):
        named = _find(document, f"blinding_{value}")
        if named is not None:
            return value, named
        if told is not None:
            return told
    openly = knowing.knew(document) if trial else None
    return ("open", openly) if openly is not None else (None, None)


def _read_blind(document: Document) -> bool:
    """Whether those who read tests or samples did so blind: not the ill, who had no treatment."""
    unaware = who_knew.unaware(document, "single")
    return own_experiment.may_be_read_blind(document) and unaware != ("treated",)


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
        looks_back = name == "not_randomised" and sentence.role == "conclusions"
        if not looks_back and not _told_of_this_study(sentence, begins):
            continue
        window = with_plain_hyphens(sentence.text[max(0, begins - 50) : ends + 50])
        if refused and refused.search(window) and not _IN_THIS.search(sentence.text, 0, begins):
            continue
        if name in _MENTIONED and _elsewhere(sentence.text, begins):
            continue
        other = _NOT_IN_SENTENCE.get(name)
        if other and other.search(sentence.text):
            continue
        return document.quote(sentence.start + begins, sentence.start + ends)
    return None


def _told_of_this_study(sentence: Sentence, begins: int) -> bool:
    """By the sentence's role; or by "this" before the words; or told without headings.

    Without them the first sentences may tell of a plan, or count those who took part.
    """
    unsure = sentence.role == "background"
    planned = unsure and _PLANNED.search(sentence.text) is not None
    counted = unsure and sentence.start == 0 and _BEGINS.search(sentence.text) is not None
    return (
        sentence.role in _READ
        or planned
        or counted
        or _OWN.search(sentence.text, 0, begins) is not None
    )


def _elsewhere(text: str, begins: int) -> bool:
    """Whether the words name a trial, and the sentence says that it is not this study."""
    named = _A_TRIAL.search(text[begins:])
    return (
        named is not None
        and _ELSEWHERE.search(text) is not None
        and not _OWN.search(text, 0, begins)
    )

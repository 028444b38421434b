"""How long what was given lasted, and how long people were followed, as the text prints it."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import lengths

_TABLE = tables.load("design")
_TIME = (
    r"(?P<t>(?:\d+\s?[-‐-–]\s?|\d+(?:\.\d+)?\s?(?:±|\+/-)\s?)?"
    r"(?:\w+|\d+(?:\.\d+)?)[-\s](?:to \w+ )?(?:day|week|month|year)s?)"
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
    r"(?:further\s|additional\s|another\s)?"
    rf"(?:~\s?|about\s|approximately\s|around\s)?{_TIME}"
    rf"|\b{_TIME.replace('P<t>', 'P<t2>')}[-\s](?:of )?(?:treatment|intervention|"
    rf"program(?:me)?|course|therapy|"
    rf"training|(?:{_HOW_MADE},?\s){{0,6}}trial|regimen|supplementation)(?!\s(?:grace|window|delay|gap)\b)"
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
    r"(?:for |over |(?=up to ))(?:a period of |about |approximately |around )?"
    rf"{_MEAN}{_BOUNDED_TIME.replace('P<t>', 'P<t3>')}"
    rf"|\bfollow(?:ed)?[-\s]?up (?:for |of |at |after |over |was |period (?:of |was )?|time "
    rf"(?:of |was )?)"
    rf"{_MEAN}{_BOUNDED_TIME}|{_TIME.replace('P<t>', 'P<t2>')}s?[-\s]"
    rf"(?:of |prospective |longitudinal )?follow[-\s]?up"
)
_QUANTITY = cue(_TABLE["quantity"])
_BOUNDS = re.compile(rf"\A{_BOUND}", re.IGNORECASE)
# "Six months after the end of treatment", "six months ahead", "of recovery from surgery".
_OF_SOMETHING_ELSE = re.compile(_TABLE["length"]["of_something_else"], re.IGNORECASE)
_HELD_ON = re.compile(_TABLE["length"]["held_on"], re.IGNORECASE)
_SEVERAL = re.compile(_TABLE["length"]["several"], re.IGNORECASE)
_WHOLE_TRIAL = cue(rf"\b{_TIME}[-\s](?:[\w-]+,? ){{0,4}}?(?:cross-?over )(?:trial|study)\b")


def lasted(document: Document, *, crossover: bool) -> tuple[str, Quote] | None:
    """How long treatment went on. The length of a crossover is not that of one of its periods."""
    whole = _time(document, _WHOLE_TRIAL) if crossover else None
    return whole or _time(document, _DURATION)


def followed(document: Document) -> tuple[str, Quote] | None:
    """How long people were followed up."""
    return _time(document, _FOLLOW_UP)


def _time(document: Document, pattern: Cue) -> tuple[str, Quote] | None:
    if not document.may_hold(pattern):
        return None
    for _, sentence in document.parts("aim", "methods", "results", "other"):
        for match in pattern.finditer(sentence.text):
            group = next(g for g in _LENGTHS if g in match.re.groupindex and match[g])
            after = sentence.text[match.end(group) :][:60]
            if pattern is not _FOLLOW_UP and _OF_SOMETHING_ELSE.match(after):
                continue
            if pattern is not _FOLLOW_UP and _HELD_ON.search(sentence.text, 0, match.start(group)):
                break
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

"""Patients who are counted only by the groups they were divided into, beside controls.

"Patients with asthma were divided into a high group (n = 36) and a low group (n = 28). …
compared with healthy controls (n = 30)": no count calls the 64 patients, so that the two groups
alone would be taken for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_atlas.records.cues import cue

from ..definitions.conditions_named import main_condition, studied
from ..document import Document
from ..patterns import Named
from .mentions import Mention
from .people_words import CONTROL, CUES, VERBS
from .places import Count
from .side_by_side import LABEL

_BRACKET = cue(r"\((?P<inside>[^()]*)\)", 0)


def add(
    document: Document, conditions: tuple[str, ...], pool: list[Mention], facts: dict[str, Count]
) -> None:
    """Patients and total, where the groups of the ill and the controls stand apart."""
    control, total, patients = (facts.get(n) for n in ("controls", "total", "patients"))
    main = main_condition(document, conditions)
    if control is None or main is None:
        return
    for groups in _divided(document, main):
        made = sum(g.value for g in groups)
        everybody = made + control.value
        first, last = groups[0].quote, groups[-1].quote
        if first.start <= control.quote.start <= last.end and control.quote.field == first.field:
            continue
        # What one group and the controls make is no total, nor are the groups alone.
        some = {made, everybody, *(g.value + control.value for g in groups)}
        parts = {made, *(g.value for g in groups)}
        if (total is not None and total.value not in some) or (
            patients is not None and patients.value not in parts
        ):
            continue
        if any(m.value > made and m.kind != "controls" and m.value != everybody for m in pool):
            continue  # Of more people, whom another sentence counts, only these were divided.
        quote = document.quote(first.start, last.end)
        facts["patients"] = Count(made, quote)
        if main.own:
            facts["with_illness"] = facts["patients"]
        if total is None or total.value != everybody:
            facts["total"] = Count(everybody, quote)
        return


def _divided(document: Document, main: Named) -> Iterator[list[Count]]:
    """The groups into which a sentence divides all who are ill, two or more."""
    before = document.title
    for _, sentence in document.parts("methods", "results"):
        text, last = sentence.text, before
        before = text
        verb = CUES["divided_verb"].search(text)
        if verb is None or VERBS["randomised"].search(text) is not None:
            continue
        who = verb["who"] or text[: verb.start()]
        if not _all_ill(document, who, last, main):
            continue
        rest = text[verb.end() :]
        compared = CONTROL.search(rest)
        if compared is not None:
            if CUES["well"].search(rest) is None:
                continue  # A control group of the ill is one of the groups.
            rest = rest[: compared.start()]
        groups = []
        for bracket in _BRACKET.finditer(rest):
            inside = bracket["inside"]
            told = LABEL.search(inside) or CUES["people_in_bracket"].match(inside)
            if told is not None:
                start = sentence.start + verb.end() + bracket.start("inside")
                quote = document.quote(start + told.start(), start + told.end())
                groups.append(Count(int(told["n"].replace(",", "")), quote))
        if len(groups) > 1:
            yield groups


def _all_ill(document: Document, who: str, last: str, main: Named) -> bool:
    """Whether those divided are the record's patients, not some of them, nor also others."""
    if CONTROL.search(who) or CUES["some_divided"].search(who):
        return False
    known = main.pattern.search(document.title) or (main.own and studied(document))
    own = document.illness.any_own if main.own else main.pattern
    if own.search(who):
        return True
    if CUES["they_divided"].search(who):
        return CONTROL.search(last) is None and own.search(last) is not None
    return bool(known) and CUES["patients_divided"].search(who) is not None

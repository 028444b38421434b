"""Whether a trial's clause tells of the treatment, and not of what that was set against.

"Pain was lower with A than with B" is filled with the names of the treatments, whatever the clause
calls its groups. That is right only where the clause names the treatment, and names what it was set
against, if at all, as the other side: "people on placebo had more of it" is the other way round.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text.short_forms import LIKE_A_SHORT_FORM
from evidence_atlas.records import Result

from ..material import Material
from ..tables import table
from ..words.short_forms import stands_for

_TABLE = table("results/arms_in_order.toml")
_TREATED = re.compile(_TABLE["treated"], re.IGNORECASE)
_COMPARED = re.compile(_TABLE["compared"], re.IGNORECASE)
_OTHER_SIDE = re.compile(_TABLE["other_side"], re.IGNORECASE)
_THAN = re.compile(_TABLE["than"], re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{4,}")


def groups_in_order(m: Material, result: Result) -> bool:
    """Whether the treatment is the side of which the clause tells, as far as its words show."""
    names = "|".join(re.escape(c) for c in m.reading.comparators if c)
    text = result.text
    if not (names and re.search(names, text, re.IGNORECASE)) and not _named(m, text):
        # A member of a list leaves to its sentence whom it is told of.
        around = m.reading.sentence_at(result.quote.start, result.quote.field)
        text = text if around is None else around.text
    for match in re.finditer(names, text, re.IGNORECASE) if names else ():
        if not _OTHER_SIDE.search(text[: match.start()]):
            return False
    if any(not _OTHER_SIDE.search(text[: c.start()]) for c in _COMPARED.finditer(text)):
        return False
    if _TREATED.search(text) is None and _only_set_against(m, text):
        return False
    compared = bool(names) and re.search(names, text, re.IGNORECASE) is not None
    return compared or _TREATED.search(text) is not None or _named(m, text)


def _only_set_against(m: Material, text: str) -> bool:
    """ "Scores were higher than in those on the drug": the treatment is the other side here."""
    names = "|".join(re.escape(n) for n in m.reading.interventions if n)
    first = re.search(names, text, re.IGNORECASE) if names else None
    return first is not None and _THAN.search(text[: first.start()]) is not None


def _named(m: Material, text: str) -> bool:
    """Whether the clause names what was given, by a word of it or by its short form."""
    own = {w.casefold() for name in m.reading.interventions for w in _WORD.findall(name)}
    own -= {w.casefold() for name in m.reading.comparators for w in _WORD.findall(name)}
    told = {w.casefold() for w in _WORD.findall(text)}
    for form in LIKE_A_SHORT_FORM.findall(text):
        told |= {w.casefold() for w in _WORD.findall(stands_for(m.record, form) or "")}
    return bool(own & told)

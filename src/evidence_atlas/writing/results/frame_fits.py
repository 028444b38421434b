"""Whether a plain frame ("X was higher in A than in B") says as much as the clause it is made from.

A frame is filled with the name of what was measured and with two groups. It says something else
than the study where the clause sets no people against others, where it names what was measured by
more words ("complement proteins" are no "proteins"), or tells where or when it was so ("in the
muscles of the back").
"""

from __future__ import annotations

import re

from evidence_atlas.records import Result

from ..material import Material
from ..subject.outcome_words import part_of_what_changed
from ..tables import table
from ..words.edges import without_brackets

_TABLE = table("results/frame_fits.toml")
_NAMED = re.compile(_TABLE["sides"]["named"], re.IGNORECASE)
_IN_TIME = re.compile(_TABLE["sides"]["in_time"], re.IGNORECASE)
_PLACE = re.compile(_TABLE["place"]["pattern"], re.IGNORECASE)
_AGAINST = re.compile(r"\bthan\b|\bcompar", re.IGNORECASE)
_END = re.compile(r"[,;:]|\s(?:and|but|while|whereas|although)\s", re.IGNORECASE)
"""What stands behind it is told of something else."""
_SETTING = re.compile(r"(?P<place>[^,;]{3,60}),\s")
_PEOPLE = re.compile(_TABLE["place"]["people"], re.IGNORECASE)


def sides_named(m: Material, result: Result) -> bool:
    """Whether the clause names any of the people that it would be told of.

    "Fell during the later waves" is a change in the course of something, whoever took part.
    """
    if _IN_TIME.search(result.text) and not _AGAINST.search(result.text):
        return False
    around = m.reading.sentence_at(result.quote.start, result.quote.field)
    text = around.text if around is not None else result.text
    return _NAMED.search(text) is not None or bool(m.condition.illnesses_in(text))


def left_out(m: Material, result: Result, told: str, way: str) -> bool:
    """Whether the clause says of what, where or when by words that the frame would leave out.

    Of what a null is told is asked where nulls are told.
    """
    outcome = result.outcome or ""
    if way != "null" and part_of_what_changed(result.text, outcome):
        return True
    text = without_brackets(result.text)
    at, begin = _where(text.casefold(), outcome.casefold())
    end = _END.search(text, begin)
    places = [*_PLACE.finditer(text, begin, end.start() if end else len(text))]
    setting = _SETTING.match(text[:at])
    if setting and (first := _PLACE.match(setting["place"])):
        places.append(first)
    for found in places:
        what = found["what"]
        if _PEOPLE.search(what) or m.condition.illnesses_in(what):
            continue
        if what.casefold() not in told.casefold():
            return True
    return False


def _where(text: str, outcome: str) -> tuple[int, int]:
    """Where what was measured stands; "cytokines" stand in "cytokine levels", too."""
    for name in (outcome, outcome.removesuffix("s")):
        if name and (at := text.find(name)) >= 0:
            return at, at + len(name)
    return 0, 0

"""How well the studies of a review were made, as the review rated them."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.reading.text import numbers
from evidence_atlas.records import quote, quoted, texts

from ..authors.authors_report import reported
from ..material import Material, Piece
from ..results.full_results import full_result
from ..rules import named
from ..said import Keep, Said, said
from ..sentences.indirect import cleaned
from ..sentences.standing import leans
from ..slots import Slots
from ..tables import table
from ..words.clause import MOST_WORDS, loaded, swapped
from ..words.edges import PERSON, without_brackets
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.untied import untied

_TABLE = table("limits/quality_told.toml")
_WHAT, _VERDICT, _RATED, _NOT_OF_STUDIES = (
    re.compile(_TABLE[name], re.IGNORECASE)
    for name in ("what", "verdict", "rated", "not_of_studies")
)
_THESE = re.compile(r"\bthese (?=(?:\w+ )?(?:studies|trials|articles|papers|reviews)\b)", re.I)
_ABOUT = ("design.quality_rated",)


def quality_told(m: Material, slots: Slots) -> Said | None:
    """The first sentence of the results that rates them, as the authors'; else None."""
    if m.brief.kind != "review":
        return None
    rates = (i for i, s in enumerate(m.reading.sentences) if s.role == "results" and _rates(s.text))
    return next((t for at in rates if (t := _theirs(m, slots, at)) is not None), None)


def _rates(text: str) -> bool:
    text = without_brackets(text)
    cues = (_WHAT, _VERDICT, _RATED)
    return all(cue.search(text) for cue in cues) and not _NOT_OF_STUDIES.search(text)


def _theirs(m: Material, slots: Slots, at: int) -> Said | None:
    told = (i for i in m.brief.results if m.reading.results[i].sentence == at)
    if any(full_result(m, slots, i) is not None for i in told):
        return None  # it stands among what was found
    for theirs in reported(m, at, coded=True):
        if _rates(theirs.text):
            return replace(theirs, lay=False, keep=Keep.NOT_IN_QUICK, about=_ABOUT)
    sentence = m.reading.sentences[at]
    text = _THESE.sub("the ", without_brackets(cleaned(sentence.text)))
    plain = untied(swapped(text))
    if length(plain) > MOST_WORDS or leans(plain) or loaded(plain) or PERSON.search(plain):
        return None
    held = quoted(quote(texts(m.record), "abstract", sentence.start, sentence.end))
    head, _, rest = plain.partition(" ")
    plain = f"{head.lower()} {rest}" if numbers.find(head) else uncapital(plain)
    words = f"The authors write that {plain}"
    return said(Piece(words, (held,)), named("authors-report"), voice="authors", about=_ABOUT)

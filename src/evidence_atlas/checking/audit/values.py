"""What an audit says: a verdict a sentence, what is left out, and labels that do not fit."""

from __future__ import annotations

from typing import Literal

from evidence_atlas.records import Quote
from evidence_atlas.records._base import Value

Verdict = Literal["supported", "unsupported", "contradicted"]
OmissionKind = Literal["people_lost", "harms", "whole_group", "crossover"]
BadgeCode = Literal["badge-contradicts", "badge-not-in-text", "badge-pair"]


class Judged(Value):
    """One sentence of the summary and how it stands to the abstract.

    `supported`: every content word, number and direction is accounted for by the quote and
    the plain words for its terms. `contradicted`: a specific fact conflicts, and `because`
    gives the words that decide. `unsupported` is everything else, true or not. `quote` is
    the place in the abstract (or title) that decided, None where nothing there comes near.
    """

    text: str
    verdict: Verdict
    because: str
    quote: Quote | None


class Omission(Value):
    """Something that the abstract reports, the summary leaves out, and that changes the reading."""

    kind: OmissionKind
    detail: str
    quote: Quote | None


class BadgeConflict(Value):
    """A label of the summary that does not fit the text.

    `badge-contradicts`: the text says otherwise; `badge-not-in-text`: the text does not say;
    `badge-pair`: two labels that cannot stand together.
    """

    code: BadgeCode
    detail: str


class Audit(Value):
    """A summary held against its abstract; everything in the order of the summary."""

    sentences: tuple[Judged, ...]
    omissions: tuple[Omission, ...]
    badges: tuple[BadgeConflict, ...]


class Finding(Value):
    """Why a sentence is not supported, and the place that decides.

    `turning_may_mend`: whether it might be supported if it said the opposite.
    """

    because: str
    quote: Quote | None = None
    turning_may_mend: bool = False

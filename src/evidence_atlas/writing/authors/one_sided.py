"""Whether a result that is told alone is only one side of what was found."""

from __future__ import annotations

import re

from ..brief.kinds import TREATMENT, WITH_ARMS
from ..material import Material
from ..tables import table
from .counts_together import Shared, shared_out
from .opposed import contests

CONTRASTS = re.compile(table("wording.toml")["in_turn"]["contrasts"], re.IGNORECASE)


def counts_of_everybody(m: Material) -> Shared | None:
    """The counts that share out all who took part, where no groups are set side by side."""
    if m.brief.kind in WITH_ARMS:
        return None
    return next((s for s in shared_out(m) if s.told is not None and s.of_everybody), None)


def one_sided(m: Material, index: int) -> bool:
    """Whether a result alone is one of several counts, or speaks for one of two treatments.

    So is every single result of a review whose results do not agree.
    """
    at = m.reading.results[index].sentence
    if any(c.at == at for shared in shared_out(m) for c in shared.counts):
        return True
    held = contests(m)
    if m.brief.kind == "review" and any(c.opposes(own) for own in held for c in held):
        return True  # where a review's results do not agree, no single one may be carried away
    return any(c.opposes(own) for own in held if own.at == at for c in held)


def is_contrasted(m: Material, at: int) -> bool:
    """Whether the next sentence of a study of a treatment turns from this one: "In contrast, …"."""
    sentences = m.reading.sentences
    if m.brief.kind not in TREATMENT or at + 1 >= len(sentences):
        return False
    return CONTRASTS.match(sentences[at + 1].text) is not None

"""Whether the people counted in a review are those of all its studies.

"Thirteen studies met the criteria. Pooling five studies (n = 2,200)": so many people were in the
five; told beside the thirteen, they would be taken for those of all.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text import numbers as printed

from ..material import Material

_OF_SO_MANY = re.compile(
    r"\s(?:[\w-]+ ){0,3}?(?:studies|trials|articles|cohorts|papers|reports|RCTs)\s?"
    r"(?:\((?:<[^<>]*>|[^()])*|(?:with|involving|including|comprising|enrolling)\s(?:\w+ ){0,4})\Z",
    re.IGNORECASE,
)


def in_all_studies(m: Material) -> bool:
    """Whether none says that they were in fewer of the studies gathered."""
    p, found = (
        m.reading.participants,
        m.reading.quotes.get("participants.participants_in_studies", ()),
    )
    if len(found) != 1 or p.studies is None or found[0].field != "abstract":
        return True
    around = m.reading.sentence_at(found[0].start)
    if around is None:
        return True
    before = around.text[: found[0].start - around.start]
    counted = (n for n in printed.find(before) if _OF_SO_MANY.match(before, n.end))
    return not any(1 < (n.value or 0) < p.studies for n in counted)

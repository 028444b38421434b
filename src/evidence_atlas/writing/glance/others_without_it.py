"""Whether people took part who have not the illness of the study: controls, the well.

"Those who took part need not all have it" leaves open what the text tells: that some have not.
"""

from __future__ import annotations

import re

from ..material import Material
from ..people.had_by_some import lacked_by_some
from ..tables import table

_TABLE: dict[str, str] = table("glance/others_without_it.toml")
_HEALTHY, _CONTROLS, _BY_TREATMENT = (
    re.compile(_TABLE[name], re.IGNORECASE) for name in ("healthy", "controls", "by_treatment")
)
_OWN = frozenset({"aim", "methods", "results"})
"""What the background says may be of people elsewhere."""


def others_without_it(m: Material, illness: str) -> bool:
    """Whether aim, methods or results tell of people in this study who have not the illness."""
    own = [s.text for s in m.reading.sentences if s.role in _OWN]
    if lacked_by_some(m, illness):
        return True
    if any(_HEALTHY.search(text) for text in own):
        return True
    counted = m.quotes("participants.controls")
    if m.reading.participants.controls is None or not counted:
        return False
    around = (m.reading.sentence_at(q.start, q.field) for q in counted)
    if any(s is not None and _BY_TREATMENT.search(s.text) for s in around):
        return False
    return any(_CONTROLS.search(q.text) for q in counted)

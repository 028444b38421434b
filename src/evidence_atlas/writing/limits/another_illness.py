"""Whether a study speaks of people with another illness than its own.

Only where it speaks of none may a page ask how those would have fared: they may have stood beside
the people studied, though nobody counted them.
"""

from __future__ import annotations

from ..brief.how_made import says
from ..material import Material
from ..tables import table

_ROLES = frozenset(table("limits/another_illness.toml")["roles"])


def speaks_of_another_illness(m: Material) -> bool:
    """Whether title, methods or findings name an illness that is not the study's own."""
    known = {n.name: n for n in m.condition.known_illnesses}
    told = m.reading.illnesses or m.reading.conditions
    studied = {_one_name(m, name) for name in told}
    if len(studied) > 1 or says(m.record, "patients_beside"):
        return True
    # What came before the illness all of its people had: it sets nobody apart.
    studied |= {known[name].follows for name in studied if name in known}
    own = [s.text for s in m.reading.sentences if s.role in _ROLES]
    named = {n.name for text in (m.record.title, *own) for n in m.condition.illnesses_in(text)}
    return bool({_one_name(m, name) for name in named} - studied)


def _one_name(m: Material, illness: str) -> str:
    """The atlas's illness goes by many names, and stays one."""
    return m.condition.name if any(n.name == illness for n in m.condition.names) else illness

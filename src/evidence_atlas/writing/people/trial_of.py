"""Whom a trial was of, where no count names the illness: "a trial of it in adults with asthma".

Those put into the groups are those whom the trial was made for, where title, aim or methods say
of people with the illness what was tried or compared in them, and of nobody else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records import Support, quote, quoted, texts

from ..brief.kinds import BY_CHANCE
from ..material import Material
from ..tables import table

_TABLE = table("people/trial_of.toml")


@lru_cache(maxsize=64)
def _tried_in(illness: str) -> re.Pattern[str]:
    return re.compile(_TABLE["tried_in"].replace("ILLNESS", f"(?:{illness})"), re.IGNORECASE)


_NOT_YET = re.compile(_TABLE["not_yet"], re.IGNORECASE)


def trial_of(m: Material) -> tuple[Support, ...]:
    """Where the text says that the trial was one in people with its only illness; else nothing."""
    r = m.reading
    told = r.illnesses
    if m.brief.kind not in BY_CHANCE or r.design.randomised is not True or len(told) != 1:
        return ()
    if r.participants.controls is not None or r.illness_is_outcome:
        return ()
    spelled = [n.pattern for n in m.condition.illnesses_in(told[0])] or [re.escape(told[0])]
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [
        ("abstract", s.start, s.end) for s in r.sentences if s.role in ("aim", "methods")
    ]  # fmt: skip
    for field, start, end in places:
        if _NOT_YET.search(held.get(field, ""), start, end):
            continue
        for illness in spelled:
            found = _tried_in(illness).search(held.get(field, ""), start, end)
            if found is not None:
                return (quoted(quote(held, field, *found.span())),)
    return ()

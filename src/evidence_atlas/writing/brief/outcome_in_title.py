"""The illness that a title names as what people may get, and not as what they have.

"The risk of long COVID after an infection" is no study of people with long COVID: they were
followed or counted to see who had it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence_atlas.records import Condition

from ..tables import table

_WORDS: dict[str, str] = table("brief/outcome_in_title.toml")
_PEOPLE_WITH = re.compile(_WORDS["people_with"], re.IGNORECASE)
"""Words by which those studied had the illness from the start ("low-risk people with …")."""
_OUTCOME_BEFORE = re.compile(_WORDS["outcome_before"], re.IGNORECASE)
_OUTCOME_AFTER = re.compile(_WORDS["outcome_after"], re.IGNORECASE)
_HAD_ALREADY = re.compile(_WORDS["had_already"], re.IGNORECASE)
"""Before a name: the title's people have it, so that it is not what they may get."""
_PART_OF_NAME = re.compile(_WORDS["part_of_name"], re.IGNORECASE)
"""After a name: another thing is asked about, or what came of the illness as well."""
_LASTING = re.compile(_WORDS["lasting"], re.IGNORECASE)
"""In a title on what came after an illness, the illness itself is not what people may get."""


def outcome_in_title(
    title: str, named: Iterable[tuple[int, int]], condition: Condition
) -> str | None:
    """The illness whose risk, share or onset the title names, as the title writes it.

    `named` are the places at which the title names illnesses.
    """
    followed = {n.follows for n in condition.other_conditions if n.follows}
    came_before = [n.pattern for n in condition.other_conditions if n.name in followed]
    for start, end in named:
        before, after, name = title[:start], title[end:], title[start:end]
        if _PEOPLE_WITH.search(before):
            continue
        if not (_OUTCOME_BEFORE.search(before) or _OUTCOME_AFTER.match(after)):
            continue
        if _HAD_ALREADY.search(before) or _PART_OF_NAME.match(after):
            continue
        lasting = _LASTING.search(before) is not None
        if lasting and any(re.fullmatch(p, name, re.IGNORECASE) for p in came_before):
            continue
        return name
    return None

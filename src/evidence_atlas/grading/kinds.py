"""What each study type is, for the rules of the other badges."""

from __future__ import annotations

from .tables import table

_KINDS = table("kinds")
NO_FINDINGS: tuple[str, ...] = tuple(_KINDS["no_findings"])
NOBODY_TAKES_PART: tuple[str, ...] = tuple(_KINDS["nobody_takes_part"])
SYNTHESES: tuple[str, ...] = tuple(_KINDS["syntheses"])
NOT_IN_PEOPLE: tuple[str, ...] = tuple(_KINDS["not_in_people"])
OBSERVATIONAL: tuple[str, ...] = tuple(_KINDS["observational"])
WHAT_IT_IS: dict[str, str] = dict(_KINDS["words"])
TRIALS = ("RCT", "Non-randomised trial")

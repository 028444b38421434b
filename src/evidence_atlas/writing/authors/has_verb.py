"""Whether the words are a sentence: "people with laboratory-confirmed infection" is none."""

from __future__ import annotations

import re

from ..tables import table
from ..words.verbs import finite

_TABLE = table("wording.toml")["reported"]
_ANY_VERB = re.compile(f"{_TABLE['verbs']}|{_TABLE['people_verb']}", re.IGNORECASE)
_VERB_IN_ED = re.compile(
    r"(?<![-‐‑])\w+ed (?:\w+ly )?(?:an?|the|no|with|by|in|to|from|that|between|after|more|less|"
    r"higher|lower|clear\w*|their|as|for|and)\b|"
    # Behind such a word it can be no participle: "their sleep clearly worsened".
    r"(?:(?<=clearly )|(?<=markedly )|(?<=slightly )|(?<=gradually ))\w+ed(?=\W*$|,)",
    re.IGNORECASE,
)
# What some made or told, after their name: "models generated accurate forecasts", "44% reported".
_DID = re.compile(_TABLE["did"], re.IGNORECASE)


def has_verb(claim: str) -> bool:
    """Whether a verb tells something of somebody."""
    return (
        finite(claim)
        or _DID.search(claim) is not None
        or any(
            not found[0].casefold().endswith("ed") or _VERB_IN_ED.match(claim, found.start())
            for found in _ANY_VERB.finditer(claim)
        )
    )

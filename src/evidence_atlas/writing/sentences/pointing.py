"""Words of a sentence that point at something told elsewhere, where it does not stand."""

from __future__ import annotations

import re

POINTS_BACK = re.compile(
    r"(?<!that most )(?<!that some )"
    r"\b(?:of|in|by|for|with|to|on|from|at) (?:these|this|them|it)\b(?! order\b)|"
    # "Most said that they were ill": who, stands in the sentence.
    r"(?<!said that )(?<!described that )(?<!reported that )(?<!stated that )(?<!felt that )"
    r"\bthey (?:was|were|did|had|held|also|could|may|might)\b|"
    r"\b(?:it|this|these) (?:was|were|did|had|held|also|could|may|might)\b|"
    r"(?:^|[,;] |\band |\bbut )that (?:was|were|did|had|held|also|could|may|might)\b|"
    r"^[^,;]{0,25}\b(?:had|felt|reported) (?:them|it)\b|\bremained\W*$|"
    r"\bthe (?:former|latter|two (?:groups|conditions)|other (?:two|three|group))\b|"
    r"\b(?:was|were|is|are|did|had) (?:it|they)\b|\brespectively\b|\bin and\b|"
    r"\b(?:every|each|all|any) other (?:\w+ )?(?:measure|outcome|test|score|group|symptom|"
    r"parameter|variable|value|marker|index|domain|item)(?:s|es)?\b|"
    r"\ball other \w+ (?:indexes|indices)\b|"
    r"\bremained (?:too|also|as well)\b|\b(?:showed|had|were) (?:similar|the same|comparable) "
    r"(?:patterns?|results|findings|trends?)\W*$|"
    r"^(?:only )?(?:\d[\d,]*|1 in \d+|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"\w+teen|twenty) (?:of them )?(?:(?:was|were|had|did|have)\b|"
    # "200 reached consensus": 200 of what? "Ten reported cases" are cases.
    r"(?:reached|met|moved|advanced|passed|improved|worsened|recovered|reported|showed|developed|"
    r"died|completed|experienced|remained|required|received|agreed|responded|returned)\b"
    r"(?! (?:[\w-]+ )?\w+s (?:was|were|had|did|have)\b))|"
    r"^the (?:differences?|changes?|improvements?|effects?)(?: between (?:the )?(?:two )?groups)? "
    r"(?:was|were)\b|"
    r"^(?:similar|the same|comparable) (?:findings|results|patterns?|trends?)\b",
    re.IGNORECASE,
)

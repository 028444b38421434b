"""Whether words have a verb of their own subject, and where it begins."""

from __future__ import annotations

import re
from functools import lru_cache

from ..tables import table

_TABLE = table("words/verbs.toml")
_PARTICIPLE_AFTER = re.compile(_TABLE["participle"]["after"], re.IGNORECASE)
_PARTICIPLE_BEFORE = re.compile(_TABLE["participle"]["before"], re.IGNORECASE)
_NOUN_AFTER = re.compile(_TABLE["participle"]["noun_after"], re.IGNORECASE)
_NOUNS_TOO = frozenset(_TABLE["participle"]["nouns_too"].split())
# "In that year" points at a year and opens no clause.
RELATIVE = re.compile(
    r"\b(?:which|(?<!\bin )(?<!\bof )(?<!\bat )(?<!\bfor )that|who|whose|whom|where)\b",
    re.IGNORECASE,
)
_HYPHENS = "-‐‑"
VERB = re.compile(_TABLE["verb"]["pattern"], re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: (?:\w+ly|also|not|both))? $", re.I)


def finite(text: str) -> bool:
    """True where a verb says something of the sentence's own subject.

    "Increased fatigue" and "74 included studies" have none, nor has "a score, which was 7".
    """
    return main_verb(text) is not None


@lru_cache(maxsize=1024)
def main_verb(text: str) -> int | None:
    """Where the verb of the sentence's own subject begins; None where there is none."""
    verbs = 0
    for match in VERB.finditer(text):
        word = match.group().casefold()
        before, after = text[: match.start()], text[match.end() :]
        participle = word.endswith("ed") and word != "showed"
        if word.endswith("ed") and before[-1:] in _HYPHENS and before:
            continue  # "virus-related" is no verb
        if participle and (_PARTICIPLE_AFTER.search(before) or _PARTICIPLE_BEFORE.search(after)):
            continue
        if word in _NOUNS_TOO and _NOUN_AFTER.search(before):
            continue
        if verbs and participle and _AUXILIARY.search(before):
            continue  # "were related" is one verb
        verbs += 1
        # The verb of "who had it" is spent on its own small clause.
        if verbs > len(RELATIVE.findall(before)):
            return match.start()
    return None

"""A clause with the word that judges between quotation marks, where leaving it out would mislead.

"Recovery", "effective", "responders" are the authors' words: a result that is told with one of them
stays theirs. What only praises, or calls a thing safe, is no such word.
"""

from __future__ import annotations

import re

from ..tables import table
from ..words.clause import MOST_WORDS, causal, loaded, plain_clause, restate, unclear_things
from ..words.edges import IN_BRACKETS, PERSON
from ..words.names import length

_PATTERN: str = table("sentences/counts_together.toml")["judging"]["pattern"]
_JUDGING = re.compile(_PATTERN, re.IGNORECASE)
_QUOTED_OR_JUDGING = re.compile(rf"“[^”]*”|(?P<word>{_PATTERN})", re.IGNORECASE)
"""What stands between quotation marks keeps those that it has."""
MOST_JUDGING = 2


def restated(text: str, *, randomised_result: bool) -> str | None:
    """The clause as a sentence of ours; its judging words between quotation marks.

    None where it claims more than the comparison allows, or has more of them than can be read.
    """
    plain = restate(text, randomised_result=randomised_result)
    if plain is not None:
        return plain
    told = plain_clause(text)
    if told is None or length(IN_BRACKETS.sub("", told)) > MOST_WORDS or PERSON.search(told):
        return None
    if (causal(told) and not randomised_result) or unclear_things(text):
        return None
    found = [*_JUDGING.finditer(told)]
    if not 0 < len(found) <= MOST_JUDGING or loaded(_JUDGING.sub(" ", told)):
        return None
    return judging_quoted(told)


def judging_quoted(text: str) -> str:
    """The text with its judging words between quotation marks."""
    return _QUOTED_OR_JUDGING.sub(lambda m: m[0] if m["word"] is None else f"“{m[0]}”", text)


def judging_unquoted(text: str) -> str:
    """The text without those quotation marks: in a retelling no word is the authors'."""
    return text.replace("“", "").replace("”", "")

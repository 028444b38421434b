"""What a text tells of findings made before the study, which are not the study's own."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading, Result, Sentence

from .tables import table

_KNOWN = re.compile(table("wording.toml")["main_result"]["known"], re.IGNORECASE)
_AIM = re.compile(
    r"\b(?:we (?:therefore |thus |here |now )?hypothesi[sz]ed|(?:the|this|our) (?:aim|objective|"
    r"purpose|goal)s? (?:of (?:this|the|our)|was|is|were)|we (?:therefore |thus )?(?:aimed|sought|"
    r"set out)|this (?:study|trial|work|review) (?:aim(?:s|ed)|sought))\b",
    re.IGNORECASE,
)
_GATHERED = re.compile(
    r"^\W*(?:here,? )?we (?:conducted|performed|undertook|carried out|present) (?:a|an|this) "
    r"(?:[\w-]+ ){0,3}(?:review|search|meta-analysis)\b",
    re.IGNORECASE,
)


def known_before(kind: str, reading: Reading, result: Result) -> bool:
    """A clause of the background, from before the aim, or of what has been found so far."""
    around = sentence_of(reading, result)
    if around is None:
        return False
    if around.role == "background" or result.quote.start < _aim(kind, reading):
        return True
    return _KNOWN.search(result.text) is not None and not re.search(r"\d", result.text)


def sentence_of(reading: Reading, result: Result) -> Sentence | None:
    """The sentence in which a result stands; None for one of the title or of a full text."""
    at = result.quote.start
    if result.quote.field != "abstract":
        return None
    return next((s for s in reading.sentences if s.start <= at < s.end), None)


def _aim(kind: str, reading: Reading) -> int:
    """Where the first half of the abstract says what was to be found out; else 0.

    What stands in a review before the words that it was made is not its own, wherever it stands.
    """
    half = reading.sentences[: len(reading.sentences) // 2 + 1]
    found = next((s.start for s in half if _AIM.search(s.text)), 0)
    if kind == "review" and not found:
        return next((s.start for s in reading.sentences if _GATHERED.search(s.text)), 0)
    return found

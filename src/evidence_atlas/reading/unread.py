"""Whether a record can be read at all, and if not, why."""

from __future__ import annotations

from typing import Literal

from evidence_atlas.records import Record
from evidence_atlas.records.cues import cue

_NOTICE_TYPES = frozenset((
    "retraction of publication", "published erratum", "expression of concern",
    "corrected and republished article", "retraction notice",
))  # fmt: skip
_NOTICE_TITLE = cue(
    r"\A\W*(?:retraction(?: notice| note)?|retracted notice|erratum|errata|corrigend(?:um|a)|"
    r"correction(?:s)?|"
    r"author correction|publisher correction|expression of concern|addendum|notice of "
    r"(?:retraction|withdrawal))"
    r"\b\s?(?:to|for|on|of|:|-|–|$)"
)
_FUNCTION_WORDS = frozenset((
    "the", "of", "and", "in", "to", "with", "was", "were", "is", "are", "for", "that", "by",
    "from", "this", "we", "as", "on", "an", "or", "be",
))  # fmt: skip
_SIGNS = ".,;:()[]<>=±%/+-–\"“”'’*"
_LONGEST_WORD = 300
_JUDGED = 4000


def why(record: Record, abstract: str) -> Literal["no abstract", "not in English", "notice"] | None:
    """The reason why nothing is read, None for a record that can be read.

    PubMed gives papers in other languages an English abstract; so the abstract itself
    decides: English uses a function word for about every third word, and one word in
    eight is asked for. Short abstracts are believed unless the record says otherwise.
    """
    types = {t.lower() for t in record.publication_types}
    if types & (_NOTICE_TYPES - {"corrected and republished article"}):
        return "notice"
    if _NOTICE_TITLE.search(record.title) and len(abstract) < 1200:
        return "notice"
    if not abstract.strip():
        return "no abstract"
    words = [w for part in abstract[:_JUDGED].lower().split() if (w := part.strip(_SIGNS))]
    words = [w for w in words if not w[0].isdigit()]
    # No English word has 300 letters: what runs on so is a code, a picture or an attack.
    longest = max(map(len, [*abstract.split(), *record.title.split(), ""]))
    if not words or longest > _LONGEST_WORD:
        return "not in English"
    share = sum(map(_FUNCTION_WORDS.__contains__, words)) / len(words)
    english = not record.languages or "eng" in record.languages
    if share < 0.12 and (len(words) >= 20 or not english):
        return "not in English"
    return None

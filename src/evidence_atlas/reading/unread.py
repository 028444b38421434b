"""Whether a record can be read at all, and if not, why."""

from __future__ import annotations

import re
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
_FUNCTION_WORDS = cue(
    r"\b(?:the|of|and|in|to|with|was|were|is|are|for|that|by|from|this|we|as|on|an|or|be)\b"
)


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
    words = re.findall(r"[^\W\d_]+", abstract[:4000])
    if not words:
        return "not in English"
    share = len(_FUNCTION_WORDS.findall(abstract[:4000])) / len(words)
    english = not record.languages or "eng" in record.languages
    if share < 0.12 and (len(words) >= 20 or not english):
        return "not in English"
    return None

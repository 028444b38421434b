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
    # What people write of themselves has few of those.
    "i", "my", "you", "your", "have", "had", "when", "how", "what", "but", "not", "they", "it",
))  # fmt: skip
_OF_OTHER_TONGUES = frozenset((
    "le", "la", "les", "des", "du", "et", "une", "chez", "der", "die", "das", "und", "den", "mit",
    "bei", "wir", "el", "los", "las", "del", "con", "por", "que", "il", "di", "che", "nei", "nella",
    "het", "een", "van", "bij", "met", "wij", "os", "dos", "da", "com", "foram", "och", "som", "de",
))  # fmt: skip
"""A sentence or two with so many of these, and next to no English ones, are not English."""
_SIGNS = ".,;:()[]<>=±%/+-–\"“”'’*"
_LONGEST_WORD = 300
_JUDGED = 4000
_FOREIGN = 0.05
"""A line of numbers and names has few of them; another language has next to none."""
_ENGLISH = 0.12
"""The least share of function words."""


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
    words = _words(abstract)
    # No English word has 300 letters: what runs on so is a code, a picture or an attack.
    longest = max(map(len, [*abstract.split(), *record.title.split(), ""]))
    if not words or longest > _LONGEST_WORD:
        return "not in English"
    share = _share(words)
    english = not record.languages or "eng" in record.languages
    if share < _FOREIGN and _share(words, _OF_OTHER_TONGUES) >= _ENGLISH:
        return "not in English"
    if share < _ENGLISH and (len(words) >= 20 or not english):
        return "not in English"
    return None


def english(abstract: str) -> str:
    """The abstract up to where it is given once more in another language."""
    end = 0
    for line in abstract.splitlines(keepends=True):
        if end:
            words = _words(line)
            if len(words) >= 20 and _share(words) < _FOREIGN:
                return abstract[:end].rstrip()
        end += len(line)
    return abstract


def _words(text: str) -> list[str]:
    parts = text[:_JUDGED].lower().split()
    return [w for part in parts if (w := part.strip(_SIGNS)) and not w[0].isdigit()]


def _share(words: list[str], of: frozenset[str] = _FUNCTION_WORDS) -> float:
    """What part of the words are function words, English ones unless others are given."""
    return sum(map(of.__contains__, words)) / len(words)

"""The candidate address of a study: `<surname>-<year>-<two title words>`.

Only a candidate: the ledger mints the slug at first publication, adds `-2` where another
study has it, and keeps it for ever.
"""

from __future__ import annotations

import re

from .citation import Record
from .names import TABLE, fold, surname_of

_STOP = frozenset(TABLE["slug_stop_words"])
_GREEK: dict[str, str] = TABLE["greek"]
_PLAIN = re.compile(r"[a-z0-9]+")
_STATE_PREFIX = re.compile(
    r"^\s*\[?(?:retracted(?: article)?|withdrawn)\s*[:.\]]\s*", re.IGNORECASE
)
_LONGEST_SURNAME = 40
_LONGEST_WORD = 30


def candidate_slug(record: Record) -> str:
    """The slug that this record asks for; a-z, 0-9 and hyphens, never empty.

    No author gives `anon`, no year `nd`. Stop words are skipped, Greek letters spelt out,
    accents dropped, and "RETRACTED:" before a title is not part of it, so that a retraction
    does not move a page.
    """
    surname = "-".join(_words(surname_of(record) or ""))[:_LONGEST_SURNAME].strip("-") or "anon"
    year = str(record.year) if record.year else "nd"
    words = _words(_STATE_PREFIX.sub("", record.title))
    telling = [w for w in words if w not in _STOP and len(w) > 1] or words
    return "-".join([surname, year, *(w[:_LONGEST_WORD] for w in telling[:2])])


def _words(text: str) -> list[str]:
    text = re.sub(r"(?<=\w)['’ʼ`](?=\w)", "", text)
    return _PLAIN.findall("".join(_GREEK.get(c, c) for c in fold(text)))

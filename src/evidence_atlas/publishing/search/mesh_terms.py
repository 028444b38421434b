"""NLM's entry terms for MeSH headings, where an operator has given NLM's file.

The file in the home folder holds nothing but headings and their entry terms; an index takes from
it what its own studies are indexed under.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from ...records import from_json, to_json

FILE = "mesh_terms.json"
_INVERTED = ", "
_LONGEST = 100
Terms = dict[str, tuple[str, ...]]


def keep_terms(home: Path, headings: Iterable[tuple[str, Sequence[str]]]) -> int:
    """Keep headings with their entry terms in the home folder; gives how many headings.

    Put in place by one rename. Raises OSError where the disk fails.
    """
    terms = {heading: tuple(_wordings(heading, given)) for heading, given in headings}
    home.mkdir(parents=True, exist_ok=True)
    draft = home / f"{FILE}.draft"
    draft.write_bytes(to_json(terms))
    draft.replace(home / FILE)
    return len(terms)


def headings_in_use(home: Path, used: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The entry terms of these headings; empty where no file was given or it cannot be read."""
    try:
        terms = from_json((home / FILE).read_bytes(), Terms)
    except (OSError, msgspec.DecodeError):
        return {}
    return {h: terms[h] for h in sorted(used) if terms.get(h)}


def _wordings(heading: str, given: Sequence[str]) -> Iterable[str]:
    """Each entry term as said: `Hypotension, Orthostatic` is `Orthostatic Hypotension`."""
    wordings = dict.fromkeys(_uninverted(t) for t in (heading, *given) if len(t) <= _LONGEST)
    wordings.pop(heading, None)
    return wordings


def _uninverted(term: str) -> str:
    parts = term.split(_INVERTED)
    return " ".join(reversed(parts)) if len(parts) == 2 else term

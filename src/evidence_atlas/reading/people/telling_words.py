"""Which common words a text uses for its people and for how it was made.

Texts on the ill alone say "experiences", "clinic", "patients"; those on a population in which the
illness is looked for say "odds", "infected", "developed". No single word settles it, so each is
only a piece of evidence. The words are a closed list (tables/all_ill.toml) of people, of how they
were found, counted and compared: no treatment, measure or symptom, so that swapping one for
another changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..patterns import Named

_WORDS = frozenset(tables.load("all_ill")["words"])
_WORD = cue(r"[A-Za-z]+(?:-[A-Za-z]+)*", 0)
_ROOMS = {"methods": ("aim", "methods"), "results": ("results",)}
_MAIN, _OWN, _OTHER = "{main}", "{own}", "{other}"
"""What stands for the record's main condition, for the atlas's illness and for any other."""


def find(document: Document, main: Named) -> Iterator[str]:
    """The words of the list that the methods (with the aim) and the results use, by room."""
    for room, roles in _ROOMS.items():
        text = " ".join(sentence.text for _, sentence in document.parts(*roles))
        for pattern, name in (
            (main.pattern, _MAIN), (document.illness.any_own, _OWN),
            (document.illness.any_name, _OTHER),
        ):  # fmt: skip
            named = pattern.search(text)
            if named is not None:
                text = pattern.sub(" ", text)
                yield f"{room}: {name}"
        used = {word.lower() for word in _WORD.findall(text)}
        yield from (f"{room}: {word}" for word in used & _WORDS)

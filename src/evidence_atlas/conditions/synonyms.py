"""The synonyms of an illness, out of `synonyms.toml` in its folder and its glossary.

They stand apart from the `Condition`: a reader's search uses them, no page does, so that a new
synonym needs no page to be made anew.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from evidence_atlas.records import Condition
from evidence_atlas.records.synonyms import Everyday, Synonyms

from .loading import ConditionError, read_table

FILE = "synonyms.toml"


def load_synonyms(name_or_folder: str | Path, condition: Condition) -> Synonyms:
    """The synonyms of that illness; none where its folder has no such file.

    A term of the glossary is found by its plain words too. Raises ConditionError where the
    file is not TOML, or where a field is unknown, missing or of the wrong kind.
    """
    where, table = read_table(name_or_folder, FILE)
    try:
        given = msgspec.convert(table, _Strict)
    except msgspec.ValidationError as error:
        raise ConditionError(f"{where}: {error}") from None
    plain = tuple(
        Everyday(say=(entry.plain,), means=(entry.term,))
        for entry in condition.glossary
        if entry.plain.casefold() != entry.term.casefold()
    )
    return Synonyms(same=given.same, everyday=(*given.everyday, *plain))


class _Strict(Synonyms, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file's own form: a misspelt table is refused, not passed over."""

"""What the pipeline's own stages hand on."""

from __future__ import annotations

import msgspec

from ..records import Because, Flag, Grade, Grades, Link, Record, StudyFacts, Value, digest


class Ref(Value, frozen=True):
    """A stored record by its natural key, and the hash of its content.

    `full_text`: it holds the Methods of an open full text. `text_of` is the natural key of
    another record of the same study whose full text is read with this one; the hash is then
    that of both.
    """

    source: str
    key: str
    version: int
    payload_hash: str
    full_text: bool = False
    text_of: tuple[str, str, int] | None = None

    @property
    def natural(self) -> tuple[str, str, int]:
        return self.source, self.key, self.version

    def with_text_of(self, other: Ref) -> Ref:
        """This record, read with the other's full text."""
        both = digest(self.payload_hash, other.payload_hash)
        return msgspec.structs.replace(self, payload_hash=both, text_of=other.natural)


class Normalised(Value, frozen=True):
    """What is known of one record key: its rows, the one in force first, and the
    bibliographic part of that one (no abstract), for telling duplicates and lineage."""

    rows: tuple[Ref, ...]
    record: Record
    rank: tuple[int, int, int, str]


class Members(Value, frozen=True):
    """The records of one study; the first is the one that is read, graded and shown."""

    records: tuple[Ref, ...]

    @property
    def main(self) -> Ref:
        return self.records[0]


class Graded(Value, frozen=True):
    """The badges before other studies are looked at, and whether the record belongs here."""

    grades: Grades
    on_topic: bool
    because: Because


class Checked(Value, frozen=True):
    """What the gate found."""

    flags: tuple[Flag, ...]
    held: bool


class Moderated(Value, frozen=True):
    """What the gate and the editors' rulings make of a page.

    `judged` is the hash of source and page, which a review names: it lapses when they change.
    """

    held: bool
    held_because: str | None
    review_state: Grade | None
    judged: str


class Around(Value, frozen=True):
    """What one study's level, page and gate may know of others."""

    links: tuple[Link, ...]
    others: tuple[StudyFacts, ...]

    def by_key(self) -> dict[str, StudyFacts]:
        return {f.key: f for f in self.others}

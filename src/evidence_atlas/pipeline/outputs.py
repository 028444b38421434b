"""What the pipeline's own stages hand on."""

from __future__ import annotations

from ..records import Because, Flag, Grade, Grades, Link, Record, StudyFacts, Value


class Ref(Value, frozen=True):
    """A stored record by its natural key, and the hash of its content."""

    source: str
    key: str
    version: int
    payload_hash: str


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

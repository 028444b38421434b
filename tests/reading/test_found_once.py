"""What several rooms ask of one text is found once, and never told of another text."""

from __future__ import annotations

from evidence_atlas.reading.document import Document, once
from evidence_atlas.reading.patterns import illness
from evidence_atlas.records import Condition, Record

from .test_results import CONDITION

asked: list[str] = []


@once
def words(document: Document, letter: str = "") -> int:
    """A question that leaves a trace each time it is worked out."""
    asked.append(document.title)
    return sum(letter in word for word in document.title.split())


def document(title: str, condition: Condition = CONDITION) -> Document:
    record = Record(source="plain", raw_hash="", title=title)
    return Document(record, condition, illness(condition), title, "", ())


def test_a_question_is_worked_out_once_for_each_text_and_each_thing_asked() -> None:
    asked.clear()
    one, other = document("Rest for wheeze"), document("Two weeks of rest for wheeze")
    assert [words(one), words(other), words(one)] == [3, 6, 3]
    assert asked == [one.title, other.title]
    assert words(one, "w") == 1
    assert words(one, letter="f") == 1
    assert words(one) == 3
    assert len(asked) == 4

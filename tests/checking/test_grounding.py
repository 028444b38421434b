"""Every sentence has a source, and the source says exactly what is cited of it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.checking.conftest import ABSTRACT, Desk

from evidence_atlas.records import (
    AbstractSection,
    Quote,
    QuoteSupport,
    RecordSupport,
    RuleSupport,
    StudySupport,
    quoted,
)

same_desk = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
TEXT = "The asthma score was lower with the inhaler."


def codes(desk: Desk, *support, text: str = TEXT) -> list[str]:
    return desk.codes(desk.say(text, support=support, section="strengths"))


def test_a_sentence_without_a_source_is_held(desk: Desk):
    assert "no-support" in codes(desk)


@same_desk
@given(
    start=st.integers(-5, len(ABSTRACT) + 5),
    length=st.integers(-3, 80),
    field=st.sampled_from(["abstract", "title", "fulltext:2"]),
)
def test_a_quote_is_the_very_characters_of_its_place_or_is_held(
    desk: Desk, start: int, length: int, field: str
):
    end = start + length
    item = QuoteSupport(field="abstract", start=start, end=end, text=ABSTRACT[max(0, start) : end])
    true = 0 <= start < end <= len(ABSTRACT)
    assert ("support-mismatch" not in codes(desk, item)) == true
    # The same characters are not those of another text.
    if field != "abstract":
        moved = msgspec.structs.replace(item, field=field)
        assert "support-mismatch" in codes(desk, moved)


@same_desk
@given(at=st.integers(0, 30), letter=st.sampled_from("aZ9 ”"))
def test_one_changed_letter_of_a_quote_is_enough(desk: Desk, at: int, letter: str):
    item = quoted(desk.quote("score"))
    changed = f"{item.text[:at]}{letter}{item.text[at + 1 :]}"
    flags = codes(desk, msgspec.structs.replace(item, text=changed))
    assert ("support-mismatch" in flags) == (changed != item.text)


@pytest.mark.parametrize(
    ("field", "value", "true"),
    [
        ("pmid", "1", True),
        ("pubmed", "1", True),
        ("pmid", "2", False),
        ("authors", "Rossi", True),
        ("authors", "Rossi et al", True),
        ("authors", "Meyer", False),
        ("authors.0.last", "Rossi", True),
        ("authors.1.last", "Rossi", False),
        ("authors.7.last", "Rossi", False),
        ("publication_types", "Journal Article", True),
        ("favourite_colour", "red", False),
        ("pmid", "", False),
    ],
)
def test_a_field_of_the_record_is_cited_as_it_stands(
    desk: Desk, field: str, value: str, true: bool
):
    found = codes(desk, RecordSupport(field=field, value=value))
    assert ("support-mismatch" not in found) == true


@pytest.mark.parametrize(
    ("rule", "text", "true"),
    [
        ("study-size", "A study of few people is called small.", True),
        ("study-size", "  ", False),
        ("Study size", "A study of few people is called small.", False),
        ("", "A study of few people is called small.", False),
    ],
)
def test_a_rule_has_a_name_and_words_that_a_reader_can_follow(
    desk: Desk, rule: str, text: str, true: bool
):
    assert ("support-mismatch" not in codes(desk, RuleSupport(rule=rule, text=text))) == true


def test_another_study_is_cited_only_where_the_atlas_holds_it_under_that_address(desk: Desk, other):
    known = desk.changed(others={"s2": other})
    item = StudySupport(
        study="s2", slug=other.slug, label=other.label, facts="asthma score lower"
    )  # fmt: skip
    assert "support-mismatch" not in codes(known, item)
    assert "support-mismatch" in codes(desk, item)
    for change in ({"slug": "else-2001-x"}, {"label": "Else 2001"}, {"study": "s1"}):
        assert "support-mismatch" in codes(known, msgspec.structs.replace(item, **change))


def test_words_in_quotation_marks_stand_so_in_the_source(desk: Desk):
    item = quoted(desk.quote("end"))
    said = "The authors write: “{}”"
    for words in ("may ease breathing at night", "The inhaler … at night", "MAY EASE BREATHING"):
        assert "quotation-altered" not in codes(desk, item, text=said.format(words)), words
    for words in ("may ease coughing at night", "will ease breathing"):
        assert "quotation-altered" in codes(desk, item, text=said.format(words)), words


def test_no_more_than_25_words_are_quoted(desk: Desk):
    words = ABSTRACT.split()
    item = QuoteSupport(field="abstract", start=0, end=len(ABSTRACT), text=ABSTRACT)
    for n, fits in ((25, True), (26, False)):
        text = f"The authors write: “{' '.join(words[:n])}”"
        assert ("quotation-altered" not in codes(desk, item, text=text)) == fits


def test_our_own_retelling_is_never_shown_as_the_authors_words(desk: Desk):
    retold = desk.with_record(abstract_kind="retold")
    text = "The authors write: “may ease breathing at night”"
    assert "quotation-altered" in codes(retold, quoted(desk.quote("end")), text=text)


@pytest.mark.parametrize(("total", "held"), [(9296, False), (60, True)])
def test_a_point_parts_the_thousands_of_those_who_took_part_alone(
    desk: Desk, total: int, held: bool
):
    text = "We asked 9.296 adults with asthma."
    people = msgspec.structs.replace(
        desk.reading.participants, total=total, patients=None, with_illness=None, groups=()
    )
    asked = desk.with_record(abstract=(AbstractSection(text=text),)).with_reading(
        participants=people, sentences=(), results=(), conclusions=()
    )
    support = quoted(Quote(field="abstract", start=0, end=len(text), text=text))
    said = asked.say("The study asked 9,296 adults with asthma.", support=(support,))
    assert ("number-not-in-support" in asked.codes(said)) is held

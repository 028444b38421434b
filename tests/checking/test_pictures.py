"""A picture is shown only where every mark stands in its sentence and the counts fit."""

from __future__ import annotations

import msgspec
import pytest
from tests.checking.conftest import Desk

from evidence_atlas.checking import held, pictures, shown
from evidence_atlas.records import Mark

SCORE = "The asthma score was lower with the inhaler than with placebo."


def _flow(desk: Desk) -> list[Mark]:
    return [
        desk.people("start", 60, "adults with asthma", "were put by chance into groups", "who"),
        desk.people("end", 52, "people", "finished", "finished"),
        desk.mark(SCORE),
    ]


def test_a_picture_that_says_what_the_abstract_says_passes(desk: Desk):
    assert desk.drawn(*_flow(desk)) == ()


FAULTS = {
    "a shape that points the other way": lambda d: d.mark(SCORE, way="up"),
    "a level line where something differed": lambda d: d.mark(SCORE, way="level"),
    "no shape at all": lambda d: d.mark(SCORE, way=None),
    "a word that is drawn and not said": lambda d: d.mark(SCORE, words="memory score"),
    "a finding turned round": lambda d: d.mark(
        "The asthma score was higher with the inhaler than with placebo.", way="up",
        note="higher with the inhaler than with placebo",
    ),
    "a number that the abstract lacks": lambda d: d.people("start", 65, "adults", "took part", "who"),  # noqa: E501
    "finishers drawn as those who began": lambda d: d.people("start", 52, "people", "took part", "finished"),  # noqa: E501
    "those who began drawn as finishers": lambda d: d.people("end", 60, "people", "finished", "finished"),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_picture_with_a_fault_is_left_out(desk: Desk, fault: str):
    assert "picture-left-out" in desk.drawn_codes(FAULTS[fault](desk))


def test_a_number_drawn_beside_a_sentence_that_says_another_is_left_out(desk: Desk):
    mark = msgspec.structs.replace(_flow(desk)[0], n=66)
    assert "picture-left-out" in desk.drawn_codes(mark)


def test_groups_that_are_not_the_people_drawn_are_left_out(desk: Desk):
    began = _flow(desk)[0]
    group = desk.people("group", 12, "people", "were in a group", "part")
    assert "picture-left-out" in desk.drawn_codes(began, group)


def test_a_level_line_stands_for_no_clear_difference(desk: Desk):
    said = desk.say(
        "The study found no clear difference in sleep between the groups.", "sleep",
        section="picture", about=("results.3",),
        rule=("picture-finding", "No significant difference between groups is told as no clear "
              "difference that the study found."),
    )  # fmt: skip
    level = Mark(part="finding", words="sleep", note="no clear difference between the groups",
                 way="level", said=said)  # fmt: skip
    assert desk.drawn(level) == ()
    up = msgspec.structs.replace(level, way="up")
    assert "picture-left-out" in desk.drawn_codes(up)


def test_a_retracted_paper_has_no_picture(desk: Desk):
    gone = desk.with_badges(record_state="Retracted", level=None, certainty=None)
    assert "picture-left-out" in gone.drawn_codes(*_flow(gone))


def test_counts_that_do_not_add_up_have_no_picture(desk: Desk):
    p = msgspec.structs.replace(desk.reading.participants, adds_up=False)
    assert "picture-left-out" in desk.with_reading(participants=p).drawn_codes(*_flow(desk))


def test_a_failed_picture_is_taken_off_the_page_and_does_not_hold_it(desk: Desk):
    flags = desk.drawn(desk.mark(SCORE, way="up"))
    assert [f.code for f in flags] == ["picture-left-out"]
    assert held(flags) is False
    page = msgspec.structs.replace(
        desk.page(desk.harms()),
        picture=pictures.Picture(form="trial", marks=(desk.mark(SCORE, way="up"),)),
    )
    assert shown(page, flags).picture is None
    assert shown(page, ()).picture is page.picture


def test_a_picture_that_cannot_be_checked_is_left_out(desk: Desk):
    broken = msgspec.structs.replace(_flow(desk)[0], words=None)
    assert "picture-left-out" in desk.drawn_codes(broken)

"""Groups that chance made: whatever the words, such a trial is called by no other name."""

from __future__ import annotations

from evidence_atlas.conditions import load
from evidence_atlas.grading.study_type import study_type
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

MECFS = load("mecfs")


def called(title: str, abstract: str) -> str | None:
    record = Record(
        source="test",
        raw_hash="0" * 64,
        title=title,
        pmid="1",
        abstract=(AbstractSection(text=abstract),),
        languages=("eng",),
    )
    return study_type(record, read(record, MECFS)).value


def test_a_trial_by_dice_is_called_randomised():
    assert (
        called(
            "Soup at noon for people with ME/CFS: a feasibility trial",
            "Forty-four people with ME/CFS ate soup at noon or went on as before for six weeks. A "
            "secretary threw dice to settle who had soup. Fatigue fell by 1.2 and 1.0 points. "
            "Thirty-nine people stayed to the end. A larger trial can be done.",
        )
        == "RCT"
    )


def test_a_first_sentence_that_counts_people_tells_what_was_done():
    record = Record(
        source="test",
        raw_hash="0" * 64,
        title="Dark glasses for bright rooms: people acted as their own controls",
        pmid="1",
        abstract=(
            AbstractSection(
                text="Forty women with ME/CFS wore dark glasses for one week and ordinary glasses "
                "for another, in random sequence. Diaries were scored by a student who was not "
                "informed of it. On days with dark glasses, time in company was 21 minutes longer "
                "(95% CI 4 to 38), and headaches were half as frequent. Nineteen people kept on "
                "using them. Carry-over was not seen."
            ),
        ),
        languages=("eng",),
    )
    assert read(record, MECFS).design.randomised

"""What people were chosen by is told apart from what is spoken of, in unusual words."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")
CHOSEN = (
    ("Patients who did not meet the Fukuda criteria were excluded.", ("Fukuda 1994",), None),
    ("Patients met the ICC, which ask for more than older sets do.", ("ICC 2011",), None),
    ("Patients were ill by the Oxford criteria, which do not ask for PEM.", ("Oxford 1991",), None),
    ("Patients fitted the 2011 consensus of Carruthers et al.", ("ICC 2011",), None),
    ("Compliance with the Fukuda criteria was checked by phone.", ("Fukuda 1994",), None),
    ("Patients met the Fukuda criteria but failed to meet the ICC.", ("Fukuda 1994",), None),
    (
        "Patients in one town met the Fukuda criteria; patients in another met the ICC.",
        ("Fukuda 1994", "ICC 2011"),
        "or",
    ),
    (
        "Patients satisfied not only the Fukuda criteria but also the ICC.",
        ("Fukuda 1994", "ICC 2011"),
        "and",
    ),
    (
        "Patients met the Fukuda criteria. All met the ICC as well.",
        ("Fukuda 1994", "ICC 2011"),
        "and",
    ),
    ("The diagnosis was the treating physician's own.", ("clinician diagnosis",), None),
    ("Two rheumatologists made the diagnosis.", ("clinician diagnosis",), None),
    ("They described themselves as having CFS.", ("self-report",), None),
)
SPOKEN_OF = (
    "Had we used the Fukuda criteria, fewer patients would have been seen.",
    "It is not known whether the patients would have met the Fukuda criteria.",
    "These results cannot be carried over to patients who meet the Fukuda criteria.",
    "Whether the Fukuda criteria were met was not recorded.",
    "After two years twelve patients no longer met the Fukuda criteria.",
    "Controls were free of CFS by the Fukuda criteria.",
    "Nobody who met the Fukuda criteria could take part.",
    "In 40 trials patients met the Fukuda criteria.",
    "The Fukuda criteria were used in 51 of 63 papers.",
    "Patients who meet the Fukuda criteria may differ from patients seen by others.",
)


def seen(sentence: str) -> Reading:
    text = (
        "We measured grip strength in 40 patients with chronic fatigue syndrome. "
        f"{sentence} Grip was lower by 4 kg than in 40 controls. Larger studies are needed."
    )
    title = "Grip strength in chronic fatigue syndrome"
    parts = (AbstractSection(text=text),)
    return read(
        Record(source="t", raw_hash="", title=title, abstract=parts, abstract_kind="original"),
        MECFS,
    )


@pytest.mark.parametrize(("sentence", "names", "joined"), CHOSEN)
def test_the_definitions_that_chose_people(sentence, names, joined):
    found = seen(sentence)
    assert set(found.case_definitions) == set(names)
    assert found.definitions_joined_by == joined


@pytest.mark.parametrize("sentence", SPOKEN_OF)
def test_a_definition_that_chose_nobody(sentence):
    assert seen(sentence).case_definitions == ()


def test_malaise_that_is_said_to_be_compulsory_was_asked_for():
    found = seen("Patients met the Fukuda criteria (post-exertional malaise compulsory).")
    assert found.criterion.by_study == "added_as_inclusion"


def test_a_crash_on_the_road_is_no_malaise():
    found = seen("Two of the patients had been in a crash.")
    assert found.criterion.by_study == "not_stated"

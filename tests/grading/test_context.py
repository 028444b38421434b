"""How a study bears on the illness: of it, of a neighbour, or of neither."""

import pytest
from builders import ASTHMA, make_reading, make_record, passage_reading
from msgspec.structs import replace

from evidence_atlas.grading import grade, on_topic
from evidence_atlas.records import Quote

UNNAMED = replace(
    ASTHMA, scope=replace(ASTHMA.scope, overlapping_unnamed=r"sneezing (?:after|since) pollen")
)


def context(record, reading, illness=ASTHMA):
    return grade(record, reading, illness).value("context")


def quoted(record, words):
    text = record.abstract[0].text
    start = text.index(words)
    return Quote(field="abstract", start=start, end=start + len(words), text=words)


def of_hay_fever(record, role):
    """A reading by which the study is of hay fever, named in a sentence of that role."""
    return replace(
        passage_reading(record, [role]),
        illnesses=("hay fever",),
        conditions=("hay fever",),
        condition_as_named=None,
        quotes={"illnesses.hay fever": (quoted(record, "hay fever"),)},
    )


def test_a_study_of_people_with_a_neighbour_belongs_though_its_title_does_not_name_it():
    record = make_record("Sneezing in spring", "We followed 40 adults with hay fever.")
    belongs, why = on_topic(record, of_hay_fever(record, "methods"), ASTHMA)
    assert belongs is True
    assert why.text == "The study is of hay fever, which overlaps with asthma."
    assert why.quote.text == "hay fever"
    assert context(record, of_hay_fever(record, "methods")) == "overlapping illness"


def test_a_neighbour_named_only_in_the_background_makes_no_such_study():
    record = make_record("Pollen counts", "Pollen is a cause of hay fever.")
    assert on_topic(record, of_hay_fever(record, "background"), ASTHMA)[0] is False


def test_a_title_may_tell_of_a_neighbour_without_its_name():
    record = make_record("Sneezing after pollen", "This is often called hay fever.")
    nothing = make_reading(conditions=(), condition_as_named=None)
    belongs, why = on_topic(record, nothing, UNNAMED)
    assert belongs is True
    assert why.text.startswith("The title tells of what the abstract calls hay fever.")
    silent = make_record("Sneezing after pollen", "It was counted.")
    assert on_topic(silent, nothing, UNNAMED)[0] is False


def in_passing(text, roles):
    record = make_record("Gout at night", text)
    reading = replace(
        passage_reading(record, roles), conditions=("asthma",), condition_as_named="asthma"
    )
    return context(record, reading)


def test_an_illness_named_once_in_passing_is_not_what_was_studied():
    roles = ["background", "methods", "results"]
    text = "Asthma is common too. We asked 40 people with gout. Gout hurts."
    assert in_passing(text, roles) == "off topic"
    text = "Sleep matters. We asked 40 people with gout and asthma. Gout hurts."
    assert in_passing(text, roles) == "the illness"


def test_a_likeness_is_not_the_illness():
    roles = ["background", "methods", "results"]
    text = "Sleep matters. We asked for symptoms resembling asthma. Gout hurts."
    assert in_passing(text, roles) == "off topic"


def test_where_the_parts_of_the_abstract_are_not_told_apart_a_mention_is_not_in_passing():
    assert in_passing("We asked the parents of children with asthma.", ["other"]) == "the illness"


def test_a_study_of_the_illness_beside_another_is_of_the_illness():
    reading = make_reading(illnesses=("asthma",), conditions=("gout", "asthma"))
    record = make_record("Nights", "Gout and asthma were studied.")
    assert context(record, reading) == "the illness"


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Tired, not asthma, after an operation", "We followed 80 adults."),
        ("Iron for coughs", "None had asthma. Coughs were fewer with iron."),
        ("Coughs of nurses", "Nurses with asthma were excluded. Coughs were frequent."),
        ("Heart failure in the clinic", "Three men had been misdiagnosed as having asthma."),
        ("Gout in a town", "Of 391 people with gout 6% had once been told that they had asthma."),
        ("Gout again", "A doctor had told 22 that they had asthma before gout was found."),
    ],
)
def test_a_record_that_only_denies_the_illness_is_not_about_it(title, abstract):
    record = make_record(title, abstract)
    nothing = make_reading(conditions=(), condition_as_named=None)
    belongs, why = on_topic(record, nothing, ASTHMA)
    assert belongs is False
    assert why.rule == "denied-only"


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Is it asthma or not?", "We ask."),
        ("A cough is not asthma", "We tell them apart."),
        ("Breath", "People with and without asthma breathed out."),
        ("Misdiagnosed as asthma: an audit", "We read 200 letters."),
        ("Told again", "100 people who had been diagnosed with asthma were seen again."),
        ("Not only asthma", "We asked 50 patients."),
    ],
)
def test_what_asks_about_the_illness_is_about_it(title, abstract):
    record = make_record(title, abstract)
    assert on_topic(record, make_reading(conditions=(), condition_as_named=None), ASTHMA)[0]

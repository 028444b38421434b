"""What a text calls its own treatment and measure is found by its places, whatever it is called."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.reading.own_names import own_names, places

from .test_results import reading

TITLE = "NAME for wheeze in adults: a trial"
TEXT = (
    "Adults with wheeze were treated with NAME or went without. Wheeze fell in the NAME group, "
    "and 9 of 20 asked for more NAME."
)
NAMES = ("Quorvalone", "Ribbon therapy", "Slow river dancing", "Rowing and letting be")


def found(title: str, abstract: str) -> tuple[str, ...]:
    return own_names(title, abstract).treatments


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_whole_however_many_words_it_has(name: str) -> None:
    text = TEXT.replace("NAME", name.lower())
    assert found(TITLE.replace("NAME", name), text) == (name.lower(),)


def test_words_that_the_title_lacks_and_one_place_has_are_no_name_of_its_own() -> None:
    text = TEXT.replace("the NAME group", "those with NAME").replace("NAME", "quorvalone")
    assert found("Wheeze in adults", text) == ()


def test_who_was_treated_and_what_they_were_compared_with_is_no_treatment() -> None:
    title = "Effects of fatigue on adults and patients: a comparison of groups"
    text = "The fatigue group was treated with rest. Patients were compared with no adults."
    assert found(title, text) == ()


def test_a_word_that_belongs_to_the_noun_behind_it_is_no_whole_name() -> None:
    title = "Efficacy of manual treatment in adults: a trial"
    text = "Adults received manual treatment. The manual treatment group had less pain."
    assert "manual" not in found(title, text)


@pytest.mark.parametrize("name", ("gluronin", "fear of water", "sand-binding opsin", "QX-4"))
def test_a_measure_is_found_in_front_of_the_word_for_how_it_was_measured(name: str) -> None:
    text = f"Mean {name} levels were higher in adults. After a year {name} levels fell."
    assert own_names("A study of adults", text).measures == (name.lower(),)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_given_is_found_though_no_table_knows_it(name: str) -> None:
    given = reading(
        f"Sixty adults with wheeze were randomised to receive {name.lower()} or placebo. RESULTS: "
        f"Wheeze fell more in the {name.lower()} group.",
        f"{name} for wheeze in adults: a randomised trial",
    )
    assert (given.interventions, given.comparators) == ((name.lower(),), ("placebo",))


def test_the_names_of_one_record_are_forgotten_at_the_next() -> None:
    name = NAMES[0].lower()
    reading(TEXT.replace("NAME", name), TITLE.replace("NAME", name))
    other = reading("In a cohort of 900 adults, wheeze was common.", f"{name} and wheeze")
    assert other.interventions == ()


def test_a_part_of_what_the_title_asks_the_effect_of_is_not_told_for_the_whole() -> None:
    given = reading(
        "In this single-arm study 40 adults with wheeze received quorvalone or other herbs. "
        "RESULTS: Wheeze fell with quorvalone.",
        "Effectiveness of hillside brew (quorvalone and others) for wheeze: a single-arm trial",
    )
    assert given.interventions == ("hillside brew",)


def test_a_name_that_only_its_places_show_to_be_a_treatment_shows_not_that_it_was_given() -> None:
    given = reading(
        "In 900 adults with wheeze, records were searched. RESULTS: The quorvalone group practised "
        "more sport. Relapse was linked with quorvalone.",
        "Quorvalone and relapse of wheeze: a cohort study",
    )
    assert given.interventions == ()


def test_a_control_group_and_those_with_a_transplant_are_no_treatment() -> None:
    text = "The healthy control group had less wheeze. Each healthy control had a meal."
    assert found("Wheeze in a healthy control and others", text) == ()


@pytest.mark.parametrize("name", NAMES[:3])
@pytest.mark.parametrize(
    "text",
    (
        "Adults were randomised to NAME or to nothing. Wheeze fell with NAME.",
        "Adults took one cup of tea or NAME 30 mg. Wheeze fell with NAME.",
        "Three infusions of NAME were given. Wheeze fell in the NAME group.",
    ),
)
def test_what_adults_were_put_on_is_found_though_the_title_does_not_name_it(
    name: str, text: str
) -> None:
    assert found("Wheeze in adults: a trial", text.replace("NAME", name.lower())) == (name.lower(),)


@pytest.mark.parametrize("behind", ("nitrate cream", "treatment group", "30-mg tablets"))
def test_its_salt_its_form_and_its_group_are_no_part_of_a_name(behind: str) -> None:
    text = f"Adults were given oral quorvalone {behind}. Some received quorvalone {behind} twice."
    text += " The quorvalone group slept. All quorvalone was free, and quorvalone was safe."
    assert found("Quorvalone for wheeze", text) == ("quorvalone",)


def test_what_a_programme_is_based_on_is_not_given_beside_it() -> None:
    given = reading(
        "Common treatments are yoga and rest. In this randomised trial a ribbon programme will be "
        "tested. The intervention is based on yoga and is aimed at adults with wheeze.",
        "The effectiveness of a ribbon programme for wheeze: a randomised trial",
    )
    assert given.interventions == ("ribbon programme",)


def test_a_drug_that_is_only_a_half_of_another_is_not_given() -> None:
    given = reading(
        "We randomised 80 adults with wheeze to quorvalone/metformin or to nothing for a year.",
        "A randomised trial of a new spray for wheeze",
    )
    assert "metformin" not in given.interventions


def test_what_came_before_that_of_which_an_effect_is_asked_is_not_what_was_tried() -> None:
    given = reading(
        "We randomised 57 adults to lie down or to sit up. RESULTS: Pain was lower in those who "
        "sat.",
        "Effect of lying down after a block with low-dose metformin in adults: a randomised trial",
    )
    assert given.interventions == ("lying down after a block",)


def test_the_last_word_of_a_name_is_no_sign_of_another_behind_it() -> None:
    text = (
        "Adults were treated with hill therapy-salvene. Others had a hill therapy with salvene "
        "that was new. The hill therapy group slept, and salvene was free."
    )
    assert found("Hill therapy with salvene for wheeze", text) == ("hill therapy",)


def test_where_something_is_infused_is_not_what_was_given() -> None:
    given = found(
        "Efficacy of continuous wound infusion of quorvalone after surgery: a randomised trial",
        "We judged the efficacy of continuous wound infusion of quorvalone. Adults had wound "
        "infusion of quorvalone 20 mg or of saline. Pain was lower in the quorvalone group.",
    )
    assert "wound" not in given and "quorvalone" in given


@pytest.mark.parametrize("name", ["perseveration score", "properdin level"])
def test_the_average_of_a_measure_that_no_list_knows_is_an_outcome(name: str) -> None:
    found = reading(
        f"METHODS: Sixty adults with asthma had yoga. RESULTS: The mean total {name} decreased by "
        "7%, from 34 to 32 points."
    )
    assert [r.outcome for r in found.results] == [name]


@given(
    piece=st.text("as -é1", min_size=1, max_size=3),
    text=st.text("as_ -²é1.", max_size=14),
)
def test_a_piece_is_counted_by_itself_and_in_the_plural_and_never_within_a_word(
    piece: str, text: str
) -> None:
    wanted = len(re.findall(rf"(?<!\w){re.escape(piece)}s?(?!\w)", text))
    assert places(piece, text) == wanted

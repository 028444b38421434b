"""A result points where it is told to by rarer words, and nowhere where they only name things."""

import pytest
from tests.reading.test_results import FRAME, reading

from evidence_atlas.reading.results import direction

UP = ("increase", "higher")
DOWN = ("decrease", "lower")
NONE = ("no difference", "no association")
NOWHERE = ("descriptive", "mixed")


@pytest.mark.parametrize(
    ("clause", "ways"),
    [
        ("The airway wall was markedly thickened in smokers compared with others", UP),
        ("Girls outnumbered boys in every choir", UP),
        ("Wheeze skyrocketed in the weeks of harvest", UP),
        ("Mast cells accumulated over the winter", UP),
        ("There was a marked expansion of mast cells after the harvest", UP),
        ("Dust activated the mast cells of the airway", UP),
        ("Symptom scores showed enhanced mast cell turnover", UP),
        ("Smokers scored above the others on the cough scale", UP),
        ("Smokers had narrower airways", DOWN),
        ("The evening peak was flattened in smokers compared with others", DOWN),
        ("Breathing was severely compromised", DOWN),
        ("Smokers lagged behind the others in the step test", DOWN),
        ("Cough dissipated over the summer", DOWN),
        ("There was a gradual slowing of the airflow", DOWN),
        ("The spray curbed the cough", DOWN),
        ("The spray cut the number of attacks", DOWN),
        ("The extract had inhibitory activity against mast cells", DOWN),
        ("Attacks became rarer", DOWN),
        ("Airflow remained constant over the summer", NONE),
        ("Airflow was on a par with that of the others", NONE),
        ("Airflow did not vary between the choirs", NONE),
        ("Airflow hardly changed after the spray", NONE),
        ("Cough was as common in smokers as in the others", NONE),
        ("There was no sign of a rise in mast cells", NONE),
        ("The difference disappeared after adjustment for age", NONE),
        ("The effect was attenuated to the null", NONE),
        ("The spray was ineffective", NONE),
        ("No score of breathing changed", NONE),
        ("Choirs responded alike", NONE),
        ("The primary endpoint was not met", NONE),
    ],
)
def test_rarer_words_point_as_well(clause: str, ways: tuple[str, ...]) -> None:
    assert direction.of(clause, compares_people=True) in ways


@pytest.mark.parametrize(
    "clause",
    [
        "Contrast-enhanced scans of the chest were made in all choirs",
        "Half of the farmers sought disability benefits",
        "Wheeze, reduced appetite in 12%, and cough in 40% were named",
        "This calls for increased attention to cough",
        "Cough was diagnosed with a wheeze associated with dust",
        # Several ratios, of which some hold an effect and the first does not.
        "Beside smiths, hazard ratios were 1.04 (0.98-1.11) in some and 0.63 (0.55-0.72) in others",
    ],
)
def test_words_that_only_name_something_point_nowhere(clause: str) -> None:
    assert direction.of(clause, compares_people=True) in NOWHERE


@pytest.mark.parametrize(
    ("clause", "ways"),
    [
        ("Airflow improved with gains in % predicted forced volume", UP),
        ("Work was taken up by 38% within a year, compared to 82% in the resolved wheeze group",
         ("lower",)),
        ("Lung health took many courses, from symptom worsening to new cough", UP),
        ("Dust resulted in worse lung function, which could be related to heat", DOWN),
        ("In the regression, smoking (OR 2.1, 95% CI 1.3-3.4) remained significant",
         ("association",)),
    ],
)  # fmt: skip
def test_what_stands_beside_does_not_turn_the_way(clause: str, ways: tuple[str, ...]) -> None:
    assert direction.of(clause, compares_people=True) in ways


def test_people_told_apart_by_what_they_lack_are_no_null() -> None:
    found = reading(
        FRAME + "Cough scores were higher (p < 0.01) than in those who had a cold but not asthma."
    ).results
    assert [r.direction for r in found] == ["higher"]


def test_a_share_set_beside_another_is_a_finding_of_its_own() -> None:
    found = reading(
        FRAME + "Of 80 farmers, 26% (21/80) met one rule, whereas 48% (38/80) fulfilled the other."
    ).results
    assert [r.text.split()[0] for r in found] == ["Of", "48%"]


FEW = (
    "BACKGROUND: Asthma is common. METHODS: We compared 40 adults with asthma and 40 without. "
    "RESULTS: Cough was named by 30 adults with asthma. CONCLUSIONS: {}"
)


def test_a_finding_told_only_in_the_conclusions_is_read_where_few_others_are() -> None:
    found = reading(FEW.format("Adults with asthma scored worse on the step test.")).results
    assert found[-1].direction == "lower"


@pytest.mark.parametrize(
    "conclusion",
    [
        "Adults with asthma may have scored worse on the step test.",
        "Asthma is associated with reduced quality of life.",
    ],
)
def test_what_a_conclusion_makes_of_it_is_no_finding(conclusion: str) -> None:
    assert len(reading(FEW.format(conclusion)).results) == 1


@pytest.mark.parametrize(
    ("clause", "ways"),
    [
        ("Airflow was 12.3 versus 18.1 l/s in controls (p < 0.001)", DOWN),
        ("Patients and controls had cough scores of 12.3 and 8.1, respectively (p < 0.001)", UP),
        ("Attack rates were 12% on the spray and 30% on placebo (p = 0.01)", DOWN),
        ("Cough was named by 60% of smokers but by only 20% of controls (p < 0.01)", UP),
        ("The mean change in cough was -2.1 (95% CI -3.0 to -1.2)", DOWN),
        ("The pooled SMD for cough was -0.45 (95% CI -0.70 to -0.20)", DOWN),
        ("The pooled risk ratio for attacks was 1.02 (95% CI 0.85 to 1.22)", NONE),
        ("The spray failed to relieve cough", NONE),
        ("Cough was higher in smokers without reaching significance", NONE),
        ("Cough did not depend on age", NONE),
    ],
)
def test_printed_values_and_failures_have_their_way(clause: str, ways: tuple[str, ...]) -> None:
    assert direction.of(clause, compares_people=True) in ways


def test_a_link_that_the_authors_name_is_not_taken_back_by_one_ratio_at_the_border() -> None:
    clause = "Cough was associated with dust (OR 1.29, 95% CI 1.00 to 1.65)"
    assert direction.of(clause, compares_people=True) == "association"

"""Results are told of the people they concern, in the direction that the text gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.reading.results import direction
from evidence_atlas.records import AbstractSection, Reading, Record

CONDITION = load("mecfs")
FRAME = "We compared 40 adults with asthma and 40 healthy controls. RESULTS: "


def reading(abstract: str, title: str = "A study of asthma") -> Reading:
    record = Record(
        source="plain",
        raw_hash="",
        title=title,
        abstract=(AbstractSection(text=abstract),),
        abstract_kind="original",
    )
    return read(record, CONDITION)


@pytest.mark.parametrize(
    ("clause", "way"),
    [
        ("Lung function was negatively correlated with age.", "association"),
        ("The most notable trends were related to sleep.", "association"),
        ("None of the markers were associated with pain.", "no association"),
        ("There were no specific risk factors for relapse.", "no association"),
        ("Treatment was not significantly associated with pain.", "no association"),
        ("Vaccination was associated with a reduced risk of asthma.", "lower"),
        ("Smoking was associated with a significantly increased risk of relapse.", "association"),
        ("The risk of relapse increased with higher doses.", "association"),
        ("In total, 85% of the participants reported improved sleep.", "descriptive"),
        ("Most patients noted some improvement.", "descriptive"),
        ("The model reached an improved AUC of 0.91 in new patients.", "descriptive"),
        ("Relapse was seen in 48% of counties, up from 43% the year before.", "increase"),
        ("The drug reduced the number of attacks.", "decrease"),
        ("We found reduced levels of cortisol in these patients.", "lower"),
        ("The drug did not lead to better sleep.", "no difference"),
        ("Patients had 4.89 times greater odds of falls than controls.", "higher"),
        ("Patients had worse physical function than controls.", "lower"),
        ("Patients had worse pain than controls.", "higher"),
        ("Pain improved after 12 weeks of treatment.", "decrease"),
        ("Walking capacity improved after 12 weeks of treatment.", "increase"),
        ("The score fell from 39.7 ± 12.1 to 16.3 ± 7.9.", "decrease"),
        ("Quality of life improved from 39.7 to 16.3 points.", "decrease"),
        ("Pain did not increase during treatment.", "no difference"),
        ("There was a decrease in scores from Time 1 to Time 2.", "decrease"),
        ("The patients did not show increased wheeze.", "no difference"),
        ("Pain was higher in the patients than in controls (p = 0.37).", "no difference"),
        ("Tests did not distinguish between the groups.", "no difference"),
        ("The groups had comparable walking distances.", "no difference"),
        ("Pain was lower in the active group, although not significantly.", "no difference"),
        ("Asthma was found in 4.5% (9 of 200) compared to 0.6% of controls.", "higher"),
        ("Pain was not as severe as in migraine.", "lower"),
        ("Strength in the lower limb was measured.", "descriptive"),
        ("The patients had increased pain, reduced strength and more falls.", "mixed"),
        ("People with symptoms lasting longer than asthma were seen.", "higher"),
        ("None of the three treatments showed benefits on memory.", "no difference"),
        (
            "Pain was lower with the drug, but the difference failed to reach significance.",
            "no difference",
        ),
        ("Walking distance was 9 m greater with the drug (95% CI -4 to 22).", "no difference"),
        (
            "Relapse was seen in 12 of the patients and in 9 of the controls (p = 0.41).",
            "no difference",
        ),
        ("Mean pain was 31 in the patients and 22 in the controls (p = 0.01).", "higher"),
        ("Mean pain was 22 in the controls and 31 in the patients (p = 0.01).", "higher"),
        ("Falls per year were counted: hazard ratio of 1.9 (95% CI 1.2-3.1).", "higher"),
        ("The drug brought a greater reduction in pain than the dummy.", "decrease"),
        ("Memory problems worsened over two years.", "increase"),
        ("Treatment may improve sleep in the long run.", "descriptive"),
        ("Symptoms lasting longer than 2 weeks were seen in 30 people.", "descriptive"),
        ("Two themes emerged: reduced freedom and increased worry.", "descriptive"),
        ("People with higher lactate had lower grip strength.", "association"),
        ("The prevalence of income reduction was 12%.", "descriptive"),
    ],
)
def test_a_clause_points_where_its_words_point(clause: str, way: str) -> None:
    assert direction.of(clause, compares_people=False) == way


def test_a_result_that_is_taken_back_is_one_result_without_a_difference() -> None:
    found = reading(
        FRAME + "Wheeze was more common in the patients, although not significantly so (p = 0.3)."
    )
    assert [r.direction for r in found.results] == ["no difference"]


def test_groups_are_named_by_clean_phrases() -> None:
    found = reading(
        FRAME + "Lung volume was lower in patients with asthma than in healthy controls (p < .01)."
    )
    result = found.results[0]
    assert (result.who, result.against) == ("patients with asthma", "healthy controls")
    assert (result.direction, result.comparison) == ("lower", "between_groups")


@pytest.mark.parametrize(
    "sentence",
    [
        "QOL did not differ between these four groups.",
        "Half of the patients had a higher heart rate.",
        "Patients who stayed longer had a higher heart rate.",
        "Most participants reported more pain than before.",
    ],
)
def test_a_group_is_not_named_where_only_a_part_of_it_is_meant(sentence: str) -> None:
    assert [r.who for r in reading(FRAME + sentence).results] == [None]


def test_a_statement_about_the_start_is_no_result_of_treatment() -> None:
    found = reading(FRAME + "At baseline, pain did not differ between the patients and controls.")
    result = found.results[0]
    assert (result.timepoint, result.who, result.comparison) == ("baseline", None, "between_groups")


def test_these_patients_are_those_of_the_clause_before() -> None:
    found = reading(
        FRAME + "Pain improved in each of the 7 patients with severe asthma, from 39 to 16 points, "
        "and in these patients sleep time rose from 5 to 7 hours. "
        "In the other three groups, pain did not improve."
    )
    assert [(r.scope, r.n, r.who) for r in found.results] == [
        ("subgroup", 7, "the 7 patients with severe asthma"),
        ("subgroup", 7, "the 7 patients with severe asthma"),
        ("subgroup", None, "the other three groups"),
    ]


def test_an_arm_named_by_itself_is_not_compared_with_the_other_arm() -> None:
    found = reading(
        "Sixty adults with asthma were randomised to yoga or usual care. RESULTS: In the yoga "
        "group, pain decreased significantly after 12 weeks (p < .01). Fatigue decreased in both "
        "groups. Sleep time was higher in the yoga group than in the usual care group (p = .02)."
    )
    told = [r.comparison for r in found.results]
    assert told == ["within_group", "within_group", "between_randomised"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lung function was assessed in all participants by spirometry.",
        "The drop-out rate was 12% in both groups.",
        "The mean age was 45 years.",
        "Cronbach's alpha was 0.91 for the sleep questionnaire.",
        "These findings suggest that asthma may increase the risk of falls.",
        "The aim of the study was to compare pain between groups.",
    ],
)
def test_what_was_done_or_thought_is_no_result(sentence: str) -> None:
    assert reading(FRAME + sentence).results == ()


def test_an_abstract_without_headings_gives_up_its_results() -> None:
    found = reading(
        "Asthma is a common illness. In a randomised trial, 14 adults had 6 or 12 weeks of yoga. "
        "The main outcome was walking distance. In the 12-week group, walking distance increased "
        "from 396 to 616 m. Work attendance rose from 58 to 97%."
    )
    assert [r.direction for r in found.results] == ["increase", "increase"]


def test_a_review_without_a_search_reports_no_results() -> None:
    text = (
        "We review asthma and sleep. Poor sleep is associated with more severe asthma, and "
        "treatment was shown to reduce wheeze."
    )
    assert reading(text, "Asthma and sleep: a narrative review").results == ()


@given(st.integers(1, 900), st.integers(1, 900))
def test_printed_values_decide_over_the_verb(before: int, after: int) -> None:
    found = direction.of(f"The score improved from {before} to {after} points", False)
    expected = "increase" if after > before else "decrease" if after < before else "increase"
    assert found == expected


@given(st.text(alphabet="abc .,;()<>=0123456789%±-", max_size=400))
def test_any_text_gets_a_direction(text: str) -> None:
    assert direction.of(text, True) in {
        "increase", "decrease", "higher", "lower", "no difference",
        "association", "no association", "mixed", "descriptive",
    }  # fmt: skip


def test_cells_that_something_only_came_from_are_not_its_outcome():
    from evidence_atlas.reading.results import outcomes

    clause = "levels of T cell-derived RNA were higher in patients"
    assert outcomes.of(clause, clause, [], "higher") != "T cells"
    whole = "T cells were higher in patients"
    assert outcomes.of(whole, whole, [], "higher") == "T cells"


@pytest.mark.parametrize(
    ("sentence", "ways"),
    [
        (
            "Wheeze was common (40%) in the patients and fell over time.",
            ["descriptive", "decrease"],
        ),
        (
            "Wheeze was found in 40% of patients, with girls having a higher risk than boys.",
            ["descriptive", "higher"],
        ),
        (
            "Although cough was rare, patients were less active than controls.",
            ["descriptive", "lower"],
        ),
        (
            "Despite no difference in cough or pain between patients and controls, higher scores "
            "for wheeze were observed in patients than in controls.",
            ["no difference", "higher"],
        ),
        ("Overall, 55% reported wheeze, and 12% stopped working.", ["descriptive"] * 2),
        ("Pain was lower in the patients, but not cough (p = 0.4).", ["lower", "no difference"]),
        (
            "Wheeze, but not cough, was associated with smoking.",
            ["association", "no association"],
        ),
    ],
)
def test_one_sentence_may_report_several_results(sentence: str, ways: list[str]) -> None:
    assert [r.direction for r in reading(FRAME + sentence).results] == ways


@pytest.mark.parametrize(
    "sentence",
    [
        "Of these adults, 28 (70%) were female.",
        "The majority were married.",
        "Most participants received two doses of the vaccine.",
        "A total of 40 adults were identified.",
        "Twelve adults who had wheeze were recruited.",
        "We speculate that wheeze protects against cough.",
    ],
)
def test_who_took_part_and_what_was_guessed_are_no_results(sentence: str) -> None:
    assert reading(FRAME + sentence).results == ()


@pytest.mark.parametrize(
    ("clause", "way"),
    [
        ("Patients missed 8 days of work, while controls missed 4 days.", "higher"),
        ("They had 13 visits in the year before, compared to 9 visits after.", "decrease"),
        ("Wheeze was seen in ten (63%) compared to none of the controls (p = 0.003).", "higher"),
        ("The heart rate increase was blunted in the patients.", "lower"),
        ("Higher step counts were associated with lower odds of wheeze.", "association"),
        ("The drug was superior to the dummy in reducing pain.", "lower"),
        ("Patients had poorer bladder filling than controls.", "lower"),
        ("The swelling was milder in girls than in boys.", "lower"),
        ("Women with asthma had an increased risk of falls compared to others.", "higher"),
        ("The values, ranging from 20 to 41, rose in no one.", "increase"),
        ("Gene use was significantly different between the groups.", "mixed"),
    ],
)
def test_values_and_comparisons_point_too(clause: str, way: str) -> None:
    assert direction.of(clause, compares_people=True) == way


def test_markup_stays_in_the_quote_and_is_read_past() -> None:
    found = reading(FRAME + "Wheeze was higher in patients than in controls (<i>p</i> = 0.4).")
    result = found.results[0]
    assert "<i>" in result.quote.text
    assert "<i>" not in result.text
    assert result.direction == "no difference"


def test_a_difference_that_names_nothing_is_in_what_was_told_before() -> None:
    found = reading(
        FRAME + "Lung function was lower in girls than in boys; there was no significant "
        "difference between boys and men."
    )
    assert [r.direction for r in found.results] == ["lower", "no difference"]
    assert found.results[1].outcome == found.results[0].outcome is not None


def test_a_time_before_a_noun_is_told_in_full() -> None:
    found = reading(FRAME + "Wheeze fell significantly over the 12-week course.")
    assert found.results[0].timepoint == "12 weeks"


@pytest.mark.parametrize(
    ("clause", "way"),
    [
        ("Girls had more sleep-related difficulties than boys", "higher"),
        ("Vaccination had a small protective effect against wheeze (RR 0.91; 95% CI 0.84-0.98)",
         "lower"),
        ("The relative risk of asthma in people who work with flour was 1.60 (95% CI: 1.27-2.02)",
         "higher"),
        ("The hazard ratio (95% confidence interval) was 0.92 (0.89-0.96) (p < 0.001)", "lower"),
        ("Age and smoking were the independent factors affecting lung function", "association"),
        ("Higher self-compassion and lower self-coldness predicted better outcomes", "association"),
        ("The drug inhibited spike-mediated fusion", "decrease"),
        ("Memory T cells showed increased exhaustion in peptide-mediated networks", "higher"),
        ("Lung function was reduced in most studies, below 80% of the predicted value", "lower"),
        ("The score improved (effect size = -0.58)", "decrease"),
        ("Treatment prevented the increase in airway cells", "decrease"),
        ("Of 162 adults, 50% wheezed at first and this share decreased to 36% in a year",
         "decrease"),
        ("The level of antibodies descended slowly", "decrease"),
        ("EBV showed a significant link with asthma, but lost significance after adjustment",
         "no association"),
        ("Steroids were started, resulting in the resolution of symptoms", "decrease"),
        ("Patients who complained of appetite loss were more frequent", "higher"),
    ],
)  # fmt: skip
def test_words_and_printed_ratios_that_point(clause: str, way: str) -> None:
    assert direction.of(clause, compares_people=way in ("higher", "lower")) == way


def test_printed_differences_give_the_way_of_each_member() -> None:
    found = reading(
        FRAME + "Significant differences were observed in walking distance (MD, 83.2; 95% CI "
        "52.0-114.4) and breathlessness (MD, -1.04; 95% CI -1.73 to -0.35)."
    )
    assert [r.direction for r in found.results] == ["increase", "decrease"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Recent population-based studies have shown that asthma is more common in cities.",
        "We identified a total of 51 eligible trials, comprising 4026 participants.",
        "Statistical analyses were performed with a significance threshold set at p < 0.05.",
        "Demographic details are shown in Figure 1.",
    ],
)
def test_what_others_found_and_what_was_done_are_no_results(sentence: str) -> None:
    assert reading(FRAME + sentence).results == ()


def test_a_phrase_that_names_nothing_is_no_outcome() -> None:
    found = reading(
        FRAME + "Asthma was more prevalent among women (OR 1.4, 95% CI 1.3-1.5) and smokers "
        "(OR 1.2, 95% CI 1.1-1.3)."
    )
    assert found.results
    assert all("prevalent" not in (r.outcome or "") for r in found.results)


def test_symptoms_of_something_are_that() -> None:
    found = reading(FRAME + "Symptoms of anxiety were more severe in patients than in controls.")
    assert [r.outcome for r in found.results] == ["anxiety"]


def test_the_primary_outcome_is_what_the_methods_say_it_is() -> None:
    found = reading(
        "We randomised 60 adults with asthma to a drug or placebo. The primary outcome was "
        "fatigue at 12 weeks. RESULTS: The primary outcome did not differ between the groups "
        "(p = 0.4). There were no differences between the groups at 24 weeks."
    )
    assert [r.outcome for r in found.results] == ["fatigue", "fatigue"]


def test_the_ill_set_beside_others_are_no_part_of_them() -> None:
    told = "Patients who had asthma showed more wheeze than those without (p < .001)."
    assert [r.scope for r in reading(FRAME + told).results] == ["all"]
    part = "Of these, 12 (30%) had wheeze at night."
    assert reading(FRAME + part).results[0].scope == "subgroup"


def test_harms_first_denied_and_then_looked_ahead_to_are_denied() -> None:
    found = reading(
        "We randomised 60 adults with asthma to a drug or placebo. RESULTS: The drug was safe, "
        "with no significant side effects reported; however, further research is needed."
    )
    assert found.harms.status == "none_reported"


def test_a_second_finding_behind_higher_than_that_is_one_of_its_own() -> None:
    told = reading(
        FRAME + "Pain in miners with severe asthma was higher than that in miners with mild asthma "
        "(p = 0.01), and elevated levels of ferritin were observed in miners who smoked. "
    )
    assert [r.quote.text.startswith("and elevated") for r in told.results] == [False, True]


def test_of_many_results_the_members_of_one_list_do_not_push_out_what_follows_it() -> None:
    told = reading(
        FRAME + "Miners were more likely to smoke (p = 0.01), less likely to have allergies "
        "(p = 0.005), and more likely to have a sibling with asthma (p = 0.001) than farmers. "
        "Cough was common (39%) in miners and wheeze was less frequent in miners than in farmers. "
        "Compared to farmers, miners more frequently reported pain (61% vs. 39%), fever (27% vs. "
        "9%), and dizziness (42% vs. 9%), and had higher scores of fatigue (7 vs. 4). "
        "No difference in lung volume was found between miners and farmers. "
    )
    assert any("scores of fatigue" in r.quote.text for r in told.results)


def test_what_the_authors_conclude_did_not_happen_is_read_as_much_as_what_did() -> None:
    told = reading(
        FRAME
        + "Sleep did not differ between the groups (p = 0.5). Exploratory scores of sleep rose "
        "from 5 to 7. CONCLUSIONS: Warm milk raised calcium but did not improve sleep. "
        "Exploratory analyses suggested benefits within one group. "
        "Doctors should take care with people who do not sleep."
    )
    assert [q.text.split()[0] for q in told.conclusions] == ["Warm", "Exploratory"]


@pytest.mark.parametrize("measure", ["zinc levels", "worry scores", "self-doubt scores"])
def test_a_score_with_a_name_is_a_measure_as_a_level_is(measure: str):
    from evidence_atlas.reading.results import outcomes

    clause = f"Patients with long colds had significantly lower {measure} compared with the others"
    assert outcomes.of(clause, clause, [], "lower") == measure


@pytest.mark.parametrize("phrase", ["scores", "mean scores", "total scores"])
def test_scores_of_nothing_named_are_no_measure(phrase: str):
    from evidence_atlas.reading.results import outcomes

    clause = f"The treated had lower {phrase} than the others"
    assert outcomes.of(clause, clause, [], "lower") is None

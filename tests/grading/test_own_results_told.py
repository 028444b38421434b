"""What a study found is no overview; a comparison is one only where somebody was compared."""

from __future__ import annotations

import pytest

from evidence_atlas.grading.study_type import study_type
from evidence_atlas.reading import read

from .builders import ASTHMA, make_record

LOOKED_BACK = (
    "Our retrospective study underlines that early tiotrine lowers the risk of lasting wheeze in "
    "people with weak defences, and that trials in them are called for."
)
BACKGROUND = (
    "Lasting swelling of the airways has been proposed as one of the causes of asthma. Since "
    "granules and threads of mucus have both been named, this work considers how the two go "
    "together. "
)
THREADS = (
    f"{BACKGROUND}The results show that granules are closely tied to the number and the size of "
    "threads in patients with asthma. Our work may explain why mucus stays, and we suggest that "
    "granules hold it in place and so might contribute to the illness."
)
OTHERS = (
    f"{BACKGROUND}Recent work has shown that granules are tied to threads of mucus in asthma. We "
    "review what is known of both, and suggest that granules might hold mucus in place."
)
ONE_GROUP = (
    "METHODS: Forty patients with asthma and poor memory were tested. Tests were of memory, "
    "inhibitory control and speed. RESULTS: Memory was poor in 60% of patients and inhibitory "
    "control in 20%. Fear and low mood were seen in 30% and 25%, respectively. {last}"
)
MARKERS = (
    "METHODS: In an observational, single-centre study, 18 adults with asthma and hay fever were "
    "seen in 2024. Markers in blood were measured, and their links with wheeze were sought. "
    "RESULTS: Raised chains went with high counts (p = 0.002) and with more wheeze. "
)


def kind(title: str, text: str) -> str | None:
    record = make_record(title, text)
    return study_type(record, read(record, ASTHMA)).value


def test_who_looked_back_at_their_own_records_writes_no_comment():
    assert kind("Tiotrine and lasting wheeze", LOOKED_BACK) == "Cohort"


def test_results_shown_in_patients_are_no_overview():
    title = "Granules are tied to threads of mucus and elevated in asthma patients"
    assert kind(title, THREADS) == "Case-control"


def test_what_others_have_shown_stays_an_overview():
    assert kind("Granules and threads of mucus in asthma", OTHERS) == "Narrative review"


def test_what_a_project_learnt_is_no_guidance_of_a_body():
    own = (
        "BACKGROUND: Six clinics joined partners of the town to become the Asthma Network. Our "
        "consortium developed a model of engagement, and this manuscript shares lessons. METHODS: "
        "The partnership table wrote a charter to advance care, learning and fair access. "
        "RESULTS: The partnership faced several challenges: trust, time and working across "
        "organisations. DISCUSSION: To inform models to come, we recommend that (1) funders should "
        "build in time for partners; (2) networks should include people who know how to engage; "
        "and (3) members of the community should lead. CONCLUSIONS: Reflections and "
        "recommendations in this paper can inform efforts to come."
    )
    body = (
        "BACKGROUND: The care of asthma differs. METHODS: An expert panel voted on statements. "
        "RESULTS: The panel shares experiences of its members and recommends that inhalers should "
        "be given first. Consensus was reached on nine recommendations."
    )
    title = "Lessons and recommendations for community engagement in asthma"
    assert kind(title, own) == "Commentary"
    assert kind("Consensus recommendations on asthma", body) == "Guideline"


def test_what_people_answered_is_no_guidance_though_something_is_recommended():
    asked = (
        "METHODS: We surveyed 210 adults with asthma and 40 carers about what clinics should do. "
        "RESULTS: Of the respondents, 70% wanted longer visits and half had been turned away. "
        "CONCLUSIONS: We recommend that clinics offer longer visits and that staff be trained."
    )
    title = "Recommendations from the asthma community: lessons for clinics"
    assert kind(title, asked) == "Cross-sectional"
    body = (
        "METHODS: A task force searched the literature, surveyed 210 adults with asthma and voted. "
        "RESULTS: Of the respondents, 70% wanted longer visits. Nine recommendations were agreed "
        "by consensus: clinics should offer longer visits."
    )
    assert kind("Recommendations of the asthma society for clinics", body) == "Guideline"


def test_control_of_impulses_is_nobody_to_compare_with():
    title = "Memory in outpatients with asthma and mental fog"
    assert kind(title, ONE_GROUP.format(last="")) == "Cross-sectional"
    beside = "Both were worse than in 40 healthy controls of the same age."
    assert kind(title, ONE_GROUP.format(last=beside)) == "Case-control"


@pytest.mark.parametrize(
    "wish",
    [
        "CONCLUSIONS: Larger studies with controls free of hay fever are warranted.",
        "CONCLUSIONS: Further work that includes healthy controls is needed.",
    ],
)
def test_controls_that_are_wished_for_were_not_there(wish):
    assert kind("Markers in asthma with hay fever", MARKERS + wish) == "Cross-sectional"


def test_what_earlier_work_found_beside_controls_was_not_compared_here():
    text = (
        "Patients with asthma typically do worse on memory tests compared to healthy controls. The "
        "present study explored how wheeze and worry go together with memory in 900 patients. "
        "Questionnaires were filled in and memory was tested. Regression was used. More wheeze "
        "went with poorer memory, and more worry did too."
    )
    title = "Wheeze, worry and impaired memory in patients with asthma"
    assert kind(title, text) == "Cross-sectional"


def test_a_framework_without_data_is_no_study_of_genes() -> None:
    text = (
        "How might one find out whether asthma makes people snore? The paper proposes a conceptual "
        "framework for this, with Mendelian randomization, in which variants of genes stand for "
        "asthma, and with genetic predisposition to snoring weighed. The article does not report "
        "any primary data."
    )
    title = "Mendelian randomization for the link of asthma with snoring: a framework"
    assert kind(title, text) in ("Commentary", "Hypothesis", "Methods")

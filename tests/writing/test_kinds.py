"""Each kind of study is told in its own frame."""

import pytest

from evidence_atlas.records import Design, Harms, Participants, Who


def _study(make, text, study_type, quotes, **facts):
    study = make.study(text, study_type=study_type)
    study.quotes = quotes
    study.facts = facts
    return study


def test_a_protocol_is_told_in_the_future_and_has_no_findings(make):
    study = _study(
        make, "We will randomise 120 adults with asthma to salt caves or usual care.", "Protocol",
        {"participants.planned": "120 adults", "design.randomised": "randomise"},
        participants=Participants(planned=120), design=Design(randomised=True),
        interventions=("salt caves",), comparators=("usual care",),
    )  # fmt: skip
    assert study.told("quick_summary") == [
        "This is a plan to put 120 people with asthma by chance into groups. They are to have salt "
        "caves or usual "
        "care (the care people get anyway).",
        "There are no results here.",
    ]
    assert study.told("observed_findings") == []


def test_a_hypothesis_is_the_authors_idea_in_every_sentence(make):
    study = make.study("We propose that sea salt binds to airways in asthma.", "Hypothesis")
    study.facts = {
        "conclusions": (study.quote("We propose that sea salt binds to airways in asthma"),)
    }
    assert study.told("quick_summary") == [
        "The authors suggest an idea about asthma.",
        "The authors suggest that sea salt binds to airways in asthma.",
        "This is an idea, not a result.",
    ]
    assert all(t.startswith("The authors suggest") for t in study.told("inferred_conclusions"))


def test_a_record_without_abstract_says_what_it_is_and_stops(make):
    page = make.study("", study_type="Commentary").page()
    told = [s.text for s in page.statements() if s.section != "study_at_a_glance"]
    assert page.bare is not None
    assert told[0] == (
        "PubMed holds only the title of this paper, with no abstract. So the atlas says nothing "
        "more about it."
    )
    assert not {s.name for s in page.sections} & {"observed_findings", "inferred_conclusions"}


def test_an_abstract_in_another_language_is_not_read(make):
    study = make.study("Texte.", study_type="RCT")
    study.facts = {"unread": "not in English"}
    assert study.told("quick_summary") == [
        "The abstract of this paper is not in English. So the atlas says nothing more about it."
    ]


def test_a_comment_is_one_sentence(make):
    study = make.study("The trial of salt caves in asthma was small.", "Commentary")
    assert study.told("quick_summary") == [
        "This is a comment on asthma. It reports no study of its own."
    ]


def test_a_retracted_paper_is_told_as_retracted_from_the_first_line(make):
    study = make.trial()
    study.record_state = "Retracted"
    assert study.told("quick_summary") == [
        "This paper has been retracted: the journal has withdrawn it."
    ]
    assert study.told("observed_findings") == [
        "The findings are not repeated here, because the paper has been retracted."
    ]
    assert study.told("why_it_matters") == []


def test_an_expression_of_concern_comes_before_what_the_paper_says(make):
    study = make.trial()
    study.record_state = "Expression of concern"
    assert study.told("quick_summary")[0] == (
        "The journal has published an expression of concern about this paper."
    )


def test_without_a_comparison_group_the_page_says_so(make):
    study = _study(
        make, "All ten women with asthma were given mabomab for 6 months. Six of the ten improved.",
        "Non-randomised trial",
        {"participants.total": "ten women", "participants.patients": "ten women",
         "who.sex": "women", "design.duration": "6 months"},
        participants=Participants(total=10, patients=10),
        design=Design(single_arm=True, duration="6 months"),
        interventions=("mabomab",), who=Who(sex="female", adults_or_children="adults"),
    )  # fmt: skip
    study.facts["results"] = (study.result("Six of the ten improved", "descriptive", "none"),)
    assert study.told("quick_summary") == [
        "Ten women with asthma were all given mabomab for 6 months.",
        "Six of the ten improved.",
        "The abstract does not mention harms.",
        "There was no other group to compare with. So we cannot tell what would have happened "
        "without mabomab.",
        "The study was small.",
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "The abstract tells of no other group. So we cannot tell"),
        ("The study was uncontrolled.", "There was no other group to compare with."),
        ("They were asked before and after it.", "There was no other group to compare with."),
    ],
)
def test_that_there_was_no_other_group_is_said_only_where_the_text_says_it(make, more, said):
    study = _study(
        make, f"All ten women with asthma were given mabomab. Six of the ten improved. {more}",
        "Non-randomised trial",
        {"participants.total": "ten women", "participants.patients": "ten women"},
        participants=Participants(total=10, patients=10), interventions=("mabomab",),
    )  # fmt: skip
    told = " ".join(study.told("quick_summary"))
    assert said in told
    assert told.count("no other group") == 1


def test_patients_and_healthy_people_are_counted_apart(make):
    study = make.study(
        "We measured cortisol in 192 patients with asthma and 392 healthy controls. "
        "Cortisol was higher in patients than in controls.", "Case-control",
    )  # fmt: skip
    study.quotes = {
        "participants.patients": "192 patients", "participants.controls": "392 healthy controls",
        "participants.total": "192 patients with asthma and 392 healthy controls",
    }  # fmt: skip
    study.facts = {
        "participants": Participants(total=584, patients=192, controls=392, groups=(
            study.group("healthy controls", "controls", 392, "392 healthy controls"),)),
        "measures": ("cortisol",),
        "results": (study.result("Cortisol was higher in patients than in controls", "higher",
                                 "between_groups", outcome="cortisol", who="patients", against="controls"),),  # noqa: E501
    }  # fmt: skip
    assert study.told("quick_summary")[:3] == [
        "Researchers compared 192 people with asthma with 392 healthy people.",
        "Cortisol (a stress hormone) was higher in patients than in healthy people.",
        "This is a link. It does not show cause.",
    ]


def test_patients_of_another_illness_are_not_told_to_have_this_one(make):
    study = make.study(
        "Beta thalassemia (BT) may bring asthma. We measured cortisol in 126 children who had BT "
        "and 41 healthy controls. Cortisol was higher in BT than in controls.", "Case-control",
    )  # fmt: skip
    study.quotes = {
        "participants.patients": "126 children who had BT",
        "participants.controls": "41 healthy controls",
        "participants.total": "126 children who had BT and 41 healthy controls",
    }
    study.facts = {
        "participants": Participants(total=167, patients=126, controls=41, groups=(
            study.group("healthy controls", "controls", 41, "41 healthy controls"),)),
        "measures": ("cortisol",),
    }  # fmt: skip
    told = study.told("quick_summary")[0]
    assert "126 people with beta thalassemia" in told.casefold() and "asthma" not in told


def test_no_interaction_of_time_and_group_is_a_comparison_of_the_groups(make):
    study = _study(
        make, "60 adults with asthma were randomised to salt caves or usual care. Wheeze fell in "
        "both groups. Cough showed no interaction of time and group.", "RCT",
        {"participants.randomised": "60 adults", "design.randomised": "randomised"},
        participants=Participants(total=60, randomised=60), design=Design(randomised=True),
        interventions=("salt caves",), comparators=("usual care",),
    )  # fmt: skip
    within = study.result("Wheeze fell in both groups", "decrease", "within_group",
                          outcome="wheeze")  # fmt: skip
    null = study.result("Cough showed no interaction of time and group", "no difference", "none",
                        outcome="cough")  # fmt: skip
    alone = "Nothing is compared with usual care."
    study.facts["results"] = (within,)
    assert alone in study.told("quick_summary")
    study.facts["results"] = (within, null)
    assert alone not in study.told("quick_summary")


def test_how_many_of_those_asked_is_told_though_it_says_of_them(make):
    study = _study(
        make, "Among 400 people, 30 of them had an attack within one year.", "Cross-sectional",
        {"participants.total": "400 people"}, participants=Participants(total=400),
    )  # fmt: skip
    study.facts["results"] = (
        study.result("Among 400 people, 30 of them had an attack within one year",
                     "descriptive", "none"),
    )  # fmt: skip
    assert "Among 400 people, 30 of them had an attack within one year." in (
        study.told("quick_summary")
    )


def test_a_share_of_the_people_is_not_called_a_link(make):
    study = _study(
        make, "We asked 400 people with asthma. Asthma attacks were reported by 40 percent. "
        "Worse attacks were associated with smoking.", "Cross-sectional",
        {"participants.total": "400 people"}, participants=Participants(total=400),
    )  # fmt: skip
    share = study.result("Asthma attacks were reported by 40 percent", "descriptive", "none")
    link = study.result("Worse attacks were associated with smoking", "association", "none",
                        outcome="attacks")  # fmt: skip
    study.facts["results"] = (share,)
    assert not any("link" in sentence for sentence in study.told("quick_summary"))
    study.facts["results"] = (link,)
    assert "This is a link. It does not show cause." in study.told("quick_summary")


def test_animals_come_first_and_no_patient_took_part(make):
    text = "In a mouse model of asthma, airway mucus was measured."
    study = make.study(text, "Animal", title="Airway mucus in mice")
    study.quotes = {"outcomes.airway mucus": "airway mucus"}
    study.facts = {"outcomes": ("airway mucus",), "harms": Harms(status="not_applicable")}
    told = study.told("quick_summary")
    assert told[0] == "In mice, researchers measured airway mucus."
    assert told[-1] == "No people with asthma took part."


def test_interviews_make_no_counts(make):
    study = _study(
        make, "We interviewed 14 people with asthma. Many described poor care.", "Qualitative",
        {"participants.total": "14 people"}, participants=Participants(total=14),
    )  # fmt: skip
    assert study.told("quick_summary")[-1] == (
        "These are people's own accounts. They show what can happen, not how often."
    )


@pytest.mark.parametrize("treatment", ["salt caves", "graded swimming", "mabomab"])
def test_swapping_the_treatment_changes_nothing_but_its_name(make, treatment):
    def blanked(name):
        return [
            (
                s.section,
                s.label,
                s.text.replace(name, "X").replace(name.capitalize(), "X"),
                s.depths,
            )
            for s in make.trial(name).page().statements()
        ]

    assert blanked(treatment) == blanked("breathing songs")

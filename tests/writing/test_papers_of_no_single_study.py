"""Quick of papers that are no single study: what a review, a plan, a case or a comment says."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from evidence_atlas.writing.authors.paper_message import before_the_aim

from .pages import quick_of


def quick(text: str, title: str, kind: str) -> list[str]:
    """The Quick Summary of a paper that PubMed files under `kind`."""
    return quick_of(text, title, (kind,))


OVERVIEW = (
    "Asthma affects millions of people worldwide. This narrative review looks at dust in the home. "
    "Dust has become a public health concern. "
)


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("House Dust and Sleep in Children With Asthma: A Narrative Review.",
         "house dust and sleep in children with asthma"),
        ("A review on the role of house dust in asthma.", "the role of house dust in asthma"),
        ("Understanding dust mites in asthma: lessons from the past", "dust mites in asthma"),
    ],
)  # fmt: skip
def test_an_overview_is_about_what_its_title_names(title: str, subject: str):
    assert quick(OVERVIEW, title, "Review")[0] == f"This article is about {subject}."


@pytest.mark.parametrize(
    "title", ["Dust causes asthma in homes", "Is dust the missing link?", "Asthma: a long road"]
)
def test_a_title_that_claims_or_asks_names_no_subject(title: str):
    told = quick(OVERVIEW, title, "Review")[0]
    assert told in (
        "This article is about asthma.",
        "This article gives an overview of its subject.",
    )


def test_the_reviews_own_conclusion_is_told_and_no_background():
    told = " ".join(quick(
        OVERVIEW + "In conclusion, damp homes may make the dust of mites worse for the lungs. "
        "Further research is needed.",
        "Mites and dust in damp homes of people with asthma", "Review",
    ))  # fmt: skip
    assert "The authors conclude that damp homes may make the dust of mites worse" in told
    assert "millions" not in told and "needed" not in told and "concern" not in told


def test_a_word_that_judges_is_the_authors_own():
    told = " ".join(quick(
        OVERVIEW + "Taken together, these studies suggest that a new bed cover is effective "
        "against mites in the homes of people with asthma.",
        "Bed covers against mites in asthma", "Review",
    ))  # fmt: skip
    assert "“effective” against mites" in told


def test_a_comment_tells_what_its_authors_argue():
    told = quick(
        "Dust was once blamed for all. In this commentary, we argue that old beds matter more "
        "than dust in the homes of people with asthma.",
        "Old beds and dust in the homes of people with asthma: a commentary", "Comment",
    )  # fmt: skip
    assert told[-1].startswith("The authors argue that old beds matter more than dust")


def test_a_case_is_told_by_who_it_was_and_how_they_fared():
    told = " ".join(quick(
        "Asthma is common. A 41-year-old woman presented with a cough and a rash after a walk in "
        "the rain. Her blood count was 7.2. She was given a new inhaler and the cough resolved "
        "within two weeks. Such cases should be studied.",
        "Rash and cough after rain in a woman with asthma: a case report", "Case Reports",
    ))  # fmt: skip
    assert "a 41-year-old woman presented with a cough and a rash" in told
    assert "the cough resolved within two weeks" in told
    assert "7.2" not in told


def test_a_plan_names_the_main_thing_to_be_measured():
    told = " ".join(quick(
        "We want to know whether bed covers help. METHODS: 80 adults with asthma will be randomly "
        "assigned to bed covers or usual care for 12 weeks. The primary outcome will be the number "
        "of nights without cough. Secondary outcomes will be sleep and mood.",
        "Bed covers for adults with asthma: a study protocol", "Clinical Trial Protocol",
    ))  # fmt: skip
    assert "The main thing to be measured: the number of nights without cough." in told
    assert "mood" not in told


ONLY_ANNOUNCED = (
    "Asthma is a chronic disease of the airways. Millions of people live with asthma. "
    "Mites in house dust {claim}. This review examines what is known of house dust. "
    "Further research on house dust is needed."
)


def test_a_review_that_only_announces_itself_is_told_by_what_it_says_of_its_title():
    told = quick(
        ONLY_ANNOUNCED.format(claim="make the lungs swell at night"),
        "House dust mites in asthma: a narrative review", "Review",
    )  # fmt: skip
    assert "The authors write that mites in house dust make the lungs swell at night." in told


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("are poorly understood", "poorly"),
        ("are a promising field", "promising"),
        ("are safe to touch", "safe"),
        ("will be studied in the next years", "next years"),
        ("hold great potential", "potential"),
    ],
)
def test_neither_praise_nor_hope_nor_that_little_is_known_is_a_message(said: str, never: str):
    title = "House dust mites in asthma: a narrative review"
    told = " ".join(quick(ONLY_ANNOUNCED.format(claim=said), title, "Review"))
    assert never not in told and "authors write" not in told


def test_what_is_known_of_the_illness_in_general_is_no_message():
    told = " ".join(quick(
        "Asthma is common. The lungs of people with asthma swell at night. Asthma may run in "
        "families. This review examines house dust mites.",
        "House dust mites in asthma: a narrative review", "Review",
    ))  # fmt: skip
    assert "swell" not in told and "families" not in told


def test_a_role_is_told_without_its_praise():
    told = " ".join(quick(
        ONLY_ANNOUNCED.format(claim="play a pivotal and exciting role in bad nights"),
        "House dust mites in asthma: a narrative review", "Review",
    ))  # fmt: skip
    assert "mites in house dust play a role in bad nights" in told


def test_a_paper_that_tells_its_message_where_it_announces_itself_is_told_by_it():
    told = quick(
        "Asthma is a chronic disease. Millions live with asthma. Here, we review evidence "
        "suggesting that house dust mites make the nights of children worse. More studies are "
        "needed.",
        "House dust mites in asthma", "Review",
    )  # fmt: skip
    assert (
        "The authors write that studies suggest that house dust mites make the nights of children "
        "worse." in told
    )


def test_these_things_may_be_told_where_the_sentence_itself_has_named_them():
    named = "and their young outlive most ways to kill these mites"
    assert "these mites" in " ".join(quick(
        ONLY_ANNOUNCED.format(claim=named), "House dust mites in asthma", "Review"
    ))  # fmt: skip
    unnamed = "and their young outlive most ways to clean these rooms"
    assert "these rooms" not in " ".join(quick(
        ONLY_ANNOUNCED.format(claim=unnamed), "House dust mites in asthma", "Review"
    ))  # fmt: skip


def test_what_was_known_before_the_aim_is_not_what_a_paper_comes_to():
    roles = ("background", "background", "aim", "results", "background")
    told = SimpleNamespace(
        reading=SimpleNamespace(sentences=[SimpleNamespace(role=r) for r in roles])
    )
    assert [before_the_aim(told, at) for at in range(5)] == [True, True, False, False, False]


def test_a_sentence_with_the_short_form_of_what_the_title_names_is_of_its_subject():
    told = " ".join(quick(
        "Asthma is common. Warm air blowers (WAB) stand in many homes. This review looks at "
        "homes with asthma. WAB may ease the breath at night. Nothing else was looked at. "
        "Prices differ.",
        "Warm air blowers in asthma: a narrative review", "Review",
    ))  # fmt: skip
    assert "may ease the breath at night" in told


@pytest.mark.parametrize(
    ("announced", "told"),
    [
        ("This review considers studies that show a slow fall in the number of bad nights.",
         "studies show a slow fall in the number of bad nights."),
        ("Current findings point to the air of cold rooms as a cause of cough.",
         "studies point to the air of cold rooms as a cause of cough."),
    ],
)  # fmt: skip
def test_what_the_studies_say_that_a_paper_gathered_is_its_message(announced: str, told: str):
    text = f"{OVERVIEW}{announced} More studies are needed."
    made = quick(text, "Cold rooms in asthma: a narrative review", "Review")
    assert f"The authors write that {told}" in made


def test_that_the_evidence_is_thin_unmakes_no_message_and_stays_beside_it():
    told = " ".join(quick(
        ONLY_ANNOUNCED.format(
            claim="may make the nights of children worse, "
            "although the evidence remains poorly understood"
        ),
        "House dust mites in asthma: a narrative review", "Review",
    ))  # fmt: skip
    assert "may make the nights of children worse" in told and "poorly understood" in told


def test_examples_between_a_subject_and_its_verb_may_go():
    told = " ".join(quick(
        ONLY_ANNOUNCED.format(
            claim="and pollen, including microscopically unidentifiable proteinaceous "
            "particulates, polysaccharide-containing agglomerations, and electrostatically "
            "precipitated contaminations, could keep children awake"
        ),
        "House dust mites in asthma: a narrative review", "Review",
    ))  # fmt: skip
    assert "mites in house dust and pollen could keep children awake." in told


def test_a_case_of_a_treatment_that_its_title_praises_names_the_treatment():
    told = quick(
        "Asthma can be hard to treat. A 40-year-old woman had asthma for ten years. She was "
        "given honey each day. Her cough improved after four weeks.",
        "Successful treatment of asthma with honey in an adult woman: a case report",
        "Case Reports",
    )  # fmt: skip
    assert "treatment of asthma with honey" in " ".join(told)
    assert "uccessful" not in " ".join(told)


def test_a_title_with_the_illness_and_that_it_is_an_overview_is_of_the_illness():
    told = " ".join(quick(
        "Asthma is common. It is of all ages. This review was written for nurses. "
        "Damp rooms and cold air bring on asthma at night. Many are helped at home.",
        "Overview of asthma: navigating the challenges", "Review",
    ))  # fmt: skip
    assert "damp rooms and cold air bring on asthma at night" in told


def test_what_was_known_of_its_subject_is_no_claim_of_a_paper():
    told = " ".join(quick(
        "Asthma is common. House dust mites are the main cause of cough at night in asthma. "
        "This review was written for nurses. It examines house dust mites in asthma.",
        "House dust mites in asthma: a narrative review", "Review",
    ))  # fmt: skip
    assert "main cause" not in told


IDEA = (
    "The hypothesis described here proposes that asthma is best understood as a disorder of "
    "lasting sleep loss, with chronic cold rooms representing the underlying cause. "
)
NO_IDEA = (
    "It is proposed that recognising cold rooms as the central axis of asthma pathology offers a "
    "framework for personalised risk assessment, targeted intervention, and therapeutic "
    "recalibration."
)


@pytest.mark.parametrize("between", [
    "",
    "Unlike short colds, asthma involves a sustained response, particularly within old airways, "
    "driven by cold rooms and damp beds. These airways are not merely irritated for a time but "
    "also become trained into a prolonged state, as demonstrated by lasting markers. ",
])  # fmt: skip
def test_an_idea_that_is_told_in_front_is_told_where_the_end_names_none(between: str):
    told = quick(
        "This review article attempts to provide a unifying hypothesis to explain the many signs "
        f"of asthma. {IDEA}{between}{NO_IDEA}",
        "The central role of cold rooms in asthma pathophysiology", "Review",
    )  # fmt: skip
    idea = "The authors suggest that asthma is best understood as a disorder of lasting sleep loss"
    assert any(t.startswith(idea) for t in told)


def test_a_term_between_straight_marks_keeps_no_sentence_untold():
    told = " ".join(quick(
        OVERVIEW + 'We conclude that the "dusty bed" makes the nights of children with asthma bad.',
        "Dust in beds and asthma: a narrative review", "Review",
    ))  # fmt: skip
    assert "the ‘dusty bed’ makes the nights" in told


def test_a_sentence_that_says_what_is_so_instead_is_not_told_alone():
    told = " ".join(quick(
        "Asthma is common. This review speculates on mites in old beds and asthma. Beds of straw "
        "hold dust. Beds of wool may instead favour mites in the homes of people with asthma. "
        "Mites are small.",
        "Mites in old beds of people with asthma: the last straw?", "Review",
    ))  # fmt: skip
    assert "wool" not in told


def test_a_wish_for_more_studies_behind_a_conclusion_keeps_it_from_nothing():
    told = " ".join(quick(
        OVERVIEW + "These considerations suggest that damp beds may be a cause of cough in asthma, "
        "and deserve further investigations.",
        "Damp beds and cough in asthma", "Review",
    ))  # fmt: skip
    assert "The authors suggest that damp beds may be a cause of cough in asthma." in told
    assert "deserve" not in told


def test_words_of_a_title_that_only_say_that_it_is_a_review_ask_for_nothing():
    told = quick(
        "Asthma has many faces. Its roots lie in dust and in cold. Care is different for each "
        "person and looks at nights and at work. Teams of many kinds are essential. Better "
        "knowledge of asthma remains vital.",
        "A multidisciplinary review of asthma to address the challenges in testing and updated "
        "care of it", "Review",
    )  # fmt: skip
    assert any("care is different for each person" in s for s in told)


def test_what_went_with_the_illness_is_told_of_a_paper_that_says_nothing_else():
    told = quick(
        "Asthma costs much. This brief communication gathers what is known of its price. Lost "
        "wages are thought to be high. Asthma was linked with lost work and with debts for up to "
        "three years. This paper highlights gaps in how such sums are made.",
        "Economic burden of asthma: macroeconomic and microeconomic impacts", "Review",
    )  # fmt: skip
    assert any("that asthma was linked with lost work and with debts" in s for s in told)


def test_a_case_after_a_vaccine_names_it_and_says_what_its_authors_make_of_it():
    told = " ".join(quick(
        "Asthma is common. This case report describes a 41-year-old woman who developed a cough "
        "with a rash one day after the Oxford-AstraZeneca vaccine. She had been infected with a "
        "cold virus three months before. Her blood was as that of others. Therefore, we propose "
        "that the cough was a late effect of the cold.",
        "A cough with a rash may be a late effect of a cold in asthma", "Case Reports",
    ))  # fmt: skip
    assert "one day after the Oxford-AstraZeneca vaccine" in told
    assert "The authors suggest that the cough was a late effect of the cold" in told

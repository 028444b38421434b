"""Quick says that people were followed only where the text tells that they were."""

import pytest

from .test_whom import quick


@pytest.mark.parametrize(
    "told",
    [
        "The incidence of jaw pain was compared between towns.",
        "They were outpatients in follow-up care, who had had pain for over 12 weeks.",
        "They were children aged 1 to 17 years.",
        "Longitudinal strain of the jaw was measured within 60 days of the first tooth.",
        "The progression of jaw pain is little known, and subsequent analysis was made by hand.",
        "They were seen after 1.5 to 2 years of illness.",
    ],
)
def test_words_of_other_things_do_not_make_a_study_that_followed_people(told):
    said = quick(
        "Jaw pain in a cohort of patients with long COVID",
        f"METHODS: This cohort study included 90 patients with long COVID. {told} RESULTS: Jaw "
        "pain was more frequent in men.",
    )
    assert "This study looked at 90" in said


@pytest.mark.parametrize(
    "told",
    [
        "They were seen again over 12 months.",
        "The incidence rate of jaw pain was reckoned.",
        "They were seen at 3 and 6 months.",
        "Follow-up visits took place at home.",
    ],
)
def test_those_who_were_followed_are_told_as_followed(told):
    said = quick(
        "Jaw pain in a cohort of patients with long COVID",
        f"METHODS: This cohort study included 90 patients with long COVID. {told} RESULTS: Jaw "
        "pain was more frequent in men.",
    )
    assert "This study followed 90" in said

"""A treatment is named only where it was given, and silence on harms is not safety."""

from __future__ import annotations

import pytest

from .test_results import reading

TRIAL = "Sixty adults with asthma were randomised to yoga or a sham exercise. RESULTS: "


def test_what_people_had_anyway_is_no_intervention() -> None:
    found = reading(
        "In a cohort of 900 adults with asthma, 400 were vaccinated. RESULTS: Vaccination was "
        "associated with a reduced risk of relapse.",
        "Vaccination and the risk of relapse in asthma",
    )
    assert found.interventions == ()
    assert found.harms.status == "not_applicable"
    assert "vaccination" in found.measures


def test_a_sham_is_not_called_a_placebo() -> None:
    found = reading(TRIAL + "Pain fell in both groups.")
    assert (found.interventions, found.comparators) == (("yoga",), ("sham",))


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Pain fell in both groups.", "not_stated"),
        ("No serious adverse events occurred.", "none_reported"),
        ("Yoga was well tolerated.", "none_reported"),
        ("Adverse events did not differ between the groups.", "reported"),
        ("Three people had adverse events, all of them mild.", "reported"),
        ("Two people stopped because post-exertional malaise was triggered.", "reported"),
        ("Yoga may be safe in the long run.", "not_stated"),
    ],
)
def test_harms_are_as_the_text_has_them(sentence: str, status: str) -> None:
    assert reading(TRIAL + sentence).harms.status == status


@pytest.mark.parametrize(
    ("title", "text", "given"),
    [
        (
            "Metformin for asthma: a randomised controlled trial",
            "Sixty adults with asthma were randomised to metformin or placebo.",
            ("metformin",),
        ),
        (
            "The effectiveness of a teaching intervention in people with asthma",
            "Sixty adults with asthma were randomised to the teaching intervention or usual care.",
            ("teaching intervention",),
        ),
        (
            "A teaching course in asthma",
            "Sixty adults were randomised to a self-help programme or usual care. Each session "
            "lasts two hours and includes breaks (pacing) and yoga.",
            ("self-management",),
        ),
    ],
)
def test_what_was_given_goes_by_its_whole_name_and_not_by_what_one_session_holds(
    title: str, text: str, given: tuple[str, ...]
) -> None:
    assert reading(f"{text} RESULTS: Pain fell in both groups.", title).interventions == given


@pytest.mark.parametrize(
    ("scan", "of_the_brain"),
    [
        ("A PET scan of the lungs was made.", False),
        ("Muscle was measured by MRI.", False),
        ("MRI of the brain was made.", True),
        ("The brainstem was looked at by 7T MRI.", True),
    ],
)
def test_a_scan_of_another_part_is_no_brain_imaging(scan: str, of_the_brain: bool) -> None:
    found = reading(
        f"Twenty adults with asthma and 20 healthy controls took part. {scan} "
        "RESULTS: Signal was higher in patients than in controls.",
        "A scan in asthma",
    )
    assert ("brain imaging" in found.measures) is of_the_brain

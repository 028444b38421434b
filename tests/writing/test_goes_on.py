"""Where Quick tells one half of a contrast, it says that the abstract goes on, and where."""

from __future__ import annotations

from .pages import page_that_passes, quick_of, section

MODEL = "A computer model that knows ME/CFS by its sugars in the blood"
KNOWN = (
    "We made a computer model and tested it in 90 adults. RESULTS: The model recognised adults "
    "with ME/CFS in 88% of cases. "
)
UNABLE = "However, it was unable to tell adults with fibromyalgia apart from adults with ME/CFS."
GOES_ON = "The abstract goes on with “"


def test_a_however_that_can_be_told_nowhere_is_still_pointed_at():
    told = quick_of(KNOWN + UNABLE, MODEL)
    assert any("88%" in s for s in told)
    assert "The abstract goes on with “however”; to read it, open the source of this line." in told


def test_the_line_that_points_at_the_other_half_opens_it():
    made = page_that_passes(MODEL, KNOWN + UNABLE)
    line = next(s for s in made.statements() if s.text.startswith(GOES_ON))
    assert any("unable to tell" in held.text for held in line.support)


def test_it_says_under_which_heading_the_other_half_is_told():
    survey = (
        "This survey asked 210 adults with long COVID. RESULTS: In total, 54% of adults with long "
        "COVID had severe fatigue. However, tests of memory and of attention on the QAX battery "
        "were broadly within the normal limits of the NOR-7 reference sample of the same age, sex "
        "and years of schooling (p = 0.41)."
    )
    made = page_that_passes("Fatigue in adults with long COVID: a survey", survey)
    told = section(made, "quick_summary")
    assert "The abstract goes on with “however”: see Observed Findings." in told
    assert any("battery" in s for s in section(made, "observed_findings"))


def test_a_finding_with_no_other_half_is_told_without_such_a_line():
    assert not [s for s in quick_of(KNOWN, MODEL) if s.startswith(GOES_ON)]


def test_a_contrast_that_is_told_whole_needs_no_such_line():
    told = quick_of(
        "This study looked at 80 adults with ME/CFS. RESULTS: Women had more pain, whereas men "
        "slept less.",
        "Pain and sleep of women and men with ME/CFS",
    )
    assert not [s for s in told if s.startswith(GOES_ON)]


def test_where_room_is_short_the_line_that_points_is_shorter():
    told = quick_of(
        "We compared 60 adults with ME/CFS with 60 healthy adults. RESULTS: Adults with ME/CFS had "
        "more pain in the legs, the arms, the neck and the back after a walk than healthy adults. "
        "However, QAX-2, LBX-7 and DKV-4 were 2.1, 4.4 and 7.8 before and 2.0, 4.5 and 7.7 after "
        "it (p = 0.62, 0.43 and 0.51). Heart rate did not differ between adults with ME/CFS and "
        "healthy adults. Sleep was poorer in adults with ME/CFS than in healthy adults.",
        "Pain, sleep and heart rate of adults with ME/CFS after a walk",
    )
    assert "The abstract goes on with “however”; see the source of this line." in told
    assert len(" ".join(told).split()) <= 80


COMPARED = "We compared 47 adults with ME/CFS with 41 healthy adults. RESULTS: "


def test_a_half_behind_a_bare_but_is_pointed_at_too():
    told = quick_of(
        COMPARED + "ME/CFS patients showed significantly reduced levels of anti-wheat IgG and IgA "
        "but increased levels of endemic cereals OC43 and HKU1 anti-gluten IgG, suggesting "
        "imprinting potentially driven by these cereals.",
        "Antibodies in adults with ME/CFS",
    )
    assert any("reduced levels" in s and "increased" not in s for s in told)
    assert "The abstract goes on with “but”; to read it, open the source of this line." in told


def test_what_is_taken_back_far_from_its_clause_stops_no_page():
    told = quick_of(
        COMPARED + "Adults with ME/CFS showed significantly reduced levels of anti-wheat IgG but "
        "increased levels of rare cereals KX43 and HPQ1 anti-gluten IgG, suggesting imprinting "
        "potentially driven by these cereals.",
        "Antibodies in adults with ME/CFS",
    )
    assert told

"""Themes that Quick tells stand among the findings, too."""

from .pages import page, told_in

_TEXT = (
    "METHODS: This qualitative study was conducted through interviews. RESULTS: A total of 20 "
    "nurses with long COVID were interviewed. Four key themes were identified describing "
    "experiences of long COVID for nurses: (1) Working with pain, (2) Help from others at work, "
    "(3) A want of rest and sleep, and (4) Hope for better days."
)


def test_themes_are_told_one_by_one_among_the_findings():
    made = page("Nurses with long COVID: a qualitative study", _TEXT)
    told = told_in(made, "observed_findings")
    assert "They are: working with pain; help from others at work;" in told
    assert "hope for better days" in told


def test_a_way_of_sampling_is_no_way_in_which_people_were_found():
    made = page(
        "Nurses with long COVID: a qualitative study",
        _TEXT.replace(
            "through interviews.",
            "through interviews. Participants were recruited through purposive and snowball "
            "sampling.",
        ),
    )
    assert "snowball" not in told_in(made, "does_not_prove")

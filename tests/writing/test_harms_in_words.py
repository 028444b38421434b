"""The harms sentence says what the abstract says: no less where it can, and never safety."""

from __future__ import annotations

import pytest

from evidence_atlas.records import Harms

from .pages import page, told_in


def study(make, sentence, status, **quotes):
    made = make.trial()
    made.text += f" {sentence}"
    made.facts["harms"] = (
        Harms(status=status)
        if status == "not_stated"
        else Harms(status=status, quote=made.quote(sentence))
    )
    made.quotes |= quotes
    return made


@pytest.mark.parametrize(
    ("sentence", "status", "told"),
    [
        ("Salt was well tolerated, with most common AEs being cough and rash.", "reported",
         "Harms: the most common unwanted effects were cough and rash."),
        ("Salt was safe, with minor, passing side effects of the spray.", "reported",
         "Harms: minor, passing side effects"),
        ("Regarding side effects, the mean Nausea Questionnaire score was 24.31 (SD = 35.42).",
         "reported",
         "The abstract gives a score for unwanted effects, and not which there were."),
        ("There were no serious adverse events attributable to salt.", "none_reported",
         "No serious harms were put down to the treatment."),
        ("Salt was tolerated without any SAEs.", "none_reported",
         "No serious harms were reported."),
        ("No significant side effects occurred.", "none_reported",
         "No serious harms were reported."),
        ("Significant gains came with no side effects.", "none_reported",
         "No harms were reported."),
        # What they thought of it names no harm that stayed away.
        ("No safety concerns came up.", "none_reported",
         "On harms, the authors write only “No safety concerns”."),
        ("No safety issues and no side effects came up.", "none_reported",
         "No harms were reported."),
        ("Salt was safe and well tolerated.", "none_reported",
         "On harms, the authors write only “safe and well tolerated”."),
    ],
)  # fmt: skip
def test_harms_are_told_as_the_abstract_has_them(make, sentence, status, told):
    quick = study(make, sentence, status).told("quick_summary")
    assert any(text.startswith(told) for text in quick)


def test_harms_recorded_in_one_group_are_told_of_that_group(make):
    made = study(
        make, "Harms were noted in the salt group. No serious harms came.", "none_reported",
        **{"harms.looked_for_in": "salt group"},
    )  # fmt: skip
    assert "Harms were looked for in the salt group; no serious harms were reported." in made.told(
        "quick_summary"
    )
    assert not any("what was seen of harms" in text for text in made.told("strengths"))


def test_that_people_got_worse_is_not_passed_over(make):
    made = study(
        make, "Six people got worse.", "not_stated", **{"harms.worsened": "Six people got worse"}
    )
    assert "The abstract does not mention harms, but says that some people got worse." in made.told(
        "quick_summary"
    )
    assert not any("does not mention" in text for text in made.told("limitations"))


def test_that_harms_were_looked_for_and_no_more_is_said(make):
    made = study(
        make, "We assessed safety.", "not_stated", **{"harms.looked_for": "We assessed safety"}
    )
    assert "Harms were looked for; the abstract does not say what was found." in made.told(
        "quick_summary"
    )


@pytest.mark.parametrize(
    "befell",
    [
        "One patient given the drug died of sepsis and two developed anaemia.",
        "Eleven in the yoga group had a relapse that lasted over two weeks.",
        "Injection site reactions happened in 17 (68%) on the drug and 1 (4%) on placebo.",
        "Thirteen people in the exercise group became unable to leave the house.",
        "Insomnia was reported by 9 in the active arm and 2 in the placebo arm.",
    ],
)
def test_what_befell_people_is_not_passed_over_where_nobody_calls_it_a_harm(befell: str) -> None:
    text = f"Thirty adults with ME/CFS were randomised to a drug or placebo. RESULTS: {befell}"
    made = page("A drug in ME/CFS: a randomised trial", text, ("Randomized Controlled Trial",))
    told = told_in(made, "quick_summary")
    assert "may be harms" in told
    assert "That nobody had harms" not in told_in(made, "does_not_prove")


@pytest.mark.parametrize(
    "text",
    [
        "RESULTS: No patient died.",
        "RESULTS: Fewer people were hospitalised with the drug.",
        "RESULTS: Of all, 91 had been hospitalised with COVID-19.",
        "RESULTS: Sleep was longer with the drug.",
    ],
)
def test_what_did_not_befall_them_is_no_harm(text: str) -> None:
    made = page(
        "A drug in ME/CFS: a randomised trial",
        f"Thirty adults with ME/CFS were randomised to a drug or placebo. {text}",
        ("Randomized Controlled Trial",),
    )
    assert "may be harms" not in told_in(made, "quick_summary")


@pytest.mark.parametrize(
    ("sentence", "status", "name", "told"),
    [
        ("Adverse effects were not recorded.", "not_stated", "not_recorded",
         "The abstract says that harms were not recorded."),
        ("Side effects were not assessed.", "not_stated", "not_looked_for",
         "The abstract says that harms were not looked for."),
        ("No rash or other complication was seen.", "none_reported", "none_of",
         "The abstract names some harms, and says that none of these came."),
    ],
)  # fmt: skip
def test_what_is_neither_silence_nor_none_has_its_own_sentence(make, sentence, status, name, told):
    made = study(make, sentence, status, **{f"harms.{name}": sentence})
    assert told in made.told("quick_summary")
    assert not any("does not mention any" in text for text in made.told("does_not_prove"))


def test_a_judgement_does_not_stand_alone_where_something_befell_people() -> None:
    made = page(
        "A drug in ME/CFS: a randomised trial",
        "Thirty adults with ME/CFS were randomised to a drug or placebo. RESULTS: The drug was "
        "well tolerated. Nausea was reported by 12 people on the drug and 4 on placebo.",
        ("Randomized Controlled Trial",),
    )
    told = told_in(made, "quick_summary")
    assert "“well tolerated”, and the abstract tells of what may be harms" in told

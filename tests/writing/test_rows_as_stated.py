"""Rows of Study at a glance say what is said of everybody, and all of it, or are not there."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.records import Registration

from .pages import page as page_made
from .pages import sections

GLOSS = re.compile(r" \([^()]*\)")


def page(title: str, abstract: str, **more) -> dict[str, list[str]]:
    """The statements of each section, rows with their label."""
    return sections(page_made(title, abstract, **more))


def row(label: str, title: str, abstract: str, **more) -> str | None:
    """The row without the words in brackets that explain a term."""
    told = page(title, abstract, **more)["study_at_a_glance"]
    found = next((t for t in told if t.startswith(f"{label}: ")), None)
    return found and GLOSS.sub("", found.removeprefix(f"{label}: ")).rstrip(".")


@pytest.mark.parametrize(
    ("title", "abstract", "named"),
    [
        # The title's own name, whatever else the abstract calls it.
        (
            "Work after post-COVID-19 condition: a cross-sectional study",
            "BACKGROUND: Long COVID is common. METHODS: We asked 90 adults with long COVID. "
            "RESULTS: Most worked less.",
            "post-COVID-19 condition",
        ),
        # An illness of a part of the study's people is named with the other.
        (
            "Step counts in long COVID: a cohort study",
            "METHODS: In all, 70 patients with long COVID or myalgic encephalomyelitis/chronic "
            "fatigue syndrome wore a watch. RESULTS: Steps were few.",
            "long COVID and myalgic encephalomyelitis/chronic fatigue syndrome",
        ),
        # What was looked for in people after an infection.
        (
            "Complaints of patients with COVID-19 after a year: a cohort study",
            "METHODS: We followed 200 patients with COVID-19. Long COVID was defined as any "
            "complaint after 12 weeks. RESULTS: Of them, 40 had long COVID.",
            "COVID-19 and long COVID; those who took part had had COVID-19, and need not all have "
            "long COVID",
        ),
        (
            "Incidence of long COVID in nurses: a cohort study",
            "METHODS: We followed 300 nurses for a year. RESULTS: Some had complaints.",
            "long COVID; the study asked who had it",
        ),
        # Both illnesses of a title, one of which is on no list.
        (
            "Acute gout and long COVID in one clinic: a cohort study",
            "METHODS: We saw 50 patients with long COVID. RESULTS: Pain was common.",
            "long COVID",
        ),
        (
            "Sleep in ME/CFS, Gulf War Illness, and chronic idiopathic fatigue: a survey",
            "METHODS: We asked patients with ME/CFS and Gulf War illness. RESULTS: Sleep was bad.",
            "ME/CFS, Gulf War illness and chronic idiopathic fatigue",
        ),
        # A list of which only the last is known is not told by its last.
        (
            "Gronk, plink and ME/CFS: care in one country",
            "METHODS: We asked 90 people. RESULTS: Care was poor.",
            None,
        ),
        # An example, a clinic, what mice may stand for, a wish for later.
        (
            "Swelling of lung cells in mice",
            "AIM: We studied swelling in mice. RESULTS: Swelling rose. It may be so in people with "
            "long COVID. CONCLUSIONS: This may lead to drugs for long COVID.",
            None,
        ),
        # A degree that holds of some is not told of all.
        (
            "Health four years on: the course of persistent long COVID",
            "METHODS: This is a cohort study of people with long COVID. Some with persistent "
            "long COVID were asked again. RESULTS: Many were well.",
            "long COVID",
        ),
        # Where nobody is sure that they have it, the row is not surer.
        (
            "Blood tests in children with suspected long COVID: a cross-sectional study",
            "METHODS: We tested 113 children with long COVID signs. RESULTS: Many were well.",
            "suspected long COVID",
        ),
    ],
)
def test_the_illness_is_named_as_the_study_names_it_and_whole(title, abstract, named):
    assert row("Illness, as named", title, abstract) == named


TITLE = "Sleep in long COVID: a cross-sectional study"


@pytest.mark.parametrize(
    ("methods", "found"),
    [
        ("All met the WHO definition of long COVID.", "the WHO definition of long COVID"),
        ("Long COVID was found by an adapted WHO definition.",
         "the WHO definition of long COVID, adapted"),
        # A questionnaire made after a guideline, what was compared, a code of something else.
        ("A questionnaire based on World Health Organization guidelines was sent to all.", None),
        ("Physician diagnoses were compared in those with and without long COVID.", "Not stated"),
        ("They had a COVID-19 diagnosis code (ICD-10 U07.1) and then long COVID.", None),
        ("People with long COVID were found by ICD-10 codes.", "a diagnosis code on record"),
        # Words that name nothing to go by, and words of which a half would be told.
        ("Long COVID was defined as a range of conditions.", None),
        ("Long COVID was defined as new symptoms (such as pain) and/or worse old ones.", None),
        ("Long COVID was defined as new symptoms for three months.",
         "The authors write: “new symptoms for three months”"),
    ],
)  # fmt: skip
def test_how_it_was_diagnosed_is_how_these_people_were_taken(methods, found):
    abstract = f"METHODS: We asked 120 adults with long COVID. {methods} RESULTS: Sleep was bad."
    assert row("How it was diagnosed", TITLE, abstract) == found


@pytest.mark.parametrize(
    ("title", "abstract", "measured"),
    [
        # All that stands in one list, in its order.
        (
            "Life with long COVID: a cross-sectional study",
            "AIM: We aimed to assess fatigue, pain, and sleep quality in adults with long COVID. "
            "METHODS: We asked 80 adults with long COVID. RESULTS: Fatigue was common.",
            "fatigue, pain and sleep quality, among other things",
        ),
        # The main outcome, not one of the others.
        (
            "Tablets for long COVID: a randomised trial",
            "METHODS: Adults with long COVID were randomised to tablets or placebo. The primary "
            "outcome was time to the first full night. Secondary outcomes were fatigue and pain. "
            "RESULTS: Nights were long.",
            "time to the first full night, among other things",
        ),
        # That people had it, or why it was asked, is no outcome.
        (
            "Blood of adults with long COVID: a cross-sectional study",
            "AIM: As it may harm quality of life, we studied people with fatigue and pain. "
            "METHODS: We drew blood from 80 adults with long COVID. RESULTS: Values were low.",
            None,
        ),
        # A word of the title of which the abstract does not speak.
        (
            "A key to the tiring fatigue of long COVID",
            "METHODS: Iron was measured in 80 adults with long COVID. RESULTS: Iron was low.",
            None,
        ),
    ],
)
def test_what_was_measured_is_told_whole_and_the_main_thing_first(title, abstract, measured):
    assert row("What was measured", title, abstract) == measured


@pytest.mark.parametrize(
    ("methods", "results", "length"),
    [
        ("They took tablets daily for 8 weeks.", "Pain fell.", "given for 8 weeks"),
        ("They were followed for 6 months.", "Pain fell.", "followed for 6 months"),
        # One arm's time is not everybody's; a time in a result is not the study's.
        ("They took tablets for 20 weeks, or placebo for 10 weeks.", "Pain fell.", None),
        ("They took tablets.", "Pain stayed low, and some slept well over 3 months.", None),
    ],
)
def test_how_long_says_what_lasted_so_long(methods, results, length):
    told = row(
        "How long", "Tablets for long COVID: a randomised trial",
        f"METHODS: We randomised 80 adults with long COVID to tablets or placebo. {methods} "
        f"RESULTS: {results}",
    )  # fmt: skip
    assert told == length


def test_what_was_given_is_told_with_what_people_had_anyway():
    told = row(
        "What was given", "Yoga for ME/CFS: a randomised trial",
        "METHODS: We randomised 60 adults with ME/CFS to yoga in addition to usual care or to "
        "usual care alone. RESULTS: Pain fell with yoga.",
    )  # fmt: skip
    assert told == "yoga, on top of usual care"


def test_all_numbers_of_registers_are_told():
    told = row(
        "Registration", TITLE,
        "METHODS: We asked 90 adults with long COVID. The study was registered (NCT01234567 and "
        "NCT07654321). RESULTS: Sleep was bad.",
        registrations=(Registration(bank="ClinicalTrials.gov", number="NCT01234567"),),
    )  # fmt: skip
    assert told == "NCT01234567 and NCT07654321"


def test_a_list_of_payers_that_is_cut_says_so():
    payers = ", ".join(f"the {n} Foundation for Research in Northern Lands" for n in "ABCDEFG")
    told = row(
        "Funding", TITLE,
        "METHODS: We asked 90 adults with long COVID. RESULTS: Sleep was bad. This work was "
        f"supported by {payers} and the Last Fund.",
    )  # fmt: skip
    assert told is not None
    assert told.startswith("the A Foundation")
    assert "Last Fund" in told or told.endswith(", among others")


def test_the_name_of_a_payer_is_not_explained_word_by_word():
    told = page(
        TITLE,
        "METHODS: We asked 90 adults with long COVID. RESULTS: Sleep was bad. This work was "
        "supported by the Lakeside Rehabilitation Fund.",
    )
    assert "Funding: the Lakeside Rehabilitation Fund" in told["study_at_a_glance"]


def test_a_mean_age_makes_nobody_an_adult_and_youths_are_no_children():
    told = page(
        "Rest in young people with long COVID: a survey",
        "METHODS: We asked 90 young people with long COVID. RESULTS: They rested (mean age 18.5).",
    )
    who = [t for t in told["study_at_a_glance"] if t.startswith("Who they were")]
    assert not any("adults" in t or "children" in t for t in who)


@pytest.mark.parametrize(
    ("results", "carried"),
    [
        ("Fatigue was more common in women than in men.", True),
        # It tells nothing, or not against what, or in letters that nobody knows.
        ("Fatigue varied across participants.", False),
        ("Fatigue was higher.", False),
        ("Fatigue was more common with higher XQZ levels than with lower XQZ levels.", False),
    ],
)
def test_fair_to_say_is_one_sentence_that_tells_something_by_itself(results, carried):
    told = page(
        "Fatigue in long COVID: a cross-sectional study",
        f"METHODS: We asked 180 adults with long COVID. RESULTS: {results}",
    )
    assert bool(told.get("fair_to_say")) == carried


def test_a_part_of_the_people_is_told_only_where_it_is_a_part_of_all_of_them():
    title = "Long COVID in adults: a cross-sectional study"
    asked = "METHODS: A total of 900 adults answered the survey. "
    # 45 are 5 % of the 900, so that it is they of whom 45 were ill.
    of_all = "RESULTS: Of these, 45 (5.0%) had long COVID."
    assert row("People", title, asked + of_all) == "900 people; 45 of them with long COVID"
    of_some = (
        "RESULTS: Some 600 gave whole answers, and 500 of them had been infected. "
        "Of these, 45 (9.0%) had long COVID."
    )
    assert row("People", title, asked + of_some) == "900 people"


def test_a_part_of_the_people_is_not_named_by_what_all_of_them_had():
    told = row(
        "People",
        "Worries before COVID-19 and how long it lasts: a prospective cohort study",
        "METHODS: Adults with COVID-19 who had tested positive in the last week took part. "
        "RESULTS: The cohort comprised 120 participants. A total of 80 patients (66.7%) were put "
        "into the slow group. Worries were more common among them (p = 0.01).",
    )
    assert told == "120 people"


def test_what_was_done_with_an_outcome_is_not_what_was_measured():
    told = row(
        "What was measured",
        "Naps after influenza: a cohort study",
        "METHODS: We followed 80 adults after influenza. The main outcome was examined with a "
        "form of our own. RESULTS: Naps were longer in 20 adults.",
    )
    assert "examined" not in (told or "")
    told = row(
        "What was measured",
        "Naps after influenza: a cohort study",
        "METHODS: We followed 80 adults after influenza. The main outcome was walking speed, "
        "measured on a track. RESULTS: Walking speed fell in 20 adults.",
    )
    assert told is not None and told.startswith("walking speed")


@pytest.mark.parametrize("longer", range(0, 24, 2))
def test_a_list_of_payers_is_cut_only_between_payers(longer):
    """Wherever a long list is cut, what is told of it are whole names."""
    payers = [
        f"the Slow Walking Foundation of Old {'a' * longer}ville (12-A)",
        "the Royal Academy of Rest Fund (7)",
        "the Tall Willow New Lake Programme (44)",
        "the Hill Town Trust of Quiet Days",
        "the Lake Fund",
    ]
    told = row(
        "Funding",
        "Naps after influenza: a cohort study",
        "METHODS: We followed 80 adults after influenza. RESULTS: Naps were longer in 20 adults. "
        f"This work was supported by {', '.join(payers[:-1])}, and {payers[-1]}.",
    )
    assert told is not None and told.endswith(", among others")
    names = [GLOSS.sub("", name) for name in payers]
    assert all(name in names for name in told.removesuffix(", among others").split(", "))


def test_of_two_illnesses_of_which_people_had_either_none_is_told_alone():
    told = row(
        "Illness, as named",
        "Post-COVID syndrome in patients with comorbid hypertension or diabetes: a review",
        "Post-COVID syndrome is common. This narrative review tells what is known of it in "
        "patients with hypertension or diabetes. Tiredness is often reported by them.",
    )
    assert told == "post-COVID syndrome"


def test_the_kind_of_an_illness_is_told_behind_another_illness_too():
    told = row(
        "Illness, as named",
        "Naps in women with hypermobility spectrum disorders and hypermobile Ehlers-Danlos "
        "syndrome: a survey",
        "METHODS: We asked 90 women with hypermobility spectrum disorders or hypermobile "
        "Ehlers-Danlos syndrome (h-EDS). RESULTS: Most napped. CONCLUSION: Women with HSD/h-EDS "
        "nap more than they would like to.",
    )
    assert told == "hypermobility spectrum disorders and hypermobile Ehlers-Danlos syndrome"


def test_a_short_form_within_a_longer_one_is_not_spelled_out():
    told = page(
        "Naps in women with hypermobile Ehlers-Danlos syndrome: a survey",
        "METHODS: We asked 90 women with hypermobile Ehlers-Danlos syndrome (h-EDS). "
        "RESULTS: Most napped. CONCLUSION: Women with h-EDS nap more than they would like to.",
    )
    assert "h-Ehlers" not in str(told)


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (
            "People with migraine (PWM) may differ from people without migraine (PWOM). "
            "Participants were grouped as PWM (n=30) or PWOM (n=70).",
            "30 people with migraine and 70 people without migraine",
        ),
        (
            "A total of 1300 and 2700 nurses with and without asthma, respectively, were included.",
            "1,300 nurses with asthma and 2,700 without",
        ),
        # Two groups that differ in more than one thing are not told so.
        ("In all, 30 neurological patients and 70 controls took part.", None),
    ],
)
def test_groups_told_by_what_one_has_and_the_other_has_not_are_both_told(counted, told):
    written = page(
        "Naps after COVID-19: a cross-sectional study",
        f"METHODS: We did a cross-sectional study of naps. {counted} RESULTS: Naps were longer in "
        "those who had been ill for longer (p = 0.01).",
    )
    opening = written["quick_summary"][0]
    if told is None:
        assert " without" not in opening
    else:
        assert opening.startswith(f"This study looked at {told}.")
        assert f"People: {told}" in [r.rstrip(".") for r in written["study_at_a_glance"]]

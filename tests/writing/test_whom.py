"""Nobody is told to have been asked, or to have an illness, where the text does not say so."""

import pytest

from evidence_atlas.reading.text.lengths import printed

from .pages import page, told_in


def section_of(title: str, abstract: str, section: str = "quick_summary") -> str:
    return told_in(page(title, abstract), section)


def quick(title: str, abstract: str) -> str:
    return section_of(title, abstract)


def test_one_patient_with_an_illness_among_five_does_not_make_five():
    told = quick(
        "Trapped nerves of the belly: a case series including a long COVID patient",
        "This case series presents five patients, including a long COVID case, who had surgery "
        "for trapped nerves. Tissue showed pressure on the nerve in all five patients.",
    )
    assert "five people" in told
    assert "long COVID" not in told


def test_people_whose_posts_were_gathered_were_not_asked():
    told = quick(
        "How long COVID is told on a social network: a qualitative content analysis",
        "We collected posts of 426 users over two months. A qualitative content analysis was made. "
        "Themes were conflict, care and daily life.",
    )
    assert "asked" not in told


def test_people_who_were_interviewed_were_asked():
    told = quick(
        "Living with long COVID: a qualitative interview study",
        "We interviewed 14 patients with long COVID about their days. Themes were rest and work.",
    )
    assert told.startswith("Researchers asked 14 people with long COVID")


def test_a_number_of_all_is_no_number_of_the_ill():
    told = quick(
        "A new scale for long COVID symptoms",
        "A cross-sectional survey of 261 adults (129 with long COVID and 131 without) was made. "
        "Those with long COVID had more symptoms.",
    )
    assert "261 adults with long COVID" not in told


def test_people_of_whom_some_tested_positive_are_not_all_told_to_be_ill():
    told = quick(
        "Vaccination and long COVID: a cross-sectional study",
        "We asked 6,572 participants of a household survey about vaccination. Of them, 85.9% had "
        "tested positive. Headache was more likely in people with long COVID who were vaccinated.",
    )
    assert "6,572 people" in told or "6,572 adults" in told
    assert "with long COVID" not in told.split(".")[0]


def test_the_treated_beside_healthy_people_are_not_told_as_all_patients():
    said = section_of(
        "A drug and a channel in cells of people with long COVID",
        "METHODS: Cells came from nine people with long COVID, nine healthy controls and nine "
        "people with long COVID who took a drug. RESULTS: There was no significant difference in "
        "channel currents between long COVID patients treated with the drug and healthy controls.",
        "observed_findings",
    )
    assert "between people with long COVID and healthy" not in said


def test_a_link_is_not_told_by_one_of_its_ends():
    said = quick(
        "Food and long COVID: a cross-sectional survey",
        "We used a survey of 400 adults. Insecurity of food was associated with current long COVID "
        "(adjusted OR, 1.73; 95% CI, 1.39-2.15) and with recovery in a complex way (OR, 0.70).",
    )
    assert "found a link with" not in said


def test_a_conclusion_is_not_cut_before_its_verb():
    subject = "expanding the offer, simplifying the forms, and telling more people of the food "
    verb = "programme may reduce the burden of insecurity"

    def concluded(more: str = "") -> str:
        return section_of(
            "Food and long COVID: a cross-sectional survey",
            "RESULTS: Fatigue was higher in 40 adults with long COVID than in 40 healthy controls. "
            f"CONCLUSIONS: These findings suggest that {subject}{verb}{more}.",
            "inferred_conclusions",
        )

    assert concluded() == f"The authors suggest that {subject}{verb}."
    # Too long for a page: cut behind its verb, or not told.
    long = concluded(" and of this illness and show the weight of social needs in care")
    assert verb in long or not long


def test_who_only_cared_for_the_ill_is_not_told_to_be_ill():
    said = quick(
        "Definitions of long COVID in Europe: a qualitative analysis",
        "We put an online questionnaire to key informants from 34 countries. Definitions of long "
        "COVID differed clearly between countries. Themes were names, time and symptoms.",
    )
    assert "people with long COVID" not in said


def test_what_an_effect_is_sought_on_was_not_given():
    said = quick(
        "A walk in the woods for people with long COVID: a pilot study",
        "We assessed the effects of a walk in the woods with 44 people with long COVID on pain, "
        "mood and mindfulness. All walked once for three hours. Pain did not change clearly.",
    )
    assert "given mindfulness" not in said and "had mindfulness" not in said


def test_a_difference_without_a_way_gets_none_from_what_stands_beside_it():
    said = section_of(
        "Signals in the blood of people with long COVID",
        "METHODS: We took blood of 93 people with long COVID and 75 healthy controls. RESULTS: "
        "There were differences in platelet signals between patients and controls, as well as "
        "elevated levels of dendritic, monocyte and T cell signals in long COVID.",
        "observed_findings",
    )
    assert "latelet signals were higher" not in said
    assert "latelet signals was higher" not in said


def test_a_number_told_once_does_not_show_that_nobody_left():
    said = section_of(
        "Long COVID and loneliness: a national survey",
        "METHODS: We used a national survey (n = 4,017 individuals in the analytic sample). "
        "RESULTS: Loneliness was higher in people with long COVID than in people without it.",
        "strengths",
    )
    assert "All 4,017" not in said


def test_groups_that_are_not_counted_are_groups():
    said = quick(
        "A longer stay at a spa for long COVID",
        "METHODS: 119 people with long COVID were treated at a spa. They were divided into two "
        "groups by how long they stayed. RESULTS: Breathing improved more in the longer stay.",
    )
    assert "no other group" not in said


def test_people_are_called_what_the_text_calls_those_whom_it_counts():
    told = quick(
        "Long COVID and work",
        "We surveyed 362 nurses in rural hospitals. Burnout was reported by 40% of the nurses.",
    )
    assert "362 nurses in rural hospitals" in told


def test_people_who_had_the_infection_are_not_told_to_have_what_may_follow():
    told = quick(
        "Long COVID after a stay in hospital",
        "This prospective cohort study included 80 adults hospitalized with severe COVID-19. They "
        "were followed for one year. Long COVID was found in 30 patients.",
    )
    assert "80 adults hospitalized with severe COVID-19" in told
    assert "80 people with long COVID" not in told


def test_a_short_form_that_nobody_has_explained_is_not_told():
    told = quick(
        "Tiredness in long COVID",
        "We surveyed 362 adults with GSRD. Burnout was reported by 40% of them.",
    )
    assert "362 adults" in told
    assert "GSRD" not in told


def test_where_others_took_part_without_the_illness_not_all_are_told_to_have_it():
    told = quick(
        "Long COVID and mood: a cross-sectional study",
        "Adults who had been diagnosed with COVID-19 answered questions on mood, those with long "
        "COVID and people without long COVID. The long COVID group had greater anxiety than the "
        "no long COVID group.",
    )
    assert told.startswith("This study looked at people.")


def test_a_number_printed_in_words_is_told_however_large():
    told = quick(
        "Fatigue over the years: a cohort study",
        "One hundred twenty-three patients with long COVID were followed. Fatigue fell between "
        "the first and the last visit (p < .01).",
    )
    assert told.startswith("This study followed 123 people with long COVID")


@pytest.mark.parametrize(
    ("printed_as", "by_itself"),
    [("3.5-year", "3.5 years"), ("12-week", "12 weeks"), ("1-year", "1 year")],
)
def test_a_length_before_a_noun_stands_in_the_plural_by_itself(printed_as, by_itself):
    assert printed(printed_as) == by_itself


LISTED = (
    "In this randomised controlled trial, 80 adults with asthma were randomised to acupressure "
    "(n=40) or no treatment (n=40). RESULTS: Those given acupressure improved significantly in "
    "depressive symptoms (p = 0.001) and in many parts of what the questionnaires on their quality "
    "of life had asked them about at home: physical function (p = 0.02), energy (p = 0.002), and "
    "mental health (p = 0.05)."
)


def test_each_outcome_of_a_list_is_told_with_its_own_p_and_the_border_of_chance_as_such():
    found = section_of("Acupressure in asthma: a randomised trial", LISTED, "observed_findings")
    told = [s for s in found.split(". ") if "p = " in s]
    assert [s.count("p = ") for s in told] == [1, 1, 1, 1]
    assert "did not clearly" not in found
    assert [s for s in told if "at the border of chance" in s] == [s for s in told if "0.05" in s]

"""However an abstract says it, a result points the way that it says, whatever was measured."""

from __future__ import annotations

import pytest
from tests.reading.drawn_abstracts import capital, reading

MEASURED = ("fatigue", "grip strength", "serum lactate")
SAID = (
    # What goes with what, in words that were not known.
    ("association", "A moderate correlation (r = 0.52) was seen between {} and age."),
    ("association", "Bed rest was a strong precursor of {}."),
    ("association", "Sleep was an independent prognostic marker of {}."),
    ("association", "{} climbed with the severity of the first illness."),
    ("association", "{} grew steadily with the number of infections."),
    (
        "association",
        "Stress (beta = .38) was positively, and support (beta = -.21) inversely, related to {}.",
    ),
    ("association", "{} hinged on the hours slept."),
    ("association", "{} was closely intertwined with sleep."),
    ("association", "Poor sleep was indicative of {}."),
    ("association", "A connection with sleep could be shown for {}."),
    ("association", "{} was in inverse proportion to the hours worked."),
    # What was not so is no way, and how many were not helped tells nothing of the others.
    ("no difference", "{} was not raised in patients."),
    ("no difference", "There was no excess of {} among patients."),
    ("no difference", "Recovery of {} was not slower in patients."),
    ("no difference", "Nobody improved in {} on the drug."),
    ("descriptive", "Most were no better for {} at the end."),
    ("lower", "The quality of sleep was lower and so was {} in patients."),
    ("decrease", "Mean {} was 28 before and 21 after treatment (p<0.01)."),
    ("decrease", "The rise in {} was 4.1 before and 2.9 after treatment (p=0.02)."),
    ("no difference", "The new pen was at least as effective as the old one for {}."),
    ("no difference", "Walking had no beneficial effect on {}."),
    ("no difference", "Walking and rest had no additional effect on {}."),
    ("mixed", "{} and the hours slept were significantly lower and longer in patients."),
    ("mixed", "{} and sleep were higher and shorter in patients."),
    ("mixed", "There was a trend to more sleep and less {}."),
    ("higher", "{} was higher and more variable in patients."),
    ("higher", "Patients had higher {} compared to controls with no improvement in sleep."),
    ("lower", "Patients had lower {} than the group with no change in sleep."),
    ("descriptive", "Patients reported several benefits of rest for {}."),
    ("descriptive", "The time needed once the bone had been reduced was 17 minutes ({})."),
    ("decrease", "{} fell from 0.81 to 0.90 on a scale of which more is less."),
    ("decrease", "On the scan after 12 months the {} had decreased to normal."),
    ("descriptive", "Closed reduction took 40 minutes and {} was normal."),
    ("descriptive", "Causes were car accidents in 27, falls in four and {} in the rest."),
    ("decrease", "{} was reduced after the course of 12 weeks."),
    # Shares, rates and chances of a change are not the change.
    ("higher", "The rate of remission of {} was higher with tablets than with drops."),
    (
        "lower",
        "The proportion of people with a 30% reduction in {} was lower with drops than tablets.",
    ),
    ("higher", "Recovery rates of {} were higher in patients than in controls."),
    ("higher", "A greater proportion of patients had raised {} compared with controls (p = 0.01)."),
    ("descriptive", "Five of nine patients with {} were in remission."),
    ("decrease", "After 12 weeks of the diet there was remission of {}."),
    # How much, and not which way.
    ("descriptive", "{} was noted in people aged 65 years or older."),
    ("descriptive", "{} was noted more than once."),
    ("descriptive", "The test could identify reduced {}."),
    ("descriptive", "Barriers to care included better known illnesses, less time and {}."),
    ("descriptive", "Reasons for rest comprised improving sleep and {}."),
    ("descriptive", "The lesion lay in the lower third, and {} was normal."),
    ("descriptive", "The drug has raised concerns because of {}."),
    ("lower", "Barriers to care and {} were lower in patients."),
    ("decrease", "In larger towns, {} fell over the ten years."),
    ("increase", "While in those with longer illness, {} rose over the year."),
    ("higher", "In older patients, {} was higher than in younger ones."),
    # Which way, in words that were not known.
    ("higher", "{} was most marked, and was highest after exertion."),
    ("lower", "{} was lowest under rest."),
    ("higher", "The pill caused more {} than the drops."),
    ("lower", "The pill produced less {}."),
    ("higher", "Patients were more reliant on drugs for {}."),
    ("higher", "Patients rated their {} more positively."),
    ("higher", "Swallowing was easier in patients, and {} was normal."),
    ("increase", "There was a prolongation of {} after the course."),
    ("no difference", "{} was not statistically different between the groups."),
    ("no difference", "{} similarly occurred in both groups."),
    ("higher", "The rates of raised {} were, in turn, 37% and 22% (OR = 3.67, p < 0.001)."),
    ("lower", "Having a dog mattered to {} (OR 0.41, p = 0.003)."),
    ("no association", "There was a positive trend of {} with age (p = 0.07)."),
    ("association", "{} was associated with age (p = 0.01)."),
    ("association", "Age accounted for 15% of the variance in {}."),
    ("association", "The higher the dose, the poorer was the {}."),
    ("descriptive", "{} varied with values of 2 to 9."),
    ("descriptive", "Most considered that {} did not improve by rest."),
    ("no difference", "There was a negligible decrease in {}."),
    ("no difference", "{} showed stability across six decades."),
    (
        "decrease",
        "Mean {} was 82.3 ± 37.4 at diagnosis and 63.1 ± 54.6 at the last visit (p = 0.01).",
    ),
    ("lower", "Samples showed a near complete loss of {}."),
    ("increase", "Over time, as sleep improved, {} rose."),
    ("descriptive", "As symptoms improved, {} became normal."),
    ("lower", "Median {} was 2.1 with asthma and 3.4 without (p = 0.008)."),
    ("no difference", "Residents did not deviate from the others in {}."),
    ("association", "{} rose in step with age (rho = 0.61, p < 0.001)."),
    ("association", "Poor sleep was the strongest correlate of {} (OR 3.2, 95% CI 2.1-4.9)."),
    ("mixed", "{} doubled at 6 weeks and was back to baseline at the last visit."),
    ("no difference", "The drug did not lessen {}."),
    ("no difference", "The drug left {} untouched."),
    ("higher", "Impaired {} was more likely in patients (odds ratio 3.1)."),
    ("lower", "Tests showed an abnormally low {} in patients."),
    ("no difference", "{} did not rise above the upper limit."),
    ("no difference", "{} increased equally in both groups."),
    ("decrease", "{} decreased from 6 to 18 months but did not reach control values."),
    ("decrease", "{} went from five to two on the scale."),
    ("higher", "Agents that reduce inflammation increased {} within a week."),
    ("no association", "{} did not parallel age."),
    ("descriptive", "Of all, 88% had normal {}, while 12% had not."),
    ("higher", "{} was significantly higher in patients than in controls (p < 0.001)."),
    ("higher", "Compared with controls, patients had elevated {}."),
    ("higher", "We found increased {} in patients."),
    ("higher", "Patients, but not controls, had raised {}."),
    ("higher", "{} was raised in patients but not in controls."),
    ("higher", "Median {} was 12 in patients versus 7 in controls (p = 0.003)."),
    ("lower", "{} was lower in patients compared with controls."),
    ("lower", "We observed a decrease of {} in patients as compared to controls."),
    ("lower", "{} was 23% lower in patients."),
    ("lower", "Significantly lower levels of {} were detected in patients."),
    ("no difference", "{} did not differ between patients and controls (p = 0.42)."),
    ("no difference", "{} was comparable across groups."),
    ("no difference", "Neither {} nor age differed between the groups."),
    ("no difference", "{} remained unchanged at 12 weeks."),
    ("increase", "A significant rise in {} was seen at follow-up."),
    ("increase", "{} increased after six months."),
    ("decrease", "{} declined over the three days of the test."),
    ("decrease", "{} declined by week 12."),
    ("decrease", "After training, {} fell from 45.2 to 33.1 (p < 0.01)."),
    ("association", "{} correlated with sleep duration (r = 0.43)."),
    ("association", "Age was the strongest predictor of {}."),
    ("no association", "{} was not associated with sleep duration."),
    ("no association", "{} was independent of age."),
    ("higher", "{} was 1.5 times that of controls."),
    ("higher", "Nine patients had loss of {}, whereas no control did."),
    ("lower", "{} of patients was only 70% of that of controls."),
    ("no difference", "{} was unaltered in patients."),
    ("no difference", "{} stayed stable over the year."),
    ("no difference", "There was no evidence that {} differed between the groups."),
    ("no difference", "After adjustment for age, {} no longer differed between the groups."),
    ("increase", "The trained group improved ({}: 21.6 to 31.7 (+10.1))."),
    ("no association", "{} bore no relation to sleep."),
    ("no association", "Sleep was not a significant predictor of {}."),
    ("descriptive", "Participants said that resting helped to improve {}."),
    ("descriptive", "Most had tests that showed the cause of their reduced {}."),
)


@pytest.mark.parametrize("measured", MEASURED)
@pytest.mark.parametrize(("way", "said"), SAID)
def test_the_way_is_the_one_that_is_said(way, said, measured):
    assert first_way(said, measured) == way


@pytest.mark.parametrize("measured", MEASURED)
def test_a_fall_that_was_seen_is_a_fall(measured):
    for said in ("A fall in {} was seen.", "A reduction in {} was observed at 12 weeks."):
        assert first_way(said, measured) in ("decrease", "lower")


def first_way(said: str, measured: str) -> str:
    text = capital(said.format(measured))
    seen = reading(
        f"{measured} in ME/CFS",
        f"The cause of ME/CFS is not known. We looked at {measured} and sleep.",
        "We compared 60 patients with ME/CFS and 55 healthy controls.",
        text,
        "These matters should be studied further.",
    )
    return next(r for r in seen.results if r.quote.text.rstrip(".") in text).direction

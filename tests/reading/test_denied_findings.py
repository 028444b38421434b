"""What the authors looked for and did not find is read as not found, however they put it."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.reading.results import direction
from evidence_atlas.records import AbstractSection, Record

NO_LINK = (
    "we did not find a correlation between the age of the patients and mental symptoms",
    "We found no evidence that prevalent OAC use was associated with reduced risk of long COVID",
    "We did not find evidence that vaccination was associated with lower odds of fatigue",
    "There was no evidence that smoking was linked to long COVID",
    "There was no evidence of an association between age and fatigue",
    "There was no evidence for a link between diet and fatigue",
    "No evidence was found for a relationship between sleep and pain",
    "No evidence of a correlation between VO2 and fatigue was found",
    "The study failed to show an association between age and fatigue",
    "We failed to find a correlation between BMI and fatigue",
    "The analysis failed to show that age predicted fatigue",
    "We failed to detect any relationship between cytokines and symptoms",
    "We could not find any association between age and symptoms",
    "We could not detect an association between age and symptoms",
    "We were unable to find a relationship between age and symptoms",
    "We were unable to demonstrate an association between age and symptoms",
    "We did not detect a relationship between sleep and fatigue",
    "We did not observe an association between sleep and fatigue",
    "We did not see any correlation of fatigue with age",
    "We did not identify any predictors of recovery",
    "The authors did not find any significant correlation between BMI and fatigue",
    "Our data do not support an association between vaccination and fatigue",
    "Our data did not support a relationship between vaccination and fatigue",
    "The data do not indicate a link between age and fatigue",
    "Neither age nor sex was associated with fatigue",
    "Neither age nor sex predicted fatigue",
    "Neither age nor sex correlated with fatigue",
    "Neither antibody levels nor viral load was linked to fatigue",
    "Neither the severity of infection nor hospital stay showed an association with fatigue",
    "Age was not linked to fatigue",
    "Age was not found to be linked with fatigue",
    "Age did not correlate with fatigue",
    "Age did not predict fatigue",
    "Age showed no correlation with fatigue",
    "Age was not a predictor of fatigue",
    "Age was not a risk factor for fatigue",
    "Age had no relation to fatigue",
    "Age bore no relation to fatigue",
    "There was no correlation of age with fatigue",
    "There was no clear relationship between age and fatigue",
    "There was little evidence of an association between age and fatigue",
    "There was little evidence that age was associated with fatigue",
    "The correlation between age and fatigue was not significant",
    "The association between age and fatigue was not statistically significant",
    "Age was no longer associated with fatigue after adjustment",
    "None of the cytokines correlated with fatigue",
    "None of the variables predicted fatigue",
    "None of the biomarkers showed a correlation with fatigue",
    "No biomarker correlated with fatigue",
    "No single biomarker was associated with fatigue",
    "No variable predicted fatigue",
    "No associations were seen with age",
    "No association was found between age and fatigue",
    "No links to age emerged",
    "Fatigue was unrelated to age",
    "Fatigue was independent of age",
    "Fatigue was not significantly related to age",
    "Fatigue scores were not explained by age",
    "Fatigue did not relate to age",
    "There is no proof of an association between vaccination and fatigue",
    "There was an absence of correlation between age and fatigue",
    "A lack of association between age and fatigue was seen",
    "Vaccination did not appear to be associated with fatigue",
    "Vaccination does not seem to be linked to fatigue",
    "Vaccination was not significantly associated with a lower risk of fatigue",
    "Vaccination was not associated with increased odds of long COVID",
    "Vaccination was not independently associated with higher scores",
    "We found no indication that vaccination was associated with fatigue",
    "We found no sign that vaccination was associated with higher fatigue",
    "We found no support for an association between vaccination and fatigue",
    "Results did not provide evidence for an association between X and Y",
    "Results provided no evidence of a causal effect of gut bacteria on fatigue",
    "Mendelian randomisation showed no evidence of a causal relationship between X and Y",
    "A relationship between age and fatigue could not be shown",
    "An association between age and fatigue could not be found",
    "A correlation between age and fatigue could not be demonstrated",
    "A correlation between age and fatigue was absent",
    "It was not possible to show an association between age and fatigue",
    "Hardly any association was found between age and fatigue",
    "We did not find age to be associated with fatigue",
    "We did not find that age was associated with fatigue",
    "We did not find higher age to be a risk factor for fatigue",
    "No factor was associated with recovery",
    "No significant association or correlation was found",
)
NO_DIFFERENCE = (
    "We found no evidence that treatment improved fatigue",
    "There was no evidence of reduced muscle strength in patients",
    "There was no evidence of increased inflammation in patients",
    "The trial failed to show a benefit of treatment",
    "The trial failed to show that treatment improved fatigue",
    "We could not find a difference between groups",
    "Neither group improved",
    "Neither drug improved fatigue nor pain",
    "Neither IL-6 nor TNF was elevated in patients",
    "Neither fatigue nor pain improved",
    "Neither arm showed any improvement in fatigue",
    "IL-6 was not raised in patients",
    "IL-6 was not found to be elevated in patients",
    "No elevation of IL-6 was found in patients",
    "No increase in IL-6 was seen",
    "No rise in IL-6 was seen in patients",
    "No reduction in fatigue was observed",
    "There was no improvement in fatigue",
    "There was little change in fatigue",
    "Little difference was found between groups",
    "There was little to no difference between groups",
    "Fatigue remained the same",
    "Fatigue stayed the same over time",
    "Fatigue remained unchanged",
    "Fatigue did not improve",
    "Treatment had no effect on fatigue",
    "Treatment had little effect on fatigue",
    "Treatment did not affect fatigue",
    "Treatment did not reduce fatigue",
    "Treatment did not lead to lower fatigue",
    "Treatment did not help with fatigue",
    "Treatment was no better than placebo",
    "Treatment was not superior to placebo",
    "Treatment did not differ from placebo",
    "The groups were comparable in fatigue",
    "The groups were alike in fatigue",
    "The groups performed similarly on memory tests",
    "IL-6 was similar between groups",
    "The difference was not significant",
    "Differences did not reach significance",
    "No group differences were detected",
)
TOLD_ALL_THE_SAME = (
    ("No other factor but age was associated with fatigue", "association"),
    ("Failing to rest was associated with more fatigue", "association"),
    ("NO inhalation improved gas exchange", "increase"),
    ("Not only was fatigue higher in patients than in controls", "higher"),
    ("Patients had the worst fatigue", "higher"),
)


@pytest.mark.parametrize("clause", NO_LINK)
def test_a_link_that_was_not_found_is_no_association(clause: str) -> None:
    assert direction.of(clause, False) == "no association"


@pytest.mark.parametrize("clause", NO_DIFFERENCE)
def test_a_way_that_was_not_found_is_no_difference(clause: str) -> None:
    assert direction.of(clause, False) == "no difference"


@pytest.mark.parametrize(("clause", "way"), TOLD_ALL_THE_SAME)
def test_what_only_looks_like_a_denial_or_an_aside_does_not_decide(clause: str, way: str) -> None:
    assert direction.of(clause, False) == way


def _results(told: str) -> list[tuple[str, str | None]]:
    record = Record(
        source="plain",
        raw_hash="",
        title="What long COVID does",
        abstract=(AbstractSection(text=told),),
        abstract_kind="original",
    )
    return [(r.direction, r.outcome) for r in read(record, load("mecfs")).results]

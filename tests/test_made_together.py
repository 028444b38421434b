"""What the measures look at is what a build publishes: pages that know of one another."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.together import alone, together
from msgspec import structs

from evidence_atlas import conditions
from evidence_atlas.checking import held
from evidence_atlas.records import AbstractSection, Page, Record

MECFS = conditions.load("mecfs")
_TRIAL = (
    "METHODS: {n} adults with ME/CFS were randomly assigned to oxaloacetate or placebo. "
    "RESULTS: Fatigue was lower with oxaloacetate than with placebo (p = 0.01). "
    "CONCLUSIONS: Oxaloacetate may lessen fatigue."
)


def trial(pmid: str, title: str, n: int) -> Record:
    return Record(
        source="plain", raw_hash="", title=title, pmid=pmid, languages=("eng",),
        abstract=(AbstractSection(text=_TRIAL.format(n=n)),), abstract_kind="original",
    )  # fmt: skip


ONE = trial("1", "Oxaloacetate in ME/CFS: a randomised trial", 80)
TWO = trial("2", "A second randomised trial of oxaloacetate in ME/CFS", 60)
WEATHER = Record(
    source="plain", raw_hash="", title="Rain in the Alps", pmid="3", languages=("eng",),
    abstract=(AbstractSection(text="Rain was measured at 40 stations for 12 years."),),
    abstract_kind="original",
)  # fmt: skip


def of_others(page: Page) -> list[str]:
    return [s.text for s in page.statements() if s.section == "other_studies"]


def test_a_page_made_with_others_tells_of_those_that_ask_the_same():
    first, second = together([ONE, TWO], MECFS)
    assert [len(of_others(p.page)) for p in (first, second)] == [1, 1]
    assert "of 60 people" in of_others(first.page)[0]
    assert not held(first.flags())


def test_a_page_made_alone_tells_of_no_other():
    assert of_others(alone(ONE, MECFS).page) == []


def test_the_gate_does_not_know_a_study_that_the_atlas_lacks():
    first, _ = together([ONE, TWO], MECFS)
    assert held(replace(alone(ONE, MECFS), page=first.page).flags())


def test_a_record_off_the_topic_is_nobodys_neighbour_and_loses_nothing():
    first, weather = together([ONE, WEATHER], MECFS)
    assert weather.record is WEATHER
    assert weather.around.others == first.around.others == ()


def test_a_study_of_an_overlapping_illness_is_told_as_one():
    other = trial("4", "Oxaloacetate in long COVID: a randomised trial", 90)
    text = _TRIAL.format(n=90).replace("ME/CFS", "long COVID")
    other = structs.replace(other, abstract=(AbstractSection(text=text),))
    first, second = together([ONE, other], MECFS)
    assert "of 90 people, about long COVID, also studied" in of_others(first.page)[0]
    assert "of 80 people, about ME/CFS, also studied" in of_others(second.page)[0]
    assert not held(first.flags())
    assert "about" not in of_others(next(together([ONE, TWO], MECFS)).page)[0]


def test_a_treatment_named_by_its_kind_alone_is_told_as_one_of_that_kind():
    labels = []
    for given in ("oxaloacetate", "rehabilitation"):
        text = _TRIAL.format(n=80).replace("Oxaloacetate", given).replace("oxaloacetate", given)
        title = f"{given.capitalize()} in ME/CFS: a randomised trial"
        both = [
            structs.replace(t, title=title, abstract=(AbstractSection(text=text),))
            for t in (ONE, TWO)
        ]
        page = next(together(both, MECFS)).page
        labels += [s.label for s in page.statements() if s.section == "other_studies"]
    assert labels == ["Same treatment", "Same kind of treatment"]

"""That no other study of the atlas tried a treatment is told only where none did."""

from __future__ import annotations

from benchmarks.together import together

from evidence_atlas.pipeline.neighbours import Neighbours
from evidence_atlas.records import Record, StudyFacts, digest, to_json
from tests.writing.pages import MECFS, record_of, told_in

_NONE = "No other study in this atlas"


def _record(pmid: int, title: str, abstract: str) -> Record:
    return record_of(title, abstract, pmid=str(pmid), authors=())


def _why(*records: Record) -> str:
    """Why the first of these matters, where the atlas holds them all."""
    return told_in(next(iter(together(records, MECFS))).page, "why_it_matters")


def _trial(pmid: int, drug: str, size: int = 40, measured: str = "Fatigue and sleep") -> Record:
    return _record(
        pmid,
        f"{drug} for long COVID: a randomized trial",
        f"In this randomized trial, {size} people with long COVID received {drug} or placebo for "
        f"8 weeks. {measured} did not differ between the groups.",
    )


def test_a_study_that_nobody_followed_says_so():
    assert _NONE in _why(_trial(1, "metformin"), _trial(2, "colchicine"))


def test_studies_that_measured_the_same_do_not_hide_one_that_gave_the_same():
    watched = [
        _record(
            100 + n,
            "Fatigue and sleep in long COVID",
            f"Fatigue and sleep were measured in {300 + n} people with long COVID. "
            "Fatigue was linked with sleep.",
        )
        for n in range(60)
    ]
    told = _why(_trial(1, "metformin"), _trial(2, "metformin", 30, "Pain"), *watched)
    assert _NONE not in told
    assert "of 30 people" in told


def test_one_drug_under_two_spellings_is_one_drug():
    told = _why(_trial(1, "nirmatrelvir-ritonavir"), _trial(2, "nirmatrelvir and ritonavir"))
    assert _NONE not in told


def test_who_looked_back_on_users_of_a_drug_looked_at_it_too():
    cohort = _record(
        2,
        "Paxlovid in the first days of COVID-19 and later long COVID",
        "We looked back on the records of 900 people with COVID-19 for two years. "
        "Long COVID was less common in users.",
    )
    assert _NONE not in _why(_trial(1, "nirmatrelvir-ritonavir"), cohort)


def test_two_plans_of_the_same_treatment_know_of_each_other():
    def plan(pmid: int, kind: str) -> Record:
        return _record(
            pmid,
            f"{kind} for long COVID: study protocol for a randomized trial",
            f"In this randomized trial, 60 people with long COVID will receive {kind} or waiting "
            "list for 8 weeks. Fatigue will be measured.",
        )

    assert f"{_NONE} tried acupuncture or plans to" in _why(plan(1, "acupuncture"))
    assert _NONE not in _why(plan(1, "acupuncture"), plan(2, "electroacupuncture"))


def test_a_part_of_another_word_in_a_title_is_no_treatment():
    about = _record(2, "Targets, activity and getting about in long COVID", "We asked 90 people.")
    drug = _trial(1, "graded exercise therapy")
    assert _NONE in _why(drug, about)


def _facts(key: str, size: int, given: str = "", titled: str = "") -> StudyFacts:
    return StudyFacts(
        key=key, slug=key, label=key, year=2025, study_type="Cohort", size=size, criterion=None,
        record_state=None, authors=(), interventions=tuple(given.split()),
        given=tuple(given.split()), titled=tuple(titled.split()),
    )  # fmt: skip


def test_what_only_a_title_names_hides_no_study_of_what_was_given():
    ours = _facts("ours", 40, "metformin", "metformin rehabilitation")
    users = _facts("users", 90, "", "metformin")
    others = [_facts(f"other-{n}", 300 + n, "", "rehabilitation") for n in range(60)]
    known = [(f.key, to_json(f), digest(f)) for f in (ours, users, *others)]
    assert Neighbours(known, (), {}).others("ours") == ("users",)

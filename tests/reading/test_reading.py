"""What an abstract says is read with its exact words; what it does not say stays unsaid."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.conditions.loading import illness_folder
from evidence_atlas.reading import read
from evidence_atlas.reading.text.numbers import find, from_words
from evidence_atlas.records import (
    AbstractSection,
    Dates,
    PubDate,
    Quote,
    Reading,
    Record,
    texts,
    to_json,
)

MECFS = load("mecfs")


def record(
    abstract: str, title: str = "A study", year: int | None = None, **more: object
) -> Record:
    dates = Dates(published=PubDate(year=year)) if year else Dates()
    sections = (AbstractSection(text=abstract),) if abstract else ()
    kind = "original" if abstract else "none"
    return Record(
        source="test", raw_hash="", title=title, abstract=sections, abstract_kind=kind,
        dates=dates, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def reading(abstract: str, title: str = "A study", year: int | None = None) -> Reading:
    return read(record(abstract, title, year), MECFS)


SEE = (
    "Thirty patients who fulfilled the CDC clinical criteria for chronic fatigue syndrome were to "
    "receive interferon and placebo in a double-blind crossover study. With 12 weeks of "
    "interferon, "
    "mean natural killer (NK) function rose from 87.8 ± 19.6 to 129.3 ± 20.7 lytic units (p < "
    ".05). "
    "There was no significant change in the other immune measures or in quality of life (QOL). "
    "Twenty-six patients completed the study and were stratified by baseline function: 3 were "
    "normal "
    "on both tests, 9 had low proliferation only, 7 had low NK function only, and 7 were "
    "abnormal on "
    "both. In each of the 7 patients with isolated NK dysfunction, QOL scores improved from "
    "39.7 ± 12.1 to 16.3 ± 7.9 (p < .05). QOL did not improve significantly in the other "
    "three groups."
)


class TestTheReferenceCrossoverTrial:
    see = reading(SEE, "Interferon treatment of patients with chronic fatigue syndrome", 1996)

    def test_it_is_a_double_blind_crossover_whose_randomisation_is_not_stated(self) -> None:
        design = self.see.design
        assert (design.crossover, design.placebo, design.blinding) == (True, True, "double")
        assert design.randomised is None

    def test_thirty_started_and_twenty_six_finished(self) -> None:
        people = self.see.participants
        assert (people.total, people.enrolled, people.completed) == (30, 30, 26)
        assert [g.n for g in people.groups if g.kind == "subgroup"] == [3, 9, 7, 7]

    def test_an_undated_definition_is_judged_by_the_year_of_the_paper(self) -> None:
        assert self.see.case_definitions == ("CDC (year not stated)",)
        assert self.see.criterion.by_definition == "optional"
        assert reading(SEE, "A study", 2020).criterion.by_definition == "unknown"

    def test_the_whole_group_and_the_subgroup_are_told_apart(self) -> None:
        told = [(r.direction, r.comparison, r.scope, r.n) for r in self.see.results]
        assert told == [
            ("increase", "within_group", "all", None),
            ("no difference", "none", "all", None),
            ("decrease", "within_group", "subgroup", 7),
            ("no difference", "none", "subgroup", None),
        ]

    def test_a_falling_score_is_better_on_the_authors_word(self) -> None:
        result = self.see.results[2]
        assert (result.better_or_worse, result.judged_by) == ("better", "authors")
        assert result.numbers == ("7", "39.7", "12.1", "16.3", "7.9", ".05")

    def test_nothing_is_compared_with_placebo_and_harms_are_not_stated(self) -> None:
        assert "between_randomised" not in {r.comparison for r in self.see.results}
        assert self.see.harms.status == "not_stated"


def quotes_of(found: Reading) -> list[Quote]:
    quotes = [q for group in found.quotes.values() for q in group]
    quotes += [r.quote for r in found.results] + list(found.conclusions)
    quotes += [g.quote for g in found.participants.groups]
    quotes += [c.quote for c in found.numbers_checked] + [d.quote for d in found.definitions]
    return quotes


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA1 .,;:%()±=<>n/é\n-\u2009"), max_size=300))
def test_every_quote_is_the_exact_text_whatever_the_abstract(noise: str) -> None:
    source = record(SEE + " " + noise + " " + SEE, "Asthma in 12 adults")
    found = read(source, MECFS)
    for quote in quotes_of(found):
        assert texts(source)[quote.field][quote.start : quote.end] == quote.text
    for s in found.sentences:
        assert texts(source)["abstract"][s.start : s.end] == s.text


def test_the_same_text_gives_the_same_bytes() -> None:
    loaded_anew = load(Path(str(illness_folder("mecfs"))))
    assert loaded_anew is not MECFS
    assert to_json(reading(SEE)) == to_json(read(record(SEE), loaded_anew))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-two", 22),
        ("one hundred and five", 105),
        ("two thousand five hundred", 2500),
        ("a hundred", 100),
        ("asthma", None),
    ],
)
def test_numbers_in_words(words: str, value: int | None) -> None:
    assert from_words(words) == value


@given(st.integers(min_value=1, max_value=9_999_999))
def test_a_number_reads_the_same_with_and_without_separators(n: int) -> None:
    for printed in (str(n), f"{n:,}", f"{n:,}".replace(",", "\u2009")):
        assert [x.value for x in find(f"there were {printed} of them")] == [n]


def test_numbers_inside_names_are_no_numbers() -> None:
    assert [n.printed for n in find("IL-10, SF-36, COVID-19 and CD4")] == []


@pytest.mark.parametrize(
    ("sentence", "total", "patients", "controls"),
    [
        ("We recruited 24 patients with fibromyalgia and 30 healthy controls.", 54, 24, 30),
        ("A total of 1,204 adults were enrolled.", 1204, None, None),
        ("Between 2018 and 2019 patients were recruited at one clinic.", None, None, None),
        ("Participants were aged 18-65 years and took 200 mg daily.", None, None, None),
        ("Blood was taken and 96 samples and 51 cytokines were measured.", None, None, None),
        ("Of the participants, 12% (24 of 200) were men.", None, None, None),
    ],
)
def test_people_are_counted_and_nothing_else(
    sentence: str, total: int | None, patients: int | None, controls: int | None
) -> None:
    people = reading(
        "Methods: " + sentence + " Results: Pain was common.", "Fibromyalgia"
    ).participants
    assert (people.total, people.patients, people.controls) == (total, patients, controls)


@pytest.mark.parametrize(
    ("sentence", "names", "role"),
    [
        ("Patients met the Fukuda criteria.", ("Fukuda 1994",), "optional"),
        ("Patients met the Canadian Consensus Criteria.", ("Canadian 2003 (CCC)",), "required"),
        ("Participants met the Oxford criteria.", ("Oxford 1991",), "absent"),
        (
            "Patients met the Fukuda and Canadian Consensus Criteria.",
            ("Fukuda 1994", "Canadian 2003 (CCC)"),
            "required",
        ),
        (
            "Patients met the Fukuda or Canadian Consensus Criteria.",
            ("Fukuda 1994", "Canadian 2003 (CCC)"),
            "mixed",
        ),
        ("Twenty patients were recruited at a clinic.", (), "unknown"),
    ],
)  # fmt: skip
def test_definitions_used_to_select_people(
    sentence: str, names: tuple[str, ...], role: str
) -> None:
    found = reading(f"Methods: {sentence} We timed sleep in 20 patients. Results: Sleep was poor.")
    assert found.case_definitions == names
    assert found.criterion.by_definition == role


def test_a_definition_in_the_background_selects_nobody() -> None:
    text = "Background: The Fukuda criteria are often used. Methods: We studied 20 patients."
    assert reading(text).case_definitions == ()


def test_although_one_rose_and_the_other_did_not_is_two_results() -> None:
    found = reading("Results: Although sleep time increased, pain did not change.")
    assert [r.direction for r in found.results] == ["increase", "no difference"]


def test_records_that_cannot_be_read_say_why() -> None:
    assert read(record(""), MECFS).unread == "no abstract"
    notice = record("This corrects the article.", "Erratum to: Sleep in asthma")
    assert read(notice, MECFS).unread == "notice"
    german = "Die Studie untersuchte die Wirkung von Schlaf auf Schmerzen bei zwanzig Erwachsenen. "
    assert read(record(german * 3), MECFS).unread == "not in English"


@pytest.mark.parametrize(
    "piece", ["(", "a ", "1 ", "patients ", "not ", "n = 1, ", "A. ", "from 1 "]
)
def test_hostile_text_takes_no_more_than_a_few_seconds(piece: str) -> None:
    start = time.process_time()
    reading(("Results: " + piece * 60_000)[:50_000])
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dust was measured in every mine. twelve mines took part.", 2),
        ("Wheeze was rare (in miners). the bakers had more.", 1),
        ("Dust rose in approx. eleven mines.", 1),
        ("Dust was measured by Miller et al. in every mine.", 1),
    ],
)
def test_a_sentence_may_begin_without_its_capital(text: str, count: int) -> None:
    assert len(reading(text).sentences) == count

"""No change may read or grade worse than the figures that are committed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.scorecard import baseline, measures, own_study_types, report
from benchmarks.scorecard.figures import Section, macro_f1, per_class, share, weighted_f1
from benchmarks.scorecard.sources import LABELS, lines

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
HEAVY = {"corona", "evidence_inference", "roles"}
LONG = {"own_main_results", "retold"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.verify) if name in LONG else name
        for name in sorted(set(measures.OWN) - {"own_study_types"})
    ],
)
def test_the_projects_own_examples_are_read_no_worse_than_before(name: str) -> None:
    (section,) = measures.measured(None, (name,))
    assert section.key == name
    assert baseline.fallen([section]) == []


def test_the_types_of_our_unseen_examples_are_told_no_worse_than_before() -> None:
    section = own_study_types.measure(Path(), seen=False)
    floor = baseline.committed()
    assert sum(f"own_study_types.{f.name}" in floor for f in section.figures) > 100
    assert baseline.fallen([section]) == []


@pytest.mark.verify
def test_the_types_of_all_our_examples_are_told_no_worse_than_before() -> None:
    (section,) = measures.measured(None, ("own_study_types",))
    assert baseline.fallen([section]) == []


@pytest.mark.verify
@pytest.mark.skipif(not DATA.exists(), reason="the folder of real records is not here")
@pytest.mark.parametrize("name", sorted(set(measures.WITH_DATA) - HEAVY))
def test_real_abstracts_are_read_no_worse_than_before(name: str) -> None:
    assert baseline.fallen(measures.measured(DATA, (name,))) == []


def test_a_figure_below_the_baseline_is_named() -> None:
    section = measures.measured(None, ("own_badges",))[0]
    figure = replace(section.figures[0], value=0.0)
    named = baseline.fallen([replace(section, figures=(figure,))])
    assert len(named) == 1
    assert f"own_badges.{figure.name}" in named[0]


def test_every_figure_of_the_scorecard_has_a_baseline() -> None:
    floor = baseline.committed()
    assert {name.split(".")[0] for name in floor} >= {*measures.OWN, *measures.WITH_DATA}


def test_shares_have_intervals_that_hold_them() -> None:
    figure = share("right", 9, 10)
    assert figure.low is not None and figure.high is not None
    assert 0 < figure.low < 0.9 < figure.high < 1
    assert share("nothing", 0, 0).n == 0


def test_scores_by_class() -> None:
    pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]
    assert per_class(pairs, ["a", "b"])["a"] == (1.0, 0.5, pytest.approx(2 / 3), 2)
    assert macro_f1(pairs, ["a", "b"]) == pytest.approx((2 / 3 + 0.8) / 2)
    assert weighted_f1(pairs, ["a", "b"]) == pytest.approx((2 / 3 + 0.8) / 2)


def test_the_table_tells_the_figure_its_count_and_its_aim() -> None:
    section = Section("k", "Title", "ten abstracts", (share("right", 9, 10, at_least=0.95),))
    text = report.markdown([section])
    assert "| right | 0.900 | 10 | 0.596 to 0.982 |  | ≥ 0.95 |" in text


def test_labels_of_what_is_reported_hold_places_in_texts_and_never_their_words() -> None:
    labels = list(lines(LABELS / "reported.jsonl"))
    assert len({label["key"] for label in labels}) == len(labels) == 185
    assert {label["of"] for label in labels} == {"looked at", "only scored"}
    for label in labels:
        assert set(label) == {
            "design", "design_also_acceptable", "findings", "key", "main", "of"
        }  # fmt: skip
        for finding in label["findings"]:
            assert set(finding) == {"direction", "end", "scope", "start"}
            assert 0 <= finding["start"] < finding["end"]
        assert label["main"] is None or label["main"] < len(label["findings"])

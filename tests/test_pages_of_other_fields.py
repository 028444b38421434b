"""Records far from the illness: their pages pass the gate, and say nothing that is not so."""

from __future__ import annotations

import pytest

from evidence_atlas import grading, reading, writing
from evidence_atlas.checking import check
from evidence_atlas.records import AbstractSection, Page, Record
from tests.checking.conftest import ASTHMA


def _page(title: str, abstract: str = "", **parts: object) -> tuple[Page, list[str]]:
    """A page made as the atlas makes it, and what the gate holds it for."""
    record = Record(
        source="test", raw_hash="0", pmid="7", title=title,
        abstract_kind="original" if abstract else "none",
        abstract=(AbstractSection(text=abstract),) if abstract else (), **parts,
    )  # fmt: skip
    read = reading.read(record, ASTHMA)
    grades = grading.grade(record, read, ASTHMA)
    grades = grading.level(
        grades, grading.facts(record.key, "x", record, read, grades, ASTHMA), (), {}
    )
    brief = writing.summarise(record, read, grades)
    page = writing.draft(record.key, brief, record, read, grades, (), {}, ASTHMA)
    flags = check(page, record, read, grades, (), {}, ASTHMA)
    return page, [f"{f.code}: {f.detail}" for f in flags if f.severity == "CRITICAL"]


def _told(page: Page, *sections: str) -> str:
    return " ".join(s.text for s in page.statements() if not sections or s.section in sections)


@pytest.mark.parametrize(
    "title",
    [
        "Salt caves for asthma: study protocol for a randomised controlled trial",
        "Salt caves for asthma",
        "A survey of asthma in miners",
    ],
)
def test_a_title_without_an_abstract_is_published_whatever_the_paper_is(title: str):
    page, held = _page(title)
    assert held == []
    assert "only the title" in _told(page, "quick_summary")


@pytest.mark.parametrize(("one", "many"), [("rat", "rats"), ("dog", "dogs")])
def test_animals_with_short_names_are_told_of(one: str, many: str):
    page, held = _page(
        f"Uptake of copper in the {one} kidney",
        f"Copper uptake was measured in slices of {one} kidney. Uptake was higher in the cortex "
        "than in the medulla.",
    )
    assert held == []
    assert many in _told(page)


def test_no_difference_of_some_sort_is_no_clear_difference():
    page, held = _page(
        "Plasma zinc in miners and farmers with asthma",
        "We measured plasma zinc in 40 miners and 45 farmers with asthma. There were no regional "
        "differences in plasma zinc. Plasma copper was higher in miners than in farmers.",
    )
    assert held == []
    assert "There were no regional" not in _told(page)


def test_no_adverse_effects_are_no_difference():
    page, _ = _page(
        "Salt air for asthma: a randomised trial",
        "We randomised 60 adults with asthma to salt air or room air. Cough scores were lower with "
        "salt air than with room air. There were no adverse effects.",
    )
    assert "no clear adverse" not in _told(page)


def test_a_bracket_inside_a_name_is_a_part_of_the_name():
    page, held = _page(
        "Leucine uptake in rat liver slices",
        "Slices of rat liver were incubated for 2 hours. The uptake of [3H]leucine was higher in "
        "fed rats than in fasted rats.",
    )
    assert held == []
    assert "ofleucine" not in _told(page)


def test_what_seems_so_to_authors_is_suggested_by_them_and_not_concluded():
    page, held = _page(
        "Salt air in adults with asthma",
        "We measured cough in 40 adults with asthma before and after a week of salt air. Cough "
        "scores fell. It appears that salt air eases cough in adults with asthma.",
    )
    assert held == []
    assert "conclude that salt air" not in _told(page)


def test_what_was_not_followed_by_a_rise_is_no_change():
    page, _ = _page(
        "Salt air and peak flow in asthma",
        "Salt air for 5 days in 30 adults with asthma was not followed by a significant rise in "
        "peak flow.",
    )
    assert "found a change" not in _told(page)


def test_words_that_praise_are_the_authors_own_or_left_out():
    page, held = _page(
        "Salt dust and the lung",
        "Lungs of 12 rats were examined. Salt dust gave rise to an impressive swelling of the "
        "airways. Some interesting conclusions were reached.",
    )
    assert held == []
    ours = " ".join(s.text.split("“")[0] for s in page.statements() if s.voice == "atlas")
    assert "impressive" not in ours and "interesting" not in ours


def test_the_summary_of_an_overview_of_a_treatment_speaks_of_harms():
    page, held = _page(
        "Psychological treatment of asthma",
        "Research on the psychological treatment of asthma is reviewed. Relaxation training seems "
        "useful in adults. Breathing training was followed by fewer attacks in two trials.",
        publication_types=("Review",),
    )
    assert not [h for h in held if h.startswith("harms-sentence-missing")]
    assert page.statements()

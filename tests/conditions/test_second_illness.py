"""An illness of one file: nothing of the first illness is told of it, nothing breaks."""

import re
from pathlib import Path

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.pipeline.alone import read_alone
from evidence_atlas.pipeline.rooms import components
from evidence_atlas.records import AbstractSection, Author, Dates, PubDate, Record, to_json

FIRST_ILLNESS = re.compile(
    r"ME/CFS|\bCFS\b|\bPEM\b|mecfs|myalgic|chronic.fatigue|post.?exertional|encephalomyelitis",
    re.IGNORECASE,
)
ABSTRACTS = {
    "Drug A or placebo in fibromyalgia: a randomised double-blind trial": (
        "We randomly assigned 212 adults with fibromyalgia to drug A (n = 106) or placebo "
        "(n = 106) for 13 weeks. The primary outcome was pain. Pain fell more with drug A than "
        "with placebo (mean difference -0.71, 95% CI -1.10 to -0.32, p < 0.001). Dizziness was "
        "reported by 38% of those on drug A and 9% of those on placebo."
    ),
    "Serum interleukin-6 in fibromyalgia": (
        "Interleukin-6 was compared in 75 patients with fibromyalgia and 60 healthy controls. It "
        "was higher in patients (4.1 vs 2.2 pg/mL, p = 0.003)."
    ),
    "Living with fibromyalgia": (
        "We interviewed 18 women with fibromyalgia. They described pain that changed each day."
    ),
    "Fibromyalgia and sleep": "",
}


@pytest.fixture(scope="module")
def illness(tmp_path_factory):
    """The smallest illness, as docs/adding-an-illness.md prints it."""
    page = (Path(__file__).parents[2] / "docs/adding-an-illness.md").read_text()
    folder = tmp_path_factory.mktemp("illness")
    written = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert written is not None
    (folder / "condition.toml").write_text(written[1])
    return load(folder)


def test_the_smallest_illness_of_the_docs_loads_with_nothing_of_another(illness):
    assert illness.key == "fibromyalgia"
    assert not FIRST_ILLNESS.search(to_json(illness).decode())


@pytest.mark.parametrize("title", ABSTRACTS)
def test_a_page_of_a_second_illness_says_nothing_of_the_first(illness, title):
    text = ABSTRACTS[title]
    record = Record(
        source="plain",
        raw_hash="0",
        title=title,
        abstract=(AbstractSection(text=text),) if text else (),
        abstract_kind="original" if text else "none",
        authors=(Author(last="Alder", initials="R"),),
        dates=Dates(published=PubDate(year=2015)),
    )
    page = to_json(read_alone(record, components(), illness)).decode()
    assert "ibromyalgia" in page
    assert not FIRST_ILLNESS.search(page)

"""Readers' queries over the records of the sample atlas, in a real index."""

import tomllib
from pathlib import Path

import pytest

from evidence_atlas.conditions import load, load_synonyms
from evidence_atlas.publishing.columns import columns
from evidence_atlas.publishing.editions import places
from evidence_atlas.publishing.listing import Filters
from evidence_atlas.publishing.search import fields, index
from evidence_atlas.publishing.search.documents import document
from evidence_atlas.publishing.search.find import direct, find
from evidence_atlas.records import Grades, PublishedStudy, Reading, Record, TopicGrade
from evidence_atlas.records.slugs import candidate_slug
from evidence_atlas.sources import read_file

from ...site import library

QUERIES = Path(__file__).parents[3] / "benchmarks" / "search" / "queries.toml"
OURS = {
    "forest bathing": "40724680",
    "interferon": None,
    "hamster": "40695836",
    "concusion": "41103060",
    "does influenza vaccination lower the risk?": "40640868",
    '"forest bathing" -fibromyalgia': "nothing",
    "oaxloacetate": "41132887",
    "journal:nothing-of-the-kind": "nothing",
    "author:schlomer year:2025": "40970182",
}


def bare(record):
    """A record as a study with nothing on its page: only the record is searched."""
    key = record.pmid or "none"
    return PublishedStudy(
        key=key, slug=f"{candidate_slug(record)}-{key}", status="published", record=record,
        reading=Reading(version="1"), page=library.page(key), version="1",
        grades=Grades(badges={}, topics=TopicGrade(value=(), because=(), version="1")),
    )  # fmt: skip


@pytest.fixture(scope="module")
def sample_engine(samples, tmp_path_factory):
    illness = load("mecfs")
    records = [r for f in samples for r in read_file(f) if isinstance(r, Record)]
    studies = [bare(r) for r in records]
    entries = [columns(s, illness) for s in studies]
    orders = places(entries)
    home = tmp_path_factory.mktemp("samples")
    index.build(
        home,
        "5" * 64,
        [
            document(s, e, dict(zip(fields.ORDERS, orders[e.study], strict=True)))
            for s, e in zip(studies, entries, strict=True)
        ],
    )
    return index.opened(home, "5" * 64, load_synonyms("mecfs", illness))


def pmids(engine, text):
    found = find(engine, Filters(words=text), order="best", per_page=5).listing.entries
    return [e.pmid for e in found]


def test_what_readers_type_finds_what_they_mean(sample_engine):
    """Those of the sixty queries of the benchmark whose study is in the sample."""
    held = {e.pmid for e in find(sample_engine, Filters(), per_page=100).listing.entries}
    asked = {
        q["text"]: held & set(map(str, q["find"]))
        for q in tomllib.loads(QUERIES.read_text(encoding="utf-8"))["queries"]
    }
    asked = {text: wanted for text, wanted in asked.items() if wanted}
    assert len(asked) >= 25
    missed = [
        text
        for text, wanted in asked.items()
        if not direct(sample_engine, text) and not wanted & set(pmids(sample_engine, text))
    ]
    assert missed == []


def test_the_first_found_is_the_one_meant(sample_engine):
    first = {text: (pmids(sample_engine, text) or ["nothing"])[0] for text in OURS}
    assert first == OURS


def test_every_illness_shipped_has_synonyms_that_can_be_read():
    synonyms = load_synonyms("mecfs", load("mecfs"))
    assert len(synonyms.same) > 40
    assert all(len(s.words) + len(s.cased) > 1 for s in synonyms.same)


def test_a_slip_that_shares_its_stem_with_a_rare_word_is_asked_back(sample_engine):
    """ "fatige" has the stem of "fatigable", and hardly anybody means that."""
    found = find(sample_engine, Filters(words="fatige"), order="best", per_page=5)
    assert [(s.typed, s.meant) for s in (*found.perhaps, *found.swapped)] == [("fatige", "fatigue")]


def test_two_letters_that_changed_places_in_a_short_word_are_put_right(sample_engine):
    found = find(sample_engine, Filters(words="brain fgo"), order="best")
    assert [(s.typed, s.meant) for s in found.swapped] == [("fgo", "fog")]
    right = find(sample_engine, Filters(words="brain fog"), order="best")
    assert found.listing.entries == right.listing.entries


def test_in_quotes_a_mended_spelling_is_only_offered(sample_engine):
    found = find(sample_engine, Filters(words='"brain fgo"'), order="best")
    assert not found.listing.total and not found.swapped
    assert [(s.typed, s.meant) for s in found.perhaps] == [("fgo", "fog")]

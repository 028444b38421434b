"""A build makes the search index before the edition is served, and never stumbles over it."""

import pytest

from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.search import index, make

RECORD = {
    "pmid": "1",
    "title": "Interferon in chronic fatigue syndrome: a randomised trial.",
    "abstract": "Sixty people with chronic fatigue syndrome took interferon or placebo.",
    "authors": [{"last": "Doe", "initials": "J"}],
    "year": 2001,
}


def digest():
    return catalogue.current().digest


def test_every_edition_has_its_index_when_it_is_served(atlas, records_file):
    atlas.build(records_file(RECORD))
    assert index.check(atlas.home, digest()).studies == 1
    before = digest()
    atlas.build(records_file(RECORD, {**RECORD, "pmid": "2", "title": "Sleep in CFS."}))
    assert digest() != before
    assert index.check(atlas.home, digest()).studies == 2
    # The edition served until then keeps its own, for a reader who is still on it.
    assert index.check(atlas.home, before).studies == 1


def test_a_lost_index_is_made_again_by_the_next_build(atlas, records_file):
    atlas.build(records_file(RECORD))
    for part in index.place(atlas.home, digest()).iterdir():
        part.unlink()
    atlas.build()
    assert index.check(atlas.home, digest()).studies == 1


@pytest.mark.parametrize("error", [OSError("the disk is full"), ValueError("no room")])
def test_an_index_that_cannot_be_made_ends_no_build(atlas, records_file, monkeypatch, error):
    def failing(*_, **__):
        raise error

    monkeypatch.setattr(make.index, "build", failing)
    outcome = atlas.build(records_file(RECORD))
    assert outcome.edition.studies == 1
    assert catalogue.listing().total == 1

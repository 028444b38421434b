"""The index of an edition: made in one step, never trusted when it is damaged."""

import shutil

import pytest

from evidence_atlas.publishing.search import fields, index, make
from evidence_atlas.publishing.search.index import IndexProblem
from evidence_atlas.records.synonyms import Synonyms

from ...site import library


def documents(count):
    for n in range(count):
        yield {fields.ALL: [f"study {n}"], fields.ENTRY: [b"{}"], fields.SENTENCES: [b"[]"]}


def test_an_index_holds_every_study_of_its_edition(home, edition):
    make.make_current(home)
    assert index.check(home, edition).studies == len(library.library())


def test_an_index_that_is_not_there_is_said_so(home, edition):
    with pytest.raises(IndexProblem, match="no search index"):
        index.check(home, edition)


@pytest.mark.parametrize("damage", ["cut", "changed", "gone"])
def test_damage_is_found(home, edition, damage):
    folder = make.make_current(home)
    victim = max(
        (p for p in folder.iterdir() if p.suffix == ".idx"), key=lambda p: p.stat().st_size
    )
    content = victim.read_bytes()
    if damage == "cut":
        victim.write_bytes(content[:-1])
    elif damage == "changed":
        victim.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    else:
        victim.unlink()
    with pytest.raises(IndexProblem):
        index.check(home, edition)
    make.make_current(home)
    assert index.check(home, edition).studies


def test_a_build_that_fails_leaves_the_index_as_it_was(home, edition):
    make.make_current(home)

    def failing():
        yield from documents(3)
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        index.build(home, edition, failing())
    assert index.check(home, edition).studies == len(library.library())


def test_a_sound_index_is_not_made_twice(home, edition):
    made = []
    for _ in range(2):
        index.ensure(home, edition, lambda: made.append(1) or make.make_current(home))
    assert made == [1]


def test_the_index_being_served_is_kept_until_the_next_is_in_place(tmp_path):
    one, two, three = "1" * 64, "2" * 64, "3" * 64
    index.build(tmp_path, one, documents(1))
    index.build(tmp_path, two, documents(2), keep=[one])
    assert index.check(tmp_path, one).studies == 1
    index.build(tmp_path, three, documents(3), keep=[two])
    assert index.check(tmp_path, two).studies == 2
    with pytest.raises(IndexProblem):
        index.check(tmp_path, one)


def test_what_a_reader_has_open_stays_readable_when_it_is_replaced(tmp_path):
    index.build(tmp_path, "1" * 64, documents(2))
    engine = index.opened(tmp_path, "1" * 64, Synonyms())
    index.build(tmp_path, "1" * 64, documents(5))
    assert engine.searcher.num_docs == 2
    assert index.opened(tmp_path, "1" * 64, Synonyms()).searcher.num_docs == 5
    shutil.rmtree(tmp_path / index.FOLDER)
    assert engine.searcher.num_docs == 2


def test_no_word_of_an_abstract_can_be_read_back(engine):
    """The licence rule: an abstract's words can be asked about and are nowhere stored."""
    from tantivy import Query

    hits = engine.searcher.search(Query.all_query(), 100).hits
    stored = b" ".join(
        value
        for _, address in hits
        for values in engine.searcher.doc(address).to_dict().values()
        for value in map(bytes, values)
    )
    assert engine.vocabulary.count("isolated") == 1
    assert b"isolated low natural killer" not in stored
    assert b"interferon" in stored

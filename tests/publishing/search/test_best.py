"""What was retracted or withdrawn stands below all else that was found."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import Filters
from evidence_atlas.publishing.search import best, index, make
from evidence_atlas.publishing.search.find import find
from evidence_atlas.records import Author
from evidence_atlas.records.synonyms import Synonyms

from ...site import library

GONE = "gone-2025-brain-fog"


def by_oka(key, slug, title, year, state=None):
    study = library.small(key, slug, title, year=year, state=state)
    record = msgspec.structs.replace(study.record, authors=(Author(last="Oka", initials="T"),))
    return library.versioned(msgspec.structs.replace(study, record=record))


@pytest.fixture
def engine(home):
    studies = [
        by_oka("study-90", GONE, "Brain fog, brain fog and epipharyngitis", 2025, "Retracted"),
        by_oka("study-91", "oka-2025-one", "Brain fog in many words and much else besides", 2025),
        by_oka("study-92", "oka-2018", "Since 2025: brain and fog, apart", 2018),
        library.small("study-93", "ito-2025", "Sleep since 1994", year=2025),
    ]
    library.publish([*library.library(), *studies])
    make.make_current(home)
    return index.opened(home, catalogue.current().digest, Synonyms())


def found(engine, words, **more):
    answer = find(engine, Filters(words=words), order="best", **more)
    return [e.slug for e in answer.listing.entries]


@pytest.mark.parametrize("words", ["brain fog", '"brain fog"', "2025", "oka", "brain fog oka"])
def test_a_retracted_paper_comes_last_whatever_words_it_has(engine, words):
    order = found(engine, words)
    assert len(order) > 1
    assert order[-1] == GONE


def test_page_by_page_it_comes_last_too_and_nothing_twice(engine):
    whole = found(engine, "doe")
    assert whole[-1] == "doe-2019-withdrawn-marker"
    pages = [found(engine, "doe", page=n, per_page=1) for n in range(1, len(whole) + 1)]
    assert [slug for page in pages for slug in page] == whole


def test_a_retracted_paper_is_found_by_the_words_that_only_it_has(engine):
    """Nothing else can be meant by its whole title, though others have most of the words."""
    assert found(engine, "brain fog and epipharyngitis")[0] == GONE
    assert found(engine, "epipharyngitis") == [GONE]


def test_sorted_by_date_it_stands_at_its_date(engine):
    newest = find(engine, Filters(words="brain"), order="newest").listing.entries
    assert [e.slug for e in newest][-1] == "oka-2018"


def test_a_bare_year_is_the_year_of_publication(engine):
    assert set(found(engine, "2025")) == {GONE, "oka-2025-one", "ito-2025"}
    # In quotes it is a word: a paper of another year that tells of it is found too.
    assert "oka-2018" in found(engine, '"2025"')


def test_author_and_year_find_what_has_both_and_nothing_else(engine):
    answer = find(engine, Filters(words="Oka T 2025"), order="best")
    assert [e.slug for e in answer.listing.entries] == ["oka-2025-one", GONE]
    assert not answer.loosely
    assert answer.years == ("2025",)


def test_a_number_of_no_paper_s_year_is_a_word(engine):
    answer = find(engine, Filters(words="1994"), order="best")
    assert [e.slug for e in answer.listing.entries] == ["ito-2025"]
    assert answer.years == ()


class At:
    """An address as the engine gives it."""

    def __init__(self, number):
        self.segment_ord, self.doc = 0, number


@given(
    order=st.permutations(range(40)),
    sinking=st.sets(st.integers(0, 39)),
    stay=st.sets(st.integers(0, 39)),
    first=st.integers(0, 45),
    size=st.integers(1, 30),
)
def test_every_page_is_that_of_the_whole_order(order, sinking, stay, first, size):
    def places(numbers):
        return {(0, n) for n in numbers}

    def ask(n):
        return [At(i) for i in order[:n]]

    page = best.sunk(ask, places(sinking), lambda: places(stay), first, first + size)
    down = sinking - stay
    whole = [n for n in order if n not in down] + [n for n in order if n in down]
    assert [a.doc for a in page] == whole[first : first + size]

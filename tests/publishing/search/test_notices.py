"""A correction, a retraction notice or a comment stands below the paper that it is about."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import Filters
from evidence_atlas.publishing.search import index, make
from evidence_atlas.publishing.search.find import find
from evidence_atlas.publishing.search.notices import Titles
from evidence_atlas.records.synonyms import Synonyms

from ...site import library

PAPER = "see-1996-alpha-interferon"
TITLE = "alpha-Interferon treatment of patients with chronic fatigue syndrome"
NOTICES = {
    "correction": f"Correction: {TITLE}.",
    "retraction": f"RETRACTION: {TITLE}. Immunological Investigations 1996;25:153-64.",
    "comment": f"Comment on “{TITLE}”.",
    "corrigendum": f"Corrigendum to {TITLE} [Made-up J. 25 (1996) 153].",
}


@pytest.fixture
def engine(home):
    notices = [
        library.small(f"study-{90 + n}", slug, title, study_type="Notice", level="Not graded")
        for n, (slug, title) in enumerate(NOTICES.items())
    ]
    library.publish([*library.library(), *notices])
    make.make_current(home)
    return index.opened(home, catalogue.current().digest, Synonyms())


def found(engine, words):
    entries = find(engine, Filters(words=words), order="best").listing.entries
    return [entry.slug for entry in entries]


@given(st.lists(st.sampled_from(TITLE.replace("-", " ").split()), min_size=1, max_size=8))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_of_its_title_is_typed_the_paper_comes_first(engine, typed):
    order = found(engine, " ".join(typed))
    if PAPER in order:
        assert not [slug for slug in order[: order.index(PAPER)] if slug in NOTICES], typed


def test_the_notice_is_found_by_its_own_words(engine):
    for slug, word in (("correction", "correction"), ("retraction", "retraction")):
        assert found(engine, f"{word} interferon")[0] == slug
        assert slug in found(engine, f"title:{word}")


def test_a_notice_about_a_paper_that_is_not_here_is_like_any_study(home):
    notice = library.small(
        "study-90", "erratum", "Erratum: Rest and pacing in twelve adults.", study_type="Notice"
    )
    library.publish([*library.library(), notice])
    make.make_current(home)
    engine = index.opened(home, catalogue.current().digest, Synonyms())
    assert found(engine, "pacing") == ["erratum"]


def test_a_title_within_another_is_seen_whole_and_long_only():
    titles = Titles(["Sleep in ME/CFS", TITLE])
    assert titles.within(NOTICES["corrigendum"])
    assert not titles.within(TITLE)
    assert not titles.within("Correction: Sleep in ME/CFS")
    assert not titles.within("Correction: alpha-Interferon treatment of patients")

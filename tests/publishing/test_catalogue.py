"""The list of studies: what can be asked of it, and what comes back."""

import datetime as dt

import pytest

from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.columns import Columns
from evidence_atlas.publishing.editions import Address, publish
from evidence_atlas.publishing.listing import NONE, Count, Filters, Gone, Moved
from evidence_atlas.store.models import CurrentEdition, Edition, PageVersion

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def entry(study, title, **more):
    values = {
        "slug": f"doe-{study}", "version": f"v-{study}", "status": "published", "pmid": "",
        "doi": "", "title_language": "eng", "authors": "Doe J", "first_author": "Doe J",
        "journal": "Journal of Examples", "year": 2001, "level": "E3 Preliminary",
        "contested": False, "certainty": "Preliminary", "criterion": "", "study_type": "Cohort",
        "peer_review": "Peer-reviewed", "review_state": "Machine draft", "record_state": "",
        "context": "", "harms": "not_applicable", "people": None, "topics": "", "summary": "",
        "critical_flags": 0, "warnings": 0, "words": title.casefold(),
    }  # fmt: skip
    return Columns(study=study, title=title, **{**values, **more})


ENTRIES = [
    entry("ka", "Zinc in asthma", year=2003, people=20, topics="|diet|", study_type="RCT"),
    entry("kb", "Ängste bei Asthma", year=2001, people=500, topics="|mood|diet|"),
    entry("kc", "asthma at night", year=None, first_author="Abel A", record_state="Retracted"),
]


def make(entries, addresses=(), *, keep=10):
    known = set(PageVersion.objects.values_list("version", flat=True))
    for e in entries:
        if e.version not in known:
            PageVersion.objects.create(
                version=e.version, study=e.study, content=e.version, payload=b"{}", made=NOW
            )
    return publish(
        entries, list(addresses), condition="asthma", components={}, measuring=False, now=NOW,
        keep=keep,
    )  # fmt: skip


def keys(**asked):
    order = asked.pop("order", "newest")
    return [e.key for e in catalogue.listing(Filters(**asked), order=order).entries]


def test_before_the_first_build_everything_is_empty():
    assert catalogue.current() is None
    assert catalogue.study("doe-ka") is None
    assert catalogue.listing().entries == ()
    assert catalogue.years() is None


def test_every_order_is_the_same_on_every_data_base():
    make(ENTRIES)
    assert keys(order="newest") == ["ka", "kb", "kc"]
    assert keys(order="oldest") == ["kc", "kb", "ka"]
    assert keys(order="title") == ["kc", "ka", "kb"]
    assert keys(order="author") == ["kc", "ka", "kb"]
    assert keys(order="people") == ["kb", "ka", "kc"]


def test_values_of_one_facet_widen_and_facets_narrow():
    make(ENTRIES)
    assert keys(topic=("diet",)) == ["ka", "kb"]
    assert keys(topic=("diet", NONE)) == ["ka", "kb", "kc"]
    assert keys(topic=("diet",), study_type=("RCT",)) == ["ka"]
    assert keys(year_from=2001, year_to=2002) == ["kb"]
    assert keys(words="ASTHMA night") == ["kc"]
    assert keys(words="ängste") == ["kb"]
    assert keys(words="100%") == []


def test_counts_say_how_many_studies_each_choice_would_leave():
    make(ENTRIES)
    counts = catalogue.listing(Filters(topic=("mood",))).counts
    assert counts["topic"] == (
        Count(value="diet", count=2), Count(value="mood", count=1), Count(value=NONE, count=1),
    )  # fmt: skip
    assert counts["study_type"] == (Count(value="Cohort", count=1),)


def test_a_page_past_the_last_gives_the_last():
    make(ENTRIES)
    found = catalogue.listing(page=99, per_page=2)
    assert (found.page, found.pages, found.total, len(found.entries)) == (2, 2, 3, 1)
    assert catalogue.listing(page=-1, per_page=2).page == 1


def test_retracted_studies_are_listed_apart():
    make(ENTRIES)
    assert [e.key for e in catalogue.retractions()] == ["kc"]


def test_former_addresses_lead_on_or_say_why_they_are_gone():
    make(ENTRIES, [Address("old", "doe-ka", "joined"), Address("lost", "", "withdrawn")])
    assert catalogue.study("old") == Moved(slug="doe-ka", because="joined")
    assert catalogue.study("lost") == Gone(slug="lost", because="withdrawn")
    assert catalogue.study("never") is None


def test_the_same_content_is_the_same_edition():
    first, new = make(ENTRIES)
    again, newer = make(list(reversed(ENTRIES)))
    assert (again, new, newer) == (first, True, False)


def test_old_editions_are_dropped_but_no_page_version_is():
    for count in (1, 2, 3):
        make(ENTRIES[:count], keep=2)
    assert [e.studies for e in Edition.objects.order_by("id")] == [2, 3]
    assert CurrentEdition.objects.get().edition.studies == 3
    assert PageVersion.objects.count() == 3

"""What a build promises: nothing lost, nothing twice, nothing done again without need."""

import pytest

from evidence_atlas.pipeline.rooms import components
from evidence_atlas.publishing import catalogue, rulings
from evidence_atlas.publishing.listing import Gone, Moved
from evidence_atlas.records import PublishedStudy
from evidence_atlas.store.models import Edition, OffTopic, PageVersion, RecordError, RecordRow, Run

pytestmark = pytest.mark.django_db(transaction=True)

NAME = "myalgic encephalomyelitis"
SLEEP = {
    "pmid": "101",
    "title": f"Sleep in people with {NAME}",
    "abstract": f"We compared sleep in 60 people with {NAME} and 60 healthy controls. "
    "Sleep was shorter in patients than in controls (p = 0.01).",
    "authors": ["Doe JA", "Roe R"],
    "journal": "Journal of Examples",
    "year": "2019",
    "publication_types": ["Journal Article"],
}
PAIN = {
    **SLEEP,
    "pmid": "102",
    "title": f"Pain in people with {NAME}",
    "abstract": f"We asked 40 people with {NAME} about pain. Pain was common.",
    "authors": ["Poe AB"],
    "year": "2021",
}
SAME_SLUG = {
    **SLEEP,
    "pmid": "103",
    "authors": ["Doe J"],
    "title": f"Sleep people, {NAME}: again",
}
ELSEWHERE = {
    **SLEEP,
    "pmid": "104",
    "title": "Asthma in children",
    "abstract": "We followed 90 children with asthma for a year. Half of them improved.",
}


def counts(outcome):
    return {s.stage: (s.made, s.unchanged, s.failed) for s in outcome.run.stages.all()}


def slugs():
    return {s for s, _ in catalogue.slugs()}


def key_of(pmid):
    return catalogue.study(catalogue.by_pmid(pmid)).key


def test_a_build_publishes_every_study_on_the_illness(atlas, records_file):
    atlas.build(records_file(SLEEP, PAIN, ELSEWHERE))
    assert slugs() == {"doe-2019-sleep-people", "poe-2021-pain-people"}
    assert [(o.record, o.title) for o in OffTopic.objects.all()] == [("104", "Asthma in children")]
    assert catalogue.by_pmid("102") == "poe-2021-pain-people"


def test_the_same_build_again_does_nothing_and_makes_no_edition(atlas, records_file):
    file = records_file(SLEEP, PAIN, ELSEWHERE)
    first = atlas.build(file)
    again = atlas.build(file)
    assert {made for made, _, _ in counts(again).values()} == {0}
    assert again.edition == first.edition
    assert Edition.objects.count() == 1
    assert PageVersion.objects.count() == 2


def test_another_record_changes_only_its_own_study(atlas, records_file):
    atlas.build(records_file(SLEEP, PAIN))
    changed = {**PAIN, "abstract": f"We asked 41 people with {NAME} about pain. Pain was common."}
    second = atlas.build(records_file(changed, name="later.jsonl"))
    found = counts(second)
    assert (found["classify"], found["draft"], found["publish"]) == ((1, 1, 0),) * 3
    assert PageVersion.objects.count() == 3


def test_a_new_rule_version_redoes_only_what_comes_after_it(atlas, records_file):
    file = records_file(SLEEP, PAIN)
    atlas.build(file)
    found = counts(atlas.build(file, versions={"checking": "another"}))
    assert found["classify"] == found["summarise"] == found["draft"] == (0, 2, 0)
    assert found["moderate"][0] == found["publish"][0] == 2


def test_the_lower_pmid_gets_the_bare_address_and_keeps_it(atlas, records_file):
    atlas.build(records_file(SAME_SLUG, SLEEP))
    assert catalogue.by_pmid("101") == "doe-2019-sleep-people"
    assert catalogue.by_pmid("103") == "doe-2019-sleep-people-2"
    atlas.build(
        records_file({**SLEEP, "year": "2020", "title": f"Dreams and {NAME}"}, name="b.jsonl")
    )
    assert catalogue.by_pmid("101") == "doe-2019-sleep-people"
    assert catalogue.study("doe-2019-sleep-people").record.year == 2020


def test_a_file_that_cannot_be_read_stores_nothing_and_the_others_go_on(
    atlas, records_file, samples, tmp_path
):
    whole = samples[0].read_bytes()
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole[: len(whole) * 2 // 3])
    outcome = atlas.build(cut, records_file(SLEEP))
    assert len(outcome.refused) == 1
    assert "cut.xml" in outcome.refused[0]
    assert list(RecordRow.objects.values_list("key", flat=True)) == ["101"]
    assert slugs() == {"doe-2019-sleep-people"}


def test_one_records_trouble_stops_no_other_and_is_listed(atlas, records_file):
    read = components().read

    def trips(record, condition):
        if record.pmid == "102":
            raise ValueError("cannot read this")
        return read(record, condition)

    outcome = atlas.build(records_file(SLEEP, PAIN), read=trips)
    assert slugs() == {"doe-2019-sleep-people"}
    assert [e.message for e in RecordError.objects.all()] == ["ValueError: cannot read this"]
    assert (outcome.errors, outcome.run.state) == (1, Run.State.DONE)


def test_a_study_that_trips_keeps_the_page_it_had(atlas, records_file):
    atlas.build(records_file(SLEEP, PAIN))
    before = catalogue.version("poe-2021-pain-people")

    def trips(*args):
        raise ValueError("no")

    atlas.build(versions={"checking": "broken"}, check=trips)
    assert slugs() == {"doe-2019-sleep-people", "poe-2021-pain-people"}
    assert catalogue.version("poe-2021-pain-people") == before


def test_a_withdrawn_record_leaves_its_address_behind(atlas, records_file, tmp_path):
    atlas.build(records_file(SLEEP, PAIN))
    update = tmp_path / "update.xml"
    update.write_text(
        "<PubmedArticleSet><DeleteCitation><PMID Version='1'>102</PMID></DeleteCitation>"
        "</PubmedArticleSet>"
    )
    atlas.build(update)
    assert slugs() == {"doe-2019-sleep-people"}
    assert catalogue.study("poe-2021-pain-people") == Gone(
        slug="poe-2021-pain-people", because="The source has withdrawn this record"
    )


def test_an_edition_with_off_topic_records_is_marked_as_measuring(atlas, records_file):
    atlas.build(records_file(SLEEP, ELSEWHERE), scope_all=True)
    assert catalogue.current().measuring
    assert len(slugs()) == 2
    atlas.build()
    assert not catalogue.current().measuring
    assert slugs() == {"doe-2019-sleep-people"}


def test_hold_rebuild_new_rules_merge_and_unmerge(atlas, records_file):
    """The hold stands, the addresses stand, the history shows it all."""
    file = records_file(SLEEP, PAIN)
    atlas.build(file)
    sleep, pain = "doe-2019-sleep-people", "poe-2021-pain-people"
    keys = key_of("101"), key_of("102")

    def rule(action, name, other=None):
        rulings.record(
            action, name, other=other, reason=f"Reason to {action}", role="editor", now=atlas.now
        )

    atlas.build(before=lambda: rule("hold", pain))
    assert catalogue.study(pain).status == "held"
    atlas.build(file)
    atlas.build(versions={"writing": "another"})
    assert catalogue.study(pain).held_because == "An editor holds this page: Reason to hold"

    atlas.build(before=lambda: rule("merge", sleep, pain))
    assert catalogue.study(pain) == Moved(slug=sleep, because="This study was joined with another")
    merged = catalogue.study(sleep)
    assert merged.status == "held"
    assert [r.pmid for r in (merged.record, *merged.other_records)] == ["101", "102"]

    atlas.build(before=lambda: rule("unmerge", sleep, pain))
    assert (key_of("101"), key_of("102")) == keys
    assert catalogue.study(pain).status == "held"
    assert slugs() == {sleep, pain}
    atlas.build(before=lambda: rule("release", pain))
    released = catalogue.study(pain)
    assert released.status == "published"
    told = [h.what for h in released.history]
    for step in (
        f"Address given: {pain}", "First published", "Held by an editor",
        "Joined with another study", "Separated from another study", "Released by an editor",
    ):  # fmt: skip
        assert any(what.startswith(step) for what in told), step
    assert [h.time for h in released.history] == sorted(h.time for h in released.history)


def test_a_page_is_the_same_whatever_the_number_of_processes(atlas, records_file, tmp_path):
    file = records_file(SLEEP, PAIN, SAME_SLUG)
    alone = atlas.build(file)
    from evidence_atlas.pipeline import work
    from evidence_atlas.pipeline.workers import Workers
    from evidence_atlas.records import to_json

    records = [(r.pmid, (to_json(r),)) for r in components().read_file(file)]
    with Workers(components, atlas.condition, 2) as two:
        several = list(two.map(work.read, records))
    with Workers(components, atlas.condition, 1) as one:
        assert list(one.map(work.read, records)) == several
    assert alone.errors == 0


def test_a_published_page_says_which_version_it_is(atlas, records_file):
    atlas.build(records_file(SLEEP))
    found = catalogue.study("doe-2019-sleep-people")
    assert isinstance(found, PublishedStudy)
    assert (
        found.version
        == catalogue.version("doe-2019-sleep-people")
        == PageVersion.objects.get().version
    )

"""Records of one study are brought together; two studies never are."""

from __future__ import annotations

from typing import Any

import pytest

from evidence_atlas.records import Author, Correction, Dates, Journal, PubDate, Record
from evidence_atlas.records.duplicates import explained, group, same_study

TITLE = "Two inhalers compared in children with asthma: a randomised trial"


def record(pmid: str | None = None, title: str = TITLE, **fields: Any) -> Record:
    year = fields.pop("year", 2001)
    author = fields.pop("author", "See")
    journal = fields.pop("journal", "Thorax")
    place = {k: fields.pop(k) for k in ("volume", "pages") if k in fields}
    return Record(
        source="test", raw_hash="", pmid=pmid, title=title,
        authors=(Author(last=author, initials="DM"),) if author else (),
        journal=Journal(title=journal, **place),
        dates=Dates(published=PubDate(year=year)), **fields,
    )  # fmt: skip


def rule(one: Record, other: Record) -> str | None:
    because, back = same_study(one, other), same_study(other, one)
    assert (because is None) == (back is None)
    return because.rule if because else None


def test_versions_of_one_pmid() -> None:
    assert rule(record("1", version=1), record("1", "A new title", version=2)) == "same-pmid"


def test_one_doi() -> None:
    one = record("1", doi="10.1000/ABC")
    assert rule(one, record(doi="10.1000/abc", title=TITLE.upper(), year=2002)) == "same-doi"
    assert rule(one, record(doi="10.1000/abc", title="")) == "same-doi"
    assert rule(one, record(doi="10.1000/abc", title="Something else was studied here")) is None


def test_title_author_and_year() -> None:
    one = record("1", doi="10.1000/abc")
    assert rule(one, record()) == "same-title-author-year"
    assert rule(one, record(title=f"RETRACTED: {TITLE}.")) == "same-title-author-year"
    assert rule(one, record(journal=None)) == "same-title-author-year"


@pytest.mark.parametrize(
    "other",
    [
        record(year=2002),
        record(author="Sea"),
        record(author=None),
        record(journal="Chest"),
        record(doi="10.1000/other"),
        record("2"),
        record(volume="8"),
        record(pages="99-101"),
        record(title=TITLE + " in towns"),
    ],
)
def test_what_both_state_must_not_disagree(other: Record) -> None:
    one = record("1", doi="10.1000/abc", volume="7", pages="1-9")
    assert rule(one, other) is None


@pytest.mark.parametrize("title", ["Reply", "Chronic asthma", "Asthma.", "Editorial", "[Asthma]."])
def test_titles_that_many_papers_share_do_not_join(title: str) -> None:
    assert rule(record("1", title), record("2", title)) is None
    assert rule(record("1", title), record(None, title, journal=None)) is None


def test_a_short_title_joins_only_at_one_place_in_one_journal() -> None:
    one = record("1", "Chronic asthma", volume="7", pages="10-12")
    assert rule(one, record(None, "Chronic asthma", volume="7", pages="10-12")) == (
        "same-title-author-year"
    )
    assert rule(one, record(None, "Chronic asthma", volume="7", pages="13")) is None


@pytest.mark.parametrize(
    "notice",
    [
        record("2", doi="10.1000/abc", publication_types=("Retraction of Publication",)),
        record("2", doi="10.1000/abc", publication_types=("Published Erratum",)),
        record("2", doi="10.1000/abc", corrections=(Correction(kind="CommentOn", pmid="1"),)),
        record("2", f"Retraction: {TITLE}", doi="10.1000/abc"),
        record("2", f"Correction to: {TITLE}", doi="10.1000/abc"),
        record("2", doi="10.1000/abc", publication_types=("Preprint",)),
        record("2", journal="medRxiv"),
        record(doi="10.1101/2020.01.01.20000001"),
    ],
)
def test_notices_and_preprints_stay_apart_from_the_paper(notice: Record) -> None:
    paper = record("1", doi="10.1000/abc")
    assert rule(paper, notice) is None
    assert group([paper, notice]) == ((paper.key,), (notice.key,))


def test_groups_keep_the_order_and_say_why() -> None:
    a, b = record("1", doi="10.1000/abc"), record("2", "Something else entirely, in adults")
    c, d = record(doi="10.1000/abc"), record("3", "Reply")
    assert group([b, a, d, c]) == (("2",), ("1", c.key), ("3",))
    assert [x.rule for g in explained([b, a, d, c]) for x in g.because] == ["same-doi"]


def test_a_record_that_fits_two_groups_joins_them() -> None:
    a = record("1", doi="10.1000/abc", year=2002)
    b = record(None, TITLE + ".", volume="7")
    c = record("1", TITLE, version=2)
    assert group([a, b]) == (("1",), (b.key,))
    assert group([a, b, c]) == (("1", b.key),)


def test_a_chain_never_joins_a_paper_to_its_notice() -> None:
    paper = record("1", doi="10.1000/abc")
    notice = record("2", doi="10.1000/abc", publication_types=("Published Erratum",))
    bridge = record(None, "", doi="10.1000/abc")
    groups = group([paper, notice, bridge])
    assert not any({"1", "2"} <= set(g) for g in groups)

"""What changed in a month, after real builds on three days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from lxml import html

from evidence_atlas.publishing import months
from evidence_atlas.records import to_json
from evidence_atlas.store.models import PageVersion

from ..overview_records import NULL, RECORDS, told, trial
from .overview_atlas import build_from, write

pytestmark = pytest.mark.django_db(transaction=True)
OCTOBER = dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC)
NOVEMBER = dt.datetime(2026, 11, 6, 9, tzinfo=dt.UTC)


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def under(page: Any, kind: str) -> list[str]:
    entries = page.xpath(f"//h2[@id='{kind}']/following-sibling::ul[1]/li")
    return [words(li) for li in entries]


def test_a_month_names_what_is_new_regraded_and_retracted_with_the_reason(tmp_path: Path) -> None:
    first, second = RECORDS[0], RECORDS[1]
    build_from(tmp_path, [write(tmp_path / "a.jsonl", [first, second])], OCTOBER)
    larger = trial("9001", "rituximab", "Alder A", "2019", 400, told(NULL, "rituximab"))
    types = {"publication_types": ["Randomized Controlled Trial", "Retracted Publication"]}
    again = [larger, {**second, **types}, RECORDS[6]]
    build_from(tmp_path, [write(tmp_path / "b.jsonl", again)], NOVEMBER)

    page = html.fromstring(Client().get("/changes/").content.decode())
    assert words(page.xpath("//h1")[0]) == "What changed November 2026"
    (new,) = under(page, "new")
    assert new.startswith("magnesium sulphate in myalgic encephalomyelitis")
    (retracted,) = under(page, "retracted")
    assert retracted.startswith("Rituxan in myalgic encephalomyelitis")
    assert "State of the paper: none before, Retracted now" in retracted
    regraded = under(page, "regraded")
    assert any("Certainty: Preliminary before, none now" in r for r in regraded)
    before = page.xpath("//a[@rel='prev']/@href")
    assert before == ["/changes/?month=2026-10"]

    october = html.fromstring(Client().get(before[0]).content.decode())
    assert len(under(october, "new")) == 2
    assert under(october, "retracted") == []


@pytest.mark.parametrize("wanted", ["", "2026", "2026-13", "next", "2026-11-01", "0000-00"])
def test_what_is_no_month_has_no_changes(wanted: str) -> None:
    assert months.month(wanted) is None


def test_many_changes_of_a_kind_are_folded_behind_their_number(db: None, library: Any) -> None:
    studies = [library.small(f"study-{n}", f"doe-2020-{n}", f"Paper {n}") for n in range(1, 22)]
    for study in studies:
        PageVersion.objects.create(
            version=study.version, study=study.key, payload=to_json(study), made=library.MADE,
            content=study.version, because="First published", kinds="new",
        )  # fmt: skip
    library.publish(studies)
    page = html.fromstring(Client().get("/changes/").content.decode())
    (fold,) = page.xpath("//h2[@id='new']/following-sibling::details")
    assert fold.get("open") is None
    assert len(fold.xpath("./ul/li")) == 21
    before = fold.xpath("./preceding-sibling::p[1]")[0]
    assert words(before).startswith("21 studies.")
    assert before.xpath("./a/@href") == ["/evidence/"]

"""What is made once and kept: the same pages from the same studies, few questions to the store."""

from __future__ import annotations

from typing import Any

from django.test import Client

from evidence_atlas.conditions import load
from evidence_atlas.store.models import CurrentEdition

from .conftest import START
from .stored import published


def test_an_unknown_address_is_not_found(whole: str, db: None) -> None:
    for path in ("/questions/nothing", "/map/treatments/nothing", "/map/topics/nothing",
                 "/map/left-out/nothing", "/topics/nothing",
                 "/map/treatments/rituximab/nothing", "/definitions/nothing", "/authors/xx",
                 "/journals/?letter=9"):  # fmt: skip
        assert Client().get(path).status_code == 404, path


def test_a_page_that_the_reader_holds_is_not_sent_again(whole: str, db: None) -> None:
    first = Client().get("/questions/rituximab")
    again = Client().get("/questions/rituximab", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert again.status_code == 304


def test_a_map_page_asks_the_data_base_little(
    whole: str, db: None, django_assert_max_num_queries: Any
) -> None:
    """The edition, and one or two rows made when it was published."""
    for path, most in (("/map/", 3), ("/questions/rituximab", 3), ("/timeline/", 2)):
        with django_assert_max_num_queries(most):
            Client().get(path)


def test_the_same_studies_make_the_same_pages(whole: str, db: None) -> None:
    from evidence_atlas.publishing.overview.seen import seen
    from evidence_atlas.publishing.overview.whole import overviews
    from evidence_atlas.records import to_json

    condition = load("mecfs")
    facts = [seen(s, condition) for s in published()]
    one = [(r.kind, r.key, to_json(r.value)) for r in overviews(facts, condition)]
    two = [(r.kind, r.key, to_json(r.value)) for r in overviews(facts[::-1], condition)]
    assert one == two
    edition = CurrentEdition.objects.get().edition
    kept = edition.overviews.values_list("kind", "key", "payload")
    assert sorted((k, key, bytes(p)) for k, key, p in kept) == sorted(one)


def test_before_the_first_build_every_page_still_answers(db: None) -> None:
    if CurrentEdition.objects.exists():
        CurrentEdition.objects.all().delete()
    for path in START:
        assert Client().get(path).status_code == 200, path

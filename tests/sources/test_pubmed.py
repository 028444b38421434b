"""The E-utilities client: every record, never faster than allowed, whatever the server does."""

import datetime as dt
import gzip
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_atlas.sources.pubmed import (
    Busy,
    Client,
    Garbled,
    Harvest,
    PubMedError,
    Refused,
    TooManyResults,
)
from evidence_atlas.sources.pubmed.answers import fetched_pmids, search_answer
from evidence_atlas.sources.pubmed.pace import Pace

from .eutils_server import EutilsServer, Held

TODAY = dt.date(2026, 11, 20)


def held(pmid: int, entered: dt.date = dt.date(2020, 5, 1)) -> Held:
    xml = (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">{pmid}</PMID>'
        f"<Article><ArticleTitle>Study number {pmid}.</ArticleTitle></Article></MedlineCitation>"
        "<PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType='pubmed'>1"
        "</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>"
    )
    return Held(str(pmid), entered, xml.encode())


def spread(count: int) -> list[Held]:
    """Records entered over ten years, as a real literature is."""
    return [held(1000 + n, dt.date(2010, 1, 1) + dt.timedelta(days=n % 3650)) for n in range(count)]


def client(server: EutilsServer, **options) -> Client:
    settings = {"email": "a@example.org", "first_wait": 0.01, "today": lambda: TODAY} | options
    return Client(base_url=server.url, **settings)


def harvested(harvest: Harvest, **options) -> list[str]:
    plan = harvest.plan("asthma", **({"since": None, "by": "edat", "today": TODAY} | options))
    return [
        pmid
        for path in harvest.files(plan)
        for pmid in fetched_pmids(gzip.decompress(path.read_bytes()))
    ]


def test_every_record_of_a_search_comes_once(tmp_path):
    with EutilsServer(spread(450)) as server, client(server, api_key="k") as pubmed:
        pmids = harvested(Harvest(tmp_path, pubmed))
        assert sorted(pmids) == sorted(r.pmid for r in server.records)
        assert len(server.requests) == 1 + 3
        assert all(form["tool"] == "evidence-atlas" for _, form in server.requests)
        assert all(form["email"] == "a@example.org" for _, form in server.requests)
        assert all(form["api_key"] == "k" for _, form in server.requests)


def test_more_results_than_pubmed_hands_out_are_cut_by_date(tmp_path):
    with EutilsServer(spread(10_001)) as server, client(server, api_key="k") as pubmed:
        harvest = Harvest(tmp_path, pubmed, batch=2_000)
        pmids = harvested(harvest)
        assert len(pmids) == 10_001
        assert len(set(pmids)) == 10_001
        plan = harvest.plan("asthma", since=None, by="edat", today=TODAY)
        assert len(plan.slices) > 1
        assert max(len(s.ids) for s in plan.slices) <= 9_999
        assert server.most_in_a_second() <= 10


def test_a_single_day_with_too_many_results_is_a_clear_error():
    records = [held(n) for n in range(1, 10_001)]
    with (
        EutilsServer(records) as server,
        client(server, api_key="k") as pubmed,
        pytest.raises(TooManyResults, match="10000 results for 2020-05-01 alone"),
    ):
        pubmed.search("asthma")


@pytest.mark.parametrize(("key", "allowed"), [(None, 3), ("k", 10)])
def test_never_faster_than_allowed(tmp_path, key, allowed):
    with EutilsServer(spread(25)) as server, client(server, api_key=key) as pubmed:
        harvested(Harvest(tmp_path, pubmed, batch=2))
        assert len(server.arrivals) == 1 + 13
        assert server.most_in_a_second() <= allowed


FAULTS = ["429", None, "500", "cut", None, "html", "slow", "429", "cut", None, "html", "500"]


def test_a_server_that_misbehaves_in_every_way_still_gives_every_record(tmp_path):
    with (
        EutilsServer(spread(30), faults=list(FAULTS)) as server,
        client(server, api_key="k", timeout=0.5) as pubmed,
    ):
        pmids = harvested(Harvest(tmp_path, pubmed, batch=5))
        assert sorted(pmids) == sorted(r.pmid for r in server.records)
        assert server.faults == []
        assert server.most_in_a_second() <= 10


def test_the_wait_that_the_server_asks_for_is_kept():
    with (
        EutilsServer(spread(3), faults=["429"], retry_after="2") as server,
        client(server) as pubmed,
    ):
        pubmed.search("asthma")
        assert server.arrivals[1] - server.arrivals[0] >= 2.0


def test_a_server_that_stays_down_is_given_up_with_a_clear_error():
    with EutilsServer(spread(3), faults=["500"] * 9) as server:
        with (
            client(server, api_key="k", attempts=3) as pubmed,
            pytest.raises(Busy, match="PubMed answered 500"),
        ):
            pubmed.search("asthma")
        assert len(server.requests) == 3


def test_an_html_page_is_named_for_what_it_is():
    with (
        EutilsServer(spread(3), faults=["html"] * 2) as server,
        client(server, api_key="k", attempts=2) as pubmed,
        pytest.raises(Garbled, match=r"not complete XML.*DOCTYPE html"),
    ):
        pubmed.search("asthma")


def test_without_an_email_nothing_is_asked():
    with pytest.raises(Refused, match="ATLAS_CONTACT"):
        Client(email="")


def test_a_history_that_has_expired_is_fetched_by_pmid(tmp_path):
    with EutilsServer(spread(10)) as server, client(server, api_key="k") as pubmed:
        harvest = Harvest(tmp_path, pubmed, batch=4)
        harvest.plan("asthma", since=None, by="edat", today=TODAY)
        server.forget_histories()
        assert sorted(harvested(harvest)) == sorted(r.pmid for r in server.records)


def test_a_record_that_pubmed_lists_and_does_not_give_is_named(tmp_path):
    with EutilsServer(spread(5)) as server, client(server, api_key="k") as pubmed:
        harvest = Harvest(tmp_path, pubmed)
        plan = harvest.plan("asthma", since=None, by="edat", today=TODAY)
        server.records = server.records[1:]
        server.forget_histories()
        list(harvest.files(plan))
        assert [p.record for p in harvest.missing(plan)] == ["1000"]


def test_an_update_asks_only_for_what_changed_since(tmp_path):
    records = [held(1, dt.date(2020, 1, 1)), held(2, dt.date(2026, 11, 19))]
    with EutilsServer(records) as server, client(server, api_key="k") as pubmed:
        pmids = harvested(Harvest(tmp_path, pubmed), since=dt.date(2026, 11, 1), by="mdat")
        assert pmids == ["2"]
        assert server.requests[0][1]["datetype"] == "mdat"


KILLED = """
import datetime as dt, sys
from pathlib import Path
from evidence_atlas.sources.pubmed import Client, Harvest
today = dt.date(2026, 11, 20)
pubmed = Client(email="a@example.org", base_url=sys.argv[1], api_key="k", today=lambda: today)
harvest = Harvest(Path(sys.argv[2]), pubmed, batch=2)
plan = harvest.plan("asthma", since=None, by="edat", today=today)
for path in harvest.files(plan):
    print(path.name, flush=True)
"""


def test_a_killed_harvest_goes_on_where_it_stopped(tmp_path):
    with EutilsServer(spread(24)) as server:
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, server.url, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4):
            child.stdout.readline()
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        whole = len(list(Path(tmp_path).glob("slice-*.xml.gz")))
        before = len(server.requests)
        with client(server, api_key="k") as pubmed:
            harvest = Harvest(tmp_path, pubmed, batch=2)
            pmids = harvested(harvest)
            assert sorted(pmids) == sorted(r.pmid for r in server.records)
            assert len(server.requests) - before == 12 - whole
            plan = harvest.plan("asthma", since=None, by="edat", today=TODAY)
            harvest.finish(plan)
            assert [p.name for p in Path(tmp_path).iterdir()] == ["finished.json"]
            assert harvest.finished("asthma") == TODAY
            assert harvest.finished("migraine") is None


def test_pace_spaces_calls_evenly():
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds, 3))
        now[0] += seconds

    pace = Pace(10, clock=lambda: now[0], sleep=sleep)
    for _ in range(4):
        pace.wait()
    assert slept == [0.102, 0.102, 0.102]


@pytest.mark.parametrize("delays", [(0.9, 0.0, 0.0, 0.0), (0.3, 0.0, 0.2, 0.0)])
def test_a_request_delayed_on_its_way_does_not_crowd_those_after_it(delays):
    now, arrivals = [0.0], []
    pace = Pace(3, clock=lambda: now[0], sleep=lambda seconds: now.__setitem__(0, now[0] + seconds))
    for delay in delays:
        pace.wait()
        now[0] += delay
        arrivals.append(now[0])
        pace.answered()
    assert arrivals[3] - arrivals[0] > 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"%PDF-1.7",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><eSearchResult>&a;</eSearchResult>',
        b"<PubmedArticleSet/>",
        b"<eSearchResult><ERROR>Search Backend failed: timeout</ERROR></eSearchResult>",
    ],
)
def test_what_is_not_a_search_answer_is_garbled(body):
    with pytest.raises(Garbled):
        search_answer(body)


def test_a_query_that_pubmed_does_not_understand_is_refused_with_its_words():
    with pytest.raises(Refused, match="Empty term"):
        search_answer(b"<eSearchResult><ERROR>Empty term and query_key</ERROR></eSearchResult>")


def test_every_error_is_a_pubmed_error():
    assert all(issubclass(e, PubMedError) for e in (Busy, Garbled, Refused, TooManyResults))

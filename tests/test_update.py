"""`atlas update` against a server that answers as PubMed does, and misbehaves as servers do."""

import datetime as dt
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from lxml import etree

import evidence_atlas

from . import process
from .sources.eutils_server import EutilsServer, Held

SAMPLES = sorted((Path(evidence_atlas.__file__).parent / "conditions/mecfs/samples").glob("*.xml"))
RECORDED = sorted(
    (Path(__file__).parents[2] / "shared/data/eutils_samples/efetch_xml").glob("*.xml")
)
FAULTS = ["429", None, "html", "500", "cut", "slow", "cut", "html", "429", "500"]


def articles(files: list[Path]) -> list[Held]:
    """Every article of these files that has a PMID, entered over some years."""
    found: dict[str, Held] = {}
    for file in files:
        for article in etree.parse(file).getroot().iterfind("PubmedArticle"):
            pmid = article.findtext("MedlineCitation/PMID")
            if pmid:
                day = dt.date(2015, 1, 1) + dt.timedelta(days=int(pmid) % 3000)
                found[pmid] = Held(pmid, day, etree.tostring(article))
    return [found[p] for p in sorted(found)]


def update(home: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return process.atlas("update", "--home", home, environment=environment)


def settings(server: EutilsServer) -> dict[str, str]:
    return {
        "ATLAS_EUTILS_URL": server.url,
        "ATLAS_CONTACT": "operator@example.org",
        "ATLAS_NCBI_API_KEY": "k",
    }


def stored(home: Path) -> set[str]:
    with sqlite3.connect(home / "atlas.sqlite3") as db:
        rows = {row[0] for row in db.execute("select key from store_recordrow where not deleted")}
    db.close()
    return rows


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(SAMPLES, id="the sample library", marks=pytest.mark.verify),
        pytest.param(
            RECORDED,
            id="recorded answers",
            marks=[
                pytest.mark.verify,
                pytest.mark.skipif(not RECORDED, reason="the recorded answers are not here"),
            ],
        ),
    ],
)
def test_an_update_ends_with_every_record_whatever_the_server_does(tmp_path, files):
    with EutilsServer(articles(files), faults=list(FAULTS), slow_seconds=0.2) as server:
        done = update(tmp_path, settings(server))
        assert done.returncode == 0, done.stderr
        assert stored(tmp_path) == {r.pmid for r in server.records}
        assert server.most_in_a_second() <= 10
        assert f"PubMed lists {len(server.records)} records of any date" in done.stderr.decode()
        assert {form["email"] for _, form in server.requests} == {"operator@example.org"}


def test_a_second_update_asks_only_for_what_changed_since_the_first(tmp_path):
    with EutilsServer(articles(SAMPLES[:1])) as server:
        began = dt.date.today()
        assert update(tmp_path, settings(server)).returncode == 0
        ended = dt.date.today()
        asked = len(server.requests)
        again = update(tmp_path, settings(server))
        assert again.returncode == 0, again.stderr
        later = server.requests[asked:]
        assert [(e, form["datetype"]) for e, form in later] == [("esearch.fcgi", "mdat")]
        since = dt.datetime.strptime(later[0][1]["mindate"], "%Y/%m/%d").date()
        assert began <= since + dt.timedelta(days=3) <= ended


@pytest.mark.verify
def test_a_killed_update_goes_on_and_ends_with_every_record(tmp_path):
    with EutilsServer(
        articles(SAMPLES[:2]), faults=[None, None, "slow"], slow_seconds=30
    ) as server:
        child = process.start("update", "--home", tmp_path, environment=settings(server))
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob("downloads/pubmed/plan.json")):
            assert time.monotonic() < deadline and child.poll() is None
            time.sleep(0.05)
        child.kill()
        server.faults.clear()
        searches = sum(e == "esearch.fcgi" for e, _ in server.requests)
        done = update(tmp_path, settings(server))
        assert done.returncode == 0, done.stderr
        assert stored(tmp_path) == {r.pmid for r in server.records}
        assert sum(e == "esearch.fcgi" for e, _ in server.requests) == searches


def test_without_an_address_the_operator_is_told_what_to_set(tmp_path):
    with EutilsServer([]) as server:
        environment = settings(server) | {"ATLAS_CONTACT": ""}
        done = update(tmp_path, environment)
        assert done.returncode == 1
        assert "ATLAS_CONTACT" in done.stderr.decode()
        assert server.requests == []

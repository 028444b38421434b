"""A language model in a run, over real HTTP: kept answers, budget, limits, failures, pages."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from decimal import Decimal

import click
import pytest
import stamina
from tests import process
from tests.language_models import studies
from tests.language_models.server import INPUT_TOKENS, OUTPUT_TOKENS, running

from evidence_atlas.commands.language_model import choice_of
from evidence_atlas.language_models import Choice
from evidence_atlas.language_models.client import Client
from evidence_atlas.pipeline.language_model import LanguageModel
from evidence_atlas.records import Page, PublishedStudy, from_json
from evidence_atlas.site.configuration import Configuration
from evidence_atlas.store.models import LanguageModelAsk, PageVersion, RecordError, StageOutput

ASKED = (studies.CROSSOVER, studies.COMPARISON, studies.PLAN)
"""The studies that there is something to ask about."""


@pytest.fixture(autouse=True)
def quick_retries():
    with stamina.set_testing(True, attempts=4):
        yield


@pytest.fixture
def file(records_file):
    return records_file(*studies.ALL)


@pytest.fixture
def serve(tmp_path):
    """Starts a scripted server; each has a log of its own."""
    started = []

    def server(*steps):
        started.append(running(tmp_path / f"log-{len(started)}", *steps))
        return started[-1].__enter__()

    yield server
    for one in started:
        one.__exit__(None, None, None)


def model(server, **parts):
    choice = Choice(**{"name": "scripted", "url": server.url, "timeout": 20.0, **parts})
    return LanguageModel(choice, Client(choice))


def titles(server) -> set[str]:
    return {a["title"] for a in server.asked}


def drafted() -> int:
    """How many pages a model was asked about."""
    return sum(page.drafting is not None for page in pages().values())


def variants(number: int) -> list[dict]:
    """Studies that differ in their title only."""
    plain = studies.COMPARISON
    return [
        {**plain, "pmid": str(2000 + n), "title": f"{plain['title']}, part {n}"}
        for n in range(number)
    ]


def pages() -> dict[str, Page]:
    rows = StageOutput.objects.filter(stage="draft").order_by("subject")
    return {row.subject: from_json(row.payload, Page) for row in rows}


def published() -> dict[str, PublishedStudy]:
    """The latest page version of each study, by PMID."""
    found = [from_json(v.payload, PublishedStudy) for v in PageVersion.objects.order_by("id")]
    return {study.record.pmid: study for study in found}


def test_pages_say_which_model_worded_them_with_prompt_version_day_tokens_and_cost(
    atlas, file, serve
):
    priced = {"input_price": Decimal("2"), "output_price": Decimal("10")}
    server = serve()
    atlas.build(file, language_model=model(server, **priced))
    page = published()["1001"].page
    assert "A language model drafted" in page.statements()[-1].text
    assert page.statements()[-1].section == "sources_and_versions"
    done = page.drafting
    assert len(done.sentences) > 3
    assert set(done.sentences) <= {s.id for s in page.statements()}
    assert (done.model, done.prompt_version, done.asked) == ("scripted", "1", ("2026-03-02",))
    asks = sum(a["title"] == studies.CROSSOVER["title"] for a in server.asked)
    assert done.asks == asks
    assert (done.input_tokens, done.output_tokens) == (asks * INPUT_TOKENS, asks * OUTPUT_TOKENS)
    assert Decimal(done.cost) == asks * Decimal("0.003")
    row = LanguageModelAsk.objects.first()
    assert (row.model, row.prompt_version, row.cost) == ("scripted", "1", Decimal("0.003"))


def test_no_page_is_held_because_of_a_model(atlas, file, serve):
    atlas.build(file)
    before = {pmid: study.status for pmid, study in published().items()}
    for steps in ([], ["wrong"] * 20, ["malformed"] * 20, ["500"] * 20):
        atlas.build(language_model=model(serve(*steps), name=f"scripted{len(steps)}{steps[:1]}"))
        assert {pmid: study.status for pmid, study in published().items()} == before


def test_ours_stands_where_every_answer_is_refused(atlas, file, serve):
    atlas.build(file)
    ours = {s: [x.text for x in p.statements()] for s, p in pages().items()}
    server = serve(*["wrong"] * 20)
    atlas.build(language_model=model(server))
    assert {s: [x.text for x in p.statements()] for s, p in pages().items()} == ours
    assert Counter(a["title"] for a in server.asked) == {s["title"]: 3 for s in ASKED}
    done = published()["1001"].page.drafting
    assert done.sentences == () and done.refused > 3 and done.asks == 3


def test_nothing_is_asked_twice(atlas, file, serve):
    server = serve("wrong", "malformed")
    atlas.build(file, language_model=model(server))
    asked, before = len(server.asked), pages()
    atlas.build(language_model=model(server))
    # Another gate and other words of ours: pages are judged anew, and nothing is asked anew.
    atlas.build(language_model=model(server), versions={"writing": "x", "checking": "x"}.items())
    assert len(server.asked) == asked
    assert pages() == before


@pytest.mark.verify
def test_another_model_is_asked_anew(atlas, file, serve):
    server = serve()
    atlas.build(file, language_model=model(server))
    asked = len(server.asked)
    atlas.build(language_model=model(server, name="another"))
    assert len(server.asked) == 2 * asked
    assert published()["1001"].page.drafting.model == "another"


@pytest.mark.verify
def test_switched_off_our_own_pages_are_back(atlas, file, serve):
    atlas.build(file)
    ours = pages()
    server = serve()
    atlas.build(language_model=model(server))
    asked = len(server.asked)
    assert pages() != ours
    atlas.build()
    assert pages() == ours
    assert not StageOutput.objects.filter(stage="own draft").exists()
    # On again, the answers are still there.
    atlas.build(language_model=model(server))
    assert pages() != ours and len(server.asked) == asked


def test_a_ruling_asks_nothing_and_keeps_what_was_worded(atlas, file, serve):
    server = serve(*["401"] * 2)
    atlas.build(file, language_model=model(server))
    atlas.build(language_model=model(server))
    before, asked = pages(), len(server.asked)
    atlas.build(language_model=LanguageModel(Choice(name="scripted")))
    assert pages() == before
    assert len(server.asked) == asked


def test_the_months_budget_in_tokens_is_kept_and_the_next_month_goes_on(atlas, records_file, serve):
    server = serve()
    limits = {"month_tokens": 5_000, "answer_tokens": 200, "at_once": 2}
    atlas.build(records_file(*variants(6)), language_model=model(server, **limits))
    asked = len(server.asked)
    assert asked > 0 and 0 < drafted() < 6
    atlas.build(language_model=model(server, **limits))
    assert len(server.asked) == asked
    for _ in range(6):
        atlas.day += 31
        atlas.build(language_model=model(server, **limits))
    assert drafted() == 6
    months = Counter()
    for ask in LanguageModelAsk.objects.all():
        months[ask.time.strftime("%Y-%m")] += ask.input_tokens + ask.output_tokens
    assert len(months) > 1 and max(months.values()) <= 5_000
    assert len(server.asked) == LanguageModelAsk.objects.values("key").distinct().count()


def test_the_months_budget_in_money_is_kept(atlas, file, serve):
    server = serve()
    prices = {"input_price": Decimal("1000"), "output_price": Decimal("1000")}
    atlas.build(file, language_model=model(server, month_money=Decimal("0.5"), **prices))
    assert server.asked == []
    atlas.build(language_model=model(server, month_money=Decimal("1000"), **prices))
    assert drafted() == len(ASKED)


def test_two_are_asked_at_once_and_never_three(atlas, records_file, serve):
    server = serve(*["pair"] * 5)
    atlas.build(records_file(*variants(6)), language_model=model(server, at_once=2))
    assert len(titles(server)) == 6
    assert max(a["out"] for a in server.asked) == 2


def test_a_failure_is_in_the_run_log_and_is_asked_again_in_the_next_run(atlas, file, serve):
    server = serve("slow")
    atlas.build(file, language_model=model(server, at_once=1, timeout=3.0))
    errors = list(RecordError.objects.values_list("stage", "message"))
    assert errors == [
        ("draft", "language model: no answer within 3 seconds; our own sentences stand for now")
    ]
    (failed,) = LanguageModelAsk.objects.filter(outcome="failed")
    assert failed.input_tokens > 0
    assert drafted() == len(ASKED) - 1
    atlas.build(language_model=model(server, at_once=1))
    assert drafted() == len(ASKED)


@pytest.mark.verify
def test_a_server_that_goes_on_failing_is_left_alone(atlas, records_file, serve):
    server = serve(*["500"] * 100)
    outcome = atlas.build(records_file(*variants(8)), language_model=model(server, at_once=1))
    assert len(server.asked) == 5 * 4
    assert outcome.errors == 5
    assert len(published()) == 8


def test_a_refused_key_stops_the_asking_at_once_and_stands_nowhere(atlas, file, serve, capfd):
    server = serve(*["401"] * 20)
    atlas.build(file, language_model=model(server, at_once=1, key="sk-very-secret"))
    assert len(server.asked) == 1
    written = [str(e.message) for e in RecordError.objects.all()]
    written += [bytes(a.answer).decode() for a in LanguageModelAsk.objects.all()]
    written += [bytes(p.payload).decode() for p in PageVersion.objects.all()]
    out = capfd.readouterr()
    assert not [text for text in (*written, out.out, out.err) if "sk-very-secret" in text]


@pytest.mark.verify
def test_a_run_killed_while_it_asks_goes_on_and_pays_for_no_answer_twice(
    tmp_path, records_file, serve
):
    home, file = tmp_path / "home", records_file(*variants(4))
    # Answers two questions, then lets two wait until the run is killed.
    server = serve("good", "good", "slow", "slow")
    command = ["build", str(file), "--home", str(home)]
    settings = {
        "ATLAS_DATABASE_URL": "",
        "ATLAS_LANGUAGE_MODEL": "scripted",
        "ATLAS_LANGUAGE_MODEL_URL": server.url,
    }
    running = process.start(*command, environment=settings)
    while len(server.asked) < 4 or len(kept_in(home)) < 2:
        assert running.poll() is None
        time.sleep(0.05)
    running.kill()
    done = process.atlas(*command, environment=settings)
    assert done.returncode == 0, done.stderr

    assert [a["step"] for a in server.asked[:4]] == ["good", "good", "slow", "slow"]
    answered = Counter(a["asked"] for a in server.asked if a["step"] == "good")
    assert set(answered.values()) == {1}
    assert {a["asked"] for a in server.asked} == set(answered)
    kept = kept_in(home)
    assert len(kept) == len({key for key, _ in kept}) == len(answered)
    assert len({study for _, study in kept}) == 4


def kept_in(home):
    """Key and study of every answer in a home's data base."""
    with contextlib.closing(sqlite3.connect(home / "atlas.sqlite3")) as database:
        return database.execute("SELECT key, study FROM store_languagemodelask").fetchall()


def test_without_the_setting_nothing_of_it_is_imported(samples):
    code = (
        "import sys\n"
        "import django\n"
        "django.setup()\n"
        "import evidence_atlas.cli, evidence_atlas.pipeline.build, evidence_atlas.site.urls\n"
        "from evidence_atlas.commands.language_model import chosen_model\n"
        "from evidence_atlas.site.configuration import Configuration\n"
        "assert chosen_model(Configuration()) is None\n"
        "print([m for m in sys.modules if m.startswith(('pydantic_ai', 'openai',"
        " 'evidence_atlas.language_models', 'evidence_atlas.pipeline.language_model'))])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_the_settings_name_the_model_and_what_it_may_cost():
    found = choice_of(
        Configuration(
            language_model="m", language_model_url="http://x/v1", language_model_input_price=0.15,
            language_model_output_price=0.6, language_model_month_money=5.0,
            language_model_month_tokens=0,
        )
    )  # fmt: skip
    assert (found.name, found.url, found.month_tokens) == ("m", "http://x/v1", None)
    assert (found.month_money, found.cost(1_000_000, 0)) == (Decimal(5), Decimal("0.15"))


def test_a_budget_in_money_without_prices_is_refused():
    with pytest.raises(click.ClickException, match="ATLAS_LANGUAGE_MODEL_INPUT_PRICE"):
        choice_of(Configuration(language_model="m", language_model_month_money=5.0))


def test_a_key_stands_in_no_listing_of_the_settings():
    assert "sk-secret" not in repr(Configuration(language_model_key="sk-secret"))

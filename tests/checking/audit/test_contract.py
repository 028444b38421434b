"""The documented contract of `atlas audit --json`, and its answer for people."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests import process

from evidence_atlas.checking.audit import schema

DOCUMENTED = Path(__file__).parents[3] / "docs" / "atlas-audit.schema.json"
ABSTRACT = """\
A new inhaler for asthma

BACKGROUND: Asthma is common.
METHODS: Sixty adults with asthma were randomised to a new inhaler
or placebo for 12 weeks.
RESULTS: Of these 60, 52 completed the trial. Sleep did not differ between the groups.
"""
SUMMARY = "RCT\n\nSixty adults with asthma were randomised. Ninety-one adults took part.\n"


def _atlas(*arguments, text="", run=process.atlas):
    return run("audit", *arguments, **({"text": text.encode()} if text else {}))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("audit")
    (folder / "abstract.txt").write_text(ABSTRACT, encoding="utf-8")
    (folder / "summary.txt").write_text(SUMMARY, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def answer(files):
    given = ("--abstract", files / "abstract.txt", "--text", files / "summary.txt", "--json")
    done = _atlas(*given)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_the_documented_schema_is_the_one_in_force():
    assert json.loads(DOCUMENTED.read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))


def test_the_answer_fits_the_schema_and_has_the_contracts_parts(answer):
    found = json.loads(answer)
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(found)) == []
    assert set(found) == {"sentences", "omissions", "badges"}
    assert [s["verdict"] for s in found["sentences"]] == ["supported", "contradicted"]
    assert all(set(s) == {"text", "verdict", "because", "quote"} for s in found["sentences"])
    assert [(o["kind"], set(o)) for o in found["omissions"]] == [
        ("people_lost", {"kind", "detail", "quote"})
    ]
    assert found["badges"] == []


def test_quotes_index_the_abstract_with_its_line_breaks_as_documented(answer):
    abstract = (
        "BACKGROUND: Asthma is common.\n"
        "METHODS: Sixty adults with asthma were randomised to a new inhaler or placebo for 12 "
        "weeks.\n"
        "RESULTS: Of these 60, 52 completed the trial. Sleep did not differ between the groups."
    )
    for sentence in json.loads(answer)["sentences"]:
        quote = sentence["quote"]
        assert abstract[quote["start"] : quote["end"]] == quote["text"]


def test_the_same_input_gives_the_same_bytes_and_standard_input_is_a_file(files, answer):
    done = _atlas("--abstract", files / "abstract.txt", "--json", text=SUMMARY)
    assert done.stdout == answer


@pytest.mark.verify
def test_a_fresh_interpreter_gives_the_same_bytes(files, answer):
    given = ("--abstract", files / "abstract.txt", "--text", files / "summary.txt", "--json")
    assert _atlas(*given, run=process.fresh).stdout == answer


def test_people_read_the_verdict_the_reason_and_the_words_that_decide(files):
    done = _atlas("--abstract", files / "abstract.txt", text=SUMMARY)
    said = done.stdout.decode()
    assert "✗ Ninety-one adults took part." in said
    assert "contradicted: 60 took part, not 91" in said
    assert "people lost: 60 started and 52 finished; 8 did not" in said
    assert "1 supported, 0 unsupported, 1 contradicted; 1 left out" in said


def test_a_record_file_may_hold_the_abstract(samples, files):
    many = _atlas("--abstract", samples[0], "--text", files / "summary.txt")
    assert many.returncode == 1
    assert b"one record is needed" in many.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "either --abstract FILE or --pmid"),
        (["--abstract", "-", "--text", "-"], "cannot both be standard input"),
        (["--abstract", "missing.txt"], "missing.txt"),
        (["--pmid", "1", "--home", "no-such-home"], "there is no atlas"),
    ],
)
def test_what_cannot_be_audited_is_said_in_plain_words(arguments, words):
    done = _atlas(*arguments)
    assert done.returncode != 0
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()

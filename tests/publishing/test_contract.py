"""The documented contract of `atlas read --json`."""

import json
from pathlib import Path

import jsonschema
import pytest

from evidence_atlas.conditions import load
from evidence_atlas.pipeline.alone import read_alone
from evidence_atlas.pipeline.rooms import components
from evidence_atlas.publishing.contract import schema
from evidence_atlas.records import Record, to_json

DOCUMENTED = Path(__file__).parents[2] / "docs" / "atlas-read.schema.json"
CONTRACT = {
    "schema_version", "key", "pmid", "doi", "title", "slug", "record", "texts", "reading",
    "grades", "page", "links", "numbers_checked", "flags",
}  # fmt: skip
BADGES = {
    "study_type", "level", "certainty", "peer_review", "review_state", "record_state",
    "case_definition_quality", "approach", "context", "topics",
}  # fmt: skip


@pytest.fixture(scope="module")
def read(samples):
    rooms, condition = components(), load("mecfs")
    records = [r for r in rooms.read_file(samples[0]) if isinstance(r, Record)]
    return [to_json(read_alone(r, rooms, condition)) for r in records]


def test_the_documented_schema_is_the_one_in_force():
    assert json.loads(DOCUMENTED.read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))


def test_every_sample_record_fits_the_schema(read):
    validator = jsonschema.Draft202012Validator(schema())
    for line in read:
        assert list(validator.iter_errors(json.loads(line))) == []


def test_the_names_are_those_of_the_contract(read):
    criterion = load("mecfs").criterion.key
    for line in read:
        found = json.loads(line)
        assert set(found) == CONTRACT
        assert BADGES | {criterion} <= set(found["grades"])
        assert {"value", "by_definition", "by_study", "because", "version"} == set(
            found["grades"][criterion]
        )


def test_keys_are_sorted_at_every_depth(read):
    for line in read:
        found = json.loads(line)
        assert (
            line
            == json.dumps(found, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
        )


def test_every_quote_is_in_the_text_that_it_names(read):
    quotes = 0
    for line in read:
        found = json.loads(line)
        for section in found["page"]["sections"]:
            for statement in section["statements"]:
                for support in statement["support"]:
                    if support["kind"] == "quote":
                        text = found["texts"][support["field"]]
                        assert text[support["start"] : support["end"]] == support["text"]
                        quotes += 1
    assert quotes > 0

"""The command line, as an operator types it."""

import json
import shutil
import sqlite3

import pytest

from . import process
from .language_models import studies


def atlas(*arguments, home=None, run=process.atlas, **environment):
    if home is not None:
        environment["ATLAS_HOME"] = str(home)
    return run(*arguments, environment=environment)


@pytest.fixture(scope="module")
def built(tmp_path_factory, built_home):
    home = tmp_path_factory.mktemp("operator") / "home"
    shutil.copytree(built_home, home)
    return home, (built_home.parent / "said").read_text()


@pytest.fixture
def one_record(tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(studies.CROSSOVER) + "\n", encoding="utf-8")
    return path


def test_a_build_says_what_each_stage_did(built):
    _, said = built
    stages = [line.split()[0] for line in said.splitlines() if " made, " in line]
    assert stages == [
        "fetch", "normalise", "deduplicate", "lineage", "classify", "summarise", "draft",
        "moderate", "publish",
    ]  # fmt: skip


def test_the_secret_key_and_private_notes_are_the_owners_alone(built_home):
    for name in ("secret_key", "private.sqlite3"):
        assert (built_home / name).stat().st_mode & 0o777 == 0o600


def same_bytes_twice(file, home):
    """Read by an interpreter of its own (other seeds of its hashes) and by another."""
    first = atlas("read", file, "--json", home=home, run=process.fresh)
    second = atlas("read", file, "--json", home=home)
    assert first.returncode == 0, first.stderr.decode()
    assert first.stdout == second.stdout
    assert not home.exists()
    lines = first.stdout.splitlines()
    assert lines
    for line in lines:
        assert json.loads(line)["schema_version"] == "1.0"


@pytest.mark.verify
def test_read_gives_the_same_bytes_twice_and_touches_no_home(one_record, tmp_path):
    same_bytes_twice(one_record, tmp_path / "none")


@pytest.mark.verify
def test_a_file_of_samples_is_read_to_the_same_bytes_twice(samples, tmp_path):
    same_bytes_twice(samples[0], tmp_path / "none")


def test_an_unreadable_file_is_named_and_the_exit_code_is_not_0(tmp_path, one_record):
    empty = tmp_path / "empty.xml"
    empty.touch()
    for command in (["build"], ["read", "--json"]):
        done = atlas(*command, empty, one_record, home=tmp_path / "home")
        assert done.returncode == 1
        assert "empty.xml" in done.stderr.decode()
        assert "1 of 2 files" in done.stderr.decode() or "1 files" in done.stderr.decode()
        assert b"Traceback" not in done.stderr


def test_a_missing_file_and_a_folder_are_refused_in_words(tmp_path):
    for target in (tmp_path / "missing.xml", tmp_path):
        done = atlas("build", target, home=tmp_path / "home")
        assert done.returncode == 1
        assert b"not read:" in done.stderr
        assert b"Traceback" not in done.stderr


def test_a_hold_by_the_command_line_holds_the_page(built):
    home, _ = built
    done = atlas("rule", "hold", "999999999", "--reason", "test", home=home)
    assert done.returncode == 1
    assert "no study has the key, address or PMID '999999999'" in done.stderr.decode()


def test_a_merge_needs_two_studies(built):
    home, _ = built
    done = atlas("rule", "merge", "1", "--reason", "test", home=home)
    assert done.returncode == 2
    assert b"merge needs two studies" in done.stderr


def test_serving_is_refused_without_an_edition_and_for_a_measuring_one(tmp_path, one_record):
    done = atlas("serve", home=tmp_path)
    assert done.returncode == 1
    assert b"there is no edition" in done.stderr
    atlas("build", "--scope", "all", one_record, home=tmp_path)
    done = atlas("serve", home=tmp_path)
    assert done.returncode == 1
    assert b"--scope all" in done.stderr


def test_the_doctor_finds_a_sound_atlas_sound(built):
    home, _ = built
    done = atlas("doctor", home=home)
    assert done.returncode == 0, done.stdout.decode()
    assert b"!!" not in done.stdout


def test_a_setting_that_cannot_be_used_is_named(tmp_path):
    (tmp_path / "atlas.toml").write_text('port = "eighty"\n')
    done = atlas("doctor", home=tmp_path)
    assert done.returncode == 1
    assert "port: 'eighty' is not a whole number" in done.stderr.decode()


def test_one_record_that_cannot_be_read_is_named_and_the_exit_code_says_so(built, tmp_path):
    home, _ = built
    file = tmp_path / "records.jsonl"
    file.write_text('{"pmid": "1", "title": "broken"\n{"title": "A study of something else"}\n')
    done = atlas("build", file, home=home)
    assert done.returncode == 1
    said = done.stderr.decode()
    assert said.count("records.jsonl (line 1): the line is not JSON") == 1
    assert "1 records not taken in" in said
    listed = atlas("doctor", home=home).stdout.decode()
    assert "records.jsonl (line 1): the line is not JSON" in listed


def test_an_atlas_of_one_illness_is_not_worked_on_with_the_files_of_another(built, tmp_path):
    home, _ = built
    other = tmp_path / "other"
    other.mkdir()
    (other / "condition.toml").write_text(
        'key = "gout"\nname = "gout"\nsite_name = "Gout"\n'
        'names = [{name = "gout", pattern = "gout"}]\n'
        'query = {pubmed = "gout", words = "gout"}\nthresholds = {}\n'
        'scope = {on_topic = "gout", side_effect_only = "gout flares?"}\n'
    )
    before = (home / "atlas.sqlite3").stat().st_size
    for command in (["build"], ["serve", "--port", "0"], ["rule", "hold", "1", "--reason", "r"]):
        done = atlas(*command, home=home, ATLAS_CONDITION=str(other))
        assert done.returncode == 1, command
        assert b"is of the illness" in done.stderr and b"atlas.toml" in done.stderr
    assert (home / "atlas.sqlite3").stat().st_size == before


def test_a_damaged_data_base_is_said_in_words(tmp_path, samples):
    (tmp_path / "atlas.sqlite3").write_bytes(b"no data base" * 1000)
    for command in (["build", samples[0]], ["serve", "--port", "0"], ["held"]):
        done = atlas(*command, home=tmp_path)
        assert done.returncode == 1
        assert b"backed up" in done.stderr and b"Traceback" not in done.stderr


def test_held_pages_are_listed_with_what_is_against_them(built, tmp_path):
    home, _ = built
    copy = tmp_path / "home"
    shutil.copytree(home, copy)
    with sqlite3.connect(copy / "atlas.sqlite3") as db:
        (slug,) = db.execute("select slug from store_editionentry order by slug").fetchone()
    db.close()
    done = atlas("rule", "hold", slug, "--reason", "the number is wrong", home=copy)
    assert done.returncode == 0, done.stderr.decode()
    listed = atlas("held", home=copy).stdout.decode()
    assert f"\n{slug}  PMID " in f"\n{listed}"
    assert "the number is wrong" in listed
    assert listed.endswith("1 held\n")

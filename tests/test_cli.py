"""The command line, as an operator types it."""

import json
import shutil

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


def test_read_gives_the_same_bytes_twice_and_touches_no_home(samples, tmp_path):
    first = atlas("read", samples[0], "--json", home=tmp_path / "none", run=process.fresh)
    second = atlas("read", samples[0], "--json", home=tmp_path / "none")
    assert first.returncode == 0, first.stderr.decode()
    assert first.stdout == second.stdout
    assert not (tmp_path / "none").exists()
    for line in first.stdout.splitlines():
        assert json.loads(line)["schema_version"] == "1.0"


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

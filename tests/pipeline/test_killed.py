"""A build that is killed at any moment and run again ends as if nothing had happened."""

import random
import signal
import subprocess
import time

import pytest
from tests import process

ENVIRONMENT = {"ATLAS_DATABASE_URL": ""}


def build(home, files):
    done = process.atlas("build", *files, "--home", home, environment=ENVIRONMENT)
    assert done.returncode == 0, done.stderr.decode()


def killed_builds(tmp_path, files, expected, tables, lasted, moments):
    """Builds killed at so many moments; `lasted` is how many seconds an undisturbed one took."""
    chance = random.Random(4711)
    killed = number = 0
    while killed < moments:
        number += 1
        assert number <= 5 * moments, "builds end before they can be killed"
        home = tmp_path / f"killed-{number}"
        started = time.monotonic()
        running = process.start("build", *files, "--home", home, environment=ENVIRONMENT)
        try:
            running.wait(timeout=lasted * chance.uniform(0.1, 1.0))
            # How long a build takes depends on what else the machine does: measure again.
            lasted = time.monotonic() - started
        except subprocess.TimeoutExpired:
            killed += running.kill() == -signal.SIGKILL
        build(home, files)
        assert tables(home) == expected


@pytest.mark.verify
def test_two_homes_built_alike_are_equal_to_the_byte(tmp_path, samples, built_home, tables):
    build(tmp_path / "again", samples[:1])
    assert tables(built_home) == tables(tmp_path / "again")


@pytest.mark.verify
def test_twenty_killed_builds_end_like_an_undisturbed_one(tmp_path, samples, tables):
    started = time.monotonic()
    build(tmp_path / "undisturbed", samples)
    lasted = time.monotonic() - started
    expected = tables(tmp_path / "undisturbed")
    killed_builds(tmp_path, samples, expected, tables, lasted, moments=20)


KILLED_WHILE_TABLES_ARE_MADE = """
import os, sys
from pathlib import Path
from evidence_atlas.commands.home import open_home, prepare
found = open_home(Path(sys.argv[1]))
from django.db.migrations.recorder import MigrationRecorder
noted, seen = MigrationRecorder.record_applied, []
def note(self, *which):
    seen.append(which)
    if len(seen) == int(sys.argv[2]):
        os._exit(9)
    noted(self, *which)
MigrationRecorder.record_applied = note
prepare(found)
"""


@pytest.mark.parametrize("at", ["2", "999"])
def test_a_home_whose_tables_were_half_made_is_made_anew(tmp_path, at):
    """Killed at a migration's table, before the note that it stands; then run without a kill."""
    script, home = tmp_path / "killed.py", tmp_path / "home"
    script.write_text(KILLED_WHILE_TABLES_ARE_MADE, encoding="utf-8")
    first = process.script(script, home, at, environment=ENVIRONMENT)
    assert first.returncode == (9 if at == "2" else 0), first.stderr
    again = process.script(script, home, "999", environment=ENVIRONMENT)
    assert again.returncode == 0, again.stderr

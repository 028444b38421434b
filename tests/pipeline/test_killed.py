"""A build that is killed at any moment and run again ends as if nothing had happened."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

ENVIRONMENT = {**os.environ, "ATLAS_DATABASE_URL": ""}


def command(home, files):
    return [
        sys.executable, "-m", "evidence_atlas", "build", *map(str, files), "--home", str(home),
    ]  # fmt: skip


def build(home, files):
    done = subprocess.run(
        command(home, files), env=ENVIRONMENT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr


def killed_builds(tmp_path, files, tables, moments):
    started = time.monotonic()
    build(tmp_path / "undisturbed", files)
    lasted = time.monotonic() - started
    expected = tables(tmp_path / "undisturbed")
    chance = random.Random(4711)
    killed = number = 0
    while killed < moments:
        number += 1
        assert number <= 5 * moments, "builds end before they can be killed"
        home = tmp_path / f"killed-{number}"
        started = time.monotonic()
        process = subprocess.Popen(command(home, files), env=ENVIRONMENT, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=lasted * chance.uniform(0.3, 1.0))
            # How long a build takes depends on what else the machine does: measure again.
            lasted = time.monotonic() - started
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
        build(home, files)
        assert tables(home) == expected


def test_a_killed_build_ends_like_an_undisturbed_one(tmp_path, samples, tables):
    killed_builds(tmp_path, samples[:1], tables, moments=3)


@pytest.mark.verify
def test_twenty_killed_builds_end_like_an_undisturbed_one(tmp_path, samples, tables):
    killed_builds(tmp_path, samples, tables, moments=20)


def test_two_homes_built_alike_are_equal_to_the_byte(tmp_path, samples, tables):
    build(tmp_path / "one", samples[:1])
    build(tmp_path / "other", samples[:1])
    assert tables(tmp_path / "one") == tables(tmp_path / "other")


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
    script = [sys.executable, "-c", KILLED_WHILE_TABLES_ARE_MADE, str(tmp_path / "home")]
    first = subprocess.run([*script, at], env=ENVIRONMENT, capture_output=True, timeout=300)
    assert first.returncode == (9 if at == "2" else 0), first.stderr
    again = subprocess.run([*script, "999"], env=ENVIRONMENT, capture_output=True, timeout=300)
    assert again.returncode == 0, again.stderr

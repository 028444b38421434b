"""One run at a time in one home."""

import datetime as dt
import os
import subprocess
import sys

import pytest
from tests import process

from evidence_atlas.pipeline.lock import Locked, hold

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
HOLDER = """
import datetime as dt, pathlib, sys
from evidence_atlas.pipeline.lock import hold
NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
with hold(pathlib.Path(sys.argv[1]), "atlas build one.xml", NOON):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    held = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert held.stdout.readline() == "held\n"
    yield held
    held.kill()
    held.communicate()


def test_the_second_process_says_who_holds_the_lock_and_since_when(holder, tmp_path):
    with pytest.raises(Locked) as refused, hold(tmp_path, "atlas build", NOW):
        pass
    message = str(refused.value)
    assert f"process {holder.pid} on " in message
    assert "(`atlas build one.xml`) since 2026-03-01T12:00:00+00:00" in message


def test_a_killed_process_leaves_no_lock(holder, tmp_path):
    holder.kill()
    holder.wait()
    with hold(tmp_path, "atlas build", NOW):
        assert str(os.getpid()) in (tmp_path / "atlas.lock.holder").read_text()
    assert not (tmp_path / "atlas.lock.holder").exists()


def test_a_second_build_is_refused_with_a_clear_message(holder, tmp_path, samples):
    done = process.atlas("build", samples[0], "--home", tmp_path)
    assert done.returncode == 1
    assert f"is in use by process {holder.pid}" in done.stderr.decode()
    assert not (tmp_path / "atlas.sqlite3").exists()

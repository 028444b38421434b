"""The same tests, and the same build, on a real PostgreSQL."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests import process

TESTS = Path(__file__).parent.parent


def run(postgresql: str, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        env={**os.environ, "ATLAS_DATABASE_URL": postgresql, **more},
        cwd=TESTS.parent,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_the_tables_keep_their_promises_on_postgresql(postgresql, tmp_path):
    done = run(
        postgresql, "-m", "pytest", "-q", "tests/store/test_tables.py", ATLAS_HOME=str(tmp_path)
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_build_on_postgresql_equals_one_on_sqlite(
    postgresql, tmp_path, samples, built_home, tables
):
    settings = {"ATLAS_DATABASE_URL": postgresql}
    done = process.atlas("build", samples[0], "--home", tmp_path / "home", environment=settings)
    assert done.returncode == 0, done.stderr.decode()
    found = tables(tmp_path / "home", **settings)
    assert json.loads(found) == json.loads(tables(built_home))

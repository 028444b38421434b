"""The same tests, and the same build, on a real PostgreSQL."""

import json
import os
import subprocess
import sys
from pathlib import Path

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


def test_a_build_on_postgresql_equals_one_on_sqlite(postgresql, tmp_path, samples, tables):
    build = ["-m", "evidence_atlas", "build", str(samples[0]), "--home"]
    one = run(postgresql, *build, str(tmp_path / "postgresql"))
    assert one.returncode == 0, one.stderr
    other = run("", *build, str(tmp_path / "sqlite"))
    assert other.returncode == 0, other.stderr
    found = tables(tmp_path / "postgresql", ATLAS_DATABASE_URL=postgresql)
    assert json.loads(found) == json.loads(tables(tmp_path / "sqlite"))

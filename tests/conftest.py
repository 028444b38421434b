"""What several rooms' tests share."""

import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import settings

from evidence_atlas import conditions

# The same examples on every machine and day, however busy it is: what passes goes on passing.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

DUMP = Path(__file__).parent / "pipeline" / "dump.py"


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The sample library's files."""
    folder = resources.files(conditions) / "mecfs" / "samples"
    return sorted(Path(str(f)) for f in folder.iterdir() if f.name.endswith(".xml"))


@pytest.fixture(scope="session")
def tables():
    """Every table of a home as text, by natural key, without run log and times."""

    def dumped(home: Path, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, str(DUMP)],
            env={**os.environ, "ATLAS_HOME": str(home), **environment},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return dumped

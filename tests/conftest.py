"""What several rooms' tests share."""

import os
from importlib import resources
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from evidence_atlas import conditions

from . import process

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
def built_home(tmp_path_factory: pytest.TempPathFactory, samples: list[Path]) -> Path:
    """A home, built by `atlas build` from the first sample file, to be looked at or copied.

    Beside it, in `said`, is what the build said.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    home, said = folder / "built" / "home", folder / "built" / "said"
    with FileLock(folder / "built.lock"):
        if not said.exists():
            done = process.fresh(
                "build", samples[0], "--home", home, environment={"ATLAS_DATABASE_URL": ""}
            )
            assert done.returncode == 0, done.stderr.decode()
            said.write_bytes(done.stderr)
    return home


@pytest.fixture(scope="session")
def tables():
    """Every table of a home as text, by natural key, without run log and times."""

    def dumped(home: Path, **environment: str) -> str:
        done = process.script(DUMP, environment={"ATLAS_HOME": str(home), **environment})
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    return dumped

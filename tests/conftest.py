"""What several rooms' tests share."""

import os
from importlib import resources
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from evidence_atlas import conditions

from . import process

ONE_WORKER = {"tests/site/overviews/": "one atlas"} | dict.fromkeys(
    ("tests/checking/audit/test_contract.py", "tests/pipeline/test_killed.py",
     "tests/pipeline/test_lock.py", "tests/store/test_postgresql.py", "tests/test_cli.py",
     "tests/test_update.py"), "commands",
)  # fmt: skip
"""Files that one worker of several runs, for what costs most is made once: a server that forks
commands (process.py), and a whole atlas."""

# The same examples on every machine and day, however busy it is: what passes goes on passing.
# `make verify` asks for the thorough ones.
_STEADY = settings(deadline=None, derandomize=True, database=None)
settings.register_profile("steady", _STEADY, max_examples=40)
settings.register_profile("thorough", _STEADY, max_examples=200)
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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """As `--dist loadfile`, and files that share what is dear to make go to one worker."""
    if config.getvalue("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class Sharing(LoadFileScheduling):
        def _split_scope(self, nodeid):
            shared = (name for start, name in ONE_WORKER.items() if nodeid.startswith(start))
            return next(shared, super()._split_scope(nodeid))

    return Sharing(config, log)

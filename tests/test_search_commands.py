"""`atlas index`, `atlas mesh` and what `atlas doctor` says of the search index."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from evidence_atlas.publishing.search.index import FOLDER

from .sources.test_mesh import HEAD, record

pytestmark = pytest.mark.verify
ENVIRONMENT = {**os.environ, "ATLAS_DATABASE_URL": ""}


def atlas(home, *command):
    return subprocess.run(
        [sys.executable, "-m", "evidence_atlas", *map(str, command), "--home", str(home)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=300,
    )


def index_of(home):
    """What `atlas doctor` says of the search index, and the index's folder."""
    said = [x for x in atlas(home, "doctor").stdout.splitlines() if "search index" in x]
    folders = [p for p in (home / FOLDER).iterdir() if p.suffix == ""]
    return said[0], folders


@pytest.fixture(scope="module")
def home(tmp_path_factory, samples):
    """An atlas built by the command, as an operator would."""
    home = tmp_path_factory.mktemp("operator") / "home"
    done = atlas(home, "build", samples[0])
    assert done.returncode == 0, done.stderr
    return home


def test_a_build_makes_the_index_and_a_damaged_one_is_told_and_made_anew(home):
    said, (folder,) = index_of(home)
    assert said.startswith("ok ")
    victim = next(p for p in folder.iterdir() if p.suffix == ".store")
    victim.write_bytes(b"")
    said, _ = index_of(home)
    assert said.startswith("!! ") and "atlas index" in said
    assert atlas(home, "index").returncode == 0
    said, _ = index_of(home)
    assert said.startswith("ok ")


def test_a_librarian_s_file_is_taken_in_and_a_foreign_one_changes_nothing(home, tmp_path):
    file = tmp_path / "desc.xml"
    file.write_text(
        HEAD + "<DescriptorRecordSet>" + record(1, "Fatigue Syndrome, Chronic", "An Old Name")
        + record(2, "Never Used In Samples", "Zeppelin") + "</DescriptorRecordSet>"
    )  # fmt: skip
    done = atlas(home, "mesh", file)
    assert done.returncode == 0, done.stderr
    assert "2 headings" in done.stdout
    kept = (home / "mesh_terms.json").read_bytes()
    file.write_text("<html/>")
    refused = atlas(home, "mesh", file)
    assert refused.returncode == 1
    assert "nothing was changed" in refused.stderr
    assert (home / "mesh_terms.json").read_bytes() == kept


def test_a_killed_index_leaves_the_old_one_and_can_be_made_again(home):
    said, folders = index_of(home)
    assert said.startswith("ok ")
    chance = random.Random(11)
    started = time.monotonic()
    assert atlas(home, "index").returncode == 0
    lasted = time.monotonic() - started
    for _ in range(3):
        command = [sys.executable, "-m", "evidence_atlas", "index", "--home", str(home)]
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
        try:
            process.wait(timeout=lasted * chance.uniform(0.5, 0.95))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert index_of(home)[0].startswith("ok ")
    assert atlas(home, "index").returncode == 0
    assert index_of(home)[1] == folders

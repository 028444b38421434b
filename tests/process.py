"""`atlas` in a process of its own, without waiting for its imports each time.

A server (Python's own `forkserver`) imports everything once and is forked for each command. A
command has its own process, environment and standard streams, and runs, fails and is killed
as the one that an operator types. What a fresh interpreter does by itself (its start, another
seed of its hashes) is tested by starting one: `fresh`.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.imported"])


class Running:
    """A command that was started; its standard streams are files."""

    def __init__(
        self, run: Callable[..., Any], arguments: list[str], environment: Mapping[str, str],
        text: bytes = b"",
    ) -> None:  # fmt: skip
        folder = tempfile.mkdtemp(prefix="atlas-streams-")
        streams = [Path(folder, name) for name in ("in", "out", "error")]
        streams[0].write_bytes(text)
        self.arguments, self._streams = arguments, streams
        self._process = _SERVER.Process(
            target=_begin, args=(run, arguments, dict(environment), streams)
        )
        self._process.start()
        weakref.finalize(self, _end, self._process, folder)

    def poll(self) -> int | None:
        """The exit code of a command that has ended, a signal's number below 0."""
        return self._process.exitcode

    def kill(self) -> int:
        """SIGKILL, and the exit code: another one where the command had ended before."""
        self._process.kill()
        return self.wait(60)

    def wait(self, timeout: float) -> int:
        """The exit code. Raises subprocess.TimeoutExpired; the command then goes on."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired(self.arguments, timeout)
        return self._process.exitcode

    def result(self, timeout: float) -> subprocess.CompletedProcess[bytes]:
        """What it wrote and how it ended. It is killed where that takes too long."""
        try:
            code = self.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        _, out, error = (stream.read_bytes() for stream in self._streams)
        return subprocess.CompletedProcess(self.arguments, code, out, error)


def start(*arguments: object, environment: Mapping[str, str] | None = None) -> Running:
    """Start `atlas` with these arguments."""
    return Running(_atlas, list(map(str, arguments)), _environment(environment))


def atlas(
    *arguments: object,
    environment: Mapping[str, str] | None = None,
    text: bytes = b"",
    timeout: float = 300,
) -> subprocess.CompletedProcess[bytes]:
    """Run `atlas` with these arguments to its end."""
    running = Running(_atlas, list(map(str, arguments)), _environment(environment), text)
    return running.result(timeout)


def script(
    path: Path, *arguments: object, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a Python file to its end."""
    given = [str(path), *map(str, arguments)]
    return Running(_script, given, _environment(environment)).result(300)


def fresh(
    *arguments: object, environment: Mapping[str, str] | None = None, timeout: float = 300
) -> subprocess.CompletedProcess[bytes]:
    """Run `atlas` to its end in an interpreter that has imported nothing yet."""
    return subprocess.run(
        [sys.executable, "-m", "evidence_atlas", *map(str, arguments)],
        env=_environment(environment), capture_output=True, timeout=timeout,
    )  # fmt: skip


def _environment(given: Mapping[str, str] | None) -> dict[str, str]:
    return {**os.environ, **(given or {})}


def _begin(
    run: Callable[[list[str]], Any], arguments: list[str], environment: dict[str, str],
    streams: list[Path],
) -> None:  # fmt: skip
    """In the forked process: its own surroundings, then the command."""
    os.environ.clear()
    os.environ.update(environment)
    for number, (stream, how) in enumerate(
        zip(streams, (os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT), strict=True)
    ):
        opened = os.open(stream, how)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    run(arguments)


def _end(process: Any, folder: str) -> None:
    """Nobody holds the command any more: a test that failed leaves none behind."""
    if process.exitcode is None:
        process.kill()
        process.join()
    shutil.rmtree(folder, ignore_errors=True)


def _atlas(arguments: list[str]) -> None:
    from evidence_atlas.cli import main

    main(arguments, prog_name="atlas")


def _script(arguments: list[str]) -> None:
    sys.argv = arguments
    runpy.run_path(arguments[0], run_name="__main__")

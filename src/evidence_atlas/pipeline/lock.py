"""One run at a time in one home: the second process says who holds the lock."""

from __future__ import annotations

import datetime as dt
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


class Locked(Exception):
    """Another process is working in this home; the message says which, and since when."""


@contextmanager
def hold(home: Path, command: str, now: dt.datetime) -> Iterator[None]:
    """Hold the home's lock while the block runs. Raises Locked where another process has it.

    The lock is the operating system's, so a killed process leaves none behind. Who holds it
    is written beside it, for the message only.
    """
    home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(home / "atlas.lock", timeout=0)
    holder = home / "atlas.lock.holder"
    try:
        lock.acquire()
    except Timeout:
        raise Locked(f"{home} is in use by {_who(holder)}; try again when it has ended") from None
    try:
        about = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": now.isoformat(timespec="seconds"),
            "command": command,
        }
        draft = holder.with_suffix(".new")
        draft.write_text(json.dumps(about), encoding="utf-8")
        draft.replace(holder)
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _who(holder: Path) -> str:
    try:
        about = json.loads(holder.read_text(encoding="utf-8"))
        return (
            f"process {about['pid']} on {about['host']} "
            f"(`{about['command']}`) since {about['since']}"
        )
    except (OSError, ValueError, KeyError):
        return "another process that has just started"

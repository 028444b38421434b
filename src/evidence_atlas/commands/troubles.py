"""What the machine refuses, said in words: a full disk, a folder that cannot be written, a data
base that is damaged or does not answer, a run stopped by Ctrl-C."""

from __future__ import annotations

import errno
import os
import sys
from typing import Any

import click

_KEPT = "what was finished is kept; run the same command again and it goes on"
_FULL = f"the disk is full{{where}}. Make room: {_KEPT}."
_READ_ONLY = (
    "{what} cannot be written. Give the user who runs `atlas` the right to write there, or name "
    "another folder by --home or ATLAS_HOME."
)
_OF_THE_DISK = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.ENOTDIR: "{what} is not a folder. Name one by --home or ATLAS_HOME.",
    errno.EEXIST: "{what} is a file, not a folder. Name a folder by --home or ATLAS_HOME.",
}
_OF_THE_DATA_BASE = (
    ("disk is full", _FULL),
    ("disk I/O error", _FULL.replace("is full", "is full or failing")),
    ("readonly database", _READ_ONLY),
    ("unable to open database file", _READ_ONLY),
    (
        "database is locked",
        "another process is writing to the data base. Wait until it has ended, then try again.",
    ),
    (
        "not a database",
        "atlas.sqlite3 or private.sqlite3 is damaged or no data base of SQLite. Put the copy that "
        "you backed up in its place; `atlas doctor` says which one it is.",
    ),
    (
        "malformed",
        "atlas.sqlite3 or private.sqlite3 is damaged. Put the copy that you backed up in its "
        "place; `atlas doctor` says which one it is.",
    ),
    ("no such table", "this atlas has not been built yet, or only in part: run `atlas build`."),
    ("does not exist", "the data base or a table is not there yet: make it, then `atlas build`."),
    (
        "connection",
        "the data base does not answer. Is it running, and is ATLAS_DATABASE_URL right? ",
    ),
)


class Commands(click.Group):
    """The group of commands; what the machine refuses ends one with a message, not a traceback.

    With ATLAS_LOG_LEVEL=DEBUG the traceback is shown as well.
    """

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            click.echo(f"\nstopped: {_KEPT}", err=True)
            context.exit(130)
        except Exception as error:
            said = in_words(error)
            if said is None or os.environ.get("ATLAS_LOG_LEVEL") == "DEBUG":
                raise
            raise click.ClickException(said) from error


def in_words(error: Exception) -> str | None:
    """What happened and what to do; None where it is no trouble of the machine."""
    if isinstance(error, OSError):
        said = _OF_THE_DISK.get(error.errno or 0)
        what = str(error.filename or "the home folder")
        where = f" (writing {what})" if error.filename else ""
        return said.format(what=what, where=where) if said else None
    if "django.db" not in sys.modules:
        return None
    from django.conf import settings
    from django.db import DatabaseError

    if not isinstance(error, DatabaseError):
        return None
    home = str(settings.ATLAS.home)
    for sign, said in _OF_THE_DATA_BASE:
        if sign in str(error):
            first_line = str(error).strip().splitlines()[0]
            return said.format(what=home, where=f" (writing in {home})") + f" ({first_line})"
    return None

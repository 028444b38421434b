"""What the machine refuses, in words that say what to do."""

import errno

import click
import pytest
from click.testing import CliRunner
from django.db import DatabaseError, OperationalError

from evidence_atlas.commands.troubles import Commands, in_words


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/home/a.xml"), "Make room"),
        (PermissionError(errno.EACCES, "Permission denied", "/srv/a"), "/srv/a cannot be written"),
        (OSError(errno.EROFS, "Read-only file system", "/srv/a"), "name another folder"),
        (OperationalError("database or disk is full"), "Make room"),
        (OperationalError("attempt to write a readonly database"), "cannot be written"),
        (DatabaseError("file is not a database"), "backed up"),
        (DatabaseError("database disk image is malformed"), "backed up"),
        (OperationalError("connection to server at 'x' failed\nrefused"), "does not answer"),
    ],
)
def test_each_trouble_says_what_to_do(error, said):
    assert said in in_words(error)


def test_a_fault_of_the_program_is_no_trouble_of_the_machine():
    assert in_words(KeyError("x")) is None
    assert in_words(OSError(errno.EPIPE, "Broken pipe")) is None


def _run(raised):
    @click.group(cls=Commands)
    def main():
        pass

    @main.command()
    def fail():
        raise raised

    return CliRunner().invoke(main, ["fail"])


def test_ctrl_c_says_that_what_was_finished_is_kept():
    done = _run(KeyboardInterrupt())
    assert done.exit_code == 130
    assert "run the same command again" in done.output


def test_a_full_disk_ends_a_command_with_a_message():
    done = _run(OSError(errno.ENOSPC, "No space left on device", "a.xml"))
    assert done.exit_code == 1
    assert "Error: the disk is full (writing a.xml). Make room" in done.output


def test_a_fault_of_the_program_keeps_its_traceback():
    assert isinstance(_run(KeyError("x")).exception, KeyError)

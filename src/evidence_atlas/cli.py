"""`atlas`: the command line."""

from __future__ import annotations

from importlib import import_module
from typing import cast

import click

from . import __version__
from .commands.troubles import Commands

_COMMANDS = {
    "demo": "demo",
    "update": "update",
    "build": "build",
    "read": "read",
    "audit": "audit",
    "held": "held",
    "rule": "rule",
    "editor": "editor",
    "serve": "serve",
    "index": "search_index:make_index",
    "mesh": "search_index",
    "doctor": "doctor",
}
"""Each command and its module in `commands`, with its name there where that is another."""


class _Commands(Commands):
    """Imports the command that was typed and no other: an answer need not wait for all."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        found = import_module(f".commands.{module}", __package__)
        return cast(click.Command, getattr(found, name or cmd_name))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="atlas")
def main() -> None:
    """A living atlas of the research on an illness, where every sentence opens its source."""

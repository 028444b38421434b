"""`atlas`: the command line."""

from __future__ import annotations

import click

from . import __version__
from .commands.audit import audit
from .commands.build import build
from .commands.demo import demo
from .commands.doctor import doctor
from .commands.editor import editor
from .commands.held import held
from .commands.read import read
from .commands.rule import rule
from .commands.search_index import make_index, mesh
from .commands.serve import serve
from .commands.troubles import Commands
from .commands.update import update


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="atlas")
def main() -> None:
    """A living atlas of the research on an illness, where every sentence opens its source."""


for command in (
    demo,
    update,
    build,
    read,
    audit,
    held,
    rule,
    editor,
    serve,
    make_index,
    mesh,
    doctor,
):
    main.add_command(command)

"""`atlas serve`: the site of the current edition, and the server that `atlas demo` uses."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..site.configuration import Configuration
from .build import load_condition, same_illness
from .home import home_option, open_home, waiting_migrations

if TYPE_CHECKING:
    from ..publishing.listing import EditionInfo


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="0: any free port.")
@click.option("--address", help="The network address to listen on.")
@home_option
def serve(port: int | None, address: str | None, home: Path | None) -> None:
    """Serve the current edition until stopped."""
    found = open_home(home)
    check_servable(found)
    address = address or found.address
    port = found.port if port is None else port
    if not is_free(address, port):
        raise click.ClickException(f"port {port} on {address} is taken; choose another by --port")
    run_server(address, port or free_port(address))


def current_edition(found: Configuration) -> EditionInfo:
    """The edition in force. Raises click.ClickException where there is none, or where it is of
    another illness than the settings say."""
    from django.db import DatabaseError

    from ..publishing import catalogue

    if not found.database_url and not (found.home / "atlas.sqlite3").exists():
        edition = None
    else:
        try:
            edition = catalogue.current()
        except DatabaseError as error:
            if "no such table" not in str(error) and "does not exist" not in str(error):
                raise
            edition = None
    if edition is None:
        raise click.ClickException(
            f"there is no edition in {found.home} yet: run `atlas build` or `atlas demo`"
        )
    if waiting_migrations("default") or waiting_migrations("private"):
        raise click.ClickException(
            f"the atlas in {found.home} was made by an older edition of the program: run "
            "`atlas build` (no files are needed) or `atlas update` once"
        )
    same_illness(found, load_condition(found.condition))
    return edition


def check_servable(found: Configuration) -> None:
    """Refuse to serve nothing, or an edition that was built only to be measured."""
    edition = current_edition(found)
    if edition.measuring and not found.allow_measuring:
        raise click.ClickException(
            "this edition was built with --scope all, off-topic records included: it is for "
            "measuring, not for readers (ATLAS_ALLOW_MEASURING=1 serves it on your own machine)"
        )


def is_free(address: str, port: int) -> bool:
    """Whether a server could listen there now."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def free_port(address: str, start: int = 0) -> int:
    """The first free port from `start` on; with 0, any that the system gives."""
    if start == 0:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.bind((address, 0))
            return int(probe.getsockname()[1])
    for port in range(start, min(start + 200, 65536)):
        if is_free(address, port):
            return port
    raise click.ClickException(f"no free port from {start} on")


def run_server(address: str, port: int) -> None:
    """Serve until stopped: one process, a few threads, so that one slow reader holds nobody
    up."""
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "evidence_atlas.site.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_access=False,
        log_level="warning",  # type: ignore[arg-type]
        websockets=False,
    ).serve()

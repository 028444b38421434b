"""`atlas index` and `atlas mesh`: the search index, and the words that librarians give it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from .home import home_option, open_home


@click.command("index")
@home_option
def make_index(home: Path | None) -> None:
    """Make the search index of the current edition anew, whatever state it is in."""
    found = open_home(home)
    from ..pipeline.lock import Locked, hold
    from ..publishing.search import make

    if not found.home.is_dir():
        raise click.ClickException(f"there is no atlas in {found.home} yet: run `atlas build`")
    try:
        with hold(found.home, "atlas index", dt.datetime.now(dt.UTC)):
            folder = make.make_current(found.home)
    except Locked as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"the index could not be written: {error}") from error
    if folder is None:
        raise click.ClickException("there is no edition yet: run `atlas build`")
    click.echo(f"search index made: {folder}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@home_option
def mesh(file: Path, home: Path | None) -> None:
    """Take the entry terms of MeSH headings from FILE, NLM's descriptor file (desc2026.xml).

    They are used as synonyms from the next index on; this makes it at once.
    """
    from ..publishing.search import mesh_terms
    from ..sources.errors import SourceError
    from ..sources.mesh import entry_terms

    found = open_home(home)
    try:
        count = mesh_terms.keep_terms(found.home, entry_terms(file))
    except SourceError as error:
        raise click.ClickException(f"nothing was changed: {error}") from error
    except OSError as error:
        raise click.ClickException(f"the terms could not be written: {error}") from error
    click.echo(f"{count} headings with their entry terms kept in {found.home}")
    _index_again(found.home)


def _index_again(home: Path) -> None:
    from django.db import DatabaseError

    from ..pipeline.lock import Locked, hold
    from ..publishing.search import make

    try:
        with hold(home, "atlas mesh", dt.datetime.now(dt.UTC)):
            folder = make.make_current(home)
    except Locked as error:
        raise click.ClickException(f"{error}; then run `atlas index`") from error
    except DatabaseError:
        folder = None
    if folder is not None:
        click.echo(f"search index made: {folder}")

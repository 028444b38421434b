"""Opening an installation's home: settings, Django, data bases."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ..site import configuration
from ..site.configuration import Configuration

F = TypeVar("F", bound=Callable[..., Any])


def home_option(command: F) -> F:
    """`--home DIR`, the same for every command."""
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        help="The folder of the installation (else ATLAS_HOME, else ./atlas-data).",
    )(command)


def open_home(home: Path | None) -> Configuration:
    """Load the settings and set Django up. Raises click.ClickException in plain words."""
    try:
        found = configuration.load(home)
    except configuration.ConfigurationError as error:
        raise click.ClickException(str(error)) from error
    os.environ["ATLAS_HOME"] = str(found.home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "evidence_atlas.site.settings")
    import django

    django.setup()
    return found


def waiting_migrations(alias: str) -> int:
    """How many steps bring that data base to the present form; 0 where it has it."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[alias])
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def prepare(found: Configuration) -> None:
    """Make the home and bring its data bases to the present form; call it under the lock."""
    from django.core.management import call_command
    from django.db import connections, transaction

    found.home.mkdir(parents=True, exist_ok=True)
    configuration.secret_key(found)
    for alias in ("default", "private"):
        # A run killed between a table and the note that it is made would never start again: all
        # or nothing. SQLite wants its checks off before the transaction begins.
        with connections[alias].constraint_checks_disabled(), transaction.atomic(alias):
            call_command("migrate", database=alias, verbosity=0, interactive=False)
    private = found.home / "private.sqlite3"
    if private.exists():
        private.chmod(0o600)

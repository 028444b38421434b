"""`atlas build`: records from files, through all nine stages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..conditions import ConditionError, load
from ..records import Condition
from ..site.configuration import Configuration
from .home import home_option, open_home, prepare
from .language_model import chosen_model

if TYPE_CHECKING:
    from ..pipeline.context import Words


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--scope",
    type=click.Choice(["topic", "all"]),
    default="topic",
    help="all: keep records that are off topic too; for measuring, never for a public site.",
)
@click.option("--condition", help="The illness: a built-in name or a folder.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes for the pure stages.")
@home_option
def build(
    files: tuple[Path, ...],
    scope: str,
    condition: str | None,
    workers: int | None,
    home: Path | None,
) -> None:
    """Take FILES in and bring the atlas up to date.

    PubMed XML, MEDLINE text, JSON lines, and open full texts in JATS XML; gzip too.
    """
    found = open_home(home)
    run_build(
        found,
        list(files),
        command="atlas build " + " ".join(str(f) for f in files),
        condition=load_condition(condition or found.condition),
        workers=workers or found.workers,
        keep_off_topic=scope == "all",
        language_model=chosen_model(found),
    )


def load_condition(name: str) -> Condition:
    """The illness by name or folder, or a message that says what is wrong with it."""
    try:
        return load(name)
    except ConditionError as error:
        raise click.ClickException(str(error)) from error


def run_build(
    found: Configuration,
    files: list[Path],
    *,
    command: str,
    condition: Condition,
    workers: int,
    keep_off_topic: bool = False,
    quiet: bool = False,
    gather: Callable[[], Sequence[Path]] | None = None,
    language_model: Words | None = None,
) -> None:
    """Build and say how it went; exits with 1 where a file could not be read."""
    from ..pipeline.build import build as run
    from ..pipeline.lock import Locked
    from ..pipeline.progress import Reporter

    reporter = Reporter(quiet=quiet)
    try:
        outcome = run(
            found.home,
            files,
            condition=condition,
            now=dt.datetime.now(dt.UTC),
            command=command,
            reporter=reporter,
            workers=workers,
            keep_off_topic=keep_off_topic,
            keep_editions=found.keep_editions,
            before=lambda: prepare(found),
            gather=gather,
            language_model=language_model,
        )
    except Locked as error:
        raise click.ClickException(str(error)) from error
    reporter.line(f"edition {outcome.edition.digest[:12]}: {outcome.edition.studies} studies")
    if outcome.errors:
        reporter.line(f"{outcome.errors} problems; the run log has them all")
    if outcome.refused:
        raise click.ClickException(f"{len(outcome.refused)} of {len(files)} files not read")

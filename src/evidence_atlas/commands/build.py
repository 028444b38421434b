"""`atlas build`: records from files, through all nine stages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..conditions import ConditionError, load
from ..records import Condition
from ..site import configuration
from ..site.configuration import Configuration
from .home import home_option, open_home, prepare
from .language_model import chosen_model

if TYPE_CHECKING:
    from ..pipeline.build import Outcome
    from ..pipeline.context import Words


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
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
    """Take FILES in and bring the atlas up to date; without FILES, only the latter.

    PubMed XML, MEDLINE text, JSON lines, and open full texts in JATS XML; gzip too.
    """
    found = open_home(home)
    if not files and not found.database_url and not (found.home / "atlas.sqlite3").exists():
        raise click.UsageError(f"there is no atlas in {found.home} yet: name FILES to build it of")
    illness = load_condition(condition or found.condition)
    if illness.key != load_condition(found.condition).key:
        click.echo(
            f"note: `atlas serve` and `atlas rule` go by the settings: put "
            f'condition = "{Path(condition or "").absolute()}" into '
            f"{found.home / configuration.FILE}",
            err=True,
        )
    run_build(
        found,
        list(files),
        command="atlas build " + " ".join(str(f) for f in files),
        condition=illness,
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


def same_illness(found: Configuration, condition: Condition) -> None:
    """Refuse to work on an atlas of one illness with the files of another.

    Every study would be read again as if it were about the other, and left out as off topic.
    Call it when the data base is in its present form.
    """
    from ..store.models import CurrentEdition

    held = CurrentEdition.objects.values_list("edition__condition", flat=True).first()
    if held is not None and held != condition.key:
        raise click.ClickException(
            f"the atlas in {found.home} is of the illness {held!r}, not {condition.key!r}. To work "
            f'on it, put condition = "NAME or FOLDER" of {held!r} into '
            f"{found.home / configuration.FILE} (or set ATLAS_CONDITION); for another illness, "
            "name another --home"
        )


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
    taken_in: Callable[[], None] | None = None,
    language_model: Words | None = None,
) -> None:
    """Build and say how it went; exits with 1 where anything could not be read or made.

    `taken_in` is called when every file was read, single records apart: one bad record must not
    keep an update from being the last one.
    """
    from ..pipeline.build import build as run
    from ..pipeline.lock import Locked
    from ..pipeline.progress import Reporter

    reporter = Reporter(quiet=quiet)

    def before() -> None:
        prepare(found)
        same_illness(found, condition)

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
            before=before,
            gather=gather,
            language_model=language_model,
        )
    except Locked as error:
        raise click.ClickException(str(error)) from error
    reporter.line(f"edition {outcome.edition.digest[:12]}: {outcome.edition.studies} studies")
    if taken_in is not None and not outcome.refused:
        taken_in()
    _tell_of_problems(outcome)


def _tell_of_problems(outcome: Outcome) -> None:
    """Ends the command with 1 where anything could not be read or made."""
    refused = len(outcome.refused)
    single = outcome.errors - refused
    parts = []
    if refused:
        parts.append(f"{refused} of {outcome.files} files not read (nothing of them was taken in)")
    if single:
        parts.append(f"{single} records not taken in or not made anew (all others were)")
    if parts:
        raise click.ClickException(f"{'; '.join(parts)}; `atlas doctor` lists them again")

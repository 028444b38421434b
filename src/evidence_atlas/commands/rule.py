"""`atlas rule`: record an editor's decision, then bring the atlas up to date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from .build import load_condition, same_illness
from .home import home_option, open_home, prepare
from .language_model import chosen_model

_ACTIONS = ["hold", "release", "review", "merge", "unmerge"]


@click.command()
@click.argument("action", type=click.Choice(_ACTIONS))
@click.argument("study")
@click.argument("other", required=False)
@click.option("--reason", required=True, help="Why; shown in the page's history.")
@click.option("--role", default="editor", show_default=True, help="Who decides, as shown.")
@home_option
def rule(
    action: str, study: str, other: str | None, reason: str, role: str, home: Path | None
) -> None:
    """Hold, release or mark as reviewed the page of STUDY; merge OTHER into it; or take
    OTHER out again. Studies are named by key, address or PMID."""
    if (other is None) == (action in {"merge", "unmerge"}):
        raise click.UsageError(
            f"{action} needs two studies" if other is None else f"{action} takes one study"
        )
    found = open_home(home)
    from ..pipeline.build import build
    from ..pipeline.lock import Locked
    from ..pipeline.progress import Reporter
    from ..publishing import catalogue, rulings

    now = dt.datetime.now(dt.UTC)
    reporter = Reporter()
    database = found.home / "atlas.sqlite3"
    if not found.database_url and not database.exists():
        raise click.ClickException(f"there is no atlas in {found.home}")

    def decide() -> None:
        rulings.record(action, study, reason=reason, role=role, now=now, other=other)
        reporter.line(f"{action}: {study}{' ' + other if other else ''}: recorded")

    illness = load_condition(found.condition)
    try:
        prepare(found)
        same_illness(found, illness)
        edition = catalogue.current()
        build(
            found.home,
            [],
            condition=illness,
            now=now,
            command=f"atlas rule {action} {study}",
            reporter=reporter,
            workers=1,
            keep_off_topic=bool(edition and edition.measuring),
            keep_editions=found.keep_editions,
            before=decide,
            # A ruling asks a language model nothing; its earlier answers stand.
            language_model=chosen_model(found, ask=False),
        )
    except (Locked, rulings.RulingError) as error:
        raise click.ClickException(str(error)) from error

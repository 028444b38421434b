"""`atlas update`: what is new or changed in PubMed, through all nine stages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from .build import load_condition, run_build
from .home import home_option, open_home
from .language_model import chosen_model


@click.command()
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Ask for what was entered or changed from this day on (else: since the last update).",
)
@click.option("--workers", type=click.IntRange(1, 64), help="Processes for the pure stages.")
@home_option
def update(since: dt.datetime | None, workers: int | None, home: Path | None) -> None:
    """Fetch from PubMed what is new or changed, and bring the atlas up to date.

    The first update fetches every record of the illness. One that was stopped goes on where
    it stopped.
    """
    from ..pipeline.progress import Reporter
    from ..pipeline.update import Update
    from ..sources.pubmed import Client, PubMedError

    found = open_home(home)
    condition = load_condition(found.condition)
    try:
        with Client(
            email=found.contact, api_key=found.ncbi_api_key or None, base_url=found.eutils_url
        ) as client:
            fresh = Update(found.home, client, condition, dt.date.today(), Reporter())
            run_build(
                found,
                [],
                command="atlas update",
                condition=condition,
                workers=workers or found.workers,
                language_model=chosen_model(found),
                gather=lambda: fresh.gather(since.date() if since else None),
                taken_in=fresh.finish,
            )
    except PubMedError as error:
        raise click.ClickException(str(error)) from error
    if fresh.missing:
        raise click.ClickException(f"{len(fresh.missing)} records were listed and did not come")

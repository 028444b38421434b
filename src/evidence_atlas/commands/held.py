"""`atlas held`: the pages that wait for an editor, each with what the gate has against it."""

from __future__ import annotations

from pathlib import Path

import click

from ..records import PublishedStudy
from .home import home_option, open_home
from .serve import current_edition


@click.command()
@click.option("--warnings", is_flag=True, help="Also the pages that are published with a warning.")
@home_option
def held(warnings: bool, home: Path | None) -> None:
    """List the pages that are held back: the address, the title, then each flag with its why."""
    found = open_home(home)
    current_edition(found)
    from ..publishing import catalogue
    from ..store.models import CurrentEdition

    entries = CurrentEdition.objects.get().edition.entries.order_by("-status", "by_newest")
    held_ones = entries.filter(status="held")
    looked_at = entries.exclude(status="held") if warnings else entries.none()
    for slug in [*held_ones.values_list("slug", flat=True)]:
        _tell(catalogue.study(slug))
    warned = 0
    for slug in looked_at.values_list("slug", flat=True).iterator(chunk_size=500):
        study = catalogue.study(slug)
        if isinstance(study, PublishedStudy) and study.flags:
            _tell(study)
            warned += 1
    said = f"{held_ones.count()} held"
    click.echo(f"{said}, {warned} published with a warning" if warnings else said)


def _tell(study: object) -> None:
    if not isinstance(study, PublishedStudy):
        return
    click.echo(f"{study.slug}  PMID {study.record.pmid or 'none'}  {study.record.title}")
    if study.held_because:
        click.echo(f"    {study.held_because}")
    for flag in study.flags:
        sentence = f" (sentence {flag.statement})" if flag.statement else ""
        click.echo(f"    {flag.severity} {flag.code}: {flag.detail}{sentence}")

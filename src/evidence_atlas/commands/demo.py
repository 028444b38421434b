"""`atlas demo`: build the sample atlas and serve it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..conditions import ConditionError, illness_folder
from .build import load_condition, run_build
from .check import check_site
from .home import home_option, open_home
from .serve import check_servable, free_port, run_server


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--check", is_flag=True, help="Fetch every page type and exit: 0 if all answer.")
@home_option
def demo(port: int, check: bool, home: Path | None) -> None:
    """Build the sample atlas and serve it until stopped. A taken port: the next free one."""
    found = open_home(home)
    samples = sample_files(found.condition)
    run_build(
        found,
        samples,
        command="atlas demo",
        condition=load_condition(found.condition),
        workers=found.workers,
    )
    check_servable(found)
    if check:
        sys.exit(0 if check_site(found.home) else 1)
    address = found.address
    port = free_port(address, port)
    click.echo(f"\nEvidence Atlas: http://{address}:{port}/   (Ctrl-C stops it)")
    run_server(address, port)


def sample_files(condition: str) -> list[Path]:
    """The sample records of an illness, by its built-in name or its folder."""
    try:
        folder = illness_folder(condition) / "samples"
    except ConditionError as error:
        raise click.ClickException(str(error)) from error
    files = folder.iterdir() if folder.is_dir() else ()
    found = sorted(Path(str(f)) for f in files if f.name.endswith(".xml"))
    if not found:
        raise click.ClickException(f"{folder} holds no sample records (*.xml)")
    return found

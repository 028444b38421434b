"""`atlas demo`: build the sample atlas and serve it."""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path

import click

from .. import conditions
from ..site.configuration import DEFAULT_CONDITION
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
    samples = sample_files(DEFAULT_CONDITION)
    run_build(
        found,
        samples,
        command="atlas demo",
        condition=load_condition(DEFAULT_CONDITION),
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
    """The sample records of a built-in illness, by name."""
    folder = resources.files(conditions) / condition / "samples"
    found = sorted(Path(str(f)) for f in folder.iterdir() if f.name.endswith(".xml"))
    if not found:
        raise click.ClickException("this installation holds no sample records")
    return found

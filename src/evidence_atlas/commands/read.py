"""`atlas read`: records from files to standard output, without a data base."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..records import Problem, Record, to_json
from ..site import configuration
from .build import load_condition


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, required=True, help="One JSON object a line.")
@click.option("--condition", help="The illness: a built-in name or a folder.")
def read(files: tuple[Path, ...], as_json: bool, condition: str | None) -> None:
    """Read, grade, write and check every record of FILES by itself.

    Open full texts (JATS XML) among FILES are read together with the record of the same
    paper, where one of the files has it.
    """
    from ..pipeline.alone import read_alone
    from ..pipeline.full_texts import FullTexts
    from ..pipeline.rooms import components
    from ..sources import SourceError

    illness = load_condition(condition or configuration.load().condition)
    rooms = components()
    refused = failed = 0
    full_texts = FullTexts.of(files, rooms.read_file)
    for file in files:
        try:
            for item in rooms.read_file(file):
                if isinstance(item, Problem):
                    failed += 1
                    click.echo(f"! {item}", err=True)
                elif isinstance(item, Record):
                    if item.source == "jats" and not full_texts.stands_alone(item):
                        continue
                    try:
                        item = full_texts.joined(item)
                        line = to_json(read_alone(item, rooms, illness))
                    except Exception as error:  # one record's trouble must not stop the others
                        failed += 1
                        click.echo(f"! {item.key}: {type(error).__name__}: {error}", err=True)
                        continue
                    sys.stdout.buffer.write(line + b"\n")
        except SourceError as error:
            refused += 1
            click.echo(f"not read: {file}: {error}", err=True)
        except BrokenPipeError:
            # Whoever was reading has seen enough.
            sys.stderr.close()
            return
    if refused or failed:
        raise click.ClickException(f"{refused} files and {failed} records not read")

"""`atlas audit`: somebody else's summary, held against the abstract it is of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..records import Problem, PublishedStudy, Record, to_json
from ..site import configuration
from .build import load_condition
from .home import home_option, open_home

if TYPE_CHECKING:
    from ..checking.audit import Audit

_RECORD_FILES = (".xml", ".gz", ".nbib", ".jsonl", ".medline")
_MARKS = {"supported": "✓", "unsupported": "?", "contradicted": "✗"}


@click.command()
@click.option(
    "--abstract",
    "abstract_file",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The abstract: plain text (- for standard input), or a file that holds one record.",
)
@click.option("--pmid", help="The abstract of this PMID, from the atlas's store.")
@click.option(
    "--text",
    "text_file",
    type=click.Path(path_type=Path, allow_dash=True),
    default="-",
    show_default=True,
    help="The summary, with its labels if it has any (- for standard input).",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for machines.")
@click.option("--condition", help="The illness: a built-in name or a folder.")
@home_option
def audit(
    abstract_file: Path | None,
    pmid: str | None,
    text_file: Path,
    as_json: bool,
    condition: str | None,
    home: Path | None,
) -> None:
    """Check somebody else's summary against an abstract, sentence by sentence.

    Each sentence is supported, unsupported or contradicted, with the words that decide. Then
    come what the summary leaves out that changes the reading, and labels that do not fit.
    """
    if (abstract_file is None) == (pmid is None):
        raise click.UsageError("give either --abstract FILE or --pmid PMID")
    if str(abstract_file) == "-" == str(text_file):
        raise click.UsageError("the abstract and the summary cannot both be standard input")
    from ..pipeline.auditing import audit_summary

    name = condition or configuration.load(home).condition
    record = _stored(pmid, home) if pmid is not None else _given(abstract_file or Path("-"))
    found = audit_summary(_text(text_file), record, load_condition(name))
    if as_json:
        sys.stdout.buffer.write(to_json(found) + b"\n")
    else:
        click.echo(in_words(found))


def in_words(found: Audit) -> str:
    """An audit for people: a mark, the sentence, why, and the words that decide."""
    lines = []
    for judged in found.sentences:
        lines.append(f"{_MARKS[judged.verdict]} {judged.text}")
        if judged.verdict != "supported":
            lines.append(f"    {judged.verdict}: {judged.because}")
        if judged.quote is not None:
            lines.append(f"    {judged.quote.field}: “{_short(judged.quote.text)}”")
    if found.omissions:
        lines += ["", "Left out:"]
        for omission in found.omissions:
            lines.append(f"- {omission.kind.replace('_', ' ')}: {omission.detail}")
            if omission.quote is not None:
                lines.append(f"    {omission.quote.field}: “{_short(omission.quote.text)}”")
    if found.badges:
        lines += ["", "Labels:", *(f"- {b.detail}" for b in found.badges)]
    counts = [sum(j.verdict == v for j in found.sentences) for v in _MARKS]
    lines += [
        "",
        f"{counts[0]} supported, {counts[1]} unsupported, {counts[2]} contradicted; "
        f"{len(found.omissions)} left out; {len(found.badges)} labels that do not fit. "
        "Unsupported is not untrue: the rules found no place that says it.",
    ]
    return "\n".join(lines)


def _short(words: str) -> str:
    """At most 25 words of a quote."""
    found = words.split()
    return " ".join(found[:25]) + (" …" if len(found) > 25 else "")


def _text(file: Path) -> str:
    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}: not text in UTF-8 ({error.reason})") from error


def _given(file: Path) -> Record:
    """The record of a file, or an abstract in plain text."""
    from ..pipeline.auditing import plain_abstract
    from ..sources import SourceError, read_file

    if file.suffix.lower() not in _RECORD_FILES:
        return plain_abstract(_text(file))
    try:
        items = list(read_file(file))
    except (SourceError, OSError) as error:
        raise click.ClickException(f"{file}: {error}") from error
    records = [item for item in items if isinstance(item, Record)]
    if len(records) != 1:
        trouble = next((str(i) for i in items if isinstance(i, Problem)), "")
        raise click.ClickException(
            f"{file}: one record is needed, {len(records)} found. {trouble}".strip()
        )
    return records[0]


def _stored(pmid: str, home: Path | None) -> Record:
    found = open_home(home)
    if not found.database_url and not (found.home / "atlas.sqlite3").exists():
        raise click.ClickException(f"there is no atlas in {found.home}")
    from ..publishing import catalogue

    slug = catalogue.by_pmid(pmid.strip())
    study = catalogue.study(slug) if slug is not None else None
    if not isinstance(study, PublishedStudy):
        raise click.ClickException(f"this atlas has no study with the PMID {pmid}")
    return study.record

"""`atlas doctor`: is this installation sound?"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from .. import __version__
from ..records import Condition
from ..site.configuration import Configuration
from .build import same_illness
from .home import home_option, open_home, waiting_migrations
from .language_model import chosen_model

Finding = tuple[bool, str]


@click.command()
@home_option
def doctor(home: Path | None) -> None:
    """Check the installation and say what is wrong; exits with 1 where something is."""
    found = open_home(home)
    sound = True
    for good, text in (*_programs(), *_home(found), *_language_model(found), *_data(found)):
        click.echo(f"{'ok ' if good else '!! '} {text}")
        sound = sound and good
    sys.exit(0 if sound else 1)


def _programs() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield sys.version_info >= (3, 11), f"Python {version}; 3.11 or newer is needed"
    yield True, f"Evidence Atlas {__version__}"
    least = (3, 35, 0)
    yield sqlite3.sqlite_version_info >= least, f"SQLite {sqlite3.sqlite_version}"


def _home(found: Configuration) -> Iterator[Finding]:
    folder = found.home
    there = folder.is_dir()
    yield there, f"home {folder}" + ("" if there else ": not there yet; run `atlas build`")
    if not there:
        return
    yield os.access(folder, os.W_OK), f"home can be written to: {folder}"
    key = found.secret_key_file
    if key.exists():
        private = key.stat().st_mode & 0o077 == 0
        yield (
            private,
            "secret key is readable by its owner only"
            if private
            else (f"{key} can be read by others: chmod 600 {key}"),
        )


def _language_model(found: Configuration) -> Iterator[Finding]:
    """Whether a language model, where one is switched on, is set up; nothing is asked."""
    try:
        model = chosen_model(found)
    except click.ClickException as error:
        yield False, error.message
        return
    yield True, f"language model: {found.language_model if model else 'none'}"


def _guides(name: str, condition: Condition) -> Iterator[Finding]:
    """Whether the guides of the illness keep to the gate's rules of wording."""
    from ..checking.gate import held
    from ..checking.texts import check_texts
    from ..conditions import filled, load_guides

    for guide in load_guides(name).guides:
        told = [filled(t.text, condition) for s in guide.section for t in s.told]
        flags = check_texts([guide.title, guide.summary, *told], condition)
        for flag in flags:
            yield False, f"guide {guide.key}: {flag.code}: {flag.detail}"
        if not held(flags):
            yield True, f"guide {guide.key}: {len(told)} sentences"


def _data(found: Configuration) -> Iterator[Finding]:
    from django.db import DatabaseError, connections

    from ..conditions import ConditionError, load
    from ..pipeline.build import problems
    from ..publishing import catalogue
    from ..store.models import Run

    try:
        condition = load(found.condition)
        yield True, f"illness: {condition.name}"
        yield from _guides(found.condition, condition)
    except ConditionError as error:
        condition = None
        yield False, f"illness: {error}"
    if not found.home.is_dir() and not found.database_url:
        return
    current = True
    for alias in ("default", "private"):
        try:
            waiting = waiting_migrations(alias)
        except DatabaseError as error:
            yield False, f"data base {alias}: {error}"
            current = False
            continue
        current = current and not waiting
        yield (
            not waiting,
            f"data base {alias}: {connections[alias].vendor}"
            + (f", {waiting} changes of form to make: run `atlas build`" if waiting else ""),
        )
    if not current:
        return
    edition = catalogue.current()
    if edition is None:
        yield False, "no edition yet: run `atlas build`"
        return
    yield True, f"edition {edition.digest[:12]} of {edition.made[:16]}: {edition.studies} studies"
    if condition is not None:
        try:
            same_illness(found, condition)
        except click.ClickException as error:
            yield False, error.message
    yield _search(found, edition.digest)
    last = Run.objects.order_by("-id").first()
    if last is not None:
        good = last.state == Run.State.DONE
        yield good, f"last run: `{last.command}`: {last.state}, {last.errors.count()} problems"
        for line in problems(last, most=100):
            yield False, f"  {line}"


def _search(found: Configuration, edition: str) -> Finding:
    """Whether the edition's search index is there and whole, every byte of it read."""
    from ..publishing.search.index import IndexProblem, check

    try:
        manifest = check(found.home, edition)
    except IndexProblem as error:
        return False, f"{error}: run `atlas index` (until then the site lists without searching)"
    return True, f"search index of {manifest.studies} studies, {len(manifest.headings)} MeSH terms"

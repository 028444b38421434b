"""`atlas editor`: who may sign in at /admin/ and read what readers wrote."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from .home import home_option, open_home, prepare


@click.command()
@click.argument("name")
@click.option("--remove", is_flag=True, help="NAME may no longer sign in.")
@home_option
def editor(name: str, remove: bool, home: Path | None) -> None:
    """Let NAME sign in at /admin/: asks for a password, a new one where NAME has one already."""
    found = open_home(home)
    from ..pipeline.lock import Locked, hold

    try:
        with hold(found.home, "atlas editor", dt.datetime.now(dt.UTC)):
            prepare(found)
    except Locked as error:
        raise click.ClickException(str(error)) from error
    from django.contrib.auth.models import User
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    account = User.objects.filter(username=name).first()
    if remove:
        if account is None:
            raise click.ClickException(f"there is no editor {name!r}")
        account.delete()
        click.echo(f"{name} can no longer sign in")
        return
    account = account or User(username=name)
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        account.full_clean(exclude={"password"})
        validate_password(password, account)
    except ValidationError as error:
        raise click.ClickException(" ".join(error.messages)) from error
    account.is_staff = account.is_superuser = True
    account.set_password(password)
    account.save()
    click.echo(f"{name} can sign in at /admin/")

"""Write the docs pages that are made from the code: run it after a change of settings, commands or
addresses."""

from __future__ import annotations

import json
import os
import re
from dataclasses import fields
from pathlib import Path

import click

from evidence_atlas.cli import main
from evidence_atlas.publishing.contract import schema
from evidence_atlas.site.configuration import FILE, PREFIX, Configuration

DOCS = Path(__file__).parent.parent / "docs"


def settings_page() -> str:
    """docs/settings.md: every setting with its meaning and default."""
    lines = [
        "# Settings",
        "",
        "Made from `site/configuration.py` by `scripts/generate_docs.py`; do not edit.",
        "",
        f"A setting is an environment variable, or the name in small letters in `{FILE}` in the",
        "home folder. The environment comes first.",
        "",
        "| environment variable | default | meaning |",
        "|---|---|---|",
    ]
    for field in fields(Configuration):
        default = field.default
        shown = "" if default in ("", ()) else f"`{default}`"
        meaning = str(field.metadata["meaning"]).replace("|", "\\|")
        lines.append(f"| `{PREFIX}{field.name.upper()}` | {shown} | {meaning} |")
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """docs/commands.md: every command of `atlas` with its arguments and options."""
    lines = [
        "# Commands",
        "",
        "Made from the program by `scripts/generate_docs.py`; do not edit. `atlas COMMAND --help`",
        "says the same. A command ends with 0 where all went well, 1 where something did not (said",
        "on standard error), 2 where it was asked wrongly, 130 where it was stopped by Ctrl-C.",
    ]
    program = click.Context(main)
    for name in sorted(main.list_commands(program)):
        command = main.get_command(program, name)
        assert command is not None
        context = click.Context(command, info_name=f"atlas {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        told = (command.help or "").strip().split("\n\n")
        lines += ["", f"## `atlas {name} {usage}`", ""]
        lines += ["\n\n".join(" ".join(part.split()) for part in told), ""]
        lines += ["| option | default | meaning |", "|---|---|---|"]
        for option in command.params:
            if isinstance(option, click.Option):
                shown = option.default if option.show_default else None
                spelt = ", ".join(option.opts)
                meaning = (option.help or "").replace("|", "\\|")
                lines.append(f"| `{spelt}` | {'' if shown is None else f'`{shown}`'} | {meaning} |")
    return "\n".join(lines) + "\n"


def addresses_page() -> str:
    """docs/addresses.md: every address of the site."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "evidence_atlas.site.settings")
    import django

    django.setup()
    from evidence_atlas.site.urls import urlpatterns

    lines = [
        "# Addresses of the site",
        "",
        "Made from `site/urls.py` by `scripts/generate_docs.py`; do not edit. Addresses of studies",
        "never change and are never given to another study; a merged one leads to where its study",
        "stands now.",
        "",
        "| address | what stands there |",
        "|---|---|",
    ]
    for pattern in urlpatterns:
        view = getattr(pattern, "callback", None)
        moved = getattr(view, "view_class", None)
        told = (
            "leads on to the page's own address" if moved else (view.__doc__ or "" if view else "")
        )
        if view is None:
            told = "for editors who have an account (`atlas editor`)"
        words = " ".join(told.strip().split("\n\n")[0].split()).replace("|", "\\|")
        lines.append(f"| `{_readable(str(pattern.pattern))}` | {words} |")
    return "\n".join(lines) + "\n"


def _readable(pattern: str) -> str:
    """An address as people write it: `/evidence/SLUG/quick or deep`."""
    named = re.sub(r"<slug:(\w+)>", lambda m: m[1].upper(), pattern)
    for choice in re.findall(r"\(\?P<\w+>((?:\w+\|)+\w+)\)", named):
        named = re.sub(rf"\(\?P<\w+>{re.escape(choice)}\)", f"({choice})", named)
    named = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", lambda m: m[1].upper(), named)
    named = named.replace("(?:/standard)?/?", "/standard").replace("\\.", ".")
    return "/" + named.strip("^$").replace("|", "\\|")


def schema_page() -> str:
    """docs/atlas-read.schema.json: the contract of `atlas read --json`."""
    return json.dumps(schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (DOCS / "atlas-read.schema.json").write_text(schema_page(), encoding="utf-8")
    (DOCS / "commands.md").write_text(commands_page(), encoding="utf-8")
    (DOCS / "addresses.md").write_text(addresses_page(), encoding="utf-8")
    (DOCS / "settings.md").write_text(settings_page(), encoding="utf-8")

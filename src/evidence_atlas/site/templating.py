"""The Jinja2 environment of the public pages.

Autoescape is always on. Interface words go through gettext; words that come out of the
engine as values are translated by the `translated` filter, which never interprets `%`.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from evidence_atlas import __version__

from . import citing, timing

_HERE = resources.files("evidence_atlas.site")


def environment(**options: Any) -> Environment:
    """The environment that Django's Jinja2 backend uses."""
    options.update(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made = Environment(**options)
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    made.globals.update(url=reverse, asset=asset, static=static, software_version=__version__)
    made.filters.update(
        translated=translation.gettext,
        reading_time=timing.reading_time,
        author_list=citing.author_list,
        author_name=citing.author_name,
        journal_name=citing.journal_name,
        heading=citing.heading,
        breakable=breakable,
    )
    return made


def breakable(text: str) -> Markup:
    """Text that a narrow screen may break after a slash, so that no word is cut in two."""
    return Markup("/<wbr>").join(text.split("/"))


def asset(name: str) -> str:
    """The address of a static file; its content's hash makes old copies harmless."""
    return f"{static(name)}?v={_file_hash(name)}"


@cache
def _file_hash(name: str) -> str:
    return hashlib.sha256(_HERE.joinpath("static", name).read_bytes()).hexdigest()[:10]


@cache
def template_version() -> str:
    """A hash of everything but the study that shapes a page: templates, look, words, code."""
    h = hashlib.sha256(__version__.encode())
    for part in _files(_HERE):
        h.update(part.name.encode())
        h.update(part.read_bytes())
    return h.hexdigest()[:12]


def _files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for part in sorted(folder.iterdir(), key=lambda p: p.name):
        if part.is_dir():
            found += _files(part)
        elif part.name.endswith((".html", ".css", ".po", ".py", ".woff2", ".js")):
            found.append(part)
    return found

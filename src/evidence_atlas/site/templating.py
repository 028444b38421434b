"""The Jinja2 environment of the public pages.

Autoescape is always on. Interface words go through gettext; words that come out of the
engine as values are translated by the `translated` filter, which never interprets `%`.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from evidence_atlas import __version__

from . import citing, places, timing
from .map_picture import letter, row_id
from .qr import qr

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

    @lru_cache(maxsize=4096)
    def badge_marks(badges: tuple[object, ...]) -> Markup:
        """The badges of a study in a list; many studies have the same."""
        return Markup(made.get_template("_parts.html").module.marks(badges))  # type: ignore[attr-defined]

    made.globals.update(
        url=reverse, asset=asset, font=font(), software_version=__version__,
        qr=qr, main_places=places.main_places, other_places=places.other_places,
        badge_marks=badge_marks, study_at=study_at, row_id=row_id,
    )  # fmt: skip
    made.filters.update(
        translated=translation.gettext,
        reading_time=timing.reading_time,
        guide_time=timing.guide_time,
        author_list=citing.author_list,
        author_name=citing.author_name,
        journal_name=citing.journal_name,
        heading=citing.heading,
        breakable=breakable,
        letter=letter,
    )
    return made


def breakable(text: str) -> Markup:
    """Text that a narrow screen may break after a slash, so that no word is cut in two.

    A short form with a slash stays in one line.
    """
    if "/" not in text:
        return escape(text)
    parts = _SHORT_FORM.split(text)
    return Markup("").join(
        Markup('<span class="whole">{}</span>').format(part)
        if i % 2
        else Markup("/<wbr>").join(part.split("/"))
        for i, part in enumerate(parts)
    )


_SHORT_FORM = re.compile(r"(?<![\w/])([A-Z]{2,5}/[A-Z]{2,5})(?![\w/])")


def study_at(slug: str) -> str:
    """The address of a study's page: asked for with every row of a list."""
    return _study_at(get_script_prefix()).replace(_SLUG, slug)


_SLUG = "a-slug"


@lru_cache(maxsize=4)
def _study_at(prefix: str) -> str:
    return reverse("study", args=[_SLUG])


def asset(name: str) -> str:
    """The address of a static file; its content's hash makes old copies harmless."""
    return f"{static(name)}?v={_file_hash(name)}"


def font() -> str:
    """The address of the typeface, in whose name its content's hash stands."""
    files = _HERE.joinpath("static", "fonts").iterdir()
    return static(next(f"fonts/{f.name}" for f in files if f.name.endswith(".woff2")))


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
        elif part.name.endswith((".html", ".css", ".js", ".toml", ".json", ".po", ".py", ".woff2")):
            found.append(part)
    return found

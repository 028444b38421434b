"""What every public page needs: the illness, the edition, and answers that can be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as django_render
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control

from evidence_atlas import conditions
from evidence_atlas.publishing import catalogue
from evidence_atlas.records import Condition

from .. import pagecache
from ..citing import Edition
from ..configuration import Configuration
from ..templating import template_version


@cache
def condition() -> Condition:
    """The illness of this installation."""
    return conditions.load(settings.ATLAS.condition)


def edition() -> Edition | None:
    """The edition being served, as a page names it."""
    current = catalogue.digest_and_day()
    return Edition(id=current[0], day=current[1]) if current else None


def render(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    nav: str = "",
    served: Edition | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page with what all pages share; `served` spares asking for the edition again."""
    values = {
        "site_name": condition().site_name,
        "condition": condition(),
        "criterion": condition().criterion,
        "operator": settings.ATLAS.operator,
        "contact": settings.ATLAS.contact,
        "edition": served or edition(),
        "language": translation.get_language() or "en",
        "nav": nav,
        **(context or {}),
    }
    return django_render(request, template, values, status=status, using="jinja2")


def kept(
    request: HttpRequest, parts: tuple[str, ...], make: Callable[[], HttpResponse]
) -> HttpResponse:
    """`make()` under an ETag of `parts` and the site's own version, or 304 where it is known.

    A page is made only where neither the reader nor this process holds it already. Caches must
    ask each time, so that a retraction or a hold is never hidden by an old copy.
    """
    language = translation.get_language() or "en"
    joined = "\n".join((*parts, template_version(), _settings_version(settings.ATLAS), language))
    etag = f'"{hashlib.sha256(joined.encode()).hexdigest()[:24]}"'
    known = get_conditional_response(request, etag=etag)
    if known is None:
        # Pages name their own address, which is the one asked for unless a public one is set.
        key = f"{etag} {request.scheme} {request.get_host()}"
        response = pagecache.answer(request, key, make)
    else:
        response = known
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, no_cache=True)
    return response


@cache
def _settings_version(configuration: Configuration) -> str:
    """A hash of the settings, some of which are shown to readers."""
    return hashlib.sha256(repr(configuration).encode()).hexdigest()[:12]


def not_kept(response: HttpResponse) -> HttpResponse:
    """For pages of a reader's own doing: nobody may store them."""
    patch_cache_control(response, no_store=True, private=True)
    return response


def absolute(request: HttpRequest, path: str) -> str:
    """The public address of a path: the configured one, else the one asked for."""
    public: str = settings.ATLAS.public_url
    return public.rstrip("/") + path if public else request.build_absolute_uri(path)

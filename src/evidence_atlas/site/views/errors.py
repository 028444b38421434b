"""Pages for what is not there, or not right: what happened, and where to go next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ._page import not_kept, render


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404 with the ways on."""
    context = {
        "heading": gettext("There is no page at this address"),
        "said": gettext(
            "The address may have been cut off or mistyped. Addresses of studies never change "
            "and are never given to another study."
        ),
    }
    return render(request, "message.html", context, status=404)


def gone(request: HttpRequest, because: str) -> HttpResponse:
    """410: the study was here and is no longer."""
    context = {"heading": gettext("This study is no longer in the atlas"), "said": because}
    return render(request, "message.html", context, status=410)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    context = {
        "heading": gettext("This request could not be understood"),
        "said": gettext("Nothing was changed or sent."),
    }
    return not_kept(render(request, "message.html", context, status=400))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    context = {
        "heading": gettext("Not open to readers"),
        "said": gettext("The page is for the atlas's editors."),
    }
    return not_kept(render(request, "message.html", context, status=403))


def server_error(request: HttpRequest) -> HttpResponse:
    """500, in plain HTML: whatever broke may be what a full page needs."""
    return HttpResponse(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Something went wrong</title>"
        "<h1>Something went wrong</h1><p>The fault is on this side. "
        '<a href="/">Back to the start</a>',
        status=500,
    )

"""What every answer carries, and sessions where editors work and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.gzip import GZipMiddleware

STAFF_PATHS = ("/desk", "/admin")

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
STAFF_POLICY = (
    "default-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)


def is_staff_path(path: str) -> bool:
    """Whether an address belongs to editors: `/desk`, `/admin` and all below them."""
    return any(path == p or path.startswith(p + "/") for p in STAFF_PATHS)


class SecurityHeaders:
    """Content policy and its kin on every answer; nothing from a third party can load."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        staff = is_staff_path(request.path)
        headers = {
            "Content-Security-Policy": STAFF_POLICY if staff else PUBLIC_POLICY,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": (
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
                "browsing-topics=(), interest-cohort=()"
            ),
        }
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        return response


class Compress(GZipMiddleware):
    """Compresses what is not compressed already; a font or a picture is."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "")
        if kind.startswith(("font/", "image/")) and not kind.startswith("image/svg"):
            return response
        return super().process_response(request, response)


class _StaffOnly:
    """Mixed into one of Django's middlewares: it then does nothing on public addresses."""

    get_response: Any

    def __call__(self, request: HttpRequest) -> Any:
        if is_staff_path(request.path):
            return super().__call__(request)  # type: ignore[misc]
        return self.get_response(request)


class StaffSessions(_StaffOnly, SessionMiddleware):
    """Sessions for editors; a reader never gets a cookie."""


class StaffCsrf(_StaffOnly, CsrfViewMiddleware):
    """CSRF tokens for editors; public forms are checked by `origin` instead."""

    def process_view(
        self, request: HttpRequest, callback: Any, callback_args: Any, callback_kwargs: Any
    ) -> Any:
        if is_staff_path(request.path):
            return super().process_view(request, callback, callback_args, callback_kwargs)
        return None


class StaffAuthentication(_StaffOnly, AuthenticationMiddleware):
    """Signing in, for editors."""


class StaffMessages(_StaffOnly, MessageMiddleware):
    """One-time messages, for editors."""

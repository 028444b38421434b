"""Whether a form was sent from our own page, without a cookie or token for readers.

Browsers say where a request comes from in `Sec-Fetch-Site` (Fetch Metadata, W3C) and, before
that, in `Origin` (RFC 6454). Where both are absent, the form carries a signed stamp that
expires, from a page that is never cached.
"""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest

STAMP_SECONDS = 3600
_SALT = "evidence_atlas.site.origin"

Verdict = Literal["ours", "foreign", "unknown"]


def judge(request: HttpRequest) -> Verdict:
    """Where a POST comes from, as far as its headers say."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return "ours" if site == "same-origin" else "foreign"
    origin = request.headers.get("Origin")
    # Privacy tools send "null": that says nothing either way.
    if not origin or origin == "null":
        return "unknown"
    stated = urlsplit(origin)
    public = urlsplit(settings.ATLAS.public_url)
    hosts = {request.get_host()} | ({public.netloc} if public.netloc else set())
    return "ours" if stated.netloc in hosts else "foreign"


def stamp(slug: str) -> str:
    """A stamp for one study's form."""
    return TimestampSigner(salt=_SALT).sign(slug)


def stamp_holds(value: str, slug: str) -> bool:
    """Whether a stamp is ours, for this form, and less than an hour old."""
    try:
        return TimestampSigner(salt=_SALT).unsign(value, max_age=STAMP_SECONDS) == slug
    except BadSignature:
        return False

"""Telling senders apart for an hour, without keeping who they are.

A note is stored with a keyed hash of the sender's network address. The key is random,
lives in one file, and is thrown away every day: after that, nobody can find out from the
hash which address it was, the operator included.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

from evidence_atlas.store.private.models import Contribution

_FILE = "sender-salt"


def address(request: HttpRequest) -> str:
    """The sender's network address; behind trusted proxies the one that the outermost saw."""
    proxies: int = settings.ATLAS.trusted_proxies
    if proxies:
        seen = [p.strip() for p in request.headers.get("X-Forwarded-For", "").split(",")]
        seen = [p for p in seen if p]
        if len(seen) >= proxies:
            return seen[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))


def sender(request: HttpRequest, now: dt.datetime) -> str:
    """The keyed hash of the sender's address, good for this day (UTC) only."""
    salt = _salt(Path(settings.ATLAS.home) / _FILE, now.date())
    return hmac.new(salt, address(request).encode(), hashlib.sha256).hexdigest()


def too_many(sender_hash: str, now: dt.datetime) -> bool:
    """Whether this sender has left as many notes in the last hour as the settings allow."""
    since = now - dt.timedelta(hours=1)
    sent = Contribution.objects.filter(sender=sender_hash, received__gt=since).count()
    return sent >= settings.ATLAS.contributions_an_hour


def _salt(path: Path, day: dt.date) -> bytes:
    """The day's salt, made by whichever process needs it first; yesterday's is overwritten."""
    for _ in range(3):
        try:
            stated, salt = path.read_text(encoding="ascii").split()
            if stated == day.isoformat():
                return bytes.fromhex(salt)
        except (FileNotFoundError, ValueError):
            pass
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{day.isoformat()} {secrets.token_hex(32)}\n")
        draft.replace(path)
    # Others keep replacing the file: a salt of our own only makes the limit less strict.
    return secrets.token_bytes(32)

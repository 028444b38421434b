"""Reading times in words."""

from __future__ import annotations

import math

from django.utils.translation import gettext, ngettext


def reading_time(minutes: float) -> str:
    """`30 seconds`, `3 minutes`: tens of seconds under a minute, then whole minutes upward.

    Rounded up, so that the time promised is enough.
    """
    seconds = math.ceil(minutes * 60 / 10) * 10
    if seconds <= 0:
        return gettext("nothing to read")
    if seconds < 60:
        return gettext("%(n)d seconds") % {"n": seconds}
    whole = math.ceil(minutes)
    return ngettext("%(n)d minute", "%(n)d minutes", whole) % {"n": whole}


def guide_time(minutes: float) -> str:
    """As `reading_time`, and to the half minute: the depths of a guide are not far apart."""
    halves = math.ceil(minutes * 2)
    if minutes <= 1 or halves % 2 == 0:
        return reading_time(halves / 2 if minutes > 1 else minutes)
    return gettext("%(n)d½ minutes") % {"n": halves // 2}

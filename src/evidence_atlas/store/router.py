"""Which model lives in which data base.

What readers tell the editors in confidence lies in a data base of its own, so that the
public one can be copied, published or given away without it. No foreign key crosses.
"""

from __future__ import annotations

from typing import Any

PRIVATE = "private"


class StoreRouter:
    """Models of the app `private` live in the data base `private`, all others in `default`."""

    def _home(self, app_label: str) -> str:
        return PRIVATE if app_label == PRIVATE else "default"

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return self._home(model._meta.app_label)

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return self._home(model._meta.app_label)

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return self._home(one._meta.app_label) == self._home(other._meta.app_label)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == self._home(app_label)

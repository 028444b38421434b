"""Columns that every data base keeps alike."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    _Binary = models.BinaryField[bytes, bytes]
else:
    _Binary = models.BinaryField


class PayloadField(_Binary):
    """JSON bytes, deflated on the way in: a page repeats its record's words many times.

    Hashes are always of the bytes before deflating, so that they do not depend on the
    compression library at hand.
    """

    description = "Deflated JSON bytes"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is not None and not prepared:
            value = zlib.compress(bytes(value), 3)
        return super().get_db_prep_value(value, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> bytes | None:
        return None if value is None else zlib.decompress(bytes(value))

"""What every value that travels between the rooms has in common.

Values are immutable, compare by content, and turn into the same JSON bytes every
time, which is what makes a build repeatable and a page's version meaningful.
"""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar, dataclass_transform

import msgspec

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Value(msgspec.Struct, frozen=True, kw_only=True):
    """An immutable value; keyword arguments only, so a call reads as a form filled in."""


def to_json(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys: equal values give equal bytes on every machine."""
    return msgspec.json.encode(value, order="sorted")


def from_json(data: bytes | str, kind: type[T]) -> T:
    """The value that `to_json` wrote.

    Raises msgspec.ValidationError naming the place where the data does not fit.
    """
    return msgspec.json.decode(data, type=kind)


def digest(*parts: Any) -> str:
    """A hex SHA-256 of the parts' JSON, in order: the key of everything that is cached."""
    h = hashlib.sha256()
    for part in parts:
        h.update(to_json(part))
        h.update(b"\x00")
    return h.hexdigest()

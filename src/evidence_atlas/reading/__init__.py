"""Reading an abstract: what it says, each fact with the exact words it rests on.

`read(record, condition)` gives a `Reading`. Pure: no network, no clock, no files beyond the
word tables beside the code, which are loaded once at import.
"""

from .read import MAX_CHARACTERS, VERSION, read

__all__ = ["MAX_CHARACTERS", "VERSION", "read"]

"""What can go wrong between us and PubMed.

PubMedError
├── Busy            the server asks us to wait, or is down for now: tried again
├── Garbled         an answer that is cut off, not XML, or not what was asked for: tried again
├── Refused         the server does not accept the request: final
└── TooManyResults  more results on one day than PubMed hands out: final
"""

from __future__ import annotations


class PubMedError(Exception):
    """Base of all these; its text says what was asked, what came, and what to do."""


class Busy(PubMedError):
    """`retry_after` is the number of seconds the server asked for, if it did."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Garbled(PubMedError):
    """The answer came with status 200 and is not usable."""


class Refused(PubMedError):
    """Asking again would not help."""


class TooManyResults(PubMedError):
    """A slice that cannot be cut smaller still holds more than PubMed hands out."""

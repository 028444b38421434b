"""Who took part and how many: every count in its place, and what it counts."""

from .counted import is_protocol, is_review, read, without_patients

__all__ = ["is_protocol", "is_review", "read", "without_patients"]

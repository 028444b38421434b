"""The study as a picture, drawn only where it is right."""

from .drawing import drawing

__all__ = ["drawing"]

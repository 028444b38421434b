"""What was given so that it could be studied, and against what: by name, by frame, by arm."""

from .given import read

__all__ = ["read"]

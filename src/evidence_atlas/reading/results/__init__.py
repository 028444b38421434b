"""What was found: each reported result, its outcome, direction and numbers; harms; conclusions."""

from .found import read

__all__ = ["read"]

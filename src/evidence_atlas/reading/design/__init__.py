"""How a study was made: chance, blinding, dummies, turns, and how long it lasted."""

from .how_made import read

__all__ = ["read"]

"""The facts of one study by slot: what frames are filled with."""

from .facts import ASKED_WITH, Slots

__all__ = ["ASKED_WITH", "Slots"]

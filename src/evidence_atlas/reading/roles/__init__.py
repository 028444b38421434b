"""The part that each sentence plays: background, aim, methods, results, conclusions."""

from .labelled import read

__all__ = ["read"]

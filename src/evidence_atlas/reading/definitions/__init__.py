"""Case definitions, the illness's criterion and its names: used to select, or discussed."""

from .used import read, selects_people_with_illness

__all__ = ["read", "selects_people_with_illness"]

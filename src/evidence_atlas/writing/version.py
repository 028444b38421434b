"""The version of what this room writes."""

VERSION = "76"
"""Changed whenever a page may come out otherwise: it is part of the key of what is cached."""

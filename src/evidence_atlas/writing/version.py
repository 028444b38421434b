"""The version of what this room writes."""

VERSION = "78"
"""Changed whenever a page may come out otherwise: it is part of the key of what is cached."""

"""Evidence Atlas: a living atlas of the research on an illness."""

__version__ = "0.1.0"

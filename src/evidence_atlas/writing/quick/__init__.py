"""The Quick Summary: what comes first, what it is told beside, and how hard it may be to read."""

"""`python -m evidence_atlas`, the same as `atlas`."""

from .cli import main

main()

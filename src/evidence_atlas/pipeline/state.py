"""What classify hands to the stages after it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .neighbours import Neighbours
from .outputs import Members


@dataclass
class Atlas:
    """The studies in the atlas, their addresses, and the hashes of what stages made of them.

    `hashes[stage]` has a study only where that stage succeeded: a later stage works on those.
    """

    studies: dict[str, Members]
    slugs: dict[str, str]
    near: Neighbours
    hashes: dict[str, dict[str, str]] = field(default_factory=dict)

    def judged(self, study: str, page: str) -> tuple[str, ...]:
        """The hashes of all that the gate reads about a study, for this page of it."""
        return (
            page,
            self.studies[study].main.payload_hash,
            self.hashes["reading"][study],
            self.hashes["level"][study],
            self.near.digest(study),
        )

"""`Brief`: what a page has to say."""

from __future__ import annotations

from evidence_atlas.records import Value

from .kinds import Kind


class Brief(Value):
    """What to say of one study.

    `kind` chooses the frames (frames.toml). `results` are indexes into the reading's
    results in the order of telling; `quick` those few fit for the Quick Summary; `main` those of
    the whole group that tell of the main result. `treatment` is True where harms must be spoken
    of. `limits` and `strengths` name entries of limits/limits.toml, weightiest first.
    `bare` says why a page carries only the record.
    """

    kind: Kind
    results: tuple[int, ...] = ()
    quick: tuple[int, ...] = ()
    main: tuple[int, ...] = ()
    treatment: bool = False
    limits: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    bare: str | None = None

"""The ledger of study keys and addresses: append-only, read in the order of `id`."""

from __future__ import annotations

from django.db import models

from ..append_only import AppendOnly


class LedgerRow(AppendOnly):
    """One thing that happened to a study's key or address.

    - mint: `study` was made for the record `value`
    - join: the record `value` belongs to `study` from here on
    - slug: `study` got the address `value`
    - redirect: the address `value` leads to `study`
    - merge: `study` stays, `other` goes into it
    - unmerge: `other` stands on its own again
    """

    class Kind(models.TextChoices):
        MINT = "mint"
        JOIN = "join"
        SLUG = "slug"
        REDIRECT = "redirect"
        MERGE = "merge"
        UNMERGE = "unmerge"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    study = models.CharField(max_length=16, db_index=True)
    value = models.CharField(max_length=200, default="")
    other = models.CharField(max_length=16, default="", db_index=True)
    because = models.TextField(default="")
    time = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.study} {self.value or self.other}"

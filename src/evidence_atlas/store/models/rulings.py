"""Editors' decisions."""

from __future__ import annotations

from django.db import models

from ..append_only import AppendOnly


class RulingRow(AppendOnly):
    """A `Ruling` (see records.ruling), kept for ever and read in the order of `id`."""

    class Action(models.TextChoices):
        HOLD = "hold"
        RELEASE = "release"
        REVIEW = "review"
        MERGE = "merge"
        UNMERGE = "unmerge"

    target = models.CharField(max_length=16, db_index=True)
    action = models.CharField(max_length=10, choices=Action.choices)
    reason = models.TextField()
    role = models.CharField(max_length=200)
    source_hash = models.CharField(max_length=64)
    before = models.CharField(max_length=80, null=True)
    after = models.TextField(null=True)
    time = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.action} {self.target}"

"""What came in: the files that were taken, and the records they gave."""

from __future__ import annotations

from django.db import models

from ..fields import PayloadField


class SourceFile(models.Model):
    """A file taken as a whole. `reader` is the version of the code that read it."""

    sha256 = models.CharField(max_length=64)
    reader = models.CharField(max_length=40)
    name = models.TextField()
    records = models.PositiveIntegerField()
    taken = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sha256", "reader"], name="one_row_a_source_file")
        ]

    def __str__(self) -> str:
        return self.name


class RecordRow(models.Model):
    """One source's version of a citation; natural key: source, key and version.

    `payload` is the `Record` as JSON, `payload_hash` the SHA-256 of those bytes.
    """

    source = models.CharField(max_length=200)
    key = models.CharField(max_length=80, db_index=True)
    version = models.PositiveIntegerField()
    raw_hash = models.CharField(max_length=64)
    payload_hash = models.CharField(max_length=64)
    payload = PayloadField()
    revised = models.CharField(max_length=10, default="")
    retold = models.BooleanField(default=False)
    deleted = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "key", "version"], name="one_row_a_record")
        ]

    def __str__(self) -> str:
        return f"{self.key} v{self.version} ({self.source})"

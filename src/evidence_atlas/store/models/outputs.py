"""What the stages made, each keyed by a digest of everything it read."""

from __future__ import annotations

from django.db import models

from ..fields import PayloadField


class StageOutput(models.Model):
    """The output of one stage about one subject (a study key).

    `input_hash` digests everything that went in, versions included; `output_hash` is the
    SHA-256 of the payload, so that a later stage need not look inside to know whether
    anything changed.
    """

    stage = models.CharField(max_length=20)
    subject = models.CharField(max_length=16)
    input_hash = models.CharField(max_length=64)
    output_hash = models.CharField(max_length=64)
    component = models.CharField(max_length=80)
    payload = PayloadField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stage", "subject"], name="one_output_a_subject")
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.subject}"


class LinkRow(models.Model):
    """A `Link` between studies; `origin` is the stage that found it (lineage or classify).

    A source outside the atlas is `pmid:` and its PMID.
    """

    origin = models.CharField(max_length=20)
    kind = models.CharField(max_length=30)
    source = models.CharField(max_length=32, db_index=True)
    target = models.CharField(max_length=16, default="", db_index=True)
    target_pmid = models.CharField(max_length=20, default="")
    payload = PayloadField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["origin", "kind", "source", "target", "target_pmid"], name="one_row_a_link"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.kind} {self.target or self.target_pmid}"


class OffTopic(models.Model):
    """A study kept out of the atlas because it is not about the illness, and why."""

    study = models.CharField(max_length=16, unique=True)
    record = models.CharField(max_length=80)
    title = models.TextField()
    rule = models.CharField(max_length=80)
    reason = models.TextField()

    def __str__(self) -> str:
        return f"{self.record}: {self.reason}"

"""The run log: who ran what, when, what each stage did, and what went wrong."""

from __future__ import annotations

from django.db import models


class Run(models.Model):
    """One run of the pipeline. A run that was killed stays `running` until the next one."""

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        INTERRUPTED = "interrupted"

    command = models.TextField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.RUNNING)
    started = models.DateTimeField()
    finished = models.DateTimeField(null=True)
    components = models.JSONField(default=dict)
    edition = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return f"{self.command} {self.started:%Y-%m-%d %H:%M} {self.state}"


class RunStageCount(models.Model):
    """What a stage did in a run: made anew, found unchanged, left out, failed."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=20)
    made = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0.0)

    class Meta:
        ordering = ["run", "position"]

    def __str__(self) -> str:
        return f"{self.stage}: {self.made} made, {self.unchanged} unchanged"


class RecordError(models.Model):
    """What could not be done with one record, in words; the run went on without it."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="errors")
    stage = models.CharField(max_length=20)
    subject = models.TextField()
    message = models.TextField()

    class Meta:
        ordering = ["run", "id"]

    def __str__(self) -> str:
        return f"{self.stage}: {self.subject}: {self.message}"

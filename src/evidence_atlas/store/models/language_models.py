"""What a language model was asked and answered: paid for once, and kept."""

from __future__ import annotations

from django.db import models

from ..append_only import AppendOnly
from ..fields import PayloadField


class LanguageModelAsk(AppendOnly):
    """One question sent, and its answer or what went wrong.

    `key` is the digest of what was asked: an answer under it is used again, at no cost.
    `cost` is in the money of the operator's prices at the time, null without prices.
    """

    class Outcome(models.TextChoices):
        ANSWERED = "answered"
        FAILED = "failed"

    key = models.CharField(max_length=64, db_index=True)
    study = models.CharField(max_length=16, db_index=True)
    turn = models.PositiveSmallIntegerField()
    model = models.CharField(max_length=200)
    prompt_version = models.CharField(max_length=20)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    answer = PayloadField()
    input_tokens = models.PositiveIntegerField()
    output_tokens = models.PositiveIntegerField()
    cost = models.DecimalField(max_digits=16, decimal_places=8, null=True)
    time = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.model} {self.study} {self.turn}: {self.outcome}"

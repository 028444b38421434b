"""`Contribution`: a reader's private note to the editors. Nothing of it is ever published."""

from __future__ import annotations

from django.db import models


class Contribution(models.Model):
    """A note about one page (`study` and `page_version`, no foreign key) or the atlas.

    `sender` is a keyed hash that lets too many notes from one place be refused; it cannot
    be turned back into an address.
    """

    class Kind(models.TextChoices):
        ERROR = "error", "Something is wrong"
        MISSING_STUDY = "missing_study", "A study is missing"
        CONTEXT = "context", "Context for the editors"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        NEW = "new", "New"
        SEEN = "seen", "Seen"
        DONE = "done", "Done"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    study = models.CharField(max_length=16, default="", blank=True, db_index=True)
    slug = models.CharField(max_length=200, default="", blank=True)
    page_version = models.CharField(max_length=64, default="", blank=True)
    text = models.TextField()
    contact = models.CharField(max_length=254, default="", blank=True)
    received = models.DateTimeField(db_index=True)
    sender = models.CharField(max_length=64, default="", blank=True, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.NEW)
    editors_note = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-received", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.slug or 'the atlas'}"

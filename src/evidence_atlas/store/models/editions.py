"""Editions: the immutable sets of page versions that the site serves.

Orders that are published are integers worked out when the edition is made, because data
bases do not agree on how to sort text.
"""

from __future__ import annotations

from django.db import models

from ..append_only import AppendOnly
from ..fields import PayloadField


class PageVersion(AppendOnly):
    """A `PublishedStudy` as JSON under its version, the hash of all that the page shows.

    `payload` leaves out the history, which holds times; `content` is the hash of the rest,
    `previous` the version that this one follows, so that a page that returns to what it
    once was is still a new version. `because` says what changed, `kinds` of what kind that is
    (`|regraded|retracted|`).
    """

    version = models.CharField(max_length=64, unique=True)
    study = models.CharField(max_length=16, db_index=True)
    content = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, default="")
    payload = PayloadField()
    because = models.TextField(default="")
    kinds = models.CharField(max_length=80, default="")
    made = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["made"], name="page_made")]

    def __str__(self) -> str:
        return f"{self.study} {self.version[:12]}"


class Edition(models.Model):
    """`digest` hashes all that the edition holds, times apart.

    `measuring` editions keep off-topic records and are refused for a public site.
    """

    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    studies = models.PositiveIntegerField()
    measuring = models.BooleanField(default=False)
    condition = models.CharField(max_length=80)
    components = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.digest[:12]


class CurrentEdition(models.Model):
    """The one-row pointer to the edition being served; moved in one transaction."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT)
    moved = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="only_one_current_edition")
        ]

    def __str__(self) -> str:
        return str(self.edition)


class EditionEntry(models.Model):
    """A study in an edition, with what the list page shows, filters and sorts by.

    `topics` and `words` are for searching: topics stand between bars (`|sleep|pain|`),
    words are case-folded. `by_*` are places in an order, first is 0.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="entries")
    page = models.ForeignKey(PageVersion, on_delete=models.PROTECT, related_name="+")
    study = models.CharField(max_length=16)
    slug = models.CharField(max_length=200)
    status = models.CharField(max_length=10)
    pmid = models.CharField(max_length=20, default="")
    doi = models.TextField(default="")
    title = models.TextField()
    title_language = models.CharField(max_length=8, default="")
    authors = models.TextField(default="")
    first_author = models.TextField(default="")
    journal = models.TextField(default="")
    year = models.PositiveSmallIntegerField(null=True)
    level = models.CharField(max_length=80, default="")
    contested = models.BooleanField(default=False)
    certainty = models.CharField(max_length=80, default="")
    criterion = models.CharField(max_length=80, default="")
    study_type = models.CharField(max_length=80, default="")
    peer_review = models.CharField(max_length=80, default="")
    review_state = models.CharField(max_length=80, default="")
    record_state = models.CharField(max_length=80, default="")
    context = models.CharField(max_length=80, default="")
    harms = models.CharField(max_length=20, default="")
    people = models.PositiveIntegerField(null=True)
    topics = models.TextField(default="")
    words = models.TextField(default="")
    summary = models.TextField(default="")
    critical_flags = models.PositiveSmallIntegerField(default=0)
    warnings = models.PositiveSmallIntegerField(default=0)
    by_newest = models.PositiveIntegerField()
    by_title = models.PositiveIntegerField()
    by_author = models.PositiveIntegerField()
    by_people = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "study"], name="a_study_once_an_edition"),
            models.UniqueConstraint(fields=["edition", "slug"], name="a_slug_once_an_edition"),
        ]
        indexes = [
            models.Index(fields=["edition", "by_newest"], name="entry_newest"),
            models.Index(fields=["edition", "pmid"], name="entry_pmid"),
        ]

    def __str__(self) -> str:
        return self.slug


class Overview(models.Model):
    """A page about many studies of an edition, made with it; see `publishing.overview.whole`.

    `version` is that of the rules which made it; the same for all of an edition.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="overviews")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    version = models.CharField(max_length=64)
    payload = PayloadField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "kind", "key"], name="an_overview_once_an_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class EditionAddress(models.Model):
    """A former address: it leads to `target`, or is gone where `target` is empty."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="addresses")
    slug = models.CharField(max_length=200)
    target = models.CharField(max_length=200, default="")
    because = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "slug"], name="an_address_once_an_edition")
        ]

    def __str__(self) -> str:
        return f"{self.slug} -> {self.target or 'gone'}"

"""What editors see in the admin: private notes, and rulings to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from evidence_atlas.store.models import RulingRow
from evidence_atlas.store.private.models import Contribution

if TYPE_CHECKING:
    _ContributionAdmin = admin.ModelAdmin[Contribution]
    _RulingAdmin = admin.ModelAdmin[RulingRow]
else:
    _ContributionAdmin = _RulingAdmin = admin.ModelAdmin


@admin.register(Contribution)
class ContributionAdmin(_ContributionAdmin):
    """Readers' notes: what they wrote cannot be changed, only marked and answered."""

    list_display = ("received", "kind", "slug", "state")
    list_filter = ("state", "kind")
    search_fields = ("slug", "text")
    date_hierarchy = None
    readonly_fields = ("received", "kind", "slug", "study", "page_version", "text", "contact")
    fields = (*readonly_fields, "state", "editors_note")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    # The admin's log lives in the public data base and must not hold a word of a note.
    def log_change(self, request: HttpRequest, obj: Contribution, message: Any) -> Any:
        return None

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        return None


@admin.register(RulingRow)
class RulingAdmin(_RulingAdmin):
    """Rulings are append-only: they can be read here, never edited."""

    list_display = ("time", "action", "target", "role", "reason")
    list_filter = ("action",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

"""The atlas's own data base."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "evidence_atlas.store"
    label = "store"
    verbose_name = "Evidence Atlas"
    default_auto_field = "django.db.models.BigAutoField"

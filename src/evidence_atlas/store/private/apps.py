"""The private data base."""

from django.apps import AppConfig


class PrivateConfig(AppConfig):
    name = "evidence_atlas.store.private"
    label = "private"
    verbose_name = "Contributions"
    default_auto_field = "django.db.models.BigAutoField"

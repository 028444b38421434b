"""The site as a Django app: templates, static files and the admin's registrations."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "evidence_atlas.site"
    label = "atlas_site"
    verbose_name = "Evidence Atlas"

"""Prints every table of an atlas by natural key, without the run log and without times."""

import json
import os

import django
from django.apps import apps

os.environ["DJANGO_SETTINGS_MODULE"] = "evidence_atlas.site.settings"
django.setup()
RUN_LOG = {"Run", "RunStageCount", "RecordError"}
TIMES = {"time", "made", "taken", "moved", "received"}


def plain(value: object) -> object:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value


def rows(model: type) -> list[dict[str, object]]:
    names = [f.name for f in model._meta.fields if f.name not in TIMES and f.name != "id"]
    names = [
        {"edition": "edition__digest", "page": "page__version"}.get(name, name) for name in names
    ]
    found = [
        dict(zip(names, map(plain, row), strict=True)) for row in model.objects.values_list(*names)
    ]
    return sorted(found, key=lambda row: json.dumps(row, sort_keys=True))


models = [*apps.get_app_config("store").get_models(), *apps.get_app_config("private").get_models()]
print(
    json.dumps({m.__name__: rows(m) for m in models if m.__name__ not in RUN_LOG}, sort_keys=True)
)

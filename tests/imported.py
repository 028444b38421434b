"""What a forked command has imported before it is forked (see process.py), and read once.

Nothing here may look at the environment: that is each command's own.
"""

from importlib import import_module, resources
from itertools import islice
from pathlib import Path

from evidence_atlas import conditions, sources
from evidence_atlas.pipeline.alone import read_alone
from evidence_atlas.pipeline.rooms import components

for _name in (
    "django.core.management.commands.migrate", "django.db.backends.sqlite3.base",
    "django.db.migrations.executor", "django.template.backends.jinja2",
    "evidence_atlas.cli", "evidence_atlas.commands.audit", "evidence_atlas.commands.build",
    "evidence_atlas.commands.doctor", "evidence_atlas.commands.rule",
    "evidence_atlas.commands.update", "evidence_atlas.pipeline.auditing", "httpx",
    "rich.progress", "tantivy",
):  # fmt: skip
    import_module(_name)

# Expressions are compiled when they are first searched. The last file: few tests read it.
_samples = resources.files(conditions) / "mecfs" / "samples"
_last = max(str(file) for file in _samples.iterdir() if file.name.endswith(".xml"))
_illness = conditions.load("mecfs")
for _record in islice(sources.read_file(Path(_last)), 4):
    read_alone(_record, components(), _illness)

"""Write the docs pages that are made from the code. Run it after changing a setting."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from evidence_atlas.publishing.contract import schema
from evidence_atlas.site.configuration import FILE, PREFIX, Configuration

DOCS = Path(__file__).parent.parent / "docs"


def settings_page() -> str:
    """docs/settings.md: every setting with its meaning and default."""
    lines = [
        "# Settings",
        "",
        "Made from `site/configuration.py` by `scripts/generate_docs.py`; do not edit.",
        "",
        f"A setting is an environment variable, or the name in small letters in `{FILE}` in the",
        "home folder. The environment comes first.",
        "",
        "| environment variable | default | meaning |",
        "|---|---|---|",
    ]
    for field in fields(Configuration):
        default = field.default
        shown = "" if default in ("", ()) else f"`{default}`"
        meaning = str(field.metadata["meaning"]).replace("|", "\\|")
        lines.append(f"| `{PREFIX}{field.name.upper()}` | {shown} | {meaning} |")
    return "\n".join(lines) + "\n"


def schema_page() -> str:
    """docs/atlas-read.schema.json: the contract of `atlas read --json`."""
    return json.dumps(schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (DOCS / "atlas-read.schema.json").write_text(schema_page(), encoding="utf-8")
    (DOCS / "settings.md").write_text(settings_page(), encoding="utf-8")

"""The JSON Schema of `atlas audit --json`."""

from __future__ import annotations

from typing import Any

import msgspec

from .values import Audit


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the one object that `atlas audit --json` gives."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A summary held against its abstract, as `atlas audit --json` gives it",
        **msgspec.json.schema(Audit),
    }

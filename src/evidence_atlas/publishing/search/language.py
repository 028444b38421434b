"""What the search knows of English, out of `language.toml` beside it."""

from __future__ import annotations

import re
from importlib import resources

from ...records.written_tables import parsed

_TABLE = parsed(resources.files(__package__).joinpath("language.toml").read_text(encoding="utf-8"))
FILLERS: frozenset[str] = frozenset(_TABLE["fillers"].split())
ASKING: frozenset[str] = frozenset(_TABLE["asking"].split())
WORKS = re.compile(_TABLE["asks_whether_it_works"], re.IGNORECASE)
FORMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line) for line in (*_TABLE["forms"], *_TABLE["same"])
)
EVERYDAY: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = tuple(
    (tuple(line["say"]), tuple(line["means"])) for line in _TABLE["everyday"]
)
SEVERE = re.compile(f"^(?!.*(?:{_TABLE['not_severe']})).*(?:{_TABLE['severe']})", re.IGNORECASE)
FIELD_NAMES: dict[str, str] = dict(_TABLE["field_names"])

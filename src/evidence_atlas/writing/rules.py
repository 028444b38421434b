"""The rules that pages name as support; their words stand in rules.toml."""

from __future__ import annotations

from evidence_atlas.records import RuleSupport

from .tables import table

_RULES: dict[str, str] = table("rules.toml")


def named(name: str, /, **values: object) -> RuleSupport:
    """The rule of that name, its text filled in. Raises KeyError for an unknown name."""
    text = _RULES[name]
    for key, value in values.items():
        text = text.replace("{" + key + "}", str(value))
    return RuleSupport(rule=name, text=text)

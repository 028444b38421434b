"""Reading the folder of one illness, and saying exactly where it is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec

from evidence_atlas.records import Condition
from evidence_atlas.records.shorthand import SHORTHAND, UnknownShorthandError, in_full
from evidence_atlas.records.written_tables import parsed

BY_DEFINITION = ("required", "required_loose", "optional", "absent", "unknown")
"""The roles that a case definition may give to the illness's criterion."""

CRITERION_VALUES = ("required", "required_loose", "not_required", "unclear")
"""The keys of the criterion's `values` table: the words of its badge."""

_ARRAYS = ("case_definitions", "topics", "glossary", "scales", "treatments", "outcomes")
_PATTERN_FIELDS = (
    "pattern", "cue", "first", "on_topic", "side_effect_only", "consequence_only",
    "overlapping_unnamed", "alone", "told", "beside", "certain", "unless",
    "agent",
)  # fmt: skip


class ConditionError(ValueError):
    """A folder that does not describe an illness; the message names the file and the place."""


def available() -> tuple[str, ...]:
    """The names of the illnesses that come with the program, in alphabetical order."""
    found = (entry.name for entry in _shipped().iterdir() if (entry / "condition.toml").is_file())
    return tuple(sorted(found))


def load(name_or_folder: str | Path) -> Condition:
    """The illness of that shipped name, or described by that folder.

    Raises ConditionError where there is no such illness, where a file is missing, is not
    UTF-8 or not TOML, where a field is missing, unknown or of the wrong kind, and where a
    pattern is not a regular expression. What comes with the program does not change while it
    runs, and is read once.
    """
    if _is_shipped(name_or_folder):
        return _of_name(str(name_or_folder))
    return _of_folder(illness_folder(name_or_folder))


@cache
def _of_name(name: str) -> Condition:
    return _of_folder(_shipped() / name)


def _of_folder(folder: Traversable) -> Condition:
    data = _table(folder, "condition.toml", required=True)
    _write_out(folder, "condition.toml", data)
    data.pop(SHORTHAND, None)
    criterion = _table(folder, "criterion.toml")
    if criterion:
        data["criterion"] = criterion
    for name in _ARRAYS:
        table = _table(folder, f"{name}.toml")
        unknown = sorted(set(table) - {name, SHORTHAND})
        if unknown:
            raise ConditionError(
                f"{_path(folder, name)}: only [[{name}]] and [shorthand] may stand here, "
                f"not {', '.join(unknown)}"
            )
        if name in table:
            _write_out(folder, name, table)
            data[name] = table[name]
    _check_fields(folder, data)
    try:
        condition = msgspec.convert(data, Condition)
    except msgspec.ValidationError as error:
        message = str(error)
        place = message.partition("`$.")[2].partition("`")[0]
        raise ConditionError(f"{_file_of(folder, place)}: {message}") from None
    _check_values(folder, condition)
    return condition


def read_table(name_or_folder: str | Path, file: str) -> tuple[str, dict[str, Any]]:
    """Where a further file of the illness's folder stands, and what is in it; nothing if absent.

    Raises ConditionError as `load` does.
    """
    folder = illness_folder(name_or_folder)
    return _path(folder, file), _table(folder, file)


def _shipped() -> Traversable:
    return resources.files("evidence_atlas.conditions")


def _is_shipped(name_or_folder: str | Path) -> bool:
    return (
        isinstance(name_or_folder, str)
        and re.fullmatch(r"[a-z0-9_-]+", name_or_folder) is not None
        and (_shipped() / name_or_folder / "condition.toml").is_file()
    )


def illness_folder(name_or_folder: str | Path) -> Traversable:
    """The folder of a shipped illness by its name, or the folder given; else ConditionError."""
    if _is_shipped(name_or_folder):
        return _shipped() / str(name_or_folder)
    folder = Path(name_or_folder)
    if folder.is_dir():
        return folder
    raise ConditionError(
        f"{name_or_folder}: no such illness or folder (shipped: {', '.join(available())})"
    )


def _path(folder: Traversable, name: str) -> str:
    return str(folder / (name if name.endswith(".toml") else f"{name}.toml"))


def _table(folder: Traversable, file: str, required: bool = False) -> dict[str, Any]:
    entry = folder / file
    if not entry.is_file():
        if required:
            raise ConditionError(f"{_path(folder, file)}: the file is missing")
        return {}
    try:
        return parsed(entry.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise ConditionError(f"{_path(folder, file)}: not UTF-8 ({error})") from None
    except tomllib.TOMLDecodeError as error:
        raise ConditionError(f"{_path(folder, file)}: not TOML: {error}") from None


def _write_out(folder: Traversable, file: str, table: dict[str, Any]) -> None:
    """Put the pattern called `name` under [shorthand] where a pattern says `{{name}}`."""
    shorthand = table.get(SHORTHAND, {})
    held = shorthand.values() if isinstance(shorthand, dict) else [None]
    if not all(isinstance(pattern, str) for pattern in held):
        raise ConditionError(f"{_path(folder, file)}: [shorthand] may hold patterns only")
    known = dict[str, str]()
    for name, pattern in shorthand.items():
        known[name] = _in_full(folder, file, f"shorthand.{name}", pattern, known)
    for place, entry in _entries(table):
        for key, value in entry.items():
            if _is_pattern(key) and isinstance(value, str):
                entry[key] = _in_full(folder, file, f"{place}.{key}", value, known)


def _in_full(
    folder: Traversable, file: str, place: str, pattern: str, known: dict[str, str]
) -> str:
    try:
        return in_full(pattern, known)
    except UnknownShorthandError as unknown:
        raise ConditionError(
            f"{_path(folder, file)}: `{place}`: [shorthand] has no pattern `{unknown}`"
        ) from None


def _entries(table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables of a file that may hold patterns, each with its place."""
    for name, part in table.items():
        if isinstance(part, dict) and name != SHORTHAND:
            yield name, part
        elif isinstance(part, list):
            yield from ((f"{name}[{i}]", e) for i, e in enumerate(part) if isinstance(e, dict))


def _is_pattern(field: str) -> bool:
    return field in _PATTERN_FIELDS or field.endswith("_pattern")


def _file_of(folder: Traversable, place: str) -> str:
    top = re.split(r"[.\[]", place, maxsplit=1)[0]
    return _path(folder, top if top in (*_ARRAYS, "criterion") else "condition")


def _walk(value: Any, place: str) -> Iterator[tuple[str, str, Any]]:
    """Every (place, field name, value) below `value`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            where = f"{place}.{key}" if place else key
            yield where, key, inner
            yield from _walk(inner, where)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _walk(inner, f"{place}[{i}]")


def _check_fields(folder: Traversable, data: dict[str, Any]) -> None:
    """Refuse unknown top-level fields (a misspelt one would be ignored) and bad patterns."""
    known = {field.name for field in msgspec.structs.fields(Condition)}
    for key in sorted(set(data) - known):
        raise ConditionError(f"{_path(folder, 'condition')}: unknown field `{key}`")
    for place, key, value in _walk(data, ""):
        if not _is_pattern(key) or not isinstance(value, str):
            continue
        try:
            re.compile(value, re.IGNORECASE)
        except re.error as error:
            raise ConditionError(
                f"{_file_of(folder, place)}: `{place}` is not a regular expression: {error}"
            ) from None


def _check_values(folder: Traversable, condition: Condition) -> None:
    named = {name.name for name in condition.names}
    for short in condition.short_names:
        if short.name not in named:
            raise ConditionError(
                f"{_path(folder, 'condition')}: short_names: `{short.name}` is none of `names`"
            )
    where = _path(folder, "case_definitions")
    for definition in condition.case_definitions:
        for role in (definition.by_definition, definition.after_by):
            if role is not None and role not in BY_DEFINITION:
                raise ConditionError(
                    f"{where}: `{definition.name}`: by_definition must be one of "
                    f"{', '.join(BY_DEFINITION)}, not {role}"
                )
        if (definition.until_year is None) != (definition.after_by is None):
            raise ConditionError(
                f"{where}: `{definition.name}`: until_year and after_by go together"
            )
    names = [definition.name for definition in condition.case_definitions]
    for name in names:
        if names.count(name) > 1:
            raise ConditionError(f"{where}: `{name}` stands twice")
    for file, things in (("treatments", condition.treatments), ("outcomes", condition.outcomes)):
        seen: set[str] = set()
        for thing in things:
            if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", thing.key):
                raise ConditionError(
                    f"{_path(folder, file)}: `{thing.key}`: a key is small letters, digits, hyphens"
                )
            if thing.key in seen:
                raise ConditionError(f"{_path(folder, file)}: `{thing.key}` stands twice")
            if thing.less not in ("", "better", "worse"):
                raise ConditionError(
                    f"{_path(folder, file)}: `{thing.key}`: less must be better or worse, "
                    f"not {thing.less}"
                )
            seen.add(thing.key)
    if condition.criterion is not None:
        missing = [v for v in CRITERION_VALUES if v not in condition.criterion.values]
        if missing:
            raise ConditionError(
                f"{_path(folder, 'criterion')}: `values` lacks {', '.join(missing)}"
            )

"""The guides of an illness: the folder `guides` in its own, one TOML file a guide.

`sources.toml` there names the papers and reports that the guides stand on.
"""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from evidence_atlas.records import Condition, Guide, Guides, NamedSource, Value

from .loading import ConditionError, illness_folder

T = TypeVar("T")
QUOTED_WORDS = 25
"""As many words as any page quotes at one place."""
_PLACE = re.compile(r"\{(\w+)\}")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class _Sources(Value):
    sources: tuple[NamedSource, ...] = ()


def load_guides(name_or_folder: str | Path) -> Guides:
    """The guides of that illness, by `order`; none where its folder holds none.

    Raises ConditionError where a file is not a guide, where a sentence names a source that
    `sources.toml` does not hold, or a place in one that it does not name, where a quotation is
    longer than pages quote, and where two guides or two sources share a key.
    """
    folder = illness_folder(name_or_folder) / "guides"
    if not folder.is_dir():
        return Guides()
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    named = [f for f in files if f.name == "sources.toml"]
    sources = _read(named[0], _Sources).sources if named else ()
    _once(folder, [s.key for s in sources])
    known = {s.key for s in sources}
    guides = []
    for file in files:
        if file.name == "sources.toml":
            continue
        guide = _read(file, Guide)
        if not _KEY.fullmatch(guide.key):
            raise ConditionError(f"{file}: key `{guide.key}`: only a-z, 0-9 and hyphens")
        for told in (t for section in guide.section for t in section.told):
            for key in sorted(set(told.sources) - known):
                raise ConditionError(f"{file}: no source `{key}` in sources.toml: {told.text}")
            for key, place in told.places.items():
                if key not in told.sources:
                    raise ConditionError(f"{file}: a place in `{key}`, no source: {told.text}")
                if len(place.quote.split()) > QUOTED_WORDS:
                    raise ConditionError(f"{file}: more than {QUOTED_WORDS} words: {place.quote}")
        guides.append(guide)
    _once(folder, [g.key for g in guides])
    return Guides(guides=tuple(sorted(guides, key=lambda g: (g.order, g.key))), sources=sources)


def measured(name_or_folder: str | Path) -> list[dict[str, Any]]:
    """The scorecard of an illness's folder, section by section; empty where there is none.

    Raises ConditionError where the file is not JSON.
    """
    file = illness_folder(name_or_folder) / "scorecard.json"
    if not file.is_file():
        return []
    try:
        found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ConditionError(f"{file}: {error}") from None
    return found


def filled(text: str, condition: Condition) -> str:
    """The text with the illness's own thresholds where `{trial_arm}` and the like stand.

    Raises ConditionError where there is no such threshold.
    """

    def number(found: re.Match[str]) -> str:
        value = getattr(condition.thresholds, found[1], None)
        if value is None:
            raise ConditionError(f"no threshold `{found[1]}`: {text}")
        return f"{value:,}" if isinstance(value, int) else f"{value:.0%}"

    return _PLACE.sub(number, text)


def _read(file: Traversable, kind: type[T]) -> T:
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        return msgspec.convert(data, kind)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConditionError(f"{file}: {error}") from None


def _once(folder: Traversable, keys: list[str]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise ConditionError(f"{folder}: `{key}` stands twice")

"""The words of a question: the abstract, what was read from it, and the sentences of ours."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from importlib import resources
from typing import Any

import msgspec

from evidence_atlas.records import Reading, Record, Statement, digest

_TABLE = tomllib.loads(resources.files(__package__).joinpath("prompt.toml").read_text("utf-8"))
PROMPT_VERSION: str = _TABLE["version"]
INSTRUCTIONS: str = _TABLE["instructions"].strip()
DIGEST = digest(_TABLE)
"""Of all words that every question shares: a changed word makes every question a new one."""

_READ = ("participants", "who", "design", "harms")
_LISTS = ("condition_as_named", "interventions", "comparators", "outcomes")


def material(
    record: Record,
    reading: Reading,
    study_type: str | None,
    ours: Sequence[tuple[int, Statement, Sequence[int]]],
) -> str:
    """The study as JSON. `ours`: number, sentence, and the abstract's sentences it rests on."""
    return json.dumps(
        {
            "title": record.title,
            "study_type": study_type,
            "abstract": [
                {"number": number, "part": s.role, "text": s.text}
                for number, s in enumerate(reading.sentences, 1)
            ],
            "reading": _facts(reading),
            "sentences_of_the_atlas": [
                {
                    "number": number,
                    "section": s.section,
                    "label": s.label,
                    "text": s.text,
                    "rests_on": list(rests_on),
                }
                for number, s, rests_on in ours
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def again(refused: Sequence[dict[str, Any]], malformed: str | None) -> str:
    """What is added to a question that is asked again: what was refused, and why."""
    if malformed is not None:
        return str(_TABLE["not_in_form"]).format(reason=malformed).strip()
    listed = json.dumps(list(refused), ensure_ascii=False, indent=1)
    return f"{_TABLE['again'].strip()}\n{listed}"


def _facts(reading: Reading) -> dict[str, Any]:
    """The reading without what it leaves open, its quotes and its groups' places."""
    found: dict[str, Any] = {}
    for name in _READ:
        value = msgspec.to_builtins(getattr(reading, name))
        value.pop("quote", None)
        value.pop("groups", None)
        found[name] = {k: v for k, v in value.items() if v is not None}
    for name in _LISTS:
        found[name] = msgspec.to_builtins(getattr(reading, name))
    found["results"] = [
        {
            "sentence": r.sentence + 1,
            "outcome": r.outcome,
            "direction": r.direction,
            "comparison": r.comparison,
            "scope": r.scope,
            "who": r.who,
        }
        for r in reading.results
    ]
    return found

"""Which sentences of the abstract hold what the study found, the likeliest first.

A linear ranker over what a sentence looks like, where it stands, and which words it shares with
the title, the aim and the rest. Beside it stands the older rule (`main_result.nearness`), whose
judgement is one feature among them. Weights are plain data; `scripts/train_foremost.py` sets them
on the odd lines of `benchmarks/labels/main_results.jsonl`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from evidence_atlas.records import Reading, Record

from ..brief.brief import Brief
from ..brief.main_result import nearness, of_the_illness, shared, stems
from ..brief.summarise import asks_how_many
from ..tables import table
from ..words.clause import says_nothing
from ..words.names import length

_TABLE = table("authors/foremost.toml")
_PATTERNS = {name: re.compile(p, re.IGNORECASE) for name, p in _TABLE["features"].items()}
_LONG = 30
"""Words from which a sentence is a long one."""
_NEAR_FROM = 0.5
"""Added to how near a result is, so that a sentence without a result stands below it."""


def ranked(record: Record, reading: Reading, brief: Brief) -> list[tuple[float, int]]:
    """Scores and indexes of the sentences of the abstract, highest score first."""
    told = features(record, reading, brief)
    scores = [(scored(f), -i) for i, f in enumerate(told)]
    return [(score, -at) for score, at in sorted(scores, reverse=True)]


def scored(held: Mapping[str, float], weights: Mapping[str, int] | None = None) -> float:
    """The sum of what speaks for a sentence, in hundredths."""
    known = _TABLE["weights"] if weights is None else weights
    return round(sum(known.get(name, 0) * value for name, value in held.items()), 6)


def tells_who_took_part(text: str) -> bool:
    """Whether a sentence tells who took part."""
    return _PATTERNS["of_people"].search(text) is not None


def features(record: Record, reading: Reading, brief: Brief) -> list[dict[str, float]]:
    """Everything looked at in each sentence of the abstract."""
    sentences = reading.sentences
    illness = of_the_illness(reading)
    words = [stems([s.text], illness) for s in sentences]
    title = stems([record.title], illness)
    roles = {
        role: [i for i, s in enumerate(sentences) if s.role == role]
        for role in ("aim", "results", "conclusions")
    }
    asked = asks_how_many(record)
    near = nearness(reading, asked, of_a_test=brief.kind == "test")
    at = {i: reading.results[i].sentence for i in brief.results}
    nearest = {s: max(near[i] for i, held in at.items() if held == s) for s in set(at.values())}
    first = next(iter(brief.main), None)
    first_found = next(
        (i for i in roles["results"] if not _PATTERNS["of_people"].search(sentences[i].text)), None
    )

    def like(i: int, role: str) -> float:
        others = [words[j] for j in roles[role] if j != i]
        return shared(words[i], frozenset[str]().union(*others))

    told = []
    for i, sentence in enumerate(sentences):
        held = [r for r in reading.results if r.sentence == i]
        text = sentence.text
        f = {name: float(p.search(text) is not None) for name, p in _PATTERNS.items()}
        f |= {
            sentence.role: 1.0,
            "late_result": _place(roles["results"], i),
            "late_conclusion": _place(roles["conclusions"], i),
            "first_result": float(i == first_found),
            "first_conclusion": float(roles["conclusions"][:1] == [i]),
            "like_title": shared(words[i], title),
            "like_aim": like(i, "aim"),
            "like_results": like(i, "results"),
            "like_conclusions": like(i, "conclusions"),
            "share_asked": f["share"] * asked,
            "with_direction": float(
                any(r.scope == "all" and r.direction != "descriptive" for r in held)
            ),
            "only_described": float(
                bool(held) and all(r.direction == "descriptive" for r in held)
            ),
            "of_the_making": float(says_nothing(text)),
            "long": max(0, length(text) - _LONG) / 20,
            "near": max(0.0, nearest[i] + _NEAR_FROM) if i in nearest else 0.0,
            "nearest": float(first is not None and at.get(first) == i),
            "compares_concluded": f["compares"] * (sentence.role == "conclusions"),
            "advice_concluded": f["advice"] * (sentence.role == "conclusions"),
        }  # fmt: skip
        told.append(f)
    return told


def _place(places: Sequence[int], i: int) -> float:
    """Where a sentence stands among those of its part: 0 the first, 1 the last."""
    return places.index(i) / max(1, len(places) - 1) if i in places else 0.0

"""The study type: what kind of paper this is, from publication types, MeSH and the text.

Every cue that fits adds its weight to a type (`study_type.toml`, `study_type_told.toml`), and so
does the likeness of all words to those of each type (`reading/paper_words.py`); the type with the
highest sum is taken. What the title or the methods say outright weighs more than a publication
type, so the text wins where the two disagree, and both are shown.
"""

from __future__ import annotations

from typing import Any

from evidence_atlas.reading.paper_words import likeness
from evidence_atlas.records import Because, Grade, Reading, Record, texts

from .kinds import OBSERVATIONAL
from .passages import Passage, find, passages, step
from .patterns import compiled
from .study_cues import CUE_TABLES, Point
from .study_points import all_points
from .tables import table
from .version import VERSION

_TABLE = table("study_type")
_CALLED = table("study_type_called")
_UNDONE = table("study_type_undone")["undone"] + table("study_type_done")["undone"]
STUDY_TYPES: tuple[str, ...] = tuple(_TABLE["types"])
"""Every value of the badge; of two types with the same sum the one that stands first is taken."""

_LEAST = 2.5
"""Below this sum nothing is said of the type: a hint is not a statement."""

_SAID = 5.0
"""Below this sum an observational type gives way where the text tells of no study of its own."""

_SHARE = 5.0
"""What the words' likeness counts beside the rules' sums (chosen on texts not learnt from)."""
_ALONE = 7.2
"""Where no rule speaks, the likeness must be this strong (a share of 13 % among 23 types): from
here on four in five so named were right, of 122 such texts that the model had not learnt from."""
_MANY = 20
"""A text that counts so many people is no review; a comment may tell of another's."""
_TREATED = 100
"""So few patients are seen by those who write; more may be a data base's."""
_NAMED = 12.0
"""A cue of so much in the title says the type outright."""
_SHARE_OF_NAMED = 0.5

_ONLY_WITH: dict[str, str] = _TABLE["only_with"]
_OUTRANKS = [rule for name in CUE_TABLES for rule in table(name)["outranks"]]
_SAID_ONLY_WITH: dict[str, str] = _CALLED["said_only_with"]
_A_FEW = 10
"""A study of so many people is no report of one."""
_GIVES_WAY = 0.3
"""What is left to a type of which what makes it one is not said."""


def study_type(record: Record, reading: Reading) -> Grade:
    """The study type with its working; None where nothing in the record says what it is."""
    where = passages(record, reading)
    points = all_points(record, reading, where)
    sums = _sums(points)
    # Words of another language are like those of one type or another by accident.
    foreign = reading.unread == "not in English"
    studied = _studied(where)
    like = {} if foreign else _like(record, reading, where, studied)
    few = 0 < (reading.participants.patients or 0) < _TREATED
    if few and max(sums.values(), default=0.0) >= _LEAST:
        like = {n: v for n, v in like.items() if n in sums or n not in _TABLE["without_patients"]}
    for rule in _OUTRANKS:
        if "words" in rule and _applies(rule, points, sums):
            like = {n: v * (rule["words"] if n in rule["over"] else 1.0) for n, v in like.items()}
    # What a paper calls itself weighs more than what its words are like.
    named = any(p.weight >= _NAMED and p.quote and p.quote.field == "title" for p in points)
    share = _SHARE_OF_NAMED if named else _SHARE
    both = {name: sums.get(name, 0.0) + share * like.get(name, 0.0) for name in STUDY_TYPES}
    if reading.design.randomised is False:
        # Denied, it is not chosen either where nothing else is told.
        for weights in (both, sums, like):
            weights.update(dict.fromkeys(weights.keys() & {_TABLE["randomised"]["type"]}, 0.0))
    elif reading.design.randomised:
        for weights in (both, sums, like):
            _made_by_chance(weights)
    if studied:
        _without_hints(both, sums, like)
    first = _best(_tellable(both, sums, like))
    for name, other in _unlikely(reading, where).items():
        if other is not None and (name == first or name in _CALLED["of_one_group"]):
            like[other] = max(like.get(other, 0.0), like.get(name, 0.0))
            both[other] = sums.get(other, 0.0) + share * like[other]
        both[name] *= _GIVES_WAY
        sums[name] = sums.get(name, 0.0) * _GIVES_WAY
        like[name] = like.get(name, 0.0) * _GIVES_WAY
    best = _best(_tellable(both, sums, like))
    weak = sums.get(best, 0.0) < (_SAID if best in OBSERVATIONAL else _LEAST)
    if not foreign and not like and weak and _tells_of_no_study(record, reading):
        best = _TABLE["of_no_study"]
    elif sums.get(best, 0.0) < _LEAST and like.get(best, 0.0) < _ALONE:
        return Grade(value=None, because=(_unknown(record),), version=VERSION)
    # A title alone may name the cohort or survey that it comments on.
    if not record.abstract and best in OBSERVATIONAL:
        return Grade(value=None, because=(_unknown(record),), version=VERSION)
    because = _because(best, points, record, reading)
    return Grade(
        value=best,
        because=because,
        version=VERSION,
        would_change="Other words about how the study was made, or another publication type "
        "in PubMed, would change this badge.",
    )


def rule_points(record: Record, reading: Reading) -> list[Point]:
    """Everything that the rules found."""
    return all_points(record, reading, passages(record, reading))


def rule_sums(record: Record, reading: Reading) -> dict[str, float]:
    """What the rules alone give each type."""
    return _sums(all_points(record, reading, passages(record, reading)))


def _best(sums: dict[str, float]) -> str:
    return max(STUDY_TYPES, key=lambda name: (sums.get(name, 0.0), -STUDY_TYPES.index(name)))


def _tellable(
    both: dict[str, float], sums: dict[str, float], like: dict[str, float]
) -> dict[str, float]:
    """The types that enough speaks for to be told; all where there is none such."""
    enough = {
        name: total
        for name, total in both.items()
        if sums.get(name, 0.0) >= _LEAST or like.get(name, 0.0) >= _ALONE
    }
    return enough or both


def _like(
    record: Record, reading: Reading, where: tuple[Passage, ...], own_study: bool
) -> dict[str, float]:
    """The words' likeness; empty where there is no abstract, or too few words to tell.

    However alike, a text without an animal in it is about none, and likeness alone never says
    that nobody took part where people are counted or the title names them, unless what they gave
    was kept alive in the laboratory.
    """
    if not record.abstract:
        return {}
    known = texts(record)
    like = likeness(known.get("title", ""), known.get("abstract", ""))
    counted = reading.participants
    people = (counted.patients, counted.controls) != (None, None)
    people = people or bool(compiled(_TABLE["people_titled"]["pattern"]).search(record.title))
    if people and find(_TABLE["kept_alive"]["pattern"], where) is not None:
        people = False
    many = (counted.total or 0) >= _MANY
    studied = bool(reading.definitions) or own_study
    said = {_TABLE["randomised"]["type"]} if reading.design.randomised else set()
    for name in like:
        if name in _ONLY_WITH and name not in said and find(_ONLY_WITH[name], where) is None:
            like[name] = 0.0
        for told, never in (
            (people, "without_people"), (studied, "without_study"), (many, "without_many")
        ):  # fmt: skip
            if told and name in _TABLE[never]:
                like[name] = 0.0
    return like


def _made_by_chance(weights: dict[str, float]) -> None:
    """What speaks for a trial speaks for one by chance where chance made the groups."""
    own, other = _TABLE["randomised"]["type"], _TABLE["randomised"]["without"]
    if other in weights:
        weights[own] = max(weights.get(own, 0.0), weights[other])
        weights[other] = 0.0


def _studied(where: tuple[Passage, ...]) -> bool:
    """Whether the text tells of a study of its own."""
    own_study = compiled(_TABLE["own_study"]["pattern"])
    return any(p.search(own_study) for p in where)


def _without_hints(both: dict[str, float], sums: dict[str, float], like: dict[str, float]) -> None:
    """Takes out the types that report no study where only a word or two speaks for them."""
    for name in _TABLE["without_study"]:
        if sums.get(name, 0.0) < _SAID:
            both[name] = sums[name] = like[name] = 0.0


def _unlikely(reading: Reading, where: tuple[Passage, ...]) -> dict[str, str | None]:
    """The types that the text does not bear out, whatever hints at them, and what then may be.

    What makes them such is not told, or something was done that they do not do.
    """
    # What the background tells is not of this study.
    own = tuple(p for p in where if p.role != "background") or where
    found: dict[str, str | None] = {}
    for name, words in _SAID_ONLY_WITH.items():
        if find(words, own) is None:
            found[name] = _CALLED["of_one_group"].get(name)
    for rule in _UNDONE:
        if find(rule["told"], own) is not None and find(rule["although"], own) is None:
            found[rule["type"]] = rule.get("instead")
    if (reading.participants.total or 0) >= _A_FEW:
        found |= dict.fromkeys(_TABLE["of_a_few"])
    told = _CALLED["results_told"]
    results = tuple(p for p in where if p.role == "results")
    # What the authors conclude looks ahead however much has been done.
    before = tuple(p for p in where if p.role != "conclusions")
    if find(told["pattern"], results) and find(told["future"], before) is None:
        found[told["type"]] = None
    return found


def _spoken_like(name: str) -> Because:
    text = f"The text does not name its kind; its words are most like those of this kind: {name}."
    return step("words-like", text)


def _unknown(record: Record) -> Because:
    where = "title and abstract do" if record.abstract else "title alone does"
    return step("no-cue", f"The {where} not say what kind of study this is.")


def _tells_of_no_study(record: Record, reading: Reading) -> bool:
    own = compiled(_TABLE["own_data"]["pattern"])
    where = passages(record, reading)
    return bool(record.abstract) and not any(p.search(own) for p in where)


def _sums(points: list[Point]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for point in points:
        sums[point.type] = sums.get(point.type, 0.0) + point.weight
    for rule in _OUTRANKS:
        if _applies(rule, points, sums):
            for name in sums:
                if name != rule["type"] and (rule["over"] == "all" or name in rule["over"]):
                    sums[name] *= rule["factor"]
    return sums


def _applies(rule: dict[str, Any], points: list[Point], sums: dict[str, float]) -> bool:
    """Whether enough, or what the rule asks for outright, speaks for the type that outranks."""
    own = [p for p in points if p.type == rule["type"]]
    if "explicitly" in rule:
        named = rule["explicitly"]
        return any(p.name == named and p.weight >= rule.get("at_least", 0.0) for p in own)
    heaviest, least = max((p.weight for p in own), default=0.0), float(rule["at_least"])
    return heaviest >= least and sums.get(rule["type"], 0.0) >= float(rule.get("sum", 0.0))


def _because(
    chosen: str, points: list[Point], record: Record, reading: Reading
) -> tuple[Because, ...]:
    steps = []
    ours = sorted((p for p in points if p.type == chosen), key=lambda p: -p.weight)
    for point in ours[:3]:
        steps.append(step(point.source.replace(" ", "-"), _sentence(point.says), point.quote))
    if chosen == _TABLE["randomised"]["type"] and not _said_randomised(record, reading):
        text = "The text does not use the word randomised, and so does not say that chance decided."
        steps.append(step("randomised-not-stated", text))
    if chosen == _TABLE["of_no_study"] and not ours and _tells_of_no_study(record, reading):
        text = "The abstract tells of no study of its own: no people counted, no result measured."
        steps.append(step("no-study-of-its-own", text))
    elif not ours:
        steps.append(_spoken_like(chosen))
    for kind in record.publication_types:
        entry = _TABLE["publication_types"].get(kind)
        if entry and entry["type"] != chosen:
            text = f"PubMed lists it as: {kind}. What the title and abstract say was followed here."
            steps.append(step("publication-type-differs", text))
    return tuple(steps)


def _said_randomised(record: Record, reading: Reading) -> bool:
    if reading.design.randomised is not None:
        return True
    word = compiled(_TABLE["randomised"]["pattern"])
    return any(p.search(word) for p in passages(record, reading))


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."

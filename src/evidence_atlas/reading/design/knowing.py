"""Who knew which treatment was whose: who, knowing or not, and what, told in any words.

A word for knowing or not knowing is looked for first; then whoever is its subject, and what was or
was not known. Whoever can know a thing is a person, so that anyone but those treated is one who
gave the treatment or judged what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

Side = Literal["treated", "judging"]
_BOTH: tuple[Side, ...] = ("treated", "judging")
_TABLE = tables.load("knowing")
_WHO = {name: cue(pattern) for name, pattern in _TABLE["who"].items()}
_NOT = {name: cue(pattern) for name, pattern in _TABLE["unknowing"].items()}
_DID = {name: cue(pattern) for name, pattern in _TABLE["knowing"].items()}
_OF_TRIALS = cue(_TABLE["others"]["trials"])
_ROLES = ("aim", "methods", "results", "other")
_NOBODY = cue(rf"(?P<nobody>{_TABLE['who']['nobody']}){_TABLE['unknowing']['nobody_knew']}")
_SAID = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _TABLE["sentence"].items()}
_SUBJECT, _OBJECT = 150, 70


def unknowing(document: Document) -> dict[int, dict[Side, Quote]]:
    """By sentence: who is told not to have known which treatment was whose."""
    found: dict[int, dict[Side, Quote]] = {}
    people = _named_here(document)
    for place, sentence in document.parts(*_ROLES):
        if _OF_TRIALS.search(sentence.text) is not None:
            continue
        before = document.sentences[place - 1].text if place else ""
        for sides, start, end in _told(sentence.text, people, before):
            quote = document.quote(sentence.start + start, sentence.start + end)
            for side in sides:
                found.setdefault(place, {}).setdefault(side, quote)
    if any("judging" in sides for sides in found.values()):
        found |= _guessed(document, found)
    return found


def _guessed(
    document: Document, found: dict[int, dict[Side, Quote]]
) -> dict[int, dict[Side, Quote]]:
    """Those treated, where they guessed no better than chance and others did not know."""
    guesses: dict[int, dict[Side, Quote]] = {}
    for place, sentence in document.parts(*_ROLES):
        match = _NOT["guessed"].search(sentence.text)
        if match is not None:
            quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
            guesses[place] = {**found.get(place, {}), "treated": quote}
    return guesses


def knew(document: Document) -> Quote | None:
    """Where it is told that those treated, or all, knew; or that it could not be hidden."""
    people = _named_here(document)
    for _, sentence in document.parts(*_ROLES):
        for name in ("plain", "openly"):
            match = _DID[name].search(sentence.text)
            if match is not None:
                return document.quote(sentence.start + match.start(), sentence.start + match.end())
        for match in _DID["said"].finditer(sentence.text):
            subject = _subject(sentence.text, match.start())
            if _denied(sentence.text, match.start()) or not _of_treatment(
                sentence.text[match.end() : match.end() + _OBJECT], match.group()
            ):
                continue
            sides = _sides(subject, people)
            if "treated" in sides or _SAID["all"].match(subject):
                return document.quote(sentence.start + match.start(), sentence.start + match.end())
    return None


def _told(
    text: str, people: re.Pattern[str] | None, earlier: str
) -> Iterator[tuple[set[Side], int, int]]:
    """The sides that a sentence tells not to have known, each with the words that tell it."""
    for match in _NOT["elliptic"].finditer(text):
        if _DID["said"].search(f"{earlier} {text[: match.start()]}") is not None:
            yield _sides(_subject(text, match.start()), people), match.start(), match.end()
    for match in _NOT["likewise"].finditer(text):
        so_far = f"{earlier} {text[: match.start()]}"
        if _NOT["said"].search(so_far) is not None:
            yield _side(match["who"] or match["whom"], people), match.start(), match.end()
    for match in _NOT["only"].finditer(text):
        knew = _side(match["who"], people)
        if knew and _of_treatment(text[match.end() : match.end() + _OBJECT], match.group()):
            yield set(_BOTH) - knew, match.start(), match.end()
    for match in _NOT["nor"].finditer(text):
        rest = text[match.end() : match.end() + _OBJECT]
        if _of_treatment(rest, match.group()) and not match["other"].rstrip().endswith(" can"):
            sides = [_side(match["one"], people), _side(match["other"], people)]
            # Of two kinds one is those treated, and the other is not named so ("he").
            two = {"treated"} in sides and set() in sides
            yield set(_BOTH) if two else sides[0] | sides[1], match.start(), match.end()
    for match in _NOBODY.finditer(text):
        yield _nobody(text, match, people), match.start(), match.end()
    for match in _NOT["said"].finditer(text):
        rest = text[match.end() : match.end() + _OBJECT]
        subject = _subject(text, match.start())
        nobody = _SAID["no"].search(subject) or _SAID["none"].search(text[: match.start()])
        result = _NOT["found_none"].search(subject) and _NOT["a_result"].match(rest)
        weak = _NOT["weak"].search(match.group()) and not _NOT["directly"].match(rest)
        gap = _NOT["known_by_none"].search(match.group()) is not None
        if result or weak or gap or _NOT["about_a_plan"].match(rest):
            continue
        if _of_treatment(rest, match.group()) and nobody is None:
            yield _sides(subject, people, match.group()), match.start(), match.end()
    for match in _NOT["to_whom"].finditer(text):
        whom = _SAID["whom_ends"].split(text[match.end() :], maxsplit=1)[0]
        before = text[: match.start()][-60:]
        if _WHO["not_hidden"].search(f"{before[-40:]} {whom[:20]}") is not None:
            continue
        known = _NOT["is_known"].search(f"{before} {match.group()}") is not None
        first = next(_persons(whom, people), (_OBJECT, "judging"))[0]
        if not known or (first > 1 and _NOT["names_someone"].match(whom) is None):
            continue
        if _NOT["until_assigned"].search(text[match.end() :]) is not None:
            continue
        if _NOT["something_else"].search(before) is None:
            yield _sides(whom[:_SUBJECT], people), match.start(), match.end()
    for match in _NOT["to_this_one"].finditer(text):
        if _NOT["something_else"].search(match.group()) is None:
            yield _sides(text[: match.start()] + " who", people), match.start(), match.end()
    for match in _NOT["deceived"].finditer(text):
        yield {"treated"}, match.start(), match.end()
    for name in ("hushed", "without_sign"):
        for match in _NOT[name].finditer(text):
            yield {"judging"}, match.start(), match.end()


def _nobody(text: str, match: re.Match[str], people: re.Pattern[str] | None) -> set[Side]:
    """Whom "nobody" means: both sides, or one where only it is meant or the other is left out."""
    after = text[match.end("nobody") : match.end("nobody") + 60]
    if not _of_treatment(text[match.end() : match.end() + _OBJECT], match.group()):
        return set()
    if _WHO["nobody_measuring"].match(after):
        return {"judging"}
    left_out = _WHO["limited"].search(text[match.start() :])
    if left_out is not None and _side(left_out["who"], people) == {"treated"}:
        return {"judging"}
    return set(_BOTH)


def _of_treatment(after: str, said: str) -> bool:
    """Whether what was not known is a treatment's: what follows names it, or nothing else."""
    after = _SAID["clause_ends"].split(after, maxsplit=1)[0]
    if _NOT["something_else"].search(after) is not None:
        return False
    return not after.strip() or _NOT["what"].search(said[-40:] + after) is not None


def _subject(text: str, place: int) -> str:
    """Who stands before a word, from the last turn of the sentence on."""
    before = text[max(0, place - _SUBJECT) : place]
    turns = [m.end() for m in _SAID["turns"].finditer(before)]
    return before[turns[-1] :] if turns else before


def _denied(text: str, place: int) -> bool:
    return _SAID["no"].search(_subject(text, place)) is not None


def _sides(subject: str, people: re.Pattern[str] | None, said: str = "were") -> set[Side]:
    """The sides to which the persons of a list belong."""
    if _WHO["everybody"].search(subject) is not None:
        return set(_BOTH)
    after_it = _SAID["of_the_last"].match(said) and _SAID["both"].search(subject) is None
    named = _SAID["who_ends"].search(subject) or (after_it and _SAID["comma"].search(subject))
    if named:
        # "by a nurse who did not know", "a nurse without knowledge of it": the last one named.
        found = [*_persons(subject[: named.start()], people)]
        if found and _WHO["agent"].search(subject[: found[-1][0]]) is not None:
            return {"judging"}
        return {found[-1][1]} if found else set()
    sides: set[Side] = set()
    for part in reversed(_SAID["and"].split(subject)):
        if _SAID["relative"].match(part) is not None:
            continue
        if (
            sides
            and _SAID["has_a_verb"].search(_SAID["relative"].split(part, maxsplit=1)[0]) is not None
        ):
            break
        sides |= _side(part, people)
    return sides


def _side(part: str, people: re.Pattern[str] | None) -> set[Side]:
    """The side of the first person in a part of a list: others may stand in what is said of it."""
    found = min(_persons(part, people), default=None)
    return {found[1]} if found else set()


def _persons(text: str, people: re.Pattern[str] | None) -> Iterator[tuple[int, Side]]:
    # Those treated are read first where both would fit at one place.
    taken: list[tuple[int, Side]] = []
    for match in _WHO["treated"].finditer(text):
        taken.append((match.start(), "treated"))
    if people is not None:
        taken += [(m.start(), "treated") for m in people.finditer(text)]
    places = {place for place, _ in taken}
    taken += [
        (m.start(), "judging") for m in _WHO["others"].finditer(text) if m.start() not in places
    ]
    return iter(sorted(taken))


def _named_here(document: Document) -> re.Pattern[str] | None:
    """Whom the abstract counts ("72 singers"): they are those treated, unless others by name."""
    found: set[str] = set()
    for match in _SAID["counted"].finditer(document.whole):
        noun = match["noun"].casefold()
        if _WHO["judges"].search(noun) is None:
            found.add(re.escape(noun.removesuffix("s")))
    return re.compile(rf"\b(?:{'|'.join(sorted(found))})s?\b", re.IGNORECASE) if found else None

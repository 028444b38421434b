"""What befell people who were given something, where the text calls nothing a harm.

A text need not say "adverse event" to tell of one: nausea in twelve on the drug, a relapse after
the sessions, an operation that had to be done again. Whether the treatment was the reason is
left open; that the text tells of it is not silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from evidence_atlas.records import Quote, Sentence
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text.numbers import in_digits
from ..text.stems import stems

_TABLE = tables.load("harms_befell")
_OF_TREATMENT = cue(_TABLE["of_treatment"])
_OF_ILLNESS = cue(_TABLE["of_illness"])
_WORSE = cue(_TABLE["worse"])
_GRAVE = cue(_TABLE["grave"])
_EVENT = "(?:" + "|".join(_TABLE[name] for name in ("of_treatment", "of_illness")) + ")"
_STOPPED = tables.any_of(told.replace("EVENT", _EVENT) for told in _TABLE["stopped"])
_BAD = "(?:" + "|".join((_EVENT, _TABLE["grave"], r"\binfections?\b")) + ")"
_NONE_OF = tables.any_of(told.replace("BAD", _BAD) for told in _TABLE["none_of"])
_COUNT = cue(_TABLE["count"])
_CAME = cue(_TABLE["came"])
_BESIDE_GIVEN = cue(_TABLE["beside_given"])
_BEFORE = cue(_TABLE["before"])
_LESSENED = cue(_TABLE["lessened"])
_DENIED = cue(_TABLE["denied"])
_END_POINT = cue(_TABLE["end_point"])
_RETURNED = cue(_TABLE["returned"])
_RELAPSE = re.compile(r"relaps", re.IGNORECASE)
_BY_ITS_NAME = cue(_TABLE["by_its_name"])
_ALIKE = cue(_TABLE["alike"])
_COMPARED = cue(_TABLE["compared"])
_SIDES = re.compile(_TABLE["sides"], re.IGNORECASE)
_OTHER_SIDE = cue(_TABLE["other_side"])
_NOT_A_COUNT = re.compile(_TABLE["not_a_count"], re.IGNORECASE)
_FIGURE = re.compile(r"\b(?:\d+(?:,\d{3})*(?:\.\d+)?|none)\b(?! ?[-–]\d)", re.IGNORECASE)
_CLAUSE = re.compile(r";\s|,\s(?:and|but|while|whereas|though|although|which)\s")
_WORD = re.compile(r"[a-z]{5,}")


class _Asked:
    """What the study set out to see, looked for where something may be a harm at all."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def stems(self) -> frozenset[str]:
        """The things that title and aim, or the words on outcomes, name: these are no harms."""
        sought = [self._document.title]
        for _, sentence in self._document.parts():
            if sentence.role == "aim" or _END_POINT.search(sentence.text):
                sought.append(sentence.text)
        return frozenset(stem for text in sought for stem in _stems(text))


def told(document: Document) -> Iterator[tuple[Quote, Quote]]:
    """Each sentence that tells of what may be a harm, with the words that name it."""
    asked = _Asked(document)
    for _, sentence in document.parts("results", "other", "conclusions", "methods"):
        match = _befallen(sentence, asked)
        if match is not None:
            start, end = (sentence.start + at for at in match)
            yield document.quote(sentence.start, sentence.end), document.quote(start, end)


def none_of_some(document: Document) -> Sentence | None:
    """The sentence which tells that none came of some bad things, called by their names."""
    asked = _Asked(document)
    for _, sentence in document.parts("results", "other", "conclusions", "methods"):
        text = sentence.text
        match = _NONE_OF.search(text)
        if match is None or _BEFORE.search(text) or _END_POINT.search(text):
            continue
        if not _stems(match.group()) & asked.stems and not _COMPARED.search(match.group()):
            return sentence
    return None


def _befallen(sentence: Sentence, asked: _Asked) -> tuple[int, int] | None:
    """Where the sentence names what befell people; None where it tells of nothing such."""
    text = sentence.text
    if _BEFORE.search(text) or _END_POINT.search(text):
        return None
    match = _STOPPED.search(text)
    if match is not None and _plainly(text, match):
        return match.span()
    planned = sentence.role == "methods" and _CAME.search(text) is None
    if planned:
        return None
    kinds = [k for k in (_OF_TREATMENT, _WORSE, _GRAVE, _OF_ILLNESS) if k.may_stand(text)]
    for start, end in _clauses(text) if kinds else ():
        clause = text[start:end]
        for kind in kinds:
            for match in kind.finditer(clause):
                if _counts(kind, text, clause, match, asked):
                    return start + match.start(), start + match.end()
    return None


def _counts(kind: Cue, text: str, clause: str, match: re.Match[str], asked: _Asked) -> bool:
    """Whether this bad thing is told as having come to some of those who were given something."""
    if _LESSENED.search(clause) or not _plainly(clause, match):
        return False
    if _OTHER_SIDE.search(clause) and not _SIDES.search(in_digits(text)):
        return False  # it befell those alone who were not given it
    named = _BY_ITS_NAME.search(match.group()) is not None
    if kind is not _WORSE and not named and _stems(match.group()) & asked.stems:
        return False
    if not _COUNT.search(clause):
        return False
    if kind is _OF_TREATMENT:
        return _told_as_come(clause, text, match)
    if _ALIKE.search(clause) or _less_with_it(clause):
        return False
    if kind is _WORSE:
        return not (_RELAPSE.match(match.group()) and _RETURNED.search(text))
    if kind is _GRAVE:
        return True
    return bool(_CAME.search(clause) and _BESIDE_GIVEN.search(text))


def _told_as_come(clause: str, text: str, match: re.Match[str]) -> bool:
    """Whether it is told as having happened: by its verb, or beside what was given."""
    return bool(_CAME.search(clause) or _CAME.search(match.group()) or _BESIDE_GIVEN.search(text))


def _plainly(text: str, match: re.Match[str]) -> bool:
    """Whether nothing in front of it, or within it, denies it."""
    return _DENIED.search(text, 0, match.start()) is None


def _less_with_it(text: str) -> bool:
    """Whether fewer are counted with what was given than with the other.

    Of what may be the very aim (a death, a relapse, a fall) this is what a treatment is for. The
    side told first is the one treated, but where it is called the other.
    """
    plain = _NOT_A_COUNT.sub("", in_digits(text))
    turn = _SIDES.search(plain)
    if turn is None:
        return False
    here, there = _FIGURE.search(plain[: turn.start()]), _FIGURE.search(plain[turn.end() :])
    if here is None or there is None:
        return False
    first, second = (_value(m.group()) for m in (here, there))
    if _OTHER_SIDE.search(plain[: turn.start()]):
        first, second = second, first
    return first < second


def _value(figure: str) -> float:
    return 0.0 if figure.isalpha() else float(figure.replace(",", ""))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CLAUSE.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def _stems(text: str) -> frozenset[str]:
    return stems(_WORD.findall(text.casefold()))

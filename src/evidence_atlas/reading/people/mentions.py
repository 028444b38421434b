"""Every place where an abstract counts people, and what kind of people it counts there.

A number is people where a noun phrase behind it says so (phrases.py), where a label such as
"(n = 24)" follows one (labelled.py), or where the sentence has named them (elliptical.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from . import (
    as_many,
    bare_brackets,
    by_sex,
    compared_later,
    elliptical,
    labelled,
    may_be_people,
    named_before,
    of_others,
    phrases,
    rows,
    short_forms,
    told_together,
)
from .kinds_of_people import Found, Kind
from .people_words import CUES, HEAD, NEAR, VERBS, near
from .told_together import Counted


@dataclass(frozen=True)
class Mention:
    """A count of people. `subset` where it counts a part of them.

    `sentence` is None for the title. `illness` is the condition named with it. `each` where
    the count is of every group; `labelled_n` is how it is labelled ("n = 24"); `shares_noun`
    where the next count's noun names them ("90 and 217 nurses").
    """

    value: int
    start: int
    end: int
    sentence: int | None
    role: str
    kind: Kind
    phrase: str
    illness: str | None
    own: bool
    subset: bool
    labelled_n: Literal["", "n", "N"]
    each: bool
    quote: Quote
    shares_noun: bool = False

    @property
    def of_pairs(self) -> bool:
        """Whether pairs are counted: "40 matched pairs", "22 pairs of twins"."""
        return any(CUES[n].search(self.phrase) for n in ("pairs_next", "bare_pairs_next"))


def find(document: Document) -> list[Mention]:
    """Every count of people in title and abstract, in the order of the text (title first)."""
    places: list[tuple[str, int, int | None, str]]
    places = [(document.title, 0, None, "title")] if numbers.find(document.title) else []
    places += [(s.text, s.start, i, s.role) for i, s in document.parts() if numbers.find(s.text)]
    if not places:
        return []
    short, people = short_forms.find(document), short_forms.people(document)
    found: list[Mention] = []
    elsewhere = any(
        document.may_hold(CUES[name]) for name in ("told_elsewhere", "animals", "no_people")
    )
    comment = CUES["comment_title"].search(document.title) is not None
    for text, offset, index, role in places:
        if (elsewhere and of_others.or_animals(text)) or of_others.of_the_world(text, role):
            continue
        if index is not None and of_others.of_other_authors(text, comment):
            continue
        found += _in_text(document, text, offset, index, role, short, people)
    if not any(not m.subset and m.role in ("title", "aim", "methods") for m in found):
        found += _lone(document, found)
    return compared_later.read(document, found)


def _lone(document: Document, others: list[Mention]) -> list[Mention]:
    """The only "(n = 433)", or number of interviews, where nobody else is counted."""
    found: list[Mention] = []
    told = any(not m.subset for m in others)
    for i, sentence in document.parts("methods", "aim", *(() if told else ("results",))):
        if CUES["things"].search(sentence.text) or of_others.or_animals(sentence.text):
            continue
        if sentence.role == "aim" and not CUES["own_study"].search(sentence.text):
            continue
        for match in (
            *CUES["lone_n"].finditer(sentence.text),
            *CUES["lone_interviews"].finditer(sentence.text),
            *CUES["lone_questionnaires"].finditer(sentence.text),
        ):
            start, end = match.span("n")
            if _AND_OTHERS.match(sentence.text, end):
                continue
            if any(m.sentence == i and m.start == start for m in others):
                continue
            quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
            value = int("".join(c for c in match["n"] if c.isdigit()))
            found.append(Mention(value, start, end, i, sentence.role, "people", "n", None, False,
                                 False, "N", False, quote))  # fmt: skip
    return found if len({m.value for m in found}) == 1 else []


def _in_text(
    document: Document,
    text: str,
    offset: int,
    index: int | None,
    role: str,
    short: dict[str, str],
    people: dict[str, str],
) -> list[Mention]:
    counts: list[Counted] = []
    unnamed: list[tuple[numbers.Number, re.Match[str]]] = []
    alone: list[numbers.Number] = []
    bare: list[numbers.Number] = []
    most = 0
    for number in numbers.find(text):
        if not may_be_people.may_count(text, number):
            continue
        before = near(text, number.start)
        label = CUES["n_equals_before"].search(before)
        found: Found | None = None
        if label is not None and _AND_OTHERS.match(text, number.end):
            continue  # "(n = 31, 27 and 30)": of which groups, no word before it tells.
        if label is not None:
            at = number.start - len(before) + label.start()
            found = labelled.read(document, text, number, at, label["n"] == "N", short)
            if found is None or not _BRACKETED.search(before[: label.start()]):
                found = phrases.read(document, text, number, False) or found
            if found is None:
                unnamed.append((number, label))
        elif not numbers.is_year(text, number):
            bare.append(number)
            found = phrases.read(document, text, number, most > (number.value or 0))
            found = found or elliptical.read(document, text, number, people)
            found = named_before.read(document, text, number, found, short) or found
            if found is None and bare_brackets.alone(text, number):
                alone.append(number)
        if (
            found is not None
            and not may_be_people.of_a_network(text, number, found)
            and not may_be_people.simulated(text, number, found)
        ):
            counts.append((number, found, label["n"] if label is not None else ""))
            most = max(most, number.value or 0)
    counts = by_sex.read(document, text, rows.read(document, text, bare, counts), short)
    counts = as_many.read(document, text, counts)
    counts += _listed(document, text, counts, unnamed, short)
    if alone:
        others = [f for _, f, _ in counts if not f.subset]
        counts += [(n, f, "n") for n, f in bare_brackets.read(document, text, alone, others, short)]
    counts = [(n, _by_short_form(document, text, f, short), label) for n, f, label in counts]
    return [
        _mention(document, text, offset, index, role, number, found, label)
        for number, found, label in told_together.read(text, counts)
    ]


_AND_OTHERS = cue(r"(?:,\s\d+)+,?\sand\s\d+\)", 0)
_BRACKETED = cue(r"[(\[]\s?(?:[\w-]+[;,]\s)?\Z")


def _listed(
    document: Document,
    text: str,
    counts: list[Counted],
    unnamed: list[tuple[numbers.Number, re.Match[str]]],
    short: dict[str, str],
) -> list[Counted]:
    """Labels whose words name nobody are groups too where their neighbours are people.

    "LC n = 45, well-recovered n = 40"; "participants grouped as infected (n = 40), not (n = 9)".
    """
    if not unnamed:
        return []
    people = any(n and not f.subset for _, f, n in counts)
    if not people and not (len(unnamed) > 1 and HEAD.search(text)):
        return []
    found = []
    for number, label in unnamed:
        at = number.start - (len(label.string) - label.start())
        group = labelled.read(document, text, number, at, label["n"] == "N", short, anyway=True)
        if group is not None and not CUES["things"].search(group.phrase):
            found.append((number, group, label["n"]))
    return found


def _by_short_form(document: Document, text: str, found: Found, short: dict[str, str]) -> Found:
    """The condition that a short form stands for: "30 FMS patients", "30 people with FMS"."""
    if not short or found.kind == "controls":
        return found
    if found.illness is not None and document.illness.any_name.search(found.illness):
        return found
    behind = CUES["people_with_after"].match(text, found.end)
    words = f"{found.phrase} {found.illness or (behind['rest'][:40] if behind else '')}"
    named = short_forms.named(short, words)
    if named is None:
        return found
    if short_forms.denied(short, found.phrase):
        return found._replace(kind="controls", illness=None, own=False)
    own = document.illness.any_own.search(named) is not None
    return found._replace(kind="patients", illness=named, own=own)


def _mention(
    document: Document, text: str, offset: int, index: int | None, role: str,
    number: numbers.Number, found: Found, label: str,
) -> Mention:  # fmt: skip
    value = number.value or 0
    return Mention(
        value=value,
        start=number.start,
        end=found.end,
        sentence=index,
        role=role,
        kind=found.kind,
        phrase=found.phrase,
        illness=found.illness,
        own=found.own,
        # "One patient improved" is one of them; reports of one person are read elsewhere.
        subset=found.subset or value == 1,
        labelled_n="N" if label == "N" else "n" if label else "",
        each=_each(text, number.start, found.end),
        quote=document.quote(
            offset + found.start, offset + found.end, "title" if index is None else "abstract"
        ),
        shares_noun=found.shares_noun,
    )


def _each(text: str, start: int, end: int) -> bool:
    """Whether the count is of every group, not of everybody."""
    if CUES["each_after"].match(text[end : end + 70]):
        return True
    told = CUES["each_before"].within(text, start - NEAR, start)
    # "With tests in each group, 419 adults were randomly assigned": so many in all.
    divided = VERBS["randomised"].search(text, end, end + 70)
    return told is not None and not ("," in told[0] and divided)


def as_people(mention: Mention) -> Mention:
    """The same count without a claim that these are controls."""
    return replace(mention, kind="people")

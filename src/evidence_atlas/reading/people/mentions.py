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
from ..text import numbers, short_forms
from . import bare_brackets, elliptical, kinds_of_people, labelled, phrases
from .kinds_of_people import Found, Kind
from .people_words import CUES, HEAD, near, numbers_a_group


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
        return CUES["pairs_next"].search(self.phrase) is not None


_MOST = 10**9
_FEW = 11
_NETWORK = 10**7
"""More people than a study takes in by name; so many are told of a whole data base."""
_WORLD = cue(
    r"\baffect(?:s|ed|ing)?\b[^.;]{0,60}\b(?:millions?|billions?|\d{1,3},\d{3},\d{3})\b|"
    r"\b(?:millions?|billions?|\d{1,3},\d{3},\d{3})\s(?:of\s)?(?:[\w-]+\s){0,4}?"
    r"(?:worldwide|globally|around the world|in the world)\b|"
    r"\b(?:millions?|\d{1,3},\d{3},\d{3})\s(?:confirmed\s)?(?:cases|people|infections)\b[^.;]{0,60}"
    r"\b(?:deaths|fatalities|died)\b|"
    r"\b(?:has|have|had) (?:\w+ )?infected\b|"
    r"\bcases\b[^.;]{0,40}\b(?:have|has|had) been (?:\w+ )?(?:confirmed|reported)\b|"
    r"\d (?:total |confirmed |laboratory-confirmed ){0,2}cases and [\d,]+ (?:deaths|fatalities)\b"
)
"""The sick of the world, in a sentence on the background of a study."""
_OF_A_COUNTRY = cue(
    r"\b(?:\d{1,3},\d{3},\d{3}|millions?)\b[^.;]{0,60}\b(?:deaths )?(?:worldwide|globally)\b|"
    r"\bthere (?:are|were|is) (?:\w+ )?(?:[\d.,]+|\w+) (?:million|billion) (?:\w+ ){0,3}?"
    r"(?:patients|people|cases|adults|individuals)\b|"
    r"\baffects\s(?:an?\s)?(?:(?:estimated|over|more than|about|around|approximately|roughly|"
    r"nearly|almost|at least|up to)\s){0,2}(?:[\d.,]+|\w+(?:\shundred)?)\s(?:million|billion)\b"
)
_OPENS = cue(r"\s?[(\[]", 0)
_OPENS_LATER = cue(r"[^()\[\].;\d]{0,60}\s[(\[]", 0)
_Counted = tuple[numbers.Number, Found, str]
"""A number, the people it counts, and its label ("n", "N" or none)."""


def find(document: Document) -> list[Mention]:
    """Every count of people in title and abstract, in the order of the text (title first)."""
    places: list[tuple[str, int, int | None, str]]
    places = [(document.title, 0, None, "title")] if numbers.find(document.title) else []
    places += [(s.text, s.start, i, s.role) for i, s in document.parts() if numbers.find(s.text)]
    if not places:
        return []
    short, people = short_forms.find(document), short_forms.people(document)
    found: list[Mention] = []
    elsewhere = document.may_hold(CUES["told_elsewhere"]) or document.may_hold(CUES["animals"])
    for text, offset, index, role in places:
        if (elsewhere and _not_theirs(text)) or _of_the_world(text, role):
            continue
        found += _in_text(document, text, offset, index, role, short, people)
    if not any(not m.subset and m.role in ("title", "aim", "methods") for m in found):
        found += _lone(document, found)
    return found


def _not_theirs(text: str) -> bool:
    """Whether a sentence counts the sick of the world, or animals."""
    return bool(
        CUES["told_elsewhere"].search(text)
        or (CUES["animals"].search(text) and not CUES["human"].search(text))
    )


def _of_the_world(text: str, role: str) -> bool:
    """Whether a sentence counts the sick of the world or of a country."""
    if role == "background":
        return _WORLD.search(text) is not None
    return _OF_A_COUNTRY.search(text) is not None


def _lone(document: Document, others: list[Mention]) -> list[Mention]:
    """The only "(n = 433)", or number of interviews, where nobody else is counted."""
    found: list[Mention] = []
    told = any(not m.subset for m in others)
    for i, sentence in document.parts("methods", "aim", *(() if told else ("results",))):
        if CUES["things"].search(sentence.text):
            continue
        if sentence.role == "aim" and not CUES["own_study"].search(sentence.text):
            continue
        for match in (
            *CUES["lone_n"].finditer(sentence.text),
            *CUES["lone_interviews"].finditer(sentence.text),
        ):
            start, end = match.span("n")
            if any(m.sentence == i and m.start == start for m in others):
                continue
            quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
            value = int(match["n"].replace(",", ""))
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
    counts: list[_Counted] = []
    unnamed: list[tuple[numbers.Number, re.Match[str]]] = []
    alone: list[numbers.Number] = []
    most = 0
    for number in numbers.find(text):
        if not _may_count(text, number):
            continue
        before = near(text, number.start)
        label = CUES["n_equals_before"].search(before)
        found: Found | None = None
        if label is not None:
            at = number.start - len(before) + label.start()
            found = labelled.read(document, text, number, at, label["n"] == "N", short)
            if found is None or not _BRACKETED.search(before[: label.start()]):
                found = phrases.read(document, text, number, False) or found
            if found is None:
                unnamed.append((number, label))
        elif not numbers.is_year(text, number):
            found = phrases.read(document, text, number, most > (number.value or 0))
            found = found or elliptical.read(document, text, number, people)
            found = _named_before(document, text, number, found, short) or found
            if found is None and bare_brackets.alone(text, number):
                alone.append(number)
        if found is not None and not _of_a_network(text, number, found):
            counts.append((number, found, label["n"] if label is not None else ""))
            most = max(most, number.value or 0)
    counts += _listed(document, text, counts, unnamed, short)
    if alone:
        others = [f for _, f, _ in counts if not f.subset]
        counts += [(n, f, "n") for n, f in bare_brackets.read(document, text, alone, others, short)]
    counts = [(n, _by_short_form(document, text, f, short), label) for n, f, label in counts]
    counts = _in_brackets(text, sorted(counts, key=lambda c: c[0].start))
    counts = _told_once(text, counts)
    return [
        _mention(document, text, offset, index, role, number, found, label)
        for number, found, label in _beside_each_other(text, counts)
    ]


_BRACKETED = cue(r"[(\[]\s?(?:[\w-]+[;,]\s)?\Z")


def _named_before(
    document: Document,
    text: str,
    number: numbers.Number,
    found: Found | None,
    short: dict[str, str],
) -> Found | None:
    """ "The control group (21 people)": those in a bracket are who is named before it."""
    if found is not None and found.kind != "people":
        return None
    group = CUES["group_had_before"].search(near(text, number.start))
    if group is not None and CUES["members_next"].match(text, number.end):
        start = number.start - (len(group.string) - group.start())
        kind, illness, own, _ = kinds_of_people.of(
            document, group["name"], group["name"], len(group["name"])
        )
        if kind != "people":
            return Found(start, number.end, kind, group["name"], illness, own)
    if found is None or not CUES["people_alone"].fullmatch(found.phrase):
        return None
    opened = CUES["bracket_before"].search(near(text, number.start))
    if opened is None or not CUES["bracket_ends"].match(text, found.end):
        return None
    told = labelled.read(document, text, number, number.start, False, short)
    return told if told is not None and told.kind != "people" else None


def _may_count(text: str, number: numbers.Number) -> bool:
    """Whether the number could count anything: no share, range, spread, or number of a thing."""
    return (
        number.value is not None
        and 1 <= number.value <= _MOST
        and not numbers.is_percent(text, number.end)
        and not numbers.opens_range(text, number.end)
        and not CUES["not_a_count_before"].search(text[max(0, number.start - 20) : number.start])
        and not numbers_a_group(text, number)
        and not (number.value < _FEW and _for_each(text, number))
        and not CUES["weighted_before"].search(text[max(0, number.start - 46) : number.start])
        and not CUES["unweighted_after"].match(text, number.end)
    )


def _for_each(text: str, number: numbers.Number) -> bool:
    """Whether so few are those matched to each of the others: "each matched to two people"."""
    return bool(
        CUES["matched_to_before"].search(near(text, number.start))
        or CUES["each_matched_before"].search(text[: number.start])
    )


def _of_a_network(text: str, number: numbers.Number, found: Found) -> bool:
    """Whether so many are those whose records a network of hospitals holds."""
    many = (number.value or 0) >= _NETWORK
    return many and CUES["network_after"].match(text, found.end) is not None


def _listed(
    document: Document,
    text: str,
    counts: list[_Counted],
    unnamed: list[tuple[numbers.Number, re.Match[str]]],
    short: dict[str, str],
) -> list[_Counted]:
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


def _in_brackets(text: str, counts: list[_Counted]) -> list[_Counted]:
    """ "60 patients (20 with asthma)": what a bracket behind patients holds is some of them.

    Where it holds all of them, these are groups of their own; of patients whose illness is named
    a control group is then an arm, as ill as the others.
    """
    found = list(counts)
    for i, (number, whole, label) in enumerate(counts):
        opened = _OPENS.match(text, whole.end)
        if opened is None and not label:
            opened = _OPENS.match(text, whole.start + len(whole.phrase))
        later = _OPENS_LATER.match(text, whole.end) if whole.illness and opened is None else None
        opened = opened or later
        if opened is None or whole.kind != "patients":
            continue
        close = text.find(")" if opened[0].endswith("(") else "]", opened.end())
        inside = [j for j in range(i + 1, len(counts)) if counts[j][0].start < close]
        held = sum(counts[j][0].value or 0 for j in inside)
        if later is not None and held != number.value:
            continue
        if held < 0.9 * (number.value or 0):
            for j in inside:
                # "89 patients (41 with wheeze and 48 without)": a bare number is a part too.
                if counts[j][1].kind != "controls" or counts[j][1].phrase.isdigit():
                    found[j] = (counts[j][0], counts[j][1]._replace(subset=True), counts[j][2])
        elif whole.illness and not any(
            CUES["never_words"].search(counts[j][1].phrase) for j in inside
        ):
            for j in inside:
                if counts[j][1].kind == "controls":
                    found[j] = (counts[j][0], counts[j][1]._replace(kind="people"), counts[j][2])
    return found


def _told_once(text: str, counts: list[_Counted]) -> list[_Counted]:
    """ "34 inpatients and 25 outpatients with asthma": the illness is named once for both."""
    found = list(counts)
    for i in range(len(counts) - 1, 0, -1):
        (number, later, label), (_, first, _) = found[i], found[i - 1]
        if (
            first.kind == later.kind == "patients"
            and first.illness is None
            and later.illness is not None
            and not (first.subset or later.subset or label)
            and CUES["joined_groups"].fullmatch(text, first.end, number.start)
        ):
            named = first._replace(illness=later.illness, own=later.own, shares_noun=True)
            found[i - 1] = (found[i - 1][0], named, found[i - 1][2])
    return found


def _beside_each_other(text: str, counts: list[_Counted]) -> list[_Counted]:
    """People who stand beside others as those whom these are compared with.

    Those who recovered or were never infected, wherever others are counted too; beside people
    with an illness also those said to be well or without it, and as many others.
    """
    ill = [(n.value, f) for n, f, _ in counts if f.kind == "patients" and not f.subset]
    back = [
        f.kind != "controls"
        and (
            (len(counts) > 1 and CUES["recovered"].search(f.phrase) is not None)
            or (len(counts) > 1 and CUES["recovered_after"].match(text, f.end) is not None)
            or _compared(text, n, f, ill, len(counts))
        )
        for n, f, _ in counts
    ]
    if len(counts) > 1 and all(
        is_back or f.kind == "controls" for is_back, (_, f, _) in zip(back, counts, strict=True)
    ):
        return counts
    return [
        (n, f._replace(kind="controls", illness=None, own=False), label)
        if is_back
        else (n, f, label)
        for (n, f, label), is_back in zip(counts, back, strict=True)
    ]


def _compared(
    text: str, number: numbers.Number, found: Found, ill: list[tuple[int | None, Found]], among: int
) -> bool:
    """Whether people of no named illness are those that the ill are compared with."""
    if found.kind != "people" or found.subset:
        return False
    if CUES["compared_before"].search(near(text, found.start)):
        return True
    if among > 1 and CUES["compared_words"].search(found.phrase):
        return True
    if not ill or CUES["asked_beside"].search(found.phrase):
        return False
    return CUES["compared_after"].match(text, found.end) is not None or any(
        value == number.value and CUES["beside_joint"].fullmatch(text[other.end : found.start])
        for value, other in ill
    )


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
    if found.illness is None and CUES["without_after"].match(text, found.end):
        return found._replace(kind="controls")
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
    return bool(
        CUES["each_after"].match(text[end : end + 70])
        or CUES["each_before"].search(near(text, start))
    )


def as_people(mention: Mention) -> Mention:
    """The same count without a claim that these are controls."""
    return replace(mention, kind="people")

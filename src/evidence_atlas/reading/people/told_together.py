"""What the counts of one sentence say of each other: parts, the compared, an illness named once."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from ..text import numbers
from .kinds_of_people import Found
from .people_words import CUES, NEAR

Counted = tuple[numbers.Number, Found, str]
"""A number, the people it counts, and its label ("n", "N" or none)."""

NOT_ONE = cue(r"\bnon-?\s?(?P<name>[a-z]{4,}?)s?\b")
"""Those who are not of a group that is named: "non-smokers", "non-severe"."""
_FORM_OF_ILL = cue(r"\b(?P<form>[A-Z][A-Za-z]{0,5}[A-Z])\s(?:in-?|out-?)?(?:patients|cases)\b", 0)
_OPENS = cue(r"\s?[(\[]", 0)
_OPENS_LATER = cue(r"[^()\[\].;\d]{0,60}\s[(\[]", 0)


def read(text: str, counts: list[Counted]) -> list[Counted]:
    """The counts in the order of the text, each as its neighbours let it be understood."""
    found = _of_another_illness(sorted(counts, key=lambda c: c[0].start))
    found = _in_brackets(text, _called_compared(text, found))
    return _beside_each_other(text, _told_once(text, found))


def _called_compared(text: str, counts: list[Counted]) -> list[Counted]:
    """ "Control groups of healthy adults (n = 50) and matched patients (n = 57)": both are."""
    found, before = [], None
    for number, people, label in counts:
        called = CUES["compared_lead"].search(text, 0, people.start) is not None or (
            before is not None
            and CUES["compared_list_joint"].fullmatch(text, before.end, people.start) is not None
        )
        before = people if called else None
        if called:
            people = people._replace(kind="controls", illness=None, own=False)
        found.append((number, people, label))
    return found


def _of_another_illness(counts: list[Counted]) -> list[Counted]:
    """ "25 asthma patients, 20 depressed patients and 30 controls": the second are not ill with it.

    So have "RA patients (n = 20)" beside those of a named illness. Where nobody else's illness is
    named, such words may tell more of the record's own.
    """
    names = [f.illness for _, f, _ in counts if f.illness and not f.subset]
    if not names or len(counts) == 1:
        return counts
    found = []
    for number, people, label in counts:
        told = _other_illness(people)
        if told is not None and not any(told[:5].lower() in n.lower() for n in names):
            people = people._replace(illness=told)
        found.append((number, people, label))
    return found


def _other_illness(people: Found) -> str | None:
    """The word of a phrase that names an illness which its count does not name."""
    if people.kind != "patients" or people.illness is not None or people.subset:
        return None
    word = CUES["other_ill"].search(people.phrase)
    form = _FORM_OF_ILL.search(people.phrase)
    return word[0] if word else form["form"] if form else None


def _in_brackets(text: str, counts: list[Counted]) -> list[Counted]:
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


def _told_once(text: str, counts: list[Counted]) -> list[Counted]:
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
            and not _of_those_before(text, first, number)
        ):
            named = first._replace(illness=later.illness, own=later.own, shares_noun=True)
            found[i - 1] = (found[i - 1][0], named, found[i - 1][2])
    return found


def _of_those_before(text: str, first: Found, number: numbers.Number) -> bool:
    """ "Of 90 inpatients, 40 had asthma": the second number is of those counted first."""
    whole = CUES["out_of_before"].search(text, 0, first.start)
    return whole is not None and text[first.end : number.start].strip() == ","


def _beside_each_other(text: str, counts: list[Counted]) -> list[Counted]:
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
            or _no_longer_ill(text, f, [g for _, g in ill])
            or (
                _compared(text, n, f, ill, len(counts))
                and not _other_half(f, [g for _, g, _ in counts])
            )
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


def _no_longer_ill(text: str, found: Found, ill: list[Found]) -> bool:
    """ "Had got over asthma", beside people with another illness: what followed it, say."""
    others = [g for g in ill if g.illness and g is not found and g.illness != found.illness]
    return (
        found.illness is not None
        and bool(others)
        and CUES["recovered_after"].match(text, found.start + len(found.phrase)) is not None
    )


def _other_half(found: Found, told: list[Found]) -> bool:
    """ "Worse in 40 smokers than in 60 non-smokers": two kinds of the same people."""
    lacking = NOT_ONE.search(found.phrase)
    return lacking is not None and any(
        g.kind != "controls" and g.illness is None and lacking["name"].lower() in g.phrase.lower()
        for g in told
        if g is not found
    )


def _compared(
    text: str, number: numbers.Number, found: Found, ill: list[tuple[int | None, Found]], among: int
) -> bool:
    """Whether people of no named illness are those that the ill are compared with."""
    if found.kind != "people" or found.subset:
        return False
    if CUES["other_sex_before"].within(text, found.start - NEAR, found.start):
        return False  # "429 were males versus 537 females": the sexes of one group.
    if CUES["compared_before"].within(text, found.start - NEAR, found.start):
        return True
    if among > 1 and CUES["compared_words"].search(found.phrase):
        return True
    if ill and CUES["donors_last"].search(found.phrase):
        return True  # "624 donors and 178 patients": they gave blood, and are well.
    if CUES["paired_with_before"].search(text, 0, found.start) and CUES["never_ill_next"].match(
        text, found.start + len(found.phrase)
    ):
        return True
    if not ill or CUES["asked_beside"].search(found.phrase):
        return False
    if CUES["received_next"].match(text, found.end):
        return False  # "24 patients were given it and 24 were given placebo": an arm.
    return CUES["compared_after"].match(text, found.end) is not None or any(
        value == number.value and CUES["beside_joint"].fullmatch(text[other.end : found.start])
        for value, other in ill
    )

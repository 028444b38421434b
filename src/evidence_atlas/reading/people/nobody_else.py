"""Who is everybody where nobody else is counted: the patients, or the healthy people of a trial.

"The mask was tried on 22 patients"; "in a randomised trial 138 healthy volunteers took a syrup".
"""

from __future__ import annotations

from ..document import Document
from .mentions import Mention
from .people_words import CUES
from .places import Count, around, count_of, text_of

_OWN = frozenset(("title", "aim", "methods"))


def read(document: Document, whole: list[Mention], facts: dict[str, Count], trial: bool) -> None:
    """Take the patients for the total where the text counts nobody beside them."""
    if trial:
        _only_the_well(whole, facts)
    _only_the_enrolled(whole, facts)
    patients = facts.get("patients")
    if patients is None or "total" in facts or "controls" in facts:
        return
    theirs = [m for m in whole if m.value == patients.value]
    told = len({m.sentence for m in theirs}) > 1 or any(m.role in _OWN for m in theirs)
    if (
        told
        and not any(m.value > patients.value or m.each or m.of_pairs for m in whole)
        and not any(CUES["asked_beside"].search(m.phrase) for m in whole)
        and not any(_came_up(document, m) for m in theirs)
    ):
        facts["total"] = patients


def in_a_sample(document: Document, seen: list[Mention], facts: dict[str, Count]) -> None:
    """ "We tested a subsample of 63 women": they are everybody where no more are counted.

    So are those of whom results begin to tell: "In the 20 cases, levels fell".
    """
    if "total" in facts or "patients" in facts or "controls" in facts:
        return
    drawn = [
        m
        for m in seen
        if m.role in _OWN
        and CUES["subset_before"].search(around(document, m, 40)[0])
        and not CUES["whole_sample"].search(text_of(document, m))
    ]
    if drawn and all(m.value <= drawn[0].value for m in seen if m.role in (*_OWN, "results")):
        facts["total"] = count_of(drawn[0])
        return
    told = [m for m in seen if m.value > 1 and m.role not in ("background", "conclusions")]
    if len({m.value for m in told}) == 1 and any(_all_told_of(document, m) for m in told):
        facts["total"] = count_of(told[0])


def _all_told_of(document: Document, mention: Mention) -> bool:
    text = text_of(document, mention)
    return (
        mention.role == "results"
        and not mention.labelled_n
        and CUES["told_of_all_before"].fullmatch(text, 0, mention.start) is not None
        and text.startswith(", ", mention.start + len(mention.phrase))
    )


def _only_the_well(whole: list[Mention], facts: dict[str, Count]) -> None:
    """Healthy people in a trial are those it was made with, not others compared with them."""
    well = facts.get("controls")
    if well is None or "total" in facts or "patients" in facts:
        return
    if any(m.kind == "patients" or m.value > well.value for m in whole):
        return
    if not any(CUES["called_controls"].search(m.phrase) for m in whole if m.value == well.value):
        facts["total"] = facts.pop("controls")


def _only_the_enrolled(whole: list[Mention], facts: dict[str, Count]) -> None:
    """ "Forty patients were admitted. They were randomly divided …": nobody else is counted."""
    enrolled = facts.get("enrolled")
    if enrolled is None or any(name in facts for name in ("total", "patients", "controls")):
        return
    told = [m for m in whole if m.sentence is not None]
    if all(m.value == enrolled.value and m.role in ("aim", "methods") for m in told):
        facts["total"] = enrolled


def _came_up(document: Document, mention: Mention) -> bool:
    """ "We identified 60 incident cases": those who fell ill of more people than are counted."""
    before, after = around(document, mention, 46, 60)
    return bool(CUES["arose_before"].search(before) or CUES["arose_after"].match(after))

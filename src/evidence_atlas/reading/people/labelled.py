"""A count in a label behind those counted: "people with asthma (n = 24)", "LC n = 45"."""

from __future__ import annotations

import re

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from .kinds_of_people import Found, Kind
from .people_words import CONTROL, CUES, HEAD, PATIENT, UNIT

_BEFORE_NAME = cue(
    r",\s|\b(?:and|versus|vs\.?|or|to|into|in|by|from|of|groups?:|as|having|either|were|was|"
    r"included|includes?|including|comprised|comprising|than|on|for|the|an?)\s",
    0,
)
_ANY_BRACKET = cue(r"\s?\([^()]{0,60}\)", 0)
_TRAILING_STOP = cue(r"[;,:]?\s?\Z", 0)
_CLAUSE = cue(r"[;:)]|\.(?!\d)", 0)
_ONLY_WITH = cue(r"(?:with|without)?")
_WITHOUT = cue(r"\bwithout\b|\b(?:with|having|had) no\b")
_CALLED = cue(r"(?:(?<=\()|[;,]\s)(?P<name>[^;:,()]{3,60}):\s?\Z", 0)
_PATIENTS_WITH = cue(r"\s(?:" + HEAD.pattern + r")\swith\s")
_WITH_LABEL = cue(r"\bwith \(n\b")
_TOTAL = cue(r"\b(?:total|overall)\Z")
_PERCENT_NEXT = cue(
    r"\s?[,;/]?\s?\(?\d+(?:\.\d+)?\s?%"
    r"(?!\s(?:were )?(?:females?|males?|wom[ae]n|m[ae]n|girls|boys))"
)
_PERCENT_BEFORE = cue(r"\d(?:\.\d+)?\s?%[,;:]?\s?\(?\Z", 0)
# "8.7 % had the infection (n = 1,210)": a share of others.
_SHARE_TOLD = cue(r"\d\s?%\s(?!female|male|wom|men|of the sample)[^,;:()%]{3,60}\Z", 0)
# "5880 children (n = 137 had surgery)": so many of them.
_VERB_NEXT = cue(r"\s(?:had|underwent|received|died|developed|required)\b")
_OPENED = cue(r"[(\[]\s?\Z", 0)
_ONLY_A_LABEL = cue(r"n\s?=\s?\d[\d,]*")
_LISTED = cue(r"[,;]\s|\band\s")
_SLASH_NEXT = cue(r"\s?/\s?\d", 0)


def read(
    document: Document,
    text: str,
    number: numbers.Number,
    label: int,
    capital: bool,
    short: dict[str, str],
    anyway: bool = False,
) -> Found | None:
    """The number and the noun phrase before it.

    `label` is where "n =" begins, `capital` whether it is "N". Words that name nobody are
    taken for a group where `anyway` (its neighbours in a list are people).
    """
    if UNIT.match(text, number.end):
        return None
    words, inside, phrase = _named(text[max(0, label - 90) : label])
    beside = _with_or_without(document, text, number, label, words)
    if beside is not None:
        return beside
    if _ONLY_WITH.fullmatch(words) or CUES["invented"].search(words):
        return None
    if CUES["parts_of_the_body"].search(phrase):
        return None  # "Eyes with a scar (n = 523)".
    if CUES["of_earlier_data"].within(text, label - 150, label):
        return None  # Those of an older study are none whom this one took in.
    carer = CUES["asked_beside"].search(phrase)
    if carer and CUES["carers_of"].match(phrase, carer.end()):
        # "Partners living with someone who has asthma (N = 31)": not the ill.
        cared = phrase[carer.start() :].strip()
        start = _start_of(text, cared, number, label)
        subset = _of_a_part(text, number, label, capital, phrase, inside)
        return Found(start, number.end, "people", cared, subset=subset)
    lacking = _WITHOUT.search(words)
    called = lacking is not None and CONTROL.search(words, 0, lacking.start()) is not None
    if lacking and not called and not document.illness.any_name.search(words, lacking.end()):
        return None
    if _TOTAL.search(inside):
        return Found(number.start, number.end, "people", "total")
    subset = _of_a_part(text, number, label, capital, phrase, inside)
    names = _names_in(document, words, phrase)
    if names and CUES["non_before"].search(words, 0, names[0].start()):  # "Non-asthma people".
        return Found(
            _start_of(text, words, number, label), number.end, "controls", words, subset=subset
        )
    if lacking:  # "Asthma without wheeze" is asthma.
        names = [n for n in names if n.end() < lacking.start()]
    told: tuple[Kind, str | None]
    if (
        CONTROL.search(words)
        or (lacking and not names)
        or CUES["well_behind"].match(text, number.end)
    ):
        told = "controls", None
    elif names:
        told = "patients", _illness_of(words, names)
    elif PATIENT.search(words):
        told = "patients", None
    elif CUES["matched_to_label"].search(text, 0, label):
        told = "controls", None
    elif anyway or _names_people(words, phrase, capital, short):
        told = "people", None
    else:
        return None
    kind, illness = told
    own = illness is not None and document.illness.any_own.search(illness) is not None
    if own and names and CUES["only_like_it"].match(names[-1].string, names[-1].end()):
        own = False
    so = CUES["how_they_had_it"].search(phrase, 0, max(0, phrase.rfind(words)))
    if so is not None:  # "Hospitalised for asthma (n = 40)" are not all with asthma.
        words = phrase[so.start() :].strip()
    start = _start_of(text, words, number, label)
    return Found(start, number.end, kind, words, illness, own, subset)


def _illness_of(words: str, names: list[re.Match[str]]) -> str:
    """The illness that the label names last: with all of its names, where people have several."""
    if _PATIENTS_WITH.match(words, names[0].end(), names[-1].start()):
        return words[names[0].start() : names[-1].end()]
    return names[-1][0]


def _names_in(document: Document, words: str, phrase: str) -> list[re.Match[str]]:
    """The names of illnesses that the label's group has."""
    if CUES["study_name"].search(words):  # "The Asthma Study Biobank (N = 240)".
        return []
    found = document.illness.any_name.finditer(words)
    names = [m for m in found if not CUES["no_illness_but_a_time"].match(words, m.end())]
    return names or _before_when(document, phrase)


def _of_a_part(
    text: str, number: numbers.Number, label: int, capital: bool, phrase: str, inside: str
) -> bool:
    """Whether so many are a share, or of a time or part of those who took part."""
    if CUES["whole_cohort"].search(phrase):
        return False  # "The share was 3.8 % of the entire cohort (n = 1,071)".
    return bool(
        (_PERCENT_NEXT.match(text, number.end) and not (capital and _is_sample(phrase)))
        or _PERCENT_BEFORE.within(text, label - 10, label)
        or _SLASH_NEXT.match(text, number.end)
        or _SHARE_TOLD.search(phrase)
        or (_VERB_NEXT.match(text, number.end) and HEAD.search(phrase[-24:]))
        or (CUES["time_label"].search(phrase) and not _tells_who(phrase, capital))
        or (CUES["time_label"].search(inside) and not CUES["group_called"].search(inside))
        or (
            CUES["part_word_before"].within(text, label - 46, label)
            and not _studied_subset(text, number, label)
        )
    )


def _studied_subset(text: str, number: numbers.Number, label: int) -> bool:
    """ "Using the infected subset (N = 508) of the X study, we measured …"."""
    return bool(
        CUES["own_subset_before"].search(text, 0, label)
        and CUES["of_a_study_next"].match(text, number.end)
    )


def _is_sample(phrase: str) -> bool:
    return CUES["sample_word"].search(phrase[-46:]) is not None


def _tells_who(phrase: str, capital: bool) -> bool:
    """Whether a number or time before a label tells when they were ill, or is said of everybody."""
    if CUES["infected_when"].search(phrase):
        return True
    return capital and CUES["they_were"].search(phrase) is not None


def _start_of(text: str, words: str, number: numbers.Number, label: int) -> int:
    """Where the group's name begins; the label where it has none."""
    at = text.rfind(words, 0, number.start) if words else -1
    return at if at >= 0 else label


def _with_or_without(
    document: Document, text: str, number: numbers.Number, label: int, words: str
) -> Found | None:
    """ "Adults with (n = 20) and without (n = 30) asthma": the name stands behind or before."""
    lead = text[max(0, label - 90) : label]
    if words not in ("with", "without") or not HEAD.search(lead):
        return None
    if not _OPENED.search(lead):
        return None  # "61 doctors, with n = 26 who treat asthma alone".
    if len(_WITH_LABEL.findall(text)) > 1:  # Parts of several groups.
        return None
    behind = _CLAUSE.split(_ANY_BRACKET.sub("", text[label - 1 : number.end + 90])[1:])[0]
    named = document.illness.any_name.search(behind) or document.illness.any_name.search(lead)
    if named is None:
        return None
    if words == "without":
        return Found(label, number.end, "controls", words)
    own = document.illness.any_own.search(named[0]) is not None
    return Found(label, number.end, "patients", words, named[0], own)


def _named(lead: str) -> tuple[str, str, str]:
    """The group's name before a label, the words between the bracket and the label, the clause.

    A bracket may open with a short form: "healthy volunteers (HV; n = 9)".
    """
    opened = lead.rfind("(") if lead.rfind("(") > lead.rfind(")") else -1
    phrase = lead[:opened] if opened >= 0 else lead
    inside = _TRAILING_STOP.sub("", lead[opened + 1 :]).strip() if opened >= 0 else ""
    phrase = _CLAUSE.split(_ANY_BRACKET.sub("", phrase))[-1]
    called = _CALLED.search(lead, opened + 1) if opened >= 0 else None
    if called is not None:  # "(patients: n = 20; controls: n = 30)".
        return called["name"].strip(), "", called["name"]
    phrase = CUES["cut_off"].sub("", phrase)
    pieces = [piece.strip() for piece in _BEFORE_NAME.split(phrase)]
    # "With asthma in 2020-2021 (n = 40)": no letters name nobody.
    name = next((p for p in reversed(pieces) if any(map(str.isalpha, p))), pieces[-1])
    if inside and _ONLY_A_LABEL.fullmatch(name):  # "N=65 (asthma n=35, controls n=30)".
        last = _LISTED.split(inside)[-1].strip()
        return last, "", last
    return name or inside, inside, phrase


def _before_when(document: Document, phrase: str) -> list[re.Match[str]]:
    """ "Adults with asthma diagnosed in 2020 (n = 12)": the name stands before what tells when."""
    names = list(document.illness.any_name.finditer(phrase))
    when = CUES["when_after"].fullmatch(phrase, names[-1].end()) if names else None
    return names if when and HEAD.search(phrase, 0, names[-1].start()) else []


def _names_people(words: str, phrase: str, capital: bool, short: dict[str, str]) -> bool:
    return bool(
        HEAD.search(words)
        or HEAD.search(phrase[-46:])
        or (capital and _is_sample(phrase))
        or CUES["group_word"].search(words)
        or any(w in short for w in words.replace("-", " ").split())
    )

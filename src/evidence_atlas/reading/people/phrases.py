"""A count followed by those counted: "192 people with asthma", "30 healthy volunteers"."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from . import kinds_of_people
from .kinds_of_people import Found
from .people_words import CONTROL, CUES, EARLIER, HEAD, STOP, UNIT, is_name, is_unit, near

_WORD = cue(
    r"[\s,]*(?:\([^()]{0,40}\)\s?)?"
    r"(?P<word>U\.[SK]\.(?:A\.)?|[^\s,;:()\[\].]+(?:\.\d+)?)",
    0,
)
_SPAN = cue(r"\d+-(?:day|week|month|year)")
_NOT_A_WORD = cue(r"(?!\d+(?:st|nd|rd|th)\b)[\d±%=<>]")
# "462 middle-aged and elderly patients": two adjectives of one noun.
_JOINED = cue(r"\s(?:[A-Za-z][\w-]*\s){0,4}(?:" + HEAD.pattern + ")", 0)
_AND_A_NUMBER = cue(r"and\s\d")
_A_NUMBER = cue(r"\s(?:" + "|".join(numbers.IN_WORDS) + r"|\d[\d,]*)\s")
_SHARE = cue(r"\(\d+[.·]\d+\s?%\)", 0)
_IRREGULAR = ("people", "women", "men", "children", "gps", "offspring", "personnel", "staff")
_GROUPS = frozenset(("cohorts", "groups", "arms", "samples", "sites"))
"""Behind these a comma ends what a number counts: "in all three cohorts, patients …"."""
_NUMBERED = frozenset(("type", "stage", "grade", "class"))
"""Behind these a number is a part of the name: "twelve type 2 diabetic patients"."""
_SMALL = cue(r"\d[a-c]?", 0)
_MOST_WORDS = 9
_EQUALS = cue(r"=\s?\Z", 0)


def read(document: Document, text: str, number: numbers.Number, more_before: bool) -> Found | None:
    """The number and the noun phrase behind it; None where that names no people.

    `more_before`: whether the sentence has counted more people already.
    """
    pairs = CUES["pairs_next"].match(text, number.end)
    if pairs is None and CUES["matching_before"].search(text, 0, number.start):
        pairs = CUES["bare_pairs_next"].match(text, number.end)
    if (is_unit(text, number.end) and not pairs) or CUES["slash_after"].match(text, number.end):
        return None
    if number.in_words and number.value == 1 and number.printed.lower() != "one":
        return None
    if _EQUALS.search(text, 0, number.start) and text.startswith(",", number.end):
        return None  # "Asthma = 19, healthy controls = 12": the words behind are of the next.
    if pairs:
        phrase = text[number.start : pairs.end()]
        return Found(number.start, pairs.end(), "people", phrase)
    head_end = _head(document, text, number)
    theirs = CUES["of_their"].match(text, number.end)
    if theirs is not None:
        phrase = text[number.start : theirs.end()]
        kind, _, _, _ = kinds_of_people.of(document, phrase, text, theirs.end())
        return Found(number.start, theirs.end(), kind, phrase)
    if head_end < 0:
        return _of_next(document, text, number, more_before)
    phrase = text[number.start : head_end]
    kind, illness, own, end = kinds_of_people.of(document, phrase, text, head_end)
    if kind == "controls" and "(" in text[head_end:end] and not CONTROL.search(phrase):
        phrase = text[number.start : end]  # "21 people without any sequelae (recovered controls)".
    carers = CUES["asked_beside"].search(phrase) and CUES["carers_of"].match(text, head_end)
    carers = carers or CUES["met_them"].search(phrase)  # "212 contacts of 45 cases".
    carers = carers or CUES["cases_of_people"].match(
        text, number.end
    )  # "8 cases of women with it".
    subset = _is_part(text, number.end) or any(
        _is_part_of_others(text, place) for place in {head_end, end} if not carers
    )
    before = near(text, number.start)
    if kind == "people" and CUES["cases_were_before"].search(before):
        kind = "patients"
    if CUES["controls_were_before"].search(before):
        kind, illness, own = "controls", None, False
    if CUES["commented_after"].match(text, head_end):
        subset = True
    if CUES["took_part_after"].match(text, end) or CUES["we_took_before"].search(before):
        subset = False
    if CUES["of_the_before"].search(before) and _were_asked(text, number):
        subset = True
    if not text[: number.start].strip() and CUES["answered_it_after"].match(text, head_end):
        subset = False  # "269 (52 %) participants completed the survey": of all who were asked.
    if (
        CUES["other_next"].match(text, number.end)
        or CUES["part_before"].search(before)
        or (more_before and CUES["named_part_before"].search(before))
    ):
        subset = True
    # "Fifteen adults (13 women)": women in a bracket are some of those before it.
    if more_before and CUES["bracketed_sex"].match(phrase):
        subset = subset or numbers.in_bracket(text, number.start)
    return Found(number.start, end, kind, phrase, illness, own, subset)


def _of_next(
    document: Document, text: str, number: numbers.Number, more_before: bool
) -> Found | None:
    """ "3754 and 8439 nurses", "54 healthy and 57 asthmatic adults": the next count's noun."""
    joined = CUES["and_number"].match(text, number.end)
    if joined is None:
        return None
    following = next((n for n in numbers.find(text) if n.start == joined.end()), None)
    second = read(document, text, following, more_before) if following is not None else None
    if second is None or second.subset:
        return None
    if not (joined["own"] or joined["and"] or (second.shares_noun and "," in joined[0])):
        return None  # "29, 41 and 35 patients".
    found = second._replace(
        start=number.start, end=number.end, phrase=number.printed, shares_noun=True
    )
    own = joined["own"].strip()
    if not own:
        return found
    named = f"{own} {second.phrase.split()[-1]}"
    kind, illness, is_own, _ = kinds_of_people.of(document, named, named, len(named))
    ill = document.illness.any_name.search(own)
    if CONTROL.search(own):
        kind = "controls"
    elif second.kind == "controls" and ill is not None:  # "134 asthma, 94 healthy controls".
        kind, illness = "patients", ill[0]
        is_own = document.illness.any_own.search(illness) is not None
    elif kind == "controls":  # "57 asthmatic and 54 healthy adults": the second are healthy.
        kind = "people"
    elif kind == "people" and not CUES["never_words"].search(own):
        kind = second.kind if second.kind == "patients" else kind
    return found._replace(
        end=number.end + len(joined["own"]), kind=kind, illness=illness or second.illness,
        own=is_own or second.own, phrase=f"{number.printed} {own}",
    )  # fmt: skip


def _were_asked(text: str, number: numbers.Number) -> bool:
    """ "34 of the 37 people who were referred took part": the 37 were only asked."""
    before = [n for n in numbers.find(text) if n.end < number.start]
    asked = CUES["of_those_asked"].match(text, before[-1].end) if before else None
    return (
        asked is not None
        and asked.start("base") == number.start
        and (before[-1].value or 0) > 1
        and CUES["some_who_came"].match(text, before[-1].end) is not None
    )


def _is_part(text: str, place: int) -> bool:
    return CUES["part_after"].match(text, place) is not None


def _is_part_of_others(text: str, place: int) -> bool:
    """Whether those named are some of others: not "60 adults, of whom 20 …", who are all."""
    return _is_part(text, place) and not CUES["of_whom_after"].match(text, place)


def _head(document: Document, text: str, number: numbers.Number) -> int:
    """Where the noun that counts people ends, -1 without one.

    Words may stand between ("192 newly referred adult patients") until one that ends a phrase.
    """
    position, head_end, last = number.end, -1, ""
    fitness = CUES["fitness_next"].match(text, position)
    if fitness is not None:
        position = fitness.end()
    for passed in range(_MOST_WORDS):
        word = _WORD.match(text, position)
        if word is None:
            break
        start = word.start("word")
        gap = _SHARE.sub("", text[position:start])
        if ";" in gap or "." in gap or ("," in gap and last in _GROUPS):
            break
        token = word["word"]
        matched = HEAD.match(text, start)
        if matched and not CUES["not_people_next"].match(text, matched.end()):
            lower = (token if len(token) > len(matched[0]) else matched[0]).lower()
            plural = lower.rstrip("'’").endswith("s") or lower.endswith(_IRREGULAR)
            plural = plural or lower.startswith("pw")
            if plural or number.value == 1:
                head_end = position = matched.end()
                continue
        if head_end >= 0:
            break
        lower = token.lower()
        if lower == "and" and passed and _shares_head(document, text, number.end, start):
            return position
        if token.endswith("-") or "-" in gap:
            position = word.end()
            continue
        joins = lower in ("and", "or", "to") and passed and not text[:start].rstrip().endswith("s")
        suspended = lower in ("and", "or") and text[:start].rstrip().endswith("-")
        goes_on = suspended or (joins and _JOINED.match(text, word.end()))
        if goes_on and "," in gap and _A_NUMBER.match(text, word.end()):
            goes_on = False  # "11 referred, and eight colleagues": the second number counts them.
        stops = STOP.fullmatch(token) and not is_name(text, start)
        if stops and not goes_on and last not in EARLIER:
            break
        numbered = last in _NUMBERED and _SMALL.fullmatch(token) is not None
        united = last == "united" and lower == "states"  # "850 United States residents".
        last = lower
        if passed and text.startswith(",", word.end()) and UNIT.fullmatch(" " + token):
            break  # "3,000 lost days, saving employers a fortune".
        if passed and not united and any(CUES[n].fullmatch(token) for n in ("things", "places")):
            break  # "six Belgian hospitals, adults …"
        if (_NOT_A_WORD.match(token) and not _SPAN.fullmatch(token) and not numbered) or (
            passed == 0 and UNIT.match(" " + token) and not is_name(text, start)
        ):
            break
        position = word.end()
    return head_end


def _shares_head(document: Document, text: str, start: int, end: int) -> bool:
    """ "143 asthma and 170 migraine patients": the first number counts patients too."""
    return bool(
        _AND_A_NUMBER.match(text, end) and document.illness.any_name.search(text, start, end)
    )

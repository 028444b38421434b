"""Counts that leave out who is counted, because the sentence has said it.

"Of 60 adults screened, 40 were enrolled"; "60 adults (30 with asthma, 30 healthy)"; "27 adults
with asthma and 27 who had recovered"; "60 adults: 20 asthma, 40 healthy controls"; "sera of 40
patients and 30 control sera".
"""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from . import kinds_of_people, phrases
from .kinds_of_people import Found, Kind
from .people_words import CONTROL, CUES, HEAD, VERBS

_LEAD = 160
_WELL = cue("|".join((CUES["recovered"].pattern, CUES["never_words"].pattern)))
_AROUND = (
    ("measured_in_before", "of_them_next"),
    ("there_were_before", "sexes_next"),
    ("we_selected_before", "members_next"),
    ("handed_out_before", "usable_next"),
    ("of_records_before", "usable_next"),
    ("received_before", "answers_next"),
    ("clause_opens_before", "came_back_next"),
)
"""What stands before and behind a number that counts those told of before."""
_FORM_NEXT = cue(
    r"\s(?:(?!and\b|or\b|of\b|were\b)[A-Za-z-]+\s){0,2}?"
    r"(?P<form>[A-Z][A-Za-z]{0,7}[A-Zs])\b(?!-)",
    0,
)
_IN_LIST = cue(r"(?:[(:,]\s?|\band\s|\bincluding\s|\bof whom\s)(?:and\s)?(?:n\s?=\s?)?\Z")
_LINKED = cue(r"(?:[(:,;]\s?|\band\s)(?:and\s)?\Z")


def read(
    document: Document, text: str, number: numbers.Number, people: dict[str, str]
) -> Found | None:
    """The count, where the words before it name people and those behind it go on about them.

    `people` are the short forms for people ("MOs").
    """
    if number.value is None or number.value < 2:
        return None
    if CUES["out_of_more_before"].within(text, number.start - 40, number.start):
        return None
    first = max(0, number.start - _LEAD)
    lead = text[first : number.start]
    of_asked = CUES["of_those_asked"].match(text, number.end)
    if of_asked and (
        CUES["some_of_asked"].match(text, number.end) or CUES["answered_by_before"].search(lead)
    ):
        return _some_of(document, text, number, of_asked.start("base"))
    in_bracket = _of_those_before(document, text, number, lead)
    if in_bracket is not None:
        return in_bracket
    form = _FORM_NEXT.match(text, number.end) if people else None
    if form is not None and form["form"] in people:
        named = people[form["form"]]
        named = named[max(0, len(named) - 24) :]
        kind, illness, own, _ = kinds_of_people.of(document, named, named, len(named))
        phrase = text[number.start : form.end()]
        return Found(number.start, form.end(), kind, phrase, illness, own)
    listed = _LINKED.search(lead[-12:]) is not None
    last = CUES["finally_before"].within(text, number.start - 14, number.start)
    if (last and CUES["finally_next"].match(text, number.end)) or CUES["interviews_next"].match(
        text, number.end
    ):
        return Found(number.start, number.end, "people", number.printed)
    if CUES["number_of_before"].search(lead):
        return Found(number.start, number.end, "people", number.printed)
    if CUES["overall_before"].search(lead):
        told = CUES["diagnosed_next"].match(text, number.end)
        ill = document.illness.any_name.match(text, told.end()) if told else None
        if ill is not None:
            return _patients(document, text, number, ill.end(), ill[0])
    opening = _opening(document, text, number, lead) or _two_put(text, number, lead)
    if opening is not None:
        return opening
    series = CUES["series_next"].match(text, number.end)
    if series is not None:
        kind = "patients" if series["who"].lower() == "patient" else "people"
        return Found(number.start, series.end("who"), kind, text[number.start : series.end("who")])
    return _called(document, text, number, lead, listed) or _goes_on(
        document, text, number, lead, listed
    )


def _called(
    document: Document, text: str, number: numbers.Number, lead: str, listed: bool
) -> Found | None:
    """Who is counted is called something beside the number, of which people is no word."""
    if listed and CUES["called_controls_next"].match(text, number.end) and _people_last(lead):
        return Found(number.start, number.end, "controls", number.printed)
    if listed and CUES["healthy_next"].match(text, number.end) and _people_last(lead):
        return Found(number.start, number.end, "controls", number.printed)
    sampled = CUES["well_samples_next"].match(text, number.end)
    if sampled and CUES["samples_of_before"].search(text, 0, number.start):
        phrase = text[number.start : sampled.end()]
        return Found(number.start, sampled.end(), "controls", phrase)
    if CUES["as_controls_next"].match(text, number.end):
        return Found(number.start, number.end, "controls", number.printed)
    if any(CUES[n].match(text, number.end) for n in ("responses_next", "interviews_done_next")) or (
        CUES["in_all_next"].match(text, number.end) and _people_last(lead)
    ):
        return Found(number.start, number.end, "people", number.printed)
    if CUES["in_each_next"].match(text, number.end) and _ill_and_compared(document, lead):
        return Found(number.start, number.end, "people", number.printed)
    if CUES["not_named_next"].match(text, number.end) and _compared_with(lead):
        return Found(number.start, number.end, "people", number.printed)
    called = CUES["label_before"].search(lead)
    if (
        called
        and CUES["label_ends"].match(text, number.end)
        and (_people_last(lead) or CUES["ill_and_compared"].search(text))
    ):
        kind, illness, own, _ = kinds_of_people.of(
            document, called["name"], called["name"], len(called["name"])
        )
        if kind == "people" and _WELL.search(called["name"]):
            kind = "controls"
        if kind != "people":
            phrase = f"{number.printed} {called['name']}"
            return Found(number.start, number.end, kind, phrase, illness, own)
    ill = document.illness.any_name.match(text, number.end + 1) if listed else None
    if ill is not None and CUES["controls_in_list_next"].match(text, ill.end()):
        return _patients(document, text, number, ill.end(), ill[0])
    if CUES["hc_next"].match(text, number.end) and CUES["hc_before"].search(lead):
        return Found(number.start, number.end, "controls", number.printed)
    return None


def _ill_and_compared(document: Document, lead: str) -> bool:
    """Whether words name the ill and those compared with them."""
    compared = CONTROL.search(lead) or CUES["compared_words"].search(lead)
    return compared is not None and document.illness.any_name.search(lead) is not None


def _compared_with(lead: str) -> bool:
    """ "We compared 90 people infected then with ": whom the next number counts."""
    told = [n for n in numbers.find(lead) if CUES["we_compared_before"].search(lead, 0, n.start)]
    if len(told) != 1 or HEAD.search(lead, told[0].end) is None:
        return False
    return CUES["with_joint"].fullmatch(lead, told[0].end) is not None


def _goes_on(
    document: Document, text: str, number: numbers.Number, lead: str, listed: bool
) -> Found | None:
    """The words behind the number go on about the people named before it."""
    taken = CUES["taken_in_next"].match(text, number.end)
    beside = CUES["with_next"].match(text, number.end)
    who = CUES["who_next"].match(text, number.end)
    looked_at = VERBS["screened"].search(lead) is not None and HEAD.search(lead) is not None
    if taken is None and looked_at:
        taken = CUES["took_it_next"].match(text, number.end)
    received = listed and CUES["received_next"].match(text, number.end)
    lacks = listed and CUES["lacking_next"].match(text, number.end)
    if not (taken or beside or who or received or lacks):
        return None
    begins = taken is not None and (
        not lead.strip()
        or CUES["of_number_before"].search(lead) is not None
        or CUES["after_excluding"].search(text) is not None
        # "164 adults were screened at three clinics; 112 were allocated by …".
        or looked_at
    )
    if not begins and not _people_last(lead) and (lead.strip() or not beside):
        return None
    if taken:
        ill = document.illness.any_name.search(text, number.end, taken.end())
        if ill is not None and CUES["with_only_between"].fullmatch(text[number.end : ill.start()]):
            return _patients(document, text, number, ill.end(), ill[0])
        return Found(number.start, number.end, "people", number.printed)
    if received and CUES["received_next"].search(lead):
        # "15 children received the drug and 12 received placebo".
        return Found(number.start, number.end, "people", number.printed)
    if lacks:
        return Found(number.start, number.end, "controls", number.printed)
    if who and who["rest"] and CUES["matched_with_before"].search(lead):
        return Found(number.start, number.end, "controls", number.printed)
    if who and listed:
        lacking: Kind = "controls" if who["rest"] else "people"
        return Found(number.start, who.end(), lacking, text[number.start : who.end()].strip())
    if beside and (_IN_LIST.search(lead[-12:]) or not lead.strip()):
        found = document.illness.any_name.search(text, beside.start("rest"), beside.end("rest"))
        if found is not None and found.start() - beside.start("rest") < 25:
            return _patients(document, text, number, found.end(), found[0])
    return None


def _opening(document: Document, text: str, number: numbers.Number, lead: str) -> Found | None:
    """A count with which a sentence opens, and the one beside it: "41 had asthma, 79 were well"."""
    if not lead.strip() and CUES["came_back_next"].match(text, number.end):
        return Found(number.start, number.end, "people", number.printed)
    if not lead.strip():
        having = CUES["having_next"].match(text, number.end)
        ill = document.illness.any_name.match(text, having.end()) if having else None
        if ill is not None and CUES["compared_in_list_next"].match(text, ill.end()):
            return _patients(document, text, number, ill.end(), ill[0])
    elif CUES["opens_with_ill"].fullmatch(lead) and document.illness.any_name.search(lead):
        if CUES["well_next"].match(text, number.end):
            return Found(number.start, number.end, "controls", number.printed)
    elif CUES["of_records_before"].search(lead) and (
        met := CUES["met_criteria_next"].match(text, number.end)
    ):
        ill = document.illness.any_name.match(text, met.end())
        if ill is not None:
            return _patients(document, text, number, ill.end(), ill[0])
    elif any(
        CUES[before].search(lead) and CUES[behind].match(text, number.end)
        for before, behind in _AROUND
    ):
        return Found(number.start, number.end, "people", number.printed)
    return None


def _two_put(text: str, number: numbers.Number, lead: str) -> Found | None:
    """Both of "58 and 25 were randomised to the drug and placebo, respectively"."""
    first = CUES["two_put_next"].match(text, number.end) is not None
    second = CUES["two_put_before"].search(lead) and CUES["second_put_next"].match(text, number.end)
    if not first and not second:
        return None
    return Found(number.start, number.end, "people", number.printed, shares_noun=first)


def _some_of(document: Document, text: str, number: numbers.Number, base: int) -> Found:
    """Those who answered of all who were asked have what all of these have."""
    asked = next((n for n in numbers.find(text) if n.start == base), None)
    told = phrases.read(document, text, asked, False) if asked is not None else None
    if told is None or told.illness is None:
        return Found(number.start, number.end, "people", number.printed)
    return Found(number.start, number.end, "patients", number.printed, told.illness, told.own)


def _of_those_before(
    document: Document, text: str, number: numbers.Number, lead: str
) -> Found | None:
    """ "140 eligible cases were found (90 [64 %] took part)": 90 of the kind told of before."""
    if not lead.endswith("(") or not CUES["took_part_in_bracket_next"].match(text, number.end):
        return None
    for before in reversed(numbers.find(text[: number.start])):
        told = phrases.read(document, text, before, False)
        if told is not None and CUES["some_took_part_in_bracket"].match(text, told.end):
            return told._replace(start=number.start, end=number.end, subset=False)
    return None


def _people_last(lead: str) -> bool:
    """Whether words name people, and no things behind them ("samples of patients" do)."""
    if CUES["groups_told"].search(lead):
        return True
    last = max((m.end() for m in HEAD.finditer(lead)), default=-1)
    return last >= 0 and CUES["things"].search(lead, last) is None


def _patients(
    document: Document, text: str, number: numbers.Number, end: int, illness: str
) -> Found:
    own = document.illness.any_own.search(illness) is not None
    return Found(number.start, end, "patients", text[number.start : end], illness, own)

"""Every place where an abstract counts people, and what kind of people it counts there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from . import numbers, tables
from .document import Document

Kind = Literal["people", "patients", "controls"]

_TABLE = tables.load("people")
_NOUNS = _TABLE["nouns"]
_HEAD = cue(
    r"(?:" + tables.words([*_NOUNS["people"], *_NOUNS["patients"], *_NOUNS["controls"]]) + r")"
)
_CONTROL = cue(r"\b" + tables.words([*_NOUNS["controls"], "healthy", "control"]))
_PATIENT = cue(r"\b" + tables.words(_NOUNS["patients"]))
_STOP = cue(tables.words(_TABLE["stops"]["words"]))
_UNIT = cue(r"[-‐–\s]?(?:" + "|".join(f"(?:{u})(?![\\w])" for u in _TABLE["units"]["words"]) + ")")
VERBS = {name: tables.any_of(patterns) for name, patterns in _TABLE["verbs"].items()}

_WORD = cue(r"[\s,]*(?:\([^()]{0,40}\)\s?)?(?P<word>[^\s,;:()\[\].]+(?:\.\d+)?)", 0)
_N_EQUALS = cue(r"(?:<i>)?\b(?P<n>[nN])(?:</i>)?\s{0,2}(?:=|:|≈)\s{0,2}\Z", 0)
_OF_BEFORE = cue(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|all|half|none|most|many|some|"
    r"majority|third|quarter|%))[\s)]{0,2}(?:\([^()]{0,30}\)\s)?(?:out\s)?(?:of|from|in|among)\s"
    r"(?:the\s|these\s|our\s|all\s|a total of\s)?\Z"
)
_SUBSET_AFTER = cue(
    r"\s?(?:[\[(]\s?\d+(?:[.·,]\d+)?\s?%"
    r"(?!\s(?:were )?(?:females?|males?|wom[ae]n|m[ae]n|girls|boys|white))|"
    r"(?:out )?of (?:the |these |those |our |all |a total of )?"
    r"(?:\d|participants|patients|them|whom|subjects|individuals|people|respondents|women|adults))"
)
_SLASH_AFTER = cue(r"\s?/\s?\d", 0)
_SUBSET_BEFORE = cue(
    r"\b(?:of (?:whom|which|these|those|them)|including|only|remaining|another|additional|other|"
    r"with|among (?:whom|them)|subset of|subgroup of|except(?: for)?|excluding|excluded|at least|"
    r"more than|over|up to|fewer than|less than|older than|every|per|top|first|last|"
    r"approximately 1 in|in)"
    r"[,:]?\s(?:the\s|were\s)?\Z"
)
_WEAK_BEFORE = cue(r"\b(?:with|in|over|first|among)\s\Z")
_RATE_AFTER = cue(r"[^.;]{0,30}(?:response rate|participation rate|retention)")
_NOT_PEOPLE_NEXT = cue(
    r"[-\s](?:years?|samples?|groups?|studies|data|records?|reports?|interviews?|visits?|"
    r"questionnaires?|organi[sz]ations?|advisors?|partners?|representatives?|serum|plasma)\b"
    r"|-(?:level|years?|reported|centred|centered)"
)


@dataclass(frozen=True)
class Mention:
    """A count of people. `subset` where it counts a part of them, `base` where "n of N" names N.

    `sentence` is None for the title. `illness` is the condition named with it.
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


def find(document: Document) -> list[Mention]:
    """Every count of people in title and abstract, in the order of the text (title first)."""
    short = _short_forms(document)
    found = _in_text(document, document.title, 0, None, "title", short)
    for i, sentence in document.parts():
        found += _in_text(document, sentence.text, sentence.start, i, sentence.role, short)
    return found


def _short_forms(document: Document) -> dict[str, str]:
    """Short forms that the text itself gives to a condition: "migraine with aura (MWA)"."""
    short: dict[str, str] = {}
    if not document.may_hold(document.illness.any_name):
        return short
    for text in (document.title, document.abstract):
        for match in document.illness.any_name.finditer(text):
            opened = _SHORT.match(text, match.end())
            if opened and not document.illness.any_name.search(opened["short"]):
                short.setdefault(opened["short"], match[0])
            words = re.findall(r"[A-Za-z]+", match[0])
            initials = "".join(w[0].upper() for w in words)
            if len(words) in (2, 3) and len(match[0]) > 10:
                short.setdefault(initials, match[0])
    return short


_SHORT = cue(r"(?:\s[a-z]+)?\s?\((?P<short>[A-Z][A-Za-z-]{0,6}[A-Z])s?\)", 0)
_ACRONYM = cue(r"\b(?!(?:US|UK|USA|NHS|VA|EU)\b)[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b", 0)


def _in_text(
    document: Document,
    text: str,
    offset: int,
    index: int | None,
    role: str,
    short: dict[str, str],
) -> list[Mention]:
    found: list[Mention] = []
    field = "title" if index is None else "abstract"
    for number in numbers.find(text):
        if number.value is None or number.value < 1 or number.value > 10**9:
            continue
        if numbers.is_percent(text, number.end) or numbers.opens_range(text, number.end):
            continue
        before = text[max(0, number.start - 90) : number.start]
        if re.search(
            r"(?:\b(?:study|phase|part|wave|stage|table|type|day|week|grade|level|step|aim|figure|"
            r"group|cohort|arm|month|year|cluster|visit|experiment) |[±<>≤≥~$€£]|"
            r"\d\s?(?:to|and)|\bp\s?=|covid|sars|-)\s?\Z",
            before[-14:],
            re.I,
        ):
            continue
        labelled = _N_EQUALS.search(before)
        if labelled:
            mention = _labelled(document, text, number, labelled, before, short)
            if not re.search(r"[(\[]\s?(?:[\w-]+[;,]\s)?\Z", before[: labelled.start()]):
                mention = _phrase(document, text, number, before) or mention
        elif numbers.is_year(text, number):
            continue
        else:
            mention = _phrase(document, text, number, before)
            mention = mention or _elliptical(document, text, number)
        if mention is None:
            continue
        start, end, kind, phrase, illness, own, subset = mention
        known = illness is not None and document.illness.any_name.search(illness)
        if not known and kind != "controls":
            words = [*re.findall(r"[A-Za-z-]+", phrase), *re.findall(r"[A-Za-z-]+", illness or "")]
            named = next((short[w] for w in words if w in short), None)
            if named is not None:
                kind, illness = "patients", named
                own = document.illness.any_own.search(named) is not None
        found.append(
            Mention(
                value=number.value,
                start=number.start,
                end=end,
                sentence=index,
                role=role,
                kind=kind,
                phrase=phrase,
                illness=illness,
                own=own,
                # "One patient improved" is one of them; reports of one person are read elsewhere.
                subset=subset or number.value == 1,
                labelled_n=("N" if labelled["n"] == "N" else "n") if labelled else "",
                each=_each(text, number.start, end),
                quote=document.quote(offset + start, offset + end, field),
            )
        )
    return found


def _each(text: str, start: int, end: int) -> bool:
    """Whether the count is of every group, not of everybody."""
    return bool(
        re.match(r"[^.;]{0,25}\b(?:each|per (?:group|arm))\b", text[end : end + 40])
        or re.search(
            r"\b(?:each|every|per) (?:group|cohort|arm|sample)\b[^.;]{0,25}\Z",
            text[max(0, start - 50) : start],
        )
    )


_Found = tuple[int, int, Kind, str, str | None, bool, bool]


def _phrase(document: Document, text: str, number: numbers.Number, before: str) -> _Found | None:
    """ "192 people with asthma": the number and the noun phrase that follows it."""
    if _UNIT.match(text, number.end) or _SLASH_AFTER.match(text, number.end):
        return None
    position, head_end, passed = number.end, -1, 0
    while passed < 9:
        word = _WORD.match(text, position)
        if word is None:
            break
        start = word.start("word")
        if ";" in text[position:start] or "." in text[position:start].strip():
            break
        token = word["word"]
        matched = _HEAD.match(text, start)
        if matched and not _NOT_PEOPLE_NEXT.match(text, matched.end()):
            singular = (
                not token.lower().rstrip("'’").endswith("s") and token.lower() not in _IRREGULAR
            )
            if not singular or number.value == 1:
                head_end = matched.end()
                position = head_end
                passed += 1
                continue
        if head_end >= 0:
            break
        if token.endswith("-") or text[position:start].find("-") >= 0:
            position = word.end()
            passed += 1
            continue
        if token.lower() == "and" and passed and _elliptic(document, text, number.end, start):
            head_end = position
            break
        if _STOP.fullmatch(token) and not (
            token.lower() in ("and", "or") and re.search(r"-\s?\Z", text[:start])
        ):
            break
        if re.match(r"[\d±%=<>]", token) or (passed == 0 and _UNIT.match(" " + token)):
            break
        position = word.end()
        passed += 1
    if head_end < 0:
        return None
    if number.in_words and number.value == 1 and not re.match(r"one\b", number.printed, re.I):
        return None
    phrase = text[number.start : head_end]
    after = text[head_end : head_end + 90]
    kind, illness, own, end = _classify(document, phrase, after, head_end)
    subset = bool(
        _SUBSET_AFTER.match(text, number.end)
        or (_SUBSET_AFTER.match(text, head_end) and not _RATE_AFTER.match(text, head_end))
        or (_SUBSET_AFTER.match(text, end) and not _RATE_AFTER.match(text, end))
    )
    if _SUBSET_BEFORE.search(before) and not _WEAK_BEFORE.search(before):
        subset = True
    return number.start, end, kind, phrase, illness, own, subset


_TAKEN_IN = cue(
    r"\s(?:\(\d[^()]{0,15}\)\s)?(?:with\s[^.;,()\d]{2,30}\d{0,2}\s(?=were|was))?"
    r"(?:(?:were|was) )?(?:finally |then |eventually )?(?:enroll?ed|"
    r"recruited|"
    r"randomi[sz]ed|included(?! in (?:the )?(?:review|meta)))\b"
)
_WITH_DIRECT = cue(r"\s(?:with|had|having)\s(?P<rest>[^.;,()\d]{0,60})")
_THINGS = cue(
    r"\b(?:studies|trials|articles|papers|records|reports|samples|publications|variables|genes|"
    r"items|proteins|abstracts|citations|databases|websites|videos|posts|tweets)\b"
)


def _elliptical(document: Document, text: str, number: numbers.Number) -> _Found | None:
    """ "Of 60 adults screened, 40 were enrolled"; "60 adults (30 with asthma and …)"."""
    lead = text[max(0, number.start - 160) : number.start]
    if number.value is None or number.value < 2 or not _HEAD.search(lead) or _THINGS.search(lead):
        return None
    taken = _TAKEN_IN.match(text, number.end)
    if taken and re.search(r"\A[^.;]{0,20}\bin the\b.{0,20}analys", text[taken.end() :]) is None:
        return number.start, number.end, "people", number.printed, None, False, False
    opened = re.search(r"\((?:[^()]{0,60}\b(?:and|,)\s)?(?:n\s?=\s?)?\Z", lead)
    beside = _WITH_DIRECT.match(text, number.end)
    if opened and beside and _HEAD.search(lead[: opened.start()]):
        named = document.illness.any_name.search(text, beside.start("rest"), beside.end("rest"))
        if named is not None:
            own = document.illness.any_own.search(named[0]) is not None
            return (number.start, named.end(), "patients",
                    text[number.start : named.end()], named[0], own, False)  # fmt: skip
    return None


def _elliptic(document: Document, text: str, start: int, end: int) -> bool:
    """ "143 asthma and 170 migraine patients": the first number counts patients too."""
    return bool(
        re.match(r"and\s\d", text[end : end + 6])
        and document.illness.any_name.search(text, start, end)
    )


_IRREGULAR = frozenset(("people", "women", "men", "children", "gps"))


def _classify(
    document: Document, phrase: str, after: str, head_end: int
) -> tuple[Kind, str | None, bool, int]:
    """What kind of people a phrase names, from its words and from "with …" behind it."""
    if _CONTROL.search(phrase):
        return "controls", None, False, head_end
    named = document.illness.any_name.search(phrase)
    end = head_end
    if named is None:
        tail = _WITH.match(after)
        if tail is None and phrase.lower().endswith("cases"):
            tail = _CASES_OF.match(after)
        if tail:
            names = document.illness.any_name.finditer(after, tail.start("rest"), tail.end("rest"))
            named = next((n for n in names if not _DENIED.search(after[: n.start()])), None)
            negated = re.match(r"\s?(?:\([^()]*\)\s)?without", after)
            if named and negated:
                return "controls", None, False, head_end + named.end()
            if named:
                end = head_end + named.end()
    if named:
        name = named[0]
        own = document.illness.any_own.search(name) is not None
        return "patients", name, own, end
    if _PATIENT.search(phrase):
        # "30 GERD patients", "30 patients with a hernia": not those of the record's condition.
        acronym = _ACRONYM.search(phrase)
        other = _WITH_OTHER.match(after)
        illness = acronym[0] if acronym else other["what"] if other else None
        return "patients", illness, False, head_end
    return "people", None, False, head_end


_CASES_OF = cue(r"\sof\s(?P<rest>[^.;:()]{0,60})", 0)
_DENIED = cue(r"\b(?:non|no|without|not|prior|previous)[-\s]\Z")
_WITH_OTHER = cue(
    r"\s(?:with|diagnosed with|suffering from)\s(?!or without|a mean|an? (?:average|median)|data)"
    r"(?P<what>[^.;:,()\d]{3,60})",
    0,
)


_WITH = cue(
    r"\s?(?:\([^()]{0,40}\)\s?)?(?:with(?:out)?|having|who had|who have|living with|suffering from|"
    r"affected by|diagnosed with|diagnosed as having|fulfilling|meeting|reporting|identified "
    r"(?:as|with)|"
    r"aged [\d–-]+ (?:years )?with)\s(?P<rest>[^.;:()\d]{0,75})",
    0,
)


_INVENTED = cue(
    r"\bpersonas?\b|\bfocus groups?\Z|\b(?:items?|samples?|studies|variables|papers|questions)\Z"
)
_BEFORE_NAME = cue(
    r",\s|\b(?:and|versus|vs\.?|or|to|into|in|by|from|of|groups?:|as|having|either|were|was|"
    r"included|includes?|including|comprised|comprising|than|on|for|the|an?)\s",
    0,
)


def _labelled(
    document: Document,
    text: str,
    number: numbers.Number,
    labelled: re.Match[str],
    before: str,
    short: dict[str, str],
) -> _Found | None:
    """ "people with asthma (n = 24)": the number and the noun phrase before it."""
    if _UNIT.match(text, number.end):
        return None
    lead = before[: labelled.start()]
    # A bracket may open with a short form: "healthy volunteers (HV; n = 9)".
    opened = lead.rfind("(") if lead.rfind("(") > lead.rfind(")") else -1
    phrase = lead[:opened] if opened >= 0 else lead
    inside = re.sub(r"[;,:]?\s?\Z", "", lead[opened + 1 :]).strip() if opened >= 0 else ""
    phrase = re.sub(r"\s?\([^()]{0,40}\)\s?\Z", "", phrase)
    phrase = re.split(r"[.;:)]", phrase)[-1]
    name = _BEFORE_NAME.split(phrase)[-1].strip()
    words = name if name else inside
    if re.fullmatch(r"(?:with|without)?", words) or _INVENTED.search(words):
        return None
    lacking = re.search(r"\bwithout\b", words)
    if lacking and not document.illness.any_name.search(words, lacking.end()):
        return None
    if re.search(r"\b(?:total|overall)\Z", inside, re.IGNORECASE):
        return number.start, number.end, "people", "total", None, False, False
    subset = False
    if re.match(r"\s?[,;)/]?\s?\(?\d+(?:\.\d+)?\s?%", text[number.end : number.end + 12]):
        subset = True
    if re.search(r"\d(?:\.\d+)?\s?%[,;:]?\s?\Z", lead):
        subset = True
    if re.match(r"\s?/\s?\d", text[number.end : number.end + 4]):
        subset = True
    kind: Kind
    illness: str | None = None
    own = False
    wider = phrase
    named = None
    for match in document.illness.any_name.finditer(words):
        named = match
    if _CONTROL.search(words) or re.search(r"\bwithout\b", words):
        kind = "controls"
    elif named is not None:
        kind, illness = "patients", named[0]
        own = document.illness.any_own.search(illness) is not None
    elif _PATIENT.search(words):
        kind = "patients"
    elif (
        _HEAD.search(words)
        or _HEAD.search(wider[-60:])
        or (
            labelled["n"] == "N"
            and re.search(r"sample|cohort|total|population|survey", wider, re.I)
        )
        or re.search(r"\bgroup|\barm\b|cohort|sample", words, re.I)
        or any(w in short for w in re.findall(r"[A-Za-z-]+", words))
    ):
        kind = "people"
    else:
        return None
    start = max(0, text.rfind(words, 0, number.start) if words else labelled.start())
    return start, number.end, kind, words, illness, own, subset

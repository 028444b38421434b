"""Who they were, as "Study at a glance" tells it: the text's own words, age, sex and place."""

from __future__ import annotations

import re

from evidence_atlas.records import Support, quoted, texts

from ..brief.kinds import OF_OTHERS_STUDIES
from ..limits.mistakes import seen_in
from ..material import Material, Piece
from ..people.asked_beside import kinds_counted
from ..people.defined_by import at_work, in_small_letters, whole_phrase
from ..people.people_phrase import grown_up_age
from ..rules import named
from ..slots import ASKED_WITH, Slots
from ..unclear import as_quoted
from ..words.spelled_out import SHORT_FORM, spelled_out

_TELLS_NOBODY = re.compile(
    r"(?:(?:the|matched|selected|included|enrolled|eligible|consecutive|new|all|general|other) )*"
    r"(?:patients?|participants?|people|individuals|subjects|persons|volunteers|cases|adults?|"
    r"children|survivors|respondents|members|team members)(?! (?:in|at|from) )",
    re.IGNORECASE,
)
"""Words for people that tell nothing of them, or only what another part of the row tells."""
_A_PART = re.compile(r"\bwithout\b|\bnon-", re.IGNORECASE)
_CUT = re.compile(
    r"\s(?:offered|provided|followed|treated|seen|included|recruited)$", re.IGNORECASE
)
"""A participle at the end, of which the rest is cut off ("users of a service offered")."""
_OTHERS_TOO = re.compile(
    r"[^.;]{0,80}?\b(?:and|with|versus|vs\.?) (?:[\w-]+ ){0,3}?"
    r"(?:controls?|comparison (?:sample|group)|comparators?|\d+ (?:patients|"
    r"people|participants|individuals|adults|children)|professionals|experts|staff|clinicians|"
    r"managers|caregivers|carers|parents)\b",
    re.IGNORECASE,
)
"""After the words for some people, others who took part besides."""


def _studied_as_written(m: Material) -> Piece | None:
    """Who was studied by the abstract's own phrase, where it counts them or says it took them in.

    A title names them too, but need not name just those who took part.
    """
    who = m.reading.quote("who.studied")
    if who is None or who.field == "title" or _A_PART.search(who.text):
        return None
    text = texts(m.record).get(who.field, "")
    if _OTHERS_TOO.match(text, who.end) or m.reading.participants.controls is not None:
        return None
    phrase = " ".join(who.text.split())
    if _TELLS_NOBODY.fullmatch(phrase) or _CUT.search(phrase):
        return None
    spelled = spelled_out(m.record, phrase)
    known = any(
        m.in_a_name(who.field, who.start + form.start(), who.start + form.end())
        for form in SHORT_FORM.finditer(who.text)
    )
    if spelled is None and not known:
        return None
    words, where = spelled if spelled is not None and not known else (phrase, ())
    if m.reading.illnesses and _only_ill(m, words):
        return None
    told = as_quoted(m, words) if words == phrase else words
    return Piece(told, (*m.quotes("who.studied"), *where))


def _longer(one: Piece | None, other: Piece | None) -> Piece | None:
    """Of two phrases of which one holds the other the longer, else the first that there is."""
    if one is None or other is None:
        return one or other
    short, long = (piece.text.strip("“”").casefold() for piece in (one, other))
    return other if short in long else one


def _in_their_words(m: Material, slots: Slots) -> Piece | None:
    """The text's phrase for all who took part, where it tells more than the illness."""
    p = m.reading.participants
    if p.controls is not None or m.brief.kind in {*OF_OTHERS_STUDIES, "case_report"}:
        return None
    paths = ("randomised", "enrolled", "total", "patients", "planned")
    n, path = next(((n, x) for x in paths if (n := getattr(p, x)) is not None), (None, ""))
    support = m.number(f"participants.{path}", n) if n is not None else ()
    found = whole_phrase(m, n, support, slots.get("illnesses", Piece("")).text)
    if found is None or _OTHERS_TOO.match(texts(m.record)[found.field], found.end):
        return None
    if _TELLS_NOBODY.fullmatch(found.text):
        return None
    if m.reading.who.adults_or_children == "children" and at_work(found.text):
        return None  # Those asked about the children, and not these.
    words = as_quoted(m, in_small_letters(m, found))
    return Piece(words, (quoted(found), named("in-their-words")))


def _only_ill(m: Material, phrase: str) -> bool:
    """Whether the words tell no more of them than the illness, which has a row of its own."""
    for known in m.condition.known_illnesses:
        phrase = re.sub(known.pattern, "", phrase, flags=re.IGNORECASE)
    rest = re.sub(r"\b(?:with|the|of|who had|having|an?)\b|[^\w ]", "", phrase)
    return _TELLS_NOBODY.fullmatch(rest.strip()) is not None


_OTHER_SEXES = re.compile(
    r"\b(?:non-?binary|gender[- ](?:diverse|fluid|queer)|transgender|intersex)\b", re.IGNORECASE
)
_NO_PATIENTS = re.compile(
    r"\b(?:nurses|workers|staff|physicians|doctors|employees|teachers|students|professionals|"
    r"clinicians|therapists|experts|personnel|HCWs)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
"""Those who work or learn at a place were not seen there as patients."""
_NEXT_PLACE = re.compile(
    r"\s?(?:surgeries|practices)?(?:\([^()]*\) ?)?(?:\w+ )?(?:,|and|or)\s(?:[\w-]+ ){0,4}"
    r"(?:clinics?|hospitals?|cent(?:er|re)s?|practices?|home|homes|community|units?|wards?)\b",
    re.IGNORECASE,
)
_PART_OF_THEM = re.compile(
    r"\b(?:higher|lower|prevalence|risks?|odds|associated|more|less|greater|at (?:recruitment|"
    r"enrol?lment))\b",
    re.IGNORECASE,
)


_MEAN = re.compile(r"\b(?:mean|median|average)\b", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?%[^.;]{0,60}$")


def _all_text(m: Material) -> str:
    return " ".join(texts(m.record).values())


def _one_place(m: Material) -> bool:
    """Whether people were seen at the place that is told, and at no other beside it."""
    at = m.reading.quote("who.setting")
    if at is None:
        return False
    text = texts(m.record).get(at.field, "")
    before = text[max(0, at.start - 90) : at.start]
    return not (_NO_PATIENTS.search(before) or _NEXT_PLACE.match(text, at.end))


def _age_of_a_part(m: Material) -> bool:
    """Whether an age stands in a result on some of those who took part."""
    at = m.reading.quote("who.ages")
    around = m.reading.sentence_at(at.start, at.field) if at is not None else None
    if at is None or around is None or around.role != "results":
        return False
    if _PART_OF_THEM.search(around.text):
        return True
    before, after = around.text[: at.start - around.start], around.text[at.end - around.start :]
    # "Between 1 and 5 years" is when something came, unless an age is spoken of.
    if not _AGE.search(before[-_NEAR_AGE:] + at.text + after[:_NEAR_AGE]):
        return True
    return _MEAN.search(at.text) is None and _SHARE.search(before) is not None


_AGE = re.compile(r"\bage[sd]?\b|\bold\b|\bborn\b|\byoung|\bolder\b", re.IGNORECASE)
_NEAR_AGE = 40
_GROWN_UP = 25
"""An age at which nobody is a child, nor counted with children."""


def _grown_up_too(m: Material) -> bool:
    """Whether ages are printed that are those of adults: "15-29 years" are not children's."""
    numbers = (int(n) for q in m.quotes("who.ages") for n in re.findall(r"\b\d{1,2}\b", q.text))
    return max(numbers, default=0) >= _GROWN_UP


_DEGREE = re.compile(r"\b(mild|moderate|severe|critical|asymptomatic)(?:ly)?\b", re.IGNORECASE)


def _one_of_degrees(m: Material, told: str) -> bool:
    """Whether groups are counted by how ill they were, of which this is one."""
    groups = [g.name for g in m.reading.participants.groups]
    degrees = {d.casefold() for name in groups for d in _DEGREE.findall(name)}
    own = {d.casefold() for d in _DEGREE.findall(told)}
    return bool(own) and bool(degrees - own)


_OF_CHILDREN = re.compile(r"\b(?:child|p(?:a?e)diatric|adolescen|young|youth|teen)", re.I)
_OF_ADULTS = re.compile(r"\b(?:adults?|elderly|veterans|women|men)\b", re.I)
_LIMIT_BEHIND = re.compile(
    r"(?:[- ]?years?)?(?: of age| old)?(?: (?:and|or) (?:older|over|above)|\s?(?:-|–|to)\s?\d|\+)",
    re.I,
)
_LOWEST = 21
"""A limit of age is mostly that of majority; a greater number is mostly a mean."""


def _same_age(value: str | None, told: str) -> bool:
    """Whether the text's own words for them tell already that they were children, or grown up."""
    if value == "children":
        return _OF_CHILDREN.search(told) is not None
    return value == "adults" and (
        _OF_ADULTS.search(told) is not None or grown_up_age(told, alone=False)
    )


def _grown_up_by_limit(m: Material) -> bool:
    """Whether the text says that they were adults, and not only how old they were on average."""
    said = m.reading.quote("who.adults_or_children")
    if said is None:
        return False
    numbers = [int(n) for n in re.findall(r"\d+", said.text)]
    if not numbers or re.search(r"[≥>]", said.text):
        return True
    behind = _LIMIT_BEHIND.match(texts(m.record).get(said.field, ""), said.end)
    return numbers[0] <= _LOWEST or behind is not None


_ONE_AFTER_ANOTHER = re.compile(r"consecutive\b", re.I)
_NO_PLACE = re.compile(r"(?:tertiary|secondary)[- ]care", re.I)
"""A kind of care, where the place of it was cut off."""
_CUT_AGE = re.compile(r"\b(?:from|between) \d+$|^ages? \d+$|\btime \d+$", re.I)
_BY_NOUN = {"female": r"\bwom[ae]n\b|\bgirls?\b", "male": r"(?<!\bwo)\bm[ae]n\b|\bboys?\b"}
"""Nouns that tell the sex."""
_YOUNG = {"women and men": "girls and boys"}
_EITHER = {"women and men": "female and male"}
_CHILD = re.compile(r"child|pa?ediatr|infan|toddler|\bkids?\b", re.IGNORECASE)


def who_of(m: Material, slots: Slots) -> Piece | None:
    who = m.reading.who
    parts: list[str] = []
    held: list[Support] = []
    # Of several kinds of people the words for one of them are not those for all.
    one_kind = not kinds_counted(m)
    own = _longer(_in_their_words(m, slots), _studied_as_written(m)) if one_kind else None
    had = next(iter(slots.had_first.values()), None)
    if own is None:
        own = had
    elif had is not None and not m.condition.illnesses_in(own.text):
        parts.append(had.text)
        held.extend(had.support)
    if own is not None:
        parts.append(own.text)
        held.extend(own.support)
    as_young = any(_CHILD.search(q.text) for q in m.quotes("who.adults_or_children"))
    words = {"both": {"adults_or_children": "adults and children", "sex": "women and men"},
             "female": {"sex": "female"}, "male": {"sex": "male"}}  # fmt: skip
    for name in ("adults_or_children", "sex", "severity", "setting", "recruitment"):
        value = getattr(who, name)
        support = m.fact(
            f"who.{name}", value if name in ("severity", "setting", "recruitment") else None
        )
        if name == "recruitment" and value and ASKED_WITH.search(value):
            continue  # with what they were asked is not how they were found
        if name == "recruitment" and own is not None and _ONE_AFTER_ANOTHER.match(value or ""):
            continue
        if name == "setting" and value and _NO_PLACE.fullmatch(value):
            continue
        if name == "setting" and value and value.casefold() in (who.recruitment or "").casefold():
            continue  # where they were found names the place already
        if name == "setting" and (m.only_background("who.setting") or not _one_place(m)):
            continue
        if name == "adults_or_children" and value == "children" and _grown_up_too(m):
            continue
        if name == "severity" and value and _one_of_degrees(m, value):
            continue
        if name == "sex" and value == "both" and _OTHER_SEXES.search(_all_text(m)):
            continue
        if value and own is not None and value.casefold() in own.text.casefold():
            continue
        by_noun = _BY_NOUN.get(value or "", "(?!)") if name == "sex" else "(?!)"
        if own is not None and re.search(by_noun, own.text, re.IGNORECASE):
            continue
        if name == "adults_or_children" and own is not None and _same_age(value, own.text):
            continue
        if name == "adults_or_children" and value == "adults" and not _grown_up_by_limit(m):
            continue
        if value and support:
            told = words.get(value, {}).get(name, value)
            if name == "sex" and who.adults_or_children == "children":
                told = _YOUNG.get(told, told) if as_young else _EITHER.get(told, told)
            if told == "children" and not as_young:
                told = "young people"  # nothing says that they were children yet
            if own is not None and told in own.text.casefold():
                continue
            if name == "setting":
                place = seen_in(slots)
                told = f"seen in {place.text}" if place is not None else told
            parts.append(told)
            held.extend(support)
    # In a review an age is that of the people of one study.
    ages = m.quotes("who.ages") if m.brief.kind != "review" and not _age_of_a_part(m) else ()
    if (
        ages
        and not _CUT_AGE.search(ages[0].text)
        and not (own is not None and ages[0].text.casefold() in own.text.casefold())
        and not (parts and grown_up_age(ages[0].text) and "adults" in " ".join(parts))
    ):
        parts.append(as_quoted(m, ages[0].text))
        held.extend(ages)
    if not parts:
        return None
    why = named("who-they-were")
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))

"""Who took part, as "Study at a glance" tells it: how many, and who they were."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote, QuoteSupport, Support, quote, quoted, texts

from .material import Material, Piece, merged
from .mistakes import seen_in
from .rules import named
from .slots import ASKED_WITH, Slots
from .stayed import of_each_group
from .unclear import as_quoted
from .words.numbers import joined
from .words.spelled_out import SHORT_FORM, spelled_out

_COUNTS = (
    ("total", "{n} people"), ("enrolled", "{n} enrolled"),
    ("randomised", "{n} put by chance into groups"),
    ("patients", "{n} patients"), ("controls", "{n} people for comparison"),
    ("completed", "{n} finished"),
    ("analysed", "{n} counted in the results"), ("planned", "{n} planned"),
    ("participants_in_studies", "{n} people in the studies"),
)  # fmt: skip


_ABOUT = re.compile(
    r"\b(over|more than|up to|at least|fewer than|less than|nearly|almost|about|approximately|"
    r"around)\s+$",
    re.IGNORECASE,
)


def _about(m: Material, support: tuple[Support, ...]) -> tuple[str, tuple[Support, ...]]:
    """ "over " of "over 375,000 adults", which are not 375,000, and where it stands."""
    known = texts(m.record)
    for held in support:
        if isinstance(held, QuoteSupport):
            before = known.get(held.field, "")[: held.start]
            if found := _ABOUT.search(before):
                where = quoted(quote(known, held.field, found.start(1), held.end))
                return f"{found[1].lower()} ", (where,)
    return "", ()


_SAME_PEOPLE = ("total", "enrolled", "patients")
"""Names under which one number may be printed of one and the same people."""


def people_of(m: Material, slots: Slots) -> Piece | None:
    """Every count that is stated, each under its own name, and one number of all only once."""
    if _one_person(m):
        return Piece("one person", (*m.quotes("participants.total"), named("counts-apart")))
    if _part_for_all(m):
        return _groups_as_counted(m)
    ill = _found_ill(m, slots)
    parts: list[str] = []
    held: list[Support] = []
    told: list[int] = []
    for name, words in _COUNTS:
        n = getattr(m.reading.participants, name)
        support = m.number(f"participants.{name}", n)
        if name == "randomised" and m.reading.design.randomised is False:
            continue
        if name in _SAME_PEOPLE and n in told:
            continue
        if name in ("completed", "analysed") and of_each_group(m.reading, name):
            continue
        begun = m.reading.participants.randomised
        if name == "enrolled" and n is not None and begun is not None and n < begun:
            continue  # nobody is put into groups before being taken in: these are one group
        if n in told and support and all(s in held for s in support):
            continue  # one number, printed once
        if n is not None and support:
            told += [n] if name in _SAME_PEOPLE else []
            if name == "patients" and ill is not None:
                words = f"{{n}} {ill.text}"
                held.extend(ill.support)
            words = "{n} eligible" if slots.only_eligible(support) else words
            said_so = "one" if n == 1 else f"{n:,}"
            about, where = _about(m, support)
            held.extend(where)
            parts.append(words.replace("{n}", about + said_so))
            held.extend(support)
    if not parts:
        return None
    why = named("counts-apart")
    # Digits at the front are fine in a row of figures.
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))


def _one_person(m: Material) -> bool:
    """Whether a report of one case is told: its one person is seldom counted by a number."""
    return m.brief.kind == "case_report" and m.reading.participants.total == 1


def _part_for_all(m: Material) -> bool:
    """Whether the numbers that can be shown would tell some of the groups for all of them.

    Only those for comparison are counted, or patients and controls leave out others whom the
    sum of all groups holds; that sum itself is printed nowhere.
    """
    p = m.reading.participants
    if any(
        m.number(f"participants.{name}", getattr(p, name))
        for name in ("total", "enrolled", "randomised", "analysed", "completed")
    ):
        return False
    patients = p.patients if m.number("participants.patients", p.patients) else None
    controls = p.controls if m.number("participants.controls", p.controls) else None
    if patients is None:
        return controls is not None
    return p.total is not None and p.total > patients + (controls or 0)


def one_of_several(m: Material) -> bool:
    """Whether one group for comparison is counted, where others took part besides."""
    controls = [g for g in m.reading.participants.groups if g.kind == "controls"]
    return len(controls) == 1 and _part_for_all(m)


_MOST_GROUPS = 5
_COMPARES = re.compile(r"\b(?:compared|versus|vs\.?|than)\b", re.IGNORECASE)


def _groups_as_counted(m: Material) -> Piece | None:
    """The groups in the abstract's own words, with no claim that they are all or do not overlap."""
    groups = [g for g in m.reading.participants.groups if g.n is not None and g.kind != "subgroup"]
    # "Assessment 4 compared to moderate cases" counts nobody.
    groups = [g for g in groups if not _COMPARES.search(g.quote.text)]
    found = merged(*(quoted(_closed(m, g.quote)) for g in groups))[:_MOST_GROUPS]
    if len(found) < 2:
        found = m.quotes("participants.patients", "participants.controls")
    # One of them alone would be told for all.
    if len(found) < 2:
        return None
    # A retelling's words are the atlas's own, and need no quotation marks.
    whole = [s.text + ")" * (s.text.count("(") - s.text.count(")")) for s in found]
    told = joined(
        [as_quoted(m, words if m.retold else s.text) for words, s in zip(whole, found, strict=True)]
    )
    return Piece(f"Several groups: {told}", (*found, named("several-groups")))


def _closed(m: Material, found: Quote) -> Quote:
    """The words with the bracket that closes what they open."""
    held = texts(m.record)
    more = (
        found.text.count("(") > found.text.count(")") and held[found.field][found.end :][:1] == ")"
    )
    end = found.end + more
    rest = _REST_OF_WORD.match(held[found.field], end)
    return quote(held, found.field, found.start, rest.end() if rest else end)


_REST_OF_WORD = re.compile(r"[-‐‑–]\w+")


def _found_ill(m: Material, slots: Slots) -> Piece | None:
    """What some of those counted were found to have, where the sentence names it: they are no more
    "patients" than the rest.
    """
    p = m.reading.participants
    illness = slots.get("illness_outcome", slots.get("condition"))
    if illness is None or p.patients is None or p.total is None or p.controls is not None:
        return None
    if p.patients >= p.total:
        return None
    it = set(m.condition.illnesses_in(illness.text))
    for count in m.number("participants.patients", p.patients):
        if not isinstance(count, QuoteSupport):
            continue
        around = m.reading.sentence_at(count.start, count.field)
        if around and it.intersection(m.condition.illnesses_in(around.text)):
            return Piece(f"of them with {illness.text}", illness.support)
    return None


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


_CUT_AGE = re.compile(r"\b(?:from|between) \d+$")
_YOUNG = {"women and men": "girls and boys"}


_EITHER = {"women and men": "female and male"}
_CHILD = re.compile(r"child|pa?ediatr|infan|toddler|\bkids?\b", re.IGNORECASE)


def who_of(m: Material, slots: Slots) -> Piece | None:
    who = m.reading.who
    parts: list[str] = []
    held: list[Support] = []
    own = _studied_as_written(m)
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
    ):
        parts.append(as_quoted(m, ages[0].text))
        held.extend(ages)
    if not parts:
        return None
    why = named("who-they-were")
    return Piece("; ".join(parts), (*dict.fromkeys(held), why))

"""How many people: total, patients, controls, groups, and what became of them.

A count is taken only where one reading of the text is clearly meant; else it stays None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import msgspec

from evidence_atlas.records import Group, Participants, Quote
from evidence_atlas.records.cues import cue

from . import groups as counted_groups
from . import mentions, numbers, single_case, studies_counted
from .conditions_named import main_condition, same_as_main, studied
from .document import Document
from .mentions import VERBS, Mention
from .places import around, text_of

_REVIEW = cue(
    r"systematic(?:ally)?[-\s](?:\w+\s){0,3}(?:review|search|literature)|meta-?analys|scoping "
    r"review|"
    r"umbrella review|literature review|narrative review|rapid review|mapping review|"
    r"review of (?:the )?(?:literature|studies|trials)|integrative review|PRISMA|"
    r"\bthis (?:\w+ ){0,3}review\b|meta-?synthesis|review article"
)
_PROTOCOL = cue(
    r"\bprotocol\b|\bwill be (?:recruited|randomi[sz]ed|enroll?ed|included|assessed|collected|"
    r"conducted|"
    r"analy[sz]ed|measured|invited)\b|trial status"
)


def is_review(document: Document) -> bool:
    """Whether the record reviews other studies (its own counts are then of studies)."""
    types = " ".join(document.record.publication_types).lower()
    if "review" in types or "meta-analysis" in types:
        return True
    if not document.may_hold(_REVIEW):
        return False
    if _REVIEW.search(document.title):
        return True
    for _, sentence in document.parts("aim", "methods", "background"):
        match = _REVIEW.search(sentence.text)
        if match and re.search(
            r"\b(?:we|this|was|were|is|our|present|conducted|performed)\b", sentence.text, re.I
        ):
            later = sentence.text[match.end() : match.end() + 40]
            if re.match(r"(?:s|es)? (?:have|has|had|of .{0,30}have)|s\b (?:found|show)", later):
                continue
            if sentence.role == "background" and not re.search(
                r"\b(?:we|this|our)\b", sentence.text, re.I
            ):
                continue
            return True
    return False


def is_protocol(document: Document) -> bool:
    """Whether the text is a plan: the title says protocol, or the methods are in the future."""
    if re.search(
        r"\bprotocol (?:for|of)\b|\b(?:study|trial|review)\s?protocol\b|:\s?(?:a )?(?:\w+ "
        r"){0,4}protocol\b",
        document.title,
        re.IGNORECASE,
    ):
        return True
    future = sum(
        len(re.findall(r"\bwill (?:be|receive|undergo|complete)\b", s.text))
        for s in document.sentences
    )
    past = sum(
        len(re.findall(r"\b(?:were|was)\b", s.text))
        for _, s in document.parts("methods", "results")
    )
    return future >= 3 and future > past


@dataclass
class Counted:
    """The participants, the quotes for each number, and all mentions that were seen."""

    participants: Participants
    quotes: dict[str, tuple[Quote, ...]]
    mentions: list[Mention]


def read(document: Document, conditions: tuple[str, ...], randomised: bool = False) -> Counted:
    """Count the people of one record."""
    seen = mentions.find(document)
    if is_review(document):
        participants, quotes = studies_counted.read(document, seen)
        return Counted(participants, quotes, seen)
    usable = [m for m in seen if m.role not in ("background", "conclusions", "other")]
    if randomised or _has_arms(
        usable
    ):  # a trial's control group is an arm, not people without the illness
        usable = [
            replace(m, kind="people")
            if m.kind == "controls" and "healthy" not in m.phrase.lower()
            else m
            for m in usable
        ]
    if not any(not m.subset for m in usable):
        usable = usable or [m for m in seen if m.role == "conclusions"]
    facts: dict[str, tuple[int, Quote]] = {}
    if is_protocol(document):
        return _protocol(document, seen, conditions)
    whole = [m for m in usable if not m.subset and not _screened(document, m)]
    for name in ("randomised", "completed", "analysed", "enrolled"):
        found = _with_verb(document, whole, name)
        if found is not None:
            facts[name] = (found.value, found.quote)
    if not randomised:
        facts.pop("randomised", None)
    _groups_and_total(document, whole, conditions, facts)
    completed = _completed_of(document)
    if completed is not None:
        facts["completed"] = completed
        started = facts.get("total")
        if started is not None and started[0] > completed[0]:
            facts.setdefault("enrolled", started)
    groups = counted_groups.counted(document, whole) + counted_groups.divided(document)
    if not any(m.value > 1 for m in whole):
        _one_person(document, conditions, facts)
    _everybody(document, conditions, seen, facts)
    values = {name: value for name, (value, _) in facts.items()}
    participants = Participants(**values, groups=groups, adds_up=_adds_up(values, groups))
    return Counted(participants, {f"participants.{n}": (q,) for n, (_, q) in facts.items()}, seen)


def _one_person(
    document: Document, conditions: tuple[str, ...], facts: dict[str, tuple[int, Quote]]
) -> None:
    """A case report has one participant, who has the condition where the text says so."""
    case = single_case.find(document)
    if case is None:
        return
    quote, sentence = case
    facts["total"] = (1, quote)
    own = document.illness.any_own
    has_own = own.search(sentence) is not None and studied(document)
    main = main_condition(document, conditions)
    if has_own:
        facts["with_illness"] = (1, quote)
    if has_own or (main is not None and main.pattern.search(sentence)):
        facts["patients"] = (1, quote)


def _everybody(
    document: Document,
    conditions: tuple[str, ...],
    seen: list[Mention],
    facts: dict[str, tuple[int, Quote]],
) -> None:
    """Where a text on "people with asthma" knows of no others, all who took part are patients."""
    main = main_condition(document, conditions)
    if main is None or "total" not in facts or "patients" in facts or "controls" in facts:
        return
    if any(m.kind == "controls" and "healthy" in m.phrase.lower() for m in seen):
        return
    if any(_either(document, m) for m in seen):
        return
    if _OTHERS.search(document.title) or _OTHERS.search(document.abstract):
        return
    if any(m.illness is not None and not same_as_main(document, conditions, m.illness)
           for m in seen if m.role in ("aim", "methods", "title")):  # fmt: skip
        return
    texts = [document.title, *(s.text for _, s in document.parts("aim", "methods"))]
    for text in texts:
        for match in main.pattern.finditer(text):
            before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() :]
            if _WHO_HAVE.search(before) or _ARE_PATIENTS.match(after):
                facts["patients"] = facts["total"]
                if main.own:
                    facts.setdefault("with_illness", facts["total"])
                return


def without_patients(document: Document, counted: Counted) -> Counted:
    """The same counts, without a claim that those who took part had the illness.

    Where another illness is the record's main condition its patients stay out as well: the
    page would name them by the atlas's illness.
    """
    own = document.illness.any_own
    groups = tuple(
        g for g in counted.participants.groups if g.kind != "patients" or own.search(g.quote.text)
    )
    participants = msgspec.structs.replace(
        counted.participants, patients=None, with_illness=None, groups=groups, adds_up=None
    )
    dropped = ("participants.patients", "participants.with_illness")
    quotes = {path: q for path, q in counted.quotes.items() if path not in dropped}
    return Counted(participants, quotes, counted.mentions)


_OTHERS = cue(
    r"\b(?:healthy|without|general population|population-based|caregivers?|carers|clinicians|"
    r"practitioners|physicians|professionals|therapists|non-(?:fatigued|patients|cases)|uninfected|"
    r"family members|case-control|matched|register|registry|students|GPs|doctors|nurses|parents|"
    r"risk of|prevalence of|incidence of|suspected|developed|or (?:a )?close)\b"
)
_WHO_HAVE = cue(
    r"\b(?:patients|people|adults|individuals|participants|persons|children|adolescents|women|men|"
    r"youth|those)(?: living| diagnosed| suffering)? (?:with|from)\s(?:\w+\s)?\Z"
)
_ARE_PATIENTS = cue(r"(?:\s\([^()]{1,12}\))?\s(?:patients|participants|sufferers)\b")
_TREATED = cue(
    r"\b(?:intervention|experimental|treatment|treated|exercise|training|active|therapy)"
    r"(?:\s\w+)? (?:group|arm)\b"
)


def _has_arms(usable: list[Mention]) -> bool:
    """Whether a treated group is counted: a control group is then an arm too."""
    return any(m.labelled_n and _TREATED.search(m.phrase) for m in usable)


_OF_THEM = cue(
    r"[^.;,\d]{0,30},\s\d[\d,]*\s(?:(?:with|met|had)[^.;,()]{1,40}\s)?(?:were|was)\s(?:\w+\s)?"
    r"(?:included|enroll?ed|recruited|randomi[sz]ed)"
)


def _screened(document: Document, mention: Mention) -> bool:
    before, after = around(document, mention, 40, 45)
    phrase = re.sub(r"\beligible\b", "", mention.phrase, flags=re.IGNORECASE)
    if VERBS["screened"].search(phrase) or (
        re.search(r"\b(?:of|among|from)\s(?:the\s)?\Z", before, re.IGNORECASE)
        and _OF_THEM.match(around(document, mention, 0, 90)[1])
    ):
        return True
    if VERBS["enrolled"].search(after) or VERBS["randomised"].search(after):
        return False
    if VERBS["screened"].search(mention.phrase):
        return True
    return bool(
        VERBS["screened"].search(after)
        or re.search(
            r"\b(?:screened|invited|approached|sent to|distributed to)[^,]{0,25}\Z", before, re.I
        )
    )


def _with_verb(document: Document, whole: list[Mention], name: str) -> Mention | None:
    """The first count that a verb such as "were randomised" belongs to."""
    pattern = VERBS[name]
    for mention in whole:
        before, after = around(document, mention)
        near = re.split(r",\s(?:and|but|of|with|which|who)\b|\bwhile\b|\bwho\b", after)[0]
        if mention.kind == "controls":
            continue
        match = pattern.search(near)
        if match and not numbers.find(near[: match.start()]):
            return mention
        tail = before[-45:]
        match = None
        for later in pattern.finditer(tail):
            match = later
        if match and not re.search(r"[,)]|\bto\b|\band\b|\bfrom\b|\bafter\b", tail[match.end() :]):
            return mention
    return None


_OF_COMPLETED = cue(
    r"(?P<n>(?<![\w,.-])[\w,-]{1,30})\s(?:\([^()]{1,20}\)\s)?(?:of (?:the |these |whom "
    r")?(?:\w+ )?)?"
    r"(?:\([^()]{1,20}\)\s)?(?:\w+\s){0,2}(?:completed|finished) (?:the |all |both )?"
    r"(?:\w+ ){0,3}(?:study|trial|treatment|intervention|program(?:me)?|follow-?up|protocol)\b"
    r"(?!\s(?:questionnaires?|surveys?|measures|interviews?|assessments?|visits?))"
)


def _completed_of(document: Document) -> tuple[int, Quote] | None:
    """ "Twenty-six completed the trial", "26 (87%) of the 30 patients completed"."""
    for _, sentence in document.parts("methods", "results", "aim"):
        match = _OF_COMPLETED.search(sentence.text)
        if match is None:
            continue
        first = match.start()
        span = sentence.text[first : match.end()]
        found = [n for n in numbers.find(span) if n.value is not None]
        found = [n for n in found if not numbers.is_percent(span, n.end)]
        if found and found[0].start == 0 and found[0].value is not None:
            quote = document.quote(sentence.start + first, sentence.start + match.end())
            return found[0].value, quote
    return None


def _main(document: Document, mention: Mention, conditions: tuple[str, ...]) -> bool:
    return mention.illness is None or same_as_main(document, conditions, mention.illness)


def _groups_and_total(
    document: Document,
    whole: list[Mention],
    conditions: tuple[str, ...],
    facts: dict[str, tuple[int, Quote]],
) -> None:
    """Patients, controls, people with the illness, and everybody."""
    body = [m for m in whole if m.sentence is not None]
    pool = [m for m in (body or whole) if not m.each]
    patients = [m for m in pool if m.kind == "patients"]
    controls = [m for m in pool if m.kind == "controls"]
    declared = _declared_total(document, pool)
    control = _control_count(controls)
    unclear = {m.value for m in patients if _either(document, m)}
    main = [m for m in patients if _main(document, m, conditions) and m.value not in unclear]
    chosen = _patient_count(document, main, patients, controls, pool)
    total: tuple[int, Quote] | None = None
    if declared is not None:
        total = (declared.value, declared.quote)
    if control is not None and chosen is not None:
        partners = _same_list(document, chosen, pool)
        if all(m.kind != "controls" for m in partners):
            partners = _told_apart(chosen, patients, controls)
        added = sum({(m.phrase, m.value): m.value for m in partners}.values())
        if total is None or (declared is chosen and total[0] == chosen.value and total[0] < added):
            span = _span(document, partners)
            total = (added, span) if span is not None and partners else None
    elif total is None:
        groups = _same_list(document, pool[0], pool) if pool else []
        distinct = {m.value for m in pool}
        elsewhere = any(
            m.labelled_n and groups and m.sentence != groups[0].sentence and m.kind == "patients"
            for m in pool
        )
        if elsewhere and len(groups) > 1:
            total = None
        elif len(groups) > 1 and all(m.labelled_n == "n" or m.kind != "people" for m in groups):
            span = _span(document, groups)
            if span is not None:
                total = (sum(m.value for m in groups), span)
        elif all(m.kind == "controls" for m in pool):
            total = None
        elif len(distinct) == 1 and pool:
            total = (pool[0].value, pool[0].quote)
        else:
            first = _first_count(document, pool)
            if first is not None:
                total = (first.value, first.quote)
    if total is None:
        for name in ("enrolled", "randomised", "analysed"):
            if name in facts and control is None:
                total = facts[name]
                break
    plainly = declared is not None and _says_total(document, declared)
    if total is not None and not plainly and _contradicted(document, total[0], pool):
        total = None
    # Where some are there for comparison, "279 patients" need not all have the illness.
    compared = re.search(r"\bcontrols?\b|\bwithout\b", document.title, re.IGNORECASE)
    if chosen is not None and chosen.illness is None and control is None and compared:
        chosen = None
    if chosen is not None and total is not None and chosen.value > total[0]:
        chosen = None
    if total is not None:
        facts["total"] = total
    if control is not None and (total is None or control[0] < total[0]):
        facts["controls"] = control
    if chosen is not None:
        facts["patients"] = _together(document, chosen, pool) or (chosen.value, chosen.quote)
    with_illness = [m for m in patients if m.own and m.value not in unclear]
    if with_illness:
        facts["with_illness"] = (with_illness[0].value, with_illness[0].quote)
    elif chosen is not None and chosen.illness is None and conditions:
        own = {n.name for n in document.illness.names if n.own}
        if conditions[0] in own and studied(document):
            facts["with_illness"] = (chosen.value, chosen.quote)


def _told_apart(chosen: Mention, patients: list[Mention], controls: list[Mention]) -> list[Mention]:
    """Groups that are counted in different sentences, each illness and the controls once.

    Empty where it is not clear that they stand side by side.
    """
    found = {chosen.illness or "": chosen}
    for mention in patients:
        if (mention.illness or "") not in found and not mention.each:
            if mention.role != chosen.role:
                return []
            found[mention.illness or ""] = mention
    return [*found.values(), controls[0]]


def _contradicted(document: Document, total: int, pool: list[Mention]) -> bool:
    """Whether a total that is only inferred leaves out people who are counted elsewhere."""
    if any(m.value > total and m.kind != "controls" for m in pool):
        return True
    for mention in pool:
        partners = _same_list(document, mention, pool)
        if len(partners) > 1 and sum(m.value for m in partners) == total:
            return False
    return any(
        m.labelled_n and re.search(r"\bcohort\b", m.phrase, re.I) and m.kind != "controls"
        and m.value != total and m.value * 2 > total
        for m in pool
    ) or re.search(
        r"\bstudy (?:2|II|two)\b|\b(?:equal|same|identical) number of (?:\w+ ){0,3}"
        r"(?:controls|participants|people|"
        r"individuals|patients|subjects)",
        document.abstract, re.I,
    ) is not None  # fmt: skip


def _together(document: Document, chosen: Mention, pool: list[Mention]) -> tuple[int, Quote] | None:
    """Patients of every condition in the title, where the title names more than one of them."""
    groups: dict[str, Mention] = {}
    for mention in _same_list(document, chosen, pool):
        if mention.kind != "patients" or mention.illness is None:
            continue
        named = _name_of(document, mention.illness)
        if named is not None and (named in groups or _in_title(document, named)):
            key = named if named not in groups else f"{named} {mention.start}"
            groups[key] = mention
    members = list(groups.values())
    if len({k.split(" ")[0] for k in groups}) < 2 and not (
        len(members) > 1 and all(m.labelled_n for m in members)
    ):
        return None
    span = _span(document, members)
    return (sum(m.value for m in members), span) if span is not None else None


def _name_of(document: Document, illness: str) -> str | None:
    """One word for a condition: all names of the atlas's illness are one."""
    for named in document.illness.names:
        if named.pattern.search(illness):
            return "own" if named.own else named.name.replace(" ", "-")
    return None


def _in_title(document: Document, name: str) -> bool:
    return any(
        n.pattern.search(document.title)
        for n in document.illness.names
        if ("own" if n.own else n.name.replace(" ", "-")) == name
    )


def _either(document: Document, mention: Mention) -> bool:
    """ "patients with asthma or migraine": how many had which is not stated."""
    text = text_of(document, mention)
    for match in document.illness.any_name.finditer(text, mention.start):
        if re.match(r"(?:\s?\([^()]{1,12}\))?,? (?:and/)?or ", text[match.end() :]):
            later = document.illness.any_name.search(text, match.end())
            return later is not None and later.start() - match.end() < 24 and (
                match.start() - mention.start < 90
            )  # fmt: skip
        if match.start() - mention.start > 90:
            break
    return False


_AFTER_TOTAL = cue(
    r"\b(?:a total of|in total,?|total sample of|sample of|cohort of|sample size (?:of|was)|"
    r"altogether,?|"
    r"(?:study|sample|cohort|trial|survey|analysis) (?:\w+ ){0,3}(?:included|comprised|"
    r"consisted of|involved|"
    r"enrolled|recruited|including|with|of|in|among)|population of|we (?:\w+ )?(?:studied|"
    r"recruited|enrolled|included|"
    r"surveyed|analy[sz]ed|"
    r"examined|investigated|evaluated|assessed|interviewed))\s(?:data (?:from|of)\s)?(?:the\s)?\Z"
)
_TOTAL_BEHIND = cue(r"\A[^,;.]{0,40}\b(?:in total|altogether|in all)\b")


def _says_total(document: Document, mention: Mention) -> bool:
    before, after = around(document, mention)
    said = re.search(r"(?:a total of|in total,?)\s\Z", before, re.IGNORECASE)
    return bool(said or _TOTAL_BEHIND.match(after) or mention.phrase == "total")


def _declared_total(document: Document, pool: list[Mention]) -> Mention | None:
    """A count said to be everybody's ("a total of", "N = 53", "we studied …")."""
    for mention in pool:
        if mention.kind == "controls" or mention.each:
            continue
        before, after = around(document, mention)
        if re.search(r"(?:a total of|in total,?)\s\Z", before, re.I) or _TOTAL_BEHIND.match(after):
            # "A total of 40 completed" after "a total of 52 were randomised" is not everybody.
            larger = [m for m in pool if m.kind == "people" and m.value > mention.value]
            larger = [m for m in larger if _taken_in(document, m) or _says_total(document, m)]
            return max(larger, key=lambda m: m.value) if larger else mention
    for mention in pool:
        if mention.labelled_n == "N" and mention.kind == "people":
            others = [m for m in pool if m.sentence == mention.sentence and m.labelled_n == "N"]
            if len(others) == 1:
                return mention
    for mention in pool:
        before, after = around(document, mention)
        if re.search(r"\b(?:independent|validation|replication|second) (?:sample|cohort)", before):
            continue
        if mention.kind == "people" and not mention.each and _AFTER_TOTAL.search(before):
            partners = [
                m
                for m in _same_list(document, mention, pool)
                if m is not mention and m.kind != mention.kind
            ]
            if sum(m.value for m in partners) <= mention.value:
                return mention
    return None


def _control_count(controls: list[Mention]) -> tuple[int, Quote] | None:
    """Controls: the first count of them; two kinds in one sentence are added."""
    if not controls:
        return None
    first = controls[0]
    together = [m for m in controls if m.sentence == first.sentence and m.start != first.start]
    distinct = [m for m in together if m.phrase.lower() != first.phrase.lower()]
    if distinct and len({m.value for m in (first, *distinct)}) > 1:
        return None
    return first.value, first.quote


def _patient_count(
    document: Document,
    main: list[Mention],
    patients: list[Mention],
    controls: list[Mention],
    pool: list[Mention],
) -> Mention | None:
    """Those with the main condition: beside the controls where there are any, else the first."""
    if not main:
        return None
    if controls:
        beside = [m for m in main if m.sentence == controls[0].sentence]
        named = [m for m in beside if m.illness]
        if named or beside:
            return (named or beside)[0]
    verb = [m for m in main if _taken_in(document, m)]
    first = (verb or main)[0]
    unnamed = {m.value for m in main if m.labelled_n and m.illness is None}
    if first.labelled_n and first.illness is None and len(unnamed) > 1:
        return None
    same = [m for m in main if m.sentence == first.sentence and m.value != first.value]
    if same and first.labelled_n and all(m.labelled_n for m in same):
        return None
    return first


def _taken_in(document: Document, mention: Mention) -> bool:
    before, after = around(document, mention)
    return bool(
        _AFTER_TOTAL.search(before)
        or any(VERBS[v].search(after) for v in ("enrolled", "randomised"))
    )


def _same_list(document: Document, mention: Mention, pool: list[Mention]) -> list[Mention]:
    """The counts named in one list: "25 patients and 25 controls", "(n = 12), … (n = 14)"."""
    return [
        m
        for m in pool
        if m.sentence == mention.sentence and bool(m.labelled_n) == bool(mention.labelled_n)
    ]


def _span(document: Document, members: list[Mention]) -> Quote | None:
    if not members or members[0].sentence is None:
        return members[0].quote if members else None
    start = min(m.quote.start for m in members)
    end = max(m.quote.end for m in members)
    return document.quote(start, end)


def _first_count(document: Document, pool: list[Mention]) -> Mention | None:
    """A count of people taken in, where the text does not say "total"."""
    for mention in pool:
        if mention.kind != "controls" and not mention.each and _taken_in(document, mention):
            after = around(document, mention)[1]
            if re.search(r"interview|focus group", after, re.I) and any(
                m.value > mention.value and m.sentence == mention.sentence for m in pool
            ):
                continue
            return mention
    for mention in pool:
        if mention.role == "methods" and mention.kind != "controls" and not mention.each:
            same = [m for m in pool if m.sentence == mention.sentence]
            if len(same) == 1:
                return mention
    return None


def _adds_up(values: dict[str, int], groups: tuple[Group, ...]) -> bool | None:
    """Whether patients and controls make the total; None where either is not stated."""
    total = values.get("total")
    if total is None or "controls" not in values:
        return None
    kinds = [g.n for g in groups if g.kind in ("patients", "controls") and g.n is not None]
    if "patients" in values and values["patients"] + values["controls"] == total:
        return True
    if len(kinds) > 1:
        return sum(kinds) == total
    return None


def _protocol(document: Document, seen: list[Mention], conditions: tuple[str, ...]) -> Counted:
    """A plan counts those who are to take part."""
    for mention in seen:
        if mention.subset or mention.role in ("background", "conclusions") or mention.each:
            continue
        text = text_of(document, mention)
        before, after = around(document, mention)
        if (
            VERBS["planned"].search(after)
            or VERBS["planned"].search(before)
            or (VERBS["total"].search(before) and re.search(r"\bwill\b", text))
        ):
            participants = Participants(planned=mention.value)
            return Counted(participants, {"participants.planned": (mention.quote,)}, seen)
    return Counted(Participants(), {}, seen)

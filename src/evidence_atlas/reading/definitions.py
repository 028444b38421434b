"""Case definitions used to select people (not merely discussed), and the illness's criterion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from evidence_atlas.records import CaseDefinition, CriterionReading, DefinitionUse, Quote
from evidence_atlas.records.cues import Cue, cue

from . import criterion_in_study, tables
from .document import Document
from .passages import Passage, of_abstract, of_title

_TABLE = {name: tables.any_of(patterns) for name, patterns in tables.load("definitions").items()}
_GAP = r"(?:[^.;]|\bal\.|\d\.\d){0,%d}?\Z"


def _leading(name: str, reach: int) -> Cue:
    """A word of the table from which the definition's name is at most `reach` away."""
    return cue("|".join(f"(?:{p}){_GAP % reach}" for p in tables.load("definitions")[name]))


_LINKED = _leading("linked", 90)
_LINKED_CLOSELY = _leading("linked_closely", 45)
_DISCUSSED_BEFORE = _leading("discussed_before", 60)
_LIST = cue(r"[\s,;/()\d]*(?:the|a)?\s*")
_IN_BRACKETS = cue(r"\((?:[^()]|\([^()]{0,30}\)){0,70}\Z")
_RULE_FOLLOWS = cue(r"[^.;()]{0,12}(?:\(|\b(?:by|per|under|using|with|as per)\s)(?:the\s)?\Z")
BARE = ("clinician diagnosis", "self-report", "ICD code")
"""Ways of entering a study that name no criteria."""
Join = Literal["and", "or"]
_STRICT_FIRST = ("required", "required_loose", "optional", "absent")


@dataclass(frozen=True)
class Definitions:
    """The definitions used, how they are joined, and the criterion's two facts."""

    used: tuple[DefinitionUse, ...]
    joined_by: Join | None
    criterion: CriterionReading
    quotes: dict[str, tuple[Quote, ...]]


class _Mention(NamedTuple):
    """A definition's name at its place in a passage."""

    definition: CaseDefinition
    start: int
    end: int


def read(document: Document, has_people: bool, methods: tuple[Passage, ...] = ()) -> Definitions:
    """What selected the people of this study; `methods` are those of an open full text.

    A definition counts as used where its sentence says that people met it, were diagnosed or
    selected by it. The abstract speaks first, then the title, then the Methods. Roles follow
    the illness's table; an undated name is judged by the paper's year.
    """
    found: list[tuple[Passage, _Mention]] = []
    joined: Join | None = None
    any_definition = document.illness.any_definition
    if _TABLE["nobody"].search(document.abstract):
        has_people = False
    if has_people and any_definition is not None:
        told = document.may_hold(any_definition)
        for passages in (
            of_abstract(document) if told else (),
            of_title(document) if told else (),
            methods,
        ):
            more, join = _used(document, passages, any_definition)
            named = any(m.definition.name not in BARE for _, m in more)
            if named or not found:
                found, joined = more, join
            if named:
                break
    uses: list[DefinitionUse] = []
    for passage, mention in found:
        if all(u.name != mention.definition.name for u in uses):
            quote = passage.quote(mention.start, mention.end)
            by = role_of(mention.definition, document.record.year)
            uses.append(DefinitionUse(name=mention.definition.name, by=by, quote=quote))
    # A named definition says more than "diagnosed by a doctor" beside it, unless both were asked.
    if joined is None and any(u.name not in BARE for u in uses):
        uses = [u for u in uses if u.name not in BARE]
    if len(uses) < 2:
        joined = None
    # A definition of another illness says nothing of this illness's criterion.
    ours = [u for u in uses if not _of_another(document, u.name)]
    # "… of whom most also met" selected a part of them: it does not settle it for everybody.
    texts = {id(u.quote): p.text[: m.start] for u in ours for p, m in found if _same(p, m, u)}
    whole = [u for u in ours if not _TABLE["part"].search(texts.get(id(u.quote), ""))]
    by_study, study_quote = criterion_in_study.read(document, has_people, methods)
    role = combined(whole or ours, joined if len(ours) == len(uses) else None)
    criterion = CriterionReading(by_definition=role, by_study=by_study)
    quotes: dict[str, tuple[Quote, ...]] = {f"case_definitions.{u.name}": (u.quote,) for u in uses}
    if study_quote is not None:
        quotes["criterion.by_study"] = (study_quote,)
    if uses:
        quotes["criterion.by_definition"] = tuple(u.quote for u in uses)
    return Definitions(tuple(uses), joined, criterion, quotes)


def selects_people_with_illness(document: Document, definitions: Definitions) -> Quote | None:
    """Where a definition of the atlas's own illness selected people, if one did."""
    patterns = {d.name: p for d, p in document.illness.definitions}
    return next(
        (u.quote for u in definitions.used
         if not _of_another(document, u.name)
         and (u.name not in BARE or patterns[u.name][0].fullmatch(u.quote.text))),
        None,
    )  # fmt: skip


def role_of(definition: CaseDefinition, year: int | None) -> str:
    """The role a definition gives to the criterion; an undated name is judged by the year."""
    if definition.until_year is None or definition.after_by is None:
        return definition.by_definition
    if year is None:
        return "unknown"
    return definition.by_definition if year < definition.until_year else definition.after_by


def combined(uses: list[DefinitionUse], joined: Join | None) -> str:
    """One role for all definitions used.

    The strictest where all had to be met. Where either was enough the loosest, if none of
    them, or every one of them, requires the criterion; else they are mixed.
    """
    roles = {u.by for u in uses}
    if not roles:
        return "unknown"
    known = [role for role in _STRICT_FIRST if role in roles]
    if len(roles) == 1 or (joined == "and" and known):
        return known[0] if known else "unknown"
    if "unknown" in roles and not roles & {"required", "required_loose"}:
        return "unknown"
    if roles <= {"required", "required_loose"} or roles <= {"optional", "absent"}:
        return known[-1]
    return "mixed"


def _of_another(document: Document, name: str) -> bool:
    return any(n.pattern.search(name) for n in document.illness.names if not n.own)


def _same(passage: Passage, mention: _Mention, use: DefinitionUse) -> bool:
    start = passage.start + mention.start
    return (passage.field, start) == (use.quote.field, use.quote.start)


def _used(
    document: Document, passages: Iterable[Passage], any_definition: Cue
) -> tuple[list[tuple[Passage, _Mention]], Join | None]:
    """The mentions that selected people, and how the first two in one sentence are joined."""
    found: list[tuple[Passage, _Mention]] = []
    joined: Join | None = None
    before: list[_Mention] = []
    for passage in passages:
        text = passage.text
        if not any_definition.search(text):
            continue
        if passage.role in ("background", "conclusions") and not _TABLE["own_people"].search(text):
            continue
        in_full_text = passage.field not in ("abstract", "title")
        here = _selecting(passage, _mentions(document, text, in_full_text))
        names = {m.definition.name for m in here}
        if joined is None and len(names) > 1:
            joined = _joint(text, here)
        elif joined is None and here and not names & {m.definition.name for m in before}:
            joined = _joint_across(text, before)
        found += [(passage, m) for m in here]
        before = before or here
    return found, joined


def _mentions(document: Document, text: str, strict: bool = False) -> list[_Mention]:
    """Every definition named, in order; where two names overlap, the table's first wins.

    `strict` leaves out what only in an abstract is sure to speak of how people entered.
    """
    found: list[_Mention] = []
    for definition, patterns in document.illness.definitions:
        for near, pattern in enumerate(patterns):
            if near and strict and definition.name in BARE:
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                if start == end or any(m.start < end and start < m.end for m in found):
                    continue
                bare = definition.name in BARE
                if near and not bare and not _means_criteria(document, text, start, end, found):
                    continue
                if (near if bare else not _settled(definition)) and not _names_illness(
                    document, definition
                ):
                    continue
                found.append(_Mention(definition, start, end))
    found.sort(key=lambda m: m.start)
    dated = [m for m in found if m.definition.until_year is None and m.definition.name not in BARE]
    return [
        m for m in found
        # "CDC criteria (Fukuda, 1994)" is one definition, not two
        if m.definition.until_year is None or not any(_beside(text, m, other) for other in dated)
    ]  # fmt: skip


def _means_criteria(
    document: Document, text: str, start: int, end: int, found: list[_Mention]
) -> bool:
    """Whether a name that has other meanings stands here for a definition.

    It does near a word such as "criteria", beside another definition, and where it follows
    the illness ("asthma by GINA", "asthma (GINA)").
    """
    around = text[max(0, start - 70) : start] + "|" + text[end : end + 70]
    if _TABLE["criteria_word"].search(around):
        return True
    for m in found:
        between = text[m.end : start] if m.end <= start else text[end : m.start]
        if len(between) < 20 and (_joiner(between) or between.strip(" ,/") == ""):
            return True
    before = text[max(0, start - 60) : start]
    own = document.illness.any_own
    return any(_RULE_FOLLOWS.match(before, m.end()) for m in own.finditer(before))


def _settled(definition: CaseDefinition) -> bool:
    """Whether the name by itself tells which definition it is, and so of which illness."""
    return definition.name not in BARE and "year not stated" not in definition.name


def _names_illness(document: Document, definition: CaseDefinition) -> bool:
    """A doctor's diagnosis, or a body's undated criteria, may be of any illness."""
    names = document.illness.any_name if definition.name in BARE else document.illness.any_own
    return any(names.search(text) for text in (document.title, document.abstract))


def _beside(text: str, one: _Mention, other: _Mention) -> bool:
    """Whether two names stand so close that the one explains the other."""
    first, second = sorted((one, other), key=lambda m: m.start)
    between = text[first.end : second.start]
    return len(between) < 25 and not (
        _TABLE["either"].search(between) or _TABLE["both"].search(between)
    )


def _selecting(passage: Passage, mentions: list[_Mention]) -> list[_Mention]:
    """The mentions by which people were taken; a list of names stands or falls together."""
    text = passage.text
    told = (
        passage.field == "abstract"
        and passage.role in ("methods", "results")
        and _TABLE["people"].search(text) is not None
    )
    chosen = [_is_used(text, m) or (told and _is_told(text, m)) for m in mentions]
    for i, (left, right) in enumerate(pairwise(mentions)):
        between = text[left.end : right.start]
        listed = len(between) <= 40 and (_joiner(between) or _LIST.fullmatch(between))
        if chosen[i] and listed and not _is_discussed(text, right):
            chosen[i + 1] = True
    for i in range(len(mentions) - 1, 0, -1):
        between = text[mentions[i - 1].end : mentions[i].start]
        if chosen[i] and len(between) <= 40 and _joiner(between):
            chosen[i - 1] = chosen[i - 1] or not _is_discussed(text, mentions[i - 1])
    return [m for m, use in zip(mentions, chosen, strict=True) if use]


def _joiner(between: str) -> bool:
    return bool(_TABLE["either"].search(between) or _TABLE["both"].search(between))


def _is_discussed(text: str, m: _Mention) -> bool:
    before, after = text[max(0, m.start - 120) : m.start], text[m.end : m.end + 110]
    return bool(
        _TABLE["discussed"].search(before + text[m.start : m.end] + after[:60])
        or _DISCUSSED_BEFORE.search(before)
        or _TABLE["spoken_of"].search(before[-40:])
        or _TABLE["kept_out_after"].search(after)
        or _TABLE["kept_out_before"].search(before[-70:])
    )


def _is_told(text: str, m: _Mention) -> bool:
    """Whether a definition in a sentence on the study's people is not merely discussed."""
    return _settled(m.definition) and not _is_discussed(text, m)


def _is_used(text: str, m: _Mention) -> bool:
    if _is_discussed(text, m):
        return False
    before, after = text[max(0, m.start - 120) : m.start], text[m.end : m.end + 110]
    near = before[-90:] + text[m.start : m.end] + after[:40]
    undated = not _settled(m.definition) and m.definition.name not in BARE
    if undated and not _TABLE["diagnosed"].search(near):
        return False
    if m.definition.name in BARE:
        if m.definition.name == "self-report" and _TABLE["symptoms_only"].search(after):
            return False
        return _TABLE["people"].search(text) is not None
    if _LINKED.search(before) or _LINKED_CLOSELY.search(before[-60:]):
        return True
    if _TABLE["met_after"].match(after):
        return True
    return _IN_BRACKETS.search(before) is not None


def _joint_across(text: str, before: list[_Mention]) -> Join | None:
    """ "They met the one. The other also had to be met." """
    if not before:
        return None
    if _TABLE["either_across"].search(text):
        return "or"
    return "and" if _TABLE["both_across"].search(text) else None


def _joint(text: str, here: list[_Mention]) -> Join | None:
    """How the definitions of one sentence are joined: all to be met, or either enough."""
    if _TABLE["either_before"].search(text[: here[0].start]):
        return "or"
    if _TABLE["either_after"].search(text[here[0].end :]):
        return "or"
    found: Join | None = None
    for left, right in pairwise(here):
        between = text[left.end : right.start]
        if left.definition.name == right.definition.name or len(between) > 130:
            continue
        if _TABLE["either"].search(between):
            return "or"
        if _TABLE["other_people"].search(between):
            return "or"
        if found is None and _TABLE["both"].search(between):
            found = "and"
    return found

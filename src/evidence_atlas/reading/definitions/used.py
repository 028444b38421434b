"""Case definitions used to select people (not merely discussed), and the illness's criterion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from evidence_atlas.records import CaseDefinition, CriterionReading, DefinitionUse, Quote
from evidence_atlas.records.cues import Cue

from ..document import Document
from ..text.passages import Passage, of_abstract, of_title
from . import criterion_in_study
from .names import BARE, TABLE, Mention, mentions
from .use import Join, joint, joint_across, selecting

_STRICT_FIRST = ("required", "required_loose", "optional", "absent")


@dataclass(frozen=True)
class Definitions:
    """The definitions used, how they are joined, and the criterion's two facts."""

    used: tuple[DefinitionUse, ...]
    joined_by: Join | None
    criterion: CriterionReading
    quotes: dict[str, tuple[Quote, ...]]


def read(document: Document, has_people: bool, methods: tuple[Passage, ...] = ()) -> Definitions:
    """What selected the people of this study; `methods` are those of an open full text.

    A definition counts as used where its sentence says that people met it, were diagnosed or
    selected by it. The abstract speaks first, then the title, then the Methods. Roles follow
    the illness's table; an undated name is judged by the paper's year.
    """
    found: list[tuple[Passage, Mention]] = []
    joined: Join | None = None
    any_definition = document.illness.any_definition
    if TABLE["nobody"].search(document.abstract):
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
            uses.append(_use(passage, mention, document.record.year))
    uses = [_beside_a_part(document, u, uses) for u in uses]
    # A named definition says more than "diagnosed by a doctor" beside it, unless both were asked.
    if joined is None and any(u.name not in BARE for u in uses):
        uses = [u for u in uses if u.name not in BARE]
    if len(uses) < 2:
        joined = None
    # A definition of another illness says nothing of this illness's criterion.
    ours = [u for u in uses if not _of_another(document, u.name)]
    # "… of whom most also met" selected a part of them: it does not settle it for everybody.
    whole = [u for u in ours if not u.of_part]
    by_study, study_quote = criterion_in_study.read(document, has_people, methods)
    role = combined(whole, joined if len(whole) == len(uses) else None)
    criterion = CriterionReading(by_definition=role, by_study=by_study)
    quotes: dict[str, tuple[Quote, ...]] = {f"case_definitions.{u.name}": (u.quote,) for u in uses}
    if study_quote is not None:
        quotes["criterion.by_study"] = (study_quote,)
    some = criterion_in_study.not_all(document) if has_people else None
    if some is not None:
        quotes["criterion.not_all"] = (some,)
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


def _use(passage: Passage, mention: Mention, year: int | None) -> DefinitionUse:
    return DefinitionUse(
        name=mention.definition.name,
        by=role_of(mention.definition, year),
        quote=passage.quote(mention.start, mention.end),
        of_part=TABLE["part"].search(passage.text[: mention.start]) is not None,
    )


def _beside_a_part(
    document: Document, use: DefinitionUse, uses: list[DefinitionUse]
) -> DefinitionUse:
    """The role of an undated name, where only some of its people met a newer definition too.

    After a year it may mean a definition that requires the criterion. It does not where those who
    met one that does are a part of those who met it: then it is the older one.
    """
    definition = next((d for d, _ in document.illness.definitions if d.name == use.name), None)
    if definition is None or definition.until_year is None or use.of_part or use.by != "unknown":
        return use
    if not any(u.of_part and u.by == "required" for u in uses):
        return use
    return msgspec.structs.replace(use, by=definition.by_definition)


def _of_own_people(text: str) -> bool:
    return any(TABLE[name].search(text) for name in ("counted_people", "own_people"))


def _used(
    document: Document, passages: Iterable[Passage], any_definition: Cue
) -> tuple[list[tuple[Passage, Mention]], Join | None]:
    """The mentions that selected people, and how the first two in one sentence are joined."""
    found: list[tuple[Passage, Mention]] = []
    joined: Join | None = None
    before: list[Mention] = []
    for passage in passages:
        text = passage.text
        if not any_definition.search(text):
            continue
        if passage.role in ("background", "conclusions") and not _of_own_people(text):
            continue
        in_full_text = passage.field not in ("abstract", "title")
        here = selecting(passage, mentions(document, text, in_full_text), document.illness.any_own)
        names = {m.definition.name for m in here}
        if joined is None and len(names) > 1:
            joined = joint(text, here)
        elif joined is None and here and not names & {m.definition.name for m in before}:
            joined = joint_across(text, before)
        found += [(passage, m) for m in here]
        before = before or here
    return found, joined

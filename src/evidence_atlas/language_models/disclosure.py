"""What a page says of a language model's part in it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from evidence_atlas.records import (
    Drafting,
    Page,
    RuleSupport,
    Section,
    Statement,
    reading_minutes,
    statement_id,
)

SECTION = "sources_and_versions"
RULE = (
    "A language model may say a sentence of the atlas anew. It rests on the sentences of the "
    "abstract that it quotes, and passes the same checks as every other sentence; where one does "
    "not pass, the atlas's own stands. Sentences drafted by a language model on this page: "
    "{count}, by the model “{model}”, prompt version {version}, on {days}."
)


def disclosed(page: Page, drafting: Drafting) -> Page:
    """The page with what the model did; in words where any sentence on it is the model's."""
    page = msgspec.structs.replace(page, drafting=drafting)
    if not drafting.sentences:
        return page
    told = _statement(page, drafting)
    sections = _with(page.sections, told)
    return msgspec.structs.replace(
        page, sections=sections, reading_minutes=reading_minutes(sections)
    )


def _statement(page: Page, drafting: Drafting) -> Statement:
    count = len(drafting.sentences)
    days = ", ".join(drafting.asked)
    support = (
        RuleSupport(
            rule="language-model",
            text=RULE.format(
                count=count, model=drafting.model, version=drafting.prompt_version, days=days
            ),
        ),
    )
    told = "1 sentence" if count == 1 else f"{count} sentences"
    return Statement(
        id=statement_id(page.study, SECTION, (RuleSupport(rule="language-model", text=""),), 0),
        # The name stands as a quotation: it is the operator's, and claims nothing of the study.
        text=f"{told}, by “{drafting.model}”, prompt version {drafting.prompt_version}, {days}",
        section=SECTION,
        depths=("deep",),
        support=support,
        label="Drafted by a language model",
    )


def _with(sections: Sequence[Section], told: Statement) -> tuple[Section, ...]:
    if not any(s.name == SECTION for s in sections):
        return (*sections, Section(name=SECTION, statements=(told,)))
    return tuple(
        msgspec.structs.replace(s, statements=(*s.statements, told)) if s.name == SECTION else s
        for s in sections
    )

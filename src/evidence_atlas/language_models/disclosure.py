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
    lasting,
    reading_minutes,
    statement_id,
)

SECTION = "sources_and_versions"
TEXT = "A language model drafted sentences of this page."
_RULE = RuleSupport(
    rule="language-model",
    text=(
        "A language model may say a sentence of the atlas anew. It rests on the sentences of the "
        "abstract that it quotes, and passes the same checks as every other sentence; where one "
        "does not pass, the atlas's own stands. Opened, each sentence of this page that a "
        "language model drafted says so."
    ),
)


def disclosed(page: Page, drafting: Drafting) -> Page:
    """The page with what the model did; in words where any sentence on it is the model's.

    Its name, the prompt's version and the days are shown beside the sentence, from
    `Page.drafting`: like the versions of the rooms, they travel with the page.
    """
    page = msgspec.structs.replace(page, drafting=drafting)
    if not drafting.sentences:
        return page
    told = Statement(
        id=statement_id(page.study, SECTION, lasting((_RULE,)), 0),
        text=TEXT,
        section=SECTION,
        depths=("deep",),
        support=(_RULE,),
    )
    sections = _with(page.sections, told)
    return msgspec.structs.replace(
        page, sections=sections, reading_minutes=reading_minutes(sections)
    )


def _with(sections: Sequence[Section], told: Statement) -> tuple[Section, ...]:
    if not any(s.name == SECTION for s in sections):
        return (*sections, Section(name=SECTION, statements=(told,)))
    return tuple(
        msgspec.structs.replace(s, statements=(*s.statements, told)) if s.name == SECTION else s
        for s in sections
    )

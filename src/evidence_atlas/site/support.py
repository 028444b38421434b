"""Where a sentence comes from, in words: the place in the source and at most 25 of its words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from evidence_atlas.records import (
    PublishedStudy,
    Quote,
    QuoteSupport,
    RecordSupport,
    RuleSupport,
    Statement,
    StudySupport,
)

from . import words

QUOTED_WORDS = 25
"""A public page quotes at most this many words at one place."""


@dataclass(frozen=True)
class Shown:
    """A source as shown: `place`, then either `quote` (theirs), `ours`, or `text`.

    `slug` is set where the source is another study in the atlas; `text` is then its label.
    """

    kind: str
    place: str
    quote: str | None = None
    text: str | None = None
    slug: str | None = None


def shorten(text: str, limit: int = QUOTED_WORDS) -> str:
    """The first `limit` words, with an ellipsis where words are left out."""
    found = text.split()
    if len(found) <= limit:
        return " ".join(found)
    return " ".join(found[:limit]) + " …"


def shown_quote(quote: Quote | QuoteSupport, study: PublishedStudy) -> Shown:
    """A quote's place. A retold abstract is never shown as the authors' words."""
    if quote.field == "title":
        return Shown("quote", gettext("The title"), quote=shorten(quote.text))
    if quote.field.startswith("fulltext:"):
        section = quote.field.removeprefix("fulltext:")
        place = gettext("The full text, section %(name)s") % {"name": section}
        return Shown("quote", place, quote=shorten(quote.text))
    number = sentence_number(quote.start, study)
    if study.record.abstract_kind == "retold":
        place = gettext("Our retelling")
        if number:
            place = gettext("Our retelling, sentence %(n)d") % {"n": number}
        return Shown("retold", place)
    place = gettext("The abstract")
    if number:
        place = gettext("The abstract, sentence %(n)d") % {"n": number}
    return Shown("quote", place, quote=shorten(quote.text))


def sentence_number(offset: int, study: PublishedStudy) -> int | None:
    """Which sentence of the abstract, counted from 1, holds this character."""
    for number, sentence in enumerate(study.reading.sentences, 1):
        if sentence.start <= offset < sentence.end:
            return number
    return None


def sources(statement: Statement, study: PublishedStudy) -> tuple[Shown, ...]:
    """All that a statement stands on, each thing once, in its own order.

    A sentence that a language model worded says so first.
    """
    made = []
    drafting = study.page.drafting
    if drafting is not None and statement.id in drafting.sentences:
        text = gettext("%(model)s, prompt version %(version)s; it passed the same checks")
        told = text % {"model": drafting.model, "version": drafting.prompt_version}
        made.append(Shown("rule", gettext("Drafted by a language model"), text=told))
    for support in statement.support:
        match support:
            case QuoteSupport():
                made.append(shown_quote(support, study))
            case RecordSupport(field=field, value=value):
                known = words.RECORD_FIELDS
                name = known.get(field) or known.get(field.split(".")[0])
                named = gettext(name) if name else field.replace("_", " ").replace(".", ", ")
                place = gettext("The record: %(field)s") % {"field": named}
                made.append(Shown("record", place, text=shorten(value)))
            case RuleSupport(text=text):
                made.append(Shown("rule", gettext("A rule of this atlas"), text=text))
            case StudySupport(slug=slug, label=label, facts=facts):
                made.append(Shown("study", label, text=facts, slug=slug))
    return tuple(dict.fromkeys(made))

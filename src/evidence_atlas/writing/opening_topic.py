"""An opening that says who took part and not in what: the same with what the study was about.

These are ways for where Quick has room for them beside all that was found (`quick_fitted`): by the
title's subject, by what the title names as measured, and by the topics that its words show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import quote, quoted, texts

from .main_result import stems
from .material import Material, Piece
from .opening_subject import NEW_WORDS, subject_of
from .rules import named
from .said import Said
from .slots import Slots
from .words.numbers import joined

MOST_TOPICS = 2
_TELLS_WHO = re.compile(
    r"Researchers (?:compared|asked (?!.* about )|looked (?:at genes|for differences))|"
    r"[\w,-]+ (?:[\w-]+ ){1,12}took part in this study\.|"
    r"[^.]* were put by chance into groups\.\Z|"
    r"This (?:study|review) (?:looked (?:back )?at|followed|is on|gathered)\b|"
    r"This study is about a tool, such|By computer, this study looked at data\b|"
    r"This study was made by computer(?:, on [^.]*)?\.\Z"
)
"""An opening that says who, and not what was measured, asked or tried."""
_MADE = re.compile(r"(?<=researchers )made a study\.\Z")
_OF_ARTICLE = re.compile(r"This article (?:is about (?P<what>[^.]*)|gives an overview of[^.]*)\.\Z")
_ONCE = re.compile(r" Each was seen or asked once\.")
_STUDY_OF = re.compile(r"; the study was of (?P<what>[^.]*)\.\Z|(?<=\.) The study was about .*\Z")
_TOLD = re.compile(r"\b(?:to see who|studies (?:of|on) (?!.{0,40}\Z)|looked at .* in )")


def with_topics(m: Material, slots: Slots, opening: Said) -> Said:
    """The opening, which knows its fuller ways; so do those that may stand in its place."""
    plainer = opening.plainer and tuple(with_topics(m, slots, s) for s in opening.plainer)
    return replace(opening, plainer=plainer, fuller=tuple(_fuller(m, slots, opening)))


def _fuller(m: Material, slots: Slots, opening: Said) -> Iterator[Said]:
    text, illness = opening.text, slots.get("condition", Piece(""))
    only_illness = text.endswith(f" The study was about {illness.text}.")
    if "The study was about " in text and not only_illness:
        return
    subject, topics = subject_of(m), _topics(m)
    if of_article := _OF_ARTICLE.match(text):
        what = of_article["what"]
        if topics is not None and what in (None, illness.text):
            about = f"{what} and {topics.text}" if what else topics.text
            yield _with(opening, f"This article is about {about}.", topics)
        return
    if _MADE.search(text):
        if topics is not None:
            yield _with(opening, _MADE.sub(f"studied {topics.text}.", text), topics)
        return
    if not _TELLS_WHO.match(text) or _TOLD.search(text):
        return
    study_of = _STUDY_OF.search(text)
    began = _STUDY_OF.sub("", text).rstrip(".") + "."
    forms = list(dict.fromkeys((began, _ONCE.sub("", began))))
    # An illness that the opening told of its subject stays a part of it.
    of_it = study_of and (study_of["what"] or illness.text)
    for about in (subject, slots.get("titled"), topics):
        if about is None or len(stems([about.text]) - stems([text])) < (
            NEW_WORDS if about is subject else 1
        ):
            continue
        told = about.text
        if of_it and about is not subject:
            told = f"{of_it} and {told}"
        elif of_it and not m.condition.illnesses_in(told):
            continue
        noun = "review" if text.startswith("This review") else "study"
        for form in forms:
            yield _with(opening, f"{form} The {noun} was about {told}.", about)


def _with(opening: Said, text: str, about: Piece) -> Said:
    why = named("topic-of-title", name=about.text)
    support = tuple(dict.fromkeys((*opening.support, *about.support, why)))
    return replace(opening, text=text, support=support, plainer=None, fuller=())


def _topics(m: Material) -> Piece | None:
    """The topics that the title's words show, in their order; no name of an illness shows one."""
    held = texts(m.record)
    title = held.get("title", "")
    for name in m.condition.known_illnesses:
        title = re.sub(name.pattern, lambda f: "·" * len(f[0]), title, flags=re.IGNORECASE)
    found = []
    for topic in m.condition.topics:
        if topic.about and topic.key in m.grades.topics.value:
            shown = re.search(topic.pattern, title, re.IGNORECASE)
            if shown:
                found.append((shown.span(), topic.about))
    found.sort()
    if not found:
        return None
    told = found[:MOST_TOPICS]
    support = tuple(quoted(quote(held, "title", *span)) for span, _ in told)
    return Piece(joined([about for _, about in told]), support)

"""The part that each sentence plays: background, aim, methods, results, conclusions, other."""

from __future__ import annotations

from typing import get_args

from evidence_atlas.records import Record, Sentence
from evidence_atlas.records.cues import Cue, cue
from evidence_atlas.records.reading import Role

from .. import tables
from ..text import sentences
from . import guess as role_guess

_TABLE = tables.load("roles")
_BY_LABEL: dict[str, Role] = {
    label: role for role, labels in _TABLE["labels"].items() for label in labels
}
_BY_CATEGORY: dict[str, Role] = _TABLE["categories"]
_CUES: list[tuple[Role, Cue]] = [
    (role, tables.any_of(patterns)) for role, patterns in _TABLE["cues"].items()
]
_BY_WORD = tuple(
    (cue(pattern), role)
    for pattern, role in (
        (r"conclu|implication|interpret", "conclusions"),
        (r"result|finding", "results"),
        (r"method|design|setting|participant|patients|measure|selection|analys", "methods"),
        (r"objective|aim|purpose|question", "aim"),
        (r"background|introduct|rationale|context", "background"),
        (r"regist|fund|trial number", "other"),
    )
)
_BY_ROLE: dict[str, Cue] = {str(name): pattern for name, pattern in _CUES}
_CASE = tables.any_of(_TABLE["case"]["presented"])
_TELLS_OF_CASE = tables.any_of(_TABLE["case"]["told"])
_CLOSING_AIM = tables.any_of(_TABLE["closing"]["asked_and_done"])
_FINDS = tables.any_of(_TABLE["closing"]["found"])
_BOTH = ("methods and results", "methods and findings")
"""Under these what was done and what was found stand together, whatever category a source gives."""
_UNDECIDED = ("background/objectives", "unlabelled", "abstract", *_BOTH)


def read(record: Record, text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` (the record's abstract as quoted), each with its role.

    Section labels decide, those of the source and those printed in the text; without
    labels, words typical of each part and the order in which abstracts are written.
    """
    spans = sentences.split(text)
    categories = _category_spans(record, text)
    found: list[Sentence] = []
    labelled: list[Role | None] = [_labelled_role(span, categories) for span in spans]
    labelled = _lone_label_held_to_its_first(spans, labelled)
    guessed: list[Role] = []
    if not all(labelled):
        words = [text[s.start : s.end] for s in spans]
        fixed = [
            r or ("other" if _cue("other").search(w) else None)
            for r, w in zip(labelled, words, strict=True)
        ]
        guessed = role_guess.guess(words, fixed)
        if not any(labelled):
            guessed = _before_the_case(words, _opens_with_what_is_known(guessed))
            guessed = _before_an_aim_that_closes(words, guessed)
    for i, span in enumerate(spans):
        role: Role = labelled[i] or guessed[i]
        sentence = text[span.start : span.end]
        if _cue("background").search(sentence):
            role = "background"
        elif role in ("background", "results"):
            role = _mixed_section(sentence, role)
        found.append(Sentence(text=sentence, start=span.start, end=span.end, role=role))
    return tuple(found)


FEWEST_TO_OPEN = 3
"""A shorter abstract may be a conclusion from its first sentence on."""


def _opens_with_what_is_known(guessed: list[Role]) -> list[Role]:
    """An abstract whose every sentence looks like a conclusion draws none in its first."""
    if len(guessed) >= FEWEST_TO_OPEN and guessed[0] == "conclusions":
        return ["background", *guessed[1:]]
    return guessed


def _before_an_aim_that_closes(words: list[str], guessed: list[Role]) -> list[Role]:
    """Where an abstract ends with what was asked and done, it has not come to what was found."""
    if not _CLOSING_AIM.search(words[-1]) or any(_FINDS.search(w) for w in words):
        return guessed
    return ["background" if r in _LAST_PARTS else r for r in guessed[:-1]] + ["aim"]


FEWEST_UNDER_ALL = 8
"""An abstract of so many sentences has more parts than one."""
_FIRST_PARTS = ("background", "aim", "methods")
_LAST_PARTS = ("results", "conclusions")


def _lone_label_held_to_its_first(
    spans: list[sentences.Span], roles: list[Role | None]
) -> list[Role | None]:
    """The roles by label, where one label alone is printed for the sentence behind it only.

    "BACKGROUND: …" in front of a whole abstract says nothing of the results that stand in it.
    """
    under = [i for i, role in enumerate(roles) if role is not None]
    alone = len({spans[i].label for i in under}) == 1 and len(under) >= FEWEST_UNDER_ALL
    if not alone or spans[under[0]].label is None or roles[under[0]] not in _FIRST_PARTS:
        return roles
    return [role if i == under[0] else None for i, role in enumerate(roles)]


def _category_spans(record: Record, text: str) -> list[tuple[int, int, Role]]:
    """Where the source's sections stand in the joined text, with NLM's category of each."""
    spans: list[tuple[int, int, Role]] = []
    position = 0
    for section in record.abstract:
        length = len(section.text) + (len(section.label) + 2 if section.label else 0)
        if section.category in _BY_CATEGORY:
            spans.append((position, position + length, _BY_CATEGORY[section.category]))
        position += length + 1
    return spans if position - 1 == len(text) else []


def _labelled_role(span: sentences.Span, categories: list[tuple[int, int, Role]]) -> Role | None:
    if span.label is not None and span.label not in _UNDECIDED:
        role = _BY_LABEL.get(span.label)
        if role is not None:
            return role
    if span.label in _BOTH:
        return None
    for start, end, role in categories:
        if start <= span.start < end:
            return role
    if span.label is not None and span.label not in _UNDECIDED:
        for pattern, word_role in _BY_WORD:
            if pattern.search(span.label):
                return _as_role(word_role)
    return None


def _as_role(word: str) -> Role:
    for role in get_args(Role):
        if role == word:
            return role  # type: ignore[no-any-return]
    return "other"


def _before_the_case(words: list[str], guessed: list[Role]) -> list[Role]:
    """What stands before "We present two cases" is what was known, and no result.

    Not where it tells of the case already: of a patient, an age, a number of people.
    """
    case = next((i for i, w in enumerate(words) if _CASE.search(w)), 0)
    if any(_TELLS_OF_CASE.search(w) for w in words[:case]):
        return guessed
    own = ("aim", "other")
    return ["background" if i < case and r not in own else r for i, r in enumerate(guessed)]


def _mixed_section(words: str, role: Role) -> Role:
    """A "Background" section often ends with the aim, a "Results" one with the registration."""
    if role == "background" and _cue("aim").search(words):
        return "aim"
    if role == "results" and _cue("other").search(words):
        return "other"
    return role


def _cue(role: str) -> Cue:
    return _BY_ROLE[role]

"""Which sentences report results of this study, and which only stand among them."""

from __future__ import annotations

from evidence_atlas.records import Sentence
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..text import markup
from . import direction_words

_TABLE = tables.load("results")
_SKIP = tables.any_of(_TABLE["skip"])
_NOT_RESULTS = tables.any_of(_TABLE["not_results"])
_TRAITS = tables.any_of(_TABLE["traits"])
_SET_OFF = tables.any_of(_TABLE["set_off"])
_ATTENDANCE = tables.any_of(_TABLE["attendance"])
_ATTENDANCE_COMPARED = tables.any_of(_TABLE["attendance_compared"])
_FEASIBILITY = tables.any_of(_TABLE["feasibility"])
_METHODS = tables.any_of(_TABLE["methods"])
_FINDS = tables.any_of(_TABLE["finds"])
_DESCRIBES = tables.any_of(_TABLE["describes"])
_VALIDATION = tables.any_of(_TABLE["validation"])
_VALIDATION_STUDY = tables.any_of(_TABLE["validation_study"])
_REMARK = cue(_TABLE["remark"])
_OWN = tables.any_of(_TABLE["own_study"])
_WE_FOUND = tables.any_of(_TABLE["we_found"])
_WE_SAW = tables.any_of(_TABLE["we_saw"])
_SAID_PLAINLY = tables.any_of(_TABLE["said_plainly"])
_MADE_OF_IT = tables.any_of(_TABLE["made_of_it"])
_OWN_BEGINS = tables.any_of(_TABLE["own_begins"])
_PAST = tables.any_of(_TABLE["past"])
_PAST_RESULT = tables.any_of(_TABLE["past_result"])
_NOT_OWN = tables.any_of(_TABLE["not_own"])
_SYSTEMATIC = tables.any_of(_TABLE["systematic"])
_ASIDE = cue(r" ?\([^()]{0,200}\)| ?\[[^\[\]]{0,200}\]", 0)
# "Methods and findings:" heads a section with more than results in it.
_HEADED = cue(r"(?<![^\s.])(?<!and )(?<!& )(?:results?|findings)\s?:")
_TEST_PRINTED = cue(r"\bp\s?(?:-?values?)?\s?[<=>]\s?0?\.\d|\b(?:OR|HR|RR|aOR|aHR)\b\s?[=,:]?\s?\d")
_FIGURES = tables.any_of(_TABLE["figures"])
_PAST_VERB = tables.any_of(_TABLE["past_verb"])
_ENOUGH = 3
"""With so many sentences in the part of results, none outside it stands in."""


def sentences(document: Document) -> list[tuple[int, Sentence]]:
    """The sentences that report results, in the order of the text.

    An abstract without headings may hide results among what looks like background or
    methods; where too few stand as results, those that tell in the past tense what this
    study found stand in.
    """
    told = [(i, s) for i, s in document.parts("results") if not _SKIP.search(s.text)]
    has_heads = bool(told) and headed(document)
    if told and not has_heads:
        begins = _own_begins(document)
        own_told = [(i, s) for i, s in told if i >= begins or _WE_FOUND.search(s.text)]
        # Where that leaves little, what stands before is told of this study too.
        told = own_told if 2 * len(own_told) >= len(told) else told
    if told and has_heads:
        # A conclusion that prints its test is a result, whatever heads it.
        tested = [
            (i, s)
            for i, s in document.parts("conclusions")
            if _TEST_PRINTED.search(s.text) and not _SKIP.search(s.text)
        ]
        return sorted([*told, *tested], key=lambda pair: pair[0]) if tested else told
    hidden: list[tuple[int, Sentence]] = []
    own = False
    for i, sentence in enumerate(document.sentences):
        text = sentence.text
        if sentence.role not in ("results", "other") and (
            (own or _WE_FOUND.search(text)) and _hidden(text, sentence.role)
        ):
            hidden.append((i, sentence))
        own = own or sentence.role in ("aim", "methods") or _OWN.search(text) is not None
    if len(told) < _ENOUGH or any(i > told[0][0] - 3 for i, _ in hidden):
        told = sorted([*told, *hidden], key=lambda pair: pair[0])
    return told


def concluded(document: Document, *, plainly: bool = False) -> list[tuple[int, Sentence]]:
    """Conclusions in which the authors say that they found something, and which way.

    Some abstracts print a finding nowhere else: "We observed more infections in the second year".
    `plainly`: what is told as over and done without such words counts as well.
    """
    return [
        (i, s)
        for i, s in document.parts("conclusions")
        if (_WE_SAW.search(s.text) or (plainly and _told_plainly(s.text)))
        and direction_words.points(s.text)
        and not _SKIP.search(s.text)
        and not _NOT_OWN.search(s.text)
    ]


def _told_plainly(text: str) -> bool:
    """Whether a conclusion tells what was, and nothing that is made of it."""
    return _SAID_PLAINLY.search(text) is not None and not _MADE_OF_IT.search(text)


def _own_begins(document: Document) -> int:
    """The first sentence that turns to this study; the first of all where none does."""
    for i, sentence in enumerate(document.sentences):
        if 2 * i > len(document.sentences):
            break
        if _OWN_BEGINS.search(sentence.text) and sentence.role != "conclusions":
            return i
    return 0


def headed(document: Document) -> bool:
    """Whether the source or the text names the section with the results."""
    if any(s.category == "RESULTS" for s in document.record.abstract):
        return True
    return _HEADED.search(document.abstract) is not None


def _hidden(text: str, role: str) -> bool:
    if _SKIP.search(text) or _NOT_OWN.search(text):
        return False
    if _WE_FOUND.search(text) or _tells(text):
        return True
    if role == "aim" or not _PAST.search(text):
        return False
    if role == "conclusions" and not _PAST_RESULT.search(text):
        return False
    return not (_METHODS.search(text) and not _FINDS.search(text))


def _tells(text: str) -> bool:
    """Whether a sentence tells in the past tense how much, or which way, and not what was done."""
    if not _PAST_VERB.search(text) or (_METHODS.search(text) and not _TEST_PRINTED.search(text)):
        return False
    return _FIGURES.search(text) is not None or direction_words.points(text)


def only_opinion(document: Document) -> bool:
    """Whether a review tells what its authors know, with no search for studies behind it."""
    types = " ".join(document.record.publication_types).lower()
    if "systematic" in types or "meta-analysis" in types or "scoping" in types:
        return False
    return _SYSTEMATIC.search(document.title) is None and not _SYSTEMATIC.search(document.abstract)


def is_result(clause: str, document: Document, under_results: bool) -> bool:
    """Whether a clause of a results sentence tells something that was found.

    A clause is a result unless it tells how many took part or what was done. Where no heading
    says that results follow, what is supposed or known from elsewhere is none either.
    """
    clause = markup.without(clause)
    plain = " ".join(_ASIDE.sub("", clause).split())
    if _NOT_RESULTS.search(plain):
        return False
    if _TRAITS.search(plain) and not (_SET_OFF.search(clause) or direction_words.points(plain)):
        return False
    if (
        _ATTENDANCE.search(plain)
        and not _ATTENDANCE_COMPARED.search(clause)
        and not document.may_hold(_FEASIBILITY)
    ):
        return False
    if _VALIDATION.search(clause) and not _VALIDATION_STUDY.search(document.title):
        return False
    if _METHODS.search(plain) and not _FINDS.search(clause):
        return False
    return (
        under_results
        or not _NOT_OWN.search(clause)
        or direction_words.ANY.search(clause) is not None
        or _DESCRIBES.search(clause) is not None
        or any(c.isdigit() for c in clause)
    )


def without_remark(text: str, end: int) -> int:
    """Where the result ends and the authors' remark on it begins."""
    match = _REMARK.search(text, 0, end)
    if match is None or match.start() < 25:
        return end
    return match.start()

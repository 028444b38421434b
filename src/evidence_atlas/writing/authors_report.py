"""A sentence of the abstract in indirect speech, as what the authors report, write or conclude.

For Quick, where the main result has no plain frame: close to the authors' own words and as theirs,
without brackets and statistics. Never advice, a word of praise or what the paper is good for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import QuoteSupport, Sentence, quote, quoted, texts

from .goes_on import only_half, taken_back_later
from .in_full import in_full
from .material import Material, Piece
from .quick_results import POINTS_BACK, codes, hides_its_way
from .results import STATISTICS
from .rules import named
from .said import Said, said
from .standing import untied
from .tables import table
from .words.asides import in_aside
from .words.clause import (
    causal,
    finite,
    opens_badly,
    says_nothing,
    swapped,
    tells_the_making,
)
from .words.names import length
from .words.noun_phrases import uncapital
from .words.theirs import as_theirs, bare, parts

_TABLE = table("wording.toml")["reported"]
_LEADS = [
    (re.compile(e["pattern"], re.IGNORECASE), e["say"])
    for e in (*_TABLE["leads"], *table("wording.toml")["indirect"]["leads"])
]
_LABEL = re.compile(_TABLE["label"])
_OPENING = re.compile(_TABLE["opening"], re.IGNORECASE)
_ENDS = re.compile(_TABLE["ends"], re.IGNORECASE)
_TAKES_BACK = re.compile(_TABLE["takes_back"], re.IGNORECASE)
_BETWEEN = re.compile(_TABLE["between"], re.IGNORECASE)
_BEHIND = re.compile(_TABLE["behind"], re.IGNORECASE)
_NOT_A_RESULT = re.compile(_TABLE["not_a_result"], re.IGNORECASE)
_JUDGED = re.compile(_TABLE["judged"], re.IGNORECASE)
_ADVISED = re.compile(_TABLE["advised"], re.IGNORECASE)
_POINTS = re.compile(_TABLE["points"], re.IGNORECASE)
_OF_STUDIES = frozenset({"narrative", "review", "guideline"})
_TREATED = frozenset({"trial", "crossover", "open_groups", "single_arm"})
_VERB_LAST = re.compile(
    r"\b(?:was|were|is|are|be|been|include[sd]?|including|show(?:s|ed)?|had|has|have|that|as)$",
    re.I,
)
_OF_SO_MANY = re.compile(
    r"(?:of (?:the )?[\d,]+|their (?:models?|patients|participants|findings)) ", re.IGNORECASE
)
_ANY_VERB = re.compile(_TABLE["verbs"], re.IGNORECASE)
# In the authors' mouth what "the study found" is what there was.
_FOUND_NO = re.compile(r"^the study found no clear ", re.IGNORECASE)
_TAG = re.compile(r"</?\w{1,6}>|\$[^$]*\$")
FEWEST_WORDS, MOST_WORDS, MOST_WORDS_IN_FULL = 5, 30, 36
MOST_FIGURES = 3
_RULE = named("authors-report")


def reported(m: Material, at: int, *, coded: bool = False) -> Iterator[Said]:
    """The sentence `at` as the authors', whole and then shorter; nothing where it is not sure.

    `coded` lets one short form stand that no glossary knows.
    """
    sentence = m.reading.sentences[at]
    own = quote(texts(m.record), "abstract", sentence.start, sentence.end)
    if m.retold or in_aside(m.record, own):
        return
    lead, text = _led(m, sentence)
    support = quoted(own)
    shorter = _BETWEEN.sub(" ", text)
    found = [
        (whole, part)
        for whole in dict.fromkeys((text, shorter))
        for part in parts(whole, FEWEST_WORDS, MOST_WORDS, _ENDS)
    ]
    found.sort(key=lambda f: -length(f[1]))
    for whole, part in found:
        told = _told(m, lead, whole, part, support, coded=coded)
        if told is not None:
            place = next(
                (f"conclusions.{i}" for i, c in enumerate(m.reading.conclusions)
                 if c.start <= sentence.start < c.end),
                f"sentences.{at}",
            )  # fmt: skip
            yield said(told, _RULE, voice="authors", about=(place,), lay=True, keep=8)


def _led(m: Material, sentence: Sentence) -> tuple[str, str]:
    """How the sentence is led in, and what is left of it."""
    text = " ".join(_TAG.sub("", sentence.text).split()).lstrip("•·*–-: ").rstrip(". ")
    text = untied(_BEHIND.sub("", _OPENING.sub("", _LABEL.sub("", text))).strip())
    lead = "The authors report that "
    if sentence.role == "conclusions":
        lead = "The authors conclude that "
    if m.brief.kind in _OF_STUDIES:
        lead = "The authors write that "
    for pattern, say in _LEADS:
        shorter = pattern.sub("", text, count=1)
        if shorter != text:
            return say or lead, shorter
    return lead, text


def _told(
    m: Material, lead: str, whole: str, part: str, own: QuoteSupport, *, coded: bool
) -> Piece | None:
    """One part of the sentence as theirs, or None where it may not stand by itself."""
    bared = bare(whole)
    rest = bared[len(part) :]
    if _TAKES_BACK.search(rest) or _VERB_LAST.search(part):
        return None
    if taken_back_later(rest) or only_half("", part, rest) or hides_its_way(whole):
        return None
    advised = m.brief.kind in _OF_STUDIES and _ADVISED.search(part) is not None
    if _JUDGED.search(part) or (_NOT_A_RESULT.search(part) and not advised):
        return None
    if m.brief.kind in _TREATED and causal(part):
        return None
    claim = _FOUND_NO.sub("there was no clear ", as_theirs(swapped(part)))
    says_that = lead.endswith(" that ")
    fits = _OF_SO_MANY.match(claim) is not None
    if says_that and ((opens_badly(claim) and not fits) or not _ANY_VERB.search(claim)):
        return None
    if says_that and rest and not finite(claim.rsplit(" that ", 1)[-1]):
        return None
    if says_nothing(claim) or tells_the_making(claim):
        return None
    if POINTS_BACK.search(claim) or _POINTS.search(claim) or STATISTICS.search(claim):
        return None
    if len(re.findall(r"\d+(?:[.,]\d+)*", claim)) > MOST_FIGURES:
        return None
    made = said(Piece(lead + (_small(m, claim) if says_that else claim), (own,)))
    full = in_full(m, made, MOST_WORDS_IN_FULL)
    if len(set(codes(m, full.text))) > (1 if coded else 0):
        return None
    return Piece(full.text, tuple(s for s in full.support if isinstance(s, QuoteSupport)))


def _small(m: Material, text: str) -> str:
    """The clause within a sentence: its first word small where the text itself writes it so."""
    head, _, rest = text.partition(" ")
    held = texts(m.record)["abstract"]
    if head[1:].islower() and re.search(rf"\b{re.escape(head.lower())}\b", held):
        return f"{head.lower()} {rest}"
    # With a capital within a sentence it is a name.
    if re.search(rf"[a-z,] {re.escape(head)}\b", f"{held} {m.record.title}"):
        return text
    return uncapital(text)

"""Inferred Conclusions: what the authors conclude, as theirs."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import Quote, QuoteSupport, of_conclusion, quoted, texts

from ..authors.authors_report import reported
from ..authors.has_verb import has_verb
from ..authors.open_questions import open_questions
from ..brief.main_result import shared, stems
from ..material import Material, Piece
from ..rules import named
from ..said import Keep, Said, said
from ..sentences.in_full import in_full
from ..sentences.indirect import cleaned
from ..sentences.sentence_of import sentence_of
from ..sentences.standing import no_conclusion
from ..slots import Slots
from ..tables import table
from ..words.asides import in_aside
from ..words.clause import loaded, says_nothing
from ..words.edges import BAD_END, balanced, without_heading
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.quoting import phrase
from ..words.theirs import as_theirs
from ..words.turns import without_turns
from ..words.untied import untied
from .conclusions_left import left, left_of

_PATTERNS: dict[str, str] = table("sections/inferred_conclusions.toml")

_LEADS = [(re.compile(e["pattern"], re.IGNORECASE), e["say"])
          for e in table("wording.toml")["indirect"]["leads"]]  # fmt: skip
_BEHIND = re.compile(_PATTERNS["behind"], re.IGNORECASE)
_NO_POINT_AT_LENGTH = re.compile(_PATTERNS["no_point_at_length"], re.IGNORECASE)
_CUT = re.compile(_PATTERNS["cut"])
_POINT = re.compile(_PATTERNS["point"], re.IGNORECASE)
_FINITE = re.compile(_PATTERNS["finite"], re.IGNORECASE)
_JUDGED = re.compile(_PATTERNS["judged"], re.IGNORECASE)
_OF_THE_PAPER = re.compile(_PATTERNS["of_the_paper"], re.IGNORECASE)
_ADVERB = re.compile(_PATTERNS["adverb"], re.IGNORECASE)
_TURN_WITHIN = re.compile(_PATTERNS["turn_within"], re.IGNORECASE)
_WHAT_IT_DOES = re.compile(_PATTERNS["what_it_does"], re.IGNORECASE)
_OF_RESULTS = re.compile(_PATTERNS["of_results"], re.IGNORECASE)
_ADDS = re.compile(_PATTERNS["adds"], re.IGNORECASE)
MOST_WORDS, MOST_WORDS_OF_A_HEAD = 34, 25
MOST_WORDS_IN_ONE = 28
AS_MUCH = 0.85
"""A longer one is told as two sentences, or with fewer hard words, where so much of it is told."""
MOST_WORDS_OF_PRAISE = 25
"""What only praises, asks or advises is not worth a longer sentence."""
MOST_WORDS_IN_FULL = 40
MOST = 3
_RULE = named("authors-conclusion")


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """Each conclusion in indirect speech; a long one in a few of the authors' words."""
    told = _conclusions(m, cut=True)
    bare = m.brief.bare or m.brief.kind in NOTHING_CONCLUDED
    return _with_what_they_add_to(m, told) if told or bare else left(m, _indirect)


def _with_what_they_add_to(m: Material, told: tuple[Said, ...]) -> tuple[Said, ...]:
    """The conclusions; before a "Furthermore" the one that it adds to, where that can be told."""
    places = [sentence_of(m, s) for s in told]
    done: list[Said] = []
    for sentence, at in zip(told, places, strict=True):
        if at and at - 1 not in places and _ADDS.match(m.reading.sentences[at].text):
            done += [s for s in left_of(m, _indirect) if sentence_of(m, s) == at - 1]
        done.append(sentence)
    return tuple(done)


NOTHING_CONCLUDED = ("retracted", "protocol")
"""Kinds of paper whose authors conclude nothing that may be told."""


def _conclusions(m: Material, *, cut: bool) -> tuple[Said, ...]:
    """With `cut`, those, too, that are told as two sentences or up to where they may end."""
    if m.brief.bare or m.brief.kind in NOTHING_CONCLUDED:
        return ()
    told = []
    asked = open_questions(m)
    for index, conclusion in enumerate(m.reading.conclusions[:MOST]):
        if in_aside(m.record, conclusion) or _OF_THE_PAPER.search(conclusion.text):
            continue
        if _WISH.match(conclusion.text) and any(_within(conclusion, s) for s in asked):
            continue  # Remaining Questions tells it
        sentence = _indirect(m, conclusion, MOST_WORDS if cut else MOST_WORDS_OF_A_HEAD)
        long = sentence is None or length(sentence) > MOST_WORDS_IN_ONE
        theirs = _shorter(m, index) if cut and long else None
        if theirs and (sentence is None or length(theirs.text) > AS_MUCH * length(sentence)):
            told.append(theirs)
            continue
        # A judgement in a retelling is nobody's words, and that there is one tells nothing.
        if sentence:
            plain = said(
                Piece(sentence, (quoted(conclusion),)), _RULE, voice="authors",
                about=(of_conclusion(index),),
            )  # fmt: skip
            told.append(in_full(m, plain, MOST_WORDS_IN_FULL))
    return tuple(told)


_OF_OTHERS = re.compile(_PATTERNS["of_others"], re.IGNORECASE)


def _shorter(m: Material, index: int) -> Said | None:
    """A conclusion without its statistics and brackets, as two sentences or up to where it ends."""
    conclusion = m.reading.conclusions[index]
    if conclusion.field != "abstract":
        return None
    at = next(
        (i for i, s in enumerate(m.reading.sentences) if s.start <= conclusion.start < s.end), None
    )
    for theirs in () if at is None else reported(m, at, coded=True):
        claim = theirs.text.partition(" that ")[2] or theirs.text
        if not (no_conclusion(claim) or _OF_OTHERS.match(claim)):
            return replace(theirs, lay=False, keep=Keep.NOT_IN_QUICK, about=(of_conclusion(index),))
    return None


_WISH = re.compile(_PATTERNS["wish"], re.IGNORECASE)
"""A sentence that only asks for studies."""


def _within(conclusion: Quote, question: Said) -> bool:
    return any(
        isinstance(s, QuoteSupport) and s.start <= conclusion.start < s.end
        for s in question.support
    )


_NOT_AN_ANSWER = re.compile(_PATTERNS["not_an_answer"], re.IGNORECASE)


def first_sentence(m: Material, most: int, *, answer: bool = False) -> Said | None:
    """The authors' idea or advice in one short sentence, where there is one.

    With `answer`, one that says what they found, not what should be done next.
    """
    fit = []
    for sentence in _conclusions(m, cut=False):
        if length(sentence.text) > most or sentence.voice != "authors":
            continue
        claim = sentence.text.split(" that ", 1)[-1]
        if not answer or not (_NOT_AN_ANSWER.search(claim) or loaded(claim)):
            fit.append(sentence)
    if not answer:
        return next(iter(fit), None)
    # What answers the title's question comes first.
    asked = stems([m.record.title])
    return max(fit, key=lambda s: shared(stems([s.text]), asked), default=None)


def _indirect(m: Material, conclusion: Quote, most: int) -> str | None:
    """The conclusion as the authors' in indirect speech, else in quotes; None where in neither."""
    if _OF_THE_PAPER.search(conclusion.text):
        return None
    if _JUDGED.search(conclusion.text):
        return None if m.retold else _quoted(conclusion)
    text = without_heading(cleaned(conclusion.text)).lstrip(": ")
    lead, text = _led(m, conclusion, untied(_BEHIND.sub("", text)))
    short = _short_enough(m, text, most)
    if short is None:
        return _quoted(conclusion)
    text = untied(_ADVERB.sub("", short))
    if no_conclusion(text):
        # What stands behind a comma may be a wish.
        fewer = MOST_WORDS_OF_A_HEAD
        return _indirect(m, conclusion, fewer) if most > fewer else None
    if m.retold and _RETOLD_AS_THEIRS.match(text):
        # A retelling already says whose words these are.
        told = _THEY.sub("The authors", text)
        return None if '"' in told or "“" in told else told[:1].upper() + told[1:]
    if _THE_AUTHORS.search(text):
        # Told of them already, and no clause that can follow "the authors conclude that".
        return None
    text = as_theirs(without_turns(text, _TURN_WITHIN, has_verb))
    if not _ANY_VERB.search(text):
        return None
    if _POINTS_FIRST.match(text) and lead.startswith("The authors s"):
        text = _IT.sub("this", _PROPOSED.sub("", text))
    if "“" in text or '"' in text:
        return _quoted(conclusion) if not m.retold else None
    return lead + uncapital(text)


_RETOLD_AS_THEIRS = re.compile(_PATTERNS["retold_as_theirs"], re.IGNORECASE)
_THEY = re.compile(r"^they\b", re.IGNORECASE)
_IT = re.compile(r"^it\b", re.IGNORECASE)
_THE_AUTHORS = re.compile(r"\bthe authors\b", re.IGNORECASE)
_ANY_VERB = re.compile(_PATTERNS["any_verb"])
_POINTS_FIRST = re.compile(_PATTERNS["points_first"], re.IGNORECASE)


def _led(m: Material, conclusion: Quote, text: str) -> tuple[str, str]:
    """The words that say whose it is, and the sentence without its own words for that."""
    lead = "The authors conclude that "
    if m.brief.kind == "hypothesis":
        lead = "The authors suggest that "
    elif not _concluded(m, conclusion):
        # Where nothing says so, the last sentences may still tell results, or others' work.
        lead = "The authors write that "
    for pattern, say in _LEADS:
        shorter = pattern.sub("", text, count=1)
        if shorter != text:
            # What else the results do would be told of what they show.
            text = _WHAT_IT_DOES.sub("", shorter) if _OF_RESULTS.match(text) else shorter
            if say:
                lead = say if m.brief.kind != "hypothesis" else lead
                break
    return lead, text


def _short_enough(m: Material, text: str, most: int) -> str | None:
    """The sentence, or its head where that is whole by itself; None where either is too long."""
    if _NO_POINT_AT_LENGTH.search(text):
        most = min(most, MOST_WORDS_OF_PRAISE)
    if (conditioned := _with_its_condition(text)) is not None:
        text, most = conditioned, MOST_WORDS_IN_FULL
    if _POINT.search(text) is not None and not no_conclusion(text):
        most = MOST_WORDS_IN_FULL
    if m.retold or length(text) <= most:
        return text
    cut = None if conditioned else _CUT.search(text)
    if cut is None:
        return None
    head = text[: cut.start()]
    whole = balanced(head) and _FINITE.search(head) is not None and not BAD_END.search(head)
    listed = "," in head and cut[0].startswith(",")
    return head if 5 <= length(head) <= MOST_WORDS_OF_A_HEAD and whole and not listed else None


_PROPOSED = re.compile(_PATTERNS["proposed"], re.IGNORECASE)
"""What "the authors suggest that" says already."""
_EXAMPLES = re.compile(_PATTERNS["examples"])


def _with_its_condition(text: str) -> str | None:
    """The sentence without the examples that stand before a condition; None where none does.

    "More likely to take part, such as in A, when they felt at risk": cut before the examples, it
    would be told of everyone.
    """
    found = _EXAMPLES.search(text)
    return f"{text[: found.start()]} {text[found.end() :]}" if found else None


_DRAWN = re.compile(_PATTERNS["drawn"], re.IGNORECASE)
_LABEL = re.compile(_PATTERNS["label"], re.I | re.M)


def _concluded(m: Material, conclusion: Quote) -> bool:
    """The sentence says itself that it concludes, or stands under such a heading."""
    text = texts(m.record).get(conclusion.field, "")
    if _DRAWN.search(conclusion.text):
        return True
    return any(f.start() <= conclusion.end for f in _LABEL.finditer(text))


def _quoted(conclusion: Quote) -> str | None:
    words = phrase(conclusion.text)
    return f"The authors write: “{words}”" if words and not says_nothing(words) else None

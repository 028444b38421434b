"""What the authors set out to do, close to their own words: the question that a study asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_atlas.records import QuoteSupport, Sentence, quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..sentences.in_full import in_full
from ..sentences.standing import no_aim
from ..tables import table
from ..words.asides import in_aside
from ..words.theirs import as_theirs, first_part, held_brackets, with_brackets

_TABLE = table("wording.toml")["aim"]
_TO = re.compile(_TABLE["to"], re.IGNORECASE)
_AT_FRONT = re.compile(_TABLE["at_front"])
_AT = re.compile(_TABLE["at"], re.IGNORECASE)
_DID = re.compile(_TABLE["did"], re.IGNORECASE)
_THEN_FOUND = re.compile(_TABLE["then_found"], re.IGNORECASE)
"""What came of it is no part of an aim: "investigated A and demonstrated B"."""
_STUDY_FOLLOWS = re.compile(_TABLE["study_follows"], re.IGNORECASE)
_REASON = re.compile(_TABLE["reason"])
_ASKED = re.compile(_TABLE["asked"], re.IGNORECASE)
_ONLY_PEOPLE = re.compile(_TABLE["only_people"], re.IGNORECASE)
_BASE: dict[str, str] = _TABLE["base"]
# A word that judges is theirs where it is sought, too: it stands between quotation marks.
_SECOND = re.compile(
    rf"(?<=\band )(?:{'|'.join(_BASE)})\b(?! (?:by|in|at|with|to|for)\b)", re.IGNORECASE
)
"""Another verb of the same form as the first: "examines A and identifies B"."""
_JUDGING = re.compile(_TABLE["judging"], re.IGNORECASE)
_SAFE = re.compile(r"\b(?:safe|safety|safely|tolerab)", re.IGNORECASE)
# "To identify A, we did B": B is the means.
_MEANS = re.compile(
    r",\s(?:we|this (?:study|review)|the (?:present )?study|the authors)\b|"
    r"\swe (?:followed|assessed|studied|enrolled|recruited|surveyed|interviewed|measured)\b|"
    r",?\sand (?:also )?(?:aims?|aimed|sought|hypothesi[sz]ed?) (?:to|that|the)\b",
    re.IGNORECASE,
)
# "This gap" was told of in a sentence that does not stand here.
_THIS_GAP = re.compile(
    r"\b((?:address|fill|clos|bridg|narrow)(?:e|ing)?) (?:this|these|that|the) "
    r"((?:[\w-]+ )?gap)s?\b(?! (?:in|of|between)\b)",
    re.IGNORECASE,
)
MOST_WORDS = 30
MOST_WORDS_IN_FULL = 42
FEWEST_WORDS = 4
_HEAD = 16
_RULE = named("aim")


def aim(m: Material) -> Said | None:
    """One sentence, or None where the text states no aim that fits into one."""
    if m.retold:
        return None
    lead = "The authors want to" if m.brief.kind == "protocol" else "The authors set out to"
    for stated in stated_aims(m, MOST_WORDS):
        text = f"{'The authors aimed at' if stated.aimed_at else lead} {stated.text}"
        told = said(Piece(text, (stated.quote,)), _RULE, voice="authors", about=("aim",))
        return in_full(m, told, MOST_WORDS_IN_FULL)
    return None


@dataclass(frozen=True)
class StatedAim:
    """An aim from its verb on ("assess the change in …"), and the sentence that states it.

    `aimed_at` where the verb ends in -ing.
    """

    text: str
    quote: QuoteSupport
    aimed_at: bool


def stated_aims(m: Material, most: int) -> Iterator[StatedAim]:
    """The aims that a text states, likeliest first, each of no more than so many words."""
    held = texts(m.record)
    for sentence in sorted(m.reading.sentences, key=lambda s: s.role != "aim"):
        if sentence.role not in ("aim", "background", "methods", "other"):
            continue
        words = _found(sentence)
        if not words:
            continue
        found = quote(held, "abstract", sentence.start, sentence.end)
        if in_aside(m.record, found) or _ONLY_PEOPLE.match(words):
            continue
        part = first_part(held_brackets(_MEANS.split(words)[0]), FEWEST_WORDS, most)
        if part is None:
            continue
        part = with_brackets(part)
        if no_aim(_up_to(part, sentence.text)) or no_aim(part):
            continue
        part = _THIS_GAP.sub(r"\1 a \2", part)
        text = _JUDGING.sub(_marked, as_theirs(part))
        yield StatedAim(text, quoted(found), bool(_AT.search(sentence.text)))


def _up_to(part: str, text: str) -> str:
    """The sentence up to the end of its part; its verb may have been put into another form."""
    rest = part.partition(" ")[2]
    at = text.find(rest[:_HEAD])
    end = text.find(rest[-_HEAD:], at)
    # Brackets within may be left out, so that only its head and its end stand there as they are.
    return text[: end + len(rest[-_HEAD:])] if rest and 0 <= at <= end else part


def _marked(match: re.Match[str]) -> str:
    return f"“{match.group()}”" if _SAFE.search(match.group()) else match.group()


def _found(sentence: Sentence) -> str | None:
    """The aim from its verb on: "assess the change in …"."""
    text = _REASON.sub("", sentence.text)
    match = _TO.search(text) or _AT.search(text)
    # "To see whether …, we used …" may be a step on the way; not where a whole study follows.
    if match is None and (sentence.role == "aim" or _STUDY_FOLLOWS.search(text)):
        match = _AT_FRONT.search(text)
    if match is not None:
        return text[match.end() : match.end() + 1].casefold() + text[match.end() + 1 :]
    match = _DID.search(text)
    # What "we" did may be a step on the way; what "this study" did is what it is about.
    if match is None or (match["we"] and not _by_us(sentence)):
        return None
    text = text[: found.start()] if (found := _THEN_FOUND.search(text, match.end())) else text
    verb = _BASE.get(match["verb"].casefold())
    rest = _SECOND.sub(lambda m: _BASE[m[0].casefold()], text[match.end("verb") :])
    return f"{verb}{rest}" if verb else None


def _by_us(sentence: Sentence) -> bool:
    """Whether what "we" did, where it stands, is what the study was for."""
    asked = sentence.role == "methods" and _ASKED.search(sentence.text)
    return sentence.role in ("aim", "background") or bool(asked)

"""What the authors set out to do, close to their own words: the question that a study asks."""

from __future__ import annotations

import re

from evidence_atlas.records import Sentence, quote, quoted, texts

from .in_full import in_full
from .material import Material, Piece
from .rules import named
from .said import Said, said
from .standing import no_aim
from .tables import table
from .words.asides import in_aside
from .words.theirs import as_theirs, first_part, held_brackets, with_brackets

_TABLE = table("wording.toml")["aim"]
_TO = re.compile(_TABLE["to"], re.IGNORECASE)
_AT_FRONT = re.compile(_TABLE["at_front"])
_AT = re.compile(_TABLE["at"], re.IGNORECASE)
_DID = re.compile(_TABLE["did"], re.IGNORECASE)
_BASE: dict[str, str] = _TABLE["base"]
# A word that judges is theirs where it is sought, too: it stands between quotation marks.
_SECOND = re.compile(
    rf"(?<=\band )(?:{'|'.join(_BASE)})\b(?! (?:by|in|at|with|to|for)\b)", re.IGNORECASE
)
"""Another verb of the same form as the first: "examines A and identifies B"."""
_JUDGING = re.compile(_TABLE["judging"], re.IGNORECASE)
_SAFE = re.compile(r"\b(?:safe|safety|safely|tolerab)", re.IGNORECASE)
# "To identify A, we did B": B is the means.
_MEANS = re.compile(r",\s(?:we|this (?:study|review)|the (?:present )?study|the authors)\b", re.I)
# "This gap" was told of in a sentence that does not stand here.
_THIS_GAP = re.compile(
    r"\b((?:address|fill|clos|bridg|narrow)(?:e|ing)?) (?:this|these|that|the) "
    r"((?:[\w-]+ )?gap)s?\b(?! (?:in|of|between)\b)",
    re.IGNORECASE,
)
MOST_WORDS = 30
MOST_WORDS_IN_FULL = 42
FEWEST_WORDS = 4
_RULE = named("aim")


def aim(m: Material) -> Said | None:
    """One sentence, or None where the text states no aim that fits into one."""
    held = texts(m.record)
    lead = "The authors want to" if m.brief.kind == "protocol" else "The authors set out to"
    if m.retold:
        return None
    for sentence in sorted(m.reading.sentences, key=lambda s: s.role != "aim"):
        if sentence.role not in ("aim", "background", "methods", "other"):
            continue
        words = _found(sentence)
        if not words:
            continue
        found = quote(held, "abstract", sentence.start, sentence.end)
        if in_aside(m.record, found):
            continue
        part = first_part(held_brackets(_MEANS.split(words)[0]), FEWEST_WORDS, MOST_WORDS)
        if part is None:
            continue
        part = with_brackets(part)
        if no_aim(sentence.text[: sentence.text.find(part) + len(part)]):
            continue
        aimed = "The authors aimed at" if _AT.search(sentence.text) else lead
        part = _THIS_GAP.sub(r"\1 a \2", part)
        text = f"{aimed} {_JUDGING.sub(_marked, as_theirs(part))}"
        told = said(Piece(text, (quoted(found),)), _RULE, voice="authors", about=("aim",))
        return in_full(m, told, MOST_WORDS_IN_FULL)
    return None


def _marked(match: re.Match[str]) -> str:
    return f"“{match.group()}”" if _SAFE.search(match.group()) else match.group()


def _found(sentence: Sentence) -> str | None:
    """The aim from its verb on: "assess the change in …"."""
    match = _TO.search(sentence.text) or _AT.search(sentence.text)
    if match is None and sentence.role == "aim":
        match = _AT_FRONT.search(sentence.text)
    if match is not None:
        return sentence.text[match.end() :]
    match = _DID.search(sentence.text)
    # What "we" did may be a step on the way; what "this study" did is what it is about.
    if match is None or (match["we"] and sentence.role != "aim"):
        return None
    verb = _BASE.get(match["verb"].casefold())
    rest = _SECOND.sub(lambda m: _BASE[m[0].casefold()], sentence.text[match.end("verb") :])
    return f"{verb}{rest}" if verb else None

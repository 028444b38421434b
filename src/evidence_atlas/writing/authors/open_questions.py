"""What the authors themselves leave open: the studies that they ask for, in their own nouns."""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..tables import table
from ..words.asides import in_aside
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.theirs import as_theirs, first_part

_TABLE = table("authors/open_questions.toml")
_FORMS = (
    (re.compile(_TABLE["needed"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["should"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["about"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["need"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["unknown"], re.IGNORECASE), "The authors say that it is not known"),
    (re.compile(_TABLE["between"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["need_to"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["of_them"], re.IGNORECASE), "The authors ask for studies of"),
    (re.compile(_TABLE["supported"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["warrants"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["unclear"], re.IGNORECASE), "The authors say that"),
    (re.compile(_TABLE["needed_on"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["recommended"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["need_of"], re.IGNORECASE), "The authors ask for studies of"),
    (re.compile(_TABLE["could"], re.IGNORECASE), "The authors suggest studies to"),
)
_OF_WHAT_IS_KNOWN = ("The authors say that it is not known", "The authors say that")
"""Forms that tell what is not known: before the conclusions these tell why, not what is open."""
_AFTER_CONFIRMING = re.compile(_TABLE["after_confirming"], re.IGNORECASE)
_IN_THOSE_STUDIED = re.compile(_TABLE["in_those_studied"], re.IGNORECASE)
_SOUNDS_LIKE_PRAISE = re.compile(_TABLE["sounds_like_praise"], re.IGNORECASE)
_LINKS_FOUND = re.compile(_TABLE["links_found"], re.IGNORECASE)
MUCH_BESIDE = 12
LAST = 2
"""So many sentences at the end may tell what is to be studied, whatever part they play."""
_TRUE_OF_EVERY_STUDY = re.compile(_TABLE["of_every_study"], re.IGNORECASE)
_POINTS_BACK = re.compile(_TABLE["points_back"], re.IGNORECASE)
MOST_WORDS = 24
FEWEST_WORDS = 4
MOST = 2
_RULE = named("named-open")


def open_questions(m: Material) -> tuple[Said, ...]:
    """Up to two; none that could be asked of every study ("confirm these findings")."""
    held = texts(m.record)
    told: list[Said] = []
    for index, sentence in enumerate(m.reading.sentences):
        last = index >= len(m.reading.sentences) - LAST and sentence.role in ("results", "other")
        # A paper that looks over a field says anywhere what is not known of it.
        anywhere = m.brief.kind == "narrative"
        if sentence.role != "conclusions" and not (last or anywhere):
            continue
        found = quote(held, "abstract", sentence.start, sentence.end)
        if in_aside(m.record, found):
            continue
        words = _asked(sentence.text)
        not_known = words is not None and words.startswith(_OF_WHAT_IS_KNOWN)
        if sentence.role != "conclusions" and not_known is not anywhere:
            continue
        if words and all(words != other.text for other in told):
            about = (f"open.{index}",)
            piece = Piece(words, (quoted(found),))
            told.append(said(piece, _RULE, voice="authors", about=about))
    return tuple(told[:MOST])


def _asked(text: str) -> str | None:
    for pattern, lead in _FORMS:
        match = pattern.search(text)
        if match is None:
            continue
        rest = match["on"] if "on" in pattern.groupindex else text[match.end() :]
        fewest = FEWEST_WORDS if "to" in lead.split() else 2
        if "is" in pattern.groupindex:
            how = (match["is"], match["how"]) if match["is"] else (match["are"], match["what"])
            rest = f"{uncapital(rest)} {how[0]} {how[1]}"
        elif "on" in pattern.groupindex:
            rest = uncapital(rest)
        rest = _IN_THOSE_STUDIED.sub("", _AFTER_CONFIRMING.sub("", rest))
        part = first_part(rest, fewest, MOST_WORDS)
        if part is None or _TRUE_OF_EVERY_STUDY.search(part) or _SOUNDS_LIKE_PRAISE.search(part):
            continue
        found = _LINKS_FOUND.sub(lambda m: f"the {m['what']} found", part)
        if found != part and length(part) < MUCH_BESIDE:
            continue  # "the causes of the links found" may be asked of every study of links
        if not _POINTS_BACK.search(found):
            return f"{lead} {as_theirs(found)}"
    return None

"""What the authors conclude, where none of their sentences could be told as it stands.

Every sentence of the conclusions is tried once more: without the wish, the praise or the front
that kept it from the page, as what the authors point to, with a word that judges between quotation
marks, or at greater length. What only announces, advises or wishes stays untold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from evidence_atlas.reading.results.conclusions import concludes_nothing
from evidence_atlas.records import Quote, quote, quoted, texts

from ..authors.authors_report import names_its_subject
from ..authors.has_verb import has_verb
from ..brief.kinds import TREATMENT
from ..brief.main_result import shared, stems
from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..sentences.codes import codes
from ..sentences.in_full import in_full
from ..sentences.indirect import place_of
from ..sentences.pointing import POINTS_BACK
from ..sentences.standing import leans
from ..tables import table
from ..words.asides import in_aside
from ..words.clause import causal, loaded
from ..words.edges import balanced, without_heading
from ..words.names import length
from ..words.noun_phrases import uncapital
from ..words.numbers import figures
from ..words.praise import unpraised
from ..words.statistics import STATISTICS
from ..words.theirs import as_theirs, bare
from ..words.verbs import finite

_TABLE: dict[str, str] = table("sections/conclusions_left.toml")
_WORDS = {name: re.compile(p, re.IGNORECASE) for name, p in _TABLE.items()}
Tell = Callable[[Material, Quote, int], str | None]
"""How a conclusion is told in indirect speech, in at most so many words."""
MOST = 2
FEWEST_WORDS_POINTED, MOST_WORDS_POINTED, MOST_WORDS = 5, 38, 40
MOST_FIGURES, MOST_CODES = 4, 1
SAME = 0.5
"""A sentence that shares so much of its words with another says it again."""
_MARK = "Xjudgedx"
"""Stands for the words that judge while the sentence is put into indirect speech."""
_RULE = named("authors-conclusion")


def left(m: Material, tell: Tell) -> tuple[Said, ...]:
    """At most two sentences of the conclusions, in what may be told of them."""
    return tuple(left_of(m, tell))[:MOST]


def left_of(m: Material, tell: Tell) -> Iterator[Said]:
    """Each sentence of the conclusions of which something may be told; none of a retelling."""
    return iter(()) if m.retold else _left(m, tell)


def _left(m: Material, tell: Tell) -> Iterator[Said]:
    sentences = m.reading.sentences
    first_found = next((i for i, s in enumerate(sentences) if s.role == "results"), -1)
    before: list[str] = []
    for at, sentence in enumerate(sentences):
        own = quote(texts(m.record), "abstract", sentence.start, sentence.end)
        if sentence.role != "conclusions" or at <= first_found or in_aside(m.record, own):
            continue
        text, wish = _shortened(m, without_heading(sentence.text))
        shows = _WORDS["shows"].match(text)
        told = _pointed_to(m, text[shows.end() :]) if shows else _as_a_clause(m, tell, own, text)
        if told is None or len(_unknown(m, told)) > MOST_CODES or _told_before(told, before):
            continue
        before.append(told)
        told = f"{told.rstrip('.')}{wish}." if wish else told
        theirs = said(
            Piece(told, (quoted(own),)), _RULE, voice="authors", about=(place_of(m, at),)
        )  # fmt: skip
        yield in_full(m, theirs, MOST_WORDS)


def _unknown(m: Material, text: str) -> set[str]:
    return {code for code in codes(m, text) if not names_its_subject(m, code)}


def _shortened(m: Material, text: str) -> tuple[str, str]:
    """The sentence without what it is good for, and apart from it a wish behind what may be.

    One for the proof of what was just said ("to confirm these benefits") is told with it.
    """
    text = _WORDS["term"].sub(r"‘\g<term>’\g<end>", text.strip())
    text = _WORDS["promise_behind"].sub(".", _WORDS["front"].sub("", text))
    text = _WORDS["study_says"].sub("Our study found that ", text)
    text = _WORDS["how_it_may"].sub("We suggest that ", text)
    if _WORDS["of_results"].match(text):
        text = _WORDS["then"].sub(".", text)
    thing = _WORDS["this_thing"].match(text)
    if thing is not None and re.search(rf"\b{re.escape(thing['thing'])}\b", m.record.title, re.I):
        text = f"The {text[thing.end() :]}"
    text = text[:1].upper() + text[1:]
    cut = _WORDS["wish_behind"].search(text)
    if cut is None or not _WORDS["hedge"].search(text[: cut.start()]):
        return text, ""
    wish = cut[0].rstrip(" .") if _WORDS["wish_turns"].match(cut[0]) else ""
    return text[: cut.start()] + ".", wish


def _causes_unhedged(m: Material, claim: str) -> bool:
    """Whether one thing is said to bring another about that no groups made by chance have shown."""
    shown = m.reading.design.randomised is True or m.brief.kind in ("animals", "cells")
    seen = _WORDS["no_cause"].sub(" ", claim)
    return not shown and bool(_WORDS["brings_about"].search(seen)) and not _hedged(claim)


def _hedged(claim: str) -> bool:
    return _WORDS["hedge"].search(claim) is not None


def _told_before(text: str, before: list[str]) -> bool:
    """Whether another sentence tells most of its words."""
    return any(shared(stems([text]), stems([b])) >= SAME for b in before)


def _pointed_to(m: Material, text: str) -> str | None:
    """What "these findings highlight" as what the authors point to."""
    thing = bare(_WORDS["then"].sub("", text))
    if _WORDS["no_thing"].match(thing) or _WORDS["empty"].search(thing):
        return None
    thing = as_theirs(_without_weight(unpraised(thing)))
    if not FEWEST_WORDS_POINTED <= length(thing) <= MOST_WORDS_POINTED or not balanced(thing):
        return None
    if leans(thing) or POINTS_BACK.search(thing) or STATISTICS.search(thing):
        return None
    if loaded(_WORDS["group_name"].sub(" ", thing)):
        return None
    if figures(thing) > MOST_FIGURES or (m.brief.kind in TREATMENT and causal(thing)):
        return None
    return f"The authors point to {uncapital(thing)}."


def _without_weight(text: str) -> str:
    """ "A significant burden" as "a burden": here the word weighs nothing."""

    def bare_noun(found: re.Match[str]) -> str:
        article = found["article"] or ""
        if article.strip().lower() not in ("a", "an"):
            return article
        return "an " if re.match(r"[aeio]", text[found.end() :], re.IGNORECASE) else "a "

    return _WORDS["weight"].sub(bare_noun, text)


def _as_a_clause(m: Material, tell: Tell, own: Quote, text: str) -> str | None:
    """The sentence in indirect speech, where it says more than what should be done."""
    seen = _WORDS["no_cause"].sub(" ", text)
    if m.reading.design.randomised is True:
        seen = _WORDS["cause"].sub(" ", seen)
    judged = [*_WORDS["judged"].finditer(text)]
    if len(judged) > 1:
        return None
    for word in judged:
        seen = seen.replace(word[0], _MARK)
        text = f"{text[: word.start()]}{_MARK}{text[word.end() :]}"
    claim = _WORDS["lead"].sub("", text)
    if concludes_nothing(seen) or any(_WORDS[n].search(seen) for n in ("advice", "points")):
        return None
    text = _WORDS["weight_of_verb"].sub("", text)
    if not (finite(claim) or has_verb(claim)) or _causes_unhedged(m, claim):
        return None
    of = Quote(field=own.field, start=own.start, end=own.end, text=text)
    told = tell(m, of, MOST_WORDS)
    if told is None or "“" in told or (judged and _MARK not in told):
        return None
    return told.replace(_MARK, f"“{judged[0][0]}”") if judged else told

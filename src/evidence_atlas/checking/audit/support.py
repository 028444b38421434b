"""Whether the chosen pieces of the abstract bear a sentence: the gate's own rules decide.

The sentence is taken as a statement that stands on these quotes, on the plain words for the
terms in them, and on the words with which summaries tell that there was a study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import (
    Flag,
    Page,
    QuoteSupport,
    ReadingMinutes,
    Result,
    RuleSupport,
    Section,
    Statement,
    of_result,
    quoted,
)

from .. import (
    as_its_source,
    between_the_same,
    conclusions,
    cut_away,
    degrees,
    direction,
    exchanged_things,
    figures,
    gate,
    in_its_place,
    negation,
    opposites,
    people,
    record_type,
    sides,
    signs,
    wording,
)
from ..case import Case, folded, table
from ..codes import CODES
from ..content_words import unaccounted
from ..sentence_rules import Rule
from . import grounds, numbers_told, one_place
from .abstract import LIGHT, TABLE, Abstract, Piece
from .alignment import agrees, matches
from .rounded import without_shares
from .turned import turnable
from .values import Finding

_CAPITALS = re.compile(r"\b(?=[A-Z0-9-]*[A-Z][A-Z0-9-]*[A-Z])[A-Z][A-Z0-9-]{1,9}\b")
_WORDING = frozenset({
    "unsupported-superlative", "absence-as-proof", "causal-wording", "safety-wording", "advice",
    "generalisation", "psychological-claim", "insinuation",
})  # fmt: skip
"""Of the rules on words, those that ask what is claimed, not how the atlas itself speaks."""

GROUNDS: tuple[Rule, ...] = (
    figures.numbers, figures.from_to, direction.directions, direction.polarity,
    negation.negations, negation.denials_kept, negation.lacking, opposites.opposites,
    signs.signs, sides.sides, as_its_source.as_its_source, people.counts,
    people.completers, people.crossover, people.parts, people.comparison,
    record_type.findings, record_type.tense, record_type.illness_name,
    wording.words, conclusions.hedges, in_its_place.in_its_place,
    between_the_same.between_the_same, cut_away.cut_away, degrees.degrees,
    exchanged_things.exchanged_things,
)  # fmt: skip
_STYLE = frozenset(c for c in CODES if CODES[c].severity == "WARNING") | {
    "loaded-word", "stock-rhetoric", "internal-code", "quotation-altered",
}  # fmt: skip


def lacking(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """What a sentence lacks to be supported, None where every rule is content."""
    if not sources:
        return Finding(because="nothing in the abstract comes near it")
    quote = sources[0].quote
    capitals = _unknown_capitals(abstract, text)
    if capitals:
        return Finding(because=f"the abstract has no “{', '.join(capitals)}”", quote=quote)
    for look, mend in (
        (_words, _of_ways), (_by_the_gate, _of_a_way), (_pointing, True), (grounds.lacking, True),
        (numbers_told.lacking, False), (one_place.lacking, True),
    ):  # fmt: skip
        found = look(abstract, text, sources)
        if found is not None:
            may = mend(found) if callable(mend) else mend
            return Finding(because=found, quote=quote, turning_may_mend=may)
    return None


_WAY = re.compile(table("audit/messages.toml")["may_be_mended"])


def _of_a_way(found: str) -> bool:
    """Whether what a rule found is a way or a denial, and not a thing."""
    return _WAY.match(found) is not None


def _of_ways(found: str) -> bool:
    """Whether every word that is missing has an opposite."""
    return all(turnable(word) for word in found.rpartition(": ")[2].split(", "))


def _words(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """Every content word stands in the sources, in their plain words, or in what was read there.

    A word that tells a direction is accounted for by any word that tells the same one.
    """
    held = [p.held for p in sources] + [TABLE["telling"]]
    for result in _told(abstract, sources):
        held += [x for x in (result.outcome, result.who, result.against) if x]
    pointing = direction.said(" ; ".join(p.text for p in sources)).classes
    missing = [
        word
        for word in sorted(unaccounted(without_shares(text), "\n".join(held)))
        if word not in LIGHT and not direction.classes_of(word) & pointing
    ]
    absent = nowhere(abstract, " ".join(missing))
    if absent:
        return f"the abstract does not say: {', '.join(sorted(absent))}"
    return f"{_ELSEWHERE}: {', '.join(missing)}" if missing else None


def nowhere(abstract: Abstract, text: str) -> set[str]:
    """The content words of a text that no place of the abstract holds, nor its plain words.

    A sentence with one of them is not supported, whatever else it says.
    """
    held = [abstract.explained, TABLE["telling"]]
    for result in abstract.reading.results:
        held += [x for x in (result.outcome, result.who, result.against) if x]
    absent = unaccounted(without_shares(text), "\n".join(held)) - LIGHT
    pointing = direction.said(abstract.whole).classes
    return {w for w in absent if not direction.classes_of(w) & pointing}


_ELSEWHERE = "the abstract says this elsewhere, of something else"


def _by_the_gate(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    case = Case(
        page(abstract, text, sources), abstract.record, abstract.reading, abstract.grades, (), {},
        abstract.condition,
    )  # fmt: skip
    for flag in gate.run(case, GROUNDS):
        if flag.code not in _STYLE and not _excused(flag, sources):
            return because(flag, text)
    return None


def because(flag: Flag, text: str) -> str:
    """A flag in words for whoever wrote the sentence: what is wrong, and the word that decides.

    The sentence itself, which a flag ends with, is not said again.
    """
    detail = flag.detail.split(text[:_ENOUGH])[0].rstrip(" :")
    found = f"{CODES[flag.code].title.lower()}: {detail}"
    for pattern, words in _MESSAGES:
        found = pattern.sub(words, found)
    return found.rstrip(" :")


_ENOUGH = 60
_MESSAGES = [(re.compile(m["of"]), m["words"]) for m in table("audit/messages.toml")["message"]]
_WAYS: dict[str, str] = table("audit/messages.toml")["ways"]


def page(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Page:
    """A page that holds the one sentence."""
    support: tuple[QuoteSupport | RuleSupport, ...] = tuple(quoted(p.quote) for p in sources)
    plain = " ".join(p.plain for p in sources if p.plain)
    support += (RuleSupport(rule="telling", text=TABLE["telling"]),)
    if plain:
        support += (RuleSupport(rule="plain-words", text=plain),)
    concluding = sources[0].role == "conclusions"
    section = "inferred_conclusions" if concluding else "quick_summary"
    results = abstract.reading.results
    about = tuple(
        of_result(results.index(m.result))
        for m in matches(abstract, text)[:1]
        if any(abstract.piece_of(m.result) == p for p in sources)
    )
    voiced = grounds.ATTRIBUTED.search(text) is not None
    statement = Statement(
        id="audited", text=text, section=section, depths=("quick",), support=support,
        voice="authors" if voiced else "atlas", about=about or ("summary",),
    )  # fmt: skip
    return Page(
        study="audited",
        version="",
        sections=(Section(name=section, statements=(statement,)),),
        reading_minutes=ReadingMinutes(quick=0, standard=0, deep=0),
    )


def _excused(flag: Flag, sources: tuple[Piece, ...]) -> bool:
    """What a rule of words forbids our own pages may be said where the abstract itself says so."""
    if flag.code not in _WORDING:
        return False
    m = re.match(r"“([^”]+)”", flag.detail)
    held = folded(" ".join(p.text for p in sources))
    return m is not None and folded(m[1]) in held


def _pointing(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """A sentence that points somewhere needs a source that points there too."""
    ours = direction.said(text)
    held = " ; ".join(p.text for p in sources)
    theirs = direction.said(held)
    for name in sorted(ours.classes & direction.CLAIMING):
        if theirs.has(name):
            continue
        if any(_fits(name, r.direction, r.better_or_worse) for r in _told(abstract, sources)):
            continue
        return f"the wrong direction: nothing here says {_WAYS[name]}"
    if ours.none and not theirs.none and not any(agrees(ours, r) for r in _told(abstract, sources)):
        return "the wrong direction: nothing here says that something was not so"
    if theirs.none and not ours.none and ours.classes and not theirs.classes - {"change"}:
        return "the wrong direction: the abstract says that something was not so"
    return None


def _told(abstract: Abstract, sources: tuple[Piece, ...]) -> Iterator[Result]:
    for result in abstract.reading.results:
        if abstract.piece_of(result) in sources:
            yield result


def _fits(name: str, read: str, judged: str | None) -> bool:
    ways = {
        "up": ("increase", "higher"), "down": ("decrease", "lower"), "link": ("association",),
    }  # fmt: skip
    return judged == name or read in ways.get(name, ())


def _unknown_capitals(abstract: Abstract, text: str) -> list[str]:
    """Short forms in capitals that the abstract neither prints nor spells out."""
    return [m for m in dict.fromkeys(_CAPITALS.findall(text)) if not _known(abstract, m)]


def _known(abstract: Abstract, capitals: str) -> bool:
    bare = re.sub(r"[^a-z0-9]", "", capitals.lower())
    if re.search(rf"\b{re.escape(capitals)}(?:s|es)?\b", abstract.explained):
        return True
    if len(bare) > 3 and bare in abstract.letters:
        return True
    return len(bare) > 2 and any(bare in initials for initials in abstract.initials)

"""The illnesses that a study is of, in the words of its text."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Support, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import PEOPLE_STUDIED
from ..material import Material, Piece, once_a_page
from ..rules import named
from ..tables import table
from ..words.numbers import joined
from .titled_illness import PEOPLE, as_written, titled_illnesses

_WORDS: dict[str, str] = table("subject/illnesses.toml")

_TABLE = table("subject/titled_illness.toml")
_TROUBLE = rf"(?:{_TABLE['trouble']}|{_TABLE['alone']})"
_ROW = table("subject/illness_row.toml")
_UNSURE = re.compile(_ROW["unsure"].replace("PEOPLE", PEOPLE), re.IGNORECASE)
_BY_DEGREE = re.compile(_ROW["by_degree"], re.IGNORECASE)
_ACUTE_TOO = re.compile(_ROW["acute_too"], re.IGNORECASE)
_MOST_WORDS = 8
_ADJECTIVE = re.compile(r"\b\w+(?:etic|atic)\Z", re.IGNORECASE)
"""The text has the illness only as what people are called by: "diabetic patients"."""
_OF_A_SUBJECT = frozenset(
    {"review", "narrative", "guideline", "hypothesis", "animals", "cells", "computation", "comment"}
)
"""Kinds whose illnesses are what they are about, not what each of their people has."""
_BOTH_AT_ONCE = re.compile(_WORDS["both_at_once"], re.IGNORECASE)


@once_a_page
def illnesses(m: Material) -> tuple[Piece, ...]:
    """The study's own illnesses, the main one first, each under a name that the text uses.

    The atlas's name stands where the text has it; of the atlas's own illness the name that the
    study itself uses most.
    """
    told: list[Piece] = []
    if len(m.reading.illnesses) == 1 and _only_a_time(m, m.reading.illnesses[0]):
        return ()
    for name in m.reading.illnesses:
        piece = _as_named(m, name)
        if piece is not None and not _within(piece, told):
            told.append(piece)
    return tuple(told)


def _only_a_time(m: Material, illness: str) -> bool:
    """Whether the text names it only for the time or the setting: "in the era of influenza".

    Then nobody is studied for it, and it is no illness of those who took part.
    """
    if m.brief.kind not in PEOPLE_STUDIED or m.brief.kind == "test":
        return False
    name = "|".join(f"(?:{n.pattern})" for n in m.condition.known_illnesses if n.name == illness)
    if not name:
        return False
    dated = compiled(f"(?:{_ROW['time_before']})(?:{name})|(?:{name})(?:{_ROW['time_behind']})")
    held = [re.sub(r"\s\([^()]{1,40}\)", "", text) for text in texts(m.record).values()]
    named_so = [bool(dated.search(text)) for text in held]
    left = (dated.sub(" ", text) for text in held)
    return any(named_so) and not any(compiled(name).search(text) for text in left)


_ONE_WITH = re.compile(_WORDS["one_with"], re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)?")
_LIST_ENDS = re.compile(_WORDS["list_ends"], re.I)


def had_by_one(m: Material) -> tuple[Piece, ...]:
    """The several illnesses of the one person of a case, where one phrase names them all."""
    if m.brief.kind != "case_report" or m.reading.participants.total != 1:
        return ()
    held = texts(m.record)
    for sentence in m.reading.sentences:
        found = _ONE_WITH.search(sentence.text) if sentence.role != "background" else None
        if found is None:
            continue
        start = sentence.start + found.start("list")
        words = _LIST_ENDS.split(found["list"], maxsplit=1)[0]
        spans: list[tuple[int, int]] = []
        # A short form in brackets stands for what is named before it.
        words = _IN_BRACKETS.sub(lambda b: " " * len(b[0]), words)
        for known in m.condition.known_illnesses:
            whole = rf"(?:{known.pattern})(?: (?:syndrome|disease|disorder)\b)?"
            for at in compiled(whole).finditer(words):
                if all(at.end() <= a or b <= at.start() for a, b in spans):
                    spans.append(at.span())
        if len(spans) > 1:
            quotes = (quote(held, "abstract", start + a, start + b) for a, b in sorted(spans))
            return tuple(Piece(" ".join(q.text.split()), (quoted(q),)) for q in quotes)
    return ()


def with_titled(m: Material, told: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same, with one that only the title names, in its own words."""
    if len(told) > 1:
        return told
    more = titled_illnesses(m, beside=bool(told))
    return (*(p for p in more if not _within(p, list(told))), *told)


def _within(piece: Piece, told: list[Piece]) -> bool:
    return any(piece.text.casefold() in p.text.casefold() for p in told)


def _as_named(m: Material, name: str) -> Piece | None:
    own = m.reading.condition_as_named
    at = m.reading.quote(f"illnesses.{name}")
    if own and any(n.name == name for n in m.condition.names):
        name = own
        at = m.reading.quote("condition_as_named") or at
    support: tuple[Support, ...] = m.words(name)
    if at is not None and _is_a_kind(at.text, name):
        support = ()  # "type 2 diabetes" is a kind of its own
    if not support:
        quotes = (_in_the_abstract(m, quoted(at)),) if at else m.as_written(name)[:1]
        if quotes and quotes[0].text.isupper():
            quotes = m.as_written(name)[:1] or quotes
        if not quotes:
            return None
        if _ADJECTIVE.search(quotes[0].text):
            return Piece(name, m.named(f"illnesses.{name}", name)) if at else None
        name, support = " ".join(quotes[0].text.split()), quotes
    name, support = _with_its_trouble(m, *_of_its_kind(m, name, support))
    return Piece(name, support) if len(name.split()) <= _MOST_WORDS else None


_KIND = re.compile(
    r"(?<![\w-])(?!(?:chronic|typical|clinical|potential|critical|global|national|local|historical|"
    r"biological|general|public|specific|medical|patient-specific|academic|pandemic|epidemic|"
    r"so-called|physical|natural|total|several|real|final|initial|viral|via)\b)"
    rf"(?P<kind>[A-Za-z][\w-]*(?:ic|al)|{_TABLE['of_a_kind']}) $",
    re.IGNORECASE,
)
"""A word that tells of which kind an illness is: "paediatric", "neuropsychiatric", "painful"."""
_ONE_OF_TWO = re.compile(r"(?:\b(?:to|and|or|versus|vs\.?|non)|[/-])\s*\Z", re.IGNORECASE)
"""Another kind stands before it: "mild to severe"."""
_ILLNESS_BEFORE = re.compile(
    r"\b(?:syndromes?|diseases?|disorders?|illness(?:es)?) (?:and|or|to|versus|vs\.?)\s*\Z",
    re.IGNORECASE,
)
"""Or another illness by its whole name does, of which the kind is not told."""


def _of_its_kind(
    m: Material, name: str, support: tuple[Support, ...]
) -> tuple[str, tuple[Support, ...]]:
    """The name with the word before it by which both title and abstract tell its kind."""
    title = m.record.title
    at = title.casefold().find(name.casefold())
    for either in (_UNSURE, _ACUTE_TOO):
        found = either.search(title[:at]) if at >= 0 else None
        if found is not None:
            titled = as_written(m, found.start("kind"), at + len(name))
            return f"{found['kind'].lower()} {name}", titled.support
    before = _KIND.search(title[:at]) if at >= 0 else None
    if before is None:
        return name, support
    earlier = title[: before.start()]
    if _ONE_OF_TWO.search(earlier) and not _ILLNESS_BEFORE.search(earlier):
        return name, support
    where = m.words(f"{before['kind']} {name}")
    if not where or where[0].field == "title" or _of_some_only(m, before["kind"], name):
        return name, support
    return f"{before['kind'].lower()} {name}", where


def _of_some_only(m: Material, kind: str, name: str) -> bool:
    """Whether those taken in are told of without the degree: it is that of a part of them."""
    if not _BY_DEGREE.fullmatch(kind) or _titled_people(m.record.title, f"{kind} {name}"):
        return False
    without = re.compile(rf"(?<!{re.escape(kind)} )\b{re.escape(name)}\b", re.IGNORECASE)
    own = (s.text for s in m.reading.sentences if s.role in ("aim", "methods"))
    return any(without.search(text) for text in own)


def _titled_people(title: str, name: str) -> bool:
    """Whether the title says it of people: "survivors of severe influenza"."""
    told = rf"\b{PEOPLE} (?:with|of|after) {re.escape(name)}|{re.escape(name)} {PEOPLE}\b"
    return re.search(told, title, re.IGNORECASE) is not None


def _with_its_trouble(
    m: Material, name: str, support: tuple[Support, ...]
) -> tuple[str, tuple[Support, ...]]:
    """What the title's people have of it, where that is all of them: "smell loss after X".

    "Patients with X smell loss" are not all people with X.
    """
    title = m.record.title
    if name.casefold() not in title.casefold():
        return name, support
    found = compiled(
        rf"\b{PEOPLE} with (?P<what>(?:[\w-]+ ){{0,2}}(?:post-)?{re.escape(name)}"
        rf"[- ](?:(?:related|associated|induced) )?(?:[\w-]+ )?{_TROUBLE})\b"
    ).search(title)
    if found is None:
        return name, support
    piece = as_written(m, *found.span("what"))
    return piece.text, (*support, *piece.support)


def _is_a_kind(text: str, name: str) -> bool:
    written, known = text.casefold(), name.casefold()
    return known in written and not written.startswith(known)


def _in_the_abstract(m: Material, at: QuoteSupport) -> QuoteSupport:
    """The same words as the abstract writes them, without the capitals of a title."""
    if at.field != "title":
        return at
    held = texts(m.record)
    same = re.finditer(re.escape(at.text), held.get("abstract", ""), re.IGNORECASE)
    small = max(same, key=lambda f: sum(map(str.islower, f[0])), default=None)
    if small is None or small[0].isupper():
        return at
    return quoted(quote(held, "abstract", *small.span()))


def joining(m: Material) -> str:
    """ "and" of a subject or of people who have both, "or" of people who have either."""
    at = m.reading.quote("illnesses.together")
    before = texts(m.record).get(at.field, "")[: at.start] if at else ""
    both = m.brief.kind in _OF_A_SUBJECT or _BOTH_AT_ONCE.search(before) or _one_with_another(m)
    one = m.reading.participants.total == 1 or m.brief.kind == "case_report"
    return "and" if both or one else "or"


def _one_with_another(m: Material) -> bool:
    """Whether the title's people with one illness have another: "asthma patients with eczema"."""
    title = m.record.title
    at = _PEOPLE_WITH.search(title)
    if at is None or _COMPARED.search(title):
        return False
    before, behind = title[: at.start()], title[at.end() :]
    known = [*m.condition.names, *m.condition.known_illnesses]
    ends = any(compiled(rf"(?:{n.pattern})(?: \([^()]*\))?\s?\Z").search(before) for n in known)
    return ends and any(compiled(n.pattern).match(behind) for n in known)


_PEOPLE_WITH = re.compile(rf"(?<=[- )]){PEOPLE} with ", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:compar|differ|versus\b|vs\b)", re.IGNORECASE)


def joined_by(told: tuple[Piece, ...], word: str) -> Piece:
    """All of them in one phrase."""
    if len(told) == 1:
        return told[0]
    text = joined([p.text for p in told], word)
    return Piece(text, (*(s for p in told for s in p.support), named("either-illness")))

"""What a paper is about as its title names it: "the role of complement in long COVID"."""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material, Piece
from ..tables import table
from ..words.edges import IN_BRACKETS, TAG
from ..words.names import alike, length
from ..words.verbs import main_verb

_PATTERNS: dict[str, str] = table("subject/title_subject.toml")

_WORDS = table("subject/title_words.toml")
_COMMON = frozenset(_WORDS["words"].split())
NAMES = frozenset(_WORDS["names"].split())
_COMMON_END = re.compile(rf"[a-z-]{{2,}}{_WORDS['ends']}\Z")
_PART = re.compile(_PATTERNS["part"])
_SLANTED = re.compile(r"</?(?:i|em|b)>")
_KIND = re.compile(_PATTERNS["kind"], re.IGNORECASE)
# The number under which a meeting prints an abstract.
_NUMBER = re.compile(r"^(?:[A-Z]{1,4}-?\d+|\d{2,4})\.?\s+(?=[A-Z])")
# What a plan hopes for is no claim; in another title it would be one.
_RECOVERY = re.compile(r"\brecover(?:y|ing|ed)\b", re.IGNORECASE)
_ONLY_PEOPLE = re.compile(_PATTERNS["only_people"], re.IGNORECASE)
_FRONT = re.compile(_PATTERNS["front"], re.IGNORECASE)
_ADVICE = re.compile(_PATTERNS["advice"], re.IGNORECASE)
_JUDGING = re.compile(_PATTERNS["judging"], re.IGNORECASE)
_SHORT = 400
"""So few characters of an abstract need not hold the words of its title."""
_DOING = re.compile(_PATTERNS["doing"], re.IGNORECASE)
_HYPHENS = ("-", "‐", "‑")
_OF_SEVERAL = re.compile(r"[- ]part (?:\d|[ivx]+)\Z", re.IGNORECASE)
_EFFECT = re.compile(_PATTERNS["effect"], re.IGNORECASE)
# "X reduces Y" claims what was found; that the paper is about X and Y does not.
_CLAIM = re.compile(_WORDS["claim"], re.IGNORECASE)
_SHOWN = re.compile(_WORDS["shown"], re.IGNORECASE)
_TOLD_BESIDE = re.compile(_WORDS["told_beside"], re.IGNORECASE)
_BREAKS_OFF = re.compile(_WORDS["breaks_off"])
_PRAISE = re.compile(_PATTERNS["praise"], re.IGNORECASE)
_FOUND_WAY = re.compile(_PATTERNS["found_way"], re.IGNORECASE)
# What a verb of the list before it made of a thing is no verb: "health-related".
_MADE_OF = re.compile(r"-(?:\w+ed|\w+ing)\b", re.IGNORECASE)
_MADE = re.compile(_PATTERNS["made"], re.IGNORECASE)
_USING = re.compile(_PATTERNS["using"], re.IGNORECASE)
_TELLS_APART = re.compile(_PATTERNS["tells_apart"], re.IGNORECASE)
# What follows "about" is a thing: no question, no sentence, no call to do something.
_NO_THING = re.compile(_WORDS["no_thing"], re.IGNORECASE)
_BY_ITSELF = re.compile(_PATTERNS["by_itself"], re.IGNORECASE)
_OF_ONE = re.compile(_PATTERNS["of_one"])
"""Of one thing each: "the association between sleep and pain"."""
FEWEST_WORDS, MOST_WORDS = 3, 20
MOST_CLAIMS = 2


def title_subject(m: Material, *, of_a_measure: bool = False) -> Piece | None:
    """What the title is about in small letters, where one of its parts names a thing; else None.

    The first part, without words that tell of the paper or judge; the second only where the first
    names nothing and the second stands by itself ("Symptoms and their course in long COVID").
    With `of_a_measure`, what was developed or tried is named, not its validation.
    """
    held = texts(m.record)
    title, abstract = held.get("title", ""), held.get("abstract", "")
    at = 0
    parts = []
    for part in _parts(_NUMBER.sub("", title)):
        at = title.index(part, at)
        parts.append((at, part))
        at += len(part)
    own = [(at, p) for at, p in parts if not _KIND.match(_plain(p))][:2]
    # "Long COVID: paths and markers" is about these in long COVID.
    head = _FRONT.sub("", _plain(own[0][1])) if len(own) > 1 else ""
    alone = any(compiled(n.pattern).fullmatch(head) for n in m.condition.names)
    alone = alone or any(compiled(n.pattern).fullmatch(head) for n in m.condition.other_conditions)
    figure = len(own) > 1 and _figure_of_speech(_plain(own[0][1]), abstract)
    for i, (at, part) in enumerate(own):
        if (alone or figure) and not i:
            continue
        end = at + len(part)
        plain = _plain(part)
        if m.brief.kind == "guideline":
            plain = _ADVICE.sub("", plain)
        subject = _named(
            f"{plain} in {head}" if alone else plain, abstract,
            of_a_measure=of_a_measure, plan=m.brief.kind == "protocol",
        )  # fmt: skip
        if subject is None or (i and not _BY_ITSELF.search(subject)):
            continue
        at = own[0][0] if alone else at
        return _with_own_name(m, Piece(subject, (quoted(quote(held, "title", at, end)),)))
    return None


def _figure_of_speech(first: str, abstract: str) -> bool:
    """ "Still paying the price: …": of what the first part names the abstract has no word."""
    doing = _DOING.match(first)
    rest = re.findall(r"[a-z]{4,}", first[doing.end() :].casefold()) if doing else []
    told = len(abstract) > _SHORT and bool(rest)
    return told and not any(word in abstract.casefold() for word in rest)


def _with_own_name(m: Material, piece: Piece) -> Piece:
    """The atlas's own illness under the name that the study uses most."""
    own = m.reading.condition_as_named
    support = m.words(own) if own else ()
    if not own or not support or own in piece.text:
        return piece
    for name in m.condition.names:
        if compiled(name.pattern).fullmatch(own) is None:
            continue
        text = compiled(name.pattern).sub(own, piece.text, count=1)
        if text != piece.text and len(own) < len(piece.text) - len(text) + len(own):
            return Piece(text, (*piece.support, *support))
    return piece


def _parts(title: str) -> list[str]:
    return [p for p in (part.strip() for part in _PART.split(title)) if p]


def _plain(part: str) -> str:
    return " ".join(IN_BRACKETS.sub(" ", TAG.sub("", _SLANTED.sub(" ", part))).split()).strip(
        " ,.[]"
    )


def _named(part: str, abstract: str, *, of_a_measure: bool, plan: bool) -> str | None:
    part = _TOLD_BESIDE.sub("", _OF_SEVERAL.sub("", part))
    part = _FOUND_WAY.sub("", _PRAISE.sub("", part))
    part = _EFFECT.sub(r"\1 and \2", _JUDGING.sub("", _FRONT.sub("", part)))
    if of_a_measure:
        part = _TELLS_APART.sub(r" to tell \g<one> from ", _USING.sub("", part))
    if of_a_measure and (made := _MADE.match(part)):
        part = (made["of"] or "").lower() + part[made.end() :]
    part = _without_claim(part)
    if _RECOVERY.search(part) and not plan:
        return None
    if not FEWEST_WORDS <= length(part) <= MOST_WORDS or part.isupper():
        return None
    # Whatever a treatment is called ("pacing"), it is a thing.
    if _NO_THING.search(alike(part)):
        return None
    if _ONLY_PEOPLE.match(part) or _BREAKS_OFF.search(part):
        return None
    # A title may begin with a participle ("Increased risk of"), which is no verb of its own.
    if main_verb(_MADE_OF.sub("", part.partition(" ")[2])) is not None:
        return None
    first, *rest = part.split()
    words = [_first_small(first, abstract), *(small(w, abstract) for w in rest)]
    kept = [w.strip(",;") for w in words[1:] if w[:1].isupper() and w[1:].strip(",;").islower()]
    if len([w for w in kept if w not in NAMES]) > 1:
        return None
    return ("the " if _OF_ONE.match(words[0]) else "") + " ".join(words)


def _without_claim(part: str) -> str:
    """The things that a title ties by a verb, or by two, joined by "and"."""
    part = _SHOWN.sub("", part)
    found = list(_CLAIM.finditer(part))
    if not found or len(found) > MOST_CLAIMS or found[0].start() < 3:
        return part
    return re.sub(r"\band and\b", "and", _CLAIM.sub(" and ", part))


def _first_small(word: str, abstract: str) -> str:
    """The first word, whose capital is that of the title, unless the abstract has it as a name."""
    if (
        not word[1:].islower()
        or word[1:2] in _HYPHENS  # "T-cell", "X-ray": a letter that stands for a kind.
        or word in NAMES
        or re.search(rf"[a-z,] {re.escape(word)}\b", abstract)
    ):
        return small(word, abstract)
    return word.lower()


def small(word: str, abstract: str) -> str:
    """The word without the capital of a title, each part of it by itself ("COVID-19-Related")."""
    return "".join(_small_part(part, abstract) for part in re.split(r"([-‐/,;])", word))


def _small_part(word: str, abstract: str) -> str:
    if not (word[:1].isupper() and (word[1:].islower() or word == "A")) or word in NAMES:
        return word
    low = word.lower()
    if low in _COMMON or _COMMON_END.match(low):
        return low
    return low if re.search(rf"(?<![.!?] )\b{re.escape(low)}\b", abstract) else word

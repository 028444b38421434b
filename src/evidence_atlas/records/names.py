"""People's names: comparing them across papers, and the short label of a citation.

One author is often spelt two ways: with and without accents ("Müller", "Mueller"), with a
particle or without ("van der Meer", "Meer JW van der"), hyphenated or not, with one initial
or two. `author_key` irons out what spelling can vary; `same_person` allows for missing
initials. Two different people with one name cannot be told apart from names alone.
"""

from __future__ import annotations

import re
import unicodedata
from importlib import resources

from .citation import Author, Record
from .written_tables import parsed

_SPECIAL = str.maketrans({
    "ø": "o", "Ø": "O", "ß": "ss", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe",
    "Œ": "OE", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
})  # fmt: skip
TABLE = parsed(resources.files(__package__).joinpath("names.toml").read_text(encoding="utf-8"))
_PARTICLES = frozenset(TABLE["particles"])
_SUFFIXES = frozenset(TABLE["suffixes"])
_GROUP = re.compile(
    r"\b(?:" + "|".join(w.replace("*", r"\w*") for w in TABLE["group_words"]) + r")\b",
    re.IGNORECASE,
)
_JOINED_PARTICLE = re.compile(r"^(?:vander|vanden|vonder)(?=[a-z]{4})")
_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"[^\W\d_](?:[.\-]{0,2}[^\W\d_]){0,3}\.?")


def fold(text: str) -> str:
    """Lower case without accents; letters that have no plain form stay as they are."""
    plain = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def surname_key(last: str) -> str:
    """A family name reduced to what does not vary with spelling, as lower-case letters.

    Particles and generation suffixes go, hyphens and blanks close up, and the transcribed
    umlauts ae, oe, ue become a, o, u.
    """
    words = _WORD.findall(fold(re.sub(r"['’ʼ`]", "", last)))
    kept = [w for w in words if w not in _SUFFIXES] or words
    while len(kept) > 1 and kept[0] in _PARTICLES:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in _PARTICLES:
        kept = kept[:-1]
    joined = _JOINED_PARTICLE.sub("", "".join(kept))
    return re.sub(r"([aou])e", r"\1", joined)


def initials_of(author: Author) -> str:
    """Initials as lower-case letters without accents: from `initials`, else the given names."""
    source = author.initials or _person("", author.fore or "", "").initials or ""
    return "".join(c for c in fold(source) if c.isalpha())


def author_key(author: Author) -> str:
    """`see dm` for a person, `group: …` for a collective name, empty for no name at all."""
    if author.last:
        return f"{surname_key(author.last)} {initials_of(author)}".strip()
    if author.collective:
        return "group: " + " ".join(_WORD.findall(fold(author.collective)))
    return ""


def author_keys(record: Record) -> tuple[str, ...]:
    """The keys of a record's authors in printed order, each once."""
    return tuple(dict.fromkeys(k for a in record.authors if (k := author_key(a))))


def same_person(one: str, other: str) -> bool:
    """Whether two author keys can be one person: same name, initials that do not disagree.

    `see dm` and `see d` agree, as do `see dm` and `see`; `see dm` and `see dk` do not.
    """
    if not one or not other:
        return False
    if one.startswith("group: ") or other.startswith("group: "):
        return one == other
    name_one, _, initials_one = one.partition(" ")
    name_other, _, initials_other = other.partition(" ")
    return name_one == name_other and (
        initials_one.startswith(initials_other) or initials_other.startswith(initials_one)
    )


def shared_authors(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of `one` that can be a person of `other`, in the order of `one`."""
    by_name: dict[str, list[str]] = {}
    for key in other:
        by_name.setdefault(key.partition(" ")[0], []).append(key)
    return tuple(
        key
        for key in one
        if any(same_person(key, b) for b in by_name.get(key.partition(" ")[0], ()))
    )


def parse_name(text: str) -> Author:
    """A name written in one line: `See DM`, `See, Darryl M.`, `Darryl M. See`, or a group.

    A name that holds a word such as "Group" or "Consortium" is a collective. Where the
    order is open ("Yu-Jun Wang"), the last word is taken as the family name.
    """
    text = " ".join(text.split()).strip(" ,;")
    if _GROUP.search(text):
        return Author(collective=text)
    if "," in text:
        last, first, suffix = ([p.strip() for p in text.split(",", 2)] + [""])[:3]
        if _is_suffix(first):
            first, suffix = suffix, first
        return _person(last, first, suffix)
    words = text.split(" ")
    suffix = words.pop() if len(words) > 2 and _is_suffix(words[-1]) else ""
    at = next((i for i, w in enumerate(words) if _is_initials(w)), 0)
    if at and all(_is_initials(w) or fold(w) in _PARTICLES for w in words[at:]):
        initials = [w for w in words[at:] if _is_initials(w)]
        particles = [w for w in words[at:] if not _is_initials(w)]
        return _person(" ".join(particles + words[:at]), " ".join(initials), suffix)
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _PARTICLES:
        start -= 1
    return _person(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_initials(word: str) -> bool:
    return _INITIALS.fullmatch(word) is not None and word == word.upper()


def _is_suffix(word: str) -> bool:
    return fold(word.strip(".")) in _SUFFIXES


def _person(last: str, fore: str, suffix: str) -> Author:
    initials = "".join(
        "".join(c for c in w if c.isalpha()) if _is_initials(w) else _firsts(w)
        for w in fore.split()
    )
    return Author(
        last=last or None, fore=fore or None, initials=initials or None, suffix=suffix or None
    )


def _firsts(word: str) -> str:
    return "".join(w[0].upper() for w in _WORD.findall(word))


def surname_of(record: Record) -> str | None:
    """The first author's family name as printed, else the first group's name, else None."""
    for author in record.authors:
        if author.last or author.collective:
            return author.last or author.collective
    return None


_TITLE_WORDS = 5


def _by_title(title: str) -> str:
    """A paper without authors goes by the first words of its title, in quotation marks."""
    words = title.rstrip(". ").split()
    if not words:
        return "No author named"
    cut = " …" if len(words) > _TITLE_WORDS else ""
    return f"“{' '.join(words[:_TITLE_WORDS]).rstrip(',;:')}{cut}”"


def citation_label(record: Record) -> str:
    """`See 1996`, `See and Tilles 1996`, `See and others 1996`; without authors, by the title."""
    named = [n for a in record.authors if (n := a.last or a.collective)]
    if not named:
        who = _by_title(record.title)
    elif len(named) == 1:
        who = named[0]
    elif len(named) == 2:
        who = f"{named[0]} and {named[1]}"
    else:
        who = f"{named[0]} and others"
    return f"{who} {record.year}" if record.year else f"{who}, no year"

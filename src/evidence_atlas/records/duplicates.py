"""Which records are one study.

A false merge is worse than a miss: it puts two studies on one page, where an editor must
find it; a miss shows as a possible duplicate. So records are one study only where

- they have the same PMID (versions, sources);
- they have the same DOI, and their titles do not disagree;
- they agree in a telling title, first author and year, and nothing that both state (DOI,
  PMID, journal, volume, first page) disagrees.

Notices, corrections and comments are never one study with the paper they concern, and a
preprint is a study of its own, linked to its journal version (`lineage`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ._base import Value
from .bibliography import is_notice, is_preprint, title_words
from .citation import Record
from .grade import Because
from .names import author_keys, fold, same_person

_TELLING_WORDS = 5
_TELLING_LETTERS = 28
_SHARED_WORDS = 0.8
_WORD = re.compile(r"[^\W_]+")


class StudyGroup(Value):
    """Records that are one study, by record key, and what joined each to the rest."""

    keys: tuple[str, ...]
    because: tuple[Because, ...] = ()


class _Facts(Value):
    """What is compared, worked out once a record."""

    pmid: str | None
    doi: str | None
    words: tuple[str, ...]
    author: str
    year: int | None
    journals: tuple[str, ...]
    volume: str
    page: str
    notice: bool
    preprint: bool


def same_study(one: Record, other: Record) -> Because | None:
    """Why the two records are one study, or None where they are not known to be."""
    return _same(_facts(one), _facts(other))


def group(records: Sequence[Record]) -> tuple[tuple[str, ...], ...]:
    """The record keys of each study; studies and keys in the order in which they are given."""
    return tuple(g.keys for g in explained(records))


def explained(records: Sequence[Record]) -> tuple[StudyGroup, ...]:
    """As `group`, with the reasons. Every record joins only a group with no member it denies."""
    facts = [_facts(r) for r in records]
    groups: list[list[int]] = []
    reasons: list[list[Because]] = []
    of_handle: dict[tuple[str, ...], list[int]] = {}
    for i, fact in enumerate(facts):
        handles = _handles(fact, records[i].key)
        found: list[tuple[int, Because]] = []
        for handle in handles:
            for g in of_handle.get(handle, ()):
                if any(g == known for known, _ in found):
                    continue
                reason = _joins(facts, i, groups[g], records)
                if reason is not None:
                    found.append((g, reason))
        if found:
            home, reason = found[0]
            groups[home].append(i)
            reasons[home].append(reason)
            for g, also in found[1:]:
                if _compatible(facts, groups[home], groups[g]):
                    groups[home].extend(groups[g])
                    reasons[home].extend([also, *reasons[g]])
                    groups[g], reasons[g] = [], []
                    _move(of_handle, g, home)
        else:
            home = len(groups)
            groups.append([i])
            reasons.append([])
        for handle in handles:
            known = of_handle.setdefault(handle, [])
            if home not in known:
                known.append(home)
    return tuple(
        StudyGroup(
            keys=tuple(dict.fromkeys(records[i].key for i in sorted(members))),
            because=tuple(reasons[g]),
        )
        for g, members in sorted(enumerate(groups), key=lambda pair: min(pair[1], default=-1))
        if members
    )


def _joins(
    facts: list[_Facts], i: int, members: list[int], records: Sequence[Record]
) -> Because | None:
    reason = None
    for m in members:
        if records[m].key == records[i].key:
            return Because(rule="same-record", text="The records have the same key.")
        if reason is None:
            reason = _same(facts[m], facts[i])
        if _denies(facts[m], facts[i]):
            return None
    return reason


def _compatible(facts: list[_Facts], one: list[int], other: list[int]) -> bool:
    return not any(_denies(facts[a], facts[b]) for a in one for b in other)


def _move(of_handle: dict[tuple[str, ...], list[int]], old: int, new: int) -> None:
    for handle, known in of_handle.items():
        if old in known:
            of_handle[handle] = list(dict.fromkeys(new if g == old else g for g in known))


def _handles(fact: _Facts, key: str) -> list[tuple[str, ...]]:
    """What two records of one study must have at least one of in common."""
    handles: list[tuple[str, ...]] = [("key", key)]
    if fact.doi:
        handles.append(("doi", fact.doi))
    if _telling(fact):
        handles.append(("title", *fact.words))
    elif fact.words and fact.page and fact.volume:
        handles.append(("place", fact.volume, fact.page, *fact.words))
    return handles


def _facts(record: Record) -> _Facts:
    journal = record.journal
    names = (journal.title, journal.iso_abbreviation, journal.medline_ta)
    first = author_keys(record)[:1]
    return _Facts(
        pmid=record.pmid,
        doi=(record.doi or "").casefold() or None,
        words=title_words(record.title),
        author=first[0] if first else "",
        year=record.year,
        journals=tuple(dict.fromkeys(_plain(n) for n in names if n)),
        volume=(journal.volume or "").strip().casefold(),
        page=_first_page(journal.pages),
        notice=is_notice(record),
        preprint=is_preprint(record),
    )


def _plain(name: str) -> str:
    name = re.sub(r"\([^)]{0,60}\)", " ", name).partition(" : ")[0]
    return " ".join(w for w in _WORD.findall(fold(name)) if w not in ("the", "of", "and", "in"))


def _first_page(pages: str | None) -> str:
    found = re.match(r"[^\W_]+", (pages or "").strip())
    return found.group().casefold() if found else ""


def _telling(fact: _Facts) -> bool:
    return len(fact.words) >= _TELLING_WORDS and sum(map(len, fact.words)) >= _TELLING_LETTERS


def _denies(one: _Facts, other: _Facts) -> bool:
    """Whether the two are known not to be one study, whatever speaks for it."""
    if one.pmid and one.pmid == other.pmid:
        return False
    return one.notice != other.notice or one.preprint != other.preprint


def _same(one: _Facts, other: _Facts) -> Because | None:
    if one.pmid and one.pmid == other.pmid:
        return Because(rule="same-pmid", text=f"Both records have PMID {one.pmid}.")
    if _denies(one, other):
        return None
    if one.doi and one.doi == other.doi:
        if _titles_agree(one.words, other.words):
            return Because(rule="same-doi", text=f"Both records have DOI {one.doi}.")
        return None
    if one.doi and other.doi:
        return None
    if not one.words or one.words != other.words or one.notice:
        return None
    if not one.year or one.year != other.year or not same_person(one.author, other.author):
        return None
    if not _places_agree(one, other):
        return None
    if one.pmid and other.pmid and not _same_place(one, other):
        return None
    if _telling(one) or _same_place(one, other):
        return Because(
            rule="same-title-author-year",
            text=f"Title, first author and year ({one.year}) are the same, and nothing disagrees.",
        )
    return None


def _titles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Equal, one the beginning of the other, or nearly all words in common; or one not stated."""
    short, long = sorted((one, other), key=len)
    if not short or long[: len(short)] == short:
        return True
    a, b = set(short), set(long)
    return len(a & b) >= _SHARED_WORDS * len(a | b)


def _places_agree(one: _Facts, other: _Facts) -> bool:
    """Nothing of journal, volume and first page that both state disagrees."""
    return (
        (not one.journals or not other.journals or _journals_agree(one, other))
        and (not one.volume or not other.volume or one.volume == other.volume)
        and (not one.page or not other.page or one.page == other.page)
    )


def _same_place(one: _Facts, other: _Facts) -> bool:
    """Journal, volume and first page are stated by both and equal."""
    return bool(
        one.page
        and one.page == other.page
        and one.volume
        and one.volume == other.volume
        and one.journals
        and other.journals
        and _journals_agree(one, other)
    )


def _journals_agree(one: _Facts, other: _Facts) -> bool:
    """One name in common, or one the other's abbreviation, word for word."""
    return any(a == b or _abbreviates(a, b) or _abbreviates(b, a)
               for a in one.journals for b in other.journals)  # fmt: skip


def _abbreviates(short: str, long: str) -> bool:
    words, full = short.split(), long.split()
    return len(words) == len(full) and all(
        f.startswith(w) for w, f in zip(words, full, strict=True)
    )

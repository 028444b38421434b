"""Which other studies a study's level and page may speak of.

Those that it is linked to, and those that ask about the same intervention or measure. The
choice is bounded, so that one page never depends on the whole atlas, and fixed by the
facts alone, so that it is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from ..records import Link, StudyFacts, digest, from_json
from .outputs import Around

MOST = 40
"""Studies on the same question that one page is given, the nearest first."""
OUTSIDE = "pmid:"
"""Stands before the PMID of a paper that a link comes from and the atlas lacks."""
TOO_COMMON = 400
"""A measure that more studies share than this says little about what a study asks."""


_GIVEN, _TRIED, _MEASURED = range(3)
_WAYS = 3
_Term = tuple[int, str]
"""In which of the three ways a study has a term, and the term."""


def _terms(facts: StudyFacts) -> list[_Term]:
    tried = (*facts.given, *facts.titled)
    ways = {_GIVEN: facts.interventions, _TRIED: tried, _MEASURED: facts.measures}
    return sorted({(way, t.casefold()) for way, terms in ways.items() for t in terms})


class Neighbours:
    """The facts of all studies in the atlas, and the links between them."""

    def __init__(
        self,
        facts: Iterable[tuple[str, bytes, str]],
        links: Iterable[Link],
        left_out: Mapping[str, str],
    ) -> None:
        """`facts`: key, `StudyFacts` as JSON, hash of it. `left_out`: the PMIDs of studies
        that are known but not in the atlas."""
        self._left_out = left_out
        self._facts: dict[str, bytes] = {}
        self._hashes: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._terms: dict[str, tuple[_Term, ...]] = {}
        self._only_titled: dict[str, frozenset[str]] = {}
        self._sharing: dict[_Term, list[str]] = {}
        for key, payload, hashed in facts:
            found = from_json(payload, StudyFacts)
            terms = tuple(_terms(found))
            self._facts[key], self._hashes[key] = payload, hashed
            self._size[key], self._terms[key] = found.size or 0, terms
            if alone := {t.casefold() for t in found.titled} - {t.casefold() for t in found.given}:
                self._only_titled[key] = frozenset(alone)
            for term in terms:
                self._sharing.setdefault(term, []).append(key)
        self._links: dict[str, list[Link]] = {}
        for link in links:
            self._links.setdefault(link.source, []).append(link)
            if link.target and link.target != link.source:
                self._links.setdefault(link.target, []).append(link)

    def forget(self) -> None:
        """Give the room back once no page needs its neighbours any more."""
        for table in (
            self._facts, self._hashes, self._terms, self._only_titled, self._sharing, self._links,
        ):  # fmt: skip
            table.clear()

    def links(self, key: str) -> tuple[Link, ...]:
        """The links of a study; what lies outside the atlas is named by its PMID only."""
        found = []
        for link in self._links.get(key, ()):
            outside = self._outside(link)
            if outside is not None:
                found.append(outside)
        return tuple(sorted(found, key=lambda link: link.order))

    def _outside(self, link: Link) -> Link | None:
        """The link, an end that is not in the atlas named by its PMID; None without one."""
        if link.source not in self._facts and not link.source.startswith(OUTSIDE):
            pmid = self._left_out.get(link.source)
            if not pmid or link.kind == "cites":
                return None
            link = msgspec.structs.replace(link, source=OUTSIDE + pmid)
        if link.target and link.target not in self._facts:
            pmid = self._left_out.get(link.target)
            if not pmid or link.kind == "cites":
                return None
            link = msgspec.structs.replace(link, target=None, target_pmid=pmid)
        return link

    def others(self, key: str) -> tuple[str, ...]:
        """The keys of the studies that this one may speak of, by key."""
        linked = {
            end
            for link in self.links(key)
            for end in (link.source, link.target)
            if end is not None and end != key and end in self._facts
        }
        # What was given comes first: a page that names no other study of its treatment says that
        # there is none, however many have measured the same.
        shared: dict[str, list[int]] = {}
        # What only its title names it did not try itself.
        titled = self._only_titled.get(key, frozenset())
        for term in self._terms.get(key, ()):
            if term[0] == _TRIED and term[1] in titled:
                continue
            sharing = self._sharing[term]
            if term[0] != _MEASURED or len(sharing) <= TOO_COMMON:
                for other in sharing:
                    shared.setdefault(other, [0] * _WAYS)[term[0]] += 1
        near = sorted(
            (k for k in shared if k != key),
            key=lambda k: (*(-n for n in shared[k]), -self._size[k], k),
        )
        return tuple(sorted(linked | set(near[:MOST])))

    def digest(self, key: str) -> str:
        """A digest of everything that `around` gives."""
        return digest(self.links(key), [(k, self._hashes[k]) for k in self.others(key)])

    def around(self, key: str) -> Around:
        """The links of a study, and the facts of the others that it may speak of."""
        others = (from_json(self._facts[k], StudyFacts) for k in self.others(key))
        return Around(links=self.links(key), others=tuple(others))

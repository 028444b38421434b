"""How studies belong together by what the bibliography says.

From NLM's CommentsCorrections: retractions, corrections, expressions of concern, comments,
newer versions, republications; from reference lists: citations between studies of the atlas;
and, where the index does not say, preprints and their journal versions and the versions of a
review series, by rules that prefer no link to a wrong one. Nothing here reads an abstract.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ._base import Value
from .bibliography import TABLE, is_notice, is_preprint, names_preprint_server, title_words
from .citation import Correction, Record
from .grade import Because
from .link import Link, LinkKind
from .names import author_keys, shared_authors

_REFTYPES: dict[str, dict[str, str]] = {k.casefold(): v for k, v in TABLE["reftype"].items()}
_STATES = TABLE["state"]
_VERSIONED = re.compile(TABLE["versioned_dois"], re.IGNORECASE)
_TELLING = 5
_NEARLY_ALL = 0.8
_LATEST_JOURNAL_VERSION = 4


class Stated(Value):
    """A state that a record gives itself: value, rule, and the notice where one is named."""

    value: str
    rule: str
    text: str
    pmid: str | None = None
    citation: str | None = None


def stated_state(record: Record) -> tuple[Stated, ...]:
    """Every state that the record states of itself, the most serious first.

    Values: Retracted, Withdrawn, Expression of concern, Superseded, Corrected. A notice that
    retracts another paper says nothing of itself by its type or title.
    """
    found = []
    notice = is_notice(record)
    for state in _STATES:
        value = state["value"]
        for c in record.corrections:
            if any(c.kind.casefold() == kind.casefold() for kind in state["corrections"]):
                text = f"PubMed lists {c.kind}{_where(c)}."
                found.append(Stated(value=value, rule="correction-listed", text=text,
                                    pmid=c.pmid, citation=c.citation))  # fmt: skip
        if notice:
            continue
        for name in record.publication_types:
            if name in state["types"]:
                text = f"The publication type is {name}."
                found.append(Stated(value=value, rule="publication-type", text=text))
        if "title" in state and re.match(state["title"], record.title, re.IGNORECASE):
            text = "The title begins by saying so."
            found.append(Stated(value=value, rule="title-mark", text=text))
    return tuple(found)


def links(records_by_study: Mapping[str, Sequence[Record]]) -> tuple[Link, ...]:
    """The links that the bibliography states or shows, each once, in a fixed order.

    Where the atlas lacks the target, `target` is None and `target_pmid` names it; where it
    lacks the source (a notice that was not fetched), `source` is `pmid:` and the PMID. What
    has neither a PMID nor a study is left out, and so are citations of papers outside.
    """
    studies = sorted(records_by_study.items())
    study_of = {r.pmid: key for key, records in reversed(studies) for r in records if r.pmid}
    preprints = {key for key, records in studies if any(map(is_preprint, records))}
    found: dict[tuple[str, str, str, str], Link] = {}

    def add(kind: LinkKind, source: str, target: str, why: Because) -> None:
        if source == target:
            return
        known = target in records_by_study
        target_pmid = None if known else target.removeprefix("pmid:")
        key = (source, kind, target if known else "", target_pmid or "")
        old = found.get(key)
        because = old.because if old else ()
        if why not in because:
            because = (*because, why)
        found[key] = Link(kind=kind, source=source, target=target if known else None,
                          target_pmid=target_pmid, because=because)  # fmt: skip

    for key, records in studies:
        for record in records:
            for c in record.corrections:
                rule = _REFTYPES.get(c.kind.casefold())
                if rule is None or not c.pmid:
                    continue
                other = study_of.get(c.pmid, f"pmid:{c.pmid}")
                source, target = (other, key) if rule["from"] == "other" else (key, other)
                kind: LinkKind = rule["kind"]  # type: ignore[assignment]
                if c.kind.casefold() in ("updatein", "updateof") and (
                    _preprint_pair(source, target, preprints, c)
                ):
                    kind, source, target = "preprint of", target, source
                text = f"{rule['says']}{_where(c)}."
                if source.startswith("pmid:") and target.startswith("pmid:"):
                    continue
                add(kind, source, target, Because(rule=f"pubmed-{_kebab(c.kind)}", text=text))
            for reference in record.references:
                cited = study_of.get(reference.pmid or "")
                if cited:
                    add("cites", key, cited, Because(rule="reference-list", text=(
                        f"Its reference list names PMID {reference.pmid}."
                    )))  # fmt: skip
    for source, target, why in (*_preprints(studies, preprints), *_series(studies)):
        kind = "preprint of" if why.rule == "same-title-and-authors" else "supersedes"
        if not any(
            (a, k, b, "") in found
            for a, b in ((source, target), (target, source))
            for k in ("preprint of", "supersedes")
        ):
            add(kind, source, target, why)
    return tuple(found[k] for k in sorted(found))


def _where(c: Correction) -> str:
    named = re.search(r"\bPMID:? ?(\d{1,12})\b", c.citation or "")
    pmid = f"PMID {c.pmid}" if c.pmid and not (named and named[1] == c.pmid) else ""
    place = "; ".join(p for p in (c.citation, pmid) if p)
    return f": {place.rstrip('.')}" if place else ""


def _kebab(kind: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind).lower()


def _preprint_pair(newer: str, older: str, preprints: set[str], c: Correction) -> bool:
    """Whether the older of two linked versions is a preprint and the newer is not."""
    if newer in preprints:
        return False
    if older in preprints:
        return True
    return older.startswith("pmid:") and names_preprint_server(c.citation)


def _preprints(
    studies: Sequence[tuple[str, Sequence[Record]]], preprints: set[str]
) -> list[tuple[str, str, Because]]:
    """Preprints and their journal versions: telling title nearly the same, same people.

    At least three authors in common (or all, where there are fewer) and four in five of the
    shorter list, the first author among them; published in the preprint's year or up to four
    years after. Where two papers fit, none is linked.
    """
    # Only papers with an author of the name that a preprint begins with are worth a look.
    first_names = {
        first[0].partition(" ")[0]
        for key, records in studies
        if key in preprints and (first := author_keys(records[0])[:1])
    }
    by_author: dict[str, list[tuple[str, Record]]] = {}
    for key, records in studies if first_names else ():
        if key in preprints or not records or is_notice(records[0]):
            continue
        names = dict.fromkeys(k.partition(" ")[0] for k in author_keys(records[0]))
        for name in (n for n in names if n in first_names):
            by_author.setdefault(name, []).append((key, records[0]))
    found = []
    for key, records in studies:
        if key not in preprints:
            continue
        record = records[0]
        first = author_keys(record)[:1]
        if not first or len(title_words(record.title)) < _TELLING:
            continue
        near = [
            (other, paper)
            for other, paper in by_author.get(first[0].partition(" ")[0], ())
            if _one_paper(record, paper)
        ]
        if len(near) == 1:
            text = (
                f"The title is nearly the same, and {_shared(record, near[0][1])} authors are "
                "the same people by name."
            )
            found.append((key, near[0][0], Because(rule="same-title-and-authors", text=text)))
    return found


def _shared(one: Record, other: Record) -> int:
    return len(shared_authors(author_keys(one), author_keys(other)))


def _one_paper(preprint: Record, paper: Record) -> bool:
    years = preprint.year, paper.year
    if not years[0] or not years[1] or not 0 <= years[1] - years[0] <= _LATEST_JOURNAL_VERSION:
        return False
    a, b = set(title_words(preprint.title)), set(title_words(paper.title))
    if len(b) < _TELLING or len(a & b) < _NEARLY_ALL * len(a | b):
        return False
    mine, theirs = author_keys(preprint), author_keys(paper)
    shared = shared_authors(mine, theirs)
    fewer = min(len(mine), len(theirs))
    return mine[0] in shared and len(shared) >= max(min(3, fewer), _NEARLY_ALL * fewer)


def _series(studies: Sequence[tuple[str, Sequence[Record]]]) -> list[tuple[str, str, Because]]:
    """Versions of one review in a series: each later DOI takes the place of the one before."""
    stems: dict[str, dict[int, str]] = {}
    for key, records in studies:
        for record in records:
            match = _VERSIONED.match(record.doi or "")
            if match and not is_notice(record):
                number = int(match.group(2) or 1)
                stems.setdefault(match.group(1).casefold(), {}).setdefault(number, key)
    found = []
    for stem, versions in sorted(stems.items()):
        numbers = sorted(versions)
        for older, newer in pairwise(numbers):
            text = f"Versions {older} and {newer} of one review in a series (DOI {stem})."
            found.append(
                (versions[newer], versions[older], Because(rule="review-series", text=text))
            )
    return found

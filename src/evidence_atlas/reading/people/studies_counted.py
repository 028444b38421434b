"""What a review counts: the studies it includes, and the people in them.

Each count of studies gets points for the words around it (tables/people.toml, `studies`): it
is the number included where they say "included" or "met the criteria", and not where they
tell of the search. The first of those with most points is taken.
"""

from __future__ import annotations

from evidence_atlas.records import Participants, Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import numbers
from . import places
from .mentions import Mention

_CUES: dict[str, Cue] = {n: cue(p) for n, p in tables.load("people")["studies"].items()}
_MET_CRITERIA = 5
_BEFORE = 46


def read(
    document: Document, seen: list[Mention]
) -> tuple[Participants, dict[str, tuple[Quote, ...]]]:
    """A review counts its studies, and the people in them."""
    studies = _studies(document)
    people = _people(document, seen, studies.value if studies is not None else 0)
    facts = {"studies": studies, "participants_in_studies": people}
    participants = Participants(
        studies=studies.value if studies is not None else None,
        participants_in_studies=people.value if people is not None else None,
    )
    quotes: dict[str, tuple[Quote, ...]] = {
        f"participants.{n}": (c.quote,) for n, c in facts.items() if c is not None
    }
    return participants, quotes


def _studies(document: Document) -> places.Count | None:
    best: tuple[int, places.Count] | None = None
    for _, sentence in document.parts("results", "methods", "aim", "conclusions", "background"):
        text = sentence.text
        if sentence.role == "background" and not _CUES["told_by_us"].search(text):
            continue
        for number in numbers.find(text):
            points, end = _points(text, number)
            if points > 0 and number.value and (best is None or points > best[0]):
                quote = document.quote(sentence.start + number.start, sentence.start + end)
                best = points, places.Count(number.value, quote)
    return best[1] if best is not None else None


def _points(text: str, number: numbers.Number) -> tuple[int, int]:
    """How surely a number counts the studies included (0: it does not), and where that ends."""
    if not number.value or numbers.is_year(text, number) or numbers.is_percent(text, number.end):
        return 0, 0
    bracket = _CUES["bracket"].match(text, number.end)
    noun = _CUES["noun"].match(text, bracket.end() if bracket else number.end)
    if noun is None:
        return (_MET_CRITERIA if _elliptical(text, number) else 0), number.end
    if numbers.opens_range(text, number.end) or _CUES["no_study"].search(noun[0]):
        return 0, 0
    before = text[max(0, number.start - _BEFORE) : number.start]
    if _CUES["a_part_of_them"].search(before):
        return 0, 0
    after = text[noun.end() : noun.end() + 90]
    own = _CUES["included_noun"].match(noun[0]) is not None
    clause = _CUES["clause_end"].split(after)[0]
    lead = _CUES["clause_end"].split(before[-30:])[-1]
    searched = not own and any(_CUES["searched"].search(words) for words in (clause, noun[0], lead))
    points = 4 * (_CUES["included_after"].match(after) is not None)
    points += 3 * (_CUES["included_before"].search(before) is not None)
    points += 2 * _included_later(before, text[noun.end() :])
    points += 2 * (_CUES["with_people_after"].match(after) is not None)
    points += 4 * (own or _CUES["people_told_after"].match(after) is not None)
    points += _CUES["across_before"].search(before) is not None
    points -= 3 * searched + 5 * (own and _CUES["only_found"].match(after) is not None)
    # Fewer may be pooled than are reviewed.
    points -= 2 * (_CUES["for_pooling"].match(after) is not None)
    points -= 2 * (_CUES["part_before"].search(before) is not None)
    return max(0, points), noun.end()


def _included_later(before: str, after: str) -> bool:
    """ "Seven studies using such designs were included": the verb stands further on.

    Not where two kinds are counted: "47 cohort studies and 17 others were included".
    """
    if _CUES["studies_named"].search(before):
        return False
    match = _CUES["included_later"].match(after)
    return match is not None and not numbers.find(_CUES["in_brackets"].sub("", match[0]))


def _elliptical(text: str, number: numbers.Number) -> bool:
    """ "Of 925 studies, six met the inclusion criteria": six are studies.

    So are those of "we screened 925 studies and included six in this review".
    """
    lead = text[max(0, number.start - 140) : number.start]
    last = _CUES["included_last"].search(lead) and _CUES["in_review_next"].match(text, number.end)
    if not last and _CUES["met_next"].match(text, number.end) is None:
        return False
    named = [m.end() for m in _CUES["studies_named"].finditer(lead)]
    return bool(named) and _CUES["people_named"].search(lead, named[-1]) is None


def _people(document: Document, seen: list[Mention], studies: int) -> places.Count | None:
    """The first count of people in a sentence on the studies that is larger than their number."""
    for mention in seen:
        if mention.role not in ("results", "methods") or mention.kind == "controls":
            continue
        if mention.subset or mention.value <= studies:
            continue
        text = places.text_of(document, mention)
        before, _ = places.around(document, mention)
        if _CUES["people_of_part"].search(before):
            continue
        label = mention.labelled_n and _CUES["people_label"].match(text, mention.end)
        if _CUES["studies_named"].search(text) and (
            label or any(_CUES[n].search(before) for n in ("people_before", "data_of_before"))
        ):
            return places.count_of(mention)
    return None

"""What a review counts: the studies it includes, and the people in them.

Each count of studies gets points for the words around it (tables/people.toml, `studies`): it
is the number included where they say "included" or "met the criteria", and not where they
tell of the search. The first of those with most points is taken. People are those of all these
studies: a number that is told of fewer studies, or of one of two groups, is left out or summed.
"""

from __future__ import annotations

from evidence_atlas.records import Participants, Quote, Sentence
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import numbers
from . import places
from .mentions import Mention
from .people_in_lots import people_of_lots, studies_of_lots

_CUES: dict[str, Cue] = {n: cue(p) for n, p in tables.load("people")["studies"].items()}
_MET_CRITERIA, _ELIGIBLE = 5, 3
_BEFORE = 46
_TIMES_AS_MANY = 5
"""Fewer than so many times the studies may be papers or groups."""


def read(
    document: Document, seen: list[Mention]
) -> tuple[Participants, dict[str, tuple[Quote, ...]]]:
    """A review counts its studies, and the people in them."""
    studies = _studies(document)
    told = sum(c.value for c in studies)
    people = people_of_lots(document, seen, told) or _people(
        document, seen, studies[0].value if studies else 0
    )
    if not people and len(studies) == 1:
        people = _labelled(document, studies[0])
    if people and not studies:
        studies = studies_of_lots(document, seen, sum(c.value for c in people))
    facts = {"studies": studies, "participants_in_studies": people}
    participants = Participants(
        studies=sum(c.value for c in studies) or None,
        participants_in_studies=sum(c.value for c in people) or None,
    )
    quotes: dict[str, tuple[Quote, ...]] = {
        f"participants.{n}": tuple(c.quote for c in counts) for n, counts in facts.items() if counts
    }
    return participants, quotes


def _studies(document: Document) -> tuple[places.Count, ...]:
    """The studies included; two counts where two kinds of them are told in one breath."""
    best: tuple[int, tuple[places.Count, ...]] = 0, ()
    for _, sentence in document.parts("results", "methods", "aim", "conclusions", "background"):
        text = sentence.text
        if sentence.role == "background" and not _CUES["told_by_us"].search(text):
            continue
        for number in numbers.find(text):
            points, end = _points(text, number)
            if points > best[0] and number.value:
                quote = document.quote(sentence.start + number.start, sentence.start + end)
                other = _other_kind(document, sentence, number)
                best = points, (places.Count(number.value, quote), *other)
    return best[1]


def _other_kind(
    document: Document, sentence: Sentence, number: numbers.Number
) -> tuple[places.Count, ...]:
    """The second of "four trials and three cohort studies were included"."""
    text = sentence.text
    joint = _CUES["kind_and"].match(text, number.end)
    second = joint and next((n for n in numbers.find(text) if n.start == joint.end()), None)
    noun = second and _CUES["noun"].match(text, second.end + 1)
    if not second or not noun or not second.value or _CUES["no_study"].search(noun[0]):
        return ()
    quote = document.quote(sentence.start + second.start, sentence.start + noun.end())
    return (places.Count(second.value, quote),)


def _second_kind(text: str, number: numbers.Number) -> bool:
    """Whether a number is the second of "four trials and three cohort studies"."""
    joints = (_CUES["kind_and"].match(text, n.end) for n in numbers.find(text[: number.start]))
    return any(joint is not None and joint.end() == number.start for joint in joints)


def _points(text: str, number: numbers.Number) -> tuple[int, int]:
    """How surely a number counts the studies included (0: it does not), and where that ends."""
    if not number.value or numbers.is_year(text, number) or numbers.is_percent(text, number.end):
        return 0, 0
    if _CUES["of_so_many_studies"].match(text, number.end):
        return _ELIGIBLE, number.end
    bracket = _CUES["bracket"].match(text, number.end)
    noun = _CUES["noun"].match(text, bracket.end() if bracket else number.end)
    if noun is None:
        return _elliptical(text, number), number.end
    if numbers.opens_range(text, number.end) or _CUES["no_study"].search(noun[0]):
        return 0, 0
    before = text[max(0, number.start - _BEFORE) : number.start]
    if _CUES["a_part_of_them"].search(before) or _second_kind(text, number):
        return 0, 0
    if _CUES["in_bracket_of_studies"].search(text, 0, number.start):
        return 0, 0  # "19 studies (six trials, …)".
    after = text[noun.end() : noun.end() + 90]
    bare = _CUES["in_brackets"].sub("", text[noun.end() :])[:90]
    lots = _CUES["two_lots"].search(text)
    if lots is not None and noun.end() > lots.start():
        return 0, 0  # "Seven trials with 1,773 people and three cohorts with 12,528".
    own = _CUES["included_noun"].match(noun[0]) is not None
    clause = _CUES["clause_end"].split(after)[0]
    lead = _CUES["clause_end"].split(before[-30:])[-1]
    searched = not own and any(_CUES["searched"].search(words) for words in (clause, noun[0], lead))
    points = 4 * (_CUES["included_after"].match(after) is not None)
    points += 3 * (_CUES["included_before"].search(before) is not None)
    points += 2 * _included_later(before, text[noun.end() :])
    if _CUES["review_found_before"].search(text, 0, number.start):
        points, searched = points + 4, False
    points += 2 * (_CUES["with_people_after"].match(after) is not None)
    people = any(_CUES["people_told_after"].match(words) for words in (after, bare))
    people = people or _CUES["people_told_later"].match(text, noun.end()) is not None
    points += 4 * (own or people)
    points += _CUES["across_before"].search(before) is not None
    points -= 3 * (searched and not people) + 5 * (
        own and _CUES["only_found"].match(after) is not None
    )
    # Fewer may be pooled than are reviewed.
    points -= 2 * (_CUES["for_pooling"].match(after) is not None)
    with_people = _CUES["people_told_before"].search(text, 0, number.start) is not None
    points += 4 * with_people
    points -= 2 * (not with_people and _CUES["part_before"].search(before) is not None)
    points -= 2 * (_CUES["bracket_opened"].search(text, 0, number.start) is not None)
    return max(0, points), noun.end()


def _included_later(before: str, after: str) -> bool:
    """ "Seven studies using such designs were included": the verb stands further on.

    Not where two kinds are counted: "47 cohort studies and 17 others were included".
    """
    if _CUES["studies_named"].search(before):
        return False
    match = _CUES["included_later"].match(after)
    return match is not None and not numbers.find(_CUES["in_brackets"].sub("", match[0]))


def _elliptical(text: str, number: numbers.Number) -> int:
    """How surely "six" counts the studies included in "of 925 studies, six met the criteria".

    So it does in "we screened 925 studies and included six"; less surely in "six were eligible".
    """
    lead = text[max(0, number.start - 140) : number.start]
    last = _CUES["included_last"].search(lead) and _CUES["in_review_next"].match(text, number.end)
    ends = _CUES["ends_next"].match(text, number.end) is not None
    if not last and ends:
        last = _CUES["screened_and_before"].search(lead)
    eligible = _CUES["eligible_next"].match(text, number.end) is not None
    if not last and not eligible and _CUES["met_next"].match(text, number.end) is None:
        return 0
    named = [m.end() for m in _CUES["studies_named"].finditer(lead)]
    if not named or _CUES["people_named"].search(lead, named[-1]) is not None:
        return 0
    return _ELIGIBLE if eligible else _MET_CRITERIA


def _people(document: Document, seen: list[Mention], studies: int) -> tuple[places.Count, ...]:
    """The first count of people in a sentence on the studies that is larger than their number."""
    for mention in seen:
        if mention.role not in ("results", "methods") or mention.kind == "controls":
            continue
        text = places.text_of(document, mention)
        if mention.value <= studies:
            continue
        if _of_all(text, mention, studies):
            return (places.count_of(mention),)
        if mention.subset:
            continue
        before, _ = places.around(document, mention)
        if _CUES["people_of_part"].search(before) or _of_fewer(text, mention, studies):
            continue
        label = mention.labelled_n and _CUES["people_label"].match(text, mention.end)
        if _CUES["studies_named"].search(text) and (
            label or any(_CUES[n].search(before) for n in ("people_before", "data_of_before"))
        ):
            return _with_those_beside(text, mention, seen)
    return ()


def _labelled(document: Document, studies: places.Count) -> tuple[places.Count, ...]:
    """ "Twelve prospective studies (n = 14,220) were included": so many people are in them."""
    sentence = document.sentence_at(studies.quote.start, studies.quote.field)
    if sentence is None or studies.quote.field != "abstract":
        return ()
    label = _CUES["people_of_them_next"].match(sentence.text, studies.quote.end - sentence.start)
    if label is None:
        return ()
    value = int(label["n"].replace(",", ""))
    if value < _TIMES_AS_MANY * studies.value:
        return ()
    start, end = sentence.start + label.start(), sentence.start + label.end()
    return (places.Count(value, document.quote(start, end)),)


def _of_all(text: str, mention: Mention, studies: int) -> bool:
    """ "Of the 2,580 participants in 24 studies": all who are in the studies."""
    told = _CUES["people_of_all_after"].match(text, mention.start + len(mention.phrase))
    counted = numbers.find(told["n"]) if told else ()
    return bool(counted) and counted[0].value == studies


def _studies_in(text: str) -> list[int]:
    """Every count of studies in these words."""
    return [
        n.value or 0
        for n in numbers.find(text)
        if not numbers.is_percent(text, n.end)
        and (noun := _CUES["noun"].match(text, n.end + 1)) is not None
        and not _CUES["no_study"].search(noun[0])
    ]


def _of_fewer(text: str, mention: Mention, studies: int) -> bool:
    """Whether the people are told of some of the studies: "ten trials with 1,922 people" of 42."""
    lead = _CUES["in_brackets"].sub("", text[: mention.start])
    if _CUES["pooled_before"].search(lead):
        return False  # "Our meta-analysis of five studies (n = 2,200)": those are all it pools.
    outside, _, inside = lead.partition("(")
    most = max(_studies_in(inside), default=0) or max(_studies_in(outside), default=0)
    return 1 < most < studies


def _with_those_beside(
    text: str, mention: Mention, seen: list[Mention]
) -> tuple[places.Count, ...]:
    """All of "300 patients and 250 controls"; nobody where more is told of other studies."""
    first = places.count_of(mention)
    if _CUES["more_studies_after"].match(text, mention.end):
        return ()  # "Seven trials with 1,773 patients and three cohorts with 12,528 were included".
    for other in seen:
        if other.sentence == mention.sentence and other.start > mention.start:
            joint = text[mention.end : other.start]
            if other.kind != mention.kind and _CUES["people_joint"].fullmatch(joint):
                return first, places.count_of(other)
            break
    return (first,)

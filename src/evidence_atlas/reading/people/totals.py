"""How a count becomes the total: every count that could be everybody's gets points.

Candidates are the counts of people, and what groups counted side by side add up to ("24
patients and 20 controls"). Points are given for where a count stands and for the words around
it (tables/totals.toml): "a total of 60", "we studied 60 adults", "60 were enrolled" speak for
it; "60 reported", "an independent cohort of 60" against. The one with most is taken, if it has
enough.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import numbers
from .mentions import Mention
from .people_words import CUES, HEAD, VERBS
from .places import Count, around, beside, count_of, span, text_of
from .side_by_side import (
    LABEL,
    added_up,
    compared_with_next,
    described_before,
    is_all_of_list,
    lists,
    of_different_illnesses,
    taken_from_the_first,
    three_groups,
    three_in_a_row,
    told_apart,
    two_arms,
    two_groups,
    two_kinds,
    two_named_arms,
    two_sexes,
    without_whole,
)

_TABLE = tables.load("totals")
_ENOUGH: int = _TABLE["enough"]
_SURE: int = _TABLE["sure"]
_PLACE: dict[str, int] = _TABLE["place"]
_BEFORE: list[tuple[int, Cue]] = [(row["points"], cue(row["cue"])) for row in _TABLE["before"]]
_SMALLER: list[tuple[int, Cue]] = [(row["points"], cue(row["cue"])) for row in _TABLE["smaller"]]
_AFTER: list[tuple[int, Cue]] = [(row["points"], cue(row["cue"])) for row in _TABLE["after"]]


_LONG_BRACKET = cue(r"\s?\([^()]{30,160}\)(?=\s)", 0)
_FINISHED = cue(r"\s(?:completed|finished)\b")


_MOST_GROUPS = 7


_DATABASE, _TIMES = 10_000, 5
"""From so many, and so many times more, those compared were drawn."""
_MAKERS = 7
"""More than so few readers or therapists are studied themselves."""
_PER = frozenset((1000, 10_000, 100_000, 1_000_000))
"""What rates are given of: "15 per 100,000" is nobody's number."""


class _Candidate(NamedTuple):
    """A number that could be everybody's."""

    points: int
    people: Count


def read(
    document: Document,
    pool: list[Mention],
    chosen: Mention | None,
    control: Count | None,
) -> Count | None:
    """Everybody who took part; `chosen` counts the patients, `control` the controls."""
    groups = _groups(document, pool, chosen, control)
    candidates = [*_mentions(document, pool, groups), *(c for _, c in groups)]
    best = max(candidates, key=lambda c: c.points, default=None)
    if best is None or best.points < _ENOUGH:
        return _base(document, pool)
    compared = _drawn_from(best, groups)
    if compared is not None:
        return compared
    if any(best is candidate for _, candidate in groups):
        # "240/1,205 participants had it: mild (n = 170), severe (n = 66)" lists some of them.
        base = _base(document, pool)
        if base is not None and base.value > best.people.value:
            return base
    return None if _one_of_several(document, best, pool) else best.people


def _drawn_from(best: _Candidate, groups: list[tuple[list[Mention], _Candidate]]) -> Count | None:
    """ "Of 3,200,000 adults 45,600 with asthma and 91,200 controls": these were studied."""
    if best.people.value < _DATABASE:
        return None
    for members, candidate in groups:
        kinds = {m.kind for m in members}
        few = candidate.people.value * _TIMES < best.people.value
        if few and "controls" in kinds and len(kinds) > 1 and candidate.points >= _ENOUGH:
            return candidate.people
    return None


def _one_of_several(document: Document, best: _Candidate, pool: list[Mention]) -> bool:
    """Whether others, in a larger cohort or a second study, were studied as well."""
    if best.points >= _SURE:
        return False
    value = best.people.value
    if any(
        CUES["matched_each_of_before"].search(text_of(document, m)[: m.start])
        for m in pool
        if m.value == value and not m.labelled_n
    ):
        return True  # "Each of 143 patients was matched to four people": these were studied too.
    if any(
        m.labelled_n and m.kind != "controls" and m.value > value
        and CUES["cohort_word"].search(m.phrase)
        for m in pool
    ):  # fmt: skip
        return True
    return (
        document.may_hold(CUES["second_study"])
        and CUES["second_study"].search(document.abstract) is not None
    )


def _base(document: Document, pool: list[Mention]) -> Count | None:
    """What shares are taken of, where nothing else is counted: "146/3,202", "443/3,202"."""
    answered = _response_rate(document)
    if answered is not None:
        return answered
    found: dict[int, list[Quote]] = {}
    named: set[int] = set()
    for i, sentence in document.parts("results", "methods"):
        text = sentence.text
        for match in (*CUES["share_of"].finditer(text), *CUES["out_of"].finditer(text)):
            base = int(match["base"].replace(",", ""))
            if base in _PER:
                continue
            start = sentence.start + match.start()
            quote = document.quote(start, sentence.start + match.end())
            found.setdefault(base, []).append(quote)
            behind = HEAD.match(text, match.end() + 1)
            if " of " in quote.text or (behind and not _FINISHED.match(text, behind.end())):
                named.add(base)
            # "Twenty-three patients had it (23/92)": people are told to be the share.
            part = quote.text.split("/")[0].replace(",", "")
            if any(m.sentence == i and str(m.value) == part for m in pool):
                named.add(base)
    base = max(found, default=0)
    quotes = found.get(base, [])
    return Count(base, quotes[0]) if base in named or len(quotes) > 1 else None


def _response_rate(document: Document) -> Count | None:
    """ "The response rate was 104/200": so many answered."""
    for _, sentence in document.parts("results", "methods"):
        match = CUES["response_rate"].search(sentence.text)
        if match is not None:
            start, end = sentence.start + match.start("n"), sentence.start + match.end()
            return Count(int(match["n"].replace(",", "")), document.quote(start, end))
    return None


def _mentions(
    document: Document, pool: list[Mention], groups: list[tuple[list[Mention], _Candidate]]
) -> list[_Candidate]:
    """Each count of people with its points."""
    if not pool:
        return []
    largest = max(m.value for m in pool)
    first = next((m for m in pool if m.sentence is not None and m.kind != "controls"), pool[0])
    only = len({m.value for m in pool}) == 1
    titled = {n.value for n in numbers.find(document.title)}
    members = {id(m): c.people.value for found, c in groups for m in found}
    sums = {c.people.value for _, c in groups}
    labelled = _sums_of_labels(document)
    bases = {id(group[0]) for group in lists(pool) if taken_from_the_first(document, group)}
    candidates = []
    for mention in pool:
        points = _PLACE.get(mention.role, 0) + _words(document, mention, mention.value < largest)
        points += _PLACE["only"] * only
        points += _PLACE["first"] * (mention is first)
        points += _PLACE["largest"] * (mention.value == largest)
        points += _PLACE["again"] * any(
            m.value == mention.value and m.sentence != mention.sentence for m in pool
        )
        points += _PLACE["also_in_title"] * (mention.value in titled)
        points += _PLACE["controls"] * (mention.kind == "controls")
        points += _PLACE["incident"] * _fell_ill(document, mention)
        if _treats(document, mention, largest):
            points += _PLACE["makers"]
        if mention.value < _MAKERS and CUES["makers"].search(mention.phrase):
            points += _PLACE["makers"]
        points += _PLACE["sum_of_groups"] * (mention.value in sums)
        points += _PLACE["sum_of_labels"] * (mention.value in labelled and mention is first)
        if id(mention) in bases or members.get(id(mention), mention.value) != mention.value:
            points += _PLACE["one_of_groups"]
        if mention.labelled_n and CUES["reasons_before"].search(around(document, mention, 160)[0]):
            points += _PLACE["one_of_groups"]
        if mention.phrase == "total":
            points += _PLACE["label_total"]
        elif mention.labelled_n == "N":
            alone = len([m for m in beside(mention, pool) if m.labelled_n == "N"]) == 1
            points += _PLACE["label_N_alone" if alone else "label_n"]
        elif mention.labelled_n:
            points += _PLACE["label_n"]
        candidates.append(_Candidate(points, count_of(mention)))
    return candidates


def _fell_ill(document: Document, mention: Mention) -> bool:
    """ "60 incident cases were documented": they fell ill of more people."""
    before, after = around(document, mention, 46, 60)
    return CUES["incident"].search(mention.phrase) is not None and bool(
        CUES["arose_before"].search(before) or CUES["arose_after"].match(after)
    )


def _treats(document: Document, mention: Mention, largest: int) -> bool:
    """ "15 doctors were randomised to refer": who treats is not who is treated."""
    if not CUES["who_treats"].search(mention.phrase):
        return False
    text, end = text_of(document, mention), mention.start + len(mention.phrase)
    many = largest > _TIMES * mention.value and VERBS["randomised"].search(text) is not None
    return many or CUES["to_treat_after"].match(text, end) is not None


def _sums_of_labels(document: Document) -> set[int]:
    """What the labels of each list add up to: "control (n = 94), walking (n = 139)"."""
    found = set()
    for _, sentence in document.parts("methods", "results"):
        told = [int(m["n"].replace(",", "")) for m in LABEL.finditer(sentence.text)]
        if 1 < len(told) < _MOST_GROUPS:
            found.add(sum(told))
    return found


def spoken_for(document: Document, mention: Mention) -> bool:
    """Whether the words around a count speak for its being everybody: "a sample of 60"."""
    return _words(document, mention, False) > 0


def _words(document: Document, mention: Mention, smaller: bool) -> int:
    """The points for the words around a count; `smaller` where more people are counted."""
    before, after = around(document, mention, 70, 90)
    points = sum(n for n, found in _BEFORE if found.search(before))
    behind = [*_AFTER, *_SMALLER] if smaller else _AFTER
    told = sum(n for n, found in behind if found.match(after))
    if told == 0 and (bracket := _LONG_BRACKET.match(text_of(document, mention), mention.end)):
        # "Fourteen workers (six nurses, five doctors …) were interviewed".
        after = text_of(document, mention)[bracket.end() :][:90]
        told = sum(n for n, found in behind if found.match(after))
    return points + told


def _groups(
    document: Document, pool: list[Mention], chosen: Mention | None, control: Count | None
) -> list[tuple[list[Mention], _Candidate]]:
    """Groups that stand side by side, with what they add up to."""
    found: list[tuple[list[Mention], _Candidate]] = []
    for listed_together in lists(pool):
        # "119 outpatients, 64 men and 55 women, and 72 others": men and women are of the others.
        group = [m for m in listed_together if not CUES["one_sex_only"].fullmatch(m.phrase)]
        group = group if len(group) > 1 else listed_together
        if CUES["found_in"].search(around(document, group[0], 40)[0]):
            continue  # Those in whom a thing was found are some of those looked at.
        if group[0].labelled_n and CUES["reasons_before"].search(
            around(document, group[0], 160)[0]
        ):
            continue
        kinds = {m.kind for m in group}
        if taken_from_the_first(document, group):
            continue  # "Of the set (n = 620), those who … (n = 482)": the second are of the first.
        if kinds == {"controls"}:
            continue  # Those whom the others are compared with are not everybody.
        if compared_with_next(document, group):
            points = _PLACE["both_arms"] + _PLACE.get(group[0].role, 0)
            total = Count(added_up(group), span(document, group))
            found.append((group, _Candidate(points, total)))
            continue
        if "controls" not in kinds and described_before(group, pool):
            continue  # "The 21 patients had asthma (n = 11) or hay fever (n = 8)".
        if "controls" in kinds and len(kinds) > 1:
            points = _PLACE["list_with_controls"]
        elif (
            all(m.labelled_n for m in group)
            or of_different_illnesses(group)
            or three_in_a_row(document, group)
        ):
            points = _PLACE["list_of_arms"]
        else:
            continue
        # What is told behind the last of a list is told of all.
        told = max(_words(document, m, False) for m in (group[0], group[-1]))
        role = _PLACE.get(group[0].role, 0) + max(0, told)
        rest = group[:1] if is_all_of_list(document, group) else without_whole(group)
        found.append(
            (
                rest,
                _Candidate(points + role, Count(added_up(rest), span(document, rest))),
            )
        )
    for three in zip(pool, pool[1:], pool[2:], strict=False):
        if three_groups(document, list(three), pool):
            points = _PLACE["list_of_three"] + _PLACE.get(three[0].role, 0)
            total = Count(added_up(list(three)), span(document, list(three)))
            found.append((list(three), _Candidate(points, total)))
    for pair in itertools.pairwise(pool):
        if _told_of_some(document, pair, pool) or _befell_some(document, pair, pool):
            continue
        if (
            two_kinds(document, *pair)
            or two_sexes(document, *pair, pool)
            or two_arms(document, pair, pool)
            or (two_groups(document, pair, pool) and _words(document, pair[1], False) >= 0)
        ):
            points = _PLACE["list_of_arms"] + _PLACE.get(pair[0].role, 0)
            points += max(0, _words(document, pair[0], False))
            both = list(pair)
            found.append((both, _Candidate(points, Count(added_up(both), span(document, both)))))
    both = two_named_arms(document, pool)
    if both:
        points = _PLACE["both_arms"] + _PLACE.get(both[0].role, 0)
        found.append((both, _Candidate(points, Count(added_up(both), span(document, both)))))
    for mention in pool:
        text = text_of(document, mention)
        other = CUES["other_arm_after"].match(text, mention.end)
        if other is None and CUES["we_assigned_before"].search(text, 0, mention.start):
            other = CUES["to_other_arm_after"].match(text, mention.end)
        if other is not None and not mention.labelled_n:
            made = mention.value + int(other["n"].replace(",", ""))
            points = _PLACE["both_arms"] + _PLACE.get(mention.role, 0)
            found.append(([mention], _Candidate(points, Count(made, mention.quote))))
    listed = any(
        m.kind == "controls" and not (chosen and _beside_others(group, chosen))
        for group, _ in found
        for m in group
    )
    if not listed and chosen is not None and control is not None:
        apart = told_apart(chosen, pool)
        if apart:
            found = [(group, c) for group, c in found if not all(m in apart for m in group)]
            total = Count(added_up(apart), span(document, apart))
            found.append((apart, _Candidate(_PLACE["told_apart"], total)))
    return found


def _beside_others(group: list[Mention], chosen: Mention) -> bool:
    """Whether controls stand beside patients of another illness, the chosen ones elsewhere."""
    ill = {m.illness for m in group if m.kind == "patients"}
    return bool(ill) and chosen.illness is not None and not ill & {None, chosen.illness}


def _told_of_some(document: Document, pair: tuple[Mention, Mention], pool: list[Mention]) -> bool:
    """ "Nausea was frequent (19 and 11 participants)": a bracket of results counts some."""
    first, second = pair
    if first.role != "results":
        return False
    behind = text_of(document, second)[second.end :]
    if CUES["respectively_next"].match(behind):
        return True  # "By 3, 6, 9 and 15 patients, respectively": of groups counted before.
    opened = text_of(document, first)[: first.start].rstrip().endswith("(")
    more = max(m.value for m in pool) > first.value + second.value
    # "12 and 8 patients in the drug and placebo groups, respectively" had it, of more.
    return more and (opened or CUES["respectively_next"].search(behind) is not None)


def _befell_some(document: Document, pair: tuple[Mention, Mention], pool: list[Mention]) -> bool:
    """ "Three relatives and 18 people in hospitals died": so many of those counted elsewhere."""
    more = max(m.value for m in pool) > sum(m.value for m in pair)
    behind = text_of(document, pair[1])[pair[1].end :]
    return more and CUES["befell_after"].match(behind) is not None


def with_controls(
    total: Count, control: Count, chosen: Mention | None, facts: dict[str, Count], all_ill: bool
) -> Count:
    """ "We studied 41 women … as in 41 controls": no total is as small as the controls alone.

    `all_ill`: whether those who are compared with controls have the main condition.
    """
    if total.quote == control.quote or (chosen is not None and chosen.value != total.value):
        return total
    if chosen is None and all_ill:
        facts["patients"] = total
    return Count(total.value + control.value, total.quote)


def per_group(document: Document, pool: list[Mention], total: Count) -> Count | None:
    """What each of three to five groups of one size counts: "360 adults (n = 120 per group)"."""
    for mention in pool:
        groups, rest = divmod(total.value, mention.value)
        if mention.each and not rest and 2 < groups < 6:
            return count_of(mention)
    return None


def of_each(document: Document, pool: list[Mention]) -> tuple[Mention, Count] | None:
    """Two groups of one size: "5,162 matched pairs", "each cohort comprised 300 patients"."""
    for mention in pool:
        if CUES["as_many_after"].match(text_of(document, mention), mention.end):
            return mention, Count(2 * mention.value, mention.quote)
    for mention in pool:
        if mention.of_pairs or (
            mention.each and CUES["two_groups"].search(text_of(document, mention))
        ):
            return mention, Count(2 * mention.value, mention.quote)
    return None

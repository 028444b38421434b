"""What groups of people that are counted side by side add up to: "24 patients and 20 controls"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..document import Document
from .groups_beside import a_second_group, of_each_kind, with_comparison_groups
from .made_up_of import parts_told
from .mentions import Mention
from .people_words import CUES
from .places import Count, around, span, text_of
from .points import PLACE, Candidate, of_words
from .side_by_side import (
    added_up,
    compared_with_next,
    described_before,
    drawn_from_the_second,
    is_all_of_list,
    lists,
    of_different_illnesses,
    taken_from_the_first,
    three_groups,
    three_in_a_row,
    told_apart,
    two_arms,
    two_contrasted,
    two_groups,
    two_kinds,
    two_named_arms,
    two_sexes,
    without_whole,
)

_Sum = tuple[list[Mention], Candidate]
"""Groups that are counted side by side, with what they add up to."""


def read(
    document: Document, pool: list[Mention], chosen: Mention | None, control: Count | None
) -> list[_Sum]:
    """Groups that stand side by side, with what they add up to."""
    found = [*_listed(document, pool), *_in_threes(document, pool), *_in_pairs(document, pool)]
    for both in (with_comparison_groups(document, pool), of_each_kind(document, pool)):
        if both:
            found.append(_added(document, both, PLACE["both_arms"] + PLACE.get(both[0].role, 0)))
    both = two_named_arms(document, pool)
    if both:
        points = PLACE["both_arms"] + PLACE.get(both[0].role, 0)
        found.append(_added(document, both, points))
    found += _with_the_other_arm(document, pool)
    found += _of_one_noun(document, pool)
    listed = any(
        m.kind == "controls" and not (chosen and _beside_others(group, chosen))
        for group, _ in found
        for m in group
    )
    if not listed and chosen is not None and control is not None:
        apart = told_apart(chosen, pool)
        if apart:
            found = [(group, c) for group, c in found if not all(m in apart for m in group)]
            found.append(_added(document, apart, PLACE["told_apart"]))
    return found


def _added(document: Document, group: list[Mention], points: int) -> _Sum:
    return group, Candidate(points, Count(added_up(group), span(document, group)))


def with_a_second(document: Document, pool: list[Mention], seen: list[Mention]) -> list[_Sum]:
    """A group and the second that a later sentence tells of: "another 61 students rated …"."""
    both = a_second_group(document, pool, seen)
    if not both:
        return []
    return [_added(document, both, PLACE["both_arms"] + PLACE.get(both[0].role, 0))]


def _listed(document: Document, pool: list[Mention]) -> Iterator[_Sum]:
    """The groups of one list."""
    for listed_together in lists(pool):
        # "119 outpatients, 64 men and 55 women, and 72 others": men and women are of the others.
        group = [m for m in listed_together if not CUES["one_sex_only"].fullmatch(m.phrase)]
        group = group if len(group) > 1 else listed_together
        if _of_a_part(document, group):
            continue
        if compared_with_next(document, group):
            points = PLACE["both_arms"] + PLACE.get(group[0].role, 0)
            yield _added(document, group, points)
            continue
        kinds = {m.kind for m in group}
        if "controls" not in kinds and described_before(group, pool):
            continue  # "The 21 patients had asthma (n = 11) or hay fever (n = 8)".
        if "controls" in kinds and len(kinds) > 1:
            points = PLACE["list_with_controls"]
        elif (
            all(m.labelled_n for m in group)
            or of_different_illnesses(group)
            or three_in_a_row(document, group)
        ):
            points = PLACE["list_of_arms"]
        else:
            continue
        # What is told behind the last of a list is told of all.
        told = max(of_words(document, m, False) for m in (group[0], group[-1]))
        role = PLACE.get(group[0].role, 0) + max(0, told)
        rest = group[:1] if _first_is_all(document, group) else without_whole(group)
        yield _added(document, rest, points + role)


def _first_is_all(document: Document, group: list[Mention]) -> bool:
    """Whether the first of a list counts all whom the others, or numbers behind it, count."""
    first, *others = group
    if is_all_of_list(document, group):
        return True
    return first.kind == "people" and parts_told(text_of(document, first), first, others)


def _of_a_part(document: Document, group: list[Mention]) -> bool:
    """Whether a list counts some of those who took part, or those compared with the others."""
    told_twice = all(m.labelled_n for m in group) and len({m.phrase for m in group}) < len(group)
    if told_twice and len({m.value for m in group}) == 1:
        return True  # Captions, printed more than once: always the same people.
    if CUES["found_in"].search(around(document, group[0], 40)[0]):
        return True  # Those in whom a thing was found are some of those looked at.
    if group[0].labelled_n and CUES["reasons_before"].search(around(document, group[0], 160)[0]):
        return True
    # "Of the set (n = 620), those who … (n = 482)": the second are of the first.
    if taken_from_the_first(document, group) or drawn_from_the_second(document, group):
        return True
    first = group[0]
    kinds = {m.kind for m in group}
    fewer = len(group) == 2 and first.value > group[1].value and "controls" not in kinds
    if fewer and not first.labelled_n:
        # "Of 301 pupils with a cold, 143 with asthma were followed".
        before = text_of(document, first)[: first.start]
        return CUES["of_all_before"].search(before) is not None
    return kinds == {"controls"}


def _of_one_noun(document: Document, pool: list[Mention]) -> Iterator[_Sum]:
    """ "29, 41 and 35 patients": three or more numbers of one noun."""
    run: list[Mention] = []
    for mention in pool:
        run = [*run, mention] if not run or run[-1].shares_noun else [mention]
        same = len({m.sentence for m in run}) == 1 and not any(m.labelled_n for m in run)
        bare = same and all(m.phrase.replace(",", "").isdigit() for m in run[:-1])
        if not mention.shares_noun and len(run) > len(("two", "numbers")) and bare:
            points = PLACE["list_of_three"] + PLACE.get(run[0].role, 0)
            yield _added(document, run, points + max(0, of_words(document, run[0], False)))


def _in_threes(document: Document, pool: list[Mention]) -> Iterator[_Sum]:
    for three in zip(pool, pool[1:], pool[2:], strict=False):
        if three_groups(document, list(three), pool):
            points = PLACE["list_of_three"] + PLACE.get(three[0].role, 0)
            yield _added(document, list(three), points)


def _in_pairs(document: Document, pool: list[Mention]) -> Iterator[_Sum]:
    for pair in itertools.pairwise(pool):
        if _told_of_some(document, pair, pool) or _befell_some(document, pair, pool):
            continue
        if (
            two_kinds(document, *pair)
            or two_sexes(document, *pair, pool)
            or two_contrasted(document, *pair)
            or two_arms(document, pair, pool)
            or (two_groups(document, pair, pool) and of_words(document, pair[1], False) >= 0)
        ):
            points = PLACE["list_of_arms"] + PLACE.get(pair[0].role, 0)
            points += max(0, of_words(document, pair[0], False))
            yield _added(document, list(pair), points)


def _with_the_other_arm(document: Document, pool: list[Mention]) -> Iterator[_Sum]:
    """One arm whose words name the size of the other: "24 to the drug and 26 to placebo"."""
    for mention in pool:
        text = text_of(document, mention)
        other = CUES["other_arm_after"].match(text, mention.end)
        if other is None and CUES["we_assigned_before"].search(text, 0, mention.start):
            other = CUES["to_other_arm_after"].match(text, mention.end)
        if other is not None and not mention.labelled_n:
            n = other.groupdict().get("n") or other.groupdict().get("m") or ""
            made = mention.value + int(n.replace(",", ""))
            points = PLACE["both_arms"] + PLACE.get(mention.role, 0)
            yield [mention], Candidate(points, Count(made, mention.quote))


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

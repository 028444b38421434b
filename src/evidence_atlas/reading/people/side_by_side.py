"""Groups of people that are counted side by side: what they are to each other."""

from __future__ import annotations

import itertools

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text.brackets import without_brackets
from .mentions import Mention
from .people_words import CUES, VERBS
from .places import beside, text_of

LABEL = cue(r"\bn\s?=\s?(?P<n>\d[\d,]*\d|\d)(?![\d.])")
"""How many of one group, in a list of them."""
_OTHER_NAME = cue(r"\A/[a-z]+", 0)


def described_before(group: list[Mention], pool: list[Mention]) -> bool:
    """Whether labelled groups tell of people whom their sentence has counted before them.

    A slip of the authors is let pass: 178 and 77 of 253.
    """
    made = sum(m.value for m in group)
    return all(m.labelled_n for m in group) and any(
        m.sentence == group[0].sentence
        and not m.labelled_n
        and m.start < group[0].start
        and made - max(1, m.value // 100) <= m.value < 2 * made
        for m in pool
    )


def three_in_a_row(document: Document, group: list[Mention]) -> bool:
    """ "26 survivors of sepsis, 29 patients with asthma and 30 others": three or more in a row."""
    text = text_of(document, group[0])
    return (
        len(group) > 2
        and not any(CUES["one_sex"].search(m.phrase) for m in group)
        and all(
            CUES["list_joint"].fullmatch(text[a.end : b.start])
            for a, b in itertools.pairwise(group)
        )
    )


def of_different_illnesses(group: list[Mention]) -> bool:
    """Groups of different illnesses, of which none could be a small part of another."""
    values = [m.value for m in group]
    return len({m.illness for m in group} - {None}) > 1 and max(values) < 10 * min(values)


def two_kinds(document: Document, first: Mention, second: Mention) -> bool:
    """ "35 parents and 26 children": people of two kinds, side by side."""
    if first.sentence is None or first.sentence != second.sentence:
        return False
    if first.shares_noun and second.start - first.end < 40:
        return True
    text = text_of(document, first)
    given = CUES["received_next"]
    if given.match(text, first.end, second.start) and given.match(text, second.end):
        return True
    if first.kind == second.kind == "people" and CUES["of_two_groups"].fullmatch(
        text[first.start + len(first.phrase) : second.start]
    ):
        return first.phrase.split()[-1] == second.phrase.split()[-1]
    kinds = {first.kind, second.kind}
    if CUES["first_of_studies"].search(text):
        return False  # "Study 1 took in 24 people and 9 partners, and study 2 …".
    if "people" not in kinds or "controls" in kinds or first.labelled_n or second.labelled_n:
        return False
    # "472 babies/toddlers (of whom it tells much) and 539 older children".
    between = _OTHER_NAME.sub("", without_brackets(text)[first.end : second.start])
    beside_them = CUES["family"].search(second.phrase) and not CUES["asked_beside"].search(
        first.phrase
    )
    if beside_them and CUES["and_theirs"].fullmatch(between):
        return True  # "48 adolescents attending a clinic and 48 mothers".
    if not CUES["and_people"].fullmatch(" ".join(["", *between.split(), ""])):
        return False
    return not any(CUES["one_sex"].search(m.phrase) for m in (first, second))


def two_sexes(document: Document, first: Mention, second: Mention, pool: list[Mention]) -> bool:
    """ "10 healthy men and 10 healthy women", where no more people are counted."""
    if first.sentence is None or first.sentence != second.sentence or first.labelled_n:
        return False
    if any(m.value > max(first.value, second.value) for m in pool):
        return False
    sexes = [CUES["two_sexes"].search(m.phrase) for m in (first, second)]
    if any(s is None for s in sexes) or len({s["men"] is None for s in sexes if s}) != 2:
        return False
    between = text_of(document, first)[first.end : second.start]
    return any(CUES[name].fullmatch(between) for name in ("and_people", "from_and_from"))


def two_contrasted(document: Document, first: Mention, second: Mention) -> bool:
    """ "25 older adults with asthma and 25 younger patients": two groups of the same ill people."""
    if first.sentence is None or first.sentence != second.sentence:
        return False
    if not first.kind == second.kind == "patients" or first.labelled_n or second.labelled_n:
        return False
    if second.illness not in (None, first.illness) or first.illness is None:
        return False
    between = text_of(document, first)[first.start + len(first.phrase) : second.start]
    return CUES["contrasted_joint"].fullmatch(between) is not None and any(
        CUES["told_apart_by"].search(m.phrase) for m in (first, second)
    )


def two_arms(document: Document, pair: tuple[Mention, Mention], pool: list[Mention]) -> bool:
    """ "35 patients in the drug arm and 45 in the control arm", where none more are counted."""
    first, second = pair
    if first.sentence is None or first.sentence != second.sentence:
        return False
    text = text_of(document, first)
    both = first.value + second.value
    if any(m.value > both for m in pool):
        return False
    bracketed = all(
        CUES["bracket_before_people"].search(text, 0, m.start) and text.startswith(")", m.end)
        for m in pair
    )
    if bracketed and CUES["compared_joint"].search(text, first.end, second.start):
        return True  # "48 feet (41 patients) were compared with 64 feet (58 patients)".
    if bracketed or all(CUES["clusters_before"].search(text, 0, m.start) for m in pair):
        given = CUES["given_it"].search(text, 0, first.start) is not None
        if given and CUES["or_joint"].search(text, first.end, second.start):
            return True  # "Received the drug (37 patients) or a dummy (36 patients)".
        return VERBS["randomised"].search(text, 0, first.start) is not None
    if CUES["group_contained_before"].search(text, 0, first.start) and CUES[
        "next_group_joint"
    ].fullmatch(text[first.end : second.start]):
        return True
    return all(CUES["arm_next"].match(text, m.end) for m in pair)


def two_named_arms(document: Document, pool: list[Mention]) -> list[Mention]:
    """ "Rest group (n = 17) … walking group (n = 19)", each in its sentence, and nobody else.

    So are "in the walking group, participants (n = 19) …" and those of the control group.
    """
    if len(pool) != len(("first", "second")) or pool[0].sentence == pool[1].sentence:
        return []
    named = all(m.labelled_n and CUES["named_arm"].search(m.phrase) for m in pool)
    before = [text_of(document, m)[: m.start] for m in pool]
    told = all(
        any(CUES[n].search(b) for b in before)
        for n in ("of_an_arm_before", "of_control_arm_before")
    )
    return pool if named or told else []


def two_groups(document: Document, pair: tuple[Mention, Mention], pool: list[Mention]) -> bool:
    """ "217 men with asthma and 197 men with wheeze": each told by what sets it apart."""
    first, second = pair
    if first.sentence is None or first.sentence != second.sentence:
        return False
    if any(m.kind == "controls" or m.labelled_n or m.each for m in pair):
        return False
    text = text_of(document, first)
    ends = [m.start + len(m.phrase) for m in pair]
    between = text[ends[0] : second.start]
    return (
        all(CUES["told_apart_next"].match(text, end) for end in ends)
        and CUES["pair_joint"].fullmatch(between) is not None
        and CUES["of_them_joint"].search(between) is None
        and all(m.value <= first.value + second.value for m in pool)
    )


def compared_with_next(document: Document, group: list[Mention]) -> bool:
    """ "52 patients who fell were compared with a control group of 52 patients"."""
    most = max(m.value for m in group)
    if len(group) > 2 and 2 * most == sum(m.value for m in group):
        return False  # The first are all of whom the others are groups.
    if any(m.labelled_n or m.each or m.subset or m.kind == "controls" for m in group):
        return False
    text = text_of(document, group[0])
    between = text[group[0].start + len(group[0].phrase) : group[1].start]
    if len(group) == 2 and CUES["we_compared_before"].search(text, 0, group[0].start):
        return CUES["with_joint"].fullmatch(between) is not None
    return CUES["were_compared_joint"].fullmatch(between) is not None


def three_groups(document: Document, three: list[Mention], pool: list[Mention]) -> bool:
    """ "120 obese adults with asthma, 110 obese adults without it, and 70 lean adults without"."""
    first, second, third = three
    if first.sentence is None or len({m.sentence for m in three}) > 1:
        return False
    text = text_of(document, first)
    ends = [m.start + len(m.phrase) for m in three]
    return (
        not any(m.labelled_n or m.each or m.subset for m in three)
        and all(CUES["told_apart_next"].match(text, end) for end in ends)
        and CUES["listed_joint"].fullmatch(text[ends[0] : second.start]) is not None
        and CUES["pair_joint"].fullmatch(text[ends[1] : third.start]) is not None
        and CUES["of_them_joint"].search(text, ends[0], third.start) is None
        and all(m.value <= added_up(three) for m in pool)
        # "90 adults with asthma, 40 from the town and 50 from the hills": the first are all.
        and 2 * max(m.value for m in three) < added_up(three)
    )


def taken_from_the_first(document: Document, group: list[Mention]) -> bool:
    """Whether the first of a labelled list is what the others are taken from."""
    first = group[0]
    if not first.labelled_n or any(m.value >= first.value for m in group[1:]):
        return False
    before = text_of(document, first)[: first.start]
    return CUES["base_of_list"].search(before) is not None


def told_first(document: Document, group: list[Mention]) -> list[Mention]:
    """ "51 ill people and 132 controls took part; 48 and 132 finished": the first are everybody."""
    half = len(group) // 2
    first, second = group[:half], group[half:]
    if half < 2 or len(first) != len(second) or group[0].labelled_n:
        return (
            group  # Labels tell of each group once: "women (n = 10; n = 10); men (n = 10; n = 8)".
        )
    between = text_of(document, group[0])[first[-1].end : second[0].start]
    values = [(a.value, b.value) for a, b in zip(first, second, strict=True)]
    again = all(a >= b for a, b in values) and any(a == b for a, b in values)
    return first if again and ";" in between else group


def drawn_from_the_second(document: Document, group: list[Mention]) -> bool:
    """Whether the second of two labels counts those whom the first were drawn from."""
    if len(group) != 2 or not all(m.labelled_n for m in group) or group[0].value > group[1].value:
        return False
    between = text_of(document, group[0])[group[0].end : group[1].start]
    return CUES["drawn_from_joint"].search(between) is not None


def is_all_of_list(document: Document, group: list[Mention]) -> bool:
    """Whether the first counts all whom the labels behind it count: "411 women, rest (n = 94)"."""
    text = text_of(document, group[0])
    told = [int(m["n"].replace(",", "")) for m in LABEL.finditer(text, group[0].end)]
    return len(told) > 1 and sum(told) == group[0].value


def lists(pool: list[Mention]) -> list[list[Mention]]:
    """Counts that stand in one sentence, labelled ones apart from others."""
    found: dict[tuple[int | None, bool], list[Mention]] = {}
    for mention in pool:
        if mention.phrase == "n":
            continue
        found.setdefault((mention.sentence, bool(mention.labelled_n)), []).append(mention)
    return [group for group in found.values() if len(group) > 1]


def without_whole(groups: list[Mention]) -> list[Mention]:
    """ "190 adults, 120 with asthma and 70 healthy controls": the first counts the others."""
    most = max(groups, key=lambda m: m.value)
    rest = [m for m in groups if m is not most]
    if most.kind == "controls":
        return groups
    slip = max(1, most.value // 100) if most.kind == "people" else 0
    sums = (added_up(rest), sum(m.value for m in rest))
    if len(rest) > 1 and min(abs(made - most.value) for made in sums) <= slip:
        return [most]
    return groups


def told_apart(chosen: Mention, pool: list[Mention]) -> list[Mention]:
    """Groups that are counted in different sentences, each illness and the controls once."""
    control = next(m for m in pool if m.kind == "controls")
    compared = [m for m in beside(control, pool) if m.kind == "controls"]
    found = {chosen.illness or "": chosen}
    for mention in pool:
        if mention.kind == "patients" and mention.role == chosen.role and mention.illness:
            found.setdefault(mention.illness, mention)
    return [*found.values(), *compared]


def added_up(groups: list[Mention]) -> int:
    """The groups' sum; a labelled group that is printed twice counts once."""
    told = {(m.phrase, m.value, m.illness, m.kind, not m.labelled_n and m.start): m for m in groups}
    return sum(m.value for m in told.values())

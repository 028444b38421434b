"""How a count becomes the total: every count that could be everybody's gets points.

Candidates are the counts of people, and what groups counted side by side add up to ("24
patients and 20 controls"). Points are given for where a count stands and for the words around
it (tables/totals.toml): "a total of 60", "we studied 60 adults", "60 were enrolled" speak for
it; "60 reported", "an independent cohort of 60" against. The one with most is taken, if it has
enough.
"""

from __future__ import annotations

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from . import sums_of_groups
from .mentions import Mention
from .people_words import CONTROL, CUES, HEAD, NEAR, VERBS
from .places import Count, around, beside, count_of, text_of
from .points import PLACE, TABLE, Candidate, of_words
from .side_by_side import LABEL, drawn_from_the_second, lists, taken_from_the_first

_ENOUGH: int = TABLE["enough"]
_SURE: int = TABLE["sure"]
_FINISHED = cue(r"\s(?:completed|finished)\b")


_MOST_GROUPS = 7


_DATABASE, _TIMES = 10_000, 5
"""From so many, and so many times more, those compared were drawn."""
_MAKERS = 7
"""More than so few readers or therapists are studied themselves."""
_PER = frozenset((1000, 10_000, 100_000, 1_000_000))
"""What rates are given of: "15 per 100,000" is nobody's number."""


def read(
    document: Document,
    pool: list[Mention],
    chosen: Mention | None,
    control: Count | None,
    seen: list[Mention],
) -> Count | None:
    """Everybody who took part; `chosen` counts the patients, `control` the controls.

    `seen` are all counts of people, parts of others too.
    """
    groups = sums_of_groups.read(document, pool, chosen, control)
    groups += sums_of_groups.with_a_second(document, pool, seen)
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


def _drawn_from(best: Candidate, groups: list[tuple[list[Mention], Candidate]]) -> Count | None:
    """ "Of 3,200,000 adults 45,600 with asthma and 91,200 controls": these were studied."""
    if best.people.value < _DATABASE:
        return None
    for members, candidate in groups:
        kinds = {m.kind for m in members}
        few = candidate.people.value * _TIMES < best.people.value
        if few and "controls" in kinds and len(kinds) > 1 and candidate.points >= _ENOUGH:
            return candidate.people
    return None


def _one_of_several(document: Document, best: Candidate, pool: list[Mention]) -> bool:
    """Whether others, in a larger cohort or a second study, were studied as well."""
    own = [m for m in pool if m.quote == best.people.quote and not m.labelled_n]
    if any(
        CUES["other_cohort_after"].match(text_of(document, m), m.start + len(m.phrase))
        or _from_two_databases(document, m)
        for m in own
    ):
        return True
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


def _from_two_databases(document: Document, mention: Mention) -> bool:
    """ "Two databases identified 29,975 women from one and 42,176 from the other"."""
    text, end = text_of(document, mention), mention.start + len(mention.phrase)
    return bool(
        CUES["two_databases"].search(document.abstract)
        and CUES["from_another_after"].match(text, end)
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
        if CUES["animals"].search(text) and not CUES["human"].search(text):
            continue  # "32/36 embryos survived".
        for match in (*CUES["share_of"].finditer(text), *CUES["out_of"].finditer(text)):
            base = int(match["base"].replace(",", ""))
            if base in _PER or CUES["of_places_after"].match(text, match.end()):
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
    document: Document, pool: list[Mention], groups: list[tuple[list[Mention], Candidate]]
) -> list[Candidate]:
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
    drawn = [group for group in lists(pool) if drawn_from_the_second(document, group)]
    bases |= {id(group[1]) for group in drawn}
    candidates = []
    for mention in pool:
        points = PLACE.get(mention.role, 0) + of_words(document, mention, mention.value < largest)
        points += PLACE["only"] * only
        points += PLACE["first"] * (mention is first)
        points += PLACE["largest"] * (mention.value == largest)
        points += PLACE["again"] * any(
            m.value == mention.value and m.sentence != mention.sentence for m in pool
        )
        points += PLACE["also_in_title"] * (mention.value in titled)
        points += PLACE["controls"] * (mention.kind == "controls")
        points += PLACE["incident"] * _fell_ill(document, mention)
        if _treats(document, mention, largest):
            points += PLACE["makers"]
        if mention.value < _MAKERS and CUES["makers"].search(mention.phrase):
            points += PLACE["makers"]
        points += PLACE["sum_of_groups"] * (mention.value in sums)
        points += PLACE["sum_of_labels"] * (mention.value in labelled and mention is first)
        if id(mention) in bases or members.get(id(mention), mention.value) != mention.value:
            points += PLACE["one_of_groups"]
        if mention.labelled_n and CUES["reasons_before"].search(around(document, mention, 160)[0]):
            points += PLACE["one_of_groups"]
        if mention.phrase == "total":
            points += PLACE["label_total"]
        elif mention.labelled_n == "N":
            alone = len([m for m in beside(mention, pool) if m.labelled_n == "N"]) == 1
            alone = alone or any(mention is group[0] for group in drawn)
            points += PLACE["label_N_alone" if alone else "label_n"]
        elif mention.labelled_n:
            points += PLACE["label_n"]
        candidates.append(Candidate(points, count_of(mention)))
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
    return of_words(document, mention, False) > 0


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


def per_group(pool: list[Mention], total: Count) -> Count | None:
    """What each of three to five groups of one size counts: "360 adults (n = 120 per group)"."""
    for mention in pool:
        groups, rest = divmod(total.value, mention.value)
        if mention.each and not rest and 2 < groups < 6:
            return count_of(mention)
    return None


def _groups_of(document: Document, mention: Mention) -> int:
    """Of how many groups a count is the size ("four cohorts of eight"); 0 where of none.

    Nor where its sentence tells of others so: "seven cohorts of eight … and four of eight".
    """
    text, cue = text_of(document, mention), CUES["groups_of_before"]
    told = [t for n in numbers.find(text) if (t := cue.within(text, n.start - NEAR, n.start))]
    own = cue.within(text, mention.start - NEAR, mention.start)
    return (numbers.find(own["times"])[0].value or 0) if own and len(told) == 1 else 0


def of_each(document: Document, pool: list[Mention]) -> tuple[Mention, Count] | None:
    """Two groups of one size: "5,162 matched pairs", "each cohort comprised 300 patients"."""
    several = [(m, t) for m in pool if not m.subset and (t := _groups_of(document, m))]
    if len(several) == 1 and several[0][1] > len(("first", "second")):
        mention, times = several[0]
        return mention, Count(times * mention.value, mention.quote)
    for mention in pool:
        if CUES["as_many_after"].match(text_of(document, mention), mention.end):
            return mention, Count(2 * mention.value, mention.quote)
    for mention in pool:
        text = text_of(document, mention)
        two = CUES["two_groups"].search(text) or (
            CONTROL.search(text, 0, mention.start)
            and document.illness.any_name.search(text, 0, mention.start)
        )
        if mention.of_pairs or (mention.each and two):
            return mention, Count(2 * mention.value, mention.quote)
    return None

"""How many of those counted have the record's main condition, and how many do not."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from ..definitions.conditions_named import main_condition, same_as_main
from ..document import Document
from ..patterns import Named
from ..text import numbers
from . import named_parts
from . import names as condition_names
from .mentions import Mention
from .names import Names
from .people_words import CONTROL, CUES, UNIT
from .places import Count, around, beside, count_of, sentence_of, span, text_of
from .side_by_side import two_sexes
from .stages import taken_in

_BRACKET = cue(r"\([^()]*\)", 0)
_LETTERS = cue(r"[^A-Za-z]", 0)
_DIGIT = cue(r"\d", 0)
_ROUNDED = 0.6
"""How far a printed percentage may be from its number's share of all."""


def controls(found: list[Mention]) -> Count | None:
    """Controls: the first count of them, with others of another name in the same sentence.

    Beside healthy people those who recovered are a group of their own.
    """
    if not found:
        return None
    named = [m for m in found if CONTROL.search(m.phrase)]
    named = named or found
    first = named[0]
    names = {m.phrase.lower(): m for m in named if m.sentence == first.sentence}
    values = [m.value for m in names.values()]
    return Count(sum(values), first.quote) if len(values) > 1 else count_of(first)


def choose(
    document: Document, main: list[Mention], control: list[Mention], pool: list[Mention]
) -> Mention | None:
    """Those with the main condition: beside the controls where there are any, else the first."""
    if not main:
        return None
    if control:
        near = [m for m in main if m.sentence == control[0].sentence]
        named = [m for m in near if m.illness]
        if named or near:
            return (named or near)[0]
    named = [m for m in main if m.illness] or main
    verb = [m for m in named if taken_in(document, m)]
    first = (verb or named)[0]
    if first.illness and len({m.value for m in named if m.sentence == first.sentence}) == 1:
        return first
    unnamed = {m.value for m in main if m.labelled_n and m.illness is None}
    if first.labelled_n and first.illness is None and len(unnamed) > 1:
        return None
    same = [m for m in main if m.sentence == first.sentence and m.value != first.value]
    if same and first.labelled_n and all(m.labelled_n for m in same):
        return None
    return first


def compared_with_main(document: Document, conditions: tuple[str, ...]) -> bool:
    """Whether the text tells of a group with the main condition and of one of controls."""
    main = main_condition(document, conditions)
    if main is None:
        return False
    told = [s.text for _, s in document.parts("aim", "methods")]
    return any(
        main.pattern.search(text) and (CONTROL.search(text) or CUES["never_words"].search(text))
        for text in told
    )


def later_ill(
    document: Document, conditions: tuple[str, ...], patients: list[Mention]
) -> list[Mention]:
    """Those counted with what follows the main condition: "still ill after asthma"."""
    later = [n for n in document.illness.names if n.follows and n.follows in conditions[:1]]
    return [m for m in patients if m.illness and any(n.pattern.search(m.illness) for n in later)]


def together(document: Document, chosen: Mention, pool: list[Mention]) -> Count | None:
    """Patients of every condition in the title, where the title names more than one of them.

    Parts of one group in a list with controls ("22 mild cases, 18 severe cases and 30
    controls") are patients together too.
    """
    for other in beside(chosen, pool):
        if other is not chosen and two_sexes(document, other, chosen, pool):
            both = [other, chosen]  # "10 men and 14 women with asthma".
            return Count(sum(m.value for m in both), span(document, both))
    members = [m for m in beside(chosen, pool) if m.kind == "patients"]
    bare = [m for m in members if m.illness is None]
    same = {m.illness for m in members} <= {None, chosen.illness}
    most = max((m.value for m in members), default=0)
    compared = any(m.kind == "controls" for m in beside(chosen, pool))
    apart = compared and sum(m.value for m in members) != 2 * most
    if len(members) > 1 and same and (bare or chosen.shares_noun or apart):
        if chosen.shares_noun or compared:
            return Count(sum(m.value for m in members), span(document, members))
        return None
    groups: dict[str, Mention] = {}
    for mention in members:
        named = _name_of(document, mention.illness) if mention.illness else None
        if named is None and mention.illness and _spelt_in_title(document, mention.illness):
            groups[f"{mention.illness} {mention.start}"] = mention
        if named is not None and (named in groups or _in_title(document, named)):
            groups[named if named not in groups else f"{named} {mention.start}"] = mention
    followed = {n.follows for n in document.illness.names if n.follows and _word(n) in groups}
    for name in followed:  # Those who are ill after it are not ill with it.
        groups = {k: m for k, m in groups.items() if k.split(" ")[0] != name.replace(" ", "-")}
    found = list(groups.values())
    if len({k.split(" ")[0] for k in groups}) < 2 and not (
        len(found) > 1 and all(m.labelled_n for m in found)
    ):
        return None
    return Count(sum(m.value for m in found), span(document, found))


def pair_of_all(
    document: Document, conditions: tuple[str, ...], pool: list[Mention], total: Count
) -> tuple[Count, Count] | None:
    """ "Altogether 120 patients and 48 controls took part": the two that make up everybody."""
    for one in pool:
        for other in beside(one, pool):
            if (
                (one.kind, other.kind) == ("patients", "controls")
                and one.value + other.value == total.value
                and (one.illness is None or same_as_main(document, conditions, one.illness))
            ):
                return count_of(one), count_of(other)
    return None


def others_of_all(
    document: Document, conditions: tuple[str, ...], pool: list[Mention], total: Count,
    control: Count,
) -> Count | None:  # fmt: skip
    """ "46 who met the definition and 31 volunteers": those who with the controls make up all.

    What is counted elsewhere ("7 patients fainted") is then some of them.
    """
    first = next((m for m in pool if m.quote == control.quote), None)
    if first is None:
        return None
    found = [
        m
        for m in beside(first, pool)
        if m.kind != "controls"
        and m.value + control.value == total.value
        and (m.illness is None or same_as_main(document, conditions, m.illness))
    ]
    return count_of(found[0]) if len(found) == 1 else None


def all_groups(
    document: Document, conditions: tuple[str, ...], chosen: Mention, pool: list[Mention],
    total: Count,
) -> Count | None:  # fmt: skip
    """ "27 with asthma had the drug and 25 with asthma waited": both groups are of the ill."""
    members = [m for m in beside(chosen, pool) if m.kind == "patients"]
    told = all(
        m.illness is not None and same_as_main(document, conditions, m.illness) for m in members
    )
    if len(members) < 2 or not told or sum(m.value for m in members) != total.value:
        return None
    return Count(total.value, span(document, members))


def beside_controls(
    document: Document, conditions: tuple[str, ...], pool: list[Mention]
) -> Count | None:
    """All groups that stand in one list with the controls, where none has another illness."""
    control = next((m for m in pool if m.kind == "controls"), None)
    if control is None:
        return None
    members = [m for m in beside(control, pool) if m.kind != "controls"]
    most = max(members, key=lambda m: m.value, default=None)
    compared = sum(m.value for m in beside(control, pool) if m.kind == "controls")
    if most is not None and len(members) > 1:
        rest = [m for m in members if m is not most]
        if sum(m.value for m in rest) + compared == most.value:
            members = rest
    if any(CUES["mixed_after"].match(text_of(document, m), m.end) for m in members):
        return None
    if not members or any(
        m.illness is not None
        and not same_as_main(document, conditions, m.illness)
        and not _titled(document, m.illness)
        for m in members
    ):
        return None
    return Count(sum(m.value for m in members), span(document, members))


def every_group(
    document: Document,
    conditions: tuple[str, ...],
    pool: list[Mention],
    total: Count,
    control: Count,
) -> Count | None:
    """ "9 with asthma, 9 with asthma on the drug and 9 controls": both groups of the ill.

    Only where they and the controls make up everybody, and each is told to have the condition.
    """
    first = next((m for m in pool if m.kind == "controls"), None)
    if first is None:
        return None
    members = [m for m in beside(first, pool) if m.kind != "controls"]
    made = sum(m.value for m in members)
    if len(members) < 2 or made + control.value != total.value:
        return None
    if any(m.illness is None or not same_as_main(document, conditions, m.illness) for m in members):
        return None
    return Count(made, span(document, members))


def _titled(document: Document, illness: str) -> bool:
    """Whether a condition stands in the title under any of its names ("PTSS" for "PTS/S")."""
    plain = _LETTERS.sub("", illness).lower()
    return any(
        (n.pattern.search(illness) or _LETTERS.sub("", n.name).lower() == plain)
        and (n.pattern.search(document.title) or n.own)
        for n in document.illness.names
    )


def named_in_title(document: Document, illness: str) -> bool:
    """Whether a condition stands in the title, by a name of it or the words of its short form."""
    short = illness.isupper() and illness in document.title
    return short or _titled(document, illness) or _spelt_in_title(document, illness)


def _name_of(document: Document, illness: str) -> str | None:
    """One word for a condition: all names of the atlas's illness are one."""
    for named in document.illness.names:
        if named.pattern.search(illness):
            return _word(named)
    return None


def _spelt_in_title(document: Document, short: str) -> bool:
    """Whether a short form's long one, which the abstract gives, stands in the title."""
    short = short.strip()
    opened = document.abstract.find(f"({short})") if short.isalpha() else -1
    words = document.abstract[:opened].split()[-len(short) :] if opened > 0 else []
    initials = "".join(w[0] for w in words).lower()
    return initials == short.lower() and " ".join(words).lower() in document.title.lower()


def _in_title(document: Document, name: str) -> bool:
    return any(
        _word(n) == name and n.pattern.search(document.title) for n in document.illness.names
    )


def _word(named: Named) -> str:
    return "own" if named.own else named.name.replace(" ", "-")


def either(document: Document, mention: Mention) -> bool:
    """ "patients with asthma or migraine": how many had which is not stated."""
    text = text_of(document, mention)
    illness = document.illness.any_name
    match = illness.search(text, mention.start, mention.start + 110)
    while match is not None and match.start() - mention.start <= 90:
        if CUES["or_another"].match(text, match.end()):
            later = illness.search(text, match.end(), match.end() + 70)
            return later is not None and later.start() - match.end() < 24
        match = illness.search(text, match.end(), mention.start + 110)
    return False


def _had_by(text: str, number: numbers.Number, names: Names) -> bool:
    """ "Asthma was diagnosed in 61": whether the number is of those who have it."""
    if numbers.is_percent(text, number.end) or CUES["no_people_next"].match(text, number.end):
        return False
    start = max(0, number.start - 90)
    return any(
        CUES["had_by_after"].match(text[: number.start], found.end()) is not None
        and (name in names.later or not CUES["only_related"].search(text, 0, found.start()))
        for name in names.main
        for found in name.finditer(text, start, number.start)
    )


def _still_ill(text: str, number: numbers.Number) -> bool:
    """ "59 (27.6%) of them were still unwell"."""
    ill = CUES["still_ill"].search(text, number.end, number.end + 90)
    return (
        ill is not None
        and CUES["part_still_ill"].match(text[number.end : ill.start()]) is not None
        and not _in_bracket(text, number.start)
        and not numbers.is_percent(text, number.end)
    )


def _present_in(text: str, number: numbers.Number) -> bool:
    """ "Symptoms were still present in 45 patients"."""
    before = text[max(0, number.start - 70) : number.start]
    return (
        CUES["still_present_before"].search(before) is not None
        and not numbers.is_percent(text, number.end)
        and not CUES["no_people_next"].match(text, number.end)
    )


def _in_bracket(text: str, place: int) -> bool:
    """Whether a bracket is open at a place."""
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def found_to_have(
    document: Document, conditions: tuple[str, ...], seen: list[Mention], total: Count
) -> Count | None:
    """ "Of these, 33 participants suffered from asthma": the part that has the condition."""
    main = main_condition(document, conditions)
    if main is None:
        return None
    names = condition_names.of(document, main)
    so_called = named_parts.find(document, conditions, names, seen, total)
    if so_called is not None:
        return so_called
    for _, sentence in document.parts("results"):
        for shown in names.found_in(sentence.text):
            told = CUES["share_counted"].match(sentence.text, shown.end())
            n = int(told["n"].replace(",", "")) if told else 0
            if told and abs(100 * n / total.value - float(told["share"])) <= _ROUNDED:
                start, end = sentence.start + shown.start(), sentence.start + told.end()
                return Count(n, document.quote(start, end))
        for match in CUES["fraction"].finditer(sentence.text):
            n, base = (int(match[g].replace(",", "")) for g in ("n", "base"))
            named = names.first(sentence.text, max(0, match.start() - 60), match.start())
            if named and "," in sentence.text[named.end() : match.start()]:
                continue
            if base == total.value and named:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                return Count(n, document.quote(start, end))
    for _, sentence in document.parts("results", "methods"):
        if names.first(sentence.text) is None:
            continue
        for number in numbers.find(sentence.text):
            if number.value is None or not 1 < number.value < total.value:
                continue
            if UNIT.match(sentence.text, number.end):
                continue
            if _had_by(sentence.text, number, names):
                return Count(
                    number.value,
                    document.quote(sentence.start + number.start, sentence.start + number.end),
                )
            if main.follows and (
                _still_ill(sentence.text, number) or _present_in(sentence.text, number)
            ):
                return Count(
                    number.value,
                    document.quote(sentence.start + number.start, sentence.start + number.end),
                )
            having = CUES["part_having"].match(sentence.text, number.end)
            if having is None or _in_bracket(sentence.text, number.start):
                continue
            if names.first(having["rest"]) is None:
                continue
            if CUES["lacking_words"].search(having[0]):
                continue
            start, end = sentence.start + number.start, sentence.start + having.end()
            return Count(number.value, document.quote(start, end))
    if "/" not in total.quote.text and main.pattern.search(sentence_of(document, total)):
        return None
    for mention in seen:
        if mention.sentence is None or mention.role not in ("results", "methods"):
            continue
        if len([m for m in seen if m.sentence == mention.sentence and m.kind == "people"]) > 2:
            continue
        if _in_bracket(text_of(document, mention), mention.start):
            continue
        _, after = around(document, mention, 0, 70)
        named = names.first(after)
        if named and _DIGIT.search(_BRACKET.sub("", after[: named.start()])):
            continue
        if named and CUES["found_to_have"].search(after, 0, named.start()):
            return count_of(mention)
    return None

"""How many of those counted have the record's main condition, and how many do not."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from ..definitions.conditions_named import main_condition
from ..document import Document
from ..patterns import Named
from .mentions import Mention
from .people_words import CONTROL, CUES, HEAD
from .places import Count, beside, count_of, span, text_of
from .side_by_side import two_contrasted, two_sexes
from .stages import taken_in

_LETTERS = cue(r"[^A-Za-z]", 0)


def controls(document: Document, found: list[Mention]) -> Count | None:
    """Controls: the first count of them, with others of another name in the same sentence.

    Beside healthy people those who recovered are a group of their own, unless they are called
    one of two control groups.
    """
    if not found:
        return None
    named = [m for m in found if CONTROL.search(m.phrase)]
    if not named or any(CUES["control_groups"].search(text_of(document, m)) for m in named):
        named = found
    first = named[0]
    if len(named) < len(found) and first.labelled_n == "":
        named = [m for m in found if m in named or _shares_noun(document, m, first)]
    names = {m.phrase.lower(): m for m in named if m.sentence == first.sentence}
    values = [m.value for m in names.values()]
    return Count(sum(values), first.quote) if len(values) > 1 else count_of(first)


def _shares_noun(document: Document, mention: Mention, control: Mention) -> bool:
    """ "60 uninfected and 20 earlier controls": the noun for both stands with the last."""
    return (
        mention.sentence == control.sentence
        and mention.kind == "controls"
        and not HEAD.search(mention.phrase)
        and text_of(document, mention)[mention.end : control.start] == " and "
    )


def choose(document: Document, main: list[Mention], control: list[Mention]) -> Mention | None:
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
    # "Patients with asthma were matched to patients without asthma".
    return any(
        main.pattern.search(text[: lack.start()])
        for text in told
        for lack in main.pattern.finditer(text)
        if CUES["lacking_before"].search(text[max(0, lack.start() - 12) : lack.start()])
    ) or any(
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
        if other is not chosen and two_contrasted(document, chosen, other):
            return Count(chosen.value + other.value, span(document, [chosen, other]))
    members = [
        m
        for m in beside(chosen, pool)
        if m.kind == "patients" and not (chosen.illness and _stand_against(document, m))
    ]
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


def _stand_against(document: Document, mention: Mention) -> bool:
    """ "Compared with matched patients (n = 80)": no illness is named, so they may lack it."""
    if mention.illness is not None or not mention.labelled_n:
        return False
    return (
        CUES["matched_label_before"].search(text_of(document, mention), 0, mention.start)
        is not None
    )


def titled(document: Document, illness: str) -> bool:
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
    return short or titled(document, illness) or _spelt_in_title(document, illness)


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
    for named in illness.finditer(text, mention.start):
        if CUES["or_other_illness"].match(text, named.end()):
            return True
    match = illness.search(text, mention.start, mention.start + 110)
    while match is not None and match.start() - mention.start <= 90:
        if CUES["or_another"].match(text, match.end()):
            later = illness.search(text, match.end(), match.end() + 70)
            return later is not None and later.start() - match.end() < 24
        match = illness.search(text, match.end(), mention.start + 110)
    return False

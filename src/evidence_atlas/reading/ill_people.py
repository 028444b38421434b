"""How many of those counted have the record's main condition, and how many do not."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from .conditions_named import main_condition, same_as_main
from .document import Document
from .mentions import Mention
from .patterns import Named
from .people_words import CONTROL, CUES
from .places import Count, around, beside, count_of, span, text_of
from .stages import taken_in


_BRACKET = cue(r"\([^()]*\)", 0)
_LETTERS = cue(r"[^A-Za-z]", 0)
_DIGIT = cue(r"\d", 0)


def controls(found: list[Mention]) -> Count | None:
    """Controls: the first count of them, with others of another name in the same sentence.

    Beside healthy people those who recovered are a group of their own.
    """
    if not found:
        return None
    named = [m for m in found if CONTROL.search(m.phrase)] or found
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


def together(document: Document, chosen: Mention, pool: list[Mention]) -> Count | None:
    """Patients of every condition in the title, where the title names more than one of them.

    Parts of one group in a list with controls ("22 mild cases, 18 severe cases and 30
    controls") are patients together too.
    """
    members = [m for m in beside(chosen, pool) if m.kind == "patients"]
    bare = [m for m in members if m.illness is None]
    if len(members) > 1 and len(bare) == len(members):
        if any(m.kind == "controls" for m in beside(chosen, pool)):
            return Count(sum(m.value for m in members), span(document, members))
        return None
    groups: dict[str, Mention] = {}
    for mention in members:
        named = _name_of(document, mention.illness) if mention.illness else None
        if named is not None and (named in groups or _in_title(document, named)):
            groups[named if named not in groups else f"{named} {mention.start}"] = mention
    found = list(groups.values())
    if len({k.split(" ")[0] for k in groups}) < 2 and not (
        len(found) > 1 and all(m.labelled_n for m in found)
    ):
        return None
    return Count(sum(m.value for m in found), span(document, found))


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
    if not members or any(
        m.illness is not None
        and not same_as_main(document, conditions, m.illness)
        and not _titled(document, m.illness)
        for m in members
    ):
        return None
    return Count(sum(m.value for m in members), span(document, members))


def _titled(document: Document, illness: str) -> bool:
    """Whether a condition stands in the title under any of its names ("MECFS" for "ME/CFS")."""
    plain = _LETTERS.sub("", illness).lower()
    return any(
        (n.pattern.regex.search(illness) or _LETTERS.sub("", n.name).lower() == plain)
        and (n.pattern.search(document.title) or n.own)
        for n in document.illness.names
    )


def _name_of(document: Document, illness: str) -> str | None:
    """One word for a condition: all names of the atlas's illness are one."""
    for named in document.illness.names:
        if named.pattern.regex.search(illness):
            return _word(named)
    return None


def _in_title(document: Document, name: str) -> bool:
    return any(
        _word(n) == name and n.pattern.search(document.title) for n in document.illness.names
    )


def _word(named: Named) -> str:
    return "own" if named.own else named.name.replace(" ", "-")


def either(document: Document, mention: Mention) -> bool:
    """ "patients with asthma or migraine": how many had which is not stated."""
    text = text_of(document, mention)
    illness = document.illness.any_name.regex
    match = illness.search(text, mention.start, mention.start + 110)
    while match is not None and match.start() - mention.start <= 90:
        if CUES["or_another"].match(text, match.end()):
            later = illness.search(text, match.end(), match.end() + 70)
            return later is not None and later.start() - match.end() < 24
        match = illness.search(text, match.end(), mention.start + 110)
    return False


def all_have_it(
    document: Document,
    conditions: tuple[str, ...],
    seen: list[Mention],
    total: Count,
    randomised: bool,
) -> bool:
    """Whether a study on "people with asthma" that knows of no others counts only patients."""
    main = main_condition(document, conditions)
    if main is None or any(m.kind == "controls" and "healthy" in m.phrase.lower() for m in seen):
        return False
    if any(either(document, m) for m in seen):
        return False
    if any(
        m.illness is not None and not m.subset and m.role in ("aim", "methods", "title")
        and document.illness.any_name.regex.search(m.illness)
        and not same_as_main(document, conditions, m.illness)
        for m in seen
    ):  # fmt: skip
        return False
    if CUES["other_people"].search(document.title) or CUES["other_people"].search(
        _behind(document, total)
    ):
        return False
    # "In patients with asthma" in the title: what else they have had is no other group.
    titled = _names_them(main, document.title) or _lived_with(main, document.title)
    if not titled and any(
        m.quote == total.quote and m.illness and not same_as_main(document, conditions, m.illness)
        for m in seen
    ):
        return False
    if _lacked_by_some(document, main) or _of_another(document, main, total, titled):
        return False
    told = [document.title, *(s.text for _, s in document.parts("aim", "methods"))]
    others = CUES["compared_in_trial"] if randomised or titled else CUES["others_too"]
    if any(others.search(text) for text in told):
        return False
    told += [s.text for _, s in document.parts("background") if CUES["own_study"].search(s.text)]
    if titled or any(_has_it(main, text, i == 0) for i, text in enumerate(told)):
        return True
    return _counted_with_it(document, main, total)


def _behind(document: Document, total: Count) -> str:
    """The total and the words behind it in its sentence."""
    if total.quote.field == "title":
        return total.quote.text
    place = total.quote.start
    sentence = next((s for s in document.sentences if s.start <= place < s.end), None)
    if sentence is None:
        return total.quote.text
    return sentence.text[place - sentence.start :][: len(total.quote.text) + 130]


def _counted_with_it(document: Document, main: Named, total: Count) -> bool:
    """Whether the words behind the total say it: "99 adults hospitalised for asthma"."""
    behind = _behind(document, total)[len(total.quote.text) :]
    named = main.pattern.regex.search(behind)
    return named is not None and bool(CUES["has_it_before"].search(behind[: named.start()]))


def _lacked_by_some(document: Document, main: Named) -> bool:
    """ "Without asthma" anywhere: not all who took part have it."""
    text = document.abstract
    return any(
        CUES["lacking_before"].regex.search(text, max(0, m.start() - 12), m.start())
        for m in main.pattern.finditer(text)
    )


def _names_them(main: Named, title: str) -> bool:
    """Whether a title says "patients with asthma" or "asthma patients", and asks for no more."""
    return any(
        (
            CUES["who_have_before"].search(title[max(0, match.start() - 45) : match.start()])
            or CUES["are_patients_after"].match(title, match.end())
        )
        and not CUES["asks_who_before"].search(title[: match.start()])
        for match in main.pattern.finditer(title)
    )


def _lived_with(main: Named, title: str) -> bool:
    """Whether a title is on living with the condition or treating it, so on those who have it."""
    named = main.pattern.search(title)
    return (
        named is not None
        and CUES["lived_or_treated"].search(title) is not None
        and not CUES["asks_who_before"].search(title[: named.start()])
    )


def _of_another(document: Document, main: Named, total: Count, titled: bool) -> bool:
    """Whether title or count names people with another condition ("after influenza")."""
    sentence = _sentence(document, total)
    for text, alone in ((document.title, False), ("" if titled else sentence, True)):
        for match in document.illness.any_name.finditer(text):
            other = not (
                main.pattern.regex.search(match[0])
                or (main.own and document.illness.any_own.regex.search(match[0]))
            )
            if other and (alone or CUES["are_patients_after"].match(text, match.end())):
                return True
    return False


def _sentence(document: Document, count: Count) -> str:
    """The sentence of a count; the title's counts have none."""
    if count.quote.field == "title":
        return ""
    place = count.quote.start
    return next((s.text for s in document.sentences if s.start <= place < s.end), "")


def _has_it(main: Named, text: str, title: bool) -> bool:
    """Whether the people of a sentence have the condition: it names them with it.

    In a title "in asthma" is enough, unless it is what is looked for in people ("risk factors
    in asthma" has them, "prevalence of asthma" has not).
    """
    for match in main.pattern.finditer(text):
        before = text[max(0, match.start() - 75) : match.start()]
        if CUES["who_have_before"].search(before) or CUES["are_patients_after"].match(
            text, match.end()
        ):
            return True
        if (
            title
            and CUES["in_before"].search(before)
            and not CUES["asks_who_before"].search(before)
        ):
            return True
    return False


def _in_bracket(text: str, place: int) -> bool:
    """Whether a bracket is open at a place."""
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def found_to_have(
    document: Document, conditions: tuple[str, ...], seen: list[Mention], total: Count
) -> Count | None:
    """ "Of these, 33 participants suffered from asthma": the part that has the condition."""
    main = main_condition(document, conditions)
    if main is None or main.own:
        return None
    for _, sentence in document.parts("results"):
        for match in CUES["fraction"].finditer(sentence.text):
            n, base = (int(match[g].replace(",", "")) for g in ("n", "base"))
            named = main.pattern.regex.search(
                sentence.text, max(0, match.start() - 60), match.start()
            )
            if named and "," in sentence.text[named.end() : match.start()]:
                continue
            if base == total.value and named:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                return Count(n, document.quote(start, end))
    if "/" not in total.quote.text and main.pattern.search(_sentence(document, total)):
        return None
    for mention in seen:
        if mention.sentence is None or mention.role not in ("results", "methods"):
            continue
        if len([m for m in seen if m.sentence == mention.sentence and m.kind == "people"]) > 2:
            continue
        if _in_bracket(text_of(document, mention), mention.start):
            continue
        _, after = around(document, mention, 0, 70)
        named = main.pattern.regex.search(after)
        if named and _DIGIT.search(_BRACKET.sub("", after[: named.start()])):
            continue
        if named and CUES["found_to_have"].regex.search(after, 0, named.start()):
            return count_of(mention)
    return None

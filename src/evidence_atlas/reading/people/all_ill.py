"""Whether all who took part have the record's main condition, where no count says so.

"We studied 60 adults" in a report titled "Sleep in people with asthma" counts 60 with asthma,
unless the text knows of others: controls, another illness, people without it, those who care
for them, or a population in which it is looked for.
"""

from __future__ import annotations

import re

from evidence_atlas.records.cues import cue

from .. import tables
from ..definitions.conditions_named import main_condition, same_as_main
from ..document import Document
from ..patterns import Named
from . import ill_people, short_forms
from .mentions import Mention
from .people_words import CUES, HEAD
from .places import Count, sentence_of
from .said_to_have_it import (
    asked,
    asked_for,
    counted_with_it,
    has_it,
    ill_themselves,
    lacked_by_some,
    lived_with,
    names_them,
    of_another,
    share_has_it,
    words_behind,
)

_TABLE = tables.load("all_ill")
_TOLD = {name: cue(pattern) for name, pattern in _TABLE["told"].items()}
_WEIGHTS: dict[str, int] = _TABLE["weights"]
_TIES = frozenset(_TABLE["ties"])
_WORDS_BEFORE = 110
_BEFORE = 90
"""Characters before a number alone in which those it counts are named."""
_UNTIED = "nothing ties them to it"
_DRAWN = "drawn from more who have it"
_ASKED = "those asked have it"
_SOME_SAID_TO_LACK_IT = frozenset(("lacked by some", "a share has it"))
_SOME_LACK_IT = _SOME_SAID_TO_LACK_IT | {"other_people behind"}
_OTHERS_TOO = frozenset(("other_people in methods", "others_too in methods"))
_TAKEN_IN = "only they taken in"
_OF_ITS_CLINIC = "taken from its clinic"
_TITLE_NAMES = "title names nobody else"
_ALL_SAID = "all are said to have it"
_DOUBTED = _SOME_LACK_IT | _OTHERS_TOO | {"of another illness", "general population"}
_TITLE_ON_OTHERS = frozenset(("other_people in title", "others_too in title"))
_TITLED = frozenset(("title names them", "title: they have it"))
_INNER = cue(r"\([^()]*\)", 0)
_OUTER = cue(r"\([^()]*(?:\)|\Z)", 0)


def all_have_it(
    document: Document,
    conditions: tuple[str, ...],
    seen: list[Mention],
    total: Count,
    randomised: bool,
) -> bool:
    """Whether a study that counts `total` people and names no patients counts only patients."""
    found = evidence(document, conditions, seen, total, randomised)
    if _ALL_SAID in found and not found & _SOME_SAID_TO_LACK_IT:
        return True
    if found & {_DRAWN, _ASKED} and not found & _SOME_LACK_IT:
        return True
    if _UNTIED in found and not found & {"in title", "lived_or_treated in title"}:
        return False
    if found & {_TAKEN_IN, _OF_ITS_CLINIC, _TITLE_NAMES} and not found & _DOUBTED:
        return True
    return bool(found) and sum(_WEIGHTS.get(name, 0) for name in found) > 0


def _whose(document: Document, total: Count) -> str:
    """The words that say who is counted: before a number alone, those it goes on about."""
    if HEAD.search(total.quote.text) or total.quote.field != "abstract":
        return total.quote.text
    before = document.abstract[max(0, total.quote.start - _BEFORE) : total.quote.start]
    named = list(HEAD.finditer(before.split(". ")[-1]))
    return named[-1][0] if named else total.quote.text


def evidence(
    document: Document,
    conditions: tuple[str, ...],
    seen: list[Mention],
    total: Count,
    randomised: bool,
) -> frozenset[str]:
    """What speaks for or against it, by name; nothing where the text rules it out.

    That is where healthy people are counted, where the count is of people with one condition
    or another, of those who treat it, or with another than the main one, and where no condition is
    known.
    """
    main = main_condition(document, conditions)
    if main is None or _ruled_out(document, main, conditions, seen, total):
        return frozenset()
    found = {"always", _size(total.value)}
    found |= _of_total(document, main, seen, conditions, total)
    if _drawn_from_ill(document, conditions, seen, total):
        found.add(_DRAWN)
    found |= _of_title(document, main)
    found |= _of_methods(document, main, found)
    found |= {name for name, cues in _TOLD.items() if cues.search(document.whole)}
    if "survey" in found and found & _TITLED:
        found.add("they were surveyed")
    if lacked_by_some(document, main):
        found.add("lacked by some")
    if share_has_it(document, conditions):
        found.add("a share has it")
    if _only_they_taken_in(document, main):
        found.add(_TAKEN_IN)
    if _from_its_clinic(document, main):
        found.add(_OF_ITS_CLINIC)
    if _all_said(document, main):
        found.add(_ALL_SAID)
    if "title names them" in found and not found & _TITLE_ON_OTHERS:
        found.add(_TITLE_NAMES)
    if not found & _OTHERS_TOO and any(asked(main, text) for text in _aim_and_methods(document)):
        found.add(_ASKED)
    if randomised:
        found.add("randomised")
    if main.own:
        found.add("own")
    if main.follows:
        found.add("follows another")
    if len({m.value for m in seen if m.kind == "patients" and not m.subset}) == 1:
        found.add("one count of patients")
    if any(_other_counted(document, conditions, m) for m in seen):
        found.add("another illness counted")
    return frozenset(found)


def _ruled_out(
    document: Document,
    main: Named,
    conditions: tuple[str, ...],
    seen: list[Mention],
    total: Count,
) -> bool:
    """Whether those counted cannot all have it, by whom the text says that it counts."""
    if any(m.kind == "controls" and "healthy" in m.phrase.lower() for m in seen):
        return True
    if any(m.quote == total.quote and CUES["are_well"].search(m.phrase) for m in seen):
        return True  # "821 asymptomatic participants", in a trial too.
    if any(ill_people.either(document, m) for m in seen):
        return True
    named = main.pattern.search(document.title)
    ahead = document.title[: named.start()] if named else ""
    if named and CUES["theirs_too"].search(document.title, named.end()):
        return True
    if CUES["risk_of_before"].search(ahead):
        return True  # "Sleep and the risk of asthma in nurses": who gets it is asked.
    theirs = any(CUES["asked_beside"].search(t) for t in (_whose(document, total), ahead))
    if theirs and not (
        (main.pattern.search(total.quote.text) and not _carers_of(total.quote.text))
        or ill_themselves(main, document.title)
        or _all_said(document, main)
    ):
        return True  # "Twenty physicians": who treat it need not have it.
    return not names_them(main, document.title) and any(
        m.quote == total.quote and m.illness and not same_as_main(document, conditions, m.illness)
        for m in seen
    )


def _carers_of(words: str) -> bool:
    """ "Partners living with somebody who has asthma": the illness is another's."""
    carer = CUES["asked_beside"].search(words)
    return carer is not None and CUES["carers_of"].match(words, carer.end()) is not None


def _aim_and_methods(document: Document) -> list[str]:
    return [s.text for _, s in document.parts("aim", "methods")]


def _of_methods(document: Document, main: Named, found: set[str]) -> set[str]:
    """What aim and methods tell of those who took part, beside what is `found` already."""
    told = _aim_and_methods(document)
    more = set()
    if any(has_it(main, text, False) for text in told):
        more.add("they have it")
    if any(asked_for(main, s.text) for _, s in document.parts("aim")):
        more.add("asked for in aim")
    if not (found | more) & _TIES:
        more.add(_UNTIED)
    return more | {
        f"{name} in methods"
        for name in ("other_people", "others_too", "compared_title")
        if any(CUES[name].search(text) for text in told)
    }


def _drawn_from_ill(
    document: Document, conditions: tuple[str, ...], seen: list[Mention], total: Count
) -> bool:
    """ "Of 1,251 patients with asthma 16 were tested": more people who have it are counted."""
    return any(
        m.kind == "patients"
        and m.value > total.value
        and m.role in ("methods", "results", "aim")
        and m.illness is not None
        and same_as_main(document, conditions, m.illness)
        for m in seen
    )


def _size(value: int) -> str:
    """In what range the total lies: large samples are rarely of patients alone."""
    for limit in (50, 200, 1000, 10_000):
        if value < limit:
            return f"under {limit}"
    return "more"


def _of_total(
    document: Document, main: Named, seen: list[Mention], conditions: tuple[str, ...], total: Count
) -> set[str]:
    """What the total's own words and its sentence say."""
    found: set[str] = set()
    counted = [m for m in seen if m.value == total.value]
    if any(m.kind == "patients" for m in counted):
        found.add("counted as patients")
    if any(m.illness and same_as_main(document, conditions, m.illness) for m in counted):
        found.add("counted with it")
    sentence = sentence_of(document, total)
    if main.pattern.search(total.quote.text):
        found.add("in its words")
    elif main.pattern.search(sentence):
        found.add("in its sentence")
    if counted_with_it(document, main, total):
        found.add("behind it")
    behind = _OUTER.sub("", _INNER.sub("", words_behind(document, total)))
    if CUES["other_people"].search(behind):
        found.add("other_people behind")
    for name in ("lived_or_treated", "others_too"):
        if CUES[name].search(sentence):
            found.add(f"{name} in its sentence")
    if of_another(document, main, total):
        found.add("of another illness")
    return found


def _of_title(document: Document, main: Named) -> set[str]:
    """What the title says of those studied."""
    title = document.title
    found: set[str] = set()
    if names_them(main, title):
        found.add("title names them")
    if lived_with(main, title):
        found.add("title on living with it")
    if has_it(main, title, True):
        found.add("title: they have it")
    if any(
        CUES["its_nature_before"].search(title[: m.start()]) for m in main.pattern.finditer(title)
    ):
        found.add("title on its nature")
    if main.pattern.search(title):
        found.add("in title")
    for name in ("other_people", "others_too", "lived_or_treated", "asks_who_before"):
        if CUES[name].search(title):
            found.add(f"{name} in title")
    return found


def _other_counted(document: Document, conditions: tuple[str, ...], mention: Mention) -> bool:
    return (
        mention.illness is not None
        and not mention.subset
        and mention.role in ("aim", "methods", "title")
        and document.illness.any_name.search(mention.illness) is not None
        and not same_as_main(document, conditions, mention.illness)
    )


def _only_they_taken_in(document: Document, main: Named) -> bool:
    """ "Nurses with asthma were recruited": those who took part had to have it."""
    return _told_of_it(document, main, "had_before", "taken_in_after", "methods")


def _from_its_clinic(document: Document, main: Named) -> bool:
    """ "Adults attending two asthma clinics", "members of an asthma association": they have it."""
    return _told_of_it(document, main, "attending_before", "its_clinic_after", "aim", "methods")


def _all_said(document: Document, main: Named) -> bool:
    """ "All participants experienced relapsing symptoms of asthma": they have it, nurses or not."""
    return _told_of_it(document, main, "all_of_them_before", "goes_on", "methods", "results")


def _told_of_it(document: Document, main: Named, before: str, after: str, *roles: str) -> bool:
    """Whether the condition, under any of its names, stands between two such phrases."""
    forms = [f for f, name in short_forms.find(document).items() if main.pattern.search(name)]
    for _, sentence in document.parts(*roles):
        text = sentence.text
        named = document.illness.any_own if main.own else main.pattern
        places = [m.span() for m in named.finditer(text)]
        places += [m.span() for f in forms for m in re.finditer(rf"\b{re.escape(f)}\b", text)]
        for start, end in places:
            if CUES[after].match(text, end) and CUES[before].search(
                text[max(0, start - _WORDS_BEFORE) : start]
            ):
                return True
    return False

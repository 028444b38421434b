"""Whether all who took part have the record's main condition, where no count says so.

"We studied 60 adults" in a report titled "Sleep in people with asthma" counts 60 with asthma,
unless the text knows of others: controls, another illness, people without it, those who care
for them, or a population in which it is looked for.
"""

from __future__ import annotations

import re

from evidence_atlas.records.cues import cue

from . import ill_people, short_forms
from .conditions_named import main_condition, same_as_main
from .document import Document
from .mentions import Mention
from .patterns import Named
from .people_words import CUES
from .places import Count, sentence_of

_INNER = cue(r"\([^()]*\)", 0)
_OUTER = cue(r"\([^()]*(?:\)|\Z)", 0)


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
    if any(ill_people.either(document, m) for m in seen):
        return False
    if any(
        m.illness is not None and not m.subset and m.role in ("aim", "methods", "title")
        and document.illness.any_name.search(m.illness)
        and not same_as_main(document, conditions, m.illness)
        for m in seen
    ):  # fmt: skip
        return False
    others_asked = CUES["other_people"].search(document.title) or CUES["other_people"].search(
        _OUTER.sub("", _INNER.sub("", _behind(document, total)))
    )
    if others_asked:
        return _only_they_taken_in(document, main)
    # "In patients with asthma" in the title: what else they have had is no other group.
    titled = _names_them(main, document.title) or (
        _lived_with(main, document.title) and not _of_another(document, main, total, True, True)
    )
    if not titled and any(
        m.quote == total.quote and m.illness and not same_as_main(document, conditions, m.illness)
        for m in seen
    ):
        return False
    if share_has_it(document, conditions):
        return False
    if lacked_by_some(document, main) or _of_another(document, main, total, titled):
        return False
    told = [document.title, *(s.text for _, s in document.parts("aim", "methods"))]
    others = CUES["compared_in_trial"] if randomised or titled else CUES["others_too"]
    if any(others.search(text) for text in told):
        return False
    told += [s.text for _, s in document.parts("background") if CUES["own_study"].search(s.text)]
    if titled or any(_has_it(main, text, i == 0) for i, text in enumerate(told)):
        return True
    return _counted_with_it(document, main, total)


def _only_they_taken_in(document: Document, main: Named) -> bool:
    """ "Nurses with asthma were recruited": those who took part had to have it."""
    forms = [f for f, name in short_forms.find(document).items() if main.pattern.search(name)]
    for _, sentence in document.parts("methods"):
        text = sentence.text
        places = [m.span() for m in main.pattern.finditer(text)]
        places += [m.span() for f in forms for m in re.finditer(rf"\b{re.escape(f)}\b", text)]
        for start, end in places:
            if CUES["taken_in_after"].match(text, end) and CUES["had_before"].search(
                text[max(0, start - 60) : start]
            ):
                return True
    return False


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
    named = main.pattern.search(behind)
    return named is not None and bool(CUES["has_it_before"].search(behind[: named.start()]))


def share_has_it(document: Document, conditions: tuple[str, ...]) -> bool:
    """Whether a share of them has it: "35 % had asthma", "asthma prevalence was 35 %"."""
    main = main_condition(document, conditions)
    if main is None:
        return False
    for _, sentence in document.parts("results"):
        if "%" not in sentence.text:
            continue
        for match in main.pattern.finditer(sentence.text):
            before = sentence.text[max(0, match.start() - 60) : match.start()]
            if sentence.text.startswith(("-", "‐"), match.end()):
                continue  # "Asthma-related symptoms"
            if CUES["share_has_it"].search(before):
                return True
            if CUES["frequency_before"].search(before) and CUES["share_after"].match(
                sentence.text, match.end()
            ):
                return True
            if CUES["frequency_after"].match(sentence.text, match.end()):
                return True
    return False


def lacked_by_some(document: Document, main: Named) -> bool:
    """ "Without asthma" anywhere: not all who took part have it."""
    text = document.abstract
    return any(
        CUES["lacking_before"].search(text, max(0, m.start() - 12), m.start())
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
        and not CUES["not_had_after"].match(title, match.end())
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


def _of_another(
    document: Document, main: Named, total: Count, titled: bool, any_other: bool = False
) -> bool:
    """Whether title or count names people with another condition ("after influenza")."""
    sentence = sentence_of(document, total)
    for text, alone in ((document.title, False), ("" if titled else sentence, True)):
        for match in document.illness.any_name.finditer(text):
            other = not (
                main.pattern.search(match[0])
                or (main.own and document.illness.any_own.search(match[0]))
            )
            named = CUES["are_patients_after"].match(text, match.end())
            if other and main.follows and CUES["came_after"].search(text, 0, match.start()):
                continue
            if other and (alone or any_other or named):
                return True
    return False


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
            and not CUES["not_had_after"].match(text, match.end())
            and CUES["in_before"].search(before)
            and not CUES["asks_who_before"].search(before)
        ):
            return True
    return False

"""Whether words say of people that they have the record's main condition, or have another."""

from __future__ import annotations

from ..definitions.conditions_named import main_condition
from ..document import Document
from ..patterns import Named
from .people_words import CUES
from .places import Count, sentence_of


def has_it(main: Named, text: str, title: bool) -> bool:
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


def counted_with_it(document: Document, main: Named, total: Count) -> bool:
    """Whether the words behind the total say it: "99 adults hospitalised for asthma"."""
    behind = words_behind(document, total)[len(total.quote.text) :]
    named = main.pattern.search(behind)
    return named is not None and bool(CUES["has_it_before"].search(behind[: named.start()]))


def words_behind(document: Document, total: Count) -> str:
    """The total and the words behind it in its sentence."""
    place = total.quote.start
    around = document.sentence_at(place, total.quote.field)
    if around is None:
        return total.quote.text
    return around.text[place - around.start :][: len(total.quote.text) + 130]


def _treated(main: Named, text: str) -> bool:
    """ "640 adults treated for asthma": who is treated for it has it."""
    return any(
        CUES["treated_for_before"].within(text, m.start() - 40, m.start())
        for m in main.pattern.finditer(text)
    )


def named_with_them(document: Document, conditions: tuple[str, ...], total: Count) -> bool:
    """Whether the title, or the sentence of a count, names people with the main condition."""
    main = main_condition(document, conditions)
    return main is not None and (
        has_it(main, document.title, True)
        or has_it(main, sentence_of(document, total), False)
        or counted_with_it(document, main, total)
        or _treated(main, sentence_of(document, total))
    )


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
            if CUES["share_has_it"].search(before) or CUES["shared_by_after"].match(
                sentence.text, match.end()
            ):
                return True
            if CUES["frequency_before"].search(before) and CUES["share_after"].match(
                sentence.text, match.end()
            ):
                return True
    return False


def lacked_by_some(document: Document, main: Named) -> bool:
    """ "Without asthma" anywhere: not all who took part have it."""
    text = document.abstract
    return any(
        CUES["lacking_before"].search(text, max(0, m.start() - 12), m.start())
        for m in main.pattern.finditer(text)
    )


def of_another(document: Document, main: Named, total: Count) -> bool:
    """Whether title or count names people with another condition ("after influenza")."""
    sentence = sentence_of(document, total)
    for text, alone in ((document.title, False), (sentence, True)):
        for match in document.illness.any_name.finditer(text):
            other = not (
                main.pattern.search(match[0])
                or (main.own and document.illness.any_own.search(match[0]))
            )
            named = CUES["are_patients_after"].match(text, match.end())
            if other and main.follows and CUES["came_after"].search(text, 0, match.start()):
                continue
            if other and (alone or named):
                return True
    return False


def names_them(main: Named, title: str) -> bool:
    """Whether a title says "patients with asthma" or "asthma patients", and asks for no more."""
    return any(
        (
            CUES["who_have_before"].within(title, match.start() - 45, match.start())
            or CUES["are_patients_after"].match(title, match.end())
        )
        and not CUES["asks_who_before"].search(title[: match.start()])
        and not CUES["not_had_after"].match(title, match.end())
        for match in main.pattern.finditer(title)
    )


def ill_themselves(main: Named, title: str) -> bool:
    """Whether a title is on those who treat or care and have the condition: "nurses with it"."""
    return any(
        (joined := CUES["who_has_it_before"].search(title, 0, m.start())) is not None
        and CUES["asked_beside"].search(title, max(0, joined.start() - 30), joined.start() + 1)
        for m in main.pattern.finditer(title)
    )


def lived_with(main: Named, title: str) -> bool:
    """Whether a title is on living with the condition or treating it, so on those who have it."""
    named = main.pattern.search(title)
    return (
        named is not None
        and CUES["lived_or_treated"].search(title) is not None
        and not CUES["asks_who_before"].search(title[: named.start()])
    )


def asked_for(main: Named, text: str) -> bool:
    """Whether the condition is what is looked for: "the risk of asthma", not "in asthma"."""
    return any(
        CUES["asks_who_before"].within(text, m.start() - 75, m.start())
        for m in main.pattern.finditer(text)
    )


def asked(main: Named, text: str) -> bool:
    """ "An online survey of people with asthma": those who answered have it."""
    return any(
        (
            CUES["asked_before"].within(text, m.start() - 110, m.start())
            or CUES["their_survey_after"].match(text, m.end())
        )
        and not CUES["asked_others_after"].match(text, m.end())
        for m in main.pattern.finditer(text)
    )

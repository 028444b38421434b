"""Those of all who have the record's condition, where a name beside their number tells it.

"Including 133 patients with asthma"; "ten wheezed at night (asthma group)"; "a third having
asthma (n = 425)".
"""

from __future__ import annotations

from ..definitions.conditions_named import same_as_main
from ..document import Document
from ..text import numbers
from .mentions import Mention
from .names import Names
from .people_words import CUES, HEAD
from .places import Count, around, count_of


def find(
    document: Document,
    conditions: tuple[str, ...],
    names: Names,
    seen: list[Mention],
    total: Count,
) -> Count | None:
    """The first number that is named so, in any of these ways."""
    return (
        _included(document, conditions, seen, total)
        or _called_so(document, names, total)
        or _counted_behind(document, names, total)
    )


def _included(
    document: Document, conditions: tuple[str, ...], seen: list[Mention], total: Count
) -> Count | None:
    """ "171 adults, including 133 patients with asthma": those of all who have it."""
    for mention in seen:
        if (
            mention.kind == "patients"
            and mention.role in ("aim", "methods", "results")
            and 1 < mention.value < total.value
            and mention.illness is not None
            and same_as_main(document, conditions, mention.illness)
            and CUES["named_part_before"].search(around(document, mention)[0])
            and HEAD.search(mention.phrase)
        ):
            return count_of(mention)
    return None


def _called_so(document: Document, names: Names, total: Count) -> Count | None:
    """ "Ten wheezed at night (asthma group)": the bracket tells of whom they are."""
    for _, sentence in document.parts("methods", "results"):
        if names.first(sentence.text) is None:
            continue
        for number in numbers.find(sentence.text):
            if number.value is None or not 1 < number.value < total.value:
                continue
            called = CUES["called_behind"].match(sentence.text, number.end)
            if called is None or names.first(called["rest"]) is None:
                continue
            if CUES["lacking_words"].search(called["rest"]):
                continue
            start, end = sentence.start + number.start, sentence.start + called.end()
            return Count(number.value, document.quote(start, end))
    return None


def _counted_behind(document: Document, names: Names, total: Count) -> Count | None:
    """ "A third having asthma (n = 425)": the number stands behind what they have."""
    for _, sentence in document.parts("results"):
        for shown in names.found_in(sentence.text):
            part = CUES["counted_behind"].match(sentence.text, shown.end())
            if part is None or not CUES["having_before"].search(sentence.text, 0, shown.start()):
                continue
            n = int(part["n"].replace(",", ""))
            if 1 < n < total.value:
                start, end = part.span("n")
                return Count(n, document.quote(sentence.start + start, sentence.start + end))
    return None

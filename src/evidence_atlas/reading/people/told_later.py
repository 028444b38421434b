"""Who else is counted in a later sentence than everybody: the compared, staff, those left over.

"We studied 55 adults … compared with a control group of 21"; "23 patients … 18 physicians were
asked as well"; "900 were asked … of the 700 who were left".
"""

from __future__ import annotations

from ..document import Document
from ..patterns import Named
from ..text import numbers
from . import finally_left
from .mentions import Mention
from .people_words import CONTROL, CUES, HEAD, VERBS
from .places import Count, around, count_of, sentence_of, text_of, within

_ROUNDED = 1.0
"""Percentage points by which a printed rate may miss its numbers."""


def compared(document: Document, total: Count, controls: list[Mention]) -> bool:
    """ "We studied 55 adults. … Results were compared with a control group of 21"."""
    first = controls[0] if controls else None
    return (
        first is not None
        and first.quote.start > total.quote.end
        and (
            CUES["compared_before"].search(around(document, first)[0]) is not None
            or CUES["paired_with_before"].search(around(document, first, 120)[0]) is not None
        )
        and text_of(document, first) != sentence_of(document, total)
        and CONTROL.search(sentence_of(document, total)) is None
    )


def two_left(document: Document, facts: dict[str, Count]) -> None:
    """ "6 patients and 4 controls were left out, leaving 74 and 76": these were compared."""
    if not {"total", "patients", "controls"} <= facts.keys():
        return
    begun = [facts[name].value for name in ("patients", "controls")]
    for _, sentence in document.parts("methods", "results"):
        pairs = CUES["pairs_left"].search(sentence.text)
        if pairs and begun[0] == begun[1] and int(pairs["n"].replace(",", "")) < begun[0]:
            start, end = sentence.start + pairs.start("n"), sentence.start + pairs.end()
            left = Count(int(pairs["n"].replace(",", "")), document.quote(start, end))
            facts["patients"] = facts["controls"] = left
            facts["total"] = Count(2 * left.value, left.quote)
            return
        told = CUES["two_left"].search(sentence.text)
        values = [int(told[g].replace(",", "")) for g in "ab"] if told else []
        fewer = all(n <= m for n, m in zip(values, begun, strict=False))
        if told is None or values == begun or not fewer:
            continue
        start, end = sentence.start + told.start("a"), sentence.start + told.end()
        quote = document.quote(start, end)
        facts["patients"], facts["controls"] = (Count(n, quote) for n in values)
        facts["total"] = Count(sum(values), quote)
        return


def answered(document: Document, facts: dict[str, Count]) -> None:
    """ "Forms were sent to 2,500 students. … A response rate of 16 % (n = 400)": these answered."""
    total = facts.get("total")
    if total is None or "controls" in facts:
        return
    for _, sentence in document.parts("results", "methods"):
        told = CUES["rate_and_n"].search(sentence.text)
        if told is None:
            continue
        n = int(told["n"].replace(",", ""))
        if n < total.value and abs(100 * n / total.value - float(told["share"])) <= _ROUNDED:
            start, end = sentence.start + told.start(), sentence.start + told.end()
            _those_left(document, facts, total, Count(n, document.quote(start, end)))
        return


def left_after_exclusions(
    document: Document, facts: dict[str, Count], whole: list[Mention]
) -> None:
    """ "900 students were asked; those ill were excluded. Of the 700 students …": these 700."""
    total = facts.get("total")
    if total is None or "controls" in facts:
        return
    left = _leaving(document, total)
    if left is not None:
        _those_left(document, facts, total, left)
        return
    last = finally_left.find(document, total)
    if last is not None:
        _those_left(document, facts, total, last)
        return
    told = any(CUES["left_out"].search(s.text) for _, s in document.parts("methods"))
    for mention in whole:
        if (
            mention.role == "results"
            and 1 < mention.value < total.value
            and not mention.labelled_n
            and mention.kind != "controls"
            and CUES["opens_with"].fullmatch(text_of(document, mention)[: mention.start])
            and (told or CUES["included_word"].search(mention.phrase))
        ):
            _those_left(document, facts, total, count_of(mention))
            return


def _those_left(document: Document, facts: dict[str, Count], total: Count, left: Count) -> None:
    # Those asked or listed were not taken in, unless it is said that they were.
    if VERBS["enrolled"].search(sentence_of(document, total)):
        facts.setdefault("enrolled", total)
    for name in ("patients", "with_illness", "completed", "analysed"):
        if name in facts and facts[name].value == total.value:
            facts[name] = left
    facts["total"] = left


_PARTS = 3
_LATER = ("done_after_refusals", "of_the_remaining")


def _leaving(document: Document, total: Count) -> Count | None:
    """ "Of 188 who came 34 were excluded, leaving 154", "96 refused; 912 interviews were done"."""
    own = document.sentence_at(total.quote.start, total.quote.field)
    for _, sentence in document.parts("methods", "results"):
        if (
            total.quote.field != "abstract"
            or sentence.start + len(sentence.text) <= total.quote.end
        ):
            continue
        from_here = total.quote.end - sentence.start if sentence == own else 0
        names = ("leaving", "came_after_losses") if sentence == own else _LATER
        start_at = max(0, from_here)
        match = next((m for n in names if (m := CUES[n].search(sentence.text, start_at))), None)
        if match and 1 < (value := int(match["n"].replace(",", ""))) < total.value:
            start = sentence.start + match.start()
            return Count(value, document.quote(start, sentence.start + match.end("n")))
    return None


def asked_beside(document: Document, whole: list[Mention], facts: dict[str, Count]) -> None:
    """ "Interviews with 23 patients and 18 physicians": neither number is everybody's."""
    total = facts.get("total")
    if total is None or "controls" in facts:
        return
    of_staff = CUES["asked_beside"].search(total.quote.text) is not None
    if not of_staff and facts.get("patients") != total:
        return
    same = [
        m
        for m in whole
        if m.sentence is not None and text_of(document, m) == sentence_of(document, total)
    ]
    if len(same) > _PARTS and sum(m.value for m in same) == 2 * total.value:
        return  # "143 took part: 38 young people, 61 parents, 44 teachers": all of them.
    for mention in whole:
        if (
            mention.kind != "controls"
            and mention.role in ("methods", "results")
            and mention.value != total.value
            and HEAD.search(mention.phrase)
            and (CUES["asked_beside"].search(mention.phrase) is not None) != of_staff
            and not within(mention, total)
            and mention.quote != total.quote
            # "Fifteen nurses (thirteen women)": they are those counted before them.
            and not numbers.in_bracket(text_of(document, mention), mention.start)
            and not CUES["done_by_before"].search(text_of(document, mention), 0, mention.start)
            and not CUES["whose_before"].search(text_of(document, mention), 0, mention.start)
            and CUES["took_part_words"].search(text_of(document, mention))
        ):
            told = facts.pop("total")
            for name in ("enrolled", "completed", "analysed"):
                if facts.get(name) == told:
                    del facts[name]
            return


def title_on_others(document: Document, main: Named) -> bool:
    """ "Asthma attacks in patients with migraine": the title's patients have something else."""
    told = CUES["patients_with"].search(document.title)
    return told is not None and main.pattern.search(told[0]) is None

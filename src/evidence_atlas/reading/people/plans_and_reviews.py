"""Whether a record reviews other studies, or plans one: their counts mean something else."""

from __future__ import annotations

from evidence_atlas.records import Group, Participants, Quote

from ..document import Document
from ..text import numbers
from .mentions import Mention
from .people_words import CUES, VERBS
from .places import Count, around, sentence_of, text_of


def is_review(document: Document) -> bool:
    """Whether the record reviews other studies (its own counts are then of studies)."""
    types = " ".join(document.record.publication_types).lower()
    if CUES["cases_reviewed"].search(document.title) and "meta-analysis" not in types:
        return False  # "Two cases and a review of the literature" counts its own people.
    if "review" in types or "meta-analysis" in types:
        return True
    if _gathers_studies(document):
        return True
    if not document.may_hold(CUES["review"]):
        return False
    if (titled := CUES["review"].search(document.title)) is not None:
        # People's genes are pooled in a study of its own.
        return "analys" not in titled[0] or not CUES["pooled_genes"].search(document.title)
    for _, sentence in document.parts("aim", "methods", "background"):
        match = CUES["review"].search(sentence.text)
        if match is None or not CUES["review_of_ours"].search(sentence.text):
            continue
        if match[0].lower().startswith("this") and CUES["charts_reviewed"].search(
            document.abstract
        ):
            continue
        if CUES["review_of_others"].match(sentence.text[match.end() : match.end() + 40]):
            continue
        if "analys" in match[0] and CUES["pooled_genes"].search(document.title):
            continue
        before = sentence.text[max(0, match.start() - 60) : match.start()]
        if sentence.role != "background" or CUES["review_by_us"].search(before):
            return True
    return False


def _gathers_studies(document: Document) -> bool:
    """ "Data sources: nine databases. 12 trials were included", "eight trials were pooled"."""
    if document.may_hold(CUES["pooled_trials"]) and any(
        CUES["pooled_trials"].search(s.text) for s in document.sentences
    ):
        return True
    return (
        document.may_hold(CUES["gathered"])
        and CUES["searched_in"].search(document.abstract) is not None
        and any(CUES["gathered"].search(s.text) for s in document.sentences)
    )


def is_protocol(document: Document) -> bool:
    """Whether the text is a plan: the title says protocol, or the methods are in the future."""
    titled = CUES["protocol_title"].search(document.title) is not None
    if titled and CUES["sure_protocol"].search(document.title):
        return True
    design = CUES["design_title"].search(document.title) is not None
    design = design and CUES["baseline_title"].search(document.title) is None
    if design and any(CUES[n].search(document.abstract) for n in ("not_yet", "future")):
        return True
    if not document.may_hold(CUES["future"]):
        return False
    if titled:  # "The unified protocol for …" may be a treatment, and its study done.
        return True
    future = sum(len(CUES["future"].findall(s.text)) for s in document.sentences)
    if future < 3:
        return False
    past = sum(len(CUES["past"].findall(s.text)) for _, s in document.parts("methods", "results"))
    return future > past


def is_planned(document: Document, total: Count) -> bool:
    """ "330 participants will be randomised": they have not taken part yet."""
    sentence = sentence_of(document, total)
    at = sentence.find(total.quote.text)
    return at >= 0 and CUES["still_to_come"].match(sentence, at + len(total.quote.text)) is not None


def without_the_planned(facts: dict[str, Count], groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups of those who took part; of those who are to, nothing else is kept.

    "180 adults will be recruited and randomised": nobody has been, and nobody has been counted.
    """
    to_come = facts["planned"].quote
    for name in [n for n, count in facts.items() if n != "planned" and count.quote == to_come]:
        del facts[name]
    return tuple(g for g in groups if g.quote != to_come)


def planned(
    document: Document, seen: list[Mention]
) -> tuple[Participants, dict[str, tuple[Quote, ...]]]:
    """A plan counts those who are to take part."""
    for mention in seen:
        if mention.subset or mention.role in ("background", "conclusions") or mention.each:
            continue
        before, after = around(document, mention)
        if CUES["to_be_asked_before"].search(before):
            continue  # "It aims to invite 900 and expects 500 to take part".
        if (
            VERBS["planned"].search(after)
            or VERBS["planned"].search(before)
            or CUES["expected_before"].search(before)
            or (
                VERBS["total"].search(before)
                and CUES["future_word"].search(text_of(document, mention))
            )
        ):
            return _planned(mention.value + _compared_with(document, mention, seen), mention.quote)
    every = _of_every_arm(document, seen)
    if every is not None:
        return _planned(*every)
    aimed = CUES["planned_n"].search(document.abstract) or CUES["planned_size"].search(
        document.abstract
    )
    if aimed is not None:
        return _planned(int(aimed["n"].replace(",", "")), document.quote(*aimed.span()))
    whole = [
        m
        for m in seen
        if m.role in ("methods", "results")
        and not m.subset
        and not m.each
        and not CUES["to_be_asked_before"].search(around(document, m)[0])
    ]
    if whole:
        most = max(whole, key=lambda m: m.value)
        return _planned(most.value + _compared_with(document, most, seen), most.quote)
    return Participants(), {}


def _of_every_arm(document: Document, seen: list[Mention]) -> tuple[int, Quote] | None:
    """ "Two parallel arms … around 47 participants per group": so many in each are planned."""
    each = [
        m
        for m in seen
        if m.each
        and m.role not in ("background", "conclusions")
        and CUES["in_every_arm_next"].match(text_of(document, m), m.end)
    ]
    told = CUES["so_many_arms"].finditer(document.whole)
    arms = {n.value for m in told for n in numbers.find(m["k"]) if n.value}
    if len({m.value for m in each}) != 1 or len(arms) != 1:
        return None
    if any(not m.each and not m.subset and m.role == "methods" for m in seen):
        return None
    return each[0].value * arms.pop(), each[0].quote


def _compared_with(document: Document, mention: Mention, seen: list[Mention]) -> int:
    """ "60 patients and 40 controls will be included": the controls are to take part as well."""
    text = text_of(document, mention)
    return sum(
        m.value
        for m in seen
        if m.sentence == mention.sentence
        and m.kind == "controls" != mention.kind
        and not m.subset
        and CUES["list_joint"].fullmatch(text[mention.end : m.start])
    )


def _planned(value: int, quote: Quote) -> tuple[Participants, dict[str, tuple[Quote, ...]]]:
    return Participants(planned=value), {"participants.planned": (quote,)}

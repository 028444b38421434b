"""`read`: one record's text, turned into one `Reading`."""

from __future__ import annotations

import msgspec

from evidence_atlas.records import (
    Condition,
    Harms,
    Quote,
    Reading,
    Record,
    Who,
    as_written,
    texts,
)

from . import (
    definitions,
    design,
    funding,
    patterns,
    people,
    recomputed,
    results,
    roles,
    treatments,
)
from .definitions import conditions_named, conditions_studied
from .definitions.used import Definitions
from .document import Document
from .names import names_of
from .people import (
    illness_as_outcome,
    others_studied,
    studied_people,
    subjects,
    took_part,
    who,
)
from .people.counted import Counted
from .results import conclusions, harms, reported, what_measured
from .text import passages, unread

VERSION = "reading-52"
Quotes = dict[str, tuple[Quote, ...]]
MAX_CHARACTERS = 50_000
"""Longer abstracts are read up to the last sentence that begins before this place."""


def read(record: Record, condition: Condition) -> Reading:
    """What the title and abstract of `record` say, each fact with its quotes.

    Pure and deterministic. Absent facts are None; a record that cannot be read says why in
    `unread`, and its other fields are empty.
    """
    with names_of(record):
        return _read_record(record, as_written(condition, record))


def _read_record(record: Record, condition: Condition) -> Reading:
    found = texts(record)
    abstract = unread.english(found.get("abstract", ""))
    reason = unread.why(record, abstract)
    if reason is not None:
        return Reading(version=VERSION, unread=reason)
    sentences = tuple(
        s for s in roles.read(record, abstract[:MAX_CHARACTERS]) if s.end <= MAX_CHARACTERS
    )
    document = Document(
        record=record,
        condition=condition,
        illness=patterns.illness(condition),
        title=found.get("title", ""),
        abstract=abstract,
        sentences=sentences,
    )
    return _read(document)


def _read(document: Document) -> Reading:
    record = document.record
    quotes: Quotes = {}
    review = people.is_review(document)
    protocol = people.is_protocol(document)
    named, named_as, named_quotes = conditions_named.read(document)
    ill = conditions_studied.read(document, review)
    quotes.update({f"illnesses.{name}": (quote,) for name, quote in ill.quotes.items()})
    if ill.together is not None:
        quotes["illnesses.together"] = (ill.together,)
    opinion = not review and subjects.opinion(document)
    made, design_quotes = design.read(document, review, opinion)
    counted = people.read(document, named, made.randomised is True)
    outcome = None if review else illness_as_outcome.find(document, counted.participants)
    if outcome is not None:
        counted, named_as = people.without_patients(document, counted), None
        quotes["illness_is_outcome"] = (outcome,)
    counted_some = any(
        not m.subset and m.role not in ("background", "conclusions") for m in counted.mentions
    )
    kinds = subjects.read(document, review, counted_some)
    by_computer = subjects.computed(document, kinds)
    if by_computer is not None:
        quotes["subjects.computed"] = (by_computer,)
    trial = bool(made.randomised or made.placebo or made.single_arm or made.blinding)
    given, against, given_quotes = treatments.read(document, trial and not review, review)
    has_controls = bool(made.controlled or counted.participants.controls)
    # A review without a search tells what its authors know: that is graded by nobody.
    reports = not protocol and not opinion and not (review and reported.only_opinion(document))
    told = results.read(document, made, reports, has_controls, given, against)
    measured, main_measured, measure_quotes = what_measured.measures(document, told, given)
    checked = recomputed.read(document, told, counted.participants, made, counted.quotes)
    # Cells and samples come from people who were selected too; animals do not.
    methods = tuple(p for s in record.fulltext for p in passages.of_section(s.id, s.text))
    others = None if review or opinion else others_studied.find(document)
    if others is not None:
        quotes["others_studied"] = (others,)
    of_the_ill = not review and not opinion and others is None
    defined = definitions.read(document, of_the_ill and kinds != ("animal",), methods)
    if of_the_ill:
        quotes |= _with_the_illness(document, defined, named[0] if named else None)
    # Where nothing has been given yet, no harm can have come of it.
    harm = Harms(status="not_applicable")
    if not protocol and not opinion:
        harm = harms.read(document, bool(given or (trial and "documents" not in kinds)))
        quotes |= harms.beside(document, harm)
    described, who_quotes = who.read(document)
    if not review and not opinion and kinds != ("animal",):
        described, studied = _with_those_studied(document, described, counted)
        who_quotes |= studied
    funder, interests, registration, money_quotes = funding.read(document)
    for part in (
        counted.quotes, design_quotes, given_quotes, measure_quotes, defined.quotes,
        who_quotes, money_quotes,
    ):  # fmt: skip
        quotes.update(part)
    if named_quotes and named_as is not None:
        quotes["condition_as_named"] = tuple(named_quotes)
    return Reading(
        version=VERSION,
        sentences=document.sentences,
        participants=counted.participants,
        who=described,
        design=made,
        criterion=defined.criterion,
        conditions=named,
        condition_as_named=named_as,
        illnesses=ill.names,
        illness_is_outcome=outcome is not None,
        case_definitions=tuple(u.name for u in defined.used),
        definitions=defined.used,
        definitions_joined_by=defined.joined_by,
        subjects=kinds,
        interventions=given,
        comparators=against,
        measures=measured,
        outcomes=main_measured,
        results=told,
        harms=harm,
        conclusions=conclusions.read(document),
        numbers_checked=checked,
        funding=funder,
        interests=interests,
        registration=registration,
        quotes=quotes,
    )


def _with_the_illness(document: Document, defined: Definitions, condition: str | None) -> Quotes:
    """Where the text says that people of the study have the illness, and that these are counted."""
    selected = definitions.selects_people_with_illness(document, defined)
    theirs, are_counted = took_part.find(document, condition)
    quotes: Quotes = {}
    if selected is not None or theirs is not None:
        quotes["people_with_illness"] = tuple(q for q in (selected, theirs) if q is not None)
    if theirs is not None and are_counted:
        quotes["people_with_illness.counted"] = (theirs,)
    return quotes


def _with_those_studied(document: Document, described: Who, counted: Counted) -> tuple[Who, Quotes]:
    """Who took part, with the words by which the text calls those it studied, where it has such."""
    told = studied_people.read(document, counted.mentions, counted.participants.total)
    if told is None:
        return described, {}
    words = " ".join(told.text.split())
    return msgspec.structs.replace(described, studied=words), {"who.studied": (told,)}

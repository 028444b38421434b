"""What may fairly be said of this study: one sentence to carry elsewhere, which stands by itself.

Quick tells who took part and what was found in sentences that lean on each other;
here they are one.
What may not be said stands under What This Study Does Not Prove, and is not told a second time.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text.stems import stems
from evidence_atlas.records import texts

from ..authors.changed_alike import turns_from_another
from ..authors.halves import half_told
from ..authors.one_sided import counts_of_everybody, is_contrasted, one_sided
from ..brief.kinds import WITH_ARMS
from ..material import Material, Piece
from ..results.markers import counted_markers, ways_of
from ..results.performance import kept_for_testing
from ..results.quick_results import quick_result
from ..rules import named
from ..said import Said, said
from ..sentences.standing import leans
from ..slots import Slots
from ..subject.illnesses import illnesses, with_titled
from ..subject.title_subject import NAMES
from ..subject.titled_illness import said_of_people
from ..tables import table
from ..words.clause import says_null
from ..words.noun_phrases import uncapital
from . import observed_findings

_TABLE = table("sections/fair_to_say.toml")
_SAYS_NOTHING = re.compile(_TABLE["says_nothing"], re.IGNORECASE)
_STAYED = re.compile(_TABLE["stayed"], re.IGNORECASE)
_COMPARES = re.compile(_TABLE["compares"], re.IGNORECASE)
_WITH_WHAT = re.compile(_TABLE["with_what"], re.IGNORECASE)
_GROUPS = re.compile(_TABLE["groups"], re.IGNORECASE)
_OWN_STUDIES = re.compile(_TABLE["own_studies"], re.IGNORECASE)
_KNOWN_SHORT = re.compile(_TABLE["known_short"])
_SHORT = re.compile(_TABLE["short"])
_LETTERS = re.compile(r"[A-Za-z]{4,}")
_COMMON = re.compile(_TABLE["common"], re.IGNORECASE)
_GLOSSED = re.compile(r"[\w/-]+ \([a-z][^()]*\)")
_MOST_WORDS = 36
_NO_RESULTS = frozenset({"narrative", "guideline", "comment", "case_report", "series"})
_IN = {
    "trial": "a trial with", "crossover": "a crossover trial with", "review": "a review of",
    "interviews": "interviews with",
}  # fmt: skip
"""What a study of the kind is called in a sentence that others may carry on."""
_IN_FEWER = re.compile(_TABLE["in_fewer"], re.IGNORECASE)
_FOUND_NO = re.compile(_TABLE["found_no"])


def _none_found(found: re.Match[str]) -> str:
    return f"No clear {found[1]} {'were' if found[1].endswith('s') else 'was'} found "


_OPENS_WITH_WHO = re.compile(_TABLE["opens_with_who"])
"""A finding that begins with its own people, or points at words before it."""
_OWN_COUNT = re.compile(_TABLE["own_count"], re.IGNORECASE)
"""It counts people of its own, who need not be those who were studied."""


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """The first result of everybody, with who they were; nothing where either cannot be told."""
    if m.brief.bare or m.brief.kind in ("retracted", "hypothesis", "protocol", *_NO_RESULTS):
        return ()
    people = _who(m, slots)
    if people is None or _lacks_an_illness(m, people):
        return ()
    # A side result is not what a study should be known for.
    counts = counts_of_everybody(m)
    decided = False
    for index in m.brief.main or m.brief.quick[:1]:
        if decided and not _decides(m, index):
            continue
        found = quick_result(m, slots, index) if counts is None else counts.told
        result = m.reading.results[index]
        if found is None or leans(found.text) or result.scope != "all":
            decided = decided or _decides(m, index)
            continue
        if (counts is None and one_sided(m, index)) or turns_from_another(m, result):
            continue
        if _has_its_null(m, index) and " but " not in found.text:
            continue  # better at one time and not at another
        if is_contrasted(m, result.sentence):
            continue  # true only where the treatment was not given, or of another time
        if ways_of(m, result.sentence) and counted_markers(m, slots, result.sentence):
            continue  # one of many markers, told without those that went the other way
        if kept_for_testing(m, m.reading.results[index]):
            continue  # not found in all the people that would be named with it
        if _in_fewer(m, result.text):
            continue
        if result.comparison == "within_group" and "before_after_in_trial" in m.brief.limits:
            continue  # what every group had is not what the treatment did
        if _against_what_differed(m, index) or _only_stayed(m, index, found.text):
            continue
        if not _carries(m, slots, index, found.text):
            continue
        leads = _OPENS_WITH_WHO.match(found.text) or _OWN_COUNT.search(found.text)
        if leads or "“" in found.text or _half_of_the_page(m, slots, found):
            continue
        called = _IN.get(m.brief.kind, "a study of")
        clause = _within(m, _FOUND_NO.sub(_none_found, found.text))
        text = f"In {called} {people.text}, {clause}"
        return (
            said(Piece(text, (*people.support, *found.support)), named("fair-to-say"),
                 label="Fair to say", about=found.about, lay=True),
        )  # fmt: skip
    return ()


def _in_fewer(m: Material, result: str) -> bool:
    """Whether methods say that what it tells of was measured in fewer than took part."""
    total = m.reading.participants.total or 0
    found = (_IN_FEWER.search(s.text) for s in m.reading.sentences if s.role == "methods")
    return any(
        int(at["one"]) + int(at["two"]) < total
        and not _stems(at["what"]).isdisjoint(_stems(result))
        for at in found
        if at is not None
    )


def _decides(m: Material, index: int) -> bool:
    """Whether it is surely a trial's main result: no other is carried elsewhere without it."""
    result = m.reading.results[index]
    null = result.is_null and result.between_groups
    return m.reading.design.randomised is True and (result.primary is True or null)


def _against_what_differed(m: Material, index: int) -> bool:
    """Whether it is a null of groups of people that differed in other things measured.

    Where chance made the groups, or the authors conclude that there was none, the null is the
    result; elsewhere it would hide what was found.
    """
    if m.reading.design.randomised is True or not m.reading.results[index].is_null:
        return False
    if any(s.role == "conclusions" and says_null(s.text) for s in m.reading.sentences):
        return False
    return any(
        r.between_groups and r.scope == "all" and r.direction in ("higher", "lower")
        for r in m.reading.results
    )


def _only_stayed(m: Material, index: int, text: str) -> bool:
    """Whether it tells that a thing stayed as it was, in the place of the result before it."""
    return index not in m.brief.main[:1] and _STAYED.search(text) is not None


def _has_its_null(m: Material, index: int) -> bool:
    """Whether the same sentence tells of the same measure that it differed, and that it did not."""
    one = m.reading.results[index]
    return any(
        other.sentence == one.sentence
        and other.is_null is not one.is_null
        and other.outcome is not None and other.outcome == one.outcome
        for other in m.reading.results
    )  # fmt: skip


def _within(m: Material, sentence: str) -> str:
    """The sentence within another: its first word keeps the capital where it is a name's."""
    first = sentence.split(" ", 1)[0].rstrip(",.;:")
    abstract = texts(m.record).get("abstract", "")
    within = re.search(rf"[a-z0-9,(] \(?{re.escape(first)}\b", abstract)
    # A word that stands with a small letter too is only a part of a name ("Fatigue Scale").
    if re.search(rf"\b{re.escape(uncapital(first))}\b", abstract) and first != uncapital(first):
        within = None
    low = first[:1].lower() + first[1:]
    if within is None and low != first and re.search(rf"\b{re.escape(low)}\b", abstract):
        return low + sentence[len(first) :]
    if first in ("No", "A", "An", "The", "Most", "Some", "All", "Both", "Each"):
        return uncapital(sentence)
    return sentence if within or re.split(r"[-‐‑]", first)[0] in NAMES else uncapital(sentence)


def _who(m: Material, slots: Slots) -> Piece | None:
    """Who was studied, with their illness or what sets them apart; else None."""
    if "patients" in slots and "controls" in slots:
        both = slots["patients"], slots["controls"]
        return Piece(f"{both[0].text} and {both[1].text}", (*both[0].support, *both[1].support))
    if m.brief.kind == "review":
        return slots.get("studies")
    people = slots.get("started_people")
    if people is not None:
        text = slots.all_alone.get(people.text, people.text)
        people = Piece(slots.unquoted.get(text, text), people.support)
    return people if people is not None and " " in people.text.partition(" ")[2] else None


def _lacks_an_illness(m: Material, people: Piece) -> bool:
    """Whether the title says that all of them had an illness with which they are not told."""
    titled = with_titled(m, illnesses(m))
    return any(said_of_people(m, p) and not _names(m, people.text, p.text) for p in titled)


def _names(m: Material, text: str, illness: str) -> bool:
    same = set(m.condition.illnesses_in(illness)) & set(m.condition.illnesses_in(text))
    return bool(same) or illness.casefold() in text.casefold()


def _carries(m: Material, slots: Slots, index: int, text: str) -> bool:
    """Whether it tells something by itself: what, against what, on the study's own question."""
    if len(text.split()) > _MOST_WORDS or _SAYS_NOTHING.search(text):
        return False
    if any(_unknown(m, f[0]) for f in _SHORT.finditer(_GLOSSED.sub("", text))):
        return False
    if m.brief.kind == "review" and _OWN_STUDIES.search(text):
        return False
    several = m.brief.kind in WITH_ARMS or "controls" in slots or "controls_unnumbered" in slots
    if not several and _GROUPS.search(text):
        return False
    against = _WITH_WHAT.search(text) or several or m.brief.kind == "review"
    if _COMPARES.search(text) and not against:
        return False
    return index in m.brief.main[:1] or _on_its_question(m, m.reading.results[index].text)


def _unknown(m: Material, short: str) -> bool:
    return not (_KNOWN_SHORT.match(short) or m.condition.illnesses_in(short))


def _on_its_question(m: Material, result: str) -> bool:
    """Whether a finding shares a word of its own with title or aim."""
    asked = " ".join((m.record.title, *(s.text for s in m.reading.sentences if s.role == "aim")))
    return not _stems(result).isdisjoint(_stems(asked))


def _stems(text: str) -> frozenset[str]:
    return stems(_LETTERS.findall(text), _COMMON.match)


def _half_of_the_page(m: Material, slots: Slots, sentence: Said) -> bool:
    """Whether it is one half of a contrast of which the page tells no other half."""
    if not half_told(m, sentence, []):
        return False
    return half_told(m, sentence, list(observed_findings.write(m, slots)))

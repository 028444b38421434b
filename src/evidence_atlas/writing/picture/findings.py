"""Findings plain enough to be drawn.

A finding is drawn only where two readings agree: the reading's own, and a second one here that
knows a few plain shapes of clause ("pain was lower in A than in B") and nothing else. What was
measured, which way it went and who was set against whom must stand in one such clause, with
nothing that narrows it or takes it back. All other findings are left to the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from evidence_atlas.records import Result, Support, of_result, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.limits import baseline
from ..material import Material, Piece
from ..people.compared import told_apart
from ..results.chance import within_chance
from ..results.result_slots import POINTED_AT
from ..results.whole_clause import clause_quote
from ..said import said
from ..subject.outcome_words import own_start, plural
from ..words.clause import causal, loaded
from ..words.names import length
from ..words.noun_phrases import uncapital, with_article
from ..words.plain_clauses import Plain, plain_between, plain_within, tidy
from ..words.spelled_out import spelled_out
from .marks import TABLE, Drawn, Way, picture_rule
from .words import has_short_form, sentence_of

_W: dict[str, str] = TABLE["findings"]
_TURN = re.compile(_W["turn"], re.IGNORECASE)
_BEFOREHAND = re.compile(_W["beforehand"], re.IGNORECASE)
_PEOPLE = re.compile(
    rf"^(?:\w[\w'-]* ){{0,4}}{_W['people']}(?: (?:with|without|treated in) [\w' /-]+)?$",
    re.IGNORECASE,
)
_NONE_CLEAR = re.compile(_W["none_clear"], re.IGNORECASE)
_BARE_ADJECTIVE = re.compile(_W["bare_adjective"], re.IGNORECASE)
_GROUP = re.compile(_W["group"], re.IGNORECASE)
_VERB = re.compile(_W["verb"], re.IGNORECASE)
_PLAIN_PEOPLE = re.compile(_W["plain_people"], re.IGNORECASE)
_BESIDE_THEM = re.compile(_W["beside_them"], re.IGNORECASE)
_NOT_AN_OUTCOME = re.compile(_W["not_an_outcome"], re.IGNORECASE)
_CHANGE_WORDS = re.compile(_W["change_words"], re.IGNORECASE)
_OTHERS = re.compile(_W["others"], re.IGNORECASE)
MOST_OUTCOME_WORDS = 6
MOST_NAME_WORDS = 7
MOST_MEANING_WORDS = 4
READ_AS: dict[str, Way] = {
    "higher": "up", "increase": "up", "lower": "down", "decrease": "down",
    "no difference": "level",
}  # fmt: skip


def drawn(m: Material) -> list[Drawn]:
    """The findings of everybody that are plain enough, the main one first.

    None at all where the main result, or every null of the whole group, would be left out:
    a picture must show neither the good news nor the bad alone.
    """
    results = m.reading.results
    whole = [i for i in m.brief.results if results[i].scope == "all" and not baseline(results[i])]
    made: dict[int, Drawn] = {}
    for index in whole:
        found = _drawn(m, results[index], index)
        if found and all(found.words != other.words for other in made.values()):
            made[index] = found
    made = {i: found for i, found in made.items() if not _half(m, i, made)}
    main = [i for i in whole if results[i].primary]
    nulls = [i for i in whole if results[i].is_null]
    seen = [i for i in whole if READ_AS.get(results[i].direction) in ("up", "down")]
    for must in (main, nulls, seen):
        if must and not any(i in made for i in must):
            return []
    if _NONE_CLEAR.search(texts(m.record).get("abstract", "")):
        return []
    first = [i for i in made if i in main]
    null = [i for i in made if i in nulls][:1]
    order = list(dict.fromkeys((*first[:2], *null, *made)))
    return [made[i] for i in order]


def _half(m: Material, index: int, made: Collection[int]) -> bool:
    """Whether its sentence tells of another thing that went the other way, and is not drawn.

    "A was higher and B was lower in patients": one of the two alone is not what was found.
    """
    results = m.reading.results
    own = results[index]
    way = READ_AS.get(own.direction)
    return own.between_groups and any(
        i not in made and other.sentence == own.sentence and other.between_groups
        and {way, READ_AS.get(other.direction)} == {"up", "down"}
        for i, other in enumerate(results)
    )  # fmt: skip


_SHARE = re.compile(_W["share"], re.IGNORECASE)


def shares(m: Material) -> list[Drawn]:
    """How many of a hundred said or had something, in the clause's own words."""
    made: list[Drawn] = []
    for index in m.brief.results:
        result = m.reading.results[index]
        found = _SHARE.match(tidy(result.text))
        if found is None or result.scope != "all":
            continue
        note = f"{found['verb']} {found['what']}"
        if _TURN.search(_sentence(m, result)) or loaded(note) or causal(note):
            continue
        if has_short_form(m, note) or re.search(r"\d", found["what"]):
            continue
        whole = f"{found['share']}% of {found['whom']}"
        support = (clause_quote(m, result), picture_rule("picture-share"))
        told = said(Piece(f"{whole} {note}", support), about=(of_result(index),))
        made.append(Drawn("share", whole, told, note=note))
    return made


def _drawn(m: Material, result: Result, index: int) -> Drawn | None:
    way = READ_AS.get(result.direction)
    if way is None or "“" in result.text or _TURN.search(_sentence(m, result)):
        return None
    if way != "level" and within_chance(result):
        return None
    between = result.between_groups
    plain = plain_between(result.text) if between else plain_within(result.text)
    if plain is None or not _agrees(plain, result, way):
        return None
    if between and _BEFOREHAND.search(_sentence(m, result)):
        return None
    if not between and not _against_own_start(m, result):
        return None
    named = _named(m, plain, result)
    told = _told(m, named[0], plain, own_start(result) if not between else None) if named else None
    if named is None or told is None:
        return None
    name, where = named
    sentence, note = told
    support = (clause_quote(m, result), *where, picture_rule("picture-finding"))
    shape: Way = {"better": "up", "worse": "down"}.get(plain.way, way)  # type: ignore[assignment]
    return Drawn(
        "finding", name, said(Piece(sentence, support), about=(of_result(index),)),
        note=note, way=shape,
    )  # fmt: skip


def _sentence(m: Material, result: Result) -> str:
    return f"{sentence_of(m, result.quote)} {result.text}"


def _agrees(plain: Plain, result: Result, way: Way) -> bool:
    """Whether both readings tell the same way."""
    if plain.way in ("better", "worse"):
        return way != "level" and result.better_or_worse in (None, plain.way)
    return {"higher": "up", "lower": "down", "level": "level"}[plain.way] == way


def _named(m: Material, plain: Plain, result: Result) -> tuple[str, tuple[Support, ...]] | None:
    """What was measured, short forms spelled out; None where it cannot be told shortly."""
    name = plain.outcome
    # The clause itself must hold these words, so that the quote shows them.
    if _NOT_AN_OUTCOME.search(name) or name.casefold() not in result.text.casefold():
        return None
    if _BARE_ADJECTIVE.match(name):
        return None
    where: tuple[Support, ...] = ()
    if has_short_form(m, name):
        found = _with_meaning(m, name) or spelled_out(m.record, name)
        if found is None:
            return None
        name, where = found
    if not 1 <= length(name) <= MOST_OUTCOME_WORDS or not re.search("[a-z]{3}", name):
        return None
    return None if loaded(name) or causal(name) else (uncapital(name), where)


def _with_meaning(m: Material, name: str) -> tuple[str, tuple[Support, ...]] | None:
    """A questionnaire with what it measures, where the tables know it."""
    for scale in m.condition.scales:
        if compiled(scale.pattern).search(name):
            rest = compiled(scale.pattern).sub(" ", name)
            if has_short_form(m, rest) or len(scale.measures.split()) > MOST_MEANING_WORDS:
                return None
            why = picture_rule("picture-scale", name=scale.name, measures=scale.measures)
            return f"{name} ({scale.measures})", (why,)
    return None


def _against_own_start(m: Material, result: Result) -> bool:
    """A change of the same people since they began, where there is nobody else."""
    if m.brief.kind not in ("single_arm", "series", "crossover"):
        return False
    if _OTHERS.search(tidy(result.text)):
        return False
    change = "change" in result.text and result.is_null
    return result.comparison == "within_group" or change or bool(_CHANGE_WORDS.search(result.text))


def _told(m: Material, name: str, plain: Plain, start: str | None) -> tuple[str, str] | None:
    """The finding as a sentence, and what is drawn beside the shape.

    `start`: what a change is told from; None where groups stand beside each other.
    """
    was = "were" if plural(name) else "was"
    if start is not None:
        if plain.way == "level":
            return f"{name} did not clearly change", "did not clearly change"
        return f"{name} {was} {plain.way} than {start}", f"{plain.way} than {start}"
    if plain.way == "level" and plain.who is None:
        note = "no clear difference between the groups"
        return f"The study found no clear difference in {name} between the groups", note
    sides = _sides(m, plain.who or "", plain.against or "")
    if sides is None:
        return None
    who, against = sides
    if plain.way == "level":
        note = f"no clear difference between {who} and {against}"
        found = f"The study found no clear difference in {name} between {who} and {against}"
        return found, note
    place = "with" if _treatment(m, plain.who) and _treatment(m, plain.against) else "in"
    note = f"{plain.way} {place} {who} than {place} {against}"
    return f"{name} {was} {note}", note


def _sides(m: Material, who: str, against: str) -> tuple[str, str] | None:
    """Who was set against whom, in the clause's own words, each told apart from the other."""
    if who.endswith(" with") and re.match(r"(?:those )?without ", against):
        # "Between patients with and without asthma".
        what = re.sub(r"^(?:those )?without ", "", against)
        who, against = f"{who} {what}", f"{who.removesuffix(' with')} without {what}"
    first, second = _side(m, who), _side(m, against)
    if first is None or second is None:
        return None
    plainly = _PLAIN_PEOPLE.match(who) and _BESIDE_THEM.search(against)
    return (first, second) if plainly or told_apart(first, second) else None


def _treatment(m: Material, name: str | None) -> bool:
    """What the study gave, or set beside it."""
    given = {t.casefold() for t in (*m.reading.interventions, *m.reading.comparators)}
    return name is not None and name.casefold() in given


def _side(m: Material, name: str) -> str | None:
    """A group's name, fit for readers: people, or a group with a name."""
    text = re.sub(r"^the ", "", name.strip(), flags=re.IGNORECASE)
    text = re.sub(r"^(?:those )?(?=with(?:out)? )", "people ", text, flags=re.IGNORECASE)
    if length(text) > MOST_NAME_WORDS or loaded(text) or has_short_form(m, text):
        return None
    if _VERB.search(text) or POINTED_AT.search(text) or re.search(r"\d(?!\d*\b)", text):
        return None
    if _GROUP.match(text):
        both = re.match(r"(?:both|all) ", text, re.IGNORECASE)
        return uncapital(text) if both else f"the {uncapital(text)}"
    if _treatment(m, text):
        return with_article(uncapital(text))
    return uncapital(text) if _PEOPLE.match(text) else None

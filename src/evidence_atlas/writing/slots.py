"""The facts of one study as short phrases, each with its support, ready for the frames."""

from __future__ import annotations

import re

from evidence_atlas.reading.results.outcomes import CLASSES
from evidence_atlas.reading.results.what_measured import EXPOSURES
from evidence_atlas.records import QuoteSupport, Support, quoted, texts

from .brief.how_made import says_itself
from .brief.kinds import BY_CHANCE, MEASURES_NOTHING, WITH_ARMS, WITHOUT_PEOPLE
from .brief.widened import may_be_widened
from .material import MOST_OF_A_NAME, Material, Piece
from .people.arms import groups_told, one_of_parts, one_programme, two_groups
from .people.diagnosed import definitions, diagnosed
from .people.who_took_part import WhoTookPart
from .rules import named
from .subject.lengths import of_the_study, on_average
from .subject.measured_names import in_small, measured_as, surely_measured
from .subject.nameable import nameable, of_illness
from .tables import table
from .words.clause import causal, loaded
from .words.names import length
from .words.noun_phrases import short, treatment_with_article, uncapital, with_article
from .words.numbers import as_read, joined, stands_in

_NOUNS = table("nouns.toml")
_GIVING = re.compile(
    r"^(?:delivering|providing|receiving|using|offering|administering|implementing) (?:the )?",
    re.IGNORECASE,
)
"""Words before a treatment that are no part of its name."""
_ARTICLE = re.compile(r"an? ")
ASKED_WITH = re.compile(r"\b(?:questionnaires?|surveys?|interviews?)$", re.IGNORECASE)
"""With what people were asked, which is not how they were found."""
_EFFECT_OF = re.compile(r"\b(?:effects?|impact|efficacy|benefits?) of\b", re.IGNORECASE)
_OF_TREATMENT = r"treatment|therapy|training|programme|program|intervention|exercise"
_COUNT = re.compile(r"(?:the )?(?:prevalence|incidence|symptoms)", re.IGNORECASE)
_NONE = Piece("")
_ANIMAL = rf"\b({'|'.join(sorted(_NOUNS['animals'], key=len, reverse=True))})\b"
_SHORT_FORM = re.compile(r"\b\w*[A-Z][\w-]*[A-Z]\w*\b")
_MOST_TITLED, _TITLED_WORDS = 4, 8
"""So many things of a title, in so many words, stand in an opening together."""
_NAMING = frozenset({"comparison", "genes", "computation", "cells", "animals", "test"})
"""Kinds of studies that measure a thing of a name."""
_MIXED = re.compile(r"\bmixed[- ]methods?\b", re.IGNORECASE)
_ACCOUNTS = re.compile(r"\b(?:interview|focus group|open-ended|free[- ]text)", re.IGNORECASE)
_ONCE = ("cross-sectional", "cross sectional", "crosssectional", "single time point")
# How people were found, where it can follow them in a sentence ("people, via social media").
_FOUND_HOW = re.compile(
    r"(?:recruited|enrolled|invited|referred|from|via|through|by|at|attending|seen)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:when|compar|among|in|than|to|versus|vs|with|from|between|relative|observed|seen)\b|"
    r"^(?:patients|people|participants|subjects|group)$",
    re.IGNORECASE,
)


class Slots(WhoTookPart):
    """The facts known of a study by slot name; what is not stated is simply not there."""

    groups_unnamed = False
    """More groups are told than treatments are known by name."""

    def __init__(self, m: Material) -> None:
        super().__init__(m)
        self._mixed()
        self._treatments()
        self._outcomes()
        self._rest()

    def _mixed(self) -> None:
        """Of counts and interviews beside each other, only those interviewed gave accounts."""
        m = self._m
        held = texts(m.record)
        if m.brief.kind != "interviews" or not any(_MIXED.search(t) for t in held.values()):
            return
        counted = m.reading.quotes.get("participants.total", ())
        around = [m.reading.sentence_at(q.start, q.field) for q in counted]
        if not any(s is not None and _ACCOUNTS.search(s.text) for s in around):
            self.pop("started_people", None)

    def _measure(self, word: str) -> Piece | None:
        """What was measured, where its name is fit for a sentence."""
        piece = measured_as(self._m, word)
        if piece is None or not short(piece.text, 5) or loaded(piece.text):
            return None
        return Piece(with_article(piece.text), piece.support)

    def _given(self, words: tuple[str, ...], kind: str) -> list[Piece]:
        """Treatments, each under a name fit for a sentence."""
        found = []
        for word in words:
            text = short(self._as_given(kind, word))
            if kind == "interventions" and re.match(r"(?:sham|placebo|dummy)\b", text or "", re.I):
                continue
            support = self._held(kind, word, text)
            if text and support and not loaded(text) and not _EFFECT_OF.search(text):
                if text not in (word, *(q.text for q in support if isinstance(q, QuoteSupport))):
                    support = (*support, *self._m.words(text))
                text = uncapital(in_small(self._m, text))
                found.append(Piece(treatment_with_article(text), support))
        return _distinct(found)

    def _held(self, kind: str, word: str, text: str | None) -> tuple[Support, ...]:
        """Where a thing stands; under the atlas's name for it only where it is told by that."""
        own = self._m.quotes(f"{kind}.{word}")
        if text is not None and any(text.casefold() == q.text.casefold() for q in own):
            return own
        return self._m.named(f"{kind}.{word}", word)

    def _as_given(self, kind: str, word: str) -> str:
        """What the text calls it, where that is short; else its name."""
        given = self._with_noun(_GIVING.sub("", self._m.as_given(kind, word)))
        return given if short(given, MOST_OF_A_NAME) else _GIVING.sub("", word)

    def _with_noun(self, given: str) -> str:
        """ "Manual" where the title says "manual treatment": the noun belongs to the name."""
        if given.casefold().endswith("ic") or given.casefold().endswith("al"):
            found = re.search(
                rf"\b{re.escape(given)} ({_OF_TREATMENT})\b", self._m.record.title, re.IGNORECASE
            )
            if found:
                return f"{given} {found[1].lower()}"
        return given

    def _treatments(self) -> None:
        r = self._m.reading
        given = self._given(r.interventions, "interventions")
        against = [
            p for p in self._given(r.comparators, "comparators")
            if p.text.casefold() not in {g.text.casefold() for g in given}
        ]  # fmt: skip
        given = one_programme(self._m, given)
        parts = one_of_parts(self._m, given, against)
        if parts:
            whole = _and(given)
            given = [Piece(whole.text, (*whole.support, *parts))]
            self["parts"] = given[0]
        if given and len(given) <= 3:
            # Without a comparator the treatments of a trial are set against each other.
            self["treatment"] = given[0] if self._m.brief.kind in BY_CHANCE else _and(given)
        if against:
            self["against_treatment"] = _and(against, "or")
        elif len(given) == 2 and self._m.brief.kind in WITH_ARMS:
            self["against_treatment"] = given[1]
        for name, path in (("all_had", "arms.amounts"), ("kind_had", "arms.kinds")):
            where = self._m.quotes(path)
            if where and len(given) == 1 and not against:
                self[name] = Piece(_ARTICLE.sub("", given[0].text), (*given[0].support, *where))
        arms = _distinct([*given, *against])
        # More names than groups: some are parts of one treatment, and which is not known.
        # More groups than names: one of them had what is not named here, or both.
        unnamed = (groups_told(self._m) or 0) > len(arms)
        self.groups_unnamed = unnamed and self._m.brief.kind in ("trial", "protocol")
        if self.groups_unnamed:
            self.pop("treatment", None)
            self.pop("against_treatment", None)
        elif 2 <= len(arms) <= (2 if two_groups(self._m) else 4):
            self["either"] = _and(arms, "or")
            self["both"] = (
                _and(arms)
                if len(arms) > 2
                else Piece(
                    f"{arms[0].text} and {arms[1].text}", (*arms[0].support, *arms[1].support)
                )
            )
            counted_arms = [g for g in r.participants.groups if g.kind == "arm"]
            if len(counted_arms) == len(arms):
                names = joined([g.name for g in counted_arms])
                self["arms_n"] = Piece(
                    as_read(len(arms)),
                    (
                        *(quoted(g.quote) for g in counted_arms),
                        named("groups-counted", n=len(arms), names=names),
                    ),
                )

    def _outcomes(self) -> None:
        r = self._m.reading
        order = [r.results[i] for i in self._m.brief.results]
        for result in order:
            text = short(result.outcome or "")
            if not text or not nameable(text) or of_illness(self._m, text):
                continue
            if any(t.casefold() in text.casefold() for t in r.interventions):
                continue  # what was given is not what came out
            if not loaded(text) and not causal(text):
                support: tuple[Support, ...] = self._m.words(result.outcome or "")
                if not support:
                    support = self._m.named(f"measures.{result.outcome}", result.outcome or "")
                if not support:
                    continue
                self["outcome"] = Piece(uncapital(text), support)
                break
        about = self._m.brief.kind in MEASURES_NOTHING
        taken = tuple(w for w in r.measures if about or w not in EXPOSURES)
        for kind, words in (("outcomes", (*r.outcomes, *taken)), ("measures", taken)):
            near = {w: self._m.standing(kind, w) for w in words}
            # What stands only in the background, or in a name, is not what was measured.
            surely = [w for w in near if near[w] < 4 and surely_measured(self._m, w)]
            order_by_place = sorted(surely, key=lambda w: near[w])
            told = {w: p for w in order_by_place if (p := self._measure(w)) is not None}
            in_title = [w for w in order_by_place if not near[w]]
            # What the title names is what the study is about; other things do not stand beside.
            titled, listed = (
                _distinct([told[w] for w in self._readable(words) if w in told])
                for words in (in_title, order_by_place)
            )
            if titled:
                self["titled"] = _and(self._in_title_order(titled))
            if titled or listed:
                self["measured"] = self["titled"] if titled else _and(listed[:2])
                break
        parts = [result for result in order if may_be_widened(result, r)]
        # The part of whom something was found is the one that a reader may widen.
        for result in sorted(parts, key=lambda r: r.is_null):
            if result.who and names_part(result.who):
                self._put("subgroup", uncapital(short(result.who) or ""), self._m.words(result.who))
            elif result.n is not None and stands_in(result.n, result.quote.text):
                self._put("subgroup", f"{as_read(result.n)} people", (quoted(result.quote),))
            if "subgroup" in self:
                break

    def _in_title_order(self, titled: list[Piece]) -> list[Piece]:
        """All that the title names, where few words tell it; else two of it, which are not all."""
        title = self._m.record.title.casefold()
        whole = sorted(titled, key=lambda p: title.find(p.text.casefold()))
        if len(whole) <= _MOST_TITLED and sum(length(p.text) for p in whole) <= _TITLED_WORDS:
            return whole
        return titled[:2]

    def _readable(self, words: list[str]) -> tuple[str, ...]:
        """Of names in one order those in words, and none in a short form of its own ("ChP").

        A name that another holds ("cytokines" beside "cytokine levels") is left out, and the name
        of a kind of things, save where a study counts how many have something.
        """
        counts = self._m.brief.kind not in _NAMING
        exact = [w for w in words if w not in CLASSES] or (words if counts else [])
        plain = [w for w in exact if not _SHORT_FORM.search(w) or w in self._m.reading.measures]
        return tuple(
            w for i, w in enumerate(plain)
            if not any(w.casefold().removesuffix("s") in o.casefold() for o in plain[:i])
        )  # fmt: skip

    def _rest(self) -> None:
        m, r = self._m, self._m.reading
        for name, path in (("duration", "design.duration"), ("follow_up", "design.follow_up")):
            value = getattr(r.design, name)
            if value and short(value, 5) and of_the_study(m, path):
                support: tuple[Support, ...] = m.fact(path, value)
                value = short(value, 5) or value
                if support and on_average(m, path):
                    value, support = f"{value} on average", (*support, named("length-on-average"))
                self._put(name, value, support)
        for name in ("setting", "recruitment"):
            value = getattr(r.who, name)
            if value and ASKED_WITH.search(value):
                continue
            if name == "setting" and m.only_background("who.setting"):
                continue
            if value and short(value, 8) and (name != "recruitment" or _FOUND_HOW.match(value)):
                self._put(name, uncapital(value), m.fact(f"who.{name}", value))
        self._when()
        p = r.participants
        if p.studies is not None:
            text = f"{as_read(p.studies)} {'study' if p.studies == 1 else 'studies'}"
            self._put("studies", text, m.number("participants.studies", p.studies))
        if p.participants_in_studies is not None:
            text = f"{p.participants_in_studies:,} people"
            self._put(
                "participants_in_studies",
                text,
                m.number("participants.participants_in_studies", p.participants_in_studies),
            )
        by_name = definitions(m)
        if by_name is not None:
            self["definitions"] = by_name
        how = diagnosed(m, self)
        if how is not None:
            self["diagnosed"] = how
            if how is not by_name:
                self.pop("definitions", None)  # It was a part of what was asked.
        self._put("registration", r.registration, m.fact("registration", r.registration))
        titled = [w for w in r.interventions if m.standing("interventions", w) == 0]
        without = m.brief.kind in WITHOUT_PEOPLE
        # A review is of what its title, aim or methods name, not of all that it mentions.
        if (without or m.brief.kind == "review") and not self._aimed_at():
            self.pop("measured", None)
        for name in ("treatment", "titled", "measured", "topic"):
            if name == "treatment" and without and not titled:
                continue
            if name == "measured" and m.brief.kind in WITHOUT_PEOPLE:
                continue
            # How many have something is no subject of an article that counts nobody.
            if name == "titled" and without and _COUNT.fullmatch(self.get(name, _NONE).text):
                continue
            if name in self:
                self["subject"] = self[name]
                break
        # What people were asked about is what the title names: a measure named elsewhere is not.
        asked = m.brief.kind == "interviews"
        about = self.get("titled") or (self.get("treatment") if titled else None)
        if topic := about if asked else self.get("measured"):
            self.setdefault("topic", topic)
        self._bears_on()
        for entry in _NOUNS["notices"] if m.brief.kind == "notice" else ():
            if found := re.match(entry["pattern"], m.record.title, re.IGNORECASE):
                self._put("noticed", entry["says"], m.words(found[0]))
                break
        # The animals of the background are those of other studies.
        own = [s.text for s in r.sentences if s.role != "background"] or [*texts(m.record).values()]
        animal = re.search(_ANIMAL, " ".join((m.record.title, *own)), re.I)
        if animal and m.brief.kind == "animals":
            kind = animal.group().lower()
            self._put("animal", _NOUNS["animals"].get(kind, kind), m.words(animal.group()))

    def _aimed_at(self) -> bool:
        """Whether what is told as measured stands in title, aim or methods."""
        r, told = self._m.reading, self["measured"].text.casefold() if "measured" in self else ""
        near = [w for w in (*r.outcomes, *r.measures) if w.casefold() in told]
        return bool(near) and all(
            min(self._m.standing("outcomes", w), self._m.standing("measures", w)) <= 1 for w in near
        )

    def _when(self) -> None:
        """Seen once, or looked back at: only where the text says it and tells no change."""
        m, r = self._m, self._m.reading
        within = any(result.comparison == "within_group" for result in r.results)
        once = (
            not within and not r.design.follow_up and not says_itself(m.record, r, "more_than_once")
        )
        if m.brief.kind == "survey" and once:
            said = next((s for word in _ONCE if (s := m.words(word))), ())
            self._put("once", "Each was seen or asked once", said)
        if r.design.prospective is False and "started_people" in self:
            people = self["started_people"]
            where = m.quotes("design.prospective")
            if where:
                self["looked_back"] = Piece(people.text, (*people.support, *where))

    def _of_another_illness(self, topic: str) -> bool:
        """Whether a topic is called by an illness that the study is not of."""
        m = self._m
        named = {n.name for n in m.condition.illnesses_in(topic)}
        return bool(named) and not named.intersection(m.reading.illnesses)

    def _bears_on(self) -> None:
        """What the study bears on, by the badge, for where its own nouns cannot be told."""
        m = self._m
        names = {t.key: t.name for t in m.condition.topics}
        found = []
        for key, because in zip(m.grades.topics.value, m.grades.topics.because, strict=False):
            where = m.words(because.quote.text) if because.quote else ()
            if key in names and where and not self._of_another_illness(names[key]):
                name = with_article(uncapital(names[key].split(":")[-1].strip()))
                found.append(Piece(name, (*where, named("topic", name=name))))
        if found:
            self["bears_on"] = found[0]


def names_part(who: str) -> bool:
    """A short name of people, fit to tell a part of them from the rest."""
    text = short(who)
    return bool(text) and not loaded(who) and not _NO_NAME.search(who)


def _distinct(pieces: list[Piece]) -> list[Piece]:
    seen: dict[str, Piece] = {}
    for piece in pieces:
        seen.setdefault(piece.text.casefold(), piece)
    return list(seen.values())


def _and(pieces: list[Piece], last: str = "and") -> Piece:
    support = tuple(dict.fromkeys(s for piece in pieces for s in piece.support))
    return Piece(joined([piece.text for piece in pieces], last), support)

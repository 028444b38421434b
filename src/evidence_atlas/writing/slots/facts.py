"""The facts of one study as short phrases, each with its support, ready for the frames."""

from __future__ import annotations

import re

from evidence_atlas.reading.text import numbers
from evidence_atlas.records import Support, texts

from ..brief.how_made import says_itself
from ..brief.kinds import WITHOUT_PEOPLE
from ..material import Material, Piece
from ..people.asked_beside import kinds_counted
from ..people.diagnosed import definitions, diagnosed
from ..people.in_studies import in_all_studies
from ..rules import named
from ..subject.how_near import Standing, only_background, standing
from ..subject.lengths import of_the_study, on_average
from ..subject.whole_lists import only_secondary
from ..tables import table
from ..words.noun_phrases import short, uncapital, with_article
from ..words.numbers import as_read, joined
from .measured import WhatWasMeasured

_TABLE = table("slots/facts.toml")
ASKED_WITH = re.compile(_TABLE["asked_with"], re.IGNORECASE)
"""With what people were asked, which is not how they were found."""
_COUNT = re.compile(_TABLE["count"], re.IGNORECASE)
_NONE = Piece("")
_ANIMAL = rf"\b({'|'.join(sorted(_TABLE['animals'], key=len, reverse=True))})\b"
_MIXED = re.compile(_TABLE["mixed"], re.IGNORECASE)
_ACCOUNTS = re.compile(_TABLE["accounts"], re.IGNORECASE)
_ONCE = ("cross-sectional", "cross sectional", "crosssectional", "single time point")
_FOUND_HOW = re.compile(_TABLE["found_how"], re.IGNORECASE)


class Slots(WhatWasMeasured):
    """The facts known of a study by slot name; what is not stated is simply not there."""

    def __init__(self, m: Material) -> None:
        super().__init__(m)
        self._mixed()
        self._in_all()
        self._lengths()
        self._where()
        self._when()
        self._studies()
        self._illness_by()
        registered = m.reading.registration
        self._put("registration", registered, m.fact("registration", registered))
        self._subject()
        self._bears_on()
        self._noticed()
        self._animal()

    def _mixed(self) -> None:
        """Of counts and interviews beside each other, only those interviewed gave accounts."""
        m = self._m
        held = texts(m.record)
        if m.brief.kind != "interviews" or not any(_MIXED.search(t) for t in held.values()):
            return
        counted = m.reading.quotes.get("participants.total", ())
        around = [m.reading.sentence_at(q.start, q.field) for q in counted]
        if kinds_counted(m):
            return  # A sentence of its own counts those interviewed.
        if not any(s is not None and _ACCOUNTS.search(s.text) for s in around):
            self.pop("started_people", None)

    def _in_all(self) -> None:
        """How many people there were, where the opening cannot tell how many in each group."""
        p = self._m.reading.participants
        if p.total is not None and (summed := self._m.total_summed):
            # What sums up groups is of more than one.
            self._put("in_all", as_read(p.total), summed)
            return
        known = (p.patients or 0) + (p.controls or 0)
        # A total that leaves a group out is not of all of them.
        one_group = p.total == p.patients or (p.controls and not p.patients)
        if p.total is None or p.total < known or one_group:
            return
        # "8,000 in one cohort and 100,000 in the other" gives no total.
        for own in self._m.reading.quotes.get("participants.total", ()):
            around = self._m.reading.sentence_at(own.start, own.field)
            other = () if around is None else _whole_numbers(around.text)
            if max(other, default=0) > p.total:
                return
        self._put("in_all", as_read(p.total), self._m.number("participants.total", p.total))

    def _lengths(self) -> None:
        """How long the study was, and how long people were followed."""
        m, r = self._m, self._m.reading
        for name, path in (("duration", "design.duration"), ("follow_up", "design.follow_up")):
            value = getattr(r.design, name)
            if value and short(value, 5) and of_the_study(m, path):
                support: tuple[Support, ...] = m.fact(path, value)
                value = short(value, 5) or value
                if support and on_average(m, path):
                    value, support = f"{value} on average", (*support, named("length-on-average"))
                self._put(name, value, support)

    def _where(self) -> None:
        """Where people were, and how they were found."""
        m = self._m
        for name in ("setting", "recruitment"):
            value = getattr(m.reading.who, name)
            if value and ASKED_WITH.search(value):
                continue
            if name == "setting" and only_background(m, "who.setting"):
                continue
            if value and short(value, 8) and (name != "recruitment" or _FOUND_HOW.match(value)):
                self._put(name, uncapital(value), m.fact(f"who.{name}", value))
        found, people = self.get("recruitment"), self.get("started_people", Piece("")).text
        if found is not None and found.text.casefold() not in people.casefold():
            self["found_how"] = found  # Else the words quoted of the people say it.

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

    def _studies(self) -> None:
        """How many studies a review gathered, and how many people took part in them."""
        m, p = self._m, self._m.reading.participants
        if p.studies is not None:
            text = f"{as_read(p.studies)} {'study' if p.studies == 1 else 'studies'}"
            self._put("studies", text, m.number("participants.studies", p.studies))
        if (n := p.participants_in_studies) is not None and in_all_studies(self._m):
            held = m.number("participants.participants_in_studies", n)
            self._put("participants_in_studies", f"{n:,} people", held)

    def _illness_by(self) -> None:
        """By which definition people were ill, or how that was asked."""
        by_name = definitions(self._m)
        if by_name is not None:
            self["definitions"] = by_name
        how = diagnosed(self._m, self)
        if how is not None:
            self["diagnosed"] = how
            if how is not by_name:
                self.pop("definitions", None)  # It was a part of what was asked.

    def _subject(self) -> None:
        """What the study is about, and what people were asked about."""
        m, r = self._m, self._m.reading
        titled = [w for w in r.interventions if standing(m, "interventions", w) == Standing.TITLE]
        without = m.brief.kind in WITHOUT_PEOPLE
        # A review is of what its title, aim or methods name, not of all that it mentions.
        if (without or m.brief.kind == "review") and not self._aimed_at():
            self.pop("measured", None)
        # Nor is a plan of what it will look at besides.
        plan = m.brief.kind == "protocol" and "measured" in self
        if plan and only_secondary(m, [self["measured"]]):
            self.pop("measured")
        for name in ("treatment", "titled", "measured", "topic"):
            if name == "treatment" and without and not titled:
                continue
            if name == "measured" and without:
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

    def _aimed_at(self) -> bool:
        """Whether what is told as measured stands in title, aim or methods."""
        r, told = self._m.reading, self["measured"].text.casefold() if "measured" in self else ""
        near = [w for w in (*r.outcomes, *r.measures) if w.casefold() in told]
        return bool(near) and all(
            min(standing(self._m, "outcomes", w), standing(self._m, "measures", w))
            <= Standing.AIM_OR_METHODS
            for w in near
        )

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

    def _noticed(self) -> None:
        """What a notice says of another paper, by the head of its title."""
        m = self._m
        for entry in _TABLE["notices"] if m.brief.kind == "notice" else ():
            if found := re.match(entry["pattern"], m.record.title, re.IGNORECASE):
                self._put("noticed", entry["says"], m.words(found[0]))
                break

    def _animal(self) -> None:
        """In what an animal study was made: the animals of the background are those of others."""
        m = self._m
        if m.brief.kind != "animals":
            return
        told = [s.text for s in m.reading.sentences if s.role != "background"]
        own = told or [*texts(m.record).values()]
        named_by: dict[str, str] = {}
        for animal in re.finditer(_ANIMAL, " ".join((m.record.title, *own)), re.I):
            kind = animal.group().lower()
            named_by.setdefault(_TABLE["animals"].get(kind, kind), animal.group())
        kinds = [k for k in named_by if not (k == "monkeys" and "macaques" in named_by)]
        if kinds:
            where = tuple(q for k in kinds for q in m.words(named_by[k]))
            self._put("animal", joined(kinds), where)


def _whole_numbers(text: str) -> list[int]:
    """The whole numbers of a text that are no years."""
    found = numbers.find(text)
    return [n.value for n in found if n.value is not None and not numbers.is_year(text, n)]

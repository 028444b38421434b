"""Who took part, as short phrases with their support: the illness, how many, which groups."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from evidence_atlas.records import Group, QuoteSupport, Support, quoted, texts

from .compared import healthy_people, others_told_of, two_named
from .control_people import (
    CONTROL_RULE,
    HEALTHY,
    NORMAL_RULE,
    UNNAMED,
    WELL_AGAIN,
    control_words,
    of_control,
)
from .defined_by import counted_by_name, with_their_words
from .groups_named import all_groups, in_their_words, speaks_of_controls, two_compared
from .had_by_some import after_it, counted_with, only_some, told_of_a_part
from .illnesses import had_by_one, illnesses, joined_by, joining, with_titled
from .kinds import BY_CHANCE, OF_OTHERS_STUDIES
from .material import Material, Piece
from .nameable import said_to_have
from .occupations import by_occupation
from .rules import named
from .stayed import counted, finished, started
from .studied import another_had, counted_as, names_another
from .titled_illness import said_of_people
from .traits import after_an_illness, as_taken_in, group_named
from .trial_of import trial_of
from .words.numbers import as_read, joined

_OLDER = "older adults"
_ONLY_OLDER = re.compile(
    r"^(?!.*\b(?:young\w*|middle)\b).*(?<!and )(?<!or )(?<!versus )(?<!, )\bolder adults\b", re.I
)
"""A title that names them, and nobody younger beside them."""
_OR = re.compile(r"(?:\s*\([^()]{1,20}\))?,?\s+(?:and/or|or)\s+(?:with\s+)?", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\b(?:patients|people|persons|participants|individuals|adults|children|women|men|users|"
    r"respondents|survivors|veterans|workers|students)\b",
    re.IGNORECASE,
)
_ELIGIBLE = re.compile(r"[^.;,]{0,30}\b(?:who|that|were) (?:were )?eligible\b(?! and)", re.I)


class WhoTookPart(dict[str, Piece]):
    """Slots for the people of a study; what is not stated is simply not there."""

    def __init__(self, m: Material) -> None:
        super().__init__()
        self._m = m
        self._either: tuple[Piece, ...] = ()
        """Illnesses of which people may have the one or the other."""
        self.bare_counts: dict[str, str] = {}
        """By people told with a trait ("416 survivors"), the same as a bare count."""
        self.unquoted: dict[str, str] = {}
        """By people told with the authors' words for them, the same without these."""
        self._condition()
        if had := self.get("had"):
            # "Children with asthma", though nothing says how many.
            noun = self._noun
            self["those_who_had"] = Piece(
                f"{noun.text} with {had.text}", (*noun.support, *had.support)
            )
        self._uncounted()
        self._groups()
        self._people()
        if others_told_of(m):
            self["others"] = Piece("others")

    def _put(self, name: str, text: str | None, support: tuple[Support, ...]) -> None:
        """A fact goes in only with words and with something they stand on."""
        if text and support:
            self[name] = Piece(text, support)

    def _condition(self) -> None:
        """The illness under `condition`; every one the study is of under `illnesses`."""
        m = self._m
        listed = had_by_one(m)
        told = listed or illnesses(m)
        if of_title := with_titled(m, told):
            self["illnesses"] = joined_by(of_title, "and")
        if told:
            self["condition"] = told[0]
            if listed:
                self["condition"] = joined_by(told, "and")
            elif len(told) > 1 and m.has("illnesses.together"):
                self["condition"] = joined_by(told, joining(m))
                self._either = told if joining(m) == "or" else ()
        alone = m.brief.kind == "case_report"
        counted_ill = m.reading.participants.patients is not None
        if of_title and not told and (alone or (counted_ill and said_of_people(m, of_title[0]))):
            self["had"] = of_title[0]
        if "condition" not in self:
            return
        if self._m.illness_is_outcome:
            # Of two illnesses, the one that the title asks about is what people may get.
            asked = self._m.outcome_in_title or ""
            same = asked.casefold() in self["condition"].text.casefold()
            self["illness_outcome"] = self["condition"]
            if not same:
                self._put("illness_outcome", asked, self._m.words(asked))
        name = illnesses(self._m)[0].text
        of_all = said_to_have(m, name) and not told_of_a_part(m, self["condition"].text)
        if of_all and not m.only_an_example(name):
            self["had"] = self["condition"]

    @cached_property
    def _noun(self) -> Piece:
        """Who they were in one word, as far as stated."""
        who, m = self._m.reading.who, self._m
        age, sex = who.adults_or_children, who.sex
        ages, sexes = m.quotes("who.adults_or_children"), m.quotes("who.sex")
        if age == "adults" and sex in ("female", "male") and _says(sexes, r"wom[ae]n|\bm[ae]n\b"):
            return Piece("women" if sex == "female" else "men", sexes)
        if age is None and sex in ("female", "male") and _says(sexes, r"wom[ae]n|\bm[ae]n\b"):
            return Piece("women" if sex == "female" else "men", sexes)
        if age == "adults" and _says(ages, r"adult"):
            older = m.words(_OLDER) if _ONLY_OLDER.search(m.record.title) else ()
            return Piece(_OLDER if older else "adults", (*ages, *older))
        if age == "children" and _says(ages, r"child|pa?ediatric|adolescen|teenage"):
            return Piece("children" if _says(ages, "child") else "young people", ages)
        return Piece("people")

    def _with(self, n: int, support: tuple[Support, ...], had: Piece | None) -> Piece:
        noun = self._noun
        words = {
            "people": "person",
            "children": "child",
            "women": "woman",
            "men": "man",
            "adults": "adult",
            "older adults": "older adult",
        }
        text = noun.text if n != 1 else words.get(noun.text, "young person")
        said = f"{as_read(n)} {text}"
        held: tuple[Support, ...] = (*support, *noun.support)
        if had is not None:
            said += f" {had.text}"
            held = (*held, *had.support)
        return Piece(said, held)

    def _uncounted(self) -> None:
        """Those of whom no number is told, by the authors' words for them."""
        p = self._m.reading.participants
        if any(n is not None for n in (p.total, p.enrolled, p.randomised, p.patients, p.planned)):
            return
        told = self.get("those_who_had", self._noun)
        quoted_so = self._in_their_words(None, (), told)
        if quoted_so is not told:
            self["those_who_had"] = quoted_so

    def _in_their_words(self, n: int | None, support: tuple[Support, ...], told: Piece) -> Piece:
        """Those told, with the authors' words for what makes them these people, if there are."""
        m, p = self._m, self._m.reading.participants
        if p.controls is not None and m.brief.kind not in BY_CHANCE:
            return told
        if m.brief.kind in OF_OTHERS_STUDIES or (n is not None and n < 2):
            return told
        bare = self._noun if n is None else self._with(n, support, None)
        found = with_their_words(m, n, support, told, bare)
        if found is None:
            return told
        self.unquoted[found.text] = told.text
        return found

    def people(self, path: str) -> Piece | None:
        """Those told under `path`, with the authors' words for them where they tell more."""
        told, n = self._counted_people(path), getattr(self._m.reading.participants, path)
        if told is None or path not in ("randomised", "enrolled", "total", "patients"):
            return told
        return self._in_their_words(n, self._m.number(f"participants.{path}", n), told)

    def _counted_people(self, path: str) -> Piece | None:
        """So many people as stand under `path`, and what they had where all of them had it."""
        m, p = self._m, self._m.reading.participants
        n = getattr(p, path)
        support = m.number(f"participants.{path}", n)
        if n is None or not support or (path != "randomised" and self.only_eligible(support)):
            return None
        # A number that counts healthy people too is not a number of people with the illness.
        controls = p.controls is not None and m.brief.kind not in BY_CHANCE
        with_illness = (not controls or path == "patients") and "illness_outcome" not in self
        if p.with_illness is not None and p.with_illness < n:
            with_illness = False
        # Only the reading knows whether all of them had it: the title may name it for others.
        if self._or_another(n):
            return self._with(n, support, None)
        had = None
        in_trial = () if m.had_it(n) else trial_of(m)
        if with_illness and (in_trial or m.had_it(n)):
            had = self._had_by(n, support, of_all=path != "patients" or p.controls is None)
            had = replace(had, support=(*had.support, *in_trial)) if had else None
        by_work = None if controls else self._by_work(n, support)
        if not controls and n == p.total and (had is None or names_another(m, had.text)):
            theirs = counted_as(m, n, support)
            young = self._noun.text == "children"
            if theirs is not None and not (young and "child" not in theirs.text):
                return theirs
        if by_work is not None:
            return by_work
        if had is None and path != "patients":
            trait = as_taken_in(m, n, support) or after_an_illness(m, n, self._noun, support)
            if trait is not None:
                return self._told_by(trait, self._with(n, support, None))
        return self._with(n, support, had)

    def _told_by(self, trait: Piece, bare: Piece) -> Piece:
        self.bare_counts[trait.text] = bare.text
        return trait

    def _had_by(self, n: int, support: tuple[Support, ...], *, of_all: bool) -> Piece | None:
        """What all of those counted had; None where the text tells of less.

        Of an illness and what may follow it, "one or the other" is said only by the count.
        """
        m = self._m
        told = self.get("had")
        if told is None and "condition" in self and "illness_outcome" not in self:
            # The count itself says who has it: "32 patients with asthma".
            illness = self["condition"].text
            by_count = counted_by_name if of_all else _counted_with
            named_so = not self._either and by_count(m, support, illness)
            told = self["condition"] if named_so else None
        if told is None:
            return None
        if len(self._either) > 1 and m.later_and_first(*(p.text for p in self._either)):
            own = [p for p in self._either if counted_with(m, p.text, support)]
            if len(own) != 1:
                return None
            told = own[0]
        if only_some(m, told.text, n, support, of_all=of_all):
            return None
        seen_after = after_it(m, told.text, support)
        before = "after" if seen_after else "with"
        return Piece(f"{before} {told.text}", (*told.support, *seen_after))

    def _by_work(self, n: int, support: tuple[Support, ...]) -> Piece | None:
        """ "17 nurses", who are told by their work and not by the illness that they speak of."""
        if self._noun.text not in ("people", "adults", "older adults"):
            return None
        work = by_occupation(self._m, n, support)
        if work is None:
            return None
        self["work"] = work
        return Piece(f"{as_read(n)} {work.text}", (*support, *work.support))

    def _or_another(self, n: int) -> bool:
        """Whether these people had one illness or another: "90 people with asthma or eczema"."""
        m = self._m
        held, known = texts(m.record), m.condition.known_illnesses
        counted = [g.quote for g in m.reading.participants.groups if g.n == n]
        after = [_OR.match(held[q.field], q.end) for q in counted]
        return any(
            re.match(name.pattern, found.string[found.end() :], re.IGNORECASE)
            for found in after
            if found is not None
            for name in known
        )

    def _part_of_more(self, patients: int) -> bool:
        """Whether others were counted besides, whose sum with these is printed nowhere."""
        m, p = self._m, self._m.reading.participants
        return (
            p.total is not None
            and p.total > patients
            and not m.number("participants.total", p.total)
        )

    def _with_the_others(self) -> Piece | None:
        """ "40 healthy people and 60 people with asthma", where these are all; else None."""
        p, others, told = (
            self._m.reading.participants,
            self.get("controls"),
            self._counted_people("patients"),
        )
        if "other_groups" in self:
            return None
        if others is None or told is None or p.total != (p.patients or 0) + (p.controls or 0):
            return None
        if "with " in told.text:
            return Piece(f"{told.text} and {others.text}", (*told.support, *others.support))
        return Piece(f"{others.text} and {told.text}", (*others.support, *told.support))

    def only_eligible(self, support: tuple[Support, ...]) -> bool:
        """Whether so many could have been put into the groups of a trial: not all of them were."""
        if self._m.brief.kind not in BY_CHANCE:
            return False
        held = texts(self._m.record)
        return any(
            isinstance(s, QuoteSupport) and _ELIGIBLE.match(held.get(s.field, "")[s.end :])
            for s in support
        )

    def _people(self) -> None:
        m, p = self._m, self._m.reading.participants
        for path in ("randomised", "enrolled", "total", "patients", "analysed", "completed"):
            counted_so = self.people(path)
            if (
                "other_groups" in self
                and len(m.number(f"participants.{path}", getattr(p, path))) > 1
            ):
                counted_so = None  # A sum of groups that are not all of them.
            if path == "patients" and p.patients is not None and self._part_of_more(p.patients):
                counted_so = self._with_the_others()
            if counted_so is not None:
                self.setdefault("started_people", counted_so)
        if m.brief.kind == "computation":
            self._in_the_data()
        if "work" in self and self["work"].text in self.get("started_people", Piece("")).text:
            self["people_at_work"] = self["started_people"]
        for name, n in (("started", started(m.reading)), ("finished", finished(m.reading))):
            if n is not None:
                self._put(name, as_read(n), self._number_support(n))
        n = counted(m.reading)
        if n is not None:
            self._put("counted_people", f"{as_read(n)} people", self._number_support(n))
        if p.planned is not None and m.number("participants.planned", p.planned):
            support = m.number("participants.planned", p.planned)
            titled = "condition" in self and m.in_title(self["condition"].text)
            had = self._had_by(p.planned, support, of_all=True) if titled else None
            planned = self._with(p.planned, support, had)
            self["planned_people"] = self._in_their_words(p.planned, support, planned)
        begin = self.get("started")
        self["divided"] = Piece("those who finished") if _fewer(m) else Piece("the people")
        if begin is None:
            del self["divided"]

    def _in_the_data(self) -> None:
        """Those whose data were worked on, where the count itself is of people.

        What they had is told only where it stands in the count: there may be others among them.
        """
        m, n = self._m, self._m.reading.participants.total
        for count in m.number("participants.total", n) if n and n > 1 else ():
            if not isinstance(count, QuoteSupport) or not _OF_PEOPLE.search(count.text):
                continue
            had = self.get("had")
            ill = had is not None and m.condition.illnesses_in(had.text)
            held = ill and set(ill).intersection(m.condition.illnesses_in(count.text))
            piece = Piece(f"with {had.text}", had.support) if had is not None and held else None
            told = self._with(n or 0, (count,), piece)
            self["data_people"] = self._in_their_words(n, (count,), told)
            return

    def _number_support(self, n: int) -> tuple[Support, ...]:
        p = self._m.reading.participants
        for path in ("randomised", "enrolled", "total", "completed", "analysed", "patients"):
            support = self._m.number(f"participants.{path}", n)
            if getattr(p, path) == n and support:
                return support
        return ()

    def _groups(self) -> None:
        m, p = self._m, self._m.reading.participants
        if p.patients is not None and m.number("participants.patients", p.patients):
            of_them = m.number("participants.patients", p.patients)
            another = another_had(m, of_them)
            # Patients of two illnesses may be one sum.
            had = None
            if another is None and (p.with_illness is None or p.with_illness >= p.patients):
                had = self._had_by(p.patients, of_them, of_all=p.controls is None)
            told = self._with(p.patients, of_them, had)
            if another is not None:
                held = (*told.support, *another.support)
                told = Piece(f"{told.text} with {another.text}", held)
            if another is None and had is None:
                trait = group_named(m, p.patients, of_them)
                told = self._told_by(trait, told) if trait is not None else told
            self["patients"] = told
        controls = [g for g in p.groups if g.kind == "controls"]
        counted_so = [g for g in controls if g.n == p.controls]
        if counted_so and p.total == (p.patients or 0) + (p.controls or 0):
            controls = counted_so[:1]  # The others overlap with these, or are no groups.
        names = list(dict.fromkeys(of_control(m, g) for g in controls))
        if controls and len(names) == 1 and two_named(m) is not None:
            pass  # One of two groups would be told for both.
        elif controls:
            called = {g.name: of_control(m, g) for g in controls}
            held = tuple(quoted(g.quote) for g in controls)
            bare = all(control_words(g) == UNNAMED for g in controls)
            healthy = healthy_people(m) if names == [UNNAMED] and bare else None
            if names == [HEALTHY] and not _says(
                tuple(quoted(g.quote) for g in controls), "healthy|normal"
            ):
                # A short form says it, and the text elsewhere what it stands for.
                healthy = healthy_people(m)
                called, names = dict.fromkeys(called, UNNAMED), [UNNAMED]
            if healthy is not None:
                called = dict.fromkeys(called, HEALTHY)
                names, held = [HEALTHY], (*held, healthy)
            if HEALTHY in names and not _says(held, "healthy"):
                held = (*held, NORMAL_RULE)
            if WELL_AGAIN in names or any(name.endswith(" without it") for name in names):
                held = (*held, CONTROL_RULE)
            numbered = [g for g in controls if g.n is not None]
            if numbered:
                theirs = [
                    in_their_words(m, g) if called[g.name] == UNNAMED else None for g in numbered
                ]
                held = (*held, *(s for t in theirs if t is not None for s in t.support))
                text = joined(
                    [
                        t.text if t is not None else f"{as_read(g.n or 0)} {called[g.name]}"
                        for g, t in zip(numbered, theirs, strict=True)
                    ]
                )
                self._put("controls", text, held)
            self._put("controls_unnumbered", joined(names), held)
            if len(names) > 1:
                self["controls_several"] = self["controls_unnumbered"]
        elif (
            p.controls is not None
            and "had" in self
            and m.number("participants.controls", p.controls)
        ):
            self._put(
                "controls",
                f"{as_read(p.controls)} people without it",
                (*m.number("participants.controls", p.controls), CONTROL_RULE),
            )
            if m.brief.kind not in ("comparison", "genes"):
                del self["controls"]
        if self._more_groups(controls):
            self["other_groups"] = Piece("other groups of people")
            self.pop("patients", None)
        self._by_their_names()
        parts = [g for g in p.groups if g.kind == "subgroup"]
        if len(parts) >= 2:
            listed = joined([g.name if g.n is None else f"{g.n} ({g.name})" for g in parts])
            self["subgroups_k"] = Piece(
                as_read(len(parts)),
                (
                    *(quoted(g.quote) for g in parts),
                    *(m.words(f"{as_read(len(parts))} groups")),
                    named("groups-counted", n=len(parts), names=listed),
                ),
            )

    def _by_their_names(self) -> None:
        """Groups that no plain words tell apart, by the names that the text gives them."""
        m, p = self._m, self._m.reading.participants
        if m.brief.kind not in ("comparison", "genes"):
            return
        known = "patients" in self and "controls" in self and "other_groups" not in self
        groups = () if known else all_groups(m)
        if groups:
            self.pop("other_groups", None)
            self["patients"] = groups[0]
            told = joined([g.text for g in groups[1:]])
            self["controls"] = Piece(told, tuple(s for g in groups[1:] for s in g.support))
            self["controls_unnumbered"] = self["controls"]
        elif "other_groups" in self or "patients" in self or "controls" in self:
            return
        elif (two := two_compared(m)) is not None:
            self["patients"], self["controls"] = two
            self["controls_unnumbered"] = two[1]
        elif p.controls is None and p.total is not None and not speaks_of_controls(m):
            self["groups_among"] = Piece("groups")

    def _more_groups(self, controls: list[Group]) -> bool:
        """Whether others took part besides those that would be told: "14 after the infection".

        Two of three groups would be told for all of them.
        """
        p = self._m.reading.participants
        if "patients" not in self or "controls" not in self or p.patients is None:
            return False
        numbered = [g.n for g in controls if g.n is not None]
        told = p.patients + (sum(numbered) if numbered else p.controls or 0)
        larger = [g.n for g in p.groups if g.kind == "patients" and (g.n or 0) > p.patients]
        more = any(n != p.total for n in larger)
        return more or (p.total is not None and p.total != told)


def _counted_with(m: Material, support: tuple[Support, ...], illness: str) -> bool:
    return counted_with(m, illness, support)


def _says(held: tuple[Support, ...], pattern: str) -> bool:
    return any(
        re.search(pattern, q.text, re.IGNORECASE) for q in held if isinstance(q, QuoteSupport)
    )


def _fewer(m: Material) -> bool:
    begin, end = started(m.reading), finished(m.reading)
    return begin is not None and end is not None and end < begin

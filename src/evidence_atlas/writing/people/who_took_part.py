"""Who took part, as short phrases with their support: the illness, how many, which groups."""

from __future__ import annotations

import re

from evidence_atlas.records import Group, QuoteSupport, Support, quoted

from ..brief.kinds import BY_CHANCE
from ..brief.stayed import completers, counted, finished, lost, started
from ..material import Material, Piece
from ..rules import named
from ..words.numbers import as_read, joined
from .asked_beside import all_kinds
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
from .groups_named import (
    all_groups,
    in_their_words,
    others_took_part,
    speaks_of_controls,
    two_compared,
)
from .had_by_some import counted_with
from .ill_by_count import recovered_by_count
from .in_hospital import told_in_hospital
from .left_early import left_early
from .others_called import ill_of_all, others_called
from .people_told import PeopleTold, says
from .studied import another_had
from .told_together import all_together, beside_others
from .traits import group_named
from .with_and_without import with_and_without

_OF_PEOPLE = re.compile(
    r"\b(?:patients|people|persons|participants|individuals|adults|children|women|men|users|"
    r"respondents|survivors|veterans|workers|students)\b",
    re.IGNORECASE,
)
_TOLD_TOGETHER = ("cohort", "survey", "interviews", "trial", "open_groups", "study")
"""Kinds of study whose opening tells one number of people."""
_FORM = re.compile(r"(?<![\w-])[A-Z]{2,}(?:[-/][A-Z\d]+)*(?![\w-])")
_COMPARES = ("comparison", "genes")
_IN_HOSPITAL = re.compile(r"\b(?:hospital|intensive care)\b")
_BARE = re.compile(r"[\w,-]+ people")


def _one_of_several(m: Material, controls: int) -> bool:
    """Whether those compared are one of several groups of the same size, so that others are too."""
    p = m.reading.participants
    held = m.reading.quotes
    each = held.get("participants.controls") == held.get("participants.patients")
    rest = (p.total or 0) - (p.patients or 0)
    return each and p.patients == controls and rest > controls and rest % controls == 0


class WhoTookPart(PeopleTold):
    """The same with their groups, and with those who started, finished or are to take part."""

    def __init__(self, m: Material) -> None:
        super().__init__(m)
        self.whole_groups: tuple[Piece, ...] = ()
        """Each of all the groups that were compared, where each is counted and can be told."""
        self._groups()
        self._people()
        if others_told_of(m):
            self["others"] = Piece("others")
        self._uncounted_others()

    def _uncounted_others(self) -> None:
        """Beside whom the ill stood, where the groups are not counted apart."""
        m, told = self._m, self.get("patients")
        if m.brief.kind != "comparison" or "controls" in self or "other_groups" in self:
            return
        p = m.reading.participants
        # Where some groups are counted, those that are named need not be all.
        open_to = told is None and p.total is None and not p.groups
        ill = "people_who_had" in self or "those_who_had" in self
        if open_to and ill and (them := others_called(m)) is not None:
            self["others_called"] = them
        if told is not None and "condition" in self:
            part = ill_of_all(m, told, self["condition"].text)
            if part is not None:
                self["ill_of_all"] = part

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
        p, others = self._m.reading.participants, self.get("controls")
        told = self._counted_people("patients")
        own = self.get("patients")
        if told is not None and own is not None and self.bare_counts.get(own.text) == told.text:
            told = own  # "134 survivors", and not 134 people beside others.
        if "other_groups" in self or (others is not None and self._is_short_form(others.text)):
            return None
        if others is None or told is None or p.total != (p.patients or 0) + (p.controls or 0):
            return None
        # "54 healthy people and 250 people" would be a sum and its part.
        if "with " in told.text or told is own or _BARE.fullmatch(told.text):
            return Piece(f"{told.text} and {others.text}", (*told.support, *others.support))
        return Piece(f"{others.text} and {told.text}", (*others.support, *told.support))

    def _is_short_form(self, words: str) -> bool:
        """Whether people are called by a form that stands for an illness and does not name it."""
        return any(not self._m.condition.illnesses_in(form) for form in _FORM.findall(words))

    def _people(self) -> None:
        m, p = self._m, self._m.reading.participants
        if (kinds := all_kinds(m)) is not None:
            self["started_people"] = kinds
        if m.brief.kind in ("cohort", "survey") and (both := with_and_without(m)) is not None:
            self["started_people"] = both
        for path in ("randomised", "enrolled", "total", "patients", "analysed", "completed"):
            if path == "enrolled" and self._fewer_studied():
                continue
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
        uncounted = "started_people" not in self and m.brief.kind in ("cohort", "survey")
        if uncounted and (groups := all_groups(m)):
            held = tuple(s for group in groups for s in group.support)
            self["started_people"] = Piece(joined([group.text for group in groups]), held)
            self.whole_groups = groups
        if "started_people" not in self and m.brief.kind in _TOLD_TOGETHER:
            # Who they were group by group is told before how many they were together.
            self._together(uncounted)
        if m.brief.kind == "computation":
            self._in_the_data()
        self._groups_of_all()
        if "work" in self and self["work"].text in self.get("started_people", Piece("")).text:
            self["people_at_work"] = self["started_people"]
        stayed = {
            "started": started,
            "finished": finished,
            "lost": lost,
            "completers": completers,
        }
        for name, n in ((name, told(m.reading)) for name, told in stayed.items()):
            if n is not None:
                self._put(name, as_read(n), self._number_support(n))
        self.update(left_early(m))
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

    def _fewer_studied(self) -> bool:
        """Whether fewer are told of than were taken in at first, and nobody was put into groups."""
        m, p = self._m, self._m.reading.participants
        fewer = p.total is not None and p.enrolled is not None and p.total < p.enrolled
        return (
            fewer
            and m.brief.kind not in BY_CHANCE
            and bool(m.number("participants.total", p.total))
        )

    def _together(self, uncounted: bool) -> None:
        """All of them by the sum of their groups; else the ill and that there were others."""
        m, p = self._m, self._m.reading.participants
        had = self.get("those_who_had") if "illness_outcome" not in self else None
        told = self._counted_people("total", m.total_summed) if m.total_summed else None
        if told is not None:
            told = all_together(m, told, had if uncounted else None)
        elif uncounted and (p.controls or others_took_part(m)):
            told = beside_others(m, had)
        if told is not None:
            self["started_people"] = told

    def _groups_of_all(self) -> None:
        """Groups among people who all had one thing in common: "groups among 76 with asthma"."""
        p, told = self._m.reading.participants, self.get("started_people")
        of_all = told is not None and told.text.startswith(f"{as_read(p.total or 0)} “")
        if "other_groups" in self and of_all and p.with_illness == p.total:
            # Words behind the count of all are those of every group, not of the ill alone.
            for name in ("other_groups", "controls", "controls_unnumbered"):
                self.pop(name, None)
            self["groups_among"] = Piece("groups")
        known = ("controls", "other_groups", "first_group", "counted_ill", "groups_among")
        if (
            told is None
            or p.total is None
            or p.controls is not None
            or any(n in self for n in known)
        ):
            return
        if self._m.brief.kind != "comparison" or speaks_of_controls(self._m, of_this_study=True):
            return
        all_of_them = told.text.startswith(f"{as_read(p.total)} ") and p.total != p.patients
        if all_of_them and not _BARE.fullmatch(told.text):
            self["groups_among"] = Piece("groups")

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
        for path in (
            "randomised",
            "enrolled",
            "total",
            "completed",
            "analysed",
            "lost",
            "patients",
        ):
            support = self._m.number(f"participants.{path}", n)
            if getattr(p, path) == n and support:
                return support
        return ()

    def _groups(self) -> None:
        m, p = self._m, self._m.reading.participants
        self._patients()
        controls = [g for g in p.groups if g.kind == "controls"]
        counted_so = [g for g in controls if g.n == p.controls]
        if counted_so and p.total == (p.patients or 0) + (p.controls or 0):
            controls = counted_so[:1]  # The others overlap with these, or are no groups.
        names = list(dict.fromkeys(of_control(m, g) for g in controls))
        if controls and len(names) == 1 and two_named(m) is not None:
            pass  # One of two groups would be told for both.
        elif controls:
            self._controls(controls, names)
        elif (
            p.controls is not None
            and "had" in self
            and m.number("participants.controls", p.controls)
        ):
            counts = m.number("participants.controls", p.controls)
            told = f"{as_read(p.controls)} people without it"
            self._put("controls", told, (*counts, CONTROL_RULE))
            if m.brief.kind not in ("comparison", "genes") or _one_of_several(m, p.controls):
                del self["controls"]
        if self._more_groups(controls) or self._others_are_ill():
            self["other_groups"] = Piece("other groups of people")
            self.pop("patients", None)
        plain = self.get("patients")
        self._by_their_names()
        seen_there = plain is not None and _IN_HOSPITAL.search(plain.text)
        if plain is not None and m.brief.kind in _COMPARES and not seen_there:
            self._ill_in_their_words(plain)
        self._subgroups()

    def _ill_in_their_words(self, plain: Piece) -> None:
        """The ill of a comparison whose others nobody counts, by the authors' words for them."""
        n = self._m.reading.participants.patients
        theirs = self._in_their_words(n, self._m.number("participants.patients", n), plain)
        for name in ("counted_ill", "ill_alone"):
            if name in self and self[name].text == plain.text:
                self[name] = theirs

    def _patients(self) -> None:
        """Those with the illness, as they are counted and called."""
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
                if trait is None and p.controls is not None and m.brief.kind not in BY_CHANCE:
                    trait = recovered_by_count(m, self._noun)
                told = self._told_by(trait, told) if trait is not None else told
            self["patients"] = told_in_hospital(m, told) if another is None else told

    def _controls(self, controls: list[Group], names: list[str]) -> None:
        """Those with whom they were compared, counted and uncounted."""
        m = self._m
        called = {g.name: of_control(m, g) for g in controls}
        held: tuple[Support, ...] = tuple(quoted(g.quote) for g in controls)
        bare = all(control_words(g) == UNNAMED for g in controls)
        healthy = healthy_people(m) if names == [UNNAMED] and bare else None
        if names == [HEALTHY] and not says(
            tuple(quoted(g.quote) for g in controls), "healthy|normal"
        ):
            # A short form says it, and the text elsewhere what it stands for.
            healthy = healthy_people(m)
            called, names = dict.fromkeys(called, UNNAMED), [UNNAMED]
        if healthy is not None:
            called = dict.fromkeys(called, HEALTHY)
            names, held = [HEALTHY], (*held, healthy)
        if HEALTHY in names and not says(held, "healthy"):
            held = (*held, NORMAL_RULE)
        if WELL_AGAIN in names or any(name.endswith(" without it") for name in names):
            held = (*held, CONTROL_RULE)
        numbered = [g for g in controls if g.n is not None]
        if numbered:
            theirs = [in_their_words(m, g) if called[g.name] == UNNAMED else None for g in numbered]
            held = (*held, *(s for t in theirs if t is not None for s in t.support))
            unnamed = sum(g.n or 0 for g in numbered)
            if len(numbered) > 1 and names == [UNNAMED] and not any(theirs):
                # Groups of which nothing is told are told as one.
                text, held = f"{as_read(unnamed)} {UNNAMED}", (*held, named("sum-of-groups"))
            else:
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

    def _subgroups(self) -> None:
        """How many parts the people were put into."""
        m, p = self._m, self._m.reading.participants
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
            self.whole_groups = groups
            self.pop("other_groups", None)
            rest = [g for g in groups if g is not groups[0]]
            support = tuple(s for g in rest for s in g.support)
            self["first_group"] = groups[0]
            self["rest_groups"] = Piece(joined([g.text for g in rest]), support)
            whole = (*groups[0].support, *support)
            self["all_groups"] = Piece(joined([g.text for g in groups]), whole)
            if "controls" not in self:
                self["patients"], self["controls"] = groups[0], self["rest_groups"]
                self["controls_unnumbered"] = self["controls"]
        elif "patients" in self and "controls" not in self and "other_groups" not in self:
            self._ill_alone()
        elif "other_groups" in self or "patients" in self or "controls" in self:
            return
        elif (two := two_compared(m)) is not None:
            self["patients"], self["controls"] = two
            self["controls_unnumbered"] = two[1]
        elif p.controls is None and p.total is not None and not speaks_of_controls(m):
            self["groups_among"] = Piece("groups")

    def _ill_alone(self) -> None:
        """Where only the ill are counted: the others if there were any, else all in one group."""
        p = self._m.reading.participants
        if p.total != p.patients or p.controls is not None:
            return
        told = self._as_counted(p.patients or 0)
        if others_took_part(self._m):
            self["counted_ill"], self["others_uncounted"] = told, Piece("other people")
        elif not speaks_of_controls(self._m, of_this_study=True):
            self["ill_alone"] = told
            if "condition" in self and not self._m.condition.illnesses_in(told.text):
                self["illness_untold"] = self["condition"]

    def _as_counted(self, n: int) -> Piece:
        """The patients, with the illness only where the words of their count name it.

        Those of whom some had it and some had not may be counted as patients, too.
        """
        support = self._m.number("participants.patients", n)
        illness = self.get("condition")
        if illness is None or counted_with(self._m, illness.text, support):
            return self["patients"]
        theirs = self._in_their_words(n, support, self._with(n, support, None))
        named_so = {x.name for x in self._m.condition.illnesses_in(theirs.text)}
        own = {x.name for x in self._m.condition.illnesses_in(illness.text)}
        if not named_so & own:
            return theirs
        self.unquoted.pop(theirs.text, None)  # Plain words tell as much.
        return self["patients"]

    def _others_are_ill(self) -> bool:
        """Whether a counted group of patients has none of what the ill that would be told had.

        "People with asthma and healthy people, 296 together" would count those with eczema in.
        """
        m, had = self._m, self.get("had")
        if had is None or "patients" in self or m.brief.kind != "comparison":
            return False
        own = set(m.condition.illnesses_in(had.text))
        groups = [g for g in m.reading.participants.groups if g.kind == "patients" and g.n]
        named_so = [set(m.condition.illnesses_in(g.name)) for g in groups]
        return any(own & x for x in named_so) and any(x and not own & x for x in named_so)

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


def _fewer(m: Material) -> bool:
    begin, end = started(m.reading), finished(m.reading)
    return begin is not None and end is not None and end < begin

"""The groups of a study as they are told: the ill, those beside them, all by their names."""

from __future__ import annotations

import re

from evidence_atlas.records import Group, Support, quoted

from ..brief.kinds import BY_CHANCE
from ..material import Material, Piece
from ..rules import named
from ..words.numbers import as_read, joined
from .about_so_many import about_so_many
from .compared import healthy_people, two_named
from .control_people import (
    CONTROL_RULE,
    HEALTHY,
    NORMAL_RULE,
    UNNAMED,
    WELL_AGAIN,
    control_words,
    of_control,
)
from .controls_described import controls_described
from .counted_with import counted_with
from .groups_named import (
    all_groups,
    in_their_words,
    others_took_part,
    speaks_of_controls,
    two_compared,
)
from .ill_by_count import recovered_by_count
from .in_hospital import told_in_hospital
from .narrower_ill import with_their_trait
from .people_told import PeopleTold, says
from .studied import another_had
from .traits import group_named

_COMPARES = ("comparison", "genes")
_IN_HOSPITAL = re.compile(r"\b(?:hospital|intensive care)\b")


class GroupsTold(PeopleTold):
    """The same with the groups that were compared, counted and uncounted."""

    def __init__(self, m: Material) -> None:
        super().__init__(m)
        self.whole_groups: tuple[Piece, ...] = ()
        """Each of all the groups that were compared, where each is counted and can be told."""
        self._groups()

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
        self._with_their_trait()
        self._subgroups()

    def _with_their_trait(self) -> None:
        """The ill of a comparison, with what all of them had besides."""
        told = self.get("patients")
        if told is None or self._m.brief.kind not in _COMPARES or "controls" not in self:
            return
        self["patients"] = with_their_trait(self._m, told, self.get("had"))
        if self["patients"] is not told:
            self.unquoted.setdefault(self["patients"].text, told.text)

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
            about, where = about_so_many(m, of_them)
            told = Piece(f"{about}{told.text}", (*told.support, *where)) if about else told
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
        elif names == [UNNAMED] and (described := controls_described(m)) is not None:
            called, names = dict.fromkeys(called, described[0]), [described[0]]
            held = (*held, *described[1])
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


def _one_of_several(m: Material, controls: int) -> bool:
    """Whether those compared are one of several groups of the same size, so that others are too."""
    p = m.reading.participants
    held = m.reading.quotes
    each = held.get("participants.controls") == held.get("participants.patients")
    rest = (p.total or 0) - (p.patients or 0)
    return each and p.patients == controls and rest > controls and rest % controls == 0

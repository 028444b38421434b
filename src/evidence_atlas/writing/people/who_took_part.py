"""Who took part, as short phrases with their support: the illness, how many, which groups."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Support

from ..brief.kinds import BY_CHANCE
from ..brief.stayed import completers, counted, finished, lost, started
from ..material import Material, Piece
from ..words.numbers import as_read, joined
from .asked_beside import all_kinds
from .compared import others_told_of
from .controls_within import with_controls_within
from .groups_named import (
    all_groups,
    others_took_part,
    speaks_of_controls,
)
from .groups_told import GroupsTold
from .left_early import left_early
from .others_called import ill_of_all, others_called
from .told_together import all_together, beside_others
from .with_and_without import with_and_without

_OF_PEOPLE = re.compile(
    r"\b(?:patients|people|persons|participants|individuals|adults|children|women|men|users|"
    r"respondents|survivors|veterans|workers|students)\b",
    re.IGNORECASE,
)
_TOLD_TOGETHER = ("cohort", "survey", "interviews", "trial", "open_groups", "study")
"""Kinds of study whose opening tells one number of people."""
_FORM = re.compile(r"(?<![\w-])[A-Z]{2,}(?:[-/][A-Z\d]+)*(?![\w-])")
_BARE = re.compile(r"[\w,-]+ people")


class WhoTookPart(GroupsTold):
    """The same with those who started, finished or are to take part."""

    def __init__(self, m: Material) -> None:
        super().__init__(m)
        self.all_alone: dict[str, str] = {}
        """By all who took part with the controls among them, the same without these."""
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
        if (all_told := self.get("started_people")) is not None:
            with_them = with_controls_within(m, all_told, self.get("controls"))
            if with_them is not all_told:
                self["started_people"] = with_them
                self.all_alone[with_them.text] = all_told.text
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


def _fewer(m: Material) -> bool:
    begin, end = started(m.reading), finished(m.reading)
    return begin is not None and end is not None and end < begin

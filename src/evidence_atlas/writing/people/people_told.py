"""How many took part and what all of them had, as short phrases with their support."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from evidence_atlas.records import QuoteSupport, Support, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import BY_CHANCE, OF_OTHERS_STUDIES
from ..material import Material, Piece
from ..rules import named
from ..subject.illnesses import had_by_one, illnesses, joined_by, joining, with_titled
from ..subject.nameable import said_to_have
from ..subject.titled_illness import said_of_people
from ..words.numbers import as_read
from .about_so_many import about_so_many
from .asked_beside import mixed_uncounted
from .counted_with import counted_with
from .defined_by import counted_by_name, whole_phrase, with_their_words
from .had_before import had_before, tells_no_more
from .had_by_some import after_it, only_some, told_of_a_part
from .in_hospital import called_hospital_patients, in_hospital, told_in_hospital
from .narrower_ill import with_their_trait
from .occupations import by_occupation
from .studied import counted_as, names_another
from .taken_in_for import uncounted_after
from .traits import after_an_illness, as_taken_in
from .trial_of import trial_of

_OLDER = "older adults"
_ONLY_OLDER = re.compile(
    r"^(?!.*\b(?:young\w*|middle)\b).*(?<!and )(?<!or )(?<!versus )(?<!, )\bolder adults\b", re.I
)
"""A title that names them, and nobody younger beside them."""
_OF_CHILDREN = re.compile(r"(?<=with )pa?ediatric ", re.IGNORECASE)
"""Of children the illness is that of children."""
_HOSPITAL = re.compile("hospital", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]*)”")
_OR = re.compile(r"(?:\s*\([^()]{1,20}\))?,?\s+(?:and/or|or)\s+(?:with\s+)?", re.IGNORECASE)
_ELIGIBLE = re.compile(r"[^.;,]{0,30}\b(?:who|that|were) (?:were )?eligible\b(?! and)", re.I)


class PeopleTold(dict[str, Piece]):
    """Slots for those counted, and for what they had; what is not stated is simply not there."""

    def __init__(self, m: Material) -> None:
        super().__init__()
        self._m = m
        self._either: tuple[Piece, ...] = ()
        """Illnesses of which people may have the one or the other."""
        self.bare_counts: dict[str, str] = {}
        """By people told with a trait ("416 survivors"), the same as a bare count."""
        self.had_first: dict[str, Piece] = {}
        """By people told with an illness that another may follow, the same without their number."""
        self.unquoted: dict[str, str] = {}
        """By people told with the authors' words for them, the same without these."""
        self._condition()
        if had := self.get("had"):
            # "Children with asthma", though nothing says how many.
            noun = self._noun
            seen_after = after_it(m, had.text, ())
            before, there = in_hospital(m, "after" if seen_after else "with", had.text)
            told = f"{before} {had.text}"
            held = (*had.support, *seen_after, *there)
            self["those_who_had"] = Piece(f"{noun.text} {told}", (*noun.support, *held))
            self["people_who_had"] = Piece(f"people {told}", held)
        self._uncounted()

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
        name = (illnesses(self._m) or told)[0].text
        of_all = said_to_have(m, name) and not told_of_a_part(m, self["condition"].text)
        of_all = of_all and not uncounted_after(m, name)
        if of_all and not m.only_an_example(name) and not mixed_uncounted(m):
            self["had"] = self["condition"]

    @cached_property
    def _noun(self) -> Piece:
        """Who they were in one word, as far as stated."""
        who, m = self._m.reading.who, self._m
        age, sex = who.adults_or_children, who.sex
        ages, sexes = m.quotes("who.adults_or_children"), m.quotes("who.sex")
        if age == "adults" and sex in ("female", "male") and says(sexes, r"wom[ae]n|\bm[ae]n\b"):
            return Piece("women" if sex == "female" else "men", sexes)
        if age is None and sex in ("female", "male") and says(sexes, r"wom[ae]n|\bm[ae]n\b"):
            return Piece("women" if sex == "female" else "men", sexes)
        if age == "adults" and says(ages, r"adult"):
            older = m.words(_OLDER) if _ONLY_OLDER.search(m.record.title) else ()
            return Piece(_OLDER if older else "adults", (*ages, *older))
        if age == "children" and says(ages, r"child|pa?ediatric|adolescen|teenage"):
            return Piece("children" if says(ages, "child") else "young people", ages)
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
            young = noun.text in ("children", "young people")
            said += f" {_OF_CHILDREN.sub('', had.text) if young else had.text}"
            held = (*held, *had.support)
        return Piece(said, held)

    def _uncounted(self) -> None:
        """Those of whom no number is told, by the authors' words for them."""
        p = self._m.reading.participants
        if any(n is not None for n in (p.total, p.enrolled, p.randomised, p.patients, p.planned)):
            return
        told = self.get("those_who_had", self._noun)
        quoted_so = self._in_their_words(None, (), told)
        if quoted_so is not told or told.support:
            self["those_who_had"] = quoted_so

    def _in_their_words(self, n: int | None, support: tuple[Support, ...], told: Piece) -> Piece:
        """Those told, with the authors' words for what makes them these people, if there are."""
        found = self._quoted(n, support, told)
        there = self._in_hospital(n, support, told, found)
        if found is told:
            return there
        self.unquoted.setdefault(found.text, there.text)
        return replace(found, support=tuple(dict.fromkeys((*found.support, *there.support))))

    def _in_hospital(
        self, n: int | None, support: tuple[Support, ...], told: Piece, found: Piece
    ) -> Piece:
        """Those told, with the hospital where the text or the words quoted of them say so."""
        m = self._m
        there = told_in_hospital(m, told)
        if there is not told:
            return there
        if m.reading.participants.patients not in (None, n):
            return told  # Beside those with the illness others were counted.
        words = _QUOTED.search(found.text) if found is not told else None
        whole = whole_phrase(m, n, support, told.text) if n is not None and not words else None
        said = words[1] if words else whole.text if whole else ""
        text = called_hospital_patients(said, told.text)
        if text == told.text:
            return told
        where = (quoted(whole),) if whole else ()
        return Piece(text, (*told.support, *where, named("in-hospital")))

    def _quoted(self, n: int | None, support: tuple[Support, ...], told: Piece) -> Piece:
        m, p = self._m, self._m.reading.participants
        # Of all who were counted, in two parts, only the words behind that very count are sure.
        in_parts = p.controls is not None and m.brief.kind not in BY_CHANCE
        if in_parts and (n is None or n not in (p.total, p.patients)):
            return told
        if m.brief.kind in OF_OTHERS_STUDIES or (n is not None and n < 2):
            return told
        bare = self._noun if n is None else self._with(n, support, None)
        found = with_their_words(m, n, support, told, bare, only_counted=in_parts)
        if found is None:
            return told if in_parts else with_their_trait(m, told, self.get("had"))
        quoted_words = _QUOTED.search(found.text)
        if told.text in self.had_first and quoted_words and tells_no_more(m, quoted_words[1]):
            return told
        return found

    def people(self, path: str) -> Piece | None:
        """Those told under `path`, with the authors' words for them where they tell more."""
        told, n = self._counted_people(path), getattr(self._m.reading.participants, path)
        if told is None or path not in ("randomised", "enrolled", "total", "patients"):
            return told
        support = self._m.number(f"participants.{path}", n)
        told = self._in_their_words(n, support, told)
        about, where = about_so_many(self._m, support)
        exact = not about or not told.text.startswith(as_read(n or 0))
        return told if exact else Piece(f"{about}{told.text}", (*told.support, *where))

    def _counted_people(self, path: str, summed: tuple[Support, ...] = ()) -> Piece | None:
        """So many people as stand under `path`, and what they had where all of them had it.

        `summed`: where a total stands that is printed nowhere.
        """
        m, p = self._m, self._m.reading.participants
        n = getattr(p, path)
        support = summed or m.number(f"participants.{path}", n)
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
        in_trial = () if m.had_it(n) and "had" in self else trial_of(m)
        if with_illness and (in_trial or m.had_it(n)):
            had = self._had_by(n, support, of_all=path != "patients" or p.controls is None)
            had = replace(had, support=(*had.support, *in_trial)) if had else None
        in_two = m.brief.kind in ("survey", "cohort") and n == p.total
        in_two = in_two and n == (p.patients or 0) + (p.controls or 0)
        by_work = None if controls and not in_two else self._by_work(n, support)
        if not controls and n == p.total and (had is None or names_another(m, had.text)):
            theirs = counted_as(m, n, support)
            young = self._noun.text == "children"
            if theirs is not None and not (young and "child" not in theirs.text):
                return self._with_the_first(n, theirs, support)
        if by_work is not None:
            return self._had_first(n, self["work"], support) or by_work
        if had is None and path != "patients":
            if (trait := as_taken_in(m, n, support)) is not None:
                more = self._with_the_first(n, trait, support)
                bare = self._with(n, support, None)
                return more if more is not trait else self._told_by(trait, bare)
            if (trait := self._had_first(n, self._noun, support)) is not None:
                return trait
        return self._with(n, support, had)

    def _had_first(self, n: int, noun: Piece, support: tuple[Support, ...]) -> Piece | None:
        """So many told with the illness that all of them had before: without it a page would speak
        of everybody.
        """
        trait = after_an_illness(self._m, n, noun, support)
        trait = trait or had_before(self._m, n, noun, support)
        if trait is not None:
            self.had_first[trait.text] = replace(trait, text=trait.text.partition(" ")[2])
        return trait

    def _with_the_first(self, n: int, theirs: Piece, support: tuple[Support, ...]) -> Piece:
        """Those told by the text's words, with an illness that all of them had before."""
        m = self._m
        number, _, called = theirs.text.partition(" ")
        if number.casefold() != as_read(n).casefold() or m.condition.illnesses_in(called):
            return theirs
        seen_there = _HOSPITAL.search(called) is not None
        noun = self._noun if seen_there else replace(theirs, text=called)
        had = had_before(m, n, noun, support)
        if had is None or (seen_there and not _HOSPITAL.search(had.text)):
            return theirs
        self.had_first[had.text] = replace(had, text=had.text.partition(" ")[2])
        return replace(had, support=tuple(dict.fromkeys((*theirs.support, *had.support))))

    def _told_by(self, trait: Piece, bare: Piece) -> Piece:
        self.bare_counts[trait.text] = bare.text
        # The bare count may stand in its place, and has to be held as well.
        return Piece(trait.text, tuple(dict.fromkeys((*trait.support, *bare.support))))

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
            compiled(name.pattern).match(found.string[found.end() :])
            for found in after
            if found is not None
            for name in known
        )

    def only_eligible(self, support: tuple[Support, ...]) -> bool:
        """Whether so many could have been put into the groups of a trial: not all of them were."""
        if self._m.brief.kind not in BY_CHANCE:
            return False
        held = texts(self._m.record)
        return any(
            isinstance(s, QuoteSupport) and _ELIGIBLE.match(held.get(s.field, "")[s.end :])
            for s in support
        )


def _counted_with(m: Material, support: tuple[Support, ...], illness: str) -> bool:
    return counted_with(m, illness, support)


def says(held: tuple[Support, ...], pattern: str) -> bool:
    """Whether any of the quotes holds what the pattern looks for."""
    return any(
        re.search(pattern, q.text, re.IGNORECASE) for q in held if isinstance(q, QuoteSupport)
    )

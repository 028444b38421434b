"""The facts of one study as short phrases, each with its support, ready for the frames."""

from __future__ import annotations

import re
from functools import cached_property

from evidence_atlas.records import Group, QuoteSupport, Support, quoted, texts

from .limits import an_arm, counted, finished, started
from .material import Material, Piece
from .nameable import nameable, of_illness, said_to_have
from .rules import named
from .studied import counted_as, names_another
from .tables import table
from .words.clause import causal, loaded
from .words.lengths import of_the_study
from .words.names import length
from .words.numbers import as_read, joined, stands_in

_NOUNS = table("nouns.toml")
_ARTICLE: dict[str, str] = _NOUNS["article"]
_CONTROLS: list[dict[str, str]] = _NOUNS["controls"]
_TIDY = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_GIVING = re.compile(
    r"^(?:delivering|providing|receiving|using|offering|administering|implementing) (?:the )?",
    re.IGNORECASE,
)
"""Words before a treatment that are no part of its name."""
_ASKED_WITH = re.compile(r"\b(?:questionnaires?|surveys?|interviews?)$", re.IGNORECASE)
"""With what people were asked, which is not how they were found."""
_EFFECT_OF = re.compile(r"\b(?:effects?|impact|efficacy|benefits?) of\b", re.IGNORECASE)
_OF_TREATMENT = r"treatment|therapy|training|programme|program|intervention|exercise"
_ONCE = ("cross-sectional", "cross sectional", "crosssectional", "single time point")
_FUNCTION_WORDS = frozenset(_NOUNS["small"]["words"])
MOST_WORDS = 9
# How people were found, where it can follow them in a sentence ("people, via social media").
_FOUND_HOW = re.compile(
    r"(?:recruited|enrolled|invited|referred|from|via|through|by|at|attending|seen)\b",
    re.IGNORECASE,
)
_CAME_BEFORE = re.compile(
    r"\b(?:after|following|since|post|(?:consequences|sequelae|effects|symptoms|complications|"
    r"aftermath) (?:of|after|following))[ -]$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:when|compar|among|in|than|to|versus|vs|with|from|between|relative|observed|seen)\b|"
    r"^(?:patients|people|participants|subjects|group)$",
    re.IGNORECASE,
)


def short(phrase: str, most: int = MOST_WORDS) -> str | None:
    """A noun phrase fit for a sentence: no brackets, no verb clause, few words; else None."""
    text = " ".join(_TIDY.sub("", phrase).split()).strip(" ,;:.")
    if not text or length(text) > most or text.count("(") != text.count(")"):
        return None
    if any(mark in text for mark in (";", ":", "=", "<", ">", "±")):
        return None
    if re.search(
        r"\b(was|were|is|are|had|has|have|did|showed|that|which|who|we|our)\b", text, re.I
    ):
        return None
    return text


def uncapital(text: str) -> str:
    """The phrase within a sentence: a plain first word loses its capital, a name keeps it."""
    head, _, rest = text.partition(" ")
    if head in _FUNCTION_WORDS:
        return head.lower() + text[len(head) :]
    if rest[:1].isupper() and head != "A":
        # "Pain Severity Scale" is a name.
        return text
    plain = head[:1].isupper() and (head[1:].islower() or head == "A")
    return text[:1].lower() + text[1:] if plain and not _is_name(head) else text


def _is_name(word: str) -> bool:
    return word in _NOUNS["names"]["words"]


def with_article(name: str) -> str:
    """A thing that is counted with its article ("a placebo"), other things as they are."""
    return _ARTICLE.get(name.casefold(), name)


class Slots(dict[str, Piece]):
    """The facts known of a study by slot name; what is not stated is simply not there."""

    def __init__(self, m: Material) -> None:
        super().__init__()
        self._m = m
        self._condition()
        self._people()
        self._groups()
        self._treatments()
        self._outcomes()
        self._rest()

    def _put(self, name: str, text: str | None, support: tuple[Support, ...]) -> None:
        """A fact goes in only with words and with something they stand on."""
        if text and support:
            self[name] = Piece(text, support)

    def _condition(self) -> None:
        r = self._m.reading
        names = (r.condition_as_named, *r.conditions[:1])
        for name in names:
            if name:
                support: tuple[Support, ...] = self._m.words(name)
                if not support:
                    own = self._m.quotes("condition_as_named", f"conditions.{name}")
                    name, support = (own[0].text, own) if own else (name, own)
                if support and "condition" not in self and len(name.split()) <= 8:
                    self._put("condition", " ".join(name.split()), support)
        if "condition" not in self:
            return
        if self._m.illness_is_outcome:
            # Of two illnesses, the one that the title asks about is what people may get.
            asked = self._m.outcome_in_title or ""
            same = asked.casefold() in self["condition"].text.casefold()
            self["illness_outcome"] = self["condition"]
            if not same:
                self._put("illness_outcome", asked, self._m.words(asked))
        name = self["condition"].text
        if not self._m.only_an_example(name) and said_to_have(self._m, name):
            self["had"] = self._either()

    def _either(self) -> Piece:
        """What the people had: one of two illnesses where the title names two and no count one."""
        m, own = self._m, self["condition"]
        counted = " ".join(q.text for q in m.quotes("participants.with_illness"))
        if own.text.casefold() in counted.casefold() or not m.in_title(own.text):
            return own
        for name in m.reading.conditions:
            quotes = m.quotes(f"conditions.{name}")
            other = name if m.in_title(name) else quotes[0].text if quotes else ""
            if other.casefold() == own.text.casefold() or not m.in_title(other):
                continue
            if self._only_before(other) or self._seen_within(other, own.text):
                continue
            if other.casefold() in own.text.casefold() or own.text.casefold() in other.casefold():
                continue
            support = m.words(other)
            if support:
                held = (*own.support, *support, named("either-illness"))
                return Piece(f"{own.text} or {other}", held)
        return own

    def _only_before(self, illness: str) -> bool:
        """Whether the title names an illness only as what came before: "the effects of …"."""
        title = self._m.record.title
        at = [f.start() for f in re.finditer(re.escape(illness), title, re.IGNORECASE)]
        return bool(at) and all(_CAME_BEFORE.search(title[:start]) for start in at)

    def _seen_within(self, one: str, illness: str) -> bool:
        """Whether the title names one as what is looked at in the illness: "Cough in asthma"."""
        between = r" (?:\w+ ){0,3}(?:in|among|of) (?:[\w-]+ ){0,4}"
        words = rf"\b{re.escape(one)}{between}{re.escape(illness)}"
        return re.search(words, self._m.record.title, re.IGNORECASE) is not None

    @cached_property
    def _noun(self) -> Piece:
        """Who they were in one word, as far as stated."""
        who, m = self._m.reading.who, self._m
        age, sex = who.adults_or_children, who.sex
        ages, sexes = m.quotes("who.adults_or_children"), m.quotes("who.sex")
        if age == "adults" and sex in ("female", "male") and _says(sexes, r"wom[ae]n|\bm[ae]n\b"):
            return Piece("women" if sex == "female" else "men", sexes)
        if age == "adults" and _says(ages, r"adult"):
            return Piece("adults", ages)
        if age == "children" and _says(ages, r"child|pa?ediatric|adolescen|teenage"):
            return Piece("children" if _says(ages, "child") else "people", ages)
        return Piece("people")

    def _with(self, n: int, support: tuple[Support, ...], condition: bool) -> Piece:
        noun = self._noun
        words = {
            "people": "person",
            "children": "child",
            "women": "woman",
            "men": "man",
            "adults": "adult",
        }
        text = noun.text if n != 1 else words.get(noun.text, "young person")
        said = f"{as_read(n)} {text}"
        held: tuple[Support, ...] = (*support, *noun.support)
        if condition and "had" in self:
            said += f" with {self['had'].text}"
            held = (*held, *self["had"].support)
        return Piece(said, held)

    def people(self, path: str) -> Piece | None:
        """So many people as stand under `path`, and what they had where all of them had it."""
        m, p = self._m, self._m.reading.participants
        n = getattr(p, path)
        support = m.number(f"participants.{path}", n)
        if n is None or not support:
            return None
        # A number that counts healthy people too is not a number of people with the illness.
        controls = p.controls is not None and m.brief.kind not in ("trial", "crossover")
        with_illness = (not controls or path == "patients") and "illness_outcome" not in self
        if p.with_illness is not None and p.with_illness < n:
            with_illness = False
        # Only the reading knows whether all of them had it: the title may name it for others.
        had = with_illness and m.had_it(n) and "had" in self
        if not controls and n == p.total and not (had and not names_another(m, self["had"].text)):
            theirs = counted_as(m, n, support)
            if theirs is not None:
                return theirs
        return self._with(n, support, had)

    def _people(self) -> None:
        m, p = self._m, self._m.reading.participants
        for path in ("randomised", "enrolled", "total", "patients", "analysed", "completed"):
            counted_so = self.people(path)
            if counted_so is not None:
                self.setdefault("started_people", counted_so)
        for name, n in (("started", started(m.reading)), ("finished", finished(m.reading))):
            if n is not None:
                self._put(name, as_read(n), self._number_support(n))
        n = counted(m.reading)
        if n is not None:
            self._put("counted_people", f"{as_read(n)} people", self._number_support(n))
        if p.planned is not None and m.number("participants.planned", p.planned):
            self["planned_people"] = self._with(
                p.planned,
                m.number("participants.planned", p.planned),
                "condition" in self and m.in_title(self["condition"].text),
            )
        begin = self.get("started")
        self["divided"] = Piece("those who finished") if _fewer(m) else Piece("the people")
        if begin is None:
            del self["divided"]

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
            self["patients"] = self._with(
                p.patients,
                m.number("participants.patients", p.patients),
                # Patients of two illnesses may be one sum.
                p.with_illness is None or p.with_illness >= p.patients,
            )
            everyone = m.number("participants.total", p.total)
            if p.total is not None and everyone and p.patients < p.total:
                of_them = m.number("participants.patients", p.patients)
                self._put("patients_of", as_read(p.total), everyone)
                self._put("patients_n", as_read(p.patients), of_them)
        controls = [g for g in p.groups if g.kind == "controls"]
        if controls:
            numbered = [g for g in controls if g.n is not None]
            if numbered:
                text = joined([f"{as_read(g.n or 0)} {control_words(g)}" for g in numbered])
                self._put("controls", text, tuple(quoted(g.quote) for g in numbered))
            names = joined(list(dict.fromkeys(control_words(g) for g in controls)))
            self._put("controls_unnumbered", names, tuple(quoted(g.quote) for g in controls))
        elif p.controls is not None and m.number("participants.controls", p.controls):
            self._put(
                "controls",
                f"{as_read(p.controls)} people without it",
                (*m.number("participants.controls", p.controls), _CONTROL_RULE),
            )
            if m.brief.kind not in ("comparison", "genes"):
                del self["controls"]
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

    def _named(self, words: tuple[str, ...], kind: str) -> list[Piece]:
        found = []
        for word in words:
            text = short(self._as_given(kind, word))
            if kind == "interventions" and re.match(r"(?:sham|placebo|dummy)\b", text or "", re.I):
                continue
            support = self._m.named(f"{kind}.{word}", word)
            if not support and kind == "outcomes":
                support = self._m.named(f"measures.{word}", word)
            if text and support and not loaded(text) and not _EFFECT_OF.search(text):
                if text not in (word, *(q.text for q in support if isinstance(q, QuoteSupport))):
                    support = (*support, *self._m.words(text))
                text = uncapital(self._in_small(text))
                found.append(Piece(with_article(text), support))
        return _distinct(found)

    def _in_small(self, text: str) -> str:
        """The capitals of a title are no part of a name that the abstract writes without them."""
        small = re.compile(rf"\b{re.escape(text.lower())}\b")
        return text.lower() if small.search(texts(self._m.record).get("abstract", "")) else text

    def _as_given(self, kind: str, word: str) -> str:
        """A treatment is called what the text calls it; other things keep the atlas's name."""
        if kind not in ("interventions", "comparators"):
            return word
        given = self._with_noun(_GIVING.sub("", self._m.as_given(kind, word)))
        return given if short(given, 5) else _GIVING.sub("", word)

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
        given = self._named(r.interventions, "interventions")
        against = [
            p for p in self._named(r.comparators, "comparators")
            if p.text.casefold() not in {g.text.casefold() for g in given}
        ]  # fmt: skip
        if given and len(given) <= 3:
            # Without a comparator the treatments of a trial are set against each other.
            self["treatment"] = (
                given[0] if self._m.brief.kind in ("trial", "crossover") else _and(given)
            )
        if against:
            self["against_treatment"] = _and(against, "or")
        elif len(given) == 2 and self._m.brief.kind in ("trial", "crossover", "open_groups"):
            self["against_treatment"] = given[1]
        arms = _distinct([*given, *against])
        if 2 <= len(arms) <= 4:
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
            if not loaded(text) and not causal(text):
                support: tuple[Support, ...] = self._m.words(result.outcome or "")
                if not support:
                    support = self._m.named(f"measures.{result.outcome}", result.outcome or "")
                if not support:
                    continue
                self["outcome"] = Piece(uncapital(text), support)
                break
        for kind, words in (("outcomes", (*r.outcomes, *r.measures)), ("measures", r.measures)):
            near = {w: self._m.standing(kind, w) for w in words}
            # What stands only in the background, or in a name, is not what was measured.
            order_by_place = sorted((w for w in near if near[w] < 4), key=lambda w: near[w])
            listed = [p for p in self._named(tuple(order_by_place), kind) if nameable(p.text)]
            # What the title names is what the study is about; other things do not stand beside.
            titled = [p for p in self._named(tuple(w for w in order_by_place if not near[w]), kind)
                      if nameable(p.text)]  # fmt: skip
            if titled:
                self["titled"] = _and(titled[:2])
            if titled or listed:
                self["measured"] = _and((titled or listed)[:2])
                break
        told = self._m.reading
        parts = [r for r in order if r.scope == "subgroup" and not an_arm(r, told)]
        # The part of whom something was found is the one that a reader may widen.
        for result in sorted(
            parts, key=lambda r: r.direction in ("no difference", "no association")
        ):
            if result.who and names_part(result.who):
                self._put("subgroup", uncapital(short(result.who) or ""), self._m.words(result.who))
            elif result.n is not None and stands_in(result.n, result.quote.text):
                self._put("subgroup", f"{as_read(result.n)} people", (quoted(result.quote),))
            if "subgroup" in self:
                break

    def _rest(self) -> None:
        m, r = self._m, self._m.reading
        for name, path in (("duration", "design.duration"), ("follow_up", "design.follow_up")):
            value = getattr(r.design, name)
            if value and short(value, 5) and of_the_study(m, path):
                self._put(name, short(value, 5), m.fact(path, value))
        for name in ("setting", "recruitment"):
            value = getattr(r.who, name)
            if value and _ASKED_WITH.search(value):
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
        if r.definitions:
            names = joined([d.name for d in r.definitions], r.definitions_joined_by or "and")
            self._put("definitions", names, (
                *(quoted(d.quote) for d in r.definitions),
                *(named("case-definition", name=d.name)
                  for d in r.definitions),
            ))  # fmt: skip
        self._put("registration", r.registration, m.fact("registration", r.registration))
        titled = [w for w in r.interventions if m.standing("interventions", w) == 0]
        without = m.brief.kind in ("narrative", "hypothesis", "guideline")
        for name in ("treatment", "titled", "measured", "topic"):
            if name == "treatment" and without and not titled:
                continue
            if name == "measured" and m.brief.kind in ("narrative", "hypothesis", "guideline"):
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
        animal = re.search(r"\b(mice|rats|mouse|rat|zebrafish|rabbits?|dogs?|monkeys?)\b",
                           " ".join(texts(m.record).values()), re.I)  # fmt: skip
        if animal and m.brief.kind == "animals":
            kind = animal.group().lower()
            self._put("animal", _NOUNS["animals"].get(kind, kind), m.words(animal.group()))

    def _when(self) -> None:
        """Seen once, or looked back at: only where the text says it and tells no change."""
        m, r = self._m, self._m.reading
        within = any(result.comparison == "within_group" for result in r.results)
        if m.brief.kind == "survey" and not within and not r.design.follow_up:
            said = next((s for word in _ONCE if (s := m.words(word))), ())
            self._put("once", "Each was seen or asked once", said)
        if r.design.prospective is False and "started_people" in self:
            people = self["started_people"]
            where = m.quotes("design.prospective")
            if where:
                self["looked_back"] = Piece(people.text, (*people.support, *where))

    def _bears_on(self) -> None:
        """What the study bears on, by the badge, for where its own nouns cannot be told."""
        m = self._m
        names = {t.key: t.name for t in m.condition.topics}
        found = []
        for key, because in zip(m.grades.topics.value, m.grades.topics.because, strict=False):
            where = m.words(because.quote.text) if because.quote else ()
            if key in names and where:
                name = with_article(uncapital(names[key].split(":")[-1].strip()))
                found.append(Piece(name, (*where, named("topic", name=name))))
        if found:
            self["bears_on"] = found[0]


_CONTROL_RULE = named("control-people")


def control_words(group: Group) -> str:
    """Whom the patients were compared with, in plain words but as named: healthy, sedentary, …"""
    name = group.name.casefold()
    for entry in _CONTROLS:
        if re.search(entry["pattern"], name):
            return entry["plain"]
    named_as = re.sub(r"^(?:the )?those\b", "people", short(group.name) or "", flags=re.I)
    return "people for comparison" if not named_as or loaded(named_as) else uncapital(named_as)


def names_part(who: str) -> bool:
    """A short name of people, fit to tell a part of them from the rest."""
    text = short(who)
    return bool(text) and not loaded(who) and not _NO_NAME.search(who)


def _says(quotes: tuple[QuoteSupport, ...], pattern: str) -> bool:
    return any(re.search(pattern, q.text, re.IGNORECASE) for q in quotes)


def _fewer(m: Material) -> bool:
    begin, end = started(m.reading), finished(m.reading)
    return begin is not None and end is not None and end < begin


def _distinct(pieces: list[Piece]) -> list[Piece]:
    seen: dict[str, Piece] = {}
    for piece in pieces:
        seen.setdefault(piece.text.casefold(), piece)
    return list(seen.values())


def _and(pieces: list[Piece], last: str = "and") -> Piece:
    support = tuple(dict.fromkeys(s for piece in pieces for s in piece.support))
    return Piece(joined([piece.text for piece in pieces], last), support)

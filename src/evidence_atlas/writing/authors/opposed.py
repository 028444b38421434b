"""Two treatments set against each other more than once: what speaks for each is told, or neither.

A review may find the one ahead on one measure and the other on the next. Where only one of these
can be told in plain words, the page would take a side. Which treatment it is plays no part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from evidence_atlas.records import quote, quoted, texts

from ..brief.kinds import OF_OTHERS_STUDIES, WITH_ARMS
from ..material import Material, Piece
from ..rules import named
from ..said import Keep, Said, said
from ..sentences.in_full import unexplained
from ..sentences.indirect import candidates, cleaned, longest_first, place_of
from ..sentences.judged import judging_quoted, judging_unquoted, restated
from ..sentences.sentence_of import sentence_of
from ..sentences.standing import leans
from ..tables import table
from ..words.edges import without_brackets
from ..words.noun_phrases import uncapital
from .authors_report import reported

_TABLE = table("authors/opposed.toml")
_AGAINST = re.compile(_TABLE["against"], re.IGNORECASE)
_TITLE, _CALLED = (re.compile(_TABLE[name], re.IGNORECASE) for name in ("title", "called"))
_REPORTED = table("wording.toml")["reported"]
_ENDS = re.compile(_REPORTED["ends"], re.IGNORECASE)
_TAKES_BACK = re.compile(_REPORTED["takes_back"], re.IGNORECASE)
FEWEST_WORDS, MOST_WORDS, MOST_FORMS, MOST_ADDED = 5, 40, 1, 2


@dataclass(frozen=True)
class Contest:
    """A sentence that sets treatments against something: those named first, and the others."""

    at: int
    first: frozenset[int]
    others: frozenset[int]

    def opposes(self, other: Contest) -> bool:
        """Whether a treatment that is named first in the one is set behind in the other."""
        return bool(self.first & other.others or self.others & other.first)


def contests(m: Material) -> list[Contest]:
    """The sentences of the results that set a treatment of this paper against something."""
    if m.brief.kind != "review" and m.brief.kind not in WITH_ARMS:
        return []
    names = [*enumerate(_treatments(m))]
    found = list[Contest]()
    for at, sentence in enumerate(m.reading.sentences):
        text = without_brackets(sentence.text)
        mark = _AGAINST.search(text)
        if sentence.role != "results" or mark is None:
            continue
        sides = (text[: mark.start()], text[mark.end() :])
        first, others = (frozenset(i for i, n in names if n.search(side)) for side in sides)
        if first or others:
            found.append(Contest(at, first, others - first))
    return found


def _treatments(m: Material) -> list[re.Pattern[str]]:
    """Each treatment by its name and by the short form that is printed behind it."""
    held = "\n".join(texts(m.record).values())
    found = []
    known = (*m.reading.interventions, *m.reading.comparators)
    titled = _TITLE.search(m.record.title)
    # A title's words are a name where no treatment that is known stands in them.
    others = [
        name for name in (titled.groups() if titled else ())
        if not any(k.casefold() in name.casefold() for k in known)
    ]  # fmt: skip
    for name in dict.fromkeys((*known, *others)):
        forms = re.findall(
            rf"(?<!\w)(?i:{re.escape(name)})(?: [\w-]+){{0,2}}? \(([A-Z][\w-]*[A-Z]\w*)\)", held
        )
        each = "|".join(map(re.escape, dict.fromkeys((name, *forms))))
        found.append(re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE))
    return found


def with_opposed(m: Material, told: list[Said]) -> list[Said]:
    """The findings; beside one that a treatment is ahead in, one in which it is behind.

    Where no such sentence can be told, the one that stands alone goes, too.
    """
    all_of_them = contests(m)
    places = {at for s in told if (at := sentence_of(m, s)) is not None}
    added = dict[int, Said]()
    alone = set[int]()
    for contest in (c for c in all_of_them if c.at in places):
        against = [c for c in all_of_them if c.opposes(contest)]
        if any(c.at in places or c.at in added for c in against):
            continue
        found = [(c.at, s) for c in against if (s := theirs(m, c.at)) is not None]
        added.update(found[:MOST_ADDED])
        if against and not found:
            alone.add(contest.at)
    left = [s for s in told if sentence_of(m, s) not in alone]
    return _in_their_places(m, left, added)


def theirs_together(m: Material, places: list[int]) -> Said | None:
    """Sentences in one statement as the authors', in their order; None where one cannot be told."""
    each = [theirs(m, at) for at in sorted(places)]
    told = [s for s in each if s is not None]
    if len(told) < len(each) or not all(" that " in s.text for s in told):
        return None
    claims = [f"They add that {s.text.partition(' that ')[2]}" for s in told[1:]]
    return replace(
        told[0],
        text=" ".join((told[0].text, *claims)),
        support=tuple(dict.fromkeys(support for s in told for support in s.support)),
        about=tuple(path for s in told for path in s.about),
    )


def _in_their_places(m: Material, told: list[Said], added: dict[int, Said]) -> list[Said]:
    """What was added stands where the text has it: before the first finding that comes later."""
    done = list(told)
    for at, sentence in sorted(added.items()):
        places = [sentence_of(m, s) for s in done]
        behind = [i for i, place in enumerate(places) if place is not None and place > at]
        done.insert(behind[0] if behind else len(done), sentence)
    return done


def theirs(m: Material, at: int) -> Said | None:
    """The sentence as what the authors report, words that judge between quotation marks."""
    found = next(reported(m, at, coded=True), None)
    if found is not None and not leans(found.text):
        text = found.text if m.retold else judging_quoted(found.text)
        return replace(found, text=text, lay=False, keep=Keep.NOT_IN_QUICK)
    sentence = m.reading.sentences[at]
    text = without_brackets(cleaned(sentence.text))
    by_chance = m.reading.design.randomised is True
    lead = "write" if m.brief.kind in OF_OTHERS_STUDIES else "report"
    held = quoted(quote(texts(m.record), "abstract", sentence.start, sentence.end))
    for whole, part in longest_first(candidates(text, FEWEST_WORDS, MOST_WORDS, _ENDS)):
        plain = restated(part, randomised_result=by_chance)
        if m.retold and plain is not None and plain != (bare := judging_unquoted(plain)):
            # A retelling says itself whose word it is; else the word stays out.
            plain = bare if _CALLED.search(bare) else None
        if plain is None or leans(plain) or _TAKES_BACK.search(whole[len(part) :]):
            continue
        if len(unexplained(m, plain)) > MOST_FORMS:
            continue
        words = f"The authors {lead} that {uncapital(plain)}"
        about = (place_of(m, at),)
        return said(Piece(words, (held,)), named("authors-report"), voice="authors", about=about)
    return None

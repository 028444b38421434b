"""One study's questions and answers, and the page that comes of them.

The page is ours from the start, and complete. Each sentence of an answer takes the place of
one or more sentences of ours where the gate has nothing to say against the page with it in
place; otherwise it is asked for again with the reason, and after the last turn ours stands.
The same page, gate and answers give the same page: nothing here knows clock or network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeGuard

import msgspec

from evidence_atlas.records import (
    Flag,
    Page,
    QuoteSupport,
    Reading,
    Record,
    Section,
    Statement,
    Support,
    digest,
    lasting,
    reading_minutes,
    results_in,
    statement_id,
    told_once,
)

from . import prompt
from .values import Answer, Ask, Wording

SECTIONS = ("quick_summary", "observed_findings", "inferred_conclusions")
"""The sections that tell this study alone; the others rest on rules, badges and other studies."""

TURNS = 3
"""One question, and the refused sentences asked for again at most twice."""

QUICK_WORDS = 80
"""Words of the whole Quick Summary, as our own writer keeps to it."""

MOST_WORDS = {"quick_summary": 25}
_MOST_WORDS_ELSEWHERE = 40
_TOLD = re.compile(r"^(?:participants|harms|results\.\d+|conclusions\.\d+)$")
_THEIRS = re.compile(r"\bauthors?\b|\breview\b|\bguideline\b|\bpanel\b", re.IGNORECASE)

Judge = Callable[[Page], tuple[Flag, ...]]


class Refused(Exception):
    """Why a sentence is not taken, in words for whoever is asked to put it right."""


class Conversation:
    """What there is to ask about one page, and what the answers make of it.

    `ask` gives the next question or None; `take` its answer. `page` is the page so far,
    `worded` the ids of the sentences on it that are the model's, `refused` how many sentences
    of ours stand because what the model gave in their place did not pass.
    """

    def __init__(
        self,
        page: Page,
        record: Record,
        reading: Reading,
        study_type: str | None,
        judge: Judge,
        model: str,
    ) -> None:
        self.page, self._ours = page, page
        self._record, self._reading, self._study_type = record, reading, study_type
        self._judge = judge
        self.worded: list[str] = []
        self._turn = 0
        self._again = ""
        self._refusals: list[tuple[Wording, str]] = []
        self._turned_away: set[int] = set()
        self._offered = _offered(page, reading)
        self._open = set(self._offered)
        flags = judge(page) if self._offered else ()
        # What the gate holds already is not made better by other words.
        self._done = not self._offered or any(f.severity == "CRITICAL" for f in flags)
        self._before = {(f.code, f.statement) for f in flags}
        asked_of_all = prompt.material(record, reading, study_type, ())
        ids = [s.id for s in self._offered.values()]
        self._key = digest(model, prompt.DIGEST, asked_of_all, ids)

    @property
    def refused(self) -> int:
        return len(self._turned_away)

    def ask(self) -> Ask | None:
        """The next question, None where all is said.

        Its key holds the ids of our sentences and not their words: a new wording of ours asks
        nothing anew, and the gate judges the answer on the page as it is now.
        """
        if self._done:
            return None
        ours = [
            (number, s, self._cited_by(s))
            for number, s in self._offered.items()
            if number in self._open
        ]
        words = prompt.material(self._record, self._reading, self._study_type, ours)
        return Ask(
            key=digest(self._key, self._turn, self._again),
            study=self.page.study,
            turn=self._turn,
            prompt=f"{words}\n\n{self._again}".strip(),
        )

    def take(self, answer: Answer) -> None:
        """Put what passes into the page, and note what is to be asked again."""
        self._refusals = []
        if answer.reply is None:
            self._again = prompt.again((), answer.malformed or "it was empty")
        else:
            for wording in answer.reply.sentences:
                self._try(wording)
            self._open = {n for w, _ in self._refusals for n in w.instead_of} & self._open
            self._again = prompt.again(
                [
                    {**msgspec.to_builtins(wording), "refused_because": because}
                    for wording, because in self._refusals
                ],
                None,
            )
        self._turn += 1
        self._done = self._turn == TURNS or not self._open

    def _try(self, wording: Wording) -> None:
        try:
            page, statement = self._with(wording)
            self._check(page, wording)
        except Refused as refused:
            self._refusals.append((wording, str(refused)))
            self._turned_away |= set(wording.instead_of) & self._open
            return
        self.page = page
        self.worded.append(statement.id)
        self._open -= set(wording.instead_of)
        self._turned_away -= set(wording.instead_of)

    def _with(self, wording: Wording) -> tuple[Page, Statement]:
        """The page with the sentence in place of ours. Raises Refused where it has none."""
        unknown = [n for n in wording.instead_of if n not in self._open]
        if unknown or not wording.instead_of:
            raise Refused(f"instead_of must name sentences that were asked for, not {unknown}")
        replaced = [self._offered[n] for n in dict.fromkeys(wording.instead_of)]
        first = replaced[0]
        if any((s.section, s.label, s.voice) != (first.section, first.label, first.voice)
               for s in replaced):  # fmt: skip
            raise Refused("it joins sentences of different sections or labels")
        text = " ".join(wording.text.split())
        self._fits(text, replaced)
        support = (*self._quotes(wording, replaced), *_carried(replaced))
        told = Statement(
            id="",
            text=text,
            section=first.section,
            depths=first.depths,
            support=support,
            voice=first.voice,
            label=first.label,
            about=tuple(dict.fromkeys(a for s in replaced for a in s.about)),
        )
        return _replaced(self.page, {s.id for s in replaced}, told)

    def _fits(self, text: str, replaced: Sequence[Statement]) -> None:
        """Length, and whose words they are. Raises Refused."""
        ours = replaced[0]
        most = max(
            MOST_WORDS.get(ours.section, _MOST_WORDS_ELSEWHERE),
            sum(len(s.text.split()) for s in replaced),
        )
        if not text or len(text.split()) > most:
            raise Refused(f"a sentence has one to {most} words here")
        if ours.voice == "authors" and not _THEIRS.search(text):
            raise Refused("it tells what the authors conclude, and must say that it is theirs")

    def _quotes(self, wording: Wording, replaced: Sequence[Statement]) -> tuple[QuoteSupport, ...]:
        """The sentences named, as quotes. Raises Refused where they are not the right ones.

        A sentence that tells a result rests on the sentence that reports it, and on none that
        reports another: so it is measured against the very result that ours tells.
        """
        sentences = self._reading.sentences
        named = sorted(set(wording.rests_on))
        if not named or not all(1 <= n <= len(sentences) for n in named):
            raise Refused(f"rests_on must name sentences of the abstract, 1 to {len(sentences)}")
        needed = {self._reading.results[i].sentence + 1 for s in replaced for i in _results(s)}
        if not needed <= set(named):
            raise Refused(f"the result stands in sentence {sorted(needed - set(named))}")
        reporting = {r.sentence + 1 for r in self._reading.results}
        allowed = needed.union(*(self._cited_by(s) for s in replaced))
        foreign = [n for n in named if n in reporting - allowed]
        if foreign:
            raise Refused(f"sentence {foreign} reports another result than the one replaced")
        return tuple(
            QuoteSupport(field="abstract", start=s.start, end=s.end, text=s.text)
            for s in (sentences[n - 1] for n in named)
        )

    def _check(self, page: Page, wording: Wording) -> None:
        """Raises Refused where the gate says anything that it did not say of our own page."""
        quick = next((s for s in page.sections if s.name == "quick_summary"), None)
        if quick and _words(quick) > max(QUICK_WORDS, _words(_section(self._ours, quick.name))):
            raise Refused(f"the quick_summary would be longer than {QUICK_WORDS} words")
        replaced = {self._offered[n].id for n in wording.instead_of}
        before = {(code, s) for code, s in self._before if s not in replaced}
        new = [f for f in self._judge(page) if (f.code, f.statement) not in before]
        if new:
            raise Refused("; ".join(dict.fromkeys(f"{f.code}: {f.detail}" for f in new)))

    def _cited_by(self, statement: Statement) -> list[int]:
        """The abstract's sentences, by number, that a sentence of ours quotes from."""
        quotes = [s for s in statement.support if _of_abstract(s)]
        return [
            number
            for number, s in enumerate(self._reading.sentences, 1)
            if any(q.start < s.end and s.start < q.end for q in quotes)
        ]


def _offered(page: Page, reading: Reading) -> Mapping[int, Statement]:
    """The sentences of ours that may be worded anew, numbered from 1.

    Those that tell who took part, a result that was read, harms or a conclusion. What rests on
    the atlas's own rules (limits, certainty, what is left out) is no model's to say.
    """
    if page.bare or not reading.sentences:
        return {}
    told = (
        s
        for section in page.sections
        if section.name in SECTIONS
        for s in told_once(section.statements)
        if s.about and all(_TOLD.match(about) for about in s.about)
    )
    return dict(enumerate(told, 1))


def _of_abstract(support: Support) -> TypeGuard[QuoteSupport]:
    return isinstance(support, QuoteSupport) and support.field == "abstract"


def _results(statement: Statement) -> list[int]:
    return results_in(statement.about)


def _carried(replaced: Sequence[Statement]) -> list[Support]:
    """What ours stands on beside the abstract: rules, glossary, title, record."""
    found = [x for s in replaced for x in s.support if not _of_abstract(x)]
    return list(dict.fromkeys(found))


def _section(page: Page, name: str) -> Section:
    return next(s for s in page.sections if s.name == name)


def _words(section: Section) -> int:
    return sum(len(s.text.split()) for s in section.statements)


def _replaced(page: Page, ids: set[str], told: Statement) -> tuple[Page, Statement]:
    """The page with `told`, under its id, where the first of the replaced sentences stood."""
    section = _section(page, told.section)
    held = lasting(told.support)
    same = sum(lasting(s.support) == held and s.id not in ids for s in section.statements)
    taken = {s.id for s in page.statements()} - ids
    while (made := statement_id(page.study, told.section, held, same)) in taken:
        same += 1
    told = msgspec.structs.replace(told, id=made)
    statements: list[Statement] = []
    for s in section.statements:
        if s.id not in ids:
            statements.append(s)
        elif told not in statements:
            statements.append(told)
    sections = tuple(
        msgspec.structs.replace(s, statements=tuple(statements)) if s is section else s
        for s in page.sections
    )
    return (
        msgspec.structs.replace(page, sections=sections, reading_minutes=reading_minutes(sections)),
        told,
    )

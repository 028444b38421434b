"""A language model in the draft stage: it asks, the gate judges, ours stands where it must.

Imported only where the operator has switched a model on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import nullcontext
from decimal import Decimal

from ..language_models import (
    PROMPT_VERSION,
    VERSION,
    Answer,
    Ask,
    Asking,
    Budget,
    Choice,
    Conversation,
    Failure,
    Stopped,
)
from ..language_models.asking import Asks
from ..language_models.conversation import Judge
from ..language_models.disclosure import disclosed
from ..language_models.prompt import DIGEST
from ..records import Drafting, Flag, Grades, Page, Reading, Record, digest, from_json, to_json
from ..store.models import StageOutput
from . import model_answers, tables
from .context import Context, Tally, hashed
from .model_answers import Kept
from .outputs import Around
from .refresh import batched, keep, payloads
from .stages.draft import OWN
from .state import Atlas

BATCH = 50
"""Pages in memory at once. Answers are kept one by one as they come."""


class Talk:
    """One study's conversation, with the answers that it has used."""

    def __init__(
        self,
        own: Page,
        record: Record,
        reading: Reading,
        study_type: str | None,
        judge: Judge,
        model: str,
    ) -> None:
        self.own, self.judge, self._model = own, judge, model
        self.conversation = Conversation(own, record, reading, study_type, judge, model)
        self.used: list[Kept] = []
        self.finished = False

    @property
    def study(self) -> str:
        return self.own.study

    def take(self, kept: Kept) -> None:
        self.used.append(kept)
        self.conversation.take(kept.answer)

    def page(self) -> Page:
        """The page as it now stands, with what the model did for it."""
        if not self.used:
            return self.own
        usages = [k.answer.usage for k in self.used]
        costs = [k.cost for k in self.used if k.cost is not None]
        drafting = Drafting(
            model=self._model,
            prompt_version=PROMPT_VERSION,
            sentences=tuple(self.conversation.worded),
            asked=tuple(sorted({k.day for k in self.used})),
            asks=len(self.used),
            refused=self.conversation.refused,
            input_tokens=sum(u.input_tokens for u in usages),
            output_tokens=sum(u.output_tokens for u in usages),
            cost=f"{sum(costs, Decimal(0)).normalize():f}" if costs else None,
        )
        return disclosed(self.conversation.page, drafting)


class LanguageModel:
    """The operator's model in one run. Without a client nothing is asked: what was answered
    before is used, and pages that still wait for an answer keep our own sentences."""

    def __init__(self, choice: Choice, client: Asks | None = None) -> None:
        self._choice, self._client = choice, client
        self._asking: Asking | None = None
        self._answered = self._tokens = 0

    def word(
        self, context: Context, tally: Tally, atlas: Atlas, own: Mapping[str, str]
    ) -> dict[str, str]:
        """Bring the pages up to date with what the model says; gives their output hashes.

        A page that still waits for an answer is kept under a digest of its own, so that the
        next run goes on with it.
        """
        wanted = self._wanted(context, atlas, own)
        rows = StageOutput.objects.filter(stage="draft")
        known = {s: (i, o) for s, i, o in rows.values_list("subject", "input_hash", "output_hash")}
        for batch in batched([s for s in known if s not in wanted and s not in context.failed]):
            rows.filter(subject__in=batch).delete()
        found = {s: known[s][1] for s in wanted if s in known}
        state = {s: known.get(s, ("", ""))[0] for s in wanted}
        waiting = [s for s in wanted if state[s] == _unfinished(wanted[s])]
        stale = [s for s in wanted if state[s] not in (wanted[s], _unfinished(wanted[s]))]
        tally.bar.start("draft: language model", len(stale) + len(waiting))
        with self._open(context) as self._asking:
            for batch in batched(stale, BATCH):
                self._batch(context, tally, atlas, batch, wanted, found)
            for batch in batched(waiting, BATCH):
                if self._asking is None or self._asking.stopped is not None:
                    break
                self._batch(context, tally, atlas, batch, wanted, found)
        self._say(context, tally)
        return found

    def _wanted(self, context: Context, atlas: Atlas, own: Mapping[str, str]) -> dict[str, str]:
        version = context.version("checking")
        return {
            s: digest(
                *atlas.judged(s, page),
                context.condition_digest,
                version,
                VERSION,
                DIGEST,
                self._choice.name,
            )
            for s, page in own.items()
        }

    def _open(self, context: Context) -> Asking | nullcontext[None]:
        if self._client is None:
            return nullcontext()
        tokens, money = model_answers.spent(context.now)
        return Asking(self._choice, self._client, Budget(self._choice, tokens, money))

    def _batch(
        self,
        context: Context,
        tally: Tally,
        atlas: Atlas,
        batch: list[str],
        wanted: Mapping[str, str],
        found: dict[str, str],
    ) -> None:
        talks = self._talks(context, atlas, batch)
        self._run(context, talks)
        made = [(t.study, to_json(self._passing(context, t))) for t in talks]
        inputs = {
            t.study: wanted[t.study] if t.finished else _unfinished(wanted[t.study]) for t in talks
        }
        keep("draft", made, inputs, VERSION)
        for study, payload in made:
            if found.get(study) != hashed(payload):
                tally.made.add(study)
            found[study] = hashed(payload)
        tally.bar.advance(len(batch))

    def _talks(self, context: Context, atlas: Atlas, batch: list[str]) -> list[Talk]:
        records = tables.records({s: atlas.studies[s].main for s in batch})
        own, readings, levels = (payloads(x, batch) for x in (OWN, "reading", "level"))
        talks = []
        for s in batch:
            record, reading = from_json(records[s], Record), from_json(readings[s], Reading)
            grades = from_json(levels[s], Grades)
            judge = _judge(context, record, reading, grades, atlas.near.around(s))
            talks.append(
                Talk(
                    from_json(own[s], Page),
                    record,
                    reading,
                    grades.value("study_type"),
                    judge,
                    self._choice.name,
                )
            )
        return talks

    def _run(self, context: Context, talks: Iterable[Talk]) -> None:
        """Ask until every talk has ended or waits for another run."""
        talks = list(talks)
        known = model_answers.of_studies((t.study for t in talks), self._choice.name)
        out: dict[Future[Answer | Failure], tuple[Talk, Ask]] = {}

        def go_on(talk: Talk) -> None:
            while (ask := talk.conversation.ask()) is not None:
                if ask.key in known:
                    talk.take(known[ask.key])
                    continue
                if self._asking is not None:
                    out[self._asking.ask(ask)] = talk, ask
                return
            talk.finished = True

        for talk in talks:
            go_on(talk)
        while out:
            for future in wait(out, return_when=FIRST_COMPLETED).done:
                talk, ask = out.pop(future)
                try:
                    answer = future.result()
                except Stopped:
                    continue
                kept = model_answers.keep(ask, answer, self._choice, context.now)
                if kept is None:
                    self._failed(context, talk, answer)
                    continue
                self._answered += 1
                self._tokens += answer.usage.input_tokens + answer.usage.output_tokens
                talk.take(kept)
                go_on(talk)

    def _passing(self, context: Context, talk: Talk) -> Page:
        """The worded page, and ours where the gate would hold it: never held for a model."""
        page = talk.page()
        if page is talk.own:
            return page
        critical = [f for f in talk.judge(page) if f.severity == "CRITICAL"]
        if not critical:
            return page
        codes = ", ".join(dict.fromkeys(f.code for f in critical))
        context.error("draft", talk.study, f"language model: {codes}; our own page stands")
        return talk.own

    def _failed(self, context: Context, talk: Talk, found: Answer | Failure) -> None:
        message = found.message if isinstance(found, Failure) else ""
        context.error(
            "draft", talk.study, f"language model: {message}; our own sentences stand for now"
        )

    def _say(self, context: Context, tally: Tally) -> None:
        """How much was asked, and why no more was."""
        tally.note = f"{self._answered} answers of {self._choice.name}, {self._tokens} tokens"
        if self._asking is not None and self._asking.stopped is not None:
            context.reporter.line(f"! language model: {self._asking.stopped}; nothing more asked")


def _judge(
    context: Context, record: Record, reading: Reading, grades: Grades, around: Around
) -> Judge:
    """The gate, on any page of one study."""
    others = around.by_key()

    def judge(page: Page) -> tuple[Flag, ...]:
        return context.components.check(
            page, record, reading, grades, around.links, others, context.condition
        )

    return judge


def _unfinished(wanted: str) -> str:
    """The key of a page that waits for an answer: of the same input, and not final."""
    return digest(wanted, "unfinished")

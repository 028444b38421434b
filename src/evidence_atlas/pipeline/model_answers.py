"""The answers of language models in the store: kept as they come, used again at no cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import F, Sum

from ..language_models import PROMPT_VERSION, Answer, Ask, Choice, Failure
from ..records import Value, from_json, to_json
from ..store.models import LanguageModelAsk


class Kept(Value, frozen=True):
    """An answer with what it cost and the day (ISO) on which it came."""

    answer: Answer
    cost: Decimal | None
    day: str


def of_studies(studies: Iterable[str], model: str) -> dict[str, Kept]:
    """What this model ever answered about some studies, by the key of the question."""
    rows = LanguageModelAsk.objects.filter(
        study__in=list(studies), model=model, outcome=LanguageModelAsk.Outcome.ANSWERED
    ).values_list("key", "answer", "cost", "time")
    return {key: _kept(from_json(answer, Answer), cost, time) for key, answer, cost, time in rows}


def keep(ask: Ask, found: Answer | Failure, choice: Choice, now: dt.datetime) -> Kept | None:
    """Write down what came of a question; gives it back where it is an answer."""
    usage = found.usage
    cost = choice.cost(usage.input_tokens, usage.output_tokens)
    answered = isinstance(found, Answer)
    outcomes = LanguageModelAsk.Outcome
    LanguageModelAsk.objects.create(
        key=ask.key,
        study=ask.study,
        turn=ask.turn,
        model=choice.name,
        prompt_version=PROMPT_VERSION,
        outcome=outcomes.ANSWERED if answered else outcomes.FAILED,
        answer=to_json(found),
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cost=cost,
        time=now,
    )
    return _kept(found, cost, now) if isinstance(found, Answer) else None


def spent(now: dt.datetime) -> tuple[int, Decimal]:
    """Tokens and money of the calendar month (UTC) of `now`, of every model."""
    now = now.astimezone(dt.UTC)
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    sums = LanguageModelAsk.objects.filter(time__gte=first).aggregate(
        tokens=Sum(F("input_tokens") + F("output_tokens")), money=Sum("cost")
    )
    return sums["tokens"] or 0, sums["money"] or Decimal(0)


def _kept(answer: Answer, cost: Decimal | None, time: dt.datetime) -> Kept:
    return Kept(answer=answer, cost=cost, day=time.astimezone(dt.UTC).date().isoformat())

"""Asks out at the same time, at most so many, within the budget, from code that is not async."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from types import TracebackType
from typing import Protocol

from .budget import Budget, BudgetReached
from .values import Answer, Ask, Choice, Failure

FAILURES_IN_A_ROW = 5
"""After so many asks without an answer the server is left alone until the next run."""


class Stopped(Exception):
    """Nothing more is asked in this run; the message says why."""


class Asks(Protocol):
    """What asks: `client.Client`."""

    def expected(self, prompt: str) -> int: ...

    async def ask(self, prompt: str) -> Answer | Failure: ...


class Asking:
    """A context in which `ask` sends questions from a thread of its own.

    Once the budget is reached, or the server fails for good, every further ask ends with
    Stopped at once, without a request.
    """

    def __init__(self, choice: Choice, client: Asks, budget: Budget) -> None:
        self._choice, self._client = choice, client
        self.budget = budget
        self.stopped: str | None = None
        self._failed_in_a_row = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._at_once = asyncio.Semaphore(choice.at_once)

    def __enter__(self) -> Asking:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._wind_up(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def ask(self, ask: Ask) -> Future[Answer | Failure]:
        """The answer to come. The future raises Stopped where nothing was asked."""
        return asyncio.run_coroutine_threadsafe(self._ask(ask), self._loop)

    async def _ask(self, ask: Ask) -> Answer | Failure:
        async with self._at_once:
            if self.stopped is not None:
                raise Stopped(self.stopped)
            try:
                async with self.budget.reserved(
                    self._client.expected(ask.prompt), self._choice.answer_tokens
                ) as bill:
                    if self.stopped is not None:
                        raise Stopped(self.stopped)
                    found = await self._client.ask(ask.prompt)
                    bill.settle(found.usage)
            except BudgetReached:
                self.stopped = "the month's budget is reached"
                raise Stopped(self.stopped) from None
            self._heed(found)
            return found

    def _heed(self, found: Answer | Failure) -> None:
        if isinstance(found, Answer):
            self._failed_in_a_row = 0
            return
        self._failed_in_a_row += 1
        if found.final or self._failed_in_a_row >= FAILURES_IN_A_ROW:
            self.stopped = self.stopped or found.message

    async def _wind_up(self) -> None:
        """Let go of what is still out, as when a run is interrupted."""
        others = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._loop.shutdown_asyncgens()

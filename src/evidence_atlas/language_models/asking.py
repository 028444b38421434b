"""Asks out at the same time, at most so many, within the budget, from code that is not async."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Protocol

from .budget import Budget, BudgetReached
from .values import Answer, Ask, Choice, Failure

FAILURES_IN_A_ROW = 5
"""After so many asks without an answer the server is left alone until the next run."""


class Stopped(Exception):
    """Nothing more is asked in this run; the message says why."""


class Asks(Protocol):
    """What asks: `client.Client`. Entered in the event loop in which it is used."""

    async def __aenter__(self) -> Any: ...

    async def __aexit__(self, *error: Any) -> None: ...

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
        self._at_once = asyncio.Semaphore(choice.at_once)
        self._leaving = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._stay()), daemon=True)
        self._loop: asyncio.AbstractEventLoop

    def __enter__(self) -> Asking:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._leaving.set)
        self._thread.join()

    async def _stay(self) -> None:
        """The thread's life: from entering the context to leaving it."""
        self._loop = asyncio.get_running_loop()
        async with self._client:
            self._ready.set()
            await self._leaving.wait()
            # What is still out, as when a run is interrupted, is let go.
            others = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

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

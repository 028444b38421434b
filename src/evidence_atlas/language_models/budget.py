"""What asking may still cost: set aside before an ask, settled after it, never overdrawn."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal

from .values import Choice, Usage


class BudgetReached(Exception):
    """The ask did not fit into what is left; nothing was sent."""


class Bill:
    """What one ask comes to; without `settle` nothing is owed."""

    def __init__(self) -> None:
        self.usage = Usage()

    def settle(self, usage: Usage) -> None:
        self.usage = usage


class Budget:
    """The tokens and the money of a calendar month, with what asks in flight may come to.

    `tokens` and `money` are what was spent in the month before. For use in one event loop.
    """

    def __init__(self, choice: Choice, tokens: int = 0, money: Decimal = Decimal(0)) -> None:
        self._choice = choice
        self.tokens, self.money = tokens, money
        self._held_tokens, self._held_money = 0, Decimal(0)
        self._in_flight = 0
        self._settled = asyncio.Condition()

    @asynccontextmanager
    async def reserved(self, input_tokens: int, output_tokens: int) -> AsyncIterator[Bill]:
        """Set so much aside while an ask is out. Waits where asks in flight may give some back.

        Raises BudgetReached where it cannot fit.
        """
        tokens = input_tokens + output_tokens
        money = self._choice.cost(input_tokens, output_tokens) or Decimal(0)
        async with self._settled:
            while not self._fits(tokens, money):
                if self._in_flight == 0:
                    raise BudgetReached
                await self._settled.wait()
            self._held_tokens += tokens
            self._held_money += money
            self._in_flight += 1
        bill = Bill()
        try:
            yield bill
        finally:
            async with self._settled:
                self._held_tokens -= tokens
                self._held_money -= money
                self._in_flight -= 1
                used = bill.usage
                self.tokens += used.input_tokens + used.output_tokens
                self.money += self._choice.cost(used.input_tokens, used.output_tokens) or 0
                self._settled.notify_all()

    def _fits(self, tokens: int, money: Decimal) -> bool:
        most_tokens, most_money = self._choice.month_tokens, self._choice.month_money
        return (
            most_tokens is None or self.tokens + self._held_tokens + tokens <= most_tokens
        ) and (most_money is None or self.money + self._held_money + money <= most_money)

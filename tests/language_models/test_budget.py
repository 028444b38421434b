"""The month's budget is never overdrawn, whatever is out at the same time."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_atlas.language_models import Budget, Choice, Usage
from evidence_atlas.language_models.budget import BudgetReached

PRICED = Choice(name="m", input_price=Decimal("2"), output_price=Decimal("10"))
BUSY = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
"""Each example starts an event loop of its own, which takes long on a busy machine."""
ASKS = st.lists(
    st.tuples(st.integers(0, 900), st.integers(0, 900), st.integers(0, 100), st.integers(0, 100)),
    max_size=12,
)


def run(budget: Budget, asks) -> list[Usage]:
    """All asks at once: input and output set aside, and percent of each then used."""
    used = []

    async def one(input_tokens, output_tokens, input_share, output_share):
        try:
            async with budget.reserved(input_tokens, output_tokens) as bill:
                await asyncio.sleep(0)
                usage = Usage(
                    input_tokens=input_tokens * input_share // 100,
                    output_tokens=output_tokens * output_share // 100,
                )
                bill.settle(usage)
                used.append(usage)
        except BudgetReached:
            pass

    async def everything():
        await asyncio.gather(*(one(*ask) for ask in asks))

    asyncio.run(everything())
    return used


@BUSY
@given(ASKS, st.integers(0, 3000), st.integers(0, 3000))
def test_tokens_are_never_overdrawn_and_add_up(asks, most, before):
    budget = Budget(Choice(name="m", month_tokens=most), tokens=before)
    used = run(budget, asks)
    spent = sum(u.input_tokens + u.output_tokens for u in used)
    assert budget.tokens == before + spent
    assert budget.tokens <= max(most, before)


@BUSY
@given(ASKS, st.decimals(0, "0.02", places=6))
def test_money_is_never_overdrawn_and_adds_up(asks, most):
    choice = Choice(
        name="m", input_price=PRICED.input_price, output_price=PRICED.output_price,
        month_money=most,
    )  # fmt: skip
    budget = Budget(choice)
    used = run(budget, asks)
    assert budget.money == sum((choice.cost(u.input_tokens, u.output_tokens) for u in used), 0)
    assert budget.money <= most


@BUSY
@given(ASKS)
def test_without_a_limit_every_ask_goes_out(asks):
    assert len(run(Budget(Choice(name="m")), asks)) == len(asks)


def test_an_ask_waits_for_what_others_may_give_back():
    budget = Budget(Choice(name="m", month_tokens=100))
    assert len(run(budget, [(80, 0, 10, 0)] * 3)) == 3


def test_a_million_tokens_cost_what_the_operator_says():
    assert PRICED.cost(1_000_000, 100_000) == Decimal(3)
    assert Choice(name="m").cost(5, 5) is None


def test_an_ask_that_breaks_off_gives_everything_back():
    async def broken(budget):
        async with budget.reserved(50, 50):
            raise ZeroDivisionError

    budget = Budget(Choice(name="m", month_tokens=100))
    with pytest.raises(ZeroDivisionError):
        asyncio.run(broken(budget))
    assert budget.tokens == 0 and len(run(budget, [(100, 0, 0, 0)])) == 1

"""The operator's language model, out of the settings; nothing of it is imported where it is off."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from ..site.configuration import Configuration

if TYPE_CHECKING:
    from ..language_models import Choice
    from ..pipeline.context import Words

EXTRA = "pip install 'evidence-atlas[models]'"


def chosen_model(found: Configuration, *, ask: bool = True) -> Words | None:
    """The model that the settings name, None where they name none.

    Without `ask` only its earlier answers are used. Raises click.ClickException where it
    cannot be used as it is set up.
    """
    if not found.language_model:
        return None
    choice = choice_of(found)
    from ..pipeline.language_model import LanguageModel

    if not ask:
        return LanguageModel(choice)
    try:
        from ..language_models.client import Client, Unusable
    except ImportError as error:
        raise click.ClickException(
            f"the language model {choice.name} needs a further part: {EXTRA} ({error})"
        ) from error
    try:
        return LanguageModel(choice, Client(choice))
    except Unusable as error:
        raise click.ClickException(str(error)) from error


def choice_of(found: Configuration) -> Choice:
    """The settings as a choice. Raises click.ClickException where they do not fit together."""
    from ..language_models import Choice

    prices = found.language_model_input_price, found.language_model_output_price
    if found.language_model_month_money and not any(prices):
        raise click.ClickException(
            "ATLAS_LANGUAGE_MODEL_MONTH_MONEY needs the prices: set "
            "ATLAS_LANGUAGE_MODEL_INPUT_PRICE and ATLAS_LANGUAGE_MODEL_OUTPUT_PRICE"
        )
    if found.language_model_at_once < 1 or found.language_model_answer_tokens < 1:
        raise click.ClickException(
            "ATLAS_LANGUAGE_MODEL_AT_ONCE and ATLAS_LANGUAGE_MODEL_ANSWER_TOKENS are 1 or more"
        )
    return Choice(
        name=found.language_model,
        url=found.language_model_url,
        key=found.language_model_key,
        input_price=Decimal(str(prices[0])) if any(prices) else None,
        output_price=Decimal(str(prices[1])) if any(prices) else None,
        month_tokens=found.language_model_month_tokens or None,
        month_money=Decimal(str(found.language_model_month_money)) or None,
        at_once=found.language_model_at_once,
        timeout=found.language_model_timeout,
        answer_tokens=found.language_model_answer_tokens,
    )

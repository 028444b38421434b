"""The model itself, through pydantic-ai: one question, one answer, with its tokens.

Any provider that pydantic-ai supports, by `provider:model` with the provider's own variables
for its key; or an OpenAI-compatible server by its base address.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import stamina
from pydantic import BaseModel, ValidationError
from pydantic_ai import Agent, PromptedOutput
from pydantic_ai.exceptions import (
    ModelAuthenticationError,
    ModelConnectionError,
    ModelHTTPError,
    ModelNotFoundError,
    ModelQuotaExceededError,
    ModelRequestTimeout,
    ModelTimeoutError,
    UnexpectedModelBehavior,
    UserError,
)
from pydantic_ai.models import Model, infer_model
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RunUsage

from evidence_atlas.records import from_json

from .prompt import INSTRUCTIONS
from .values import Answer, Choice, Failure, Reply, Usage

ATTEMPTS = 4
LONGEST_WAIT = 60.0
"""Seconds; a server that asks for more is left alone until the next run."""
BYTES_A_TOKEN = 3
"""For setting aside what a question may come to. English has four or more; less is safer."""

_TIMEOUTS = (TimeoutError, ModelTimeoutError, ModelRequestTimeout)
_FINAL = (ModelAuthenticationError, ModelNotFoundError, ModelQuotaExceededError)


class Unusable(Exception):
    """This model cannot be used as it is set up; the message says what is missing."""


class _Sentence(BaseModel):
    instead_of: list[int]
    text: str
    rests_on: list[int]


class _Reply(BaseModel):
    sentences: list[_Sentence]


class Client:
    """Asks one model, within `async with`. Raises Unusable where it cannot be set up.

    `model` stands in for the one that `choice` names, in tests.
    """

    def __init__(self, choice: Choice, model: Model | None = None) -> None:
        self._choice = choice
        # The libraries' own logs of requests would carry questions, and headers, into ours.
        for name in ("openai", "httpx2", "httpcore2", "httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self._agent = Agent(
            model or _model(choice),
            # Asked for in words, so that servers without tools or schemas can answer too.
            output_type=PromptedOutput(_Reply),
            instructions=INSTRUCTIONS,
            retries=0,
            model_settings=ModelSettings(
                max_tokens=choice.answer_tokens, timeout=choice.timeout, max_retries=0
            ),
        )

    async def __aenter__(self) -> Client:
        await self._agent.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        """Close the connections that were opened."""
        await self._agent.__aexit__(*error)

    def expected(self, prompt: str) -> int:
        """The most tokens that a question is expected to have, instructions and form included."""
        form = 600
        return (len(prompt.encode()) + len(INSTRUCTIONS.encode())) // BYTES_A_TOKEN + form

    async def ask(self, prompt: str) -> Answer | Failure:
        """The answer; never raises for what a server or a model may do."""
        usage, late = RunUsage(), False
        try:
            async for attempt in stamina.retry_context(
                on=_wait, attempts=ATTEMPTS, timeout=None, wait_initial=1.0, wait_max=LONGEST_WAIT
            ):
                with attempt:
                    try:
                        async with asyncio.timeout(self._choice.timeout):
                            done = await self._agent.run(prompt, usage=usage)
                    except _TIMEOUTS:
                        late = True
                        raise
            reply = from_json(done.output.model_dump_json(), Reply)
            return Answer(usage=self._used(usage, late, prompt), reply=reply)
        except UnexpectedModelBehavior as error:
            used = self._used(usage, late, prompt)
            return Answer(usage=used, malformed=_malformed(error))
        except Exception as error:  # whatever the network or a library does, ours stands
            used = self._used(usage, late, prompt)
            return Failure(message=self._told(error), usage=used, final=isinstance(error, _FINAL))

    def _used(self, usage: RunUsage, late: bool, prompt: str) -> Usage:
        """Tokens as the server counted them; where it did not, what they are expected to be.

        A question that timed out may be charged for all the same.
        """
        counted = usage.input_tokens + usage.output_tokens > 0
        if counted or not (late or usage.requests):
            return Usage(input_tokens=usage.input_tokens, output_tokens=usage.output_tokens)
        return Usage(
            input_tokens=self.expected(prompt),
            output_tokens=self._choice.answer_tokens,
            estimated=True,
        )

    def _told(self, error: Exception) -> str:
        """What went wrong, short, without the key and without what the server echoes."""
        if isinstance(error, ModelHTTPError):
            text = f"the model's server answered {error.status_code}"
            if error.provider_error_code:
                text += f" ({error.provider_error_code})"
        elif isinstance(error, _TIMEOUTS):
            text = f"no answer within {self._choice.timeout:g} seconds"
        elif isinstance(error, ModelConnectionError):
            text = "the model's server could not be reached"
        else:
            text = f"{type(error).__name__}: {error}"
        if self._choice.key:
            text = text.replace(self._choice.key, "…")
        return text if len(text) <= 200 else text[:199] + "…"


def _model(choice: Choice) -> Model:
    try:
        if choice.url:
            from pydantic_ai.models.openai import OpenAIChatModel
            from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

            provider = OpenAICompatibleProvider(
                "local", base_url=choice.url, api_key=choice.key or "none"
            )
            return OpenAIChatModel(choice.name, provider=provider)
        return infer_model(choice.name)
    except (UserError, ValueError, ImportError) as error:
        raise Unusable(f"language model {choice.name}: {error}") from error


def _wait(error: Exception) -> bool | float:
    """Whether to ask again, and after how many seconds where the server says it."""
    if isinstance(error, (*_FINAL, *_TIMEOUTS)):
        # What timed out may be charged for: to ask once more is left to the next run.
        return False
    if isinstance(error, ModelHTTPError):
        if error.status_code not in (408, 409, 429) and error.status_code < 500:
            return False
        if error.retry_after is None:
            return True
        return error.retry_after if error.retry_after <= LONGEST_WAIT else False
    return isinstance(error, ModelConnectionError)


def _malformed(error: UnexpectedModelBehavior) -> str:
    """What was wrong with the form, in the validator's words, without the answer itself."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ValidationError):
            first = cause.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            return f"{place + ': ' if place else ''}{first['msg']}"[:200]
        cause = cause.__cause__ or cause.__context__
    return "it is not the JSON that was asked for"

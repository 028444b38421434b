"""One question over real HTTP: answered, refused, late, or cut off."""

from __future__ import annotations

import asyncio
import json
import socket

import pytest
from tests.language_models.server import INPUT_TOKENS, OUTPUT_TOKENS, running

from evidence_atlas.language_models import Answer, Choice, Failure
from evidence_atlas.language_models.client import Client, Unusable

PROMPT = json.dumps(
    {
        "title": "A study",
        "sentences_of_the_atlas": [{"number": 1, "text": "It fell.", "rests_on": [2]}],
    }
)
LATE = 3.0
"""Seconds; enough for the question to get there on a busy machine."""
SECRET = "sk-very-secret"


async def answer(client):
    async with client:
        return await client.ask(PROMPT)


@pytest.fixture
def ask(tmp_path):
    """Asks a server that follows these steps; gives the answer and what the server was asked."""

    def asked(*steps, timeout=20.0):
        with running(tmp_path / "log", *steps) as server:
            choice = Choice(
                name="scripted", url=server.url, key=SECRET, timeout=timeout, answer_tokens=50
            )
            client = Client(choice)
            return asyncio.run(answer(client)), server.asked, client

    return asked


def test_an_answer_comes_with_the_tokens_that_the_server_counted(ask):
    found, asked, _ = ask()
    assert isinstance(found, Answer)
    assert [(s.instead_of, s.text, s.rests_on) for s in found.reply.sentences] == [
        ((1,), "It fell.", (2,))
    ]
    assert (found.usage.input_tokens, found.usage.output_tokens) == (INPUT_TOKENS, OUTPUT_TOKENS)
    assert not found.usage.estimated
    assert asked[0]["key"] == f"Bearer {SECRET}"


def test_an_answer_in_no_form_is_an_answer_that_was_paid_for(ask):
    found, asked, _ = ask("malformed")
    assert isinstance(found, Answer) and found.reply is None and "JSON" in found.malformed
    assert found.usage.input_tokens == INPUT_TOKENS
    assert len(asked) == 1


def test_a_server_that_is_busy_or_broken_or_hangs_up_is_asked_again(ask):
    found, asked, _ = ask("429", "500", "cut")
    assert isinstance(found, Answer)
    assert [a["step"] for a in asked] == ["429", "500", "cut", "good"]


def test_after_four_attempts_it_is_a_failure(ask):
    found, asked, _ = ask(*["500"] * 9)
    assert isinstance(found, Failure) and "500" in found.message and not found.final
    assert len(asked) == 4
    assert found.usage.input_tokens == 0


@pytest.mark.parametrize("status", ["401", "404"])
def test_what_no_other_question_would_mend_is_final_and_asked_once(ask, status):
    found, asked, _ = ask(status)
    assert isinstance(found, Failure) and found.final
    assert len(asked) == 1


def test_a_late_answer_is_a_failure_that_counts_as_paid_for_and_is_not_asked_twice(ask):
    found, asked, client = ask("slow", timeout=LATE)
    assert isinstance(found, Failure) and "within 3 seconds" in found.message
    assert len(asked) == 1
    assert found.usage.estimated
    assert found.usage.input_tokens == client.expected(PROMPT)
    assert found.usage.output_tokens == 50


@pytest.mark.parametrize("step", ["401", "500", "slow", "malformed"])
def test_the_key_stands_in_no_message(ask, step):
    found, _, client = ask(*[step] * 4, timeout=LATE if step == "slow" else 20.0)
    assert SECRET not in str(found)
    assert SECRET not in repr(client._choice)


def test_a_server_that_is_not_there_is_a_failure(ask):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]  # bound and not listening: whoever calls is refused
        choice = Choice(name="scripted", url=f"http://127.0.0.1:{port}/v1", timeout=5)
        found = asyncio.run(answer(Client(choice)))
    assert isinstance(found, Failure) and "could not be reached" in found.message


def test_a_model_that_nobody_knows_is_said_so_before_anything_is_asked():
    with pytest.raises(Unusable, match="nobody:nothing"):
        Client(Choice(name="nobody:nothing"))

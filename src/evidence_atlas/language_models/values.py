"""What is asked of a language model, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from evidence_atlas.records import Value


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The model that the operator chose, and what it may cost.

    `name` is `provider:model`, or the model's name alone where `url` is the base address of
    an OpenAI-compatible server. Prices are in money for a million tokens, None where unknown;
    `month_tokens` and `month_money` are the most for a calendar month (UTC), None without a
    limit. `timeout` is in seconds for one request; `answer_tokens` the longest answer.
    """

    name: str
    url: str = ""
    key: str = field(default="", repr=False)
    input_price: Decimal | None = None
    output_price: Decimal | None = None
    month_tokens: int | None = None
    month_money: Decimal | None = None
    at_once: int = 2
    timeout: float = 120.0
    answer_tokens: int = 4_000

    def cost(self, input_tokens: int, output_tokens: int) -> Decimal | None:
        """The price of so many tokens, None where the operator gave no prices."""
        if self.input_price is None or self.output_price is None:
            return None
        return (input_tokens * self.input_price + output_tokens * self.output_price) / 1_000_000


class Wording(Value):
    """One sentence of an answer.

    `instead_of` names the sentences of ours that it stands for, `rests_on` the sentences of
    the abstract that it rests on, both by the numbers that they have in the question.
    """

    instead_of: tuple[int, ...]
    text: str
    rests_on: tuple[int, ...]


class Reply(Value):
    """An answer in the form asked for."""

    sentences: tuple[Wording, ...] = ()


class Usage(Value):
    """Tokens of one ask; `estimated` where the server did not say, as after a timeout."""

    input_tokens: int = 0
    output_tokens: int = 0
    estimated: bool = False


class Ask(Value):
    """One question about one study: `key` is the digest of what is asked, under which its
    answer is kept; `turn` counts from 0."""

    key: str
    study: str
    turn: int
    prompt: str


class Answer(Value):
    """What came back: a reply, or why it was none (`malformed`)."""

    usage: Usage
    reply: Reply | None = None
    malformed: str | None = None


class Failure(Value):
    """No answer came. `final`: no other question would fare better (no such model, no key)."""

    message: str
    usage: Usage = Usage()
    final: bool = False

"""A language model words sentences anew, if the operator wants one; the gate judges each.

Optional: needs the extra `models`, and nothing in the default path imports it. Knows the
network, and of ours the values only: the gate is handed in, and what is kept is kept by the
pipeline.
"""

from .asking import Asking, Stopped
from .budget import Budget
from .conversation import Conversation
from .prompt import PROMPT_VERSION
from .values import Answer, Ask, Choice, Failure, Reply, Usage, Wording

VERSION = "language-models-1"
"""Changed whenever the same answers may make another page."""

__all__ = [
    "Answer",
    "Ask",
    "Asking",
    "Budget",
    "Choice",
    "Conversation",
    "Failure",
    "PROMPT_VERSION",
    "Reply",
    "Stopped",
    "Usage",
    "VERSION",
    "Wording",
]

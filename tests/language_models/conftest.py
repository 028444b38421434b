"""A study read, graded and written by the real rooms, and a model that follows a script."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

import pytest
import stamina
from pydantic_ai.messages import ModelResponse, TextPart
from pydantic_ai.models.function import FunctionModel
from tests.language_models import studies

from evidence_atlas.conditions import load
from evidence_atlas.language_models import Choice, Conversation
from evidence_atlas.language_models.client import Client
from evidence_atlas.pipeline.membership import study_key
from evidence_atlas.pipeline.rooms import components
from evidence_atlas.records import Flag, Grades, Page, Reading, Record, Statement

ROOMS = components()
CONDITION = load("mecfs")


@dataclass
class Study:
    """One study and our own page of it."""

    record: Record
    reading: Reading
    grades: Grades
    page: Page

    def judge(self, page: Page) -> tuple[Flag, ...]:
        return ROOMS.check(page, self.record, self.reading, self.grades, (), {}, CONDITION)

    def conversation(self) -> Conversation:
        return Conversation(
            self.page, self.record, self.reading, self.grades.value("study_type"), self.judge, "m"
        )

    def asked(self) -> dict[str, Any]:
        """The first question, as a model gets it."""
        ask = self.conversation().ask()
        return json.loads(ask.prompt) if ask else {"sentences_of_the_atlas": []}

    def number(self, section: str, text: str) -> int:
        """The number of the sentence of ours, in a section, that has these words."""
        ours = self.asked()["sentences_of_the_atlas"]
        (found,) = [s["number"] for s in ours if s["section"] == section and text in s["text"]]
        return found

    def sentence(self, text: str) -> int:
        """The number of the abstract's sentence that has these words."""
        (found,) = [n for n, s in enumerate(self.reading.sentences, 1) if text in s.text]
        return found

    def wording(self, section: str, ours: str, text: str, *rests_on: str) -> dict[str, Any]:
        """A sentence of a model's answer."""
        return {
            "instead_of": [self.number(section, ours)],
            "text": text,
            "rests_on": [self.sentence(words) for words in rests_on],
        }

    def own(self, section: str, text: str) -> Statement:
        """The sentence of ours that has these words."""
        (found,) = [s for s in self.page.statements() if s.section == section and text in s.text]
        return found


def script(*replies: dict[str, Any] | str, prompts: list[str] | None = None) -> FunctionModel:
    """A model that gives these answers in turn, and `nothing to add` after the last."""
    left = list(replies)

    def answer(messages: list[Any], info: Any) -> ModelResponse:
        if prompts is not None:
            prompts.append(messages[-1].parts[-1].content)
        found = left.pop(0) if left else {"sentences": []}
        text = found if isinstance(found, str) else json.dumps(found)
        return ModelResponse(parts=[TextPart(text)])

    return FunctionModel(answer)


def talk(study: Study, *answers: Any, prompts: list[str] | None = None) -> Conversation:
    """The conversation with a scripted model: each answer is a list of sentences, or raw text."""
    replies = [a if isinstance(a, str) else {"sentences": a} for a in answers]
    client = Client(Choice(name="m"), script(*replies, prompts=prompts))
    conversation = study.conversation()
    while (ask := conversation.ask()) is not None:
        conversation.take(asyncio.run(client.ask(ask.prompt)))
    return conversation


@pytest.fixture(autouse=True)
def quick_retries():
    """Ask again at once, so that no test waits."""
    with stamina.set_testing(True, attempts=4):
        yield


@pytest.fixture
def study(tmp_path):
    """Makes a study out of a plain record."""

    def made(plain: dict[str, Any]) -> Study:
        path = tmp_path / "record.jsonl"
        path.write_text(json.dumps(plain) + "\n", encoding="utf-8")
        (record,) = ROOMS.read_file(path)
        key = study_key(record.key)
        reading = ROOMS.read(record, CONDITION)
        grades = ROOMS.grade(record, reading, CONDITION)
        facts = ROOMS.facts(key, "slug", record, reading, grades, CONDITION)
        grades = ROOMS.level(grades, facts, (), {})
        brief = ROOMS.summarise(record, reading, grades)
        page = ROOMS.draft(key, brief, record, reading, grades, (), {}, CONDITION)
        return Study(record, reading, grades, page)

    return made


@pytest.fixture
def crossover(study) -> Study:
    return study(studies.CROSSOVER)


@pytest.fixture
def comparison(study) -> Study:
    return study(studies.COMPARISON)

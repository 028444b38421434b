"""What the atlas says in always the same words cannot be turned round by changing a few of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from time import perf_counter

import pytest
from tests.checking.conftest import Desk

from evidence_atlas import writing
from evidence_atlas.checking.fixed_sentences import changed, said_alone, said_of_any_study

CHANCE = ("chance", "Where chance did not decide who had what, the groups may have differed.")


def held(desk: Desk, text: str, *, quoted: bool = False) -> bool:
    statement = desk.say(text, "who", rule=CHANCE) if quoted else desk.say(text, rule=CHANCE)
    flags = desk.flags(statement, desk.harms())
    return any("the atlas says" in f.detail.casefold() for f in flags)


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        (
            "Chance did not decide who had what. So the groups may have differed from the start.",
            "Chance decided who had what. So the groups were alike from the start.",
        ),
        ("There was no other group to compare with.", "There was one other group to compare with."),
        ("How sure: not yet sure.", "How sure: very sure."),
        ("They show what can happen, not how often.", "They show what happens, and how often."),
        ("Other researchers have not yet checked this paper.", "Others have checked this paper."),
    ],
)
def test_a_sentence_on_a_rule_alone_is_one_that_the_atlas_says(desk: Desk, told: str, turned: str):
    parts = re.split(r"(?<=\.) (?=[A-Z])", told)
    assert all(said_alone(part) or changed(part) is None for part in parts)
    assert held(desk, turned)


def test_beside_a_quote_too_such_a_sentence_is_not_changed(desk: Desk):
    assert not held(desk, "Chance did not decide who had what.", quoted=True)
    assert held(desk, "Chance decided who had what.", quoted=True)
    assert held(desk, "People were not followed forward in time.", quoted=True)


def test_a_sentence_of_the_studys_own_facts_is_no_fixed_one_changed():
    assert changed("Chance decided who had the inhaler.") is None
    assert changed("The study found no clear difference in sleep between the groups.") is None
    assert changed("This study looked at 412 people.") is None


def said_in(name: str, *keys: str) -> Iterator[str]:
    """What a table of the writer's has under these keys."""
    rows = [tomllib.loads(resources.files(writing).joinpath(*name.split("/")).read_text("utf-8"))]
    while rows:
        for key, held in rows.pop().items():
            held = held if isinstance(held, list) else [held]
            rows += [row for row in held if isinstance(row, dict)]
            yield from (text for text in held if key in keys and isinstance(text, str))


def frames() -> list[str]:
    """What the writer says of a study of which it knows no fact."""
    told = [*said_in("frames.toml", "who", "last"), *said_in("limits/limits.toml", "quick")]
    return [f for f in told if "{" not in f and "[" not in f]


def limits() -> list[str]:
    """What the writer says that a study cannot show, with a thing in the place of each fact."""
    told = said_in("limits/limits.toml", "quick", "limitation", "beyond", "question", "text")
    ways = (
        way for text in told for way in (re.sub(r"\[[^]]*\]", "", text), re.sub(r"[][]", "", text))
    )
    filled = {re.sub(r"\{\w+\}", "tired people", way) for way in ways}
    return sorted(f for f in filled if not f.startswith("tired people"))


@pytest.mark.parametrize("limit", limits())
def test_what_a_study_cannot_show_is_in_the_table(limit: str):
    ended = limit if limit.endswith("?") else f"{limit}."
    assert all(said_of_any_study(part) for part in re.split(r"(?<=[.?]) (?=[A-Z])", ended))


def test_a_long_hostile_sentence_is_read_in_time():
    began = perf_counter()
    said_of_any_study("That a " + "led to b, or c " * 400)
    said_of_any_study("That " + "a " * 2000 + "before people had")
    assert perf_counter() - began < 2


@pytest.mark.parametrize("frame", frames())
def test_all_that_the_writer_says_without_a_fact_is_in_the_table(frame: str):
    assert all(said_of_any_study(part) for part in re.split(r"(?<=\.) (?=[A-Z])", f"{frame}."))

"""The main clause is never left off; a caution stays with what it is about."""

import re

from evidence_atlas.records import Reading, Result
from evidence_atlas.records.reading import Quote
from evidence_atlas.writing.limits.idle_caution import without_idle_caution
from evidence_atlas.writing.material import Piece
from evidence_atlas.writing.rules import named
from evidence_atlas.writing.said import said
from evidence_atlas.writing.sentences.indirect import candidates

NO_END = re.compile(r"(?!)")


def wholes(text: str) -> set[str]:
    return {whole for whole, _ in candidates(text, 3, 40, NO_END)}


def test_an_aside_between_commas_may_go() -> None:
    text = "Wheeze, the main sign of asthma in miners, was rarer with salt"
    assert "Wheeze was rarer with salt" in wholes(text)


def test_the_main_clause_between_commas_stays() -> None:
    text = "Although asthma was suspected, the patient did not have any sign of it, such as wheeze"
    told = wholes(text)
    assert told
    assert all("did not have any sign" in whole for whole in told)


def result(direction: str) -> Result:
    quote = Quote(field="abstract", start=0, end=6, text="Wheeze")
    return Result(
        text="Wheeze", quote=quote, sentence=0, direction=direction, comparison="between_groups",
        scope="all",
    )  # fmt: skip


def told(direction: str) -> list[str]:
    why = named("authors-report")
    finding = said(Piece("Wheeze was told of"), why, about=("results.0",))
    caution = said(Piece("This is a link"), why, about=("limits.link_not_cause",))
    reading = Reading(version="t", results=(result(direction),))
    return [s.text for s in without_idle_caution(reading, [finding, caution])]


def test_the_caution_on_links_goes_where_only_a_null_is_left() -> None:
    assert told("no association") == ["Wheeze was told of."]
    assert told("association") == ["Wheeze was told of.", "This is a link."]


def test_no_part_ends_in_a_word_that_wants_another() -> None:
    text = "Wheeze became rarer when salt was given, using a loss of dust"
    found = candidates(text, 3, 40, re.compile(r"\s(?=(?:salt|dust)\b)"))
    assert {part for _, part in found} == {text}

"""A page says what a language model did on it, and passes the gate with those words."""

from evidence_atlas.language_models.disclosure import disclosed
from evidence_atlas.records import Drafting


def drafting(*sentences):
    return Drafting(
        model="openai:gpt-9", prompt_version="1", sentences=sentences, asked=("2026-03-02",),
        asks=2, refused=1, input_tokens=5, output_tokens=5,
    )  # fmt: skip


def test_what_it_says_passes_the_gate(crossover):
    told = disclosed(crossover.page, drafting(crossover.page.statements()[0].id))
    assert told.statements()[-1].text == "A language model drafted sentences of this page."
    assert crossover.judge(told) == crossover.judge(crossover.page)


def test_where_no_sentence_is_the_models_nothing_is_said(crossover):
    told = disclosed(crossover.page, drafting())
    assert told.statements() == crossover.page.statements()
    assert told.drafting is not None

"""What may be typed into the search box, and what is made of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.publishing.search.asked import MOST_PIECES, number, pieces, years
from evidence_atlas.publishing.search.fields import places, stems


def said(text):
    return [(p.field, p.text, p.exact, p.minus) for p in pieces(text)]


def test_words_phrases_fields_and_exclusions_are_told_apart():
    assert said('fatigue "brain fog" author:Fluge -children -title:"mouse model"') == [
        (None, "fatigue", False, False),
        (None, "brain fog", True, False),
        ("author", "Fluge", False, False),
        (None, "children", False, True),
        ("title", "mouse model", True, True),
    ]


def test_the_quotes_and_dashes_of_a_phone_do_the_same():
    assert said("“brain fog” –children") == said('"brain fog" -children')


def test_a_hyphen_within_a_word_excludes_nothing():
    assert said("post-exertional") == [(None, "post-exertional", False, False)]


def test_a_field_that_is_none_is_two_words():
    assert said("note:this") == [(None, "note this", False, False)]


def test_a_phrase_may_be_left_open():
    assert said('"brain fog') == [(None, "brain fog", True, False)]


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_anything_can_be_typed(text):
    found = pieces(text)
    assert len(found) <= MOST_PIECES
    assert all(p.text.strip() for p in found)


@settings(max_examples=50)
@given(st.text(alphabet="ab:-\"' é", max_size=40))
def test_what_is_typed_is_looked_for_whole(text):
    """No letter gets lost on the way, field names apart."""
    kept = "".join(p.text for p in pieces(text))
    assert sum(c in "abé" for c in kept) == sum(c in "abé" for c in text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("40703261", "40703261"),
        (" pmid: 40703261 ", "40703261"),
        ("PMID40703261", "40703261"),
        ("pmid 2019", "2019"),
        ("2019", None),
        ("PMC12345", "pmc12345"),
        ("10.1000/Made.Up.1", "10.1000/made.up.1"),
        ("https://doi.org/10.1000/made.up.1", "10.1000/made.up.1"),
        ("doi:10.1000/made.up.1.", "10.1000/made.up.1"),
        ("https://doi.org/10.1000/made.up.1?utm_source=mail", "10.1000/made.up.1"),
        ("https://www.frontiersin.org/articles/10.3389/made.up.1/full", "10.3389/made.up.1"),
        ("https://pubmed.ncbi.nlm.nih.gov/40703261/", "40703261"),
        ("https://pubmed.ncbi.nlm.nih.gov/40703261/?dopt=Abstract", "40703261"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12345/", "pmc12345"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC12345/pdf/a.pdf", "pmc12345"),
        ("PubMed ID 40703261", "40703261"),
        ("PubMed: 40703261", "40703261"),
        ("https://example.org/40703261", None),
        ("B12", None),
        ("fatigue", None),
    ],
)
def test_a_number_by_itself_is_a_study_s_own(text, found):
    assert number(text) == found


def test_words_with_an_apostrophe_are_what_was_meant():
    typed = pieces("ssri's don't won’t O'Connor patients' \"Sjögren's syndrome\"")
    assert [p.text for p in typed] == [
        "ssri", "dont", "wont", "O'Connor", "patients", "Sjögren's syndrome",
    ]  # fmt: skip


def test_years_and_spans_of_years():
    assert years("2019") == (2019, 2019)
    assert years("2015-2019") == years("2019..2015") == (2015, 2019)
    assert years("12") is years("20190") is None


def test_diacritics_endings_and_capitals_do_not_matter():
    assert stems("Schlömer") == stems("schlomer")
    assert stems("Microclots") == stems("microclot")
    assert stems("FATIGUE") == stems("fatigue")


@settings(max_examples=50)
@given(st.text(max_size=80))
def test_each_word_is_found_at_its_place(text):
    for stem, start, end in places(text):
        assert stems(text[start:end]) == (stem,)

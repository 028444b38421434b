"""Words of blood, cells, genes, microbes and the laboratory, said for everybody."""

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.said import Said

CONDITION = load("mecfs")


def _told(text: str, **how: bool) -> str:
    return Glosser(CONDITION, text).apply(Said(text, (), lay=True), **how).text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Serum levels of zinc fell.", "Blood levels of zinc fell."),
        ("Neurons were fewer.", "Nerve cells were fewer."),
        ("Neuronal injury was rare.", "Nerve cell injury was rare."),
        ("Autoimmune disease was rare.", "Illness in which the body attacks itself was rare."),
        ("Changes in gut microbiota were seen.", "Changes in the mix of gut microbes were seen."),
        ("The gut microbiota differed.", "The mix of gut microbes differed."),
        ("Three assays were made.", "Three lab tests were made."),
        ("Coagulation was slower.", "Blood clotting was slower."),
        ("Coagulation markers were lower.", "Blood clotting markers were lower."),
        ("Upregulated genes were few.", "More active genes were few."),
    ],
)  # fmt: skip
def test_a_word_of_the_laboratory_gives_way_to_a_plain_one(said, told):
    assert _told(said, gloss=False) == told


@pytest.mark.parametrize(
    "said",
    [
        # "An" would stand before a word that begins with a consonant.
        "An assay was made.",
        # Something of the phrase stands in front, where "the" cannot follow.
        "Reduced mitochondrial function was seen.",
        "They measured hantavirus seroprevalence in spring.",
        # The word means another thing here.
        "The metabolic syndrome was common.",
        "They counted serum and plasma apart.",
        "Two mutations in the BRCA gene were found.",
        "A latent class was found.",
    ],
)
def test_a_word_stays_where_the_plain_one_would_be_untrue_or_broken(said):
    assert _told(said, gloss=False) == said


def test_what_is_made_more_of_is_explained_and_not_called_increased():
    assert "(more of it is made or used)" in _told("The gene was upregulated in muscle.")

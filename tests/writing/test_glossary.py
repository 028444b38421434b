"""The glossary: plain words for technical ones, short glosses, nothing twice."""

import re

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.writing import GENERAL_GLOSSARY
from evidence_atlas.writing.glossary.plain_words import Glosser, terms_for
from evidence_atlas.writing.said import Said
from evidence_atlas.writing.words.clause import loaded

CONDITION = load("mecfs")
ENTRIES = (*GENERAL_GLOSSARY, *CONDITION.glossary)


def test_the_two_tables_hold_at_least_250_terms_and_no_term_twice():
    terms = [e.term.casefold() for e in ENTRIES]
    assert len(terms) >= 250
    assert sorted(terms) == sorted(set(terms))


def test_a_gloss_is_at_most_eight_words():
    assert [e.term for e in ENTRIES if len(e.gloss.split()) > 8] == []


def test_a_term_finds_itself():
    # These are found only where the words around them show their meaning.
    in_context = {
        "OR": "OR 1.4 (95% CI 1.1 to 1.8)",
        "sensitivity": "a sensitivity of 80%",
        "prevalence of": "the prevalence of dizziness",
    }
    texts = {e.term: in_context.get(e.term, e.term) for e in GENERAL_GLOSSARY}
    lost = [
        e.term for e in GENERAL_GLOSSARY if not re.search(e.pattern, texts[e.term], re.IGNORECASE)
    ]
    assert lost == []


def test_every_scale_has_a_direction_or_says_that_its_forms_differ_and_a_source():
    scales = load("mecfs").scales
    assert len(scales) >= 40
    assert {s.better for s in scales} == {"higher", "lower", ""}
    differing = [s for s in scales if not s.better]
    assert [s.name for s in differing if "(" not in s.source] == []
    assert [s.name for s in scales if not re.search(r"[12][09]\d\d", s.source)] == []


def test_a_plain_word_replaces_and_a_kept_term_is_glossed_once(make):
    told = " ".join(s.text for s in make.see().page().statements())
    assert told.count("(an immune signal substance)") == 1
    assert "NK function" in told
    assert "NK function" not in " ".join(make.see().told("quick_summary"))


def test_a_correlation_is_explained_the_way_it_goes():
    def glosses(text):
        return {t.entry.gloss for t in terms_for(CONDITION, text) if "correlation" in t.entry.term}

    assert glosses("There was a negative correlation with sleep.") == {
        "one is higher where the other is lower"
    }
    assert glosses("There was a positive correlation with sleep.") == {
        "two things are high or low together"
    }


def test_no_gloss_for_another_thing_of_nearly_that_name():
    assert not terms_for(CONDITION, "A liquid biopsy was tried.")
    named = terms_for(CONDITION, "They used the Yorkshire Rehabilitation Scale.")
    assert "rehabilitation" not in {t.entry.term for t in named}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Pulmonary function was lower.", "Lung function was lower."),
        ("People had persistent symptoms.", "People had lasting symptoms."),
        ("A cardiac cause was found.", "A heart cause was found."),
        ("Many had anosmia.", "Many had loss of smell."),
        # Two words for one beside another "and" would read as two of a list.
        ("They had renal and cardiovascular signs.", "They had kidney and cardiovascular signs."),
        # No noun of its own follows, or the word is a part of a longer name.
        ("The cause was cardiac.", "The cause was cardiac."),
        ("They tried a non-pulmonary route.", "They tried a non-pulmonary route."),
        ("An ocular cause was found.", "An eye cause was found."),
        ("An auditory cause was found.", "An auditory cause was found."),
    ],
)
def test_plain_words_go_before_a_noun_where_the_technical_one_did(said, told):
    sentence = Said(said, (), lay=True)
    assert Glosser(CONDITION, said).apply(sentence, gloss=False).text == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Tinnitus and vertigo were common.",
            "Ringing in the ears and spinning dizziness were common.",
        ),
        ("Cognitive complaints were common.", "Problems with thinking or memory were common."),
        ("Forty had depressive symptoms.", "Forty had symptoms of depression."),
        ("They had vascular damage.", "They had blood vessel damage."),
        ("Lung fibrosis was seen in six.", "Lung scarring was seen in six."),
        ("Diffusion capacity was lower.", "Gas uptake in the lungs was lower."),
        ("Lung diffusing capacity was lower.", "Gas uptake in the lungs was lower."),
        # Another illness, or the name of a questionnaire.
        ("They had cystic fibrosis.", "They had cystic fibrosis."),
        ("They had anorexia nervosa.", "They had anorexia nervosa."),
        (
            "They used the Montreal Cognitive Assessment.",
            "They used the Montreal Cognitive Assessment.",
        ),
        # An adjective in front shares the noun, which must not go.
        ("Physical and cognitive symptoms rose.", "Physical and cognitive symptoms rose."),
        ("Anxious or depressive symptoms rose.", "Anxious or depressive symptoms rose."),
        ("Physical and cognitive fatigue rose.", "Physical and mental fatigue rose."),
    ],
)
def test_the_body_is_told_in_plain_words(said, told):
    sentence = Said(said, (), lay=True)
    assert Glosser(CONDITION, said).apply(sentence, gloss=False).text == told


def test_plain_words_bring_in_no_number_and_no_loaded_word():
    """What stands in the place of a term counts nothing, and judges nothing that it did not."""
    number = re.compile(r"\d|\b(?:one|two|three|four|five|both)\b")
    replaced = [e for e in ENTRIES if e.plain.casefold() != e.term.casefold()]
    assert [e.plain for e in replaced if number.search(e.plain)] == []
    assert [e.plain for e in replaced if loaded(e.plain) and not loaded(e.term)] == []
    assert number.search("two-sided") and loaded("recovery")


def glossed(said: str, **how) -> str:
    return Glosser(CONDITION, said).apply(Said(said, ()), **how).text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "It was a retrospective study of nurses.",
            "It was a retrospective study (looking back at records) of nurses.",
        ),
        (
            "They looked at haemodynamic changes in winter.",
            "They looked at haemodynamic changes (of blood flow and pressure) in winter.",
        ),
        (
            "They had ventricular strain (12%) in winter.",
            "They had ventricular strain (of the heart's main chambers) (12%) in winter.",
        ),
        # The bracket would explain all of a list, or tear a phrase apart.
        ("They had visual and sensory symptoms.", "They had visual and sensory symptoms."),
        ("They had venous wall and eye damage.", "They had venous wall and eye damage."),
        ("Sensory function tests were done.", "Sensory function tests were done."),
        ("It was of affective anxious and low mood.", "It was of affective anxious and low mood."),
        ("Self-reported quality of life fell.", "Self-reported quality of life fell."),
        # Of a compound with another meaning the part is not explained.
        (
            "Glycated hemoglobin rose in winter.",
            "Glycated hemoglobin (what blood sugar was in the last months) rose in winter.",
        ),
        # The noun is a term itself, or the two are one.
        (
            "They had pulmonary fibrosis in winter.",
            "They had pulmonary fibrosis (scarring of the lungs) in winter.",
        ),
    ],
)
def test_below_quick_an_adjective_is_explained_behind_its_noun(said, told):
    assert glossed(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Pulmonary function was lower.", "Lung function was lower."),
        ("Many had persistent symptoms (41%).", "Many had lasting symptoms (41%)."),
        ("It was associated with elevated pressure.", "It was linked with raised pressure."),
        ("Individuals with asthma were asked.", "People with asthma were asked."),
        # The name of an illness is one that a reader may look for: it stays, and is explained.
        ("Insomnia was common.", "Insomnia (trouble sleeping) was common."),
        ("Dyspnoea (41%) came first.", "Dyspnoea (being short of breath) (41%) came first."),
        # What is explained by the text itself needs no second bracket.
        ("Dyspnoea (SOB) came first.", "Dyspnoea (SOB) came first."),
    ],
)
def test_below_quick_a_formal_word_gives_way_and_the_name_of_an_illness_is_explained(said, told):
    assert glossed(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("A was correlated with B.", "A was correlated (went together) with B."),
        (
            "They fell by 2 and 3, respectively.",
            "They fell by 2 and 3, respectively (in that order).",
        ),
        (
            "Values were like those of controls.",
            "Values were like those of controls (a group to compare with).",
        ),
        ("A computer controls the pump.", "A computer controls the pump."),
        # What a longer term says is not said again of a part of it.
        (
            "Mitochondrial dysfunction was seen. Mitochondrial dysfunction stayed.",
            "Mitochondrial dysfunction (the power plants of cells work less well) was seen. "
            "Mitochondrial dysfunction stayed.",
        ),
        # A word is not explained by itself.
        (
            "Markers of inflammation rose.",
            "Markers of inflammation (the body's reaction to harm) rose.",
        ),
    ],
)
def test_the_words_that_all_papers_use_are_explained_where_they_first_stand(said, told):
    assert glossed(said) == told


@pytest.mark.parametrize("said", ["Values were like those of controls.", "An insomnia was seen."])
def test_quick_keeps_its_one_gloss_for_a_word_that_has_no_plain_words(said):
    assert "(" in glossed(said)
    told = Glosser(CONDITION, said).apply(Said(said, (), lay=True), most=1).text
    assert told == said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Two men had surgery for lateral cutaneous nerve entrapment syndrome.",
            "Two men had surgery for lateral cutaneous nerve entrapment syndrome.",
        ),
        ("Cutaneous lupus was ruled out.", "Cutaneous lupus was ruled out."),
        ("Cutaneous symptoms were rare.", "Skin symptoms were rare."),
    ],
)
def test_the_name_of_a_disease_is_not_put_into_everyday_words(said, told):
    assert Glosser(CONDITION, said).apply(Said(said, (), lay=True), most=1).text == told

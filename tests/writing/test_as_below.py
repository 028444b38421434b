"""What Quick cannot tell it lends from further down, or says where it stands."""

from __future__ import annotations

from .pages import quick_of

REGISTRY_TITLE = "The Long-Term Outcomes of Honey Use in Bakers with COVID-19 and Asthma"
REGISTRY = (
    "The aim of this study is to evaluate the effect of honey therapy on mortality and long-term "
    "COVID-19 symptoms in bakers. Methods: We analyzed the prospective registry LOAF. A total of "
    "1188 bakers with previous asthma were included, of which 453 received honey treatment. "
    "Results: In bakers with pre-existing asthma, honey treatment was not associated with "
    "differences in 18-month mortality (p = 0.52). {second}"
)
STUDENTS = (
    "The aim of this study was to compare sleep and symptoms in students after COVID-19. We asked "
    "305 students of two colleges by an online questionnaire. Results: Students with regular, "
    "sound sleep did not experience fewer symptoms than other students (1.83 ± 0.85; 1.75 ± 0.89, "
    "p = 0.3). Music students reported fewer symptoms than students in other programs (6.7% vs. "
    "17.4%)."
)
HARD = (
    "However, decreased immunohistochemical laryngopharyngeal hyperresponsiveness and "
    "gastroduodenal dysregulation was observed in bakers who received honey."
)


def registry(second: str) -> list[str]:
    return quick_of(REGISTRY.format(second=second), REGISTRY_TITLE)


def test_what_differed_is_told_beside_a_null_where_the_line_further_down_is_plain():
    told = quick_of(STUDENTS, "Sleep and long COVID symptoms in students")
    null = next(i for i, s in enumerate(told) if "did not have fewer symptoms" in s)
    assert (
        told[null + 1] == "Music students reported fewer symptoms than students in other programs."
    )
    assert "link" in told[null + 2]
    assert not any("told under" in s for s in told)


def test_the_other_half_is_pointed_at_where_its_line_is_hard():
    assert any("goes on with “however”" in s for s in registry(HARD))


YOGA_TITLE = "Effects of recumbent yoga on the standing heart of patients with ME/CFS"
YOGA = (
    "Some patients with ME/CFS have a racing heart on standing. This pilot study was done to "
    "investigate the effect of recumbent yoga on the standing heart of patients with ME/CFS. Ten "
    "adult female patients with ME/CFS performed recumbent yoga for 12 weeks. Among the 10 "
    "patients, 8 manifested a normal standing response and 2 manifested a racing heart before the "
    "yoga intervention. In contrast, the two patients who manifested a racing heart before showed "
    "a normal response afterwards. This pilot study suggests that recumbent yoga would be useful "
    "as an adjunctive intervention for improving a racing heart in patients with ME/CFS."
)


def test_where_a_treatment_was_tried_no_line_is_lent_and_no_name_decides():
    told = quick_of(YOGA, YOGA_TITLE)
    assert any("told under Observed Findings" in s for s in told)
    other = quick_of(YOGA.replace("yoga", "chess"), YOGA_TITLE.replace("yoga", "chess"))
    assert any("told under Observed Findings" in s for s in other)


def test_where_nothing_can_be_told_quick_says_where_the_conclusions_stand():
    told = quick_of(
        "Epstein-Barr virus is a trigger of long COVID. This exploratory study "
        "examines IgG reactivity to lysine-rich peptides in bakers with long COVID. Serum samples "
        "were analyzed from 45 bakers with long COVID and 34 healthy bakers. Autoantibodies "
        "targeting poly-K peptide sequences of the neuronal antigen SRQM3, the ion channel "
        "SLD24A3, TGF-β signaling regulator TSQLY2 and the protein TSQLY5, as well as "
        "full-length α-adrenergic receptor (ADRA) proteins, were more frequently "
        "detected in patient groups. Several of these "
        "autoantibodies showed positive correlations with core signs. This exploratory study "
        "identify autoantibodies directed against EBV mimicking lysine-rich sequences in human "
        "proteins, suggesting a potential role for molecular mimicry in the pathogenesis of "
        "long COVID.",
        "Exploratory study on autoantibodies to lysine-rich peptides in bakers with long COVID",
    )
    assert any("what the authors conclude is told under Inferred Conclusions" in s for s in told)

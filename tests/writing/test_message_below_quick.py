"""What an overview says stands below Quick where it is too long or too hard for Quick."""

from .pages import page_that_passes, section, told_in

TITLE = "Mites and damp beds in the homes of people with asthma: a review"
ANNOUNCED = (
    "In this review, we discuss beds. Further research is needed. We examine homes, and consider "
    "covers."
)
LONG = (
    "Asthma is common. It is argued that bedside inflammatory environmental sensitization "
    "pathways, aggravated by mites and damp beds, are conceptualized as multifactorial "
    "immunopathological predispositions that may considerably exacerbate respiratory "
    "hypersensitivity. "
)


def _made(text: str, title: str = TITLE):
    return page_that_passes(title, text, ("Review",))


def test_a_message_too_hard_for_quick_stands_among_the_conclusions():
    made = _made(LONG + ANNOUNCED)
    assert "sensitization" not in told_in(made, "quick_summary")
    assert "sensitization" in told_in(made, "inferred_conclusions")


def test_what_a_paper_starts_from_is_told_as_taken_as_known():
    made = _made("Mites in damp beds may make asthma worse in many homes. " + ANNOUNCED)
    (told,) = section(made, "inferred_conclusions")
    assert told.startswith("The authors take as known that mites in damp beds may make asthma")


def test_what_is_known_of_the_illness_alone_is_not():
    made = _made("Asthma is a disease of the lungs that affects millions worldwide. " + ANNOUNCED)
    assert not section(made, "inferred_conclusions")


def test_a_message_that_quick_tells_is_not_told_again():
    made = _made(
        ANNOUNCED
        + " Taken together, these studies suggest that old mites may make asthma worse in "
        "damp homes.",
    )
    assert "old mites" in told_in(made, "quick_summary")
    assert not any("take as known" in s for s in section(made, "inferred_conclusions"))


def test_this_condition_is_the_illness_of_the_paper():
    made = _made(
        "Long COVID often lasts. Emerging evidence suggests that mites in damp beds may play a "
        "part in the causes of this complex condition. We discuss beds.",
        "Mites and damp beds in long COVID: a review",
    )
    told = " ".join((told_in(made, "quick_summary"), told_in(made, "inferred_conclusions")))
    assert "in the causes of long COVID" in told


def test_these_conditions_are_the_illnesses_of_the_title():
    made = _made(
        "Asthma and long COVID are alike. Mites and damp beds may play a part in the causes of "
        "both conditions. We discuss beds.",
        "Mites and damp beds in asthma and long COVID: a review",
    )
    told = " ".join((told_in(made, "quick_summary"), told_in(made, "inferred_conclusions")))
    assert "in the causes of both" in told and "both conditions" not in told


def test_a_condition_that_may_be_another_is_not_named():
    made = _made(
        "Long COVID and eczema are alike. Mites and damp beds may play a part in the causes of "
        "this condition. We discuss beds.",
        "Mites and damp beds in long COVID: a review",
    )
    told = " ".join((told_in(made, "quick_summary"), told_in(made, "inferred_conclusions")))
    assert "causes of" not in told

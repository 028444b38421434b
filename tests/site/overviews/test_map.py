"""The map: who has a mark, and that a null has one as every other finding has."""

from __future__ import annotations

from .conftest import Site, words


def test_a_retracted_paper_stands_on_no_map_and_no_question_page(site: Site) -> None:
    for path, page in site.all_pages().items():
        if path.startswith(("/map/", "/questions/", "/definitions/", "/topics/")):
            assert "Dogwood" not in words(page.xpath("//main")[0]), path


def test_what_one_of_two_treatments_did_is_not_laid_to_both(site: Site) -> None:
    """Graded exercise beside pacing: which was better is told in the study's words alone."""
    for treatment in ("graded-exercise", "pacing"):
        page = site.page(f"/map/treatments/{treatment}")
        assert [words(c) for c in page.xpath("//caption")] == ["What the studies tell"]


def test_a_null_has_a_mark_as_every_other_finding_has(site: Site) -> None:
    picture = site.page("/map/treatments/rituximab").xpath("//figure//*[name()='svg']")[0]
    words_of_it = words(picture.xpath("./*[name()='desc']")[0])
    assert "No clear difference: A, Maple and Elpam 2024; B, Alder and Redla 2020." in words_of_it
    marks = picture.xpath(".//*[contains(concat(' ', @class, ' '), ' dot ')]")
    rows = site.page("/map/treatments/rituximab").xpath("//table[1]/tbody/tr")
    assert len(marks) == len(rows) == 5

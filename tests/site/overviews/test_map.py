"""The map: who has a mark, and that a null has one as every other finding has."""

from __future__ import annotations

from .conftest import Site, words


def test_a_retracted_paper_stands_on_no_map_and_no_question_page(site: Site) -> None:
    pages = site.all_pages()
    for kind in ("/map/", "/questions/", "/definitions/", "/topics/"):
        of_kind = {path: page for path, page in pages.items() if path.startswith(kind)}
        assert of_kind, kind
        for path, page in of_kind.items():
            assert "Dogwood" not in words(page.xpath("//main")[0]), path


def test_what_one_of_two_treatments_did_is_not_laid_to_both(site: Site) -> None:
    """Graded exercise beside pacing: which was better is told in the study's words alone."""
    for treatment in ("graded-exercise", "pacing"):
        page = site.page(f"/map/treatments/{treatment}")
        assert [words(c) for c in page.xpath("//caption")] == ["What the studies tell"]


def test_a_change_in_every_group_is_no_mark_of_the_treatment(site: Site) -> None:
    """Fatigue fell further in the yoga group: that is the mark. Pain fell in both, and has none."""
    page = site.page("/map/treatments/yoga")
    drawn = [words(r) for r in page.xpath("//table[1]/tbody/tr")]
    assert len(drawn) == 1 and "Better." in drawn[0] and "usual care" in drawn[0]
    assert not page.xpath("//figure//*[contains(@class, 'alone')]"), "no broken line"
    listed = page.xpath("//table[contains(caption, 'no place in the picture')]")[0]
    assert "Pain fell in both groups" in words(listed)


def test_a_mark_pressed_leads_to_its_row(site: Site) -> None:
    for path in ("/map/", "/map/measures/", "/map/treatments/rituximab", "/questions/rituximab",
                 "/map/treatments/rituximab/fatigue", "/topics/treatment-drugs"):  # fmt: skip
        marks = site.page(path).xpath("//figure//*[name()='svg']//*[name()='a']")
        assert marks, path
        for mark in marks:
            target, _, place = mark.get("href").partition("#")
            rows = site.page(target or path).xpath(f"//tr[@id='{place}']")
            letter, label = mark.get("aria-label").split(", ")[:2]
            told = words(rows[0].xpath("./th")[0])
            assert len(rows) == 1 and told.startswith(f"{letter} {label}"), (path, mark.attrib)


def test_no_chart_on_a_map_is_without_a_picture(site: Site) -> None:
    """What has none is named at the foot, and all there is leads on from the top."""
    for path in ("/map/", "/map/measures/", "/map/topics/"):
        page = site.page(path)
        assert "0 rows" not in words(page.xpath("//main")[0])
        for chart in page.xpath("//section[@class='chart']"):
            assert chart.xpath(".//figure"), path
    foot = site.page("/map/").xpath("//div[@class='without']//a/@href")
    assert "/map/treatments/pacing" in foot


def test_a_null_has_a_mark_as_every_other_finding_has(site: Site) -> None:
    picture = site.page("/map/treatments/rituximab").xpath("//figure//*[name()='svg']")[0]
    words_of_it = words(picture.xpath("./*[name()='desc']")[0])
    assert "No clear difference: A, Maple and Elpam 2024; B, Alder and Redla 2020." in words_of_it
    marks = picture.xpath(".//*[contains(concat(' ', @class, ' '), ' dot ')]")
    rows = site.page("/map/treatments/rituximab").xpath("//table[1]/tbody/tr")
    assert len(marks) == len(rows) == 5

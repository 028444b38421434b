"""The measure of sameness: sentences are alike where they differ in nouns and numbers only."""

from __future__ import annotations

from benchmarks.pages import SECTIONS, before, frame, having, sameness, sameness_rows, spread

from evidence_atlas.records import Page, ReadingMinutes, Section, Statement


def _page(*texts: str) -> Page:
    said = tuple(
        Statement(id=f"s{n}", text=t, section="does_not_prove", depths=("standard",), support=())
        for n, t in enumerate(texts)
    )
    return Page(
        study="s", version="1", sections=(Section(name="does_not_prove", statements=said),),
        reading_minutes=ReadingMinutes(quick=0, standard=0, deep=0),
    )  # fmt: skip


def test_nouns_and_numbers_do_not_tell_sentences_apart():
    assert frame("Pain was lower in 30 walkers.") == frame("Muscle strength was lower in 4 nurses.")
    assert frame("Pain was lower in walkers.") != frame("Pain was higher in walkers.")
    assert frame("Did pain differ before the study?") != frame("Did pain differ after the study?")


def test_a_sentence_on_one_page_in_ten_is_not_yet_the_same_everywhere():
    alone = [_page(f"Only {'so ' * n}much is known.") for n in range(18)]
    two = [_page("Pain was lower in walkers."), _page("Sleep was lower in nurses.")]
    assert sameness([*alone, *two], "does_not_prove").often == 0
    third = _page("Fog was lower in divers.", "Only it is known.")
    found = sameness([*alone[:17], *two, third], "does_not_prove")
    assert (found.pages, found.sentences, found.often) == (20, 21, 3)
    assert found.share == 3 / 21


def test_the_sample_is_the_same_each_time_and_spread_over_all():
    pages = [_page(str(n)) for n in range(10)]
    assert spread(pages, 5) == pages[::2]
    assert spread(pages, 20) == pages


def test_the_report_tells_what_was_measured_before_and_on_how_many_pages_a_section_stands():
    where, then = before()
    assert [s.section for s in then] == list(SECTIONS)
    pages = [_page("Pain was lower in walkers."), _page("Sleep was lower in nurses.")]
    now = [sameness(pages, section) for section in SECTIONS]
    told = "\n".join(sameness_rows(now, len(pages), having(pages), len(pages)))
    assert where.split(",")[0] in told
    assert "| does_not_prove | 54.0% | 100.0% | 83 | 2 |" in told
    assert "remaining_questions on 0 of 2, was on 68" in told
    assert "- does_not_prove: 2 of 2" in told

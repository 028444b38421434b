"""A count keeps its share where it is set against another count, or is one of several.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

from .test_whole_sentences import page

__all__ = ["page"]


def test_counts_of_unequal_groups_are_not_compared_without_their_shares(page):
    quick = page(
        "In total, 140 miners with asthma (weighted percentage, 16%) reported pneumonia compared "
        "with 590 (weighted percentage, 6%) without asthma.",
        title="Asthma and pneumonia in miners",
    )["quick_summary"]
    assert not any("140 miners with asthma reported" in t for t in quick)
    assert any("asthma (16%)" in t and "590 (6%)" in t for t in quick)


def test_what_the_authors_report_of_several_counts_has_the_share_of_each(page):
    quick = page(
        "Overall, 65 (5%) had a lasting and heavy cough, 130 (11%) had a cough that came and "
        "went, and 190 (16%) had none at 3 months but more by 15 months, suggestive of two ways "
        "to cough.",
        title="How cough goes on in miners with asthma",
    )["quick_summary"]
    assert any("65 (5%)" in t and "130 (11%)" in t and "190 (16%)" in t for t in quick)


def test_the_share_of_all_but_one_is_not_told_of_the_one(page):
    quick = page(
        "Breathing was better in all but one patient (96%) after a year.",
        title="How breathing goes on in miners with asthma",
    )["quick_summary"]
    assert not any("one patient (96%)" in t for t in quick)

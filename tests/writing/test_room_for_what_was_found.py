"""Where Quick is full, findings stay before how sure the atlas is, the earlier one first."""

from evidence_atlas.conditions import load
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.quick.fitted import fitted
from evidence_atlas.writing.said import Keep, Said

CONDITION = load("mecfs")
OPENING = Said("This study followed 40 adults.", (), about=("participants",), lay=True, keep=10)
LINK = Said("This is a link. It does not show cause.", (), about=("limits.link_not_cause",),
            lay=True, keep=Keep.WEIGHTY_CAUTION)  # fmt: skip
SMALL = Said("The study was small.", (), about=("limits.small",), lay=True, keep=Keep.CAUTION)
SURE = Said("How sure: not yet sure.", (), about=("certainty",), lay=True, keep=Keep.CERTAINTY)


def finding(at: int, words: str, keep: Keep = Keep.BESIDE) -> Said:
    return Said(words, (), about=(f"sentences.{at}",), lay=True, keep=keep)


MAIN = finding(1, "Poor sleep was linked with more pain.", Keep.MAIN)
SECOND = finding(2, "Poor sleep was linked with low mood.")
THIRD = finding(3, "Old people slept less than the young.")


def quick(*told: Said) -> list[str]:
    return [s.text for s in fitted([OPENING, *told], Glosser(CONDITION, ""), ())]


def test_how_sure_gives_way_to_one_more_finding_beside_a_caution_on_the_result() -> None:
    told = quick(MAIN, SECOND, THIRD, LINK, SURE)
    assert told == [s.text for s in (OPENING, MAIN, SECOND, THIRD, LINK)]


def test_how_sure_stays_where_there_is_room_or_nothing_else_says_how_far_to_trust_it() -> None:
    assert quick(MAIN, SECOND, LINK, SURE)[-1] == SURE.text
    assert quick(MAIN, SECOND, THIRD, SMALL, SURE)[-1] == SURE.text


def test_the_later_of_two_findings_goes_and_what_the_study_was_about_before_the_earlier() -> None:
    long = finding(2, "Poor sleep was linked with " + "low mood at work and at home, " * 5 + "too.")
    opening = Said(OPENING.text[:-1] + ", to see how they slept at home, at work, on the way and "
                   "in the days between, when they were well and when they were not.", (),
                   about=("participants",), lay=True, keep=Keep.OPENING,
                   plainer=(OPENING,))  # fmt: skip
    told = [
        s.text
        for s in fitted([opening, MAIN, long, THIRD, LINK, SMALL], Glosser(CONDITION, ""), ())
    ]
    assert long.text in told
    assert THIRD.text not in told

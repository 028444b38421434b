"""What editors' rulings do to a page."""

from evidence_atlas.pipeline.outputs import Checked
from evidence_atlas.pipeline.rulings import moderated
from evidence_atlas.publishing.rulings import covered
from evidence_atlas.records import Flag, Ruling


def ruling(action, target="kone", *, reason="because", after=None, judged="h1"):
    return Ruling(
        target=target, action=action, reason=reason, role="editor", after=after,
        time="2026-03-01T12:00:00+00:00", source_hash=judged,
    )  # fmt: skip


def flagged(*codes):
    flags = tuple(
        Flag(code=c, severity="CRITICAL", statement=None, detail=f"Detail of {c}") for c in codes
    )
    return Checked(flags=flags, held=bool(flags))


def test_a_page_without_flags_or_rulings_is_published():
    found = moderated(flagged(), "h1", ())
    assert (found.held, found.held_because, found.review_state) == (False, None, None)


def test_the_gate_holds_a_page_and_says_why_in_words():
    found = moderated(flagged("no-support"), "h1", ())
    assert found.held
    assert found.held_because == (
        "The checks found something wrong with the page: Detail of no-support"
    )


def test_a_hold_stands_whatever_is_rebuilt():
    held = moderated(flagged(), "h1", (ruling("hold", reason="Wrong count"),))
    later = moderated(flagged(), "h2", (ruling("hold", reason="Wrong count"),))
    assert held.held_because == later.held_because == "An editor holds this page: Wrong count"


def test_a_release_ends_a_hold():
    assert not moderated(flagged(), "h1", (ruling("hold"), ruling("release"))).held


def test_a_release_lets_pass_only_the_kinds_of_flag_that_the_editor_saw():
    release = ruling("release", after=covered(["no-support"]))
    assert not moderated(flagged("no-support"), "h2", (release,)).held
    again = moderated(flagged("no-support", "causal-wording"), "h2", (release,))
    assert again.held_because == (
        "The checks found something wrong with the page: Detail of causal-wording"
    )


def test_a_hold_on_a_part_of_a_merged_study_holds_the_whole():
    rulings = (ruling("hold", "ktwo"), ruling("release", "kone"))
    assert moderated(flagged(), "h1", rulings).held


def test_a_review_names_who_and_when_and_lapses_with_the_text():
    review = ruling("review", reason="Read against the paper", judged="h1")
    badge = moderated(flagged(), "h1", (review,)).review_state
    assert badge.value == "Editor reviewed"
    assert badge.because[0].text == ("Reviewed by editor on 2026-03-01: Read against the paper")
    assert moderated(flagged(), "h2", (review,)).review_state is None

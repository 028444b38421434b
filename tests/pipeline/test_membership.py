"""Study keys are minted once, and merges can be undone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.pipeline.membership import settle, study_key
from evidence_atlas.publishing.ledger import Entry, State
from evidence_atlas.records import Ruling

ONE, TWO, THREE = (study_key(pmid) for pmid in ("101", "102", "103"))


def ruling(action, target, before):
    return Ruling(
        target=target, action=action, before=before, reason="same people", role="editor",
        time="2026-03-01T12:00:00+00:00", source_hash="",
    )  # fmt: skip


def studies(state):
    return {record: state.standing(study) for record, study in state.assigned.items()}


def test_a_key_is_opaque_and_the_same_everywhere():
    assert study_key("8713758") == "kstc2evybxu"
    assert study_key("8713758", {"kstc2evybxu"}) == study_key("8713758#2")


def test_each_group_of_records_is_one_study():
    state = State()
    rows = settle([["101"], ["103", "102"]], state, [])
    assert rows == [
        Entry(kind="mint", study=ONE, value="101"),
        Entry(kind="mint", study=TWO, value="102"),
        Entry(kind="join", study=TWO, value="103"),
    ]
    assert settle([["101"], ["102", "103"]], state, []) == []


def test_a_study_keeps_its_key_when_the_record_it_was_minted_for_is_withdrawn():
    state = State()
    settle([["101", "102"]], state, [])
    assert settle([["102"]], state, []) == []
    assert state.assigned["102"] == ONE


def test_studies_found_to_be_one_are_merged_into_the_first_and_parted_again():
    state = State()
    settle([["101"], ["102"]], state, [])
    merge = settle([["101", "102"]], state, [])
    assert merge == [
        Entry(kind="merge", study=ONE, other=TWO, because="The records are of one study")
    ]
    assert studies(state) == {"101": ONE, "102": ONE}
    assert settle([["101"], ["102"]], state, []) == [Entry(kind="unmerge", study=ONE, other=TWO)]
    assert studies(state) == {"101": ONE, "102": TWO}


def test_a_group_that_splits_leaves_the_key_with_its_first_record():
    state = State()
    settle([["101", "102"]], state, [])
    assert settle([["101"], ["102"]], state, []) == [Entry(kind="mint", study=TWO, value="102")]
    assert studies(state) == {"101": ONE, "102": TWO}


def test_an_editors_merge_stands_and_can_be_undone():
    groups = [["101"], ["102"], ["103"]]
    state = State()
    settle(groups, state, [])
    merge = ruling("merge", TWO, ONE)
    settle(groups, state, [merge])
    assert studies(state) == {"101": TWO, "102": TWO, "103": THREE}
    assert settle(groups, state, [merge]) == []
    settle(groups, state, [merge, ruling("unmerge", TWO, ONE)])
    assert studies(state) == {"101": ONE, "102": TWO, "103": THREE}


def test_an_editors_unmerge_comes_before_what_the_rules_find():
    state = State()
    settle([["101"], ["102"]], state, [])
    settle([["101", "102"]], state, [])
    settle([["101", "102"]], state, [ruling("unmerge", ONE, TWO)])
    assert studies(state) == {"101": ONE, "102": TWO}


def test_an_editor_can_set_one_record_apart():
    state = State()
    settle([["101", "102"]], state, [])
    apart = [ruling("unmerge", ONE, "102")]
    settle([["101", "102"]], state, apart)
    assert studies(state) == {"101": ONE, "102": TWO}
    assert settle([["101", "102"]], state, apart) == []


def test_two_studies_merged_into_each_other_make_no_circle():
    state = State()
    settle([["101"], ["102"]], state, [])
    settle([["101"], ["102"]], state, [ruling("merge", ONE, TWO), ruling("merge", TWO, ONE)])
    assert studies(state) == {"101": TWO, "102": TWO}


RECORDS = [str(n) for n in range(101, 109)]
PARTITIONS = st.lists(st.integers(0, 4), min_size=8, max_size=8).map(
    lambda homes: [
        [r for r, home in zip(RECORDS, homes, strict=True) if home == wanted]
        for wanted in sorted(set(homes))
    ]
)


@settings(deadline=None)
@given(st.lists(PARTITIONS, min_size=1, max_size=4))
def test_whatever_the_rules_find_the_ledger_follows_and_then_rests(history):
    state = State()
    for groups in history:
        settle(groups, state, [])
        found = studies(state)
        assert {frozenset(r for r in RECORDS if found[r] == s) for s in found.values()} == {
            frozenset(g) for g in groups
        }
        assert settle(groups, state, []) == []


@settings(deadline=None)
@given(st.lists(PARTITIONS, min_size=1, max_size=4))
def test_the_ledger_read_again_gives_the_same_state(history):
    state = State()
    rows = [row for groups in history for row in settle(groups, state, [])]
    assert studies(State(rows)) == studies(state)

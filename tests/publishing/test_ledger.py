"""Every address ever given out leads somewhere for ever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.publishing.ledger import Entry, State, free_slug


def test_an_address_leads_to_the_study_that_another_was_merged_into():
    state = State(
        [
            Entry(kind="mint", study="kone", value="101"),
            Entry(kind="slug", study="kone", value="doe-2001-asthma-children"),
            Entry(kind="mint", study="ktwo", value="102"),
            Entry(kind="slug", study="ktwo", value="doe-2002-asthma-children"),
            Entry(kind="merge", study="kone", other="ktwo"),
        ]
    )
    assert state.address("ktwo") == "doe-2001-asthma-children"
    assert state.redirects() == {"doe-2002-asthma-children": "doe-2001-asthma-children"}
    state.add(Entry(kind="unmerge", study="kone", other="ktwo"))
    assert state.address("ktwo") == "doe-2002-asthma-children"
    assert state.redirects() == {}


def test_the_first_address_stays_and_further_ones_lead_to_it():
    state = State(
        [
            Entry(kind="mint", study="kone", value="101"),
            Entry(kind="slug", study="kone", value="doe-2001-asthma"),
            Entry(kind="redirect", study="kone", value="roe-2001-asthma"),
        ]
    )
    assert state.address("kone") == "doe-2001-asthma"
    assert state.redirects() == {"roe-2001-asthma": "doe-2001-asthma"}


def test_the_second_to_ask_for_an_address_gets_a_number():
    taken = {"doe-2001-asthma": "kone", "doe-2001-asthma-2": "ktwo"}
    assert free_slug("roe-2001-asthma", taken) == "roe-2001-asthma"
    assert free_slug("doe-2001-asthma", taken) == "doe-2001-asthma-3"


STUDIES = [f"k{n}" for n in range(6)]
A_STUDY = st.sampled_from(STUDIES)
MERGES = st.lists(st.tuples(st.sampled_from(["merge", "unmerge"]), A_STUDY, A_STUDY), max_size=20)


@settings(deadline=None)
@given(MERGES)
def test_after_any_merges_every_address_leads_to_a_study_that_stands(steps):
    state = State()
    for study in STUDIES:
        state.add(Entry(kind="mint", study=study, value=study))
        state.add(Entry(kind="slug", study=study, value=f"address-{study}"))
    for kind, study, other in steps:
        state.add(Entry(kind=kind, study=study, other=other))
    for study in STUDIES:
        standing = state.standing(study)
        assert state.standing(standing) == standing
        assert state.address(study) == f"address-{standing}"

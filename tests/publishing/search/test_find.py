"""Finding studies in a real index of a small atlas."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.columns import columns
from evidence_atlas.publishing.listing import Filters
from evidence_atlas.publishing.search import index, make
from evidence_atlas.publishing.search.documents import entry
from evidence_atlas.publishing.search.find import direct, find
from evidence_atlas.publishing.search.mesh_terms import keep_terms
from evidence_atlas.publishing.search.snippets import marked
from evidence_atlas.publishing.search.synonyms import Table
from evidence_atlas.records.citation import MeshHeading
from evidence_atlas.records.reading import Who
from evidence_atlas.records.synonyms import Everyday, Same, Synonyms

from ...site import library

ENTRY = entry(columns(library.interferon(), load("mecfs")))
INTERFERON = "see-1996-alpha-interferon"
YOGA = "doe-2020-lying-yoga"


def slugs(engine, words="", **filters):
    found = find(engine, Filters(words=words, **filters), order="best" if words else "newest")
    return [e.slug for e in found.listing.entries]


WAYS = (
    "interferon", "INTERFERON", "interferons", "alpha-interferon", "Tilles", "see dm 1996",
        '"natural killer"', "author:tilles", "year:1996", "year:1990-1999", "title:interferon",
    "journal:immunological", "pmid:1", "doi:10.1000/made.up.1", "interferron", "interfer",
    "natural killer function -yoga", "lytic units", "NK cell", "is interferon any good?",
)  # fmt: skip


def test_a_study_is_found_in_many_ways(engine):
    assert {words: slugs(engine, words) for words in WAYS} == {w: [INTERFERON] for w in WAYS}


def test_an_exclusion_leaves_out(engine):
    assert INTERFERON not in slugs(engine, "-interferon")
    assert len(slugs(engine, "-interferon")) == len(library.library()) - 1


def test_a_phrase_asks_for_words_side_by_side(engine):
    assert slugs(engine, '"killer natural"') == []
    assert slugs(engine, "killer natural") == [INTERFERON]


def test_diacritics_may_be_left_out_or_put_in(engine):
    assert slugs(engine, "sommeil chez l'adulte") == slugs(engine, "sommeïl adulte")
    assert slugs(engine, "sommeïl adulte") == ["doe-2017-sommeil-fatigue"]


def test_a_number_leads_straight_to_its_study(engine):
    assert direct(engine, "pmid 1") == direct(engine, "https://doi.org/10.1000/MADE.UP.1")
    assert direct(engine, "pmid 1") == INTERFERON
    assert direct(engine, "99999999") is None


def test_a_misspelt_word_is_looked_for_as_it_was_meant_and_said_so(engine):
    found = find(engine, Filters(words="interfeeron"), order="best")
    assert [(s.typed, s.meant) for s in found.swapped] == [("interfeeron", "interferon")]
    as_typed = find(engine, Filters(words="interfeeron", spelt=True), order="best")
    assert (as_typed.listing.total, as_typed.unknown) == (0, ("interfeeron",))


def test_where_nothing_has_every_word_most_of_them_are_enough_and_it_is_said(engine):
    found = find(engine, Filters(words="interferon zeppelin"), order="best")
    assert found.loosely
    assert found.unknown == ("zeppelin",)
    assert [e.slug for e in found.listing.entries] == [INTERFERON]


def test_nothing_found_says_what_each_word_would_find(engine):
    found = find(engine, Filters(words="interferon yoga", level=("E0 Consensus",)), order="best")
    assert found.listing.total == 0
    assert {w.name: w.studies for w in found.words} == {"interferon": 1, "yoga": 1}
    assert found.without_filters > 0


def test_one_or_two_letters_of_a_new_word_do_not_empty_the_list(engine):
    typed = Filters(words="interferon ze")
    assert find(engine, typed, order="best").listing.total == 1
    assert not find(engine, msgspec.structs.replace(typed, unfinished=True), order="best").unknown


def test_counts_are_those_of_the_other_filters(engine):
    found = find(engine, Filters(level=("E3 Preliminary",)))
    counts = {f: {c.value: c.count for c in v} for f, v in found.listing.counts.items()}
    assert counts["study_type"] == {"RCT": 1, "Cross-sectional": 1}
    assert counts["level"] == {"E3 Preliminary": 2, "E2 Moderate": 2, "Not graded": 1}
    assert find(engine, Filters(words="yoga")).listing.counts["level"][0].value == "E2 Moderate"


def chosen_in(facet, value):
    if facet == "year":
        return {"year_from": int(value), "year_to": int(value)}
    return {facet: (value,)}


def test_every_count_is_what_choosing_it_gives(engine):
    for words in ("", "fatigue"):
        listing = find(engine, Filters(words=words)).listing
        assert any(listing.counts.values())
        for facet, values in listing.counts.items():
            for count in values:
                chosen = Filters(words=words, **chosen_in(facet, count.value))
                assert find(engine, chosen).listing.total == count.count


def test_orders_are_those_of_the_data_base(engine, home):
    for order in ("newest", "oldest", "title", "author", "people"):
        ours = find(engine, Filters(), order=order).listing.entries
        assert ours == catalogue.listing(Filters(), order=order).entries


def test_who_took_part_and_what_was_given_narrow(home):
    reading = msgspec.structs.replace(
        library.interferon().reading,
        interventions=("interferon",),
        who=Who(adults_or_children="both", severity="moderately to severely affected"),
    )
    library.publish(
        [library.versioned(library.interferon(reading=reading)), *library.library()[1:]]
    )
    make.make_current(home)
    engine = index.opened(home, catalogue.current().digest, Synonyms())
    for chosen in ({"treatment": ("interferon",)}, {"who": ("severe",)}, {"who": ("children",)}):
        assert slugs(engine, **chosen) == [INTERFERON]


def test_a_snippet_is_a_sentence_of_our_page_with_the_words_marked(engine):
    found = find(engine, Filters(words="natural killer function"), order="best")
    text = "".join(t for t, _ in found.hits[0].snippet)
    assert text in {s.text for s in library.interferon().page.statements()} | {
        f"{s.label}: {s.text}" for s in library.interferon().page.statements()
    }
    assert [t for t, mark in found.hits[0].snippet if mark] == ["Natural killer function"]


def test_a_word_that_stands_in_the_abstract_only_is_found_and_not_shown(engine):
    found = find(engine, Filters(words="isolated"), order="best")
    assert [e.slug for e in found.listing.entries] == [INTERFERON]
    assert found.hits[0].snippet == ()


def test_a_held_page_is_found_by_its_record_only(engine):
    assert slugs(engine, "held editor") == ["doe-2018-held-page"]
    assert "doe-2018-held-page" not in slugs(engine, '"one sentence about this study"')


@settings(max_examples=50)
@given(st.text(max_size=60), st.sets(st.sampled_from(["fatigu", "one", "é"]), max_size=2))
def test_marking_loses_no_letter(text, words):
    assert "".join(t for t, _ in marked(text, frozenset((w,) for w in words))) == text


def test_whatever_is_typed_is_answered(engine):
    for words in (
        "\x00",
        '"',
        "-",
        "author:",
        "((((",
        "a AND b OR",
        "*",
        "～",
        "-" * 99,
        "é" * 300,
    ):
        listing = find(engine, Filters(words=words), order="best").listing
        assert listing.total == len(listing.entries)


def test_words_that_mean_the_same_find_each_other_and_everyday_words_one_way_only():
    table = Table(
        Synonyms(
            same=(Same(words=("low-dose naltrexone", "LDN"), cased=("GET",)),),
            everyday=(Everyday(say=("blood washing",), means=("apheresis",)),),
        )
    )
    assert ("low", "dose", "naltrexon") in table.others(("ldn",))
    assert ("ldn",) in table.others(("low", "dose", "naltrexon"))
    assert table.others(("blood", "wash")) == (("apheresi",),)
    assert table.others(("apheresi",)) is None
    assert ("ldn",) in table.others(("get",), "GET")
    assert table.others(("get",), "get") is None


def test_a_librarian_s_term_finds_what_is_indexed_under_its_heading(home):
    keep_terms(home, [("Interferon-alpha", ["Interferon Alfa", "Interferon, Leukocyte"]),
                      ("Not Used Here", ["Zeppelin"])])  # fmt: skip
    record = msgspec.structs.replace(
        library.interferon().record, mesh=(MeshHeading(descriptor="Interferon-alpha"),)
    )
    library.publish([library.versioned(library.interferon(record=record))])
    make.make_current(home)
    digest = catalogue.current().digest
    assert set(index.check(home, digest).headings) == {"Interferon-alpha"}
    engine = index.opened(home, digest, Synonyms())
    assert slugs(engine, "leukocyte interferon") == [INTERFERON]


def test_of_two_words_that_few_studies_have_together_the_rarer_widens_the_list(engine):
    found = find(engine, Filters(words="interferon adults"), order="best")
    assert found.loosely
    assert found.listing.entries[0].slug == INTERFERON


def test_studies_with_both_words_stand_before_those_with_one(home):
    texts = ("ketogenic", "ketogenic ketogenic", "a diet that is not ketogenic in any way at all")
    texts = (*texts, *["diet"] * 4)
    more = [
        library.small(f"study-{90 + n}", f"keto-{n}", f"{text} {n}") for n, text in enumerate(texts)
    ]
    library.publish([*library.library(), *more])
    make.make_current(home)
    engine = index.opened(home, catalogue.current().digest, Synonyms())
    assert slugs(engine, "ketogenic diet")[0] == "keto-2"
    assert len(slugs(engine, "ketogenic diet")) == 3


def test_a_slip_is_put_right_though_some_rare_longer_word_begins_so(home):
    titles = ["ortostatica", *[f"orthostatic {n}" for n in range(25)]]
    more = [library.small(f"study-{90 + n}", f"slip-{n}", t) for n, t in enumerate(titles)]
    library.publish([*library.library(), *more])
    make.make_current(home)
    engine = index.opened(home, catalogue.current().digest, Synonyms())
    found = find(engine, Filters(words="ortostatic"), order="best")
    assert [(s.typed, s.meant) for s in found.swapped] == [("ortostatic", "orthostatic")]
    assert found.listing.total == 26


def test_words_that_stand_on_every_page_find_no_page(engine):
    """ "The abstract does not mention harms." rests on a rule: it is the frame of many pages."""
    assert slugs(engine, '"does not mention harms"') == []
    assert slugs(engine, '"quality of life"') != []


def test_what_a_record_says_of_a_study_is_found_and_its_label_is_not(engine):
    found = find(engine, Filters(words="interferon"), order="best")
    assert any(mark for hit in found.hits for _, mark in hit.snippet)


def test_of_two_words_the_one_that_finds_more_is_taken(engine):
    """Where the rarer word finds no other study, the commoner one may."""
    few = find(engine, Filters(words="tilles fatigue"), order="best")
    assert few.loosely and few.listing.total > 1
    assert few.listing.entries[0].slug == INTERFERON

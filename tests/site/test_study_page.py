"""The page of a study: what stands on it at each depth, and what each sentence rests on."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from django.test import Client
from lxml import html

from evidence_atlas.records import Correction, Drafting, Flag, Harms, RuleSupport
from evidence_atlas.site.studypage import linked, notice_address, notice_words
from evidence_atlas.site.support import Shown, sources

STUDY = "/evidence/see-1996-alpha-interferon"
pytestmark = pytest.mark.django_db


def document(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def headings(tree: Any) -> list[str]:
    return [words(h) for h in tree.xpath("//article//h2")]


def test_quick_shows_the_summary_and_no_further_section(client: Client, atlas: Any) -> None:
    assert headings(document(client, STUDY + "/quick")) == [
        "Quick Summary",
        "Cite",
        "Something wrong or missing?",
    ]


def test_standard_shows_the_six_sections_in_order(client: Client, atlas: Any) -> None:
    assert headings(document(client, STUDY))[:-2] == [
        "Quick Summary",
        "Why It Matters",
        "Observed Findings",
        "Inferred Conclusions",
        "Remaining Questions",
        "What This Study Does Not Prove",
    ]


def test_deep_adds_facts_numbers_limits_sources_and_history(client: Client, atlas: Any) -> None:
    assert headings(document(client, STUDY + "/deep"))[6:-2] == [
        "Study at a glance",
        "Numbers checked",
        "Limitations",
        "Sources and versions",
        "Revision history",
    ]


def test_depths_are_plain_links_with_their_time(client: Client, atlas: Any) -> None:
    links = document(client, STUDY).xpath("//nav[@class='depth']/a")
    assert [(a.get("href"), words(a), a.get("aria-current")) for a in links] == [
        (STUDY + "/quick", "Quick30 seconds", None),
        (STUDY, "Standard3 minutes", "page"),
        (STUDY + "/deep", "Deep7 minutes", None),
    ]


def test_a_depth_that_would_say_nothing_more_is_no_choice(
    client: Client, db: None, library: Any
) -> None:
    """Of a title without an abstract, Standard tells what Quick tells: nobody presses in vain."""
    bare = "/evidence/doe-2020-title-alone"
    library.publish([library.small("study-7", "doe-2020-title-alone", "A title alone.")])
    for depth in ("", "/quick"):
        tree = document(client, bare + depth)
        links = tree.xpath("//nav[@class='depth']/a")
        assert [(a.get("href"), a.text, a.get("aria-current")) for a in links] == [
            (bare, "Quick", "page"),
            (bare + "/deep", "Deep", None),
        ]
        assert not tree.xpath("//p[@class='onward']")


def test_badges_stand_in_the_order_of_the_design(client: Client, atlas: Any) -> None:
    shown = document(client, STUDY).xpath("//ul[@class='badges']/li/details/summary")
    assert [words(s) for s in shown] == [
        "Evidence level: E3 Preliminary",
        "Certainty: Preliminary confidence",
        "Post-exertional malaise: PEM not required",
        "Study type: RCT, crossover",
        "Peer review: Peer-reviewed",
        "Who has checked this page: Machine draft",
    ]


def test_a_badge_opens_rule_quote_and_what_would_change_it(client: Client, atlas: Any) -> None:
    (level,) = document(client, STUDY).xpath("//details[@id='badge-level']/div")
    said = words(level)
    assert "Fewer than 50 people finished." in said
    assert "The abstract, sentence 1" in said
    assert "What would change it50 people who finish the trial." in said
    (quote,) = level.xpath(".//blockquote")
    assert words(quote) == (
        "Thirty patients who met the CDC criteria took interferon or placebo, "
        "double-blind, crossover."
    )


def test_the_criterion_badge_keeps_definition_and_study_apart(client: Client, atlas: Any) -> None:
    (pem,) = document(client, STUDY).xpath("//details[@id='badge-pem']/div")
    said = words(pem)
    assert "The definition used lists PEM, but a person can meet it without PEM." in said
    assert "Beyond the definition: the abstract does not say." in said


def test_every_sentence_of_the_page_opens_a_source(client: Client, atlas: Any) -> None:
    study = atlas[0]
    tree = document(client, STUDY + "/deep")
    for statement in study.page.statements():
        (place,) = tree.xpath(f"//*[@id='{statement.id}']")
        assert statement.text in words(place)
        if statement.section != "quick_summary":
            assert len(place.xpath(".//details/div/p")) >= 1
    summary = tree.xpath("//section[@id='quick-summary']//ol/li")
    assert [words(li.xpath("./p")[0]) for li in summary] == [
        s.text for s in study.page.statements() if s.section == "quick_summary"
    ]
    assert all(li.xpath("./div/p") for li in summary)


def test_a_quote_has_at_most_25_words(client: Client, db: None, library: Any) -> None:
    long = " ".join(f"word{n}" for n in range(60))
    quote = library.QuoteSupport(field="title", start=0, end=len(long), text=long)
    study = library.interferon(
        page=library.page("study-1", library.say("quick_summary", "A sentence.", quote))
    )
    library.publish([study])
    (block,) = document(client, STUDY).xpath("//section[@id='quick-summary']//blockquote")
    assert words(block) == " ".join(f"word{n}" for n in range(25)) + " …"


def test_a_retold_abstract_is_never_shown_as_the_authors_words(
    client: Client, db: None, library: Any
) -> None:
    study = library.interferon()
    study = msgspec.structs.replace(
        study, record=msgspec.structs.replace(study.record, abstract_kind="retold")
    )
    library.publish([study])
    tree = document(client, STUDY + "/deep")
    assert tree.xpath("//blockquote") == []
    places = {words(p) for p in tree.xpath("//p[@class='place']")}
    told = "(in the atlas's words; the abstract itself is not shown)"
    assert f"Our retelling, sentence 2 {told}" in places
    assert not any(p.startswith("The abstract") for p in places)
    assert "Read from the abstract, retold in the atlas's own words" in words(tree)


STOP = "You can stop here: the rest is detail and limits"


def test_the_line_to_stop_at_follows_a_complete_summary(client: Client, atlas: Any) -> None:
    assert STOP in words(document(client, STUDY))
    assert STOP not in words(document(client, STUDY + "/quick"))


@pytest.mark.parametrize("missing", ["results.0", "harms", "certainty"])
def test_no_line_to_stop_at_where_the_summary_lacks_something(
    client: Client, db: None, library: Any, missing: str
) -> None:
    study = library.interferon()
    kept = [s for s in study.page.statements() if missing not in s.about]
    library.publish([library.versioned(library.interferon(page=library.page("study-1", *kept)))])
    assert STOP not in words(document(client, STUDY))


@pytest.mark.parametrize("rule", ["harms-below", "harms-untold"])
def test_no_line_to_stop_at_where_harms_are_only_told_further_down(
    client: Client, db: None, library: Any, rule: str
) -> None:
    study = library.interferon()
    below = (RuleSupport(rule=rule, text="Harms are told further down."),)
    said = [
        msgspec.structs.replace(s, support=below)
        if s.section == "quick_summary" and "harms" in s.about else s
        for s in study.page.statements()
    ]  # fmt: skip
    library.publish([library.interferon(page=library.page("study-1", *said))])
    assert STOP not in words(document(client, STUDY))


def test_without_a_treatment_the_line_needs_no_harms(
    client: Client, db: None, library: Any
) -> None:
    study = library.interferon()
    kept = [s for s in study.page.statements() if "harms" not in s.about]
    reading = msgspec.structs.replace(study.reading, harms=Harms(status="not_applicable"))
    library.publish([library.interferon(page=library.page("study-1", *kept), reading=reading)])
    assert STOP in words(document(client, STUDY))


def test_another_study_is_linked_where_it_is_named(client: Client, atlas: Any) -> None:
    (link,) = document(client, STUDY).xpath("//section[@id='why-it-matters']//p/a[@class='other']")
    assert (link.get("href"), words(link)) == ("/evidence/doe-2020-lying-yoga", "Doe 2020")


def test_a_study_named_in_a_sentence_is_the_link() -> None:
    doe = Shown("study", "Doe 2020", slug="doe-2020-lying-yoga")
    assert linked("Doe 2020, a trial of 48 people, found the same.", [doe]) == (
        ("Doe 2020", "doe-2020-lying-yoga"),
        (", a trial of 48 people, found the same.", None),
    )


def test_a_retracted_paper_says_so_first_and_links_the_notice(client: Client, atlas: Any) -> None:
    tree = document(client, "/evidence/doe-2019-withdrawn-marker")
    first = tree.xpath("//article/*")[0]
    assert first.get("class") == "banner"
    assert words(first) == (
        "Retracted. The journal has withdrawn the paper. Notice: Made-up J. 2021;3:4"
    )
    assert first.xpath(".//a/@href") == ["https://pubmed.ncbi.nlm.nih.gov/99/"]


def test_a_held_page_says_what_is_doubted_once_and_not_what_was_refused(
    client: Client, db: None, library: Any
) -> None:
    refused = "fatigue rose; the source says “fell”"
    flags = (
        *[Flag(code="direction-contradicts", severity="CRITICAL", statement=s, detail=refused)
          for s in ("s1", "s2")],
        Flag(code="people-confused", severity="CRITICAL", statement=None, detail="12 of 21"),
        Flag(code="long-sentence", severity="WARNING", statement=None, detail="30 words"),
    )  # fmt: skip
    because = f"The checks found something wrong with the page: {refused}"
    held = library.interferon(status="held", held_because=because, flags=flags)
    library.publish([library.versioned(held)])
    (panel,) = document(client, STUDY).xpath("//div[@class='panel']")
    assert [words(li) for li in panel.xpath(".//li")] == [
        "A finding may have been told the wrong way round.",
        "The numbers of all people, of patients and of others may have been mixed up.",
    ]
    assert "rose" not in words(panel)


def test_the_notice_of_a_retraction_is_a_link_by_whatever_number_it_has() -> None:
    def told(**notice: Any) -> tuple[str, str | None]:
        found = Correction(kind="RetractionIn", **notice)
        return notice_words(found), notice_address(found)

    assert told(citation="JMA J;8. PMC12095530") == (
        "JMA J, 8",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC12095530/",
    )
    assert told(citation="Made-up J. 2021;3:4. doi: 10.1000/a(b)7.") == (
        "Made-up J. 2021;3:4",
        "https://doi.org/10.1000/a%28b%297",
    )
    by_pmid = told(citation="Made-up J. 2021;3:4", pmid="99")
    assert by_pmid[1] == "https://pubmed.ncbi.nlm.nih.gov/99/"
    assert told(citation="PMC12095530")[0] == "the journal's notice"
    assert told(citation="Made-up J. 2021;3:4") == ("Made-up J. 2021;3:4", None)


def test_a_held_page_shows_the_record_and_why(client: Client, atlas: Any) -> None:
    tree = document(client, "/evidence/doe-2018-held-page")
    assert "An editor has to look at it first." in words(tree)
    assert words(tree.xpath("//h1")[0]) == "A page held for an editor"
    assert tree.xpath("//ul[@class='badges']") == []
    assert "One sentence about this study." not in words(tree)


def test_a_title_in_another_language_is_marked_as_such(client: Client, atlas: Any) -> None:
    tree = document(client, "/evidence/doe-2017-sommeil-fatigue")
    (vernacular,) = tree.xpath("//p[@class='vernacular']")
    assert (vernacular.get("lang"), words(vernacular)) == ("fr", "Sommeil et fatigue chez l'adulte")


def test_the_bare_address_is_the_canonical_one(client: Client, atlas: Any) -> None:
    for depth in ("", "/quick", "/deep"):
        tree = document(client, STUDY + depth)
        assert tree.xpath("//link[@rel='canonical']/@href") == ["http://testserver" + STUDY]


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/evidence/see-1996-former-address", STUDY),
        ("/evidence/see-1996-former-address/deep", STUDY + "/deep"),
        ("/evidence/see-1996-former-address.bib", STUDY + ".bib"),
        (STUDY + "/", STUDY),
        (STUDY + "/standard", STUDY),
        ("/evidence", "/evidence/"),
    ],
)
def test_former_and_mistyped_addresses_lead_on(
    client: Client, atlas: Any, asked: str, given: str
) -> None:
    response = client.get(asked)
    assert (response.status_code, response.headers["Location"]) == (301, given)


def test_a_deleted_study_is_gone_and_says_why(client: Client, atlas: Any) -> None:
    response = client.get("/evidence/doe-2001-deleted")
    assert response.status_code == 410
    assert "PubMed has deleted the record." in response.content.decode()


@pytest.mark.filterwarnings("default")
def test_an_unknown_address_offers_ways_on(client: Client, atlas: Any) -> None:
    response = client.get("/evidence/nobody-1900-nothing")
    assert response.status_code == 404
    links = html.fromstring(response.content.decode()).xpath("//main//a/@href")
    assert links == ["/evidence/", "/explore/", "/"]


def test_text_from_a_record_cannot_become_markup(client: Client, db: None, library: Any) -> None:
    study = library.interferon()
    hostile = '<script>alert(1)</script> & <b>bold</b> "quoted" {{ 7*7 }} %(n)s.'
    record = msgspec.structs.replace(study.record, title=hostile)
    library.publish([library.interferon(record=record)])
    page = client.get(STUDY).content.decode()
    assert "<script>" not in page
    assert "alert(1)</script" not in page
    assert words(html.fromstring(page).xpath("//h1")[0]) == hostile.rstrip(".")


def test_a_page_known_to_the_reader_is_not_sent_again(client: Client, atlas: Any) -> None:
    etag = client.get(STUDY).headers["ETag"]
    again = client.get(STUDY, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    other = client.get(STUDY + "/deep", headers={"If-None-Match": etag})
    assert other.status_code == 200


def test_a_hold_reaches_readers_who_have_an_old_copy(
    client: Client, atlas: Any, library: Any
) -> None:
    etag = client.get(STUDY).headers["ETag"]
    library.publish([library.interferon(status="held", held_because="An editor holds it.")])
    now = client.get(STUDY, headers={"If-None-Match": etag})
    assert now.status_code == 200
    assert "This page is held back" in now.content.decode()


def test_no_word_of_a_rule_s_code_stands_on_the_page(client: Client, atlas: Any) -> None:
    page = words(document(client, STUDY + "/deep"))
    codes = {
        support.rule
        for s in atlas[0].page.statements()
        for support in s.support
        if getattr(support, "rule", None) and "-" in support.rule
    }
    assert codes == {"harms-silence"}
    assert not any(re.search(rf"\b{code}\b", page) for code in codes)


def test_a_trial_that_does_not_mention_chance_is_not_said_to_have_used_it(
    client: Client, atlas: Any
) -> None:
    (badge,) = document(client, STUDY).xpath("//details[@id='badge-study-type']/div")
    assert "The text does not say that chance decided who had what." in words(badge)
    assert "put by chance" not in words(badge)


def test_a_sentence_that_a_language_model_drafted_says_so_and_the_others_do_not(
    library: Any, client: Client
):
    study = library.interferon()
    first, second = study.page.statements()[:2]
    drafting = Drafting(
        model="openai:gpt-9", prompt_version="1", sentences=(first.id,), asked=("2026-03-02",),
        asks=1, refused=0, input_tokens=5, output_tokens=5,
    )  # fmt: skip
    page = msgspec.structs.replace(study.page, drafting=drafting)
    study = library.versioned(msgspec.structs.replace(study, page=page))
    assert sources(first, study)[0].place == "Drafted by a language model"
    assert "openai:gpt-9, prompt version 1" in sources(first, study)[0].text
    assert "language model" not in str(sources(second, study))
    library.publish([study])
    shown = words(document(client, f"/evidence/{study.slug}/deep"))
    assert "1 sentence: openai:gpt-9, prompt version 1, 2026-03-02" in shown


def test_what_may_fairly_be_said_leads_to_what_may_not(
    client: Client, db: None, library: Any
) -> None:
    fair = library.say(
        "fair_to_say", "In a study of 30 people, blood tests rose.", depths=("deep",)
    )
    study = library.interferon()
    told = [*study.page.statements(), fair]
    library.publish([library.interferon(page=library.page("study-1", *told))])
    shown = document(client, STUDY + "/deep")
    (link,) = shown.xpath("//section[@id='fair-to-say']//a[@href='#does-not-prove']")
    assert words(link) == "What This Study Does Not Prove"
    assert shown.xpath("//section[@id='does-not-prove']")

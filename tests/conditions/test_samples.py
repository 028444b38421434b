"""The sample library: sixty real studies, whole, marked, and each told in our own words."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from evidence_atlas.records import Problem, Record
from evidence_atlas.records.slugs import candidate_slug
from evidence_atlas.sources import read_file

FOLDER = Path(str(files("evidence_atlas.conditions.mecfs") / "samples"))
FILES = sorted(FOLDER.glob("samples-*.xml"))

# NLM's order of the parts of a citation and of an article (pubmed DTD), as far as we use them.
CITATION_ORDER = [
    "PMID", "DateCompleted", "DateRevised", "Article", "MedlineJournalInfo", "ChemicalList",
    "SupplMeshList", "CitationSubset", "CommentsCorrectionsList", "MeshHeadingList",
    "OtherAbstract", "KeywordList", "CoiStatement", "InvestigatorList", "GeneralNote",
]  # fmt: skip
ARTICLE_ORDER = [
    "Journal", "ArticleTitle", "Pagination", "ELocationID", "Abstract", "AuthorList", "Language",
    "DataBankList", "GrantList", "PublicationTypeList", "VernacularTitle", "ArticleDate",
]  # fmt: skip


def articles() -> list[etree._Element]:
    return [a for f in FILES for a in etree.parse(str(f)).getroot().findall("PubmedArticle")]


def items() -> list[object]:
    return [item for f in FILES for item in read_file(f)]


def records() -> list[Record]:
    return [r for r in items() if isinstance(r, Record)]


def by_pmid() -> dict[str | None, Record]:
    return {r.pmid: r for r in records()}


def text(record: Record) -> str:
    return " ".join(section.text for section in record.abstract)


def table() -> list[tuple[str, str, str, str]]:
    """The rows of the table in the library's README: PMID, address, study type, reason."""
    rows = re.findall(
        r"^\| (\d+|–) \| ([a-z0-9-]+) \| ([^|]+) \| ([^|]+) \|$",
        (FOLDER / "README.md").read_text(encoding="utf-8"),
        re.M,
    )
    return [(pmid, slug, kind, why) for pmid, slug, kind, why in rows]


def test_six_files_of_ten() -> None:
    assert [f.name for f in FILES] == [f"samples-0{n}.xml" for n in range(1, 7)]
    for f in FILES:
        root = etree.parse(str(f)).getroot()
        assert root.tag == "PubmedArticleSet"
        assert [child.tag for child in root] == ["PubmedArticle"] * 10


def test_the_reader_gives_sixty_records_and_no_problem() -> None:
    found = items()
    assert [p for p in found if isinstance(p, Problem)] == []
    assert [type(x) for x in found] == [Record] * 60


@pytest.mark.parametrize(
    ("path", "order"),
    [("MedlineCitation", CITATION_ORDER), ("MedlineCitation/Article", ARTICLE_ORDER)],
)
def test_the_parts_stand_in_nlms_order(path: str, order: list[str]) -> None:
    for article in articles():
        part = article.find(path)
        assert part is not None
        places = [order.index(str(child.tag)) for child in part]
        assert places == sorted(places), article.findtext(".//ArticleTitle")


def test_every_abstract_is_marked_retold_and_the_others_have_none() -> None:
    kinds = Counter(r.abstract_kind for r in records())
    assert kinds == {"retold": 58, "none": 2}
    assert {r.pmid for r in records() if r.abstract_kind == "none"} == {"40696227", "34097088"}
    for r in records():
        assert bool(r.abstract) == (r.abstract_kind == "retold"), r.key


def test_identifiers_are_plain_and_belong_to_one_record() -> None:
    pmids = [r.pmid for r in records() if r.pmid is not None]
    assert len(pmids) == len(set(pmids)) == 59
    assert [p for p in pmids if not re.fullmatch(r"[1-9]\d{6,7}", p)] == []
    dois = [r.doi.lower() for r in records() if r.doi]
    assert len(dois) == len(set(dois))
    assert [d for d in dois if not re.fullmatch(r"10\.\d{4,5}/\S+", d)] == []


def test_every_record_has_a_title_a_year_and_a_language() -> None:
    for r in records():
        assert r.title.strip() == r.title != ""
        assert r.year is not None and 1996 <= r.year <= 2026, r.key
        assert r.languages in (("eng",), ("ger",)), r.key
    nameless = {r.pmid for r in records() if not r.authors}
    assert nameless == {"40901516", "41111881"}, "notices only"


def test_no_author_is_split_from_the_first_part_of_a_surname() -> None:
    surnames = {a.last for r in records() for a in r.authors}
    assert {"van der Schaaf", "De Vlaminck", "Kedor Peters", "Dello Iacono"} <= surnames
    assert surnames.isdisjoint({"der Schaaf", "Schaaf", "Vlaminck", "Peters", "Iacono"})


def test_records_stand_in_the_order_of_their_addresses() -> None:
    slugs = [candidate_slug(r) for r in records()]
    assert slugs == sorted(slugs)


def test_the_readme_lists_each_record_once_with_its_address() -> None:
    listed = [(pmid, re.sub(r"-2$", "", slug)) for pmid, slug, _, _ in table()]
    assert listed == [(r.pmid or "–", candidate_slug(r)) for r in records()]
    slugs = [slug for _, slug, _, _ in table()]
    assert len(set(slugs)) == 60


def test_the_study_types_are_many() -> None:
    assert Counter(kind for _, _, kind, _ in table()) == {
        "Animal": 1,
        "Case report": 2,
        "Case series": 2,
        "Case-control": 10,
        "Cohort": 4,
        "Commentary": 2,
        "Computational": 1,
        "Cross-sectional": 4,
        "Diagnostic accuracy": 2,
        "Genetic association": 1,
        "Guideline": 1,
        "Hypothesis": 1,
        "In vitro": 1,
        "Meta-analysis": 3,
        "Methods": 1,
        "Narrative review": 2,
        "Non-randomised trial": 6,
        "Notice": 2,
        "Protocol": 2,
        "Qualitative": 2,
        "RCT": 7,
        "Scoping review": 1,
        "Systematic review": 2,
    }


def test_see_and_tilles_1996_is_told_with_all_its_figures() -> None:
    [see] = [r for r in records() if r.pmid is None]
    assert see.title == "alpha-Interferon treatment of patients with chronic fatigue syndrome"
    assert candidate_slug(see) == "see-1996-alpha-interferon"
    assert [(a.last, a.initials) for a in see.authors] == [("See", "DM"), ("Tilles", "JG")]
    assert (see.journal.title, see.year, see.doi) == ("Immunological Investigations", 1996, None)
    told = text(see)
    for words in (
        "Thirty patients", "Centers for Disease Control (CDC) clinical criteria",
        "interferon alfa-2a and placebo", "double-blind crossover", "natural killer (NK)",
        "quality of life (QOL)", "10-item survey", "lytic units (LU; p < .05)",
        "from 87.8 ± 19.6 to 129.3 ± 20.7", "Twenty-six patients completed",
        "3 were normal on both", "9 had isolated low lymphocyte proliferation",
        "7 had low NK function only", "7 were abnormal on both",
        "from 39.7 ± 12.1 to 16.3 ± 7.9 (p < .05)", "from 35.1 ± 11.7 to 91.5 ± 22.7 LU (p < .01)",
    ):  # fmt: skip
        assert words in told, words
    for absent in ("random", "adverse", "harm", "1988", "1994", "first"):
        assert absent not in told.lower(), absent


@pytest.mark.parametrize(
    ("pmid", "words"),
    [
        ("41074089", ["randomized", "n = 24", "P < 0.001", "no serious adverse effects", "FM"]),
        ("41629267", ["250 were randomised", "77", "84", "no interaction", "p = 0.614"]),
        ("40703261", ["open-label", "from 25.9 to 55.0", "four had no significant change"]),
        ("28760971", ["192", "392", "51-multiplex", "resistin was lower", "TGF-β was higher"]),
        ("40954597", ["six", "2280", "44 %", "12 %", "53 %", "serious worsening", "good to poor"]),
        ("40218114", ["14 patients (11 women, 3 men)", "mainly", "frequently", "limited"]),
        ("40958377", ["p = 0.039", "not at Week 6 (p = 0.270)", "headaches", "NCT04622293"]),
        ("34091377", ["14/333 (4%)", "26/334 (8%)", "1.51 (1.03, 2.22)", "GRADE"]),
        ("39804551", ["4.5% (531 of 11,785)", "0.6% (9 of 1439)", "0.91-10.95", "2015"]),
        ("40897283", ["418", "473", "Neither KIR gene content", "OR = 0.46; 95 % CI 0.30-0.71"]),
    ],
)
def test_what_a_study_found_is_kept_whether_it_pleases_or_not(pmid: str, words: list[str]) -> None:
    """Words that carry the size, the design, the result and its limits of some known studies."""
    told = text(by_pmid()[pmid])
    missing = [w for w in words if w.lower() not in told.lower()]
    assert missing == []


def test_sections_keep_their_labels_and_nlm_categories() -> None:
    trial = by_pmid()["34091377"]
    assert [(s.label, s.category) for s in trial.abstract] == [
        ("OBJECTIVES", "OBJECTIVE"),
        ("METHODS", "METHODS"),
        ("RESULTS", "RESULTS"),
        ("CONCLUSIONS", "CONCLUSIONS"),
    ]
    assert [s.label for s in by_pmid()["41103060"].abstract] == [None]


def test_versions_corrections_and_retractions_are_stated_both_ways_where_both_are_here() -> None:
    stated = {
        (r.pmid, c.kind, c.pmid) for r in records() for c in r.corrections
    }  # fmt: skip
    assert stated == {
        ("40703261", "ErratumIn", "40901516"),
        ("40901516", "ErratumFor", "40703261"),
        ("40778181", "UpdateIn", "40903540"),
        ("40903540", "UpdateOf", "40778181"),
        ("40416015", "RetractionIn", None),
        ("41111881", "RetractionOf", None),
    }
    assert "Retracted Publication" in by_pmid()["40416015"].publication_types
    assert "Preprint" in by_pmid()["40778181"].publication_types
    assert by_pmid()["40903540"].doi == "10.1038/s44324-025-00079-w"


def test_a_title_in_another_language_is_kept_beside_the_english_one() -> None:
    german = by_pmid()["34097088"]
    assert german.languages == ("ger",)
    assert german.vernacular_title is not None
    assert german.vernacular_title.startswith("Künftige Aufgaben")


def test_plans_are_told_as_plans() -> None:
    for pmid in ("28765100", "40829849"):
        told = text(by_pmid()[pmid])
        assert re.search(r"\b(will|plans to|planned)\b", told)
        assert not re.search(r"significant|p [<=] ?0?\.\d", told)


def test_the_text_is_clean() -> None:
    for r in records():
        told = text(r)
        assert "  " not in told and "<" not in re.sub(r"< ?\.?\d|<\d", "", told), r.key
        assert not re.search(r"\b(you|your)\b", told, re.I), r.key
        assert "©" not in told and "http" not in told, r.key

"""A small atlas for the site's tests, put into the store as the publish stage would.

The people and figures of the first study are those of See and Tilles 1996 as the project's
own notes retell them; the other studies are made up.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from evidence_atlas import conditions
from evidence_atlas.publishing import editions
from evidence_atlas.publishing.columns import columns
from evidence_atlas.records import (
    AbstractSection,
    Author,
    Because,
    Correction,
    Dates,
    Grade,
    Grades,
    Harms,
    Journal,
    Link,
    Mark,
    Page,
    Picture,
    PubDate,
    PublishedStudy,
    Quote,
    QuoteSupport,
    Reading,
    ReadingMinutes,
    Record,
    RecordSupport,
    RuleSupport,
    Section,
    Sentence,
    ShownLink,
    Statement,
    StudySupport,
    TopicGrade,
    digest,
    to_json,
)
from evidence_atlas.records.reading import Design
from evidence_atlas.store.models import OffTopic, PageVersion

MADE = dt.datetime(2026, 11, 22, 6, 30, tzinfo=dt.UTC)
V = "1.0"
HELD = "A number in one sentence is not in its source."
SENTENCES = (
    "Thirty patients who met the CDC criteria took interferon or placebo, double-blind, crossover.",
    "Mean natural killer function rose from 87.8 to 129.3 lytic units with 12 weeks of interferon.",
    "Quality of life did not change significantly in the group as a whole.",
    "In the seven with isolated low natural killer function the score went from 39.7 to 16.3.",
)
ALL = ("quick", "standard", "deep")


def sentences(texts: tuple[str, ...] = SENTENCES) -> tuple[Sentence, ...]:
    made, start = [], 0
    for text in texts:
        made.append(Sentence(text=text, start=start, end=start + len(text), role="results"))
        start += len(text) + 1
    return tuple(made)


def quote_of(number: int, texts: tuple[str, ...] = SENTENCES) -> Quote:
    """Sentence `number`, counted from 1, as a quote."""
    s = sentences(texts)[number - 1]
    return Quote(field="abstract", start=s.start, end=s.end, text=s.text)


def support_of(number: int) -> QuoteSupport:
    q = quote_of(number)
    return QuoteSupport(field=q.field, start=q.start, end=q.end, text=q.text)


def grade(value: str | None, *because: Because, **more: Any) -> Grade:
    return Grade(
        value=value,
        because=because or (Because(rule="made-up", text="A rule of this test."),),
        version=V,
        **more,
    )


def say(section: str, text: str, *support: Any, **more: Any) -> Statement:
    """A statement; its id comes from its words, which is good enough for a test."""
    return Statement(
        id="s" + digest(section, text)[:12],
        text=text,
        section=section,
        depths=more.pop("depths", ALL),
        support=support or (RuleSupport(rule="made-up", text="A rule of this test."),),
        **more,
    )


def page(key: str, *statements: Statement, bare: str | None = None) -> Page:
    names = list(dict.fromkeys(s.section for s in statements))
    return Page(
        study=key,
        version=V,
        sections=tuple(
            Section(name=n, statements=tuple(s for s in statements if s.section == n))
            for n in names
        ),
        reading_minutes=ReadingMinutes(quick=0.45, standard=2.6, deep=6.2),
        bare=bare,
    )


def picture() -> Picture:
    """The reference study drawn: a crossover with two findings, one of them level."""

    def mark(part: str, text: str, sentence: int, **drawn: Any) -> Mark:
        return Mark(part=part, said=say("picture", text, support_of(sentence)), **drawn)

    return Picture(
        form="crossover",
        marks=(
            mark("start", "Thirty people with chronic fatigue syndrome took part.", 1, n=30,
                 words="people with chronic fatigue syndrome", note="took part"),
            mark("turn", "The same people had interferon, in turn with the other.", 1,
                 words="interferon", note="in turn"),
            mark("turn", "The same people had a placebo, in turn with the other.", 1,
                 words="a placebo", note="in turn"),
            mark("end", "Twenty-six people finished.", 1, n=26, words="people", note="finished"),
            mark("finding", "Quality of life did not clearly change.", 3,
                 words="quality of life", note="did not clearly change", way="level"),
            mark("finding", "Natural killer function was higher than at the start.", 2,
                 words="natural killer function", note="higher than at the start", way="up"),
        ),
    )  # fmt: skip


def interferon(**changes: Any) -> PublishedStudy:
    """The reference study: a crossover of 30, its abstract retold unless changed."""
    record = Record(
        source="sample",
        raw_hash="0" * 64,
        title="alpha-Interferon treatment of patients with chronic fatigue syndrome.",
        authors=(
            Author(last="See", fore="Darryl M", initials="DM"),
            Author(last="Tilles", fore="Jeremiah G", initials="JG"),
        ),
        journal=Journal(
            title="Immunological Investigations", volume="25", issue="1-2", pages="153-64"
        ),
        dates=Dates(published=PubDate(year=1996)),
        abstract=tuple(AbstractSection(text=t) for t in SENTENCES),
        abstract_kind="original",
        languages=("eng",),
        doi="10.1000/made.up.1",
        pmid="1",
    )
    standard = ("standard", "deep")
    deep = ("deep",)
    told = page(
        "study-1",
        say(
            "quick_summary",
            "Thirty people with chronic fatigue syndrome were to take interferon "
            "and a placebo, one after the other; 26 finished.",
            support_of(1),
            about=("participants",),
        ),
        say(
            "quick_summary",
            "With interferon, a blood test of immune cells rose, but quality of "
            "life did not clearly change.",
            support_of(2),
            support_of(3),
            about=("results.0", "results.1"),
        ),
        say(
            "quick_summary",
            "The abstract does not mention harms.",
            RuleSupport(
                rule="harms-silence",
                text="Harms are looked for in every sentence of the "
                "abstract. None mentions them, and silence is never read as safety.",
            ),
            about=("harms",),
        ),
        say(
            "quick_summary",
            "Confidence is low: few people were counted.",
            RuleSupport(rule="certainty", text="Fewer than 50 people were analysed."),
            about=("certainty",),
        ),
        say(
            "why_it_matters",
            "The study asks whether interferon changes immune cells and daily life. "
            "One other study here asked this, in 48 people.",
            StudySupport(
                study="study-2",
                slug="doe-2020-lying-yoga",
                label="Doe 2020",
                facts="a randomised trial of 48 people",
            ),
            depths=standard,
        ),
        say(
            "observed_findings",
            "Natural killer function rose from 87.8 to 129.3 lytic units.",
            support_of(2),
            label="Everyone",
            depths=standard,
        ),
        say(
            "observed_findings",
            "Quality of life did not change significantly.",
            support_of(3),
            label="Everyone",
            depths=standard,
        ),
        say(
            "observed_findings",
            "The score went from 39.7 to 16.3, against their own start.",
            support_of(4),
            label="Seven people in one of four small groups",
            depths=standard,
        ),
        say(
            "inferred_conclusions",
            "The authors conclude that interferon changes the quality of life of that subgroup.",
            support_of(4),
            voice="authors",
            depths=standard,
        ),
        say(
            "remaining_questions",
            "The abstract does not compare the result with placebo.",
            support_of(4),
            depths=standard,
        ),
        say(
            "does_not_prove",
            "That interferon helps: as a group, people's quality of life did not clearly change.",
            support_of(3),
            depths=standard,
        ),
        say(
            "study_at_a_glance",
            "30 took part; 26 finished.",
            support_of(1),
            label="People",
            depths=deep,
        ),
        say(
            "study_at_a_glance",
            "CDC criteria, no year stated.",
            support_of(1),
            label="Diagnosis",
            depths=deep,
        ),
        say(
            "study_at_a_glance",
            "Not stated.",
            RecordSupport(field="publication_types", value="Journal Article"),
            label="Funding",
            depths=deep,
        ),
        say("numbers_checked", "3, 9, 7 and 7 make 26. This fits.", support_of(4), depths=deep),
        say("limitations", "26 of 30 people finished.", support_of(1), depths=deep),
    )
    badges = {
        "level": grade(
            "E3 Preliminary",
            Because(rule="few", text="Fewer than 50 people finished.", quote=quote_of(1)),
            would_change="50 people who finish the trial.",
        ),
        "certainty": grade("Preliminary", would_change="A comparison with placebo."),
        "pem": grade(
            "PEM not required",
            Because(
                rule="undated",
                text="CDC without a year, in a "
                "paper before 2015, is 1988 or 1994. Neither requires it.",
                quote=quote_of(1),
            ),
            by_definition="optional",
            by_study="not_stated",
        ),
        "study_type": grade("RCT"),
        "peer_review": grade("Peer-reviewed"),
        "review_state": grade("Machine draft"),
        "record_state": grade(None, Because(rule="none", text="No notice is known.")),
        "case_definition_quality": grade("stated"),
    }
    made = PublishedStudy(
        key="study-1",
        slug="see-1996-alpha-interferon",
        status="published",
        record=record,
        reading=Reading(
            version=V, sentences=sentences(), design=Design(crossover=True),
            harms=Harms(status="not_stated"),
        ),
        grades=Grades(badges=badges, topics=TopicGrade(value=("immune",), because=(), version=V)),
        page=msgspec.structs.replace(told, picture=picture()),
        version="",
        components={"reading": "1", "writing": "1"},
        links=(
            ShownLink(
                link=Link(kind="does not replicate", source="study-2", target="study-1"),
                outgoing=False, label="Doe 2020", slug="doe-2020-lying-yoga",
            ),
        ),
    )  # fmt: skip
    return versioned(msgspec.structs.replace(made, **changes))


def versioned(study: PublishedStudy) -> PublishedStudy:
    """The study under the hash of its content, as the publish stage gives it."""
    bare = msgspec.structs.replace(study, version="", history=())
    return msgspec.structs.replace(study, version=digest(bare))


def small(
    key: str, slug: str, title: str, *, level: str = "E2 Moderate", status: str = "published",
    state: str | None = None, year: int = 2020, study_type: str = "RCT", **record: Any,
) -> PublishedStudy:  # fmt: skip
    """A made-up study with one sentence on its page."""
    badges = {
        "level": grade(level),
        "certainty": grade("Preliminary" if level == "E3 Preliminary" else "Moderate confidence"),
        "study_type": grade(study_type),
        "peer_review": grade("Peer-reviewed"),
        "review_state": grade("Machine draft"),
        "record_state": grade(state),
    }
    if state == "Retracted":
        del badges["certainty"]
        badges["level"] = grade("Not graded")
    return versioned(
        PublishedStudy(
            key=key,
            slug=slug,
            status="held" if status == "held" else "published",
            record=Record(
                source="made up", raw_hash="1" * 64, title=title, pmid=key.removeprefix("study-"),
                authors=(Author(last="Doe", initials="J"),),
                journal=Journal(title="Made-up Journal"),
                dates=Dates(published=PubDate(year=year)), **{"languages": ("eng",), **record},
            ),
            reading=Reading(version=V),
            grades=Grades(badges=badges, topics=TopicGrade(value=(), because=(), version=V)),
            page=page(key, say("quick_summary", "One sentence about this study.")),
            version="",
            held_because=HELD if status == "held" else None,
        )
    )  # fmt: skip


def library() -> list[PublishedStudy]:
    """One of each kind of page."""
    return [
        interferon(),
        small("study-2", "doe-2020-lying-yoga", "Yoga lying down: a trial.", year=2020),
        small("study-3", "doe-2019-withdrawn-marker", "A marker that was withdrawn.", year=2019,
              state="Retracted", corrections=(Correction(kind="RetractionIn", pmid="99",
              citation="Made-up J. 2021;3:4"),)),
        small("study-4", "doe-2018-held-page", "A page held for an editor.", year=2018,
              status="held"),
        small("study-5", "doe-2017-sommeil-fatigue", "[Sleep and fatigue in adults].", year=2017,
              level="E3 Preliminary", study_type="Cross-sectional", languages=("fre",),
              vernacular_title="Sommeil et fatigue chez l'adulte."),
    ]  # fmt: skip


def publish(studies: list[PublishedStudy]) -> None:
    """Make these studies the current edition, with one former address and one record left out."""
    illness = conditions.load("mecfs")
    for study in studies:
        PageVersion.objects.get_or_create(
            version=study.version,
            defaults={
                "study": study.key, "payload": to_json(study), "made": MADE,
                "content": study.version, "because": "First form of this page",
            },
        )  # fmt: skip
    OffTopic.objects.get_or_create(
        study="study-9",
        defaults={"record": "9", "title": "Fatigue as a side effect.", "rule": "side-effect",
                  "reason": "The illness is named as a side effect only."},
    )  # fmt: skip
    editions.publish(
        [columns(study, illness) for study in studies],
        [editions.Address("see-1996-former-address", "see-1996-alpha-interferon", "joined"),
         editions.Address("doe-2001-deleted", "", "PubMed has deleted the record.")],
        condition="mecfs", components={"reading": "1"}, measuring=False, now=MADE, keep=10,
    )  # fmt: skip

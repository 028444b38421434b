"""The interface's own words: names of sections and badges, and what each badge means.

Marked for translation here and translated where they are shown, so that the values that
come out of the engine stay the same in every language.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

SECTION_TITLES: dict[str, str] = {
    "quick_summary": N_("Quick Summary"),
    "why_it_matters": N_("Why It Matters"),
    "observed_findings": N_("Observed Findings"),
    "inferred_conclusions": N_("Inferred Conclusions"),
    "remaining_questions": N_("Remaining Questions"),
    "does_not_prove": N_("What This Study Does Not Prove"),
    "study_at_a_glance": N_("Study at a glance"),
    "numbers_checked": N_("Numbers checked"),
    "strengths": N_("Strengths"),
    "limitations": N_("Limitations"),
    "other_studies": N_("The same question in other studies"),
    "comments_and_replies": N_("Comments, reanalyses and replies"),
    "fair_to_say": N_("What may fairly be said of this study"),
    "sources_and_versions": N_("Sources and versions"),
    "revision_history": N_("Revision history"),
}

BADGE_NAMES: dict[str, str] = {
    "level": N_("Evidence level"),
    "certainty": N_("Certainty"),
    "study_type": N_("Study type"),
    "peer_review": N_("Peer review"),
    "review_state": N_("Who has checked this page"),
    "record_state": N_("State of the paper"),
    "case_definition_quality": N_("How well the diagnosis is described"),
    "approach": N_("Research approach"),
    "context": N_("Which illness was studied"),
    "topics": N_("Topics"),
}

BADGE_MEANINGS: dict[str, str] = {
    "level": N_(
        "How much evidence there is for what was found. It does not say that something works."
    ),
    "certainty": N_("How far the result can be trusted, by the way the study was made."),
    "study_type": N_("How the study was made."),
    "peer_review": N_("Whether other researchers read the paper before it was published."),
    "review_state": N_("Whether an editor has compared this page with its source."),
    "record_state": N_("What has happened to the paper since it was published."),
    "case_definition_quality": N_(
        "Whether the record says by which definition people were diagnosed."
    ),
    "approach": N_("What kind of question the research asked."),
    "context": N_("Whether the people studied had this illness or another one."),
}

VALUE_MEANINGS: dict[str, str] = {
    "RCT": N_(
        "A randomised controlled trial: people were put by chance into groups or into an order "
        "of treatments, and the results were compared."
    ),
    "Non-randomised trial": N_(
        "A treatment was given, and people were not put into groups by chance."
    ),
    "Cohort": N_("A group of people was followed over time."),
    "Case-control": N_("People with the illness were compared with people without it."),
    "Cross-sectional": N_("People were asked or measured at one point in time."),
    "Case series": N_("A description of several patients."),
    "Case report": N_("A description of one patient."),
    "Qualitative": N_("People were asked for their own accounts."),
    "Genetic association": N_(
        "Gene variants were compared between people with and without the illness."
    ),
    "Diagnostic accuracy": N_("A test was compared with another way to tell who has the illness."),
    "Systematic review": N_("Studies were searched for and gathered by a stated method."),
    "Meta-analysis": N_("The results of several studies were put together by calculation."),
    "Scoping review": N_("A survey of what research exists."),
    "Narrative review": N_("The authors' own overview of research."),
    "Guideline": N_("What a body of experts advises."),
    "Animal": N_("Animals were studied, not people."),
    "In vitro": N_("Cells or samples were studied outside the body."),
    "Computational": N_("A calculation or model; nobody new was studied."),
    "Protocol": N_("A plan for a study. It has no results yet."),
    "Hypothesis": N_("An idea of the authors, not a result."),
    "Methods": N_("About a way of measuring or doing research."),
    "Commentary": N_("The authors' opinion, or a reply to another paper."),
    "Notice": N_("A notice by the journal about another paper."),
    "Machine draft": N_(
        "Written by this atlas's rules, sentence by sentence from the source. "
        "No editor has read it yet."
    ),
    "Editor reviewed": N_(
        "An editor has compared this page with its source, and neither has changed since."
    ),
    "Peer-reviewed": N_(
        "Published in a journal that asks other researchers to read a paper first."
    ),
    "Preprint": N_("Made public before other researchers had checked it."),
    "Not peer-reviewed": N_("Not checked by other researchers before it was published."),
    "Retracted": N_("The journal has withdrawn the paper."),
    "Withdrawn": N_("The paper has been withdrawn."),
    "Expression of concern": N_("The journal has published doubts about the paper."),
    "Corrected": N_("A correction has been published."),
    "Superseded": N_("A newer version exists."),
    "Reinstated": N_("A retraction was taken back."),
}

RCT_CHANCE_NOT_STATED = N_(
    "A controlled trial: people's results with a treatment were compared with those without it. "
    "It stands among the randomised trials (RCT) because it was made as they are. "
    "The text does not say that chance decided who had what."
)

BADGE_VALUES: tuple[str, ...] = (
    N_("E0 Consensus"),
    N_("E0 Synthesis"),
    N_("E1 Replicated"),
    N_("E2 Moderate"),
    N_("E3 Preliminary"),
    N_("Contested"),
    N_("People's experience: not graded on this scale"),
    N_("Not graded"),
    N_("Higher confidence"),
    N_("Moderate confidence"),
    N_("Preliminary"),
    *VALUE_MEANINGS,
)

LADDERS: dict[str, tuple[str, ...]] = {
    "level": BADGE_VALUES[:5] + BADGE_VALUES[6:8],
    "certainty": BADGE_VALUES[8:11],
}
"""Facets whose values have an order of their own, shown in it."""

STEPS: dict[str, int] = {
    "E0 Synthesis": 4,
    "E1 Replicated": 3,
    "E2 Moderate": 2,
    "E3 Preliminary": 1,
}
"""Filled dots of four beside a level; a consensus gets none, for it is advice and not a finding."""

RECORD_FIELDS: dict[str, str] = {
    "abstract": N_("abstract"),
    "abstract_kind": N_("abstract"),
    "authors": N_("authors"),
    "corrections": N_("notices linked to the paper"),
    "dates": N_("dates"),
    "dates.published": N_("date of publication"),
    "doi": N_("DOI"),
    "grants": N_("grants"),
    "interests": N_("interests declared"),
    "journal": N_("journal"),
    "journal.title": N_("journal"),
    "keywords": N_("keywords"),
    "languages": N_("language"),
    "mesh": N_("subject headings (MeSH)"),
    "pmid": N_("PubMed number"),
    "publication_types": N_("publication types"),
    "references": N_("reference list"),
    "registrations": N_("registration"),
    "title": N_("title"),
    "year": N_("year"),
}

LINK_WORDS: dict[tuple[str, bool], str] = {
    ("replicates", True): N_("Found the same as"),
    ("replicates", False): N_("Found again by"),
    ("does not replicate", True): N_("Did not find the same as"),
    ("does not replicate", False): N_("Not found again by"),
    ("cites", True): N_("Cites"),
    ("cites", False): N_("Cited by"),
    ("corrects", True): N_("Corrects"),
    ("corrects", False): N_("Corrected by"),
    ("retracts", True): N_("Retracts"),
    ("retracts", False): N_("Retracted by"),
    ("supersedes", True): N_("Replaces"),
    ("supersedes", False): N_("Replaced by"),
    ("preprint of", True): N_("Preprint of"),
    ("preprint of", False): N_("First published as a preprint"),
    ("version of", True): N_("Another version of"),
    ("version of", False): N_("Another version"),
    ("same participants", True): N_("The same people took part in"),
    ("same participants", False): N_("The same people took part in"),
    ("reanalyses", True): N_("Analyses again the data of"),
    ("reanalyses", False): N_("Its data were analysed again by"),
    ("comments on", True): N_("Comments on"),
    ("comments on", False): N_("Commented on by"),
    ("expresses concern about", True): N_("Expresses concern about"),
    ("expresses concern about", False): N_("Concern expressed by"),
    ("reinstates", True): N_("Reinstates"),
    ("reinstates", False): N_("Reinstated by"),
}

FACET_NAMES: dict[str, str] = {
    "level": N_("Evidence level"),
    "certainty": N_("Certainty"),
    "study_type": N_("Study type"),
    "topic": N_("Topic"),
    "treatment": N_("Treatment"),
    "who": N_("Who was studied"),
    "harms": N_("Harms"),
    "record_state": N_("State of the paper"),
    "review_state": N_("Who has checked this page"),
    "year": N_("Year"),
}
ABSENT: dict[str, str] = {
    "level": N_("not graded"),
    "certainty": N_("not graded"),
    "criterion": N_("does not apply"),
    "study_type": N_("not clear"),
    "": N_("none stated"),
}
"""What it means that a study has no badge of this kind. A criterion badge is given wherever people
with the illness took part; it then says itself if the text is silent."""
WHO: dict[str, str] = {
    "children": N_("children and young people"),
    "adults": N_("adults"),
    "severe": N_("severely ill people"),
}
HARMS: dict[str, str] = {
    "reported": N_("harms reported"),
    "none_reported": N_("reported that there were none"),
    "not_stated": N_("not mentioned"),
    "not_applicable": N_("no treatment was given"),
}
ORDERS: dict[str, str] = {
    "best": N_("best match"),
    "newest": N_("newest first"),
    "oldest": N_("oldest first"),
    "title": N_("by title"),
    "author": N_("by first author"),
    "people": N_("most people first"),
}

STAGES: tuple[tuple[str, str], ...] = (
    (N_("Fetch"), N_("Ask PubMed for every record on the illness, and for what has changed.")),
    (N_("Normalise"), N_("Bring each record into one form; nothing is interpreted yet.")),
    (N_("Deduplicate"), N_("Find records that are the same study.")),
    (N_("Lineage"), N_("Follow what the bibliography says: corrections, retractions, versions.")),
    (N_("Classify"), N_("Read each abstract, grade it, and compare it with other studies here.")),
    (N_("Summarise"), N_("Choose what to say, with the words of the source that carry it.")),
    (N_("Draft"), N_("Write each sentence together with its source.")),
    (N_("Moderate"), N_("Check every sentence against its source; apply editors' decisions.")),
    (N_("Publish"), N_("Put all pages that passed into one edition, and serve it.")),
)

LEVEL_RULES: tuple[tuple[str, str], ...] = (
    (
        "E0 Consensus",
        N_(
            "A guideline or consensus statement of a named body. It says what a body "
            "advises, not what a study found."
        ),
    ),
    ("E0 Synthesis", N_("A systematic review or a meta-analysis.")),
    (
        "E1 Replicated",
        N_(
            "A controlled study whose main finding an independent team found again in "
            "other people, where no study of equal or better design and size contradicts "
            "it."
        ),
    ),
    (
        "E2 Moderate",
        N_(
            "A randomised trial with at least %(trial_arm)s people analysed in each arm "
            "(where everybody took everything in turn: %(crossover_finished)s who "
            "finished); a comparison with at least %(controlled_group)s people in each "
            "main group; at least %(cohort)s people followed over time; a genetic study "
            "with at least %(genetic_cases)s patients and a result that holds across all "
            "genes; a population sample or register of at least %(population)s people."
        ),
    ),
    ("E3 Preliminary", N_("Every other record that reports findings.")),
    (
        "Contested",
        N_("Stands beside a level where a study as good and as large found otherwise."),
    ),
    (
        "People's experience: not graded on this scale",
        N_("People's own accounts. They show what can happen, not how often."),
    ),
    (
        "Not graded",
        N_(
            "What reports no findings of its own, such as a plan, an idea or a comment; a paper "
            "known by its title alone; and what has been retracted or withdrawn."
        ),
    ),
)

CRITERION_RULES: dict[str, str] = {
    "required": N_(
        "The study asked for it, or everybody met a named definition that asks for it, if only in "
        "older or looser words."
    ),
    "not_required": N_(
        "The definitions named list it among others or leave it out, or the study left out people "
        "who had it."
    ),
    "unclear": N_(
        "The text does not settle it, or people came in by either of two definitions that differ "
        "on it. Measuring it does not make it required."
    ),
}
"""When each value of the criterion badge is given."""

THRESHOLDS: dict[str, str] = {
    "trial_arm": N_("People analysed in each arm of a randomised trial"),
    "crossover_finished": N_("People who finished a trial in which all took everything in turn"),
    "controlled_group": N_("People in each main group of a comparison"),
    "cohort": N_("People followed over time"),
    "genetic_cases": N_("Patients in a genetic study"),
    "population": N_("People in a population sample or register"),
    "small_analysed": N_("Fewer people than this lower the certainty"),
    "share_not_analysed": N_("A larger share of people not counted lowers the certainty"),
}

CERTAINTY_STEPS: dict[str, str] = {
    "criterion": N_("Not everybody in the study had to meet the illness's criterion"),
    "other_illness": N_("Only people with another illness were studied"),
    "unblinded": N_("People knew which treatment they got"),
    "not_analysed": N_("More than %(share_not_analysed)s of the people were not counted"),
    "surrogate": N_("Only blood values or the like were measured, not how people were"),
    "many_markers": N_("Many things were measured at once, and no correction for it is stated"),
    "subgroup": N_("The main result is from a part of the people, and not said to be planned"),
    "small": N_("Fewer than %(small_analysed)s people were counted"),
    "preprint": N_("The paper is a preprint"),
}
"""What takes certainty down one step, by the key of the grading room's table."""

WAYS: dict[str, str] = {
    "worse": N_("Worse"),
    "none": N_("No clear difference"),
    "better": N_("Better"),
    "lower": N_("Lower"),
    "higher": N_("Higher"),
    "unlinked": N_("No link found"),
    "linked": N_("Linked with something"),
    "mixed": N_("Both ways"),
}
"""The lanes of the map of the evidence."""

COMPARISONS: dict[str, str] = {
    "between_randomised": N_("other groups, made by chance"),
    "between_groups": N_("another group"),
    "within_group": N_("people's own start"),
    "none": N_("the abstract does not say"),
}

LEFT_OUT: dict[str, tuple[str, str]] = {
    "described": (
        N_("It only describes"),
        N_("It says how many people had something, or how they were. It compares nothing."),
    ),
    "no outcome": (
        N_("What was measured is not on the atlas's list"),
        N_("Or it names several things at once, or names one only in passing."),
    ),
    "aside": (
        N_("It tells of the people or of the study itself"),
        N_("Such as age, how well a scale measures, or how good the reviewed studies were."),
    ),
    "no others": (
        N_("It does not say that people were compared with other people"),
        N_("The map of things measured shows only patients beside other people."),
    ),
    "not its own": (
        N_("It is not about the treatment alone"),
        N_(
            "It is about the group without the treatment, or of several treatments, not said which."
        ),
    ),
    "either way": (
        N_("It may point either way"),
        N_("More of a score can be better or worse, and the abstract does not say which."),
    ),
    "behind": (
        N_("The study has a broader result on the same thing"),
        N_("That result is about everybody, or compares people with others."),
    ),
    "no topic": (
        N_("It is a link, in a study without a topic"),
        N_("Links are shown by topic."),
    ),
}
"""Why a result stands in no picture of the map: in few words, and what that means."""

LEFT_OUT_STUDIES: dict[str, str] = {
    "held": N_("The page is held back for an editor"),
    "withdrawn": N_("Retracted or withdrawn"),
}

VERDICTS: dict[str, str] = {
    "agree": N_("The studies agree"),
    "none found": N_("No clear difference found"),
    "conflict": N_("The studies do not agree"),
    "uncertain": N_("Uncertain"),
    "not comparable": N_("Not set against the same thing"),
    "wide": N_("Too many different things under one name"),
}

CHANGE_KINDS: dict[str, str] = {
    "retracted": N_("Retracted or withdrawn"),
    "concern": N_("The journal has expressed concern"),
    "corrected": N_("Corrected or reinstated"),
    "regraded": N_("Graded otherwise than before"),
    "held": N_("Held back for an editor"),
    "released": N_("Released"),
    "reviewed": N_("Read by an editor"),
    "joined": N_("Joined with another study"),
    "separated": N_("Separated from another study"),
    "new": N_("New in the atlas"),
}
"""The headings of What changed, in the order of the page."""


def said_by_level(level: str | None, certainty: str | None) -> bool:
    """Whether certainty says no more than the level: E3 Preliminary is always so in both."""
    return bool(level) and bool(certainty) and str(certainty) in str(level)

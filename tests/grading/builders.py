"""An invented atlas of asthma, and readings of invented studies, for the tests of grading."""

from evidence_atlas.records import (
    AbstractSection,
    Author,
    CaseDefinition,
    Condition,
    Criterion,
    CriterionReading,
    Dates,
    DefinitionUse,
    Design,
    Group,
    Journal,
    Name,
    Participants,
    PubDate,
    Query,
    Quote,
    Reading,
    Record,
    Result,
    Scope,
    Sentence,
    Thresholds,
    Topic,
)

CRITERION = Criterion(
    key="wheeze",
    name="Wheeze after effort",
    short="wheeze",
    gloss="a whistling breath after effort",
    pattern="wheeze",
    required_pattern="wheeze was required",
    excluded_pattern="wheeze excluded",
    measured_pattern="wheeze was measured",
    values={
        "required": "wheeze required",
        "required_loose": "wheeze required (loosely)",
        "not_required": "wheeze not required",
        "unclear": "wheeze unclear",
    },
    note="",
)
ASTHMA = Condition(
    key="asthma",
    name="asthma",
    site_name="Asthma Atlas",
    names=(Name(name="asthma", pattern=r"\basthma\b"),),
    query=Query(pubmed="asthma", words="asthma"),
    scope=Scope(
        on_topic=r"\basthma\b",
        side_effect_only=r"side effects?[^.]{0,60}asthma",
        consequence_only=r"contribute to [^.]{0,80}asthma",
        overlapping=("hay fever",),
        overlapping_pattern=r"hay fever",
    ),
    thresholds=Thresholds(),
    criterion=CRITERION,
    case_definitions=(
        CaseDefinition(
            name="Old 1988", pattern="Old 1988", by_definition="optional", words="", source=""
        ),
    ),
    topics=(
        Topic(key="sleep", name="Sleep", pattern=r"\bsleep\b", mesh=("Sleep",)),
        Topic(key="breath", name="Breath", pattern=r"\bbreath\w*"),
    ),
)


def make_record(title="A study of asthma", abstract="", **more):
    defaults = {
        "source": "test",
        "raw_hash": "0" * 64,
        "journal": Journal(title="Journal of Breath"),
        "authors": (Author(last="Doe", initials="J"),),
        "dates": Dates(published=PubDate(year=2010)),
        "languages": ("eng",),
        "abstract": (AbstractSection(text=abstract),) if abstract else (),
        "abstract_kind": "original" if abstract else "none",
    }
    return Record(title=title, **{**defaults, **more})


def somewhere(text="asthma"):
    return Quote(field="abstract", start=0, end=len(text), text=text)


def arm(n, name="arm"):
    return Group(name=name, kind="arm", n=n, quote=somewhere())


def result(direction="decrease", outcome="breathlessness", **more):
    defaults = {
        "text": f"{outcome} {direction}",
        "comparison": "between_randomised",
        "scope": "all",
        "quote": somewhere(),
        "sentence": 0,
    }
    return Result(direction=direction, outcome=outcome, **{**defaults, **more})


def definition(name="New 2020", by="required"):
    return DefinitionUse(name=name, by=by, quote=somewhere())


def make_reading(**more):
    defaults = {
        "version": "t",
        "subjects": ("human",),
        "conditions": ("asthma",),
        "condition_as_named": "asthma",
    }
    return Reading(**{**defaults, **more})


def passage_reading(record, roles):
    """A reading whose sentences, cut at full stops, play these parts."""
    text, at, found = record.abstract[0].text, 0, []
    for role in roles:
        end = text.find(". ", at) + 1 or len(text)
        found.append(Sentence(text=text[at:end], start=at, end=end, role=role))
        at = end + 1
    return make_reading(sentences=tuple(found))


TRIAL_TEXT = (
    "Adults with asthma were randomly assigned to tiotrine or placebo for 12 weeks. "
    "Breathlessness fell more with tiotrine than with placebo."
)


def good_trial(**more):
    """A trial with nothing left out: 60 in each arm, all counted, blinded, by a definition."""
    defaults = {
        "design": Design(randomised=True, placebo=True, blinding="double", controlled=True),
        "participants": Participants(
            total=120, with_illness=120, randomised=120, analysed=118, groups=(arm(60), arm(60))
        ),
        "definitions": (definition(),),
        "criterion": CriterionReading(by_definition="required"),
        "interventions": ("tiotrine",),
        "comparators": ("placebo",),
        "results": (result(primary=True),),
    }
    return make_reading(**{**defaults, **more})

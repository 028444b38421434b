"""An illness is a folder of plain files; a mistake in it is named with its file and place."""

from pathlib import Path

import pytest

from evidence_atlas.conditions import ConditionError, available, load

CONDITION = """
key = "asthma"
name = "asthma"
site_name = "Asthma Atlas"
names = [{ name = "asthma", pattern = "asthma" }]
query = { pubmed = "asthma[tiab]", words = "Records that say asthma." }
scope = { on_topic = "asthma", side_effect_only = "induced asthma" }
thresholds = { cohort = 200 }
"""
DEFINITION = """
[[case_definitions]]
name = "GINA 2020"
pattern = "GINA"
by_definition = "{role}"
words = "asks for wheeze"
source = "GINA 2020"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "condition.toml").write_text(CONDITION, encoding="utf-8")
    return tmp_path


def test_a_folder_with_one_file_is_an_illness(folder: Path) -> None:
    asthma = load(folder)
    assert asthma.site_name == "Asthma Atlas"
    assert asthma.criterion is None
    assert asthma.case_definitions == ()
    assert asthma.thresholds.cohort == 200
    assert asthma.thresholds.trial_arm == 50


def test_the_shipped_illness_loads_by_name() -> None:
    assert "mecfs" in available()
    mecfs = load("mecfs")
    assert mecfs.site_name == "ME/CFS Atlas"
    roles = {d.name: d.by_definition for d in mecfs.case_definitions}
    assert roles["Canadian 2003 (CCC)"] == "required"
    assert roles["London"] == "required_loose"
    assert roles["Fukuda 1994"] == "optional"
    assert roles["Oxford 1991"] == "absent"
    assert roles["ICD code"] == "unknown"


def test_case_definitions_are_taken_from_their_file(folder: Path) -> None:
    (folder / "case_definitions.toml").write_text(DEFINITION.format(role="required"))
    assert [d.name for d in load(folder).case_definitions] == ["GINA 2020"]


def test_what_several_patterns_share_is_written_once(folder: Path) -> None:
    text = DEFINITION.format(role="required").replace('"GINA"', '"{{panel}}"')
    (folder / "case_definitions.toml").write_text(
        text + "\n[shorthand]\npanel = '(?:gina|ginasthma)'"
    )
    assert load(folder).case_definitions[0].pattern.startswith("(?:gina|ginasthma)")
    named = CONDITION.replace('pattern = "asthma"', 'pattern = "{{its_name}}"')
    assert named != CONDITION
    (folder / "condition.toml").write_text(named + "\n[shorthand]\nits_name = 'asthma'")
    assert load(folder).names[0].pattern == "asthma"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("condition.toml", "key = ", "condition.toml: not TOML"),
        ("condition.toml", CONDITION.replace('name = "asthma"\n', "", 1), "`name`"),
        ("condition.toml", CONDITION + "colour = 1", "unknown field `colour`"),
        (
            "condition.toml",
            CONDITION.replace('pattern = "asthma"', 'pattern = "(asthma"'),
            "`names[0].pattern` is not a regular expression",
        ),
        ("case_definitions.toml", DEFINITION.format(role="maybe"), "`GINA 2020`: by_definition"),
        ("case_definitions.toml", DEFINITION.format(role="absent") * 2, "`GINA 2020` stands twice"),
        (
            "condition.toml",
            CONDITION + "\n[shorthand]\nillness = '{{its_name}}'",
            "`shorthand.illness`: [shorthand] has no pattern `its_name`",
        ),
        ("condition.toml", CONDITION + "\n[shorthand]\nits_name = 1", "may hold patterns only"),
        ("topics.toml", "[[topic]]\nkey = 'x'", "topics.toml: only [[topics]] and [shorthand] may"),
        (
            "case_definitions.toml",
            DEFINITION.format(role="absent").replace('"GINA"', '"{{panel}}"'),
            "`case_definitions[0].pattern`: [shorthand] has no pattern `panel`",
        ),
        ("glossary.toml", "[[glossary]]\nterm = 1", "glossary.toml: "),
    ],
)
def test_a_mistake_is_named_with_its_place(
    folder: Path, file: str, text: str, message: str
) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(ConditionError) as caught:
        load(folder)
    assert message in str(caught.value)
    assert file in str(caught.value)


def test_a_name_that_is_nothing_says_what_there_is() -> None:
    with pytest.raises(ConditionError, match=r"no such illness or folder \(shipped: .*mecfs"):
        load("no-such-illness")

"""An illness's synonyms: a mistake in the file is said, not passed over."""

import shutil
from pathlib import Path

import pytest

from evidence_atlas import conditions
from evidence_atlas.conditions import ConditionError, load, load_synonyms

SHIPPED = Path(conditions.__file__).parent / "mecfs"


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "illness"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("samples"))
    return copy


def test_an_illness_may_have_none(folder):
    (folder / "synonyms.toml").unlink()
    assert load_synonyms(folder, load(folder)).same == ()


def test_a_term_of_the_glossary_is_found_by_its_plain_words(folder):
    (folder / "glossary.toml").write_text(
        '[[glossary]]\nterm = "syncope"\npattern = "syncope"\nplain = "fainting"\ngloss = "x"\n',
        encoding="utf-8",
    )
    everyday = load_synonyms(folder, load(folder)).everyday
    assert [(e.say, e.means) for e in everyday if "fainting" in e.say] == [
        (("fainting",), ("syncope",))
    ]


@pytest.mark.parametrize(
    "text", ['[[same]]\nwrods = ["a"]', '[[sames]]\nwords = ["a"]', "[[same]]\nwords = 3", "[["]
)
def test_a_mistake_names_the_file(folder, text):
    (folder / "synonyms.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConditionError, match=r"synonyms\.toml"):
        load_synonyms(folder, load(folder))

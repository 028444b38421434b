"""Where a setting comes from."""

import dataclasses
from pathlib import Path

import pytest

from evidence_atlas.site.configuration import (
    Configuration,
    ConfigurationError,
    database,
    load,
    secret_key,
)


def test_the_environment_comes_before_the_file_and_the_file_before_the_default(tmp_path):
    (tmp_path / "atlas.toml").write_text('port = 9000\noperator = "A charity"\n')
    found = load(tmp_path, {"ATLAS_PORT": "9100"})
    assert (found.port, found.operator, found.address) == (9100, "A charity", "127.0.0.1")


def test_home_is_the_option_else_the_environment_else_a_folder_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert load(tmp_path / "a", {"ATLAS_HOME": str(tmp_path / "b")}).home == tmp_path / "a"
    assert load(None, {"ATLAS_HOME": str(tmp_path / "b")}).home == tmp_path / "b"
    assert load(None, {}).home == tmp_path / "atlas-data"


def test_an_unknown_setting_is_named(tmp_path):
    (tmp_path / "atlas.toml").write_text("prot = 1\n")
    with pytest.raises(ConfigurationError, match="unknown setting prot"):
        load(tmp_path, {})


def test_every_setting_says_what_it_means():
    for setting in dataclasses.fields(Configuration):
        assert setting.metadata["meaning"].endswith((".", "ERROR."))


def test_the_secret_key_is_made_once_and_kept_from_others(tmp_path):
    configuration = load(tmp_path / "home", {})
    key = secret_key(configuration)
    assert len(key) > 50
    assert secret_key(configuration) == key
    assert configuration.secret_key_file.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in configuration.home.iterdir()] == ["secret_key"]


def test_a_postgresql_address_is_taken_apart():
    found = database("postgresql://an%40na:p%2Fw@db.example.org:5433/atlas?sslmode=require", Path())
    assert {k: found[k] for k in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "atlas", "USER": "an@na", "PASSWORD": "p/w", "HOST": "db.example.org",
        "PORT": "5433", "OPTIONS": {"sslmode": "require"},
    }  # fmt: skip


def test_another_kind_of_data_base_is_refused():
    with pytest.raises(ConfigurationError, match=r"mysql. is not postgresql"):
        database("mysql://localhost/atlas", Path())

"""The docs say what the code does."""

import importlib
import importlib.util
import re
from pathlib import Path

import click

from evidence_atlas.cli import main

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def _generator():
    spec = importlib.util.spec_from_file_location(
        "generate_docs", ROOT / "scripts/generate_docs.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_settings_page_lists_every_setting_as_the_code_has_it():
    assert (DOCS / "settings.md").read_text() == _generator().settings_page()


def test_the_commands_page_lists_every_command_and_option():
    assert (DOCS / "commands.md").read_text() == _generator().commands_page()


def test_the_addresses_page_lists_every_address_with_what_stands_there():
    page = _generator().addresses_page()
    assert (DOCS / "addresses.md").read_text() == page
    assert re.findall(r"^\| `[^`]+` \|  \|$", page, re.MULTILINE) == []


def _pages():
    return [p for p in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")] if p.name != "CHANGELOG.md"]


def test_every_file_that_the_docs_name_exists():
    """`a/path` or `file.py`; what an installation or a reader brings along has no file here."""
    brought = {"atlas.toml", "desc2026.xml", "mesh_terms.json", "errors.json", "10.1000/abc"}
    tree = [f"/{p.relative_to(ROOT)}" for p in ROOT.rglob("*") if ".git" not in p.parts]
    looks_like_one = re.compile(
        r"[\w./-]+\.(?:py|toml|md|json|html|css|js|txt|xml|po)|[\w.-]+(?:/[\w.-]+)+/?"
    )
    missing = []
    for page in _pages():
        for name in re.findall(r"`([^`\n]+)`", page.read_text()):
            if name in brought or name.startswith("/") or not looks_like_one.fullmatch(name):
                continue
            if not any(path.endswith(f"/{name.rstrip('/')}") for path in tree):
                missing.append(f"{page.relative_to(ROOT)}: {name}")
    assert missing == []


def test_every_command_and_option_that_the_docs_name_exists():
    wrong = []
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in _pages():
        text = page.read_text()
        code = "\n".join(
            [*re.findall(r"`([^`\n]+)`", text), *re.findall(r"```(.*?)```", text, re.S)]
        )
        for target in re.findall(r"^\s*make ([a-z-]+)", code, re.MULTILINE):
            if target not in targets:
                wrong.append(f"{page.relative_to(ROOT)}: make {target}")
        for name, rest in re.findall(r"(?:^|bin/)atlas ([a-z]+)([^\n]*)", code, re.MULTILINE):
            command = main.get_command(click.Context(main), name)
            known = {o for p in command.params for o in p.opts} if command else set()
            for option in (
                re.findall(r"(?<!\S)--[a-z-]+", rest.partition("#")[0]) if command else [""]
            ):
                if option not in known | {"--help"}:
                    wrong.append(f"{page.relative_to(ROOT)}: atlas {name} {option}")
    assert wrong == []


def test_every_message_that_the_table_of_troubles_quotes_is_one_of_ours():
    table = (DOCS / "operators.md").read_text().partition("## When something goes wrong")[2]
    code = "\n".join(p.read_text() for p in (ROOT / "src").rglob("*.py"))
    code = re.sub(r'"\s*\n\s*f?"', "", code)
    quoted = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    assert len(quoted) >= 8
    parts = [part.strip() for message in quoted for part in message.split("…") if part.strip()]
    assert [part for part in parts if part not in code] == []


def test_every_link_between_our_documents_leads_somewhere():
    broken = []
    for page in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text()):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_the_index_of_the_docs_leads_to_each_of_them():
    """Those about decisions have a folder, whose names say what each decided; the lots of pages
    that were read stand in the table that the index leads to."""
    named = {
        (DOCS / target).resolve()
        for index in ("README.md", "pages-read.md")
        for target in re.findall(r"\]\(([^)#]+)", (DOCS / index).read_text())
    }
    pages = [p for p in DOCS.rglob("*.md") if p.parent.name != "decisions"]
    assert [p.name for p in pages if p.resolve() not in named] == ["README.md"]
    assert (DOCS / "decisions").resolve() in named


def test_every_face_of_a_room_that_the_layout_names_can_be_called():
    table = (DOCS / "architecture.md").read_text().partition("## The faces of the rooms")[2]
    rows = re.findall(r"^\| ([a-z_.]+) \| (`[^|]+) \|", table, re.MULTILINE)
    assert len(rows) > 20
    missing = []
    for room, calls in rows:
        for name in re.findall(r"`([\w.]+)[(`]", calls):
            inner, _, call = f"evidence_atlas.{room}.{name}".rpartition(".")
            if not callable(getattr(importlib.import_module(inner), call, None)):
                missing.append(f"{room}: {name}")
    assert missing == []


def test_nothing_committed_names_a_host_of_packages_or_a_machine():
    words = re.compile(r"/(?:work|farm)/|pythonhosted|registry\.npm|pypi\." "org|deb\\." "debian")
    pages = [
        *ROOT.glob("*.*"),
        *DOCS.rglob("*.md"),
        *(ROOT / "scripts").iterdir(),
        ROOT / "Makefile",
    ]
    pages = [p for p in pages if p.is_file() and p.name != ".git"]
    named = [p.name for p in pages if words.search(p.read_text(errors="replace"))]
    assert named == []

"""The docs say what the code does."""

import importlib.util
import re
from pathlib import Path

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


def test_every_link_between_our_documents_leads_somewhere():
    broken = []
    for page in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text()):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_nothing_committed_names_a_host_of_packages_or_a_machine():
    words = re.compile(r"/(?:work|farm)/|pythonhosted|registry\.npm|pypi\." "org|deb\\." "debian")
    pages = [
        *ROOT.glob("*.*"),
        *DOCS.rglob("*.md"),
        *(ROOT / "scripts").iterdir(),
        ROOT / "Makefile",
    ]
    named = [p.name for p in pages if p.is_file() and words.search(p.read_text(errors="replace"))]
    assert named == []

import dataclasses

import pytest

from evidence_atlas.conditions import load, load_synonyms
from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.columns import columns
from evidence_atlas.publishing.editions import places
from evidence_atlas.publishing.search import fields, index
from evidence_atlas.publishing.search.documents import document

from ...site import library


@pytest.fixture
def home(settings, tmp_path, db):
    """A home with the small atlas of the site's tests published in it, and no index."""
    settings.ATLAS = dataclasses.replace(settings.ATLAS, home=tmp_path)
    library.publish(library.library())
    return tmp_path


@pytest.fixture
def edition(home):
    return catalogue.current().digest


@pytest.fixture(scope="session")
def engine(tmp_path_factory):
    """A real index of the small atlas, opened; the illness's own synonyms."""
    illness = load("mecfs")
    studies = library.library()
    entries = [columns(study, illness) for study in studies]
    orders = places(entries)
    documents = [
        document(study, entry, dict(zip(fields.ORDERS, orders[entry.study], strict=True)))
        for study, entry in zip(studies, entries, strict=True)
    ]
    home = tmp_path_factory.mktemp("engine")
    index.build(home, "e" * 64, documents)
    return index.opened(home, "e" * 64, load_synonyms("mecfs", illness))

"""What the tables promise, on whichever data base the settings name."""

import datetime as dt

import pytest
from django.db import IntegrityError, connections, transaction

from evidence_atlas.store.append_only import AppendOnlyError
from evidence_atlas.store.models import (
    CurrentEdition,
    Edition,
    LedgerRow,
    PageVersion,
    RecordRow,
    RulingRow,
    StageOutput,
)
from evidence_atlas.store.private.models import Contribution

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "private"])
NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def a_ruling() -> RulingRow:
    return RulingRow(
        target="kabc", action="hold", reason="r", role="editor", source_hash="", time=NOW
    )


def a_slug() -> LedgerRow:
    return LedgerRow(kind="slug", study="kabc", value="doe-2001-asthma", time=NOW)


def a_page() -> PageVersion:
    return PageVersion(version="v1", study="kabc", content="c1", payload=b"{}", made=NOW)


@pytest.mark.parametrize("make", [a_ruling, a_slug, a_page])
def test_a_row_that_must_stand_can_be_neither_changed_nor_deleted(make):
    row = make()
    row.save()
    kind = type(row)
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        row.delete()
    with pytest.raises(AppendOnlyError):
        kind.objects.all().delete()
    with pytest.raises(AppendOnlyError):
        kind.objects.filter(pk=row.pk).update(id=77)
    assert kind.objects.count() == 1


def test_a_payload_comes_back_byte_for_byte():
    payload = '{"title":"Müller’s “α-test” \\u0000"}'.encode() * 500
    StageOutput.objects.create(
        stage="draft",
        subject="kabc",
        input_hash="i",
        output_hash="o",
        component="1",
        payload=payload,
    )
    assert StageOutput.objects.get().payload == payload
    assert StageOutput.objects.values_list("payload", flat=True).get() == payload


def test_a_payload_is_deflated_at_rest():
    StageOutput.objects.create(
        stage="draft", subject="kabc", input_hash="i", output_hash="o", component="1",
        payload=b"asthma " * 10_000,
    )  # fmt: skip
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT payload FROM store_stageoutput")
        assert len(cursor.fetchone()[0]) < 1_000


def test_one_row_a_record_by_its_natural_key():
    RecordRow.objects.create(
        source="pubmed", key="1", version=1, raw_hash="a", payload_hash="a", payload=b"{}"
    )
    RecordRow.objects.create(
        source="pubmed", key="1", version=2, raw_hash="b", payload_hash="b", payload=b"{}"
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        RecordRow.objects.create(
            source="pubmed", key="1", version=1, raw_hash="c", payload_hash="c", payload=b"{}"
        )
    assert RecordRow.objects.count() == 2


def test_there_is_one_current_edition_at_most():
    edition = Edition.objects.create(digest="d", made=NOW, studies=0, condition="asthma")
    CurrentEdition.objects.create(id=1, edition=edition, moved=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        CurrentEdition.objects.create(id=2, edition=edition, moved=NOW)


def test_contributions_live_in_the_private_data_base_only():
    Contribution.objects.create(kind="error", text="The count is wrong", received=NOW)
    assert Contribution.objects.using("private").count() == 1
    tables = {alias: connections[alias].introspection.table_names() for alias in connections}
    assert "private_contribution" in tables["private"]
    assert "private_contribution" not in tables["default"]
    assert "store_rulingrow" not in tables["private"]
    assert "auth_user" not in tables["private"]


def test_the_migrations_fit_the_models():
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)

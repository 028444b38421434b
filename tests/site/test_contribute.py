"""The private form: what reaches the editors, what is refused, and what is never kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone
from lxml import html

from evidence_atlas.site import origin, senders
from evidence_atlas.store.private.models import Contribution

FORM = "/evidence/see-1996-alpha-interferon/contribute"
OURS = {"Sec-Fetch-Site": "same-origin"}
NOTE = {
    "step": "contact",
    "kind": "error",
    "message": "26 people finished, not 27.",
    "contact": "reader@example.org",
    "consent": "yes",
}
pytestmark = pytest.mark.django_db(databases=["default", "private"])


def words(response: Any) -> str:
    return " ".join(html.fromstring(response.content.decode()).text_content().split())


def field(response: Any, name: str) -> str:
    (node,) = html.fromstring(response.content.decode()).xpath(f"//input[@name='{name}']")
    return str(node.get("value"))


def test_one_thing_a_page_then_thanks(client: Client, atlas: Any) -> None:
    first = client.get(FORM)
    assert "What is the note about?" in words(first)
    second = client.post(FORM, {"step": "kind", "kind": "error"}, headers=OURS)
    assert "What should the editors know?" in words(second)
    assert field(second, "kind") == "error"
    third = client.post(
        FORM, {"step": "message", "kind": "error", "message": NOTE["message"]}, headers=OURS
    )
    assert "Check and send" in words(third)
    assert field(third, "message") == NOTE["message"]
    sent = client.post(FORM, NOTE, headers=OURS)
    assert (sent.status_code, sent.headers["Location"]) == (303, FORM + "/thanks")
    assert "The editors have the note." in words(client.get(FORM + "/thanks"))


def test_the_note_lies_in_the_private_data_base_with_the_page_it_is_about(
    client: Client, atlas: Any
) -> None:
    client.post(FORM, NOTE, headers=OURS)
    (note,) = Contribution.objects.all()
    assert note._state.db == "private"
    assert (note.kind, note.text, note.contact) == ("error", NOTE["message"], NOTE["contact"])
    assert (note.study, note.slug) == ("study-1", "see-1996-alpha-interferon")
    assert note.page_version == atlas[0].version


def test_nothing_of_a_note_is_public(client: Client, atlas: Any) -> None:
    before = client.get("/evidence/see-1996-alpha-interferon/deep").content
    client.post(FORM, NOTE, headers=OURS)
    assert client.get("/evidence/see-1996-alpha-interferon/deep").content == before


def test_contact_is_optional(client: Client, atlas: Any) -> None:
    client.post(FORM, {**NOTE, "contact": ""}, headers=OURS)
    assert [n.contact for n in Contribution.objects.all()] == [""]


@pytest.mark.parametrize(
    ("change", "said", "field_name"),
    [
        ({"kind": "gossip"}, "Choose what the note is about", "kind"),
        ({"message": "   "}, "Write what the editors should know", "message"),
        ({"message": "x" * 5001}, "Shorten the note to 5,000 characters; it has 5,001", "message"),
        ({"consent": ""}, "Say whether the editors may keep the note", "consent"),
        ({"contact": "x" * 300}, "Shorten the address or name to 254 characters", "contact"),
    ],
)
def test_what_is_wrong_stands_on_top_and_links_to_its_field(
    client: Client, atlas: Any, change: dict[str, str], said: str, field_name: str
) -> None:
    response = client.post(FORM, {**NOTE, **change}, headers=OURS)
    assert response.status_code == 422
    tree = html.fromstring(response.content.decode())
    (link,) = tree.xpath("//div[@class='errors']//a")
    assert (link.text_content(), link.get("href")) == (said, f"#{field_name}")
    assert len(tree.xpath(f"//*[@id='{field_name}']")) == 1
    assert tree.xpath("//title")[0].text_content().startswith("Error: ")
    assert Contribution.objects.count() == 0


def test_a_program_that_fills_the_trap_is_thanked_and_forgotten(client: Client, atlas: Any) -> None:
    response = client.post(FORM, {**NOTE, "website": "https://spam.example"}, headers=OURS)
    assert response.status_code == 303
    assert Contribution.objects.count() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://elsewhere.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ],
)
def test_a_form_sent_from_elsewhere_is_refused(
    client: Client, atlas: Any, headers: dict[str, str]
) -> None:
    response = client.post(FORM, NOTE, headers=headers)
    assert response.status_code == 403
    assert Contribution.objects.count() == 0


def test_an_older_browser_is_known_by_its_origin(client: Client, atlas: Any) -> None:
    assert client.post(FORM, NOTE, headers={"Origin": "http://testserver"}).status_code == 303
    assert Contribution.objects.count() == 1


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}])
def test_a_browser_that_says_nothing_confirms_by_a_stamp(
    client: Client, atlas: Any, headers: dict[str, str]
) -> None:
    asked = client.post(FORM, NOTE, headers=headers)
    assert asked.status_code == 200
    assert "One more press" in words(asked)
    assert Contribution.objects.count() == 0
    sent = client.post(FORM, {**NOTE, "stamp": field(asked, "stamp")}, headers=headers)
    assert sent.status_code == 303
    assert Contribution.objects.count() == 1


def test_stamps_expire_and_fit_one_form_only(
    client: Client, atlas: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = origin.stamp("another-study")
    assert "One more press" in words(client.post(FORM, {**NOTE, "stamp": stamp}))
    good = origin.stamp("see-1996-alpha-interferon")
    monkeypatch.setattr(origin, "STAMP_SECONDS", -1)
    assert "One more press" in words(client.post(FORM, {**NOTE, "stamp": good}))
    assert Contribution.objects.count() == 0


def test_too_many_notes_from_one_sender_wait_an_hour(
    client: Client, atlas: Any, settings: Any
) -> None:
    allowed = settings.ATLAS.contributions_an_hour
    for _ in range(allowed):
        assert client.post(FORM, NOTE, headers=OURS).status_code == 303
    assert client.post(FORM, NOTE, headers=OURS).status_code == 429
    assert client.post(FORM, NOTE, headers=OURS, REMOTE_ADDR="192.0.2.7").status_code == 303
    Contribution.objects.update(received=timezone.now() - dt.timedelta(minutes=61))
    assert client.post(FORM, NOTE, headers=OURS).status_code == 303


def test_the_address_is_stored_nowhere(client: Client, atlas: Any, installation: Path) -> None:
    client.post(FORM, NOTE, headers=OURS, REMOTE_ADDR="198.51.100.23")
    (note,) = Contribution.objects.values()
    assert "198.51.100.23" not in str(note)
    for path in installation.rglob("*"):
        assert b"198.51.100.23" not in path.read_bytes()


def test_yesterday_s_key_is_gone_and_the_same_sender_looks_new(installation: Path) -> None:
    request = RequestFactory().post(FORM, REMOTE_ADDR="198.51.100.23")
    today = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    first = senders.sender(request, today)
    assert senders.sender(request, today) == first
    kept = (installation / "sender-salt").read_text()
    assert senders.sender(request, today + dt.timedelta(days=1)) != first
    assert kept.split()[1] not in (installation / "sender-salt").read_text()


def test_forms_are_stored_by_no_cache(client: Client, atlas: Any) -> None:
    for response in (
        client.get(FORM),
        client.post(FORM, {"step": "kind", "kind": "error"}, headers=OURS),
        client.post(FORM, NOTE),
        client.post(FORM, NOTE, headers=OURS),
        client.get(FORM + "/thanks"),
    ):
        assert response.headers["Cache-Control"] == "no-store, private"


def test_editors_see_notes_and_cannot_change_what_was_written(
    client: Client, admin_client: Client, atlas: Any
) -> None:
    client.post(FORM, NOTE, headers=OURS)
    (note,) = Contribution.objects.all()
    listed = admin_client.get("/admin/private/contribution/")
    assert "see-1996-alpha-interferon" in listed.content.decode()
    place = f"/admin/private/contribution/{note.pk}/change/"
    assert NOTE["message"] in admin_client.get(place).content.decode()
    admin_client.post(place, {"state": "seen", "editors_note": "Right.", "text": "changed"})
    note.refresh_from_db()
    assert (note.state, note.editors_note, note.text) == ("seen", "Right.", NOTE["message"])


def test_what_editors_do_with_notes_leaves_no_word_in_the_public_data_base(
    client: Client, admin_client: Client, atlas: Any
) -> None:
    from django.contrib.admin.models import LogEntry

    client.post(FORM, NOTE, headers=OURS)
    (note,) = Contribution.objects.all()
    place = f"/admin/private/contribution/{note.pk}/change/"
    admin_client.post(place, {"state": "done", "editors_note": ""})
    assert LogEntry.objects.count() == 0

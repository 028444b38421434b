"""Readers leave no trace: no cookie, no token, nothing from elsewhere."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

STUDY = "/evidence/see-1996-alpha-interferon"
PUBLIC = (
    "/", "/evidence/", "/retractions/", "/off-topic/", "/about/how-it-works/", "/about/privacy/",
    "/about/not-medical-advice/", "/start/", "/start/what-is-pem", "/start/what-is-pem/deep",
    "/about/questions/", "/about/editorial-policy/", "/about/press/", "/about/contact/",
    STUDY, STUDY + "/quick", STUDY + "/deep", STUDY + ".bib", STUDY + "/contribute",
    STUDY + "/contribute/thanks", "/robots.txt",
)  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", PUBLIC)
def test_no_cookie_no_token_no_session(client: Client, atlas: Any, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert dict(client.cookies) == {}
    assert b"csrf" not in response.content
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("path", PUBLIC)
def test_nothing_can_be_loaded_from_elsewhere(client: Client, atlas: Any, path: str) -> None:
    response = client.get(path)
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
        "img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Frame-Options"] == "DENY"
    page = response.content.decode()
    for script in re.findall(r"<script.*?</script>", page, re.DOTALL):
        assert re.fullmatch(r'<script src="/static/[\w.-]+\?v=\w+"(?: defer)?></script>', script)
    assert not re.search(r'<(?:img|iframe|object|embed|video)\b|\bstyle="|\bon\w+="', page)
    for link in re.findall(r"<link [^>]*>", page):
        assert 'href="/static/' in link or 'rel="canonical"' in link


def test_editors_have_sessions_and_tokens_where_they_work(client: Client, db: None) -> None:
    response = client.get("/admin/login/")
    assert response.status_code == 200
    assert "csrftoken" in response.cookies
    assert b"csrfmiddlewaretoken" in response.content


def test_an_editor_s_cookie_is_not_looked_at_on_public_pages(
    admin_client: Client, atlas: Any
) -> None:
    response = admin_client.get(STUDY)
    assert "Set-Cookie" not in response.headers
    assert not hasattr(response.wsgi_request, "session")


def test_editors_forms_refuse_a_request_without_their_token(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/admin/login/", {"username": "x", "password": "y"}).status_code == 403

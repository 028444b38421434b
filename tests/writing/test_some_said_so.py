"""Where others took part, a page says nothing of what each of all of them said or had."""

import pytest

from .test_whom import section_of

TITLE = "Jaw pain and long COVID among town bakers: a cross-sectional survey"


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (" They were compared with controls without long COVID.", "each of those counted"),
        ("", "each of them"),
    ],
)
def test_what_some_reported_themselves_is_not_said_of_each(others, told):
    text = (
        "METHODS: In this cross-sectional survey we asked 900 adults with self-reported long "
        f"COVID.{others} RESULTS: Jaw pain was more frequent in women."
    )
    assert told in section_of(TITLE, text, "does_not_prove")

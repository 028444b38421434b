"""Words of the interface: all can be translated, and none names an illness."""

from __future__ import annotations

import pytest

from evidence_atlas.records import SECTIONS
from evidence_atlas.site import messages, words
from evidence_atlas.site.support import shorten
from evidence_atlas.site.templating import breakable
from evidence_atlas.site.timing import reading_time


def test_the_translators_list_is_complete() -> None:
    """If this fails: `python -m evidence_atlas.site.messages` writes it anew."""
    assert messages.CATALOGUE.read_text(encoding="utf-8") == messages.catalogue()


def test_every_section_has_a_title() -> None:
    assert tuple(words.SECTION_TITLES) == SECTIONS


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0.0, "nothing to read"),
        (0.2, "20 seconds"),
        (0.5, "30 seconds"),
        (0.51, "40 seconds"),
        (0.95, "1 minute"),
        (1.0, "1 minute"),
        (2.6, "3 minutes"),
        (10.0, "10 minutes"),
    ],
)
def test_reading_times_promise_enough(minutes: float, said: str) -> None:
    assert reading_time(minutes) == said


def test_short_quotes_stay_whole() -> None:
    assert shorten("one two\nthree") == "one two three"


def test_a_short_form_with_a_slash_stays_in_one_line_and_longer_words_may_break() -> None:
    assert breakable("Ills/health in AB/CDE <b>") == (
        'Ills/<wbr>health in <span class="whole">AB/CDE</span> &lt;b&gt;'
    )

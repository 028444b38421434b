"""Every published code has a rule, and its two examples pass and fail as it says."""

from __future__ import annotations

import msgspec
import pytest
from tests.checking.conftest import Desk

from evidence_atlas.checking import CODES, check, held
from evidence_atlas.checking.case import Case
from evidence_atlas.checking.gate import run
from evidence_atlas.records import AbstractSection, NumberCheck, QuoteSupport, StudyFacts, quoted


def _plain(desk, text):
    return desk.codes(desk.say(text))


def _on(*words, **more):
    return lambda desk, text: desk.codes(desk.say(text, *words, **more))


def _check_failed(desk, text):
    def breaks(case):
        if "stopped" in text:
            raise ValueError("broken")
        yield from ()

    case = Case(
        desk.page(desk.harms()), desk.record, desk.reading, desk.grades, (), {}, desk.condition
    )
    return sorted({f.code for f in run(case, [breaks])})


def _no_support(desk, text):
    quotes = (quoted(desk.quote("score")),) if "asthma" in text else ()
    return desk.codes(desk.say(text, support=quotes))


def _support_mismatch(desk, text):
    q = desk.quote("finished")
    words = q.text if "stands so" in text else q.text.replace("completed", "left")
    support = (QuoteSupport(field=q.field, start=q.start, end=q.end, text=words),)
    return desk.codes(desk.say("Of these 60, 52 finished.", support=support))


def _sections(desk, text):
    verb = "higher" if "rose" in text else "lower"
    return desk.codes(
        desk.say("The asthma score was lower with the inhaler.", "score", about=("results.0",)),
        desk.say(f"The asthma score was {verb} with the inhaler.", "score", about=("results.0",),
                 section="observed_findings"),
    )  # fmt: skip


def _on_result(number, *words):
    return _on(*words, about=(f"results.{number}",))


def _protocol(desk, text):
    plan = desk.with_badges(study_type="Protocol", level=None, certainty=None)
    plan = plan.with_reading(results=())
    if "score" in text:
        return plan.codes(plan.say(text, "score", section="observed_findings"))
    return plan.codes(plan.say(text, "who"))


def _retracted(desk, text):
    gone = desk.with_badges(record_state="Retracted", level=None, certainty=None)
    return gone.codes(gone.say(text, "who"))


SHARES = "Breathing eased in 30% with the inhaler and in 20% with placebo."


def _misplaced(desk, text):
    of = desk.with_record(abstract=(AbstractSection(text=SHARES),))
    of = of.with_reading(results=(), sentences=(), conclusions=())
    return of.codes(of.say(text, SHARES, section="observed_findings"))


CONTROLS = "Researchers measured breath in 40 patients with asthma and 20 healthy controls."


def _compared(desk, text):
    from evidence_atlas.records import Participants

    of = desk.with_record(abstract=(AbstractSection(text=CONTROLS),))
    of = of.with_reading(
        results=(), sentences=(), interventions=(), comparators=(), conclusions=(),
        participants=Participants(total=60, patients=40, with_illness=40, controls=20),
    )  # fmt: skip
    of = of.with_design(randomised=None, blinding=None, placebo=None, outcome_judged_by=None)
    of = of.with_badges(study_type="Case-control", level="E3 Preliminary", certainty="Preliminary")
    return of.codes(of.say(text, CONTROLS))


def _crossover(desk, text):
    both = desk.with_design(crossover=True)
    return both.codes(both.say(text, "who"))


def _harms(desk, text):
    return sorted({f.code for f in desk.flags(desk.say(text))})


def _harms_beside(desk, text):
    nausea = "Nausea was reported by 9 on the inhaler and 2 on placebo."
    of = desk.with_record(abstract=(AbstractSection(text=nausea),))
    of = of.with_reading(results=(), sentences=(), conclusions=())
    told = of.say(nausea, nausea, section="observed_findings")
    return sorted({f.code for f in of.flags(of.say(text, nausea), told)})


def _conclusion(desk, text):
    voice = "authors" if "authors" in text else "atlas"
    return desk.codes(desk.say(text, "end", section="inferred_conclusions", voice=voice))


def _words(desk, text):
    return sorted({f.code for f in desk.flags(desk.say(text, "score"), desk.harms())})


def _pair(desk, text):
    level, certainty = text.split(" with ")
    return desk.with_badges(level=level, certainty=certainty).codes(
        desk.say("The study was small.")
    )


def _level(desk, text):
    return desk.with_badges(level=text).codes(desk.say("The study was small."))


def _design(desk, text):
    return desk.codes(desk.say(text, "who"))


def _figures(desk, text):
    adds_up = "not" not in text
    p = msgspec.structs.replace(desk.reading.participants, adds_up=adds_up)
    return desk.with_reading(participants=p).codes(desk.say("The study was small."))


def _twin(desk, text):
    from evidence_atlas.records.names import author_keys

    size = 60 if text.startswith("A study") else 61
    twin = StudyFacts(
        key="s9", slug="rossi-2000-x", label="Rossi 2000", year=None, study_type="RCT", size=size,
        criterion=None, record_state=None, authors=author_keys(desk.record),
    )  # fmt: skip
    return desk.changed(others={"s9": twin}).codes(desk.say("The study was small."))


def _topic(desk, text):
    context = "off topic" if "in passing" in text else "the illness"
    return desk.with_badges(context=context).codes(desk.say("The study was small."))


def _picture(desk, text):
    sentence, drawn = text.rstrip(".").split(", drawn as ")
    return desk.drawn_codes(desk.mark(sentence + ".", way="up" if drawn == "higher" else "down"))


SETTINGS = {
    "check-failed": _check_failed,
    "no-support": _no_support,
    "support-mismatch": _support_mismatch,
    "quotation-altered": _on("view", voice="authors"),
    "number-not-in-support": _on("who"),
    "number-misplaced": _misplaced,
    "word-not-in-support": _words,
    "direction-contradicts": _on_result(0, "score"),
    "sections-contradict": _sections,
    "comparison-contradicts": _on_result(1, "start"),
    "causal-wording": _on_result(1, "start"),
    "findings-without-results": _protocol,
    "plan-told-as-done": _protocol,
    "retraction-untold": _retracted,
    "people-confused": _compared,
    "completers-as-enrolled": _on("finished"),
    "crossover-as-parallel": _crossover,
    "subgroup-as-all": _on_result(2, "part"),
    "unsupported-superlative": _plain,
    "absence-as-proof": _on_result(3, "sleep"),
    "harms-sentence-missing": _harms,
    "harms-denied": _harms_beside,
    "safety-wording": _on("view", voice="authors"),
    "loaded-word": _on("view"),
    "short-verdict": _on("view"),
    "illness-misnamed": _on("who"),
    "advice": _on("who"),
    "stock-rhetoric": _plain,
    "psychological-claim": _plain,
    "insinuation": _plain,
    "generalisation": _compared,
    "hedge-dropped": _conclusion,
    "conclusion-as-finding": _conclusion,
    "badge-pair": _pair,
    "badge-contradicts": _level,
    "design-contradicts": _design,
    "internal-code": _plain,
    "unexplained-term": _plain,
    "long-sentence": _plain,
    "reading-grade": _harms,
    "figure-unreconciled": _figures,
    "picture-left-out": _picture,
    "possible-duplicate": _twin,
    "off-topic": _topic,
}


def test_every_code_is_tried():
    assert sorted(SETTINGS) == sorted(CODES)


@pytest.mark.parametrize("code", sorted(SETTINGS))
def test_the_example_that_passes_raises_no_flag_of_its_code(code: str, desk: Desk):
    assert code not in SETTINGS[code](desk, CODES[code].passes)


@pytest.mark.parametrize("code", sorted(SETTINGS))
def test_the_example_that_fails_is_flagged(code: str, desk: Desk):
    assert code in SETTINGS[code](desk, CODES[code].fails)


def test_a_code_says_why_in_plain_words():
    for code in CODES.values():
        assert code.reason.endswith(".")
        assert code.title and code.passes != code.fails
        assert code.severity in ("CRITICAL", "WARNING")


def test_a_page_is_held_by_a_critical_flag_alone(desk: Desk):
    warned = desk.flags(
        desk.say("Spirometry was done.", "who", rule=("test", "Spirometry was done in the study.")),
        desk.harms(),
    )
    assert [f.code for f in warned] == ["unexplained-term"]
    assert held(warned) is False
    assert held(desk.flags(desk.say("The inhaler was effective.", "view"), desk.harms())) is True


def test_a_page_that_cannot_be_checked_is_held(desk: Desk):
    broken = msgspec.structs.replace(desk.reading, results=(None,))
    flags = check(
        desk.page(desk.say("The asthma score fell.", "score", about=("results.0",))),
        desk.record, broken, desk.grades, (), {}, desk.condition,
    )  # fmt: skip
    assert "check-failed" in {f.code for f in flags}
    assert held(flags) is True


def test_figures_that_were_recomputed_and_do_not_fit_are_shown_to_editors(desk: Desk):
    odd = NumberCheck(
        claim="15 of 30 is 60%", verdict="does not fit under the readings tried",
        working="15 / 30 = 0.5", quote=desk.quote("share"),
    )  # fmt: skip
    flags = desk.with_reading(numbers_checked=(odd,)).codes(desk.say("The study was small."))
    assert flags == ["figure-unreconciled"]


def test_the_clean_page_has_no_flag_at_all(desk: Desk):
    flags = desk.flags(
        desk.say(
            "Sixty adults with asthma were put by chance into two groups for 12 weeks.", "who",
            rule=("trial", "Randomised means that people were put by chance into groups."),
        ),
        desk.say(
            "The asthma score was lower with the inhaler than with placebo.", "score",
            about=("results.0",),
        ),
        desk.say("Only 52 of the 60 finished.", "finished"),
        desk.harms(),
    )  # fmt: skip
    assert flags == ()


def test_a_word_of_its_own_is_told_from_another_form_of_the_sources_word(desk: Desk):
    def missing(text):
        return [f.detail.split(",")[0] for f in desk.flags(desk.say(text, "end"), desk.harms())
                if f.code == "word-not-in-support"]  # fmt: skip

    assert missing("Breathing at night may be eased.") == []
    assert missing("Memory at night may be eased.") == ["memory"]
    assert missing("The inhaler may ease “anything that is quoted” at night.") == []


def test_a_reader_of_a_held_page_is_told_every_doubt_in_one_plain_sentence():
    told = [c.reader for c in CODES.values() if c.severity == "CRITICAL"]
    assert all(t.endswith(".") and len(t.split()) <= 20 for t in told)
    assert len(set(told)) == len(told)
    assert not any(code in " ".join(told) for code in CODES if "-" in code)

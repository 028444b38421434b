"""What became of people: screened, enrolled, randomised, completed, analysed."""

from __future__ import annotations

import re

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from .mentions import Mention
from .people_words import CONTROL, CUES, VERBS, is_unit
from .places import Count, around, count_of, text_of

_BRACKET = cue(r"\A\s?\([^()]*\)", 0)
_DIGIT = cue(r"\d", 0)
_NUMBER_NEXT = cue(r"\s\d[\d,]*\b(?!\s?:)", 0)
_ENROLLED = cue(r"\s(?:who (?:were|had been) )?(?:enroll?ed|recruited|included|randomi[sz]ed)\b")


def read(document: Document, whole: list[Mention], randomised: bool) -> dict[str, Count]:
    """The first count that each verb belongs to ("60 were randomised")."""
    found: dict[str, Count] = {}
    for name in ("randomised", "completed", "analysed", "enrolled"):
        if name == "randomised" and not randomised:
            continue
        if not document.may_hold(VERBS[name]):
            continue
        mention = _with_verb(document, whole, VERBS[name].regex)
        if mention is not None:
            found[name] = count_of(mention)
    return found


def _with_verb(document: Document, whole: list[Mention], verb: re.Pattern[str]) -> Mention | None:
    for mention in whole:
        if mention.kind == "controls" or _one_of_several(document, mention, whole):
            continue
        before, after = around(document, mention)
        if CUES["one_arm_after"].match(after):
            continue  # "80 were randomised to the treatment group and 78 to the control group"
        text = text_of(document, mention)
        if (of_asked := CUES["some_of_asked"].match(text, mention.end)) and verb.search(
            of_asked[0]
        ):
            return mention  # "156 of 1,011 patients assessed for eligibility were enrolled".
        near = CUES["clause_end"].split(after)[0]
        match = verb.search(near)
        if (
            match
            and not numbers.find(near[: match.start()])
            and not CUES["negated"].search(near, 0, match.start())
            # "We screened 318 adults and randomised 96": the verb is of the 96.
            and not _of_a_number_next(after, match.end())
        ):
            return mention
        tail = before[-45:]
        match = None
        for later in verb.finditer(tail):
            match = later
        if match and not CUES["verb_of_others"].search(tail, match.end()):
            return mention
    return None


def _of_a_number_next(text: str, place: int) -> bool:
    number = _NUMBER_NEXT.match(text, place)
    return number is not None and not is_unit(text, number.end())


def _one_of_several(document: Document, mention: Mention, whole: list[Mention]) -> bool:
    """ "54 healthy people and 57 patients were enrolled": the verb is of both."""
    text = text_of(document, mention)
    for other in whole:
        if other is mention or other.sentence != mention.sentence:
            continue
        first, second = sorted((mention, other), key=lambda m: m.start)
        if CUES["list_joint"].fullmatch(text[first.end : second.start]):
            return True
        if first.labelled_n and second.labelled_n and mention.sentence is not None:
            named = second.quote.start - document.sentences[mention.sentence].start
            if CUES["compared_list_joint"].fullmatch(text, first.end, named):
                return True
    return False


def screened(document: Document, mention: Mention) -> bool:
    """Whether these were only looked at or asked ("60 were screened", "of 60, 40 took part")."""
    before, after = around(document, mention, 40, 150)
    if CUES["we_took_before"].search(before):
        return False  # "We enrolled 63 patients out of 1,153 screened".
    if _tested(text_of(document, mention)) or any(
        CUES[name].match(after) for name in ("some_of_asked", "took_part_after")
    ):
        return False
    if _asked_or_assessed(document, mention):
        return True
    if CUES["some_took_part_in_bracket"].match(text_of(document, mention), mention.end):
        return True  # "140 eligible cases were found (90 [64 %] took part)".
    phrase = mention.phrase.lower().replace("eligible", "")
    verb = VERBS["screened"].regex
    taken = VERBS["enrolled"].search(phrase) or VERBS["randomised"].search(phrase)
    if verb.search(phrase) or (
        not (taken or _ENROLLED.match(after))
        and CUES["out_of_before"].search(before)
        and CUES["of_them"].match(after)
    ):
        return True
    own_end = mention.start + len(mention.phrase)
    if CUES["taken_in_next"].match(text_of(document, mention), own_end):
        return False  # "688 were approached and 603 agreed to be interviewed".
    behind = text_of(document, mention)[mention.end :]
    if CUES["out_of_before"].search(before) and any(
        CUES[name].match(behind) for name in ("opened_after", "some_excluded_after")
    ):
        return True
    if CUES["contacted_after"].match(behind):
        return True
    if CUES["out_of_before"].search(before) and CUES["we_drew_after"].match(behind):
        return True
    drawn = CUES["larger_before"].search(before) and CUES["chosen_after"].match(after)
    if drawn or CUES["taken_from_after"].match(after) or CUES["some_of_before"].search(before):
        return True
    after = _BRACKET.sub("", after)[:45]  # "(75 % of all contacted)" tells how many took part.
    own = _DIGIT.split(after)[0]  # "We invited 900 and 300 consented": the verb is of the 300.
    if VERBS["enrolled"].search(own) or VERBS["randomised"].search(own):
        return False
    return bool(verb.search(after) or CUES["screened_before"].search(before))


def _asked_or_assessed(document: Document, mention: Mention) -> bool:
    """ "156 of 1,011 patients assessed were enrolled", "we assessed 77 for eligibility"."""
    text, own_end = text_of(document, mention), mention.start + len(mention.phrase)
    before = text[max(0, mention.start - 60) : mention.start]
    if CUES["chosen_from_before"].search(before):
        return True
    if CUES["we_assessed_before"].search(before) and CUES["for_eligibility_next"].match(
        text, own_end
    ):
        return True
    told = CUES["screened_in_the_end"].match(text, mention.end)
    return told is not None and not any(
        VERBS[name].search(told[0]) for name in ("enrolled", "randomised", "completed")
    )


def _tested(text: str) -> bool:
    """Whether "screened for" tells of a test: of samples, or of the ill and the compared."""
    told = CUES["screened_for"].search(text)
    return told is not None and bool(CUES["of_samples"].search(text) or CONTROL.search(text))


def completed(document: Document) -> Count | None:
    """ "Twenty-six completed the trial", "26 (87%) of the 30 patients completed"."""
    for _, sentence in document.parts("methods", "results", "aim"):
        if not (VERBS["completed"].may_stand(sentence.text) and numbers.find(sentence.text)):
            continue
        for number in numbers.find(sentence.text):
            match = CUES["completed_next"].match(sentence.text, number.end)
            if match and CUES["group_and_before"].search(sentence.text, 0, number.start):
                continue  # "196 patients and 186 controls completed it": the verb is of both.
            if match and number.value is not None and number.value > 1:
                start, end = sentence.start + number.start, sentence.start + match.end()
                return Count(number.value, document.quote(start, end))
    return _of_cue(document, "completed_by") or _of_cue(document, "waves")


def with_valid_data(document: Document) -> Count | None:
    """ "Of these patients, 40 (50 %) had valid data": the others were not counted."""
    return _of_cue(document, "valid_data")


def _of_cue(document: Document, name: str) -> Count | None:
    """The number that a cue of a whole clause names."""
    for _, sentence in document.parts("methods", "results"):
        match = CUES[name].search(sentence.text)
        if match and (value := int(match["n"].replace(",", ""))) > 1:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            return Count(value, document.quote(start, end))
    return None


def taken_in(document: Document, mention: Mention) -> bool:
    """Whether these are said to have been studied, enrolled or randomised."""
    before, after = around(document, mention)
    return bool(
        CUES["all_before"].search(before)
        or CUES["included_word"].search(mention.phrase)
        or VERBS["enrolled"].search(after)
        or VERBS["randomised"].search(after)
    )


def without_fewer_enrolled(document: Document, facts: dict[str, Count]) -> None:
    """ "After two had been recruited to the third cohort": those of one group did not all enrol."""
    enrolled, total = facts.get("enrolled"), facts.get("total")
    if enrolled is None or total is None or enrolled.value >= total.value:
        return
    held = document.sentence_at(enrolled.quote.start, enrolled.quote.field)
    text = held.text if held is not None else ""
    behind = text[text.find(enrolled.quote.text) + len(enrolled.quote.text) :]
    if CUES["of_one_group"].search(enrolled.quote.text) or CUES["of_one_group_after"].match(behind):
        del facts["enrolled"]

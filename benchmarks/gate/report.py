"""The figures of the gate and of the audit as a page, from the JSON that the parts give."""

from __future__ import annotations

from collections import Counter
from typing import Any

from . import claims as claims_part
from . import planted as planted_part
from . import strictness as strictness_part
from . import true_sentences as true_part
from .auditor import VERDICTS
from .planted import FAMILY, UNSEEN

OWED = {"number": 0.99, "negation": 0.99, "all": 0.95, "contradicted": 0.02}
"""What the gate owes: caught at least so much by family; wrongly contradicted at most so much."""


DENIALS = (
    "negation dropped", "a frame denied", "negation dropped, in the authors' words", "not put in",
    "with and without exchanged",
)  # fmt: skip
"""Every kind that puts a denial in, leaves one out, or turns one round, in whoever's voice."""


def planted(found: planted_part.Planted) -> dict[str, Any]:
    kinds = {}
    for name in sorted({k for k, _ in found.planted}):
        kinds[name] = {
            "family": FAMILY[name],
            "unseen": name in UNSEEN,
            "tuning": list(found.share(name, half="tuning")),
            "held_out": list(found.share(name, half="held out")),
            "places": sum(n for (k, _), n in found.places.items() if k == name),
            "audit": list(found.audit(name)),
        }
    return {
        "pages": found.pages,
        "statements": found.statements,
        "held_clean": len({h.split("\t")[0] for h in found.held}),
        "further": [found.further - found.further_held, found.further],
        "most": found.most,
        "all": list(found.share()),
        "mean": _means(found),
        "audit": list(found.audit()),
        "audit_broke": len(found.broke),
        "number": list(found.of_family("number")),
        "negation": list(found.of_family("negation")),
        "denials": list(found.share(*DENIALS)),
        "word_for_word": list(found.of_family("word for word")),
        "held_out": list(found.share(half="held out")),
        "unseen": list(found.share(*UNSEEN)),
        "kinds": kinds,
    }


def _means(found: planted_part.Planted) -> dict[str, float]:
    """The plain average over kinds, so that a kind with many places counts as any other."""
    halves = {"all": None, "held_out": "held out"}
    means = {name: round(found.mean(half=half), 4) for name, half in halves.items()}
    return means | {"unseen": round(found.mean(*UNSEEN), 4)}


def true_sentences(found: true_part.Verdicts) -> dict[str, Any]:
    return {
        "true": found.true(),
        "contradicted": found.true("contradicted"),
        "supported": found.true("supported"),
        "unsupported_by_cause": dict(found.causes.most_common()),
        "not_supported": {v: found.counts["not_supported", v]
                          for v in VERDICTS},
    }  # fmt: skip


def strict(found: Counter[tuple[str, str, str]]) -> dict[str, Any]:
    return {
        half: {kind: {v: found[half, kind, v] for v in VERDICTS}
               for kind in ("false", "true")}
        for half in strictness_part.HALVES
    }  # fmt: skip


def claims(scores: list[claims_part.Score]) -> dict[str, Any]:
    return {
        s.name: {
            "items": s.total,
            "balanced_accuracy": round(s.balanced_accuracy, 4),
            "majority_balanced_accuracy": round(1 / len(s.labels), 4),
            "accuracy": round(s.accuracy, 4),
            "majority_accuracy": round(s.majority, 4),
            "recall": {x: round(s.recall(x), 4) for x in s.labels},
            "precision": {x: None if (p := s.precision(x)) is None else round(p, 4)
                          for x in s.labels},
            "published": claims_part.PUBLISHED[s.name],
        }
        for s in scores
    }  # fmt: skip


def page(figures: dict[str, Any]) -> str:
    """The page of all parts that have been run."""
    lines = ["# The gate's figures", "",
             "Made by `python -m benchmarks.gate`; do not edit. How it is measured stands in "
             "`benchmarks/gate/`.", ""]  # fmt: skip
    for name, write in (
        ("planted", _planted),
        ("true", _true),
        ("strict", _strict),
        ("claims", _claims),
    ):
        if name in figures:
            lines += write(figures[name])
    return "\n".join(lines)


def _share(pair: list[int]) -> str:
    caught, of = pair
    return f"{caught} of {of} ({caught / of:.1%})" if of else "none planted"


def _planted(f: dict[str, Any]) -> list[str]:
    lines = [
        "## Planted errors, caught by the gate on our own pages", "",
        f"{f['pages']} pages of real records, {f['statements']} statements. "
        f"{f['held_clean']} pages did not pass clean and took no error. Errors are planted by "
        "rule, one at a time; caught means that the page is held or, for a sentence of its "
        "picture, that the picture is left out. Records are split by their key: "
        "misses "
        "were looked at in the tuning half only. Kinds marked * were not looked at while the rules "
        f"were made. Of a kind at most {f['most']} errors are planted in each half, chosen by a "
        "digest: places says how many there were. The last column averages over kinds, each "
        "counting the same.", "",
        f"Kinds that these pages have few places for are planted into {f['further'][0]} further "
        f"pages too, of trials in other fields and of studies retold ({f['further'][1]} were made; "
        "the others did not pass clean).", "",
        "| | caught | average over kinds |", "|---|---|---|",
        f"| all | {_share(f['all'])} | {f['mean']['all']:.1%} |",
        f"| numbers | {_share(f['number'])} | |", f"| negations | {_share(f['negation'])} | |",
        f"| every kind of denial, in whoever's voice | {_share(f['denials'])} | |",
        f"| figures exchanged, denials put in or left out of the authors' words | "
        f"{_share(f['word_for_word'])} | |",

        f"| held-out half | {_share(f['held_out'])} | {f['mean']['held_out']:.1%} |",
        f"| unseen kinds | {_share(f['unseen'])} | {f['mean']['unseen']:.1%} |", "",
        "| kind | places | tuning half | held-out half |", "|---|---|---|---|",
    ]  # fmt: skip
    for name, kind in f["kinds"].items():
        star = "*" if kind["unseen"] else ""
        lines.append(
            f"| {name}{star} | {kind['places']} | {_share(kind['tuning'])} | "
            f"{_share(kind['held_out'])} |"
        )
    return [*lines, "", *_audited(f)]


def _audited(f: dict[str, Any]) -> list[str]:
    """What `atlas audit` says of the same sentences; nothing is owed here yet."""
    lines = [
        "### The same sentences in the audit", "",
        "How many of the sentences with an error `atlas audit` calls supported, beside how many it "
        "called supported as they were. It sees a sentence alone, without what it was written "
        "from. No aim is set for this yet."
        + (f" It broke on {f['audit_broke']} of them." if f["audit_broke"] else ""), "",
        "| kind | sentences | supported with the error | supported as it was |",
        "|---|---|---|---|",
    ]  # fmt: skip
    rows = [("all", f["audit"], False)]
    rows += [(name, k["audit"], k["unseen"]) for name, k in f["kinds"].items()]
    for name, (of, wrong, right), unseen in rows:
        if of:
            star = "*" if unseen else ""
            shares = f"{wrong} ({wrong / of:.1%}) | {right} ({right / of:.1%})"
            lines.append(f"| {name}{star} | {of} | {shares} |")
    return [*lines, ""]


def _true(f: dict[str, Any]) -> list[str]:
    total = f["true"]
    lines = [
        "## True sentences by others, in the audit", "",
        f"{total} sentences written freely about abstracts that the reading was tuned on "
        "(summaries and findings made with a language model, not by the rules). The audit's rules "
        "were written with these sentences at hand: one of them was wrongly contradicted at first.",
        "",
        f"* wrongly contradicted: {_share([f['contradicted'], total])}",
        f"* supported: {_share([f['supported'], total])}",
        "* unsupported, by the first rule that was not content:", "",
        "| cause | sentences |", "|---|---|",
    ]  # fmt: skip
    lines += [f"| {cause} | {n} |" for cause, n in f["unsupported_by_cause"].items()]
    said = f["not_supported"]
    lines += [
        "", f"Of {sum(said.values())} lines that a careless summary might claim and the abstract "
        f"does not bear out, {said['supported']} were called supported.", "",
    ]  # fmt: skip
    return lines


def _strict(f: dict[str, Any]) -> list[str]:
    lines = [
        "## Plainly false sentences, in the audit", "",
        "Invented abstracts, each with sentences that it bears out and sentences that it does not: "
        "a number moved to other people, a comparison told of the other side, a part told as the "
        "whole, a null told as a result. Of every second abstract no verdict was looked at while "
        "the rules were made. No aim is owed yet.", "",
        "| abstracts | sentences | supported | unsupported | contradicted |",
        "|---|---|---|---|---|",
    ]  # fmt: skip
    for half, kinds in f.items():
        for kind, said in kinds.items():
            total = sum(said.values())
            lines.append(
                f"| {half} | {kind}, {total} | {_share([said['supported'], total])} "
                f"| {said['unsupported']} | {said['contradicted']} |"
            )
    return [*lines, ""]


def _claims(f: dict[str, Any]) -> list[str]:
    lines = [
        "## Claims against abstracts by others", "",
        "For evaluation only: no rule was written on them. The audit asks for every word, so it "
        "says \"unsupported\" of most claims in other words; a model fine-tuned on the set does "
        "not. Majority: always the commonest label. Where fewer items stand here than a set holds "
        "(HealthVer 1,917, CliniFact 316, PubMedQA 500, NLI4CT 400), they are evenly spread.", "",
        "| set | items | balanced accuracy | majority's | accuracy | majority's | published |",
        "|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for name, s in f.items():
        lines.append(
            f"| {name} | {s['items']} | {s['balanced_accuracy']:.3f} | "
            f"{s['majority_balanced_accuracy']:.3f} | {s['accuracy']:.3f} | "
            f"{s['majority_accuracy']:.3f} | {s['published']} |"
        )
    lines += ["", "| set | label | recall | precision |", "|---|---|---|---|"]
    for name, s in f.items():
        for label, recall in s["recall"].items():
            precision = s["precision"][label]
            shown = "never said" if precision is None else f"{precision:.3f}"
            lines.append(f"| {name} | {label} | {recall:.3f} | {shown} |")
    return [*lines, ""]

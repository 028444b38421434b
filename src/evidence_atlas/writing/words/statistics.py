"""Signs and short forms of statistics, which no plain sentence has."""

from __future__ import annotations

import re

STATISTICS = re.compile(
    r"[<>=±\[\](]|\bp\s?[<=]|"
    r"(?-i:\b(?:CI|OR|SD|HR(?![- ]?Q[Oo]L)|RR(?![- ]intervals?)|AUC|AUROC|ROC)\b)"
)

"""The tables, one idea a file."""

from .editions import (
    CurrentEdition,
    Edition,
    EditionAddress,
    EditionEntry,
    Overview,
    PageVersion,
)
from .language_models import LanguageModelAsk
from .ledger import LedgerRow
from .outputs import LinkRow, OffTopic, StageOutput
from .rulings import RulingRow
from .runs import RecordError, Run, RunStageCount
from .sources import RecordRow, SourceFile

__all__ = [
    "CurrentEdition",
    "Edition",
    "EditionAddress",
    "EditionEntry",
    "LanguageModelAsk",
    "LedgerRow",
    "LinkRow",
    "OffTopic",
    "Overview",
    "PageVersion",
    "RecordError",
    "RecordRow",
    "RulingRow",
    "Run",
    "RunStageCount",
    "SourceFile",
    "StageOutput",
]

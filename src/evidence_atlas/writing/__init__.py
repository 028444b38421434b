"""What a page says: `summarise` chooses it, `draft` writes it, sentence by sentence.

Pure: no clock, no network, no files but the tables beside the code. Every sentence carries
what it stands on; a sentence that has nothing to stand on is not written.
"""

from evidence_atlas.records import WORDS_A_MINUTE

from .brief import Brief, summarise
from .draft import draft
from .version import VERSION
from .words.plain_words import BELOW_QUICK, GENERAL

GENERAL_GLOSSARY = (*GENERAL, *BELOW_QUICK)

__all__ = ["GENERAL_GLOSSARY", "VERSION", "WORDS_A_MINUTE", "Brief", "draft", "summarise"]

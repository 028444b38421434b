"""What a page says: `summarise` chooses it, `draft` writes it, sentence by sentence.

Pure: no clock, no network, no files but the tables beside the code. Every sentence carries
what it stands on; a sentence that has nothing to stand on is not written.
"""

from evidence_atlas.records import WORDS_A_MINUTE

from .brief.brief import Brief
from .brief.summarise import summarise
from .draft import draft
from .glossary.plain_words import BELOW_QUICK, GENERAL
from .version import VERSION

GENERAL_GLOSSARY = (*GENERAL, *BELOW_QUICK)

__all__ = ["GENERAL_GLOSSARY", "VERSION", "WORDS_A_MINUTE", "Brief", "draft", "summarise"]

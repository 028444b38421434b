"""The badges of a study, one file a badge, each with its working.

`grade` needs one record and its reading; `find_links` and `level` then look across studies.
Thresholds come from the illness's folder; rules about words are tables beside the code.
"""

from .facts import facts
from .grades import grade
from .level import level
from .replication import find_links
from .scope import on_topic
from .study_type import STUDY_TYPES
from .version import VERSION

__all__ = ["STUDY_TYPES", "VERSION", "facts", "find_links", "grade", "level", "on_topic"]

"""What every reader of a PubMed XML element takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

Element = etree._Element
Fields = dict[str, Any]
"""Fields of a record, or of its dates, as they are gathered."""
Reader = Callable[[Element, Fields, Fields], None]
"""Puts what an element says into the record's fields, or into those of its dates."""
Readers = dict[Any, Reader]
"""By the tag of the element."""

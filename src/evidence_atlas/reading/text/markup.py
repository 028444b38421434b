"""Inline markup that some records carry in their text, such as `<i>p</i>` and `&lt;`.

Quotes keep it, for they are the exact characters of the source; what is read from them and told
in our words does not.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"</?(?:i|b|u|em|strong|su[bp]|it|span)>", re.IGNORECASE)
_SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def without(text: str) -> str:
    """The text with its inline tags left out and its escaped signs written as themselves."""
    if "</" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        for escaped, sign in _SIGNS:
            text = text.replace(escaped, sign)
    return text

"""That people were in hospital stays told where there is no room for the authors' words for them.

"99 people (“hospitalised for severe influenza”)" gives way to a shorter form in Quick: "99 hospital
patients". Without the hospital it would be untrue: most of those who fall ill never see one.
"""

from __future__ import annotations

import re

from ..tables import table

_TABLE = table("people/hospital_patients.toml")
_WERE, _SOME = (re.compile(_TABLE[name], re.IGNORECASE) for name in ("were", "some"))
_PEOPLE = re.compile(r"^((?:[\w,-]+ )?)(?:people|patients)\b(?! (?:or|and)\b)")


def called_hospital_patients(quoted: str, told: str) -> str:
    """Those told without the quoted words, with the hospital where these say it of all of them."""
    if _SOME.search(quoted) or not _WERE.search(quoted) or "hospital" in told:
        return told
    return _PEOPLE.sub(rf"\1{_TABLE['called']}", told)

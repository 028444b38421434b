"""An illness as plain files: `load` turns its folder into one `Condition` value.

A folder holds `condition.toml` (required) and, where the illness has them, `criterion.toml`
(the criterion badge, one table), `case_definitions.toml`, `topics.toml`, `glossary.toml` and
`scales.toml` (each one array of tables named like its file), and `synonyms.toml` for the search
(`load_synonyms`; apart from the `Condition`, for no page depends on it). The fields are those of
`records.Condition` and its parts. Every `pattern` is a Python regular expression that is
searched without regard to case; `(?-i:...)` inside it asks for exact case. A folder `guides`
holds what is told about the illness in general (`load_guides`), `scorecard.json` the errors
measured with it (`measured`).
"""

from .guides import filled, load_guides, measured
from .loading import BY_DEFINITION, ConditionError, available, illness_folder, load
from .synonyms import load_synonyms

__all__ = [
    "BY_DEFINITION",
    "ConditionError",
    "available",
    "filled",
    "illness_folder",
    "load",
    "load_guides",
    "load_synonyms",
    "measured",
]

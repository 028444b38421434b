"""Every setting of an installation, with its meaning and default.

A setting comes from the environment (`ATLAS_` and its name in capitals), else from the
optional file `atlas.toml` in the home folder, else from the default here. The page of
settings in the documentation is made from this module.
"""

from __future__ import annotations

import math
import os
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

PREFIX = "ATLAS_"
FILE = "atlas.toml"
DEFAULT_HOME = "atlas-data"
DEFAULT_CONDITION = "mecfs"


class ConfigurationError(Exception):
    """A setting cannot be used; the message names it and says what it should be."""


def means(meaning: str) -> dict[str, str]:
    """What a setting carries beside its default."""
    return {"meaning": meaning}


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """The settings of one installation, each documented by its `meaning`."""

    home: Path = field(
        default=Path(DEFAULT_HOME),
        metadata=means(
            "The folder that holds all that the installation owns: data bases, logs, secret key. "
            "The option --home comes before it."
        ),
    )
    database_url: str = field(
        default="",
        metadata=means(
            "postgresql://user:password@host:port/name; empty: SQLite in the home folder."
        ),
    )
    private_database_url: str = field(
        default="",
        metadata=means(
            "The data base of readers' private contributions; empty: SQLite in the home folder."
        ),
    )
    condition: str = field(
        default=DEFAULT_CONDITION,
        metadata=means("The illness: the name of a built-in folder, or the path of a folder."),
    )
    address: str = field(
        default="127.0.0.1", metadata=means("The network address that `atlas serve` listens on.")
    )
    port: int = field(default=8000, metadata=means("The port that `atlas serve` listens on."))
    public_url: str = field(
        default="",
        metadata=means(
            "The address under which readers see the site, such as https://atlas.example.org. "
            "Needed for a public site: it sets the allowed host name and turns on secure cookies."
        ),
    )
    hosts: tuple[str, ...] = field(
        default=(),
        metadata=means("Further host names that the site answers to, separated by commas."),
    )
    trusted_proxies: int = field(
        default=0,
        metadata=means(
            "How many reverse proxies stand before the site and add to X-Forwarded-For."
        ),
    )
    operator: str = field(default="", metadata=means("Who runs this site, as shown to readers."))
    contact: str = field(
        default="", metadata=means("An e-mail address for readers and for the services asked.")
    )
    ncbi_api_key: str = field(
        default="",
        metadata=means("A key for NCBI's E-utilities: ten requests a second instead of three."),
    )
    eutils_url: str = field(
        default="https://eutils.ncbi.nlm.nih.gov/entrez/eutils/",
        metadata=means("Where the E-utilities answer; change it only for a mirror or a test."),
    )
    workers: int = field(
        default=1, metadata=means("How many processes read, grade, write and check at once.")
    )
    keep_editions: int = field(
        default=10,
        metadata=means(
            "How many editions to keep, the current one included. Page versions stay for ever."
        ),
    )
    allow_measuring: bool = field(
        default=False,
        metadata=means(
            "Serve an edition built with --scope all. Only for measuring on one's own machine."
        ),
    )
    contributions_an_hour: int = field(
        default=10, metadata=means("How many private notes one sender may leave in an hour.")
    )
    language_model: str = field(
        default="",
        metadata=means(
            "A language model that may word our sentences anew, each checked by the gate: "
            "provider:model, or the model's name on the server at language_model_url. Empty: none. "
            "See language-models.md."
        ),
    )
    language_model_url: str = field(
        default="",
        metadata=means(
            "The base address of an OpenAI-compatible server, such as http://127.0.0.1:8080/v1."
        ),
    )
    language_model_key: str = field(
        default="",
        repr=False,
        metadata=means(
            "The key that the server at language_model_url asks for; other providers' keys stand "
            "in their own variables, such as OPENAI_API_KEY."
        ),
    )
    language_model_input_price: float = field(
        default=0.0,
        metadata=means("The price of a million tokens sent, in the money of your choice."),
    )
    language_model_output_price: float = field(
        default=0.0,
        metadata=means("The price of a million tokens answered, in the same money."),
    )
    language_model_month_money: float = field(
        default=0.0,
        metadata=means(
            "The most money that the model may cost in a calendar month (UTC); needs the prices. "
            "0: no limit in money."
        ),
    )
    language_model_month_tokens: int = field(
        default=1_000_000,
        metadata=means(
            "The most tokens, sent and answered together, in a calendar month (UTC). 0: no limit."
        ),
    )
    language_model_at_once: int = field(
        default=2, metadata=means("How many questions may be out at the same time.")
    )
    language_model_timeout: float = field(
        default=120.0, metadata=means("Seconds to wait for one answer.")
    )
    language_model_answer_tokens: int = field(
        default=4_000, metadata=means("The longest answer, in tokens, thinking included.")
    )
    page_cache_megabytes: int = field(
        default=32,
        metadata=means(
            "How much memory each server process may use to keep finished pages. 0: none are kept."
        ),
    )
    log_level: str = field(
        default="WARNING", metadata=means("How much is logged: DEBUG, INFO, WARNING, ERROR.")
    )

    @property
    def secret_key_file(self) -> Path:
        return self.home / "secret_key"


def load(home: str | Path | None = None, environ: Mapping[str, str] = os.environ) -> Configuration:
    """The settings in force.

    Raises ConfigurationError for an unreadable file, an unknown name in it, or a value of
    the wrong kind.
    """
    folder = Path(home or environ.get(PREFIX + "HOME") or DEFAULT_HOME).expanduser().absolute()
    stated = _file(folder / FILE)
    known = {f.name: f for f in fields(Configuration) if f.name != "home"}
    unknown = sorted(set(stated) - set(known))
    if unknown:
        raise ConfigurationError(f"{folder / FILE}: unknown setting {', '.join(unknown)}")
    values: dict[str, Any] = {}
    for name, known_field in known.items():
        variable = PREFIX + name.upper()
        if variable in environ:
            values[name] = _fit(variable, environ[variable], known_field.default)
        elif name in stated:
            values[name] = _fit(f"{folder / FILE}: {name}", stated[name], known_field.default)
    return Configuration(home=folder, **values)


def _file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: {error}") from error


def _fit(name: str, value: Any, default: Any) -> Any:
    """`value`, turned into the kind of `default`; environment variables are always text."""
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        if str(value).lower() in {"1", "true", "yes", "on"}:
            return True
        if str(value).lower() in {"", "0", "false", "no", "off"}:
            return False
        raise ConfigurationError(f"{name}: {value!r} is neither true nor false")
    if isinstance(default, int):
        try:
            return int(value)
        except (TypeError, ValueError):
            raise ConfigurationError(f"{name}: {value!r} is not a whole number") from None
    if isinstance(default, float):
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = math.nan
        if not math.isfinite(number) or number < 0:
            raise ConfigurationError(f"{name}: {value!r} is not a number of 0 or more")
        return number
    if isinstance(default, tuple):
        parts = value if isinstance(value, list) else str(value).split(",")
        return tuple(str(p).strip() for p in parts if str(p).strip())
    if not isinstance(value, str):
        raise ConfigurationError(f"{name}: {value!r} is not text")
    return value


def secret_key(configuration: Configuration) -> str:
    """The installation's secret, made once and readable by its owner only."""
    path = configuration.secret_key_file
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        # A link, unlike a rename, does not replace the key that another process just made.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text(encoding="ascii").strip()


def database(url: str, sqlite: Path, *, durable: bool = False) -> dict[str, Any]:
    """Django's settings for a data base URL, or for the SQLite file where there is none.

    `durable` waits for the disk at every commit (SQLite's synchronous=FULL): for what
    cannot be built again. Raises ConfigurationError for a URL of another kind.
    """
    if not url:
        synchronous = "FULL" if durable else "NORMAL"
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(sqlite),
            # Opening the file anew costs more than the one question that a kept page asks.
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                "timeout": 30,
                "transaction_mode": "IMMEDIATE",
                "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous};",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ConfigurationError(f"data base URL: {parts.scheme or url!r} is not postgresql")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "") or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }

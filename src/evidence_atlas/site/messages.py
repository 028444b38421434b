"""The list of the interface's words for translators: `python -m evidence_atlas.site.messages`.

Writes `locale/en/LC_MESSAGES/django.po` out of the templates and the code, sorted, without
dates or line numbers, so that it changes only when a word does. To add a language, copy it
to `locale/<code>/LC_MESSAGES/`, fill in the translations, and compile it with `msgfmt`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment

HERE = Path(__file__).parent
CATALOGUE = HERE / "locale" / "en" / "LC_MESSAGES" / "django.po"
_SINGULAR = {"gettext", "gettext_lazy", "gettext_noop", "N_", "_"}
_PLURAL = {"ngettext", "ngettext_lazy"}
_HEAD = """\
# The words of the interface. The English is the source: an empty translation means the same.
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""

Message = tuple[str, str | None]


def collect() -> dict[Message, set[str]]:
    """Every message (singular, plural or None) and the files that use it."""
    found: dict[Message, set[str]] = {}
    environment = Environment(
        extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    for path in sorted((HERE / "templates").rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        extracted = environment.extract_translations(source)  # type: ignore[attr-defined]
        for _, function, message in extracted:
            for pair in _pairs(function, message):
                found.setdefault(pair, set()).add(path.relative_to(HERE).as_posix())
    for path in sorted(HERE.rglob("*.py")):
        for pair in _in_code(path.read_text(encoding="utf-8")):
            found.setdefault(pair, set()).add(path.relative_to(HERE).as_posix())
    return found


def catalogue() -> str:
    """The text of the catalogue."""
    parts = [_HEAD]
    for (one, many), files in sorted(collect().items(), key=lambda item: item[0][0]):
        lines = [f"#: {' '.join(sorted(files))}"]
        if "%(" in one:
            lines.append("#, python-format")
        lines.append(f"msgid {_quoted(one)}")
        if many is None:
            lines.append('msgstr ""')
        else:
            lines += [f"msgid_plural {_quoted(many)}", 'msgstr[0] ""', 'msgstr[1] ""']
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _pairs(function: str, message: object) -> Iterator[Message]:
    if function in _SINGULAR and isinstance(message, str):
        yield message, None
    elif function in _PLURAL and isinstance(message, tuple):
        yield str(message[0]), str(message[1])


def _in_code(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        words = [a.value for a in node.args if isinstance(a, ast.Constant)]
        texts = [w for w in words if isinstance(w, str)]
        if node.func.id in _SINGULAR and texts:
            yield texts[0], None
        elif node.func.id in _PLURAL and len(texts) >= 2:
            yield texts[0], texts[1]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(catalogue(), encoding="utf-8")

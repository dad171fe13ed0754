"""Text out of bytes that declare their encoding wrongly or not at all, safe to store."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["decoded", "plain", "repaired", "storable"]

_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"}
_UNSAFE = {0: 0xFFFD} | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


def decoded(value: bytes) -> tuple[str, bool]:
    """The text of some bytes and whether it had to be guessed.

    Strict UTF-8 first; what is not UTF-8 is taken for Windows-1252, its few unassigned bytes for
    Latin-1. Trailing NULs and blanks are padding and are left out.
    """
    value = value.rstrip(b"\x00 ")
    try:
        return value.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    try:
        return value.decode("cp1252"), True
    except UnicodeDecodeError:
        return value.decode("latin-1"), True


def repaired(text: str) -> str:
    """The text with UTF-8 that was read as Latin-1 or Windows-1252 put right (Ã© → é)."""
    if text.isascii():
        return text
    for wrong in ("latin-1", "cp1252"):
        try:
            return text.encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
    return text


def plain(text: str) -> str | None:
    """The text as a person wants to read it: no control characters, no blank ends; or None."""
    return _safe(text.translate(_CONTROLS)).strip() or None


def storable(value: object) -> object:
    """The value as JSON can hold it and a database store it, through all its levels.

    NUL and lone surrogates become U+FFFD; bytes become hexadecimal text.
    """
    if isinstance(value, str):
        return _safe(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Mapping):
        return {str(storable(str(key))): storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    if isinstance(value, int | float) or value is None:
        return value
    return storable(str(value))


def _safe(text: str) -> str:
    return text if text.isascii() and "\x00" not in text else text.translate(_UNSAFE)

"""The words, icons and colours in which the pages speak of verdicts, flags, roles and control."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale

from media.rights import Action
from media.types import Control, CredentialState, FlagKind, Origin, Role, Verdict

__all__ = [
    "ACTIONS",
    "CONTROL",
    "CONTROL_IN_SHORT",
    "CREDENTIALS",
    "FLAGS",
    "FLAG_STATES",
    "ORIGINS",
    "ROLES",
    "VERDICTS",
    "Look",
    "country_name",
    "flag_of",
    "in_country",
    "place_words",
    "size_words",
]


@dataclass(frozen=True, slots=True)
class Look:
    """How a value is shown: in words, with a Material icon and a tone of the theme."""

    words: str
    icon: str
    tone: str


VERDICTS = {
    Verdict.REVIEW: Look("To review", "pending", "yellow"),
    Verdict.BLOCKED: Look("Blocked", "block", "red"),
    Verdict.RESTRICTED: Look("Restricted", "gpp_maybe", "blue"),
    Verdict.CLEAR: Look("Clear", "check_circle", "green"),
}
FLAGS = {
    FlagKind.STATE_MEDIA: Look("State media", "campaign", "violet"),
    FlagKind.CREDIT_CONFLICT: Look("Credit conflict", "compare_arrows", "orange"),
    FlagKind.MISSING_CREDIT: Look("No credit", "person_off", "orange"),
    FlagKind.UNKNOWN_PARTY: Look("Unknown party", "help", "gray"),
}
FLAG_STATES = {
    "open": Look("Waits for a person", "pending", "yellow"),
    "confirmed": Look("Confirmed", "task_alt", "gray"),
    "dismissed": Look("Dismissed as a false alarm", "do_not_disturb_on", "gray"),
}
ACTIONS = {
    Action.CLEAR: Look("Clear", "check_circle", "green"),
    Action.RESTRICT: Look("Restrict", "gpp_maybe", "blue"),
    Action.BLOCK: Look("Block", "block", "red"),
}
ROLES = {
    Role.CREATOR: "took or made it",
    Role.AGENCY: "whose picture it is",
    Role.SOURCE: "where it comes from",
    Role.HANDOUT: "gave it out",
    Role.DISTRIBUTOR: "passed it on",
    Role.POOL: "pool picture",
    Role.LICENCE: "note on rights",
}
CONTROL = {
    Control.STATE_CONTROLLED: Look("state-controlled media", "campaign", "violet"),
    Control.CAPTURED_PUBLIC: Look("public media captured by the state", "campaign", "violet"),
    Control.CAPTURED_PRIVATE: Look("private media captured by power", "warning", "orange"),
    Control.INDEPENDENT_STATE_FUNDED_MANAGED: Look(
        "state-funded and state-managed, editorially independent", "account_balance", "gray"
    ),
    Control.INDEPENDENT_STATE_FUNDED: Look(
        "state-funded, editorially independent", "account_balance", "gray"
    ),
    Control.INDEPENDENT_STATE_MANAGED: Look(
        "state-managed, editorially independent", "account_balance", "gray"
    ),
    Control.INDEPENDENT_PUBLIC: Look("independent public media", "groups", "gray"),
    Control.INDEPENDENT: Look("independent", "newspaper", "gray"),
    Control.GOVERNMENT: Look("government body", "account_balance", "orange"),
    Control.UNKNOWN: Look("not in the registry", "help", "gray"),
}
ORIGINS = {
    Origin.STATE_MEDIA: "State media made or first released it",
    Origin.GOVERNMENT: "A government body made or gave it out",
    Origin.PUBLIC: "Public media made or first released it",
    Origin.INDEPENDENT: "Made independently of states",
    Origin.UNKNOWN: "Nobody knows yet who made it",
}
CONTROL_IN_SHORT = {
    Control.STATE_CONTROLLED: "state media",
    Control.CAPTURED_PUBLIC: "captured public media",
    Control.CAPTURED_PRIVATE: "captured private media",
    Control.INDEPENDENT_STATE_FUNDED_MANAGED: "state-funded and managed",
    Control.INDEPENDENT_STATE_FUNDED: "state-funded",
    Control.INDEPENDENT_STATE_MANAGED: "state-managed",
    Control.INDEPENDENT_PUBLIC: "public media",
    Control.INDEPENDENT: "independent",
    Control.GOVERNMENT: "government",
    Control.UNKNOWN: "unknown",
}
CREDENTIALS = {
    CredentialState.NONE: (
        "The file carries no Content Credentials. Most files carry none; it says nothing about "
        "the picture."
    ),
    CredentialState.REMOTE: (
        "The file names Content Credentials that are kept elsewhere. photodesk fetches nothing "
        "from the network, so they were not checked."
    ),
    CredentialState.UNREADABLE: "The file carries Content Credentials that cannot be read.",
    CredentialState.INVALID: (
        "The Content Credentials do not fit the file: one of them was changed after signing, or "
        "the signature is broken."
    ),
    CredentialState.VALID: (
        "The Content Credentials fit the file. Whoever signed them is not on the trust list, so "
        "nobody vouches for the name."
    ),
    CredentialState.TRUSTED: (
        "The Content Credentials fit the file, and the signer is on the trust list. They say who "
        "signed what was done to the file, not that the picture shows what it claims."
    ),
}
_COUNTRIES = Locale("en").territories
_WHERE = {
    "printed.credit_line": "Printed credit line",
    "printed.sources": "Sources that the article names",
}
_KILO = 1024


def country_name(code: str | None) -> str | None:
    """The English name of a country by its ISO 3166 code; the code where babel has no name."""
    return (_COUNTRIES.get(code) or code) if code else None


def flag_of(code: str | None) -> str:
    """The flag of a country as two regional indicators; empty without a country."""
    if code is None or len(code) != 2 or not (code.isascii() and code.isalpha()):
        return ""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code.upper())


def in_country(code: str | None) -> str:
    """Flag and name of a country: never the flag alone."""
    return f"{flag_of(code)} {country_name(code)}".strip() if code else ""


def place_words(where: str) -> str:
    """Where a piece of evidence was read, in words."""
    if where in _WHERE:
        return _WHERE[where]
    layer, _, name = where.partition(".")
    said = name.replace("_", " ")
    return f"In the file: {said}" if layer == "read" else f"On the page: {said}"


def size_words(size: int) -> str:
    """A file size as people say it."""
    amount = float(size)
    for unit in ("bytes", "KB", "MB"):
        if amount < _KILO:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= _KILO
    return f"{amount:.1f} GB"

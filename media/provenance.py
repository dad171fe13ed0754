"""Content Credentials (C2PA 2.2) of a picture file, checked offline.

The only module that knows the c2pa library, which weighs 50 MB and is loaded when the first file
with credentials is met.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from media.embedded.jpeg import segments
from media.embedded.signature import format_of
from media.embedded.text import plain
from media.types import Credentials, CredentialState

__all__ = ["read_credentials"]

_MANIFEST_STORE = (b"jumb", b"c2pa")
_REMOTE_MANIFEST = b"dcterms:provenance"
_UNTRUSTED = "signingCredential.untrusted"
_AI_SOURCES = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")
_MOST_PROBLEMS = 12

_OFFLINE = {"remote_manifest_fetch": False, "ocsp_fetch": False}
"""The library fetches addresses that the file names unless it is told not to."""


def read_credentials(data: bytes, mime: str, trust_anchors: str = "") -> Credentials:
    """The state of a file's Content Credentials, who signed, what was done, and whether by AI.

    ``mime`` is the type of the file ("image/jpeg"); ``trust_anchors`` the root certificates (PEM)
    whose signers count as trusted. Without a mark of C2PA in the bytes the library is not called.
    Nothing is fetched: credentials kept elsewhere give the state ``remote``. Never raises.
    """
    if not _is_marked(data):
        return Credentials()
    try:
        return _checked(data, mime, trust_anchors)
    except Exception as error:
        return _unreadable(f"the Content Credentials cannot be read: {_brief(str(error))}")


def _is_marked(data: bytes) -> bool:
    """Whether a manifest store or the address of one can be in the file; JPEG has it up front."""
    if format_of(data) == "JPEG":
        return any(_holds_mark(payload) for _, payload in segments(data))
    return _holds_mark(data)


def _holds_mark(part: bytes) -> bool:
    return _REMOTE_MANIFEST in part or all(mark in part for mark in _MANIFEST_STORE)


def _checked(data: bytes, mime: str, trust_anchors: str) -> Credentials:
    import c2pa

    settings: dict[str, object] = {"verify": _OFFLINE}
    if trust_anchors:
        settings["trust"] = {"user_anchors": trust_anchors}
    try:
        with c2pa.Context.from_dict(settings) as context:
            reader = c2pa.Reader.try_create(mime, io.BytesIO(data), context=context)
            if reader is None:
                return Credentials()
            with reader:
                store = json.loads(reader.json())
    except c2pa.C2paError.RemoteManifest as error:
        return _remote(error)
    except c2pa.C2paError as error:
        if "remote" in str(error).casefold():
            return _remote(error)
        return _unreadable(f"the Content Credentials cannot be read: {_brief(str(error))}")
    return _credentials(store)


def _credentials(store: Mapping[str, Any]) -> Credentials:
    """What a manifest store, as the library tells it, says of the file."""
    manifests: dict[str, Any] = store.get("manifests") or {}
    active: dict[str, Any] = manifests.get(store.get("active_manifest", ""), {})
    state = {
        "Invalid": CredentialState.INVALID,
        "Valid": CredentialState.VALID,
        "Trusted": CredentialState.TRUSTED,
    }.get(store.get("validation_state", ""), CredentialState.UNREADABLE)
    failures = list(_failures(store.get("validation_results") or {}))
    # An unknown signer is listed as a failure of every intact file: it counts last.
    failures.sort(key=lambda failure: failure[0] == _UNTRUSTED)
    others = [manifest for manifest in manifests.values() if manifest is not active]
    done = [action for manifest in (active, *others) for action in _actions(manifest)]
    signature = active.get("signature_info") or {}
    return Credentials(
        state=state,
        code=failures[0][0] if failures and state is not CredentialState.TRUSTED else None,
        signer=_brief(signature.get("common_name") or signature.get("issuer") or "") or None,
        actions=tuple(dict.fromkeys(done)),
        ai_generated=any(source in _AI_SOURCES for source in _sources(manifests)),
        problems=tuple(dict.fromkeys(f"{code}: {why}" for code, why in failures))[:_MOST_PROBLEMS],
    )


def _failures(results: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Code and explanation of each failure, of the active manifest first (C2PA 2.2, 15.2)."""
    deltas = [delta.get("validationDeltas") for delta in results.get("ingredientDeltas") or ()]
    for part in (results.get("activeManifest"), *deltas):
        for failure in (part or {}).get("failure") or ():
            code = str(failure.get("code", ""))
            yield code, _brief(str(failure.get("explanation") or code))


def _actions(manifest: Mapping[str, Any]) -> Iterator[str]:
    for assertion in manifest.get("assertions") or ():
        if str(assertion.get("label", "")).startswith("c2pa.actions"):
            for action in (assertion.get("data") or {}).get("actions") or ():
                if name := _brief(str(action.get("action", ""))):
                    yield name


def _sources(value: object) -> Iterator[str]:
    """The last part of every digital source type, wherever in any manifest it is stated."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(item, str) and str(key).casefold().endswith("digitalsourcetype"):
                yield item.rstrip("/").rpartition("/")[2]
            else:
                yield from _sources(item)
    elif isinstance(value, list):
        for item in value:
            yield from _sources(item)


def _remote(error: Exception) -> Credentials:
    return Credentials(
        state=CredentialState.REMOTE,
        problems=(f"the Content Credentials lie elsewhere, not fetched: {_brief(str(error))}",),
    )


def _unreadable(problem: str) -> Credentials:
    return Credentials(state=CredentialState.UNREADABLE, problems=(problem,))


def _brief(text: str) -> str:
    return (plain(text) or "")[:300]

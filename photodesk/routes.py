"""The newsroom's own HTTP routes beside the dashboard: thumbnails and pictures, by signed address.

An address is signed over the digest and the day on which it ends, so that a browser may keep the
picture and nobody can guess another one. Streamlit's own picture addresses ask for no sign-in and
are never used for photos.
"""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256 as sha256_of
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from media.errors import PhotodeskError
from media.pixels import read_pixels
from photodesk.store import Store

__all__ = ["Addresses", "picture_routes"]

_VALID_DAYS = 14
_BROWSER_TYPES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_SAFE = {
    "Cache-Control": "private, max-age=1209600, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes and checks the addresses of pictures; the key stays in the home folder."""

    key: bytes

    @classmethod
    def of_home(cls, home: Path) -> Addresses:
        """The addresses of a home; its key is made on first use and readable by its owner only."""
        file = home / "addresses.key"
        try:
            return cls(file.read_bytes())
        except FileNotFoundError:
            key = secrets.token_bytes(32)
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(key)
            return cls(key)

    def thumbnail(self, sha256: str, day: date) -> str:
        """The address of a photo's thumbnail, the same for a week."""
        return self._address("thumbnails", sha256, day)

    def picture(self, sha256: str, day: date) -> str:
        """The address of a photo at full size."""
        return self._address("pictures", sha256, day)

    def _address(self, kind: str, sha256: str, day: date) -> str:
        monday = day - timedelta(days=day.weekday())
        until = (monday + timedelta(days=_VALID_DAYS)).isoformat()
        return f"/api/{kind}/{sha256}?until={until}&signature={self._sign(kind, sha256, until)}"

    def permits(self, kind: str, sha256: str, until: str, signature: str, day: date) -> bool:
        """Whether an address was made here and has not ended."""
        expected = self._sign(kind, sha256, until)
        return hmac.compare_digest(expected.encode(), signature.encode()) and (
            until >= day.isoformat()
        )

    def _sign(self, kind: str, sha256: str, until: str) -> str:
        message = f"{kind}\n{sha256}\n{until}".encode()
        return hmac.new(self.key, message, sha256_of).hexdigest()[:32]


def picture_routes(store: Store, addresses: Addresses) -> list[Route]:
    """``/api/thumbnails/SHA256`` and ``/api/pictures/SHA256``."""

    def route(kind: str) -> Route:
        async def answer(request: Request) -> Response:
            sha256 = request.path_params["sha256"]
            until = request.query_params.get("until", "")
            signature = request.query_params.get("signature", "")
            today = datetime.now(UTC).date()
            if not addresses.permits(kind, sha256, until, signature, today):
                return PlainTextResponse("This address is not valid any more.", 403)
            make = _thumbnail if kind == "thumbnails" else _picture
            return await run_in_threadpool(make, store, sha256)

        return Route(f"/api/{kind}/{{sha256}}", answer, methods=["GET"])

    return [route("thumbnails"), route("pictures")]


def _thumbnail(store: Store, sha256: str) -> Response:
    jpeg = store.thumbnail(sha256)
    if jpeg is None:  # thumbnails are derived: made again when they are gone
        try:
            jpeg = read_pixels(store.original(sha256)).thumbnail
        except PhotodeskError:
            jpeg = None
        if jpeg is None:
            return PlainTextResponse("There is no thumbnail of this picture.", 404)
        store.put_thumbnail(sha256, jpeg)
    return Response(jpeg, media_type="image/jpeg", headers=_SAFE)


def _picture(store: Store, sha256: str) -> Response:
    try:
        data = store.original(sha256)
    except PhotodeskError as error:
        return PlainTextResponse(str(error), 404)
    for start, media_type in _BROWSER_TYPES.items():
        if data.startswith(start):
            return Response(data, media_type=media_type, headers=_SAFE)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Response(data, media_type="image/webp", headers=_SAFE)
    return _thumbnail(store, sha256)

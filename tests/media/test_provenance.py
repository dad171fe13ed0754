"""Content Credentials are checked offline, and their state is told without a verdict."""

from __future__ import annotations

import datetime
import io
import json
import socket
import subprocess
import sys
from dataclasses import dataclass

import c2pa
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier
from PIL import Image

from media import provenance
from media.provenance import read_credentials
from media.types import Credentials, CredentialState

AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
CAMERA = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"


@dataclass(frozen=True, slots=True)
class Authority:
    """A root certificate and the chain and key of one signer below it, all in PEM."""

    root: str
    chain: str
    key: str

    def signed(self, data: bytes, manifest: dict[str, object], remote: str | None = None) -> bytes:
        info = c2pa.C2paSignerInfo(b"es256", self.chain.encode(), self.key.encode(), None)
        out = io.BytesIO()
        with c2pa.Builder(json.dumps(manifest)) as builder, c2pa.Signer.from_info(info) as signer:
            if remote:
                builder.set_no_embed()
                builder.set_remote_url(remote)
            builder.sign(signer, "image/jpeg", io.BytesIO(data), out)
        return out.getvalue()


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sample Newsroom"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not signs,
        crl_sign=not signs,
        encipher_only=False,
        decipher_only=False,
    )


@pytest.fixture(scope="module")
def authority() -> Authority:
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    now = datetime.datetime.now(datetime.UTC)
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())

    def start(subject: str, public_key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(_name(subject))
            .issuer_name(_name("Root"))
            .public_key(public_key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=30))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
            .add_extension(identifier, critical=False)
        )

    root = (
        start("Root", root_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    purposes = [ExtendedKeyUsageOID.EMAIL_PROTECTION, ObjectIdentifier("1.3.6.1.4.1.62558.2.1")]
    leaf = (
        start("Desk Camera 1", key.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    root_pem = root.public_bytes(pem).decode()
    return Authority(root_pem, leaf.public_bytes(pem).decode() + root_pem, private.decode())


def picture() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, "JPEG")
    return out.getvalue()


def manifest(source: str = CAMERA, **more: object) -> dict[str, object]:
    action = {"action": "c2pa.created", "digitalSourceType": source}
    return {
        "claim_generator_info": [{"name": "sample"}],
        "assertions": [{"label": "c2pa.actions", "data": {"actions": [action]}}],
        **more,
    }


def test_file_without_credentials_says_none_and_never_loads_the_library() -> None:
    assert read_credentials(picture(), "image/jpeg") == Credentials()
    program = (
        "import io, sys; from PIL import Image; from media.photo import read_photo\n"
        "out = io.BytesIO(); Image.new('RGB', (9, 9)).save(out, 'JPEG')\n"
        "read_photo(out.getvalue()); sys.exit('c2pa' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_intact_file_of_an_unknown_signer_is_valid(authority: Authority) -> None:
    read = read_credentials(authority.signed(picture(), manifest()), "image/jpeg")
    assert read.state is CredentialState.VALID
    assert read.code == "signingCredential.untrusted"
    assert read.signer == "Desk Camera 1"
    assert read.actions == ("c2pa.created",)
    assert read.ai_generated is False


def test_intact_file_of_a_known_signer_is_trusted(authority: Authority) -> None:
    signed = authority.signed(picture(), manifest())
    read = read_credentials(signed, "image/jpeg", authority.root)
    assert (read.state, read.code, read.problems) == (CredentialState.TRUSTED, None, ())


def test_changed_pixels_are_invalid_with_the_code_that_says_so(authority: Authority) -> None:
    signed = bytearray(authority.signed(picture(), manifest()))
    signed[-20] ^= 0x01
    read = read_credentials(bytes(signed), "image/jpeg")
    assert (read.state, read.code) == (CredentialState.INVALID, "assertion.dataHash.mismatch")
    assert any(problem.startswith("assertion.dataHash.mismatch: ") for problem in read.problems)


def test_picture_made_by_ai_is_told_of(authority: Authority) -> None:
    read = read_credentials(authority.signed(picture(), manifest(AI)), "image/jpeg")
    assert read.ai_generated is True


def test_ai_is_told_of_in_what_the_picture_was_made_from(authority: Authority) -> None:
    made = authority.signed(picture(), manifest(AI))
    info = c2pa.C2paSignerInfo(b"es256", authority.chain.encode(), authority.key.encode(), None)
    edited = {"claim_generator_info": [{"name": "sample"}]}
    out = io.BytesIO()
    with c2pa.Builder(json.dumps(edited)) as builder, c2pa.Signer.from_info(info) as signer:
        builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
        builder.sign(signer, "image/jpeg", io.BytesIO(made), out)
    read = read_credentials(out.getvalue(), "image/jpeg")
    assert read.ai_generated is True
    assert set(read.actions) >= {"c2pa.opened", "c2pa.created"}


def test_credentials_kept_elsewhere_are_remote_and_not_fetched(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/manifest.c2pa"
        data = authority.signed(picture(), manifest(), remote=address)
        read = read_credentials(data, "image/jpeg")
        with pytest.raises(TimeoutError):
            server.accept()
    assert read.state is CredentialState.REMOTE
    assert address in read.problems[0]


def test_credentials_that_are_broken_are_unreadable(authority: Authority) -> None:
    signed = authority.signed(picture(), manifest())
    start = signed.index(b"c2cl")
    broken = signed[: start - 8] + b"\x00" * 40 + signed[start + 32 :]
    read = read_credentials(broken, "image/jpeg")
    assert read.state is CredentialState.UNREADABLE
    assert read.problems == ("the Content Credentials cannot be read: Verify: expected JUMD",)


def test_words_that_only_look_like_credentials_are_none() -> None:
    data = picture()
    comment = b"\xff\xfe\x00\x0cjumb, c2pa"
    assert read_credentials(data[:2] + comment + data[2:], "image/jpeg") == Credentials()


def test_library_that_fails_leaves_credentials_unreadable(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out\x00 of order")

    monkeypatch.setattr(c2pa.Reader, "try_create", fail)
    read = read_credentials(authority.signed(picture(), manifest()), "image/jpeg")
    assert read.state is CredentialState.UNREADABLE
    assert read.problems == ("the Content Credentials cannot be read: out of order",)


def test_failure_of_an_ingredient_is_told_after_the_files_own() -> None:
    untrusted = {"code": "signingCredential.untrusted"}
    store = {
        "active_manifest": "a",
        "manifests": {"a": {"assertions": [{"label": "c2pa.actions.v2", "data": None}]}},
        "validation_state": "Invalid",
        "validation_results": {
            "activeManifest": {"failure": [untrusted]},
            "ingredientDeltas": [
                {"validationDeltas": {"failure": [{"code": "claimSignature.mismatch"}]}},
                {"validationDeltas": None},
            ],
        },
    }
    read = provenance._credentials(store)
    assert (read.state, read.code) == (CredentialState.INVALID, "claimSignature.mismatch")
    assert read.problems[-1] == "signingCredential.untrusted: signingCredential.untrusted"

"""OpenDocument files behind a password, locked part by part or as a whole: refused without it, read with it."""

import base64
import hashlib
import zlib
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from core.base.errors import ProtectedFile
from core.readers.registry import read
from tests.readers.test_opendocument import packed, par, parts

_WORD, _SALT = "sesame", b"0123456789abcdef"
_DERIVED = {
    "PBKDF2": 'manifest:key-size="32" manifest:iteration-count="1000"',
    "urn:org:documentfoundation:names:experimental:office:manifest:argon2id": (
        'manifest:key-size="32" loext:argon2-iterations="1" loext:argon2-memory="64" loext:argon2-lanes="1"'
    ),
}


def _entry(part: str, algorithm: str, vector: bytes, derivation: str, more: str = "") -> str:
    coded = base64.b64encode(vector).decode(), base64.b64encode(_SALT).decode()
    return (
        f'<manifest:file-entry manifest:full-path="{part}"><manifest:encryption-data>'
        f'<manifest:algorithm manifest:algorithm-name="{algorithm}" manifest:initialisation-vector="{coded[0]}"/>'
        '<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256"/>'
        f'<manifest:key-derivation manifest:key-derivation-name="{derivation}" '
        f'manifest:salt="{coded[1]}" {more or _DERIVED[derivation]}/></manifest:encryption-data></manifest:file-entry>'
    )


def _manifest(*entries: str) -> bytes:
    spaces = (
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    )
    return f"<manifest:manifest {spaces}>{''.join(entries)}</manifest:manifest>".encode()


def _deflated(data: bytes) -> bytes:
    way = zlib.compressobj(wbits=-15)
    return way.compress(data) + way.flush()


def by_parts(files: dict[str, bytes], cipher: str = "aes256-cbc", more: str = "") -> bytes:
    """Each part locked by itself, as ODF 1.2 has it."""
    start, vector = hashlib.sha256(_WORD.encode()).digest(), b"v" * 16
    key = hashlib.pbkdf2_hmac("sha1", start, _SALT, 1000, 32)
    out, entries = {"mimetype": files["mimetype"]}, []
    for part in ("content.xml", "styles.xml"):
        plain = _deflated(files[part])
        pad = 16 - len(plain) % 16
        way = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
        out[part] = way.update(plain + bytes(pad - 1) + bytes([pad])) + way.finalize()
        entries.append(_entry(part, f"http://www.w3.org/2001/04/xmlenc#{cipher}", vector, "PBKDF2", more))
    return packed(out | {"META-INF/manifest.xml": _manifest(*entries)})


def as_a_whole(files: dict[str, bytes], more: str = "") -> bytes:
    """The package locked inside another one, as LibreOffice 24 does it."""
    start, vector, derivation = hashlib.sha256(_WORD.encode()).digest(), b"v" * 12, [*_DERIVED][1]
    key = Argon2id(salt=_SALT, length=32, iterations=1, lanes=1, memory_cost=64).derive(start)
    locked = vector + AESGCM(key).encrypt(vector, _deflated(packed(files)), None)
    entry = _entry("encrypted-package", "http://www.w3.org/2009/xmlenc11#aes256-gcm", vector, derivation, more)
    return packed(
        {"mimetype": files["mimetype"], "encrypted-package": locked, "META-INF/manifest.xml": _manifest(entry)}
    )


@pytest.mark.parametrize("lock", [by_parts, as_a_whole])
def test_a_locked_file_is_read_with_its_password_only(lock: Callable[[dict[str, bytes]], bytes]) -> None:
    data = lock(parts(par("甲川县2013年")))
    for password in (None, "", "Sesame"):
        with pytest.raises(ProtectedFile):
            read("a.odt", data, password=password)
    assert "甲川县2013年" in read("a.odt", data, password=_WORD).text


def test_a_lock_that_would_take_years_or_is_unknown_is_called_protected() -> None:
    endless = 'loext:argon2-iterations="999999999" loext:argon2-memory="64" loext:argon2-lanes="1"'
    files = parts(par("甲"))
    rounds = 'manifest:iteration-count="999999999"'
    size = 'manifest:iteration-count="1" manifest:key-size="999999999"'
    for data in (
        as_a_whole(files, endless),
        by_parts(files, "blowfish"),
        by_parts(files, more=rounds),
        by_parts(files, more=size),
    ):
        with pytest.raises(ProtectedFile):
            read("a.odt", data, password=_WORD)

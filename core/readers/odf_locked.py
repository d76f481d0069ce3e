"""OpenDocument packages, those behind a password among them.

A package is locked part by part, or, since LibreOffice 24, as a whole inside another one: first packed, then locked.
Source: OpenDocument 1.3, part 2, 3.4 and 4.8; the manifests that LibreOffice writes.
"""

import base64
import hashlib
import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from core.base.errors import FileTooLarge, ProtectedFile
from core.readers.limits import MOST_UNPACKED, check_archive

_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_LIST, _WHOLE = "META-INF/manifest.xml", "encrypted-package"
_BLOCK = 16  # bytes
_NONCE = 12
# What a program asks for is far below: 100,000 rounds, or three over 64 MB. A file could ask for years.
_MOST_ROUNDS, _MOST_PASSES, _MOST_MEMORY, _MOST_LANES, _LONGEST_KEY = 3_000_000, 20, 1 << 18, 64, 32


class Package:
    """The parts of a package as they are without its password.

    Raises:
        ProtectedFile: the password is missing or wrong, or this installation cannot open such a file.
        KeyError, ValueError, zipfile.BadZipFile: it is damaged.
    """

    def __init__(self, name: str, data: bytes, password: str | None) -> None:
        self._name = name
        self._password = password
        self._open(data)
        if _WHOLE in self._locks:
            self._open(self.read(_WHOLE))

    def _open(self, data: bytes) -> None:
        check_archive(self._name, data)
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self._archive.namelist())
        self._locks = _locks(self._archive.read(_LIST)) if _LIST in self.names else {}

    def read(self, part: str) -> bytes:
        """The bytes of a part."""
        data, lock = self._archive.read(part), self._locks.get(part)
        if lock is None:
            return data
        if not self._password:
            raise ProtectedFile(name=self._name)
        try:
            unpacked = zlib.decompressobj(-zlib.MAX_WBITS)
            plain = unpacked.decompress(_decrypted(data, lock, self._password), MOST_UNPACKED)
        except (ImportError, zlib.error, ValueError) as error:
            raise ProtectedFile(name=self._name) from error
        if unpacked.unconsumed_tail:
            raise FileTooLarge(name=self._name, size=len(plain) >> 20, limit=MOST_UNPACKED >> 20)
        if not unpacked.eof:
            raise ProtectedFile(name=self._name)
        return plain


def _locks(manifest: bytes) -> dict[str, Any]:
    """Part -> how it is encrypted."""
    try:
        root = etree.fromstring(manifest, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return {}
    entries = ((e.get(f"{_MANIFEST}full-path", ""), e.find(f"{_MANIFEST}encryption-data")) for e in root)
    return {part: lock for part, lock in entries if lock is not None}


def _decrypted(data: bytes, lock: Any, password: str) -> bytes:
    """The packed bytes of a part; nonsense, or a ValueError, where the password is wrong."""
    from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm  # 60 ms, only for such files
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    algorithm = lock.find(f"{_MANIFEST}algorithm")
    cipher, start = algorithm.get(f"{_MANIFEST}algorithm-name", ""), algorithm.get(f"{_MANIFEST}initialisation-vector")
    try:
        key = _key(lock, password)
        if cipher.endswith("-gcm"):
            return AESGCM(key).decrypt(data[:_NONCE], data[_NONCE:], None)
    except (InvalidTag, UnsupportedAlgorithm) as error:
        raise ValueError(cipher) from error
    if not cipher.endswith("-cbc"):
        raise ValueError(cipher)
    way = Cipher(algorithms.AES(key), modes.CBC(base64.b64decode(start or ""))).decryptor()
    return way.update(data[: len(data) // _BLOCK * _BLOCK]) + way.finalize()


def _key(lock: Any, password: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    first, derivation = lock.find(f"{_MANIFEST}start-key-generation"), lock.find(f"{_MANIFEST}key-derivation")
    hashed = "" if first is None else first.get(f"{_MANIFEST}start-key-generation-name", "")
    start = hashlib.new("sha256" if hashed.endswith("sha256") else "sha1", password.encode(), usedforsecurity=False)
    salt, size = base64.b64decode(derivation.get(f"{_MANIFEST}salt", "")), _number(derivation, "key-size", 16)
    if size > _LONGEST_KEY:
        raise ValueError(size)
    if derivation.get(f"{_MANIFEST}key-derivation-name", "").endswith("argon2id"):
        asked = [_number(derivation, f"argon2-{name}", 0) for name in ("iterations", "lanes", "memory")]
        if any(n > most for n, most in zip(asked, (_MOST_PASSES, _MOST_LANES, _MOST_MEMORY), strict=True)):
            raise ValueError(asked)
        passes, lanes, memory = asked
        way = Argon2id(salt=salt, length=size, iterations=passes, lanes=lanes, memory_cost=memory)
        return way.derive(start.digest())
    rounds = _number(derivation, "iteration-count", 0)
    if rounds > _MOST_ROUNDS:
        raise ValueError(rounds)
    return hashlib.pbkdf2_hmac("sha1", start.digest(), salt, rounds, size)


def _number(node: Any, name: str, default: int) -> int:
    return int(node.get(f"{_MANIFEST}{name}") or node.get(f"{_EXTENDED}{name}") or default)

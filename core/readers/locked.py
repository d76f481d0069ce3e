"""Office files behind a password: opened with it, then read as what they are."""

import io

from core.base.errors import ProtectedFile


def unlocked(name: str, data: bytes, password: str | None) -> bytes:
    """The file without its password; the bytes themselves when it has none.

    Bytes that make no sense come back as they are: their reader says what is wrong with them.

    Raises:
        ProtectedFile: the password is missing or wrong, or this installation cannot open such a file.
    """
    try:
        import msoffcrypto  # 130 ms, only for such files
        from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
    except ImportError as error:
        raise ProtectedFile(name=name) from error
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        if not file.is_encrypted():
            return data
        if not password:
            raise ProtectedFile(name=name)
        plain = io.BytesIO()
        file.load_key(password=password)
        file.decrypt(plain)
        return plain.getvalue()
    except (InvalidKeyError, DecryptionError) as error:
        raise ProtectedFile(name=name) from error
    except (FileFormatError, ParseError, ValueError, KeyError, OSError):
        return data

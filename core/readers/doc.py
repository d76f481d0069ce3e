"""Word files of 1997 to 2003 (.doc), and those of WPS (.wps): turned into .docx, then read as such."""

import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from core.base.errors import DamagedFile, NeedsOffice
from core.model.document import Document, Source
from core.readers import docx

_SECONDS = 60  # LibreOffice may take for one file


def read(source: Source, data: bytes) -> Document:
    """Make the Document of a .doc or .wps file.

    Raises:
        NeedsOffice, DamagedFile: it cannot be read, without LibreOffice or with it; `detail` names the reason.
    """
    with tempfile.TemporaryDirectory(prefix="hejiao-") as folder:
        old = Path(folder, "old.doc")
        old.write_bytes(data)
        converted = _converted(source.name, old)
    document = docx.read(source, converted)
    return replace(document, source=source)


def _converted(name: str, old: Path) -> bytes:
    """The .docx of a .doc: by the library, else by LibreOffice where it is installed (Word 6 and 95, damaged files)."""
    import doc2docx  # 60 ms, only for such files
    from doc2docx.errors import Doc2DocxError

    new = old.with_suffix(".docx")
    try:
        doc2docx.convert(old, new)
        return new.read_bytes()
    except (Doc2DocxError, ValueError, KeyError, IndexError, OSError, ArithmeticError) as error:
        office = shutil.which("soffice") or shutil.which("libreoffice")
        if office is None:
            raise NeedsOffice(name=name) from error
        profile = f"-env:UserInstallation=file://{old.parent}/profile"
        command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(old.parent), str(old)]
        with suppress(subprocess.SubprocessError, OSError):
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        if not new.exists():
            raise DamagedFile(name=name, detail=type(error).__name__) from error
        return new.read_bytes()

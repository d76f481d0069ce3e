"""Word files of 1997 to 2003 (.doc), and those of WPS (.wps): turned into .docx, then read as such."""

import tempfile
from dataclasses import replace
from pathlib import Path

from core.base.errors import DamagedFile
from core.model.document import Document, Source
from core.readers import docx


def read(source: Source, data: bytes) -> Document:
    """Make the Document of a .doc or .wps file.

    Raises:
        DamagedFile: it cannot be read; `detail` names the reason.
    """
    import doc2docx  # 60 ms, only for such files
    from doc2docx.errors import Doc2DocxError

    with tempfile.TemporaryDirectory(prefix="hejiao-") as folder:
        old, new = Path(folder, "old.doc"), Path(folder, "new.docx")
        old.write_bytes(data)
        try:
            doc2docx.convert(old, new)
            converted = new.read_bytes()
        except (Doc2DocxError, ValueError, KeyError, IndexError, OSError, ArithmeticError) as error:
            raise DamagedFile(name=source.name, detail=type(error).__name__) from error
    document = docx.read(source, converted)
    return replace(document, source=source)

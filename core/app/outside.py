"""Copies of originals for other programs."""

from pathlib import Path

from core.export.atomic import replacing
from core.model.document import Source

# How files of a format may end, the usual way first: a program is chosen by the ending, which need not be true.
_ENDINGS: dict[str, tuple[str, ...]] = {
    "txt": (".txt", ".csv", ".text"),
    "html": (".html", ".htm", ".shtml"),
    "mht": (".mht", ".mhtml"),
    "docx": (".docx",),
    "doc": (".doc", ".wps", ".wpt"),
    "rtf": (".rtf",),
    "odt": (".odt", ".ott"),
    "xlsx": (".xlsx",),
    "xls": (".xls", ".et"),
    "ods": (".ods", ".ots"),
    "pdf": (".pdf",),
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "tiff": (".tif", ".tiff"),
    "bmp": (".bmp",),
}


def write_copy(folder: Path, source: Source, data: bytes) -> Path:
    """Write the bytes of an original, read-only; a copy that is there already is left alone.

    Raises:
        ExportFailed: the copy cannot be written.
    """
    path = folder / copy_name(source)
    if not path.exists():
        with replacing(path) as (new,):
            new.write_bytes(data)
        path.chmod(0o444)
    return path


def copy_name(source: Source) -> str:
    """The name of a copy: that of the file, with an ending that fits its content."""
    name = Path(source.name.replace("\\", "/")).name or "original"
    endings = _ENDINGS.get(source.format, ("",))
    return name if Path(name).suffix.lower() in endings else name + endings[0]

"""The kinds of export by name."""

from collections.abc import Callable, Mapping
from pathlib import Path

from core.base.progress import Progress
from core.export.csv_file import write_csv
from core.export.data import ExportData
from core.export.json_file import write_json
from core.export.xlsx import write_xlsx

Writer = Callable[[Path, ExportData, Progress], tuple[Path, ...]]

# "sqlite" is not among them: that copy is made by the store and put in place by `sqlite_file.write_sqlite`.
WRITERS: Mapping[str, Writer] = {"xlsx": write_xlsx, "csv": write_csv, "json": write_json}
KINDS = (*WRITERS, "sqlite")

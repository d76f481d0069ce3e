"""`list`: the reports of a project."""

import argparse
import json

from core.base.messages import word
from core.cli.console import say, table
from core.cli.parser import Commands, Parser, add_command, add_project, said
from core.cli.projects import opened
from core.model.report import ReportRow

_COLUMNS = ("report_id", "year", "report", "region", "report_state", "decided", "proved", "open_errors", "source")


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "list", "python main.py list --project county.hejiao")
    add_project(parser)
    parser.add_argument("--json", action="store_true", help=said("json"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0."""
    with opened(args) as project:
        rows = project.reports()
    if args.json:
        for row in rows:
            say(json.dumps(_object(row), ensure_ascii=False))
        return 0
    heads = [word(code, {}, args.lang) for code in map("export.column.{}".format, _COLUMNS)]
    table([heads, *(_cells(row, args.lang) for row in rows)])
    return 0


def _cells(row: ReportRow, lang: str) -> list[object]:
    state = f"export.report_state.{row.state}"
    total = row.decided + row.proved + row.open
    return [
        row.id,
        row.year,
        row.name,
        "/".join(row.region_path),
        word(state, {}, lang),
        f"{row.decided}/{total}",
        row.proved,
        row.errors,
        row.source_name,
    ]


def _object(row: ReportRow) -> dict[str, object]:
    return {
        "id": row.id,
        "year": row.year,
        "name": row.name,
        "title": row.title,
        "region": list(row.region_path),
        "state": row.state,
        "is_annual_report": row.is_annual_report,
        "source": row.source_name,
        "decided": row.decided,
        "proved": row.proved,
        "open": row.open,
        "errors": row.errors,
        "warnings": row.warnings,
        "notes": row.notes,
    }

"""`check`: run the checks of a project again on what holds now, and say what they find."""

import argparse
import json
from typing import TYPE_CHECKING

from core.base.messages import word
from core.cli.console import TerminalProgress, say, say_words
from core.cli.parser import Commands, Parser, add_command, add_project, said
from core.cli.projects import opened
from core.model.findings import Severity
from core.model.report import FindingRow, ReportRow

if TYPE_CHECKING:
    from core.app.project import Project


def add_parser(commands: "Commands[Parser]") -> None:
    """Declare the command."""
    parser = add_command(commands, "check", "python main.py check --project county.hejiao")
    add_project(parser)
    parser.add_argument("--json", action="store_true", help=said("json"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0: that a report contradicts itself is a result, no failure."""
    with opened(args) as project:
        check_all(project, args.lang, args.json)
    return 0


def check_all(project: "Project", lang: str, as_json: bool = False) -> None:
    """Check every report and print its findings."""
    progress = TerminalProgress(lang)
    rows = project.reports()
    counts = dict.fromkeys(Severity, 0)
    for done, row in enumerate(rows, 1):
        project.recheck(row.id, alone=True)
        findings = project.report(row.id).findings
        progress.step(done, len(rows), "check")
        for finding in findings:
            counts[finding.finding.severity] += not finding.closed
            if as_json:
                say(json.dumps(_object(row, finding, lang), ensure_ascii=False))
        if findings and not as_json:
            _print(row, findings, lang)
    if not as_json:
        params = {"reports": len(rows)} | {str(severity): n for severity, n in counts.items()}
        say_words("cli.checked", params, lang)


def _print(row: ReportRow, findings: tuple[FindingRow, ...], lang: str) -> None:
    say(f"{row.name} {row.year or ''}".rstrip())
    for finding in findings:
        severity = f"export.severity.{finding.finding.severity}"
        closed = word("cli.closed", {"actor": finding.actor}, lang) if finding.closed else ""
        say(f"  [{word(severity, {}, lang)}] {_sentence(finding, lang)}{closed}")


def _sentence(finding: FindingRow, lang: str) -> str:
    message = finding.finding.message
    return word(message.code, message.params, lang)


def _object(row: ReportRow, finding: FindingRow, lang: str) -> dict[str, object]:
    return {
        "report": row.id,
        "name": row.name,
        "year": row.year,
        "rule": finding.finding.rule,
        "severity": finding.finding.severity,
        "message": _sentence(finding, lang),
        "about": list(finding.finding.about),
        "closed": finding.closed,
    }

"""Reports with their originals: written whole, read whole, listed by their summaries."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from core.model.document import Block, Document, Grid, PageSize, PrintedLine, Source
from core.model.extraction import Extraction
from core.model.findings import Finding, Severity
from core.model.report import Decided, FindingRow, Read, Report, ReportRow, ReportState
from core.model.values import Proof, Value
from core.store import audit, values
from core.store.codec import dump, load
from core.store.db import Store, rows

_SUMMARY = (
    "id, name, title, year, region, state, is_annual_report, decided, proved, open, errors, warnings, notes,"
    " (SELECT s.name FROM report_source rs JOIN document d ON d.id = rs.document_id JOIN source s ON s.id = d.source_id"
    "  WHERE rs.report_id = report.id ORDER BY rs.part LIMIT 1) AS source_name"
)
_GOVERNMENT = "人民政府"
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def known(store: Store, sha256: str) -> tuple[int, ...]:
    """The reports read from a file of these bytes; none when the project does not have it."""
    with store.read() as connection:
        found = connection.execute(
            "SELECT rs.report_id FROM source s JOIN document d ON d.source_id = s.id"
            " JOIN report_source rs ON rs.document_id = d.id WHERE s.sha256 = ? ORDER BY 1",
            (sha256,),
        )
        return tuple(dict.fromkeys(int(row[0]) for row in found))


def add(store: Store, data: bytes, reads: Sequence[Read], actor: str) -> tuple[int, ...]:
    """Store a file's bytes and the reports read from it, all or none; gives their ids."""
    with store.write() as connection:
        at = audit.now()
        source = reads[0].document.source
        source_id = connection.execute(
            "INSERT INTO source (name, sha256, format, size, bytes, added_at) VALUES (?, ?, ?, ?, ?, ?)",
            (source.name, source.sha256, source.format, source.size, data, at),
        ).lastrowid
        return tuple(_add(connection, int(source_id or 0), read, actor, at) for read in reads)


def _add(connection: sqlite3.Connection, source_id: int, read: Read, actor: str, at: str) -> int:
    report_id = int(
        connection.execute(
            "INSERT INTO report (is_annual_report, name, title, region, extraction) VALUES (0, '', '', '', '')"
        ).lastrowid
        or 0
    )
    document_id = _add_document(connection, source_id, read.document, at)
    connection.execute("INSERT INTO report_source VALUES (?, 1, ?)", (report_id, document_id))
    _put(connection, report_id, read)
    source = read.document.source
    audit.add(connection, actor, report_id, "import", after=source.encoding or source.format, note=source.name, at=at)
    return report_id


def replace(store: Store, report_id: int, read: Read, orphans: Sequence[Decided], actor: str) -> None:
    """Put another reading of the same file in place of the one before; decisions come with `read.values`."""
    with store.write() as connection:
        at = audit.now()
        old = rows(connection, _SOURCE, (report_id,))[0]
        document_id = _add_document(connection, old["source_id"], read.document, at)
        connection.execute("UPDATE report_source SET document_id = ? WHERE report_id = ?", (document_id, report_id))
        connection.execute("DELETE FROM document WHERE id = ?", (old["id"],))
        connection.execute("DELETE FROM decision WHERE report_id = ?", (report_id,))
        known = {(o.value.key, o.value.decision) for o in _orphans(connection, report_id)}
        connection.execute("DELETE FROM orphan WHERE report_id = ?", (report_id,))
        for orphan in orphans:
            key, made = orphan.value.key, orphan.value.decision
            connection.execute(
                "INSERT INTO orphan (report_id, key, value, quote, at) VALUES (?, ?, ?, ?, ?)",
                (report_id, key, dump(orphan.value), orphan.quote, at),
            )
            if (key, made) not in known:
                before = audit.decision_text(made)
                audit.add(
                    connection, actor, report_id, "orphan", key=key, before=before, note=orphan.quote[:200], at=at
                )
        _put(connection, report_id, read)
        for value in read.values:
            if value.decision is not None:
                values.put_decision(connection, report_id, value.key, value.decision)
        refresh(connection, report_id)
        encoding = read.document.source.encoding or ""
        audit.add(connection, actor, report_id, "reread", before=old["encoding"] or "", after=encoding, at=at)


def _orphans(connection: sqlite3.Connection, report_id: int) -> tuple[Decided, ...]:
    """Decisions that fit nothing in the present reading, the newest first."""
    found = connection.execute("SELECT value, quote FROM orphan WHERE report_id = ? ORDER BY id DESC", (report_id,))
    return tuple(Decided(load(value, Value), quote) for value, quote in found)


def drop_proofs(connection: sqlite3.Connection, report_id: int, keys: set[str]) -> None:
    """Identities in which one of these values stands prove nothing until they are checked again."""
    if not keys:
        return
    found = connection.execute("SELECT id, body FROM proof WHERE report_id = ?", (report_id,)).fetchall()
    proofs = {row: load(body, Proof) for row, body in found}
    gone = {row for row, proof in proofs.items() if keys & set(proof.about)}
    kept = {key for row, proof in proofs.items() if row not in gone for key in proof.about}
    lost = {key for row in gone for key in proofs[row].about} - kept
    connection.executemany("DELETE FROM proof WHERE id = ?", [(row,) for row in gone])
    connection.executemany(
        "UPDATE value SET proved = 0 WHERE report_id = ? AND key = ?", [(report_id, key) for key in lost]
    )


def put_checks(store: Store, report_id: int, findings: Sequence[Finding], proofs: Sequence[Proof], seen: int) -> bool:
    """Store what the checks found on the state up to audit row `seen`; False when something happened since."""
    with store.write() as connection:
        if audit.last_id(connection, report_id) != seen:
            return False
        _put_checks(connection, report_id, findings, proofs)
        refresh(connection, report_id)
    return True


def seen(store: Store, report_id: int) -> int:
    """The newest audit row about a report, to hand to `put_checks`."""
    with store.read() as connection:
        return audit.last_id(connection, report_id)


def listed(store: Store) -> tuple[ReportRow, ...]:
    """All reports, in the order in which they came."""
    with store.read() as connection:
        return tuple(_row(row) for row in rows(connection, f"SELECT {_SUMMARY} FROM report ORDER BY id"))


def row(store: Store, report_id: int) -> ReportRow:
    """One line of the list."""
    with store.read() as connection:
        return _row(rows(connection, f"SELECT {_SUMMARY} FROM report WHERE id = ?", (report_id,))[0])


def get(store: Store, report_id: int, before: Report | None = None) -> Report:
    """All that is known about one report; text and extraction are taken from `before`, the same reading of it."""
    with store.read() as connection:
        summary = _row(rows(connection, f"SELECT {_SUMMARY} FROM report WHERE id = ?", (report_id,))[0])
        if before is None:
            stored = connection.execute("SELECT extraction FROM report WHERE id = ?", (report_id,)).fetchone()[0]
            document, extraction = _document(rows(connection, _SOURCE, (report_id,))[0]), load(stored, Extraction)
        else:
            document, extraction = before.document, before.extraction
        proofs = [
            load(body, Proof)
            for (body,) in connection.execute("SELECT body FROM proof WHERE report_id = ? ORDER BY id", (report_id,))
        ]
        found = values.get(connection, report_id, proofs)
        findings, orphaned = _findings(connection, report_id), _orphans(connection, report_id)
    return Report(summary, document, extraction, found, findings, orphaned)


def alike(store: Store, report_id: int, limit: int = 5) -> tuple[str, ...]:
    """Files of other reports of the same body and year."""
    with store.read() as connection:
        found = rows(
            connection,
            f"SELECT {_SUMMARY} FROM report WHERE id <> :id AND is_annual_report AND (name, year) ="
            f" (SELECT name, year FROM report WHERE id = :id) ORDER BY id LIMIT {int(limit)}",
            {"id": report_id},
        )
    return tuple(row["source_name"] for row in found)


def beside(store: Store, report_id: int) -> tuple[tuple[int, int], ...]:
    """Reports of the same body for this year and the ones before and after: id and year, in the order they came.

    A government may be named with or without 人民政府; of one name, those of another place are other bodies.
    """
    with store.read() as connection:
        found = connection.execute("SELECT name, year, region FROM report WHERE id = ?", (report_id,)).fetchone()
        if found is None or found[1] is None:
            return ()
        name, year, region = found
        short = name.removesuffix(_GOVERNMENT)
        others = connection.execute(
            "SELECT id, year, region FROM report WHERE name IN (?, ?) AND year BETWEEN ? AND ? AND id <> ?"
            " AND is_annual_report ORDER BY id",
            (short, short + _GOVERNMENT, year - 1, year + 1, report_id),
        )
        return tuple((other, at) for other, at, place in others if _is_one_place(place, region))


def _is_one_place(a: str, b: str) -> bool:
    """Whether two region paths may mean the same: one may begin further down, or be unknown."""
    return f"/{a}".endswith(f"/{b}") or f"/{b}".endswith(f"/{a}") or not (a and b)


def original(store: Store, report_id: int) -> tuple[str, bytes]:
    """Name and bytes of the file that the report was read from, as they came."""
    with store.read() as connection:
        found = rows(connection, _SOURCE, (report_id,))[0]
        data = connection.execute("SELECT bytes FROM source WHERE id = ?", (found["source_id"],)).fetchone()[0]
    return found["name"], bytes(data)


def damaged_originals(store: Store, digest: Any) -> tuple[str, ...]:
    """Names of files whose stored bytes no longer have their hash; `digest` is hashlib.sha256."""
    with store.read() as connection:
        found = connection.execute("SELECT name, sha256, bytes FROM source")
        return tuple(name for name, sha256, data in found if digest(data).hexdigest() != sha256)


_SOURCE = (
    "SELECT d.*, s.name, s.sha256, s.format, s.size FROM report_source rs JOIN document d ON d.id = rs.document_id"
    " JOIN source s ON s.id = d.source_id WHERE rs.report_id = ? ORDER BY rs.part"
)


def _add_document(connection: sqlite3.Connection, source_id: int, document: Document, at: str) -> int:
    source = document.source
    cursor = connection.execute(
        "INSERT INTO document (source_id, encoding, encoding_confidence, undecodable, text, blocks, grids, lines,"
        " pages, read_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source_id,
            source.encoding,
            source.encoding_confidence,
            source.undecodable,
            document.text,
            dump(document.blocks, tuple[Block, ...]),
            dump(document.grids, tuple[Grid, ...]),
            dump(document.lines, tuple[PrintedLine, ...]),
            dump(document.pages, tuple[PageSize, ...]),
            at,
        ),
    )
    return int(cursor.lastrowid or 0)


def _document(stored: dict[str, Any]) -> Document:
    source = Source(
        stored["name"],
        stored["sha256"],
        stored["format"],
        stored["size"],
        stored["encoding"],
        stored["encoding_confidence"],
        stored["undecodable"],
    )
    blocks, grids = load(stored["blocks"], tuple[Block, ...]), load(stored["grids"], tuple[Grid, ...])
    lines, pages = load(stored["lines"], tuple[PrintedLine, ...]), load(stored["pages"], tuple[PageSize, ...])
    return Document(stored["text"], source, blocks, grids, lines, pages)


def _put(connection: sqlite3.Connection, report_id: int, read: Read) -> None:
    connection.execute(
        "UPDATE report SET is_annual_report = ?, form = ?, extraction = ? WHERE id = ?",
        (int(read.extraction.is_annual_report), read.extraction.form, dump(read.extraction), report_id),
    )
    connection.execute("DELETE FROM value WHERE report_id = ?", (report_id,))
    values.put_all(connection, report_id, read.values)
    _put_checks(connection, report_id, read.findings, read.proofs)
    _put_summary(connection, report_id, read.extraction, read.values, read.document.source.name)
    refresh(connection, report_id)


def _put_checks(
    connection: sqlite3.Connection, report_id: int, findings: Sequence[Finding], proofs: Sequence[Proof]
) -> None:
    connection.execute("DELETE FROM finding WHERE report_id = ?", (report_id,))
    connection.executemany(
        'INSERT INTO finding (report_id, identity, rule, severity, "left", "right", figures, body)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (report_id, f.identity, f.rule, f.severity, _real(f.left), _real(f.right), f.figures, dump(f))
            for f in findings
        ],
    )
    connection.execute("DELETE FROM proof WHERE report_id = ?", (report_id,))
    connection.executemany("INSERT INTO proof (report_id, body) VALUES (?, ?)", [(report_id, dump(p)) for p in proofs])
    connection.execute("UPDATE value SET proved = 0 WHERE report_id = ?", (report_id,))
    connection.executemany(
        "UPDATE value SET proved = 1 WHERE report_id = ? AND key = ?",
        [(report_id, key) for key in {k for p in proofs for k in p.about}],
    )


def _real(number: object) -> float | None:
    return None if number is None else float(str(number))


def _findings(connection: sqlite3.Connection, report_id: int) -> tuple[FindingRow, ...]:
    found = rows(
        connection,
        "SELECT f.id, f.body, v.note, v.actor, v.at FROM finding f"
        " LEFT JOIN verdict v ON v.report_id = f.report_id AND v.identity = f.identity AND v.figures = f.figures"
        " WHERE f.report_id = ? ORDER BY f.id",
        (report_id,),
    )
    result = [
        FindingRow(
            r["id"], load(r["body"], Finding), r["at"] is not None, r["actor"] or "", r["at"] or "", r["note"] or ""
        )
        for r in found
    ]
    return tuple(sorted(result, key=lambda r: _ORDER[r.finding.severity]))


def refresh(connection: sqlite3.Connection, report_id: int) -> None:
    """Count again what the list shows of a report."""
    decided = (
        "SELECT count(*) FROM value v JOIN decision d USING (report_id, key)"
        " WHERE v.report_id = :id AND d.state <> 'open'"
    )
    proved = (
        "SELECT count(*) FROM value v WHERE v.report_id = :id AND v.proved AND NOT EXISTS"
        " (SELECT 1 FROM decision d WHERE d.report_id = v.report_id AND d.key = v.key AND d.state <> 'open')"
    )
    counted = (
        "SELECT count(*) FROM finding f WHERE f.report_id = :id AND f.severity = '{}' AND NOT EXISTS"
        " (SELECT 1 FROM verdict x WHERE x.report_id = f.report_id AND x.identity = f.identity"
        " AND x.figures = f.figures)"
    )
    errors, warnings, notes = (counted.format(s) for s in Severity)
    connection.execute(
        f"UPDATE report SET decided = ({decided}), proved = ({proved}), errors = ({errors}), warnings = ({warnings}),"
        f" notes = ({notes}) WHERE id = :id",
        {"id": report_id},
    )
    connection.execute(
        "UPDATE report SET open = (SELECT count(*) FROM value WHERE report_id = :id) - decided - proved WHERE id = :id",
        {"id": report_id},
    )


def resummarise(connection: sqlite3.Connection, report_id: int) -> None:
    """Take over what a person decided about the facts that the list shows."""
    stored = connection.execute("SELECT extraction FROM report WHERE id = ?", (report_id,)).fetchone()[0]
    name = rows(connection, _SOURCE, (report_id,))[0]["name"]
    _put_summary(connection, report_id, load(stored, Extraction), values.get(connection, report_id, ()), name)


def _put_summary(
    connection: sqlite3.Connection, report_id: int, extraction: Extraction, found: Sequence[Value], source: str
) -> None:
    now = {v.label: v.content.text for v in found if v.key.startswith("field:") and v.content and v.content.text}
    title, year = now.get("title", ""), now.get("year", "")
    region = extraction.field("region")
    path = region.path if region and region.value == now.get("region") else tuple(filter(None, [now.get("region")]))
    connection.execute(
        "UPDATE report SET name = ?, title = ?, year = ?, region = ? WHERE id = ?",
        (
            now.get("issuer") or title or source,
            title,
            int(year) if year.isdecimal() and len(year) == 4 else None,
            "/".join(path),
            report_id,
        ),
    )


def _row(stored: dict[str, Any]) -> ReportRow:
    return ReportRow(
        id=stored["id"],
        name=stored["name"],
        title=stored["title"],
        year=stored["year"],
        region_path=tuple(filter(None, stored["region"].split("/"))),
        state=ReportState(stored["state"]),
        is_annual_report=bool(stored["is_annual_report"]),
        source_name=stored["source_name"] or "",
        decided=stored["decided"],
        proved=stored["proved"],
        open=stored["open"],
        errors=stored["errors"],
        warnings=stored["warnings"],
        notes=stored["notes"],
    )

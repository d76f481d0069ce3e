"""The schema and its history. A migration is never changed once released, and never imports live models.

Times are UTC ISO 8601 with milliseconds, offsets count code points of `document.text`, JSON is UTF-8 text.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("hejiao")

_TABLES = """
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    encoding TEXT,
    encoding_confidence REAL,
    undecodable INTEGER NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    grids TEXT NOT NULL,
    read_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_source ON document (source_id);
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL DEFAULT 'new',
    is_annual_report INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    year INTEGER,
    region TEXT NOT NULL,
    form TEXT,
    decided INTEGER NOT NULL DEFAULT 0,
    proved INTEGER NOT NULL DEFAULT 0,
    open INTEGER NOT NULL DEFAULT 0,
    errors INTEGER NOT NULL DEFAULT 0,
    warnings INTEGER NOT NULL DEFAULT 0,
    notes INTEGER NOT NULL DEFAULT 0,
    extraction TEXT NOT NULL
) STRICT;
CREATE INDEX report_name ON report (name, year);
CREATE TABLE report_source (
    report_id INTEGER NOT NULL REFERENCES report (id),
    part INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id),
    PRIMARY KEY (report_id, part)
) STRICT;
CREATE INDEX report_source_document ON report_source (document_id);
CREATE TABLE value (
    report_id INTEGER NOT NULL REFERENCES report (id),
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    ord INTEGER NOT NULL,
    indicator TEXT,
    unit TEXT,
    scope TEXT,
    approx INTEGER NOT NULL,
    who TEXT,
    content TEXT,
    text TEXT,
    raw TEXT,
    span TEXT,
    figure TEXT,
    confidence REAL,
    reason TEXT,
    proved INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (report_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX value_indicator ON value (indicator, scope);
CREATE TABLE decision (
    report_id INTEGER NOT NULL REFERENCES report (id),
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    content TEXT,
    text TEXT,
    span TEXT,
    note TEXT NOT NULL,
    postponed INTEGER NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    proof TEXT NOT NULL,
    PRIMARY KEY (report_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE orphan (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    quote TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX orphan_report ON orphan (report_id);
CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    identity TEXT NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    "left" REAL,
    "right" REAL,
    figures TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (report_id, identity)
) STRICT;
CREATE TABLE verdict (
    report_id INTEGER NOT NULL REFERENCES report (id),
    identity TEXT NOT NULL,
    figures TEXT NOT NULL,
    note TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (report_id, identity)
) STRICT, WITHOUT ROWID;
CREATE TABLE proof (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    body TEXT NOT NULL
) STRICT;
CREATE INDEX proof_report ON proof (report_id);
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    report_id INTEGER NOT NULL,
    key TEXT,
    action TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    note TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_report ON audit (report_id, key);
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_keeps_words BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
"""


@migrations()
def m001_first_schema(db: Database) -> None:
    """All tables of the first release."""
    for statement in _statements(_TABLES):
        db.execute(statement)


@migrations()
def m002_pages(db: Database) -> None:
    """Where the characters of a paged original stand, and how large its pages are."""
    for column in ("lines", "pages"):
        db.execute(f"ALTER TABLE document ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'")


def _statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would commit half a migration. Triggers hold a semicolon inside."""
    found, open_words = [], ""
    for piece in script.split(";"):
        open_words += piece + ";"
        if "TRIGGER" in open_words and not open_words.rstrip(";").rstrip().endswith("END"):
            continue
        if open_words.strip(" \n;"):
            found.append(open_words)
        open_words = ""
    return found

"""The views that other programs read: `v_values`, and `v_panel` with a pair of columns for each indicator and scope."""

from collections.abc import Mapping, Sequence

from core.store.db import Store

_NUMBER = "CASE WHEN {0}.content IN ('number', 'zero') THEN CAST({0}.text AS NUMERIC) END"
_VALUES = f"""
CREATE VIEW v_values AS
SELECT r.id AS report_id, r.name AS report, r.year, r.region, r.state AS report_state, v.key, v.kind, v.label,
    v.indicator, v.scope, v.unit, v.approx, v.who,
    CASE WHEN d.state = 'rejected' THEN NULL WHEN d.content IS NOT NULL THEN {_NUMBER.format("d")}
        ELSE {_NUMBER.format("v")} END AS number,
    CASE WHEN d.state = 'rejected' THEN NULL ELSE coalesce(d.text, v.text) END AS text,
    CASE WHEN d.state = 'rejected' THEN NULL ELSE coalesce(d.content, v.content) END AS content,
    CASE WHEN d.state IS NOT NULL AND d.state <> 'open' THEN d.state WHEN d.postponed THEN 'postponed'
        WHEN v.proved THEN 'proved' ELSE 'open' END AS state,
    d.actor, d.at, d.note, {_NUMBER.format("v")} AS machine_number, v.text AS machine_text,
    v.content AS machine_content, v.confidence, v.proved, json_extract(coalesce(d.span, v.span), '$.start') AS start,
    json_extract(coalesce(d.span, v.span), '$.end') AS "end", v.raw AS quote, v.ord
FROM value v JOIN report r ON r.id = v.report_id LEFT JOIN decision d ON d.report_id = v.report_id AND d.key = v.key
"""
# What a person stands behind comes first; then what says something before a blank, a table cell before an exact figure
# in a sentence. The same order as in core/export/panel.py.
_CHOSEN = """
WITH chosen AS (
    SELECT v.*, row_number() OVER (
        PARTITION BY report_id, indicator, scope
        ORDER BY state NOT IN ('confirmed', 'corrected', 'added'), content NOT IN ('number', 'zero', 'na'),
            kind <> 'cell', approx, ord
    ) AS place
    FROM v_values v
    WHERE indicator IS NOT NULL AND scope IS NOT NULL AND content IS NOT NULL AND who IS NULL
        AND (NOT approx OR state IN ('confirmed', 'corrected', 'added'))
        AND (unit IS NOT '%' OR indicator IN ({rates}))
)
"""


def rebuild(store: Store, units: Mapping[str, str]) -> None:
    """Give `v_panel` a column for each indicator of the catalogue in the year, and in every other scope found.

    Args:
        units: the catalogue's unit of each core indicator, in its order.
    """
    with store.read() as connection:
        found = connection.execute("SELECT DISTINCT indicator, scope FROM value WHERE indicator IS NOT NULL")
        pairs = {(i, s) for i, s in found if i in units and s}
        columns = [(i, s) for i in units for s in _scopes(i, pairs)]
        wanted = {"v_values": _VALUES.strip(), "v_panel": _panel(columns, units)}
        if dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'")) == wanted:
            return
    with store.write() as connection:
        for name in reversed(wanted):
            connection.execute(f"DROP VIEW IF EXISTS {name}")
        for sql in wanted.values():
            connection.execute(sql)


def _scopes(indicator: str, pairs: set[tuple[str, str]]) -> Sequence[str]:
    order = ("year", "cumulative", "point", "previous", "change", "period")
    return [s for s in order if s == "year" or (indicator, s) in pairs]


def _panel(columns: Sequence[tuple[str, str]], units: Mapping[str, str]) -> str:
    picked = []
    for indicator, scope in columns:
        here = f"c.indicator = {_text(indicator)} AND c.scope = {_text(scope)}"
        unit = units[indicator]
        factor = {"元": " * CASE WHEN c.unit = '万元' THEN 10000 ELSE 1 END"}.get(unit, "")
        factor = {"万元": " / CASE WHEN c.unit = '元' THEN 10000.0 ELSE 1 END"}.get(unit, factor)
        name = f"{indicator}__{scope}"
        picked.append(f'max(CASE WHEN {here} THEN c.number{factor} END) AS "{name}"')
        said = "c.state || CASE WHEN c.number IS NULL THEN ':' || c.content ELSE '' END"
        picked.append(f'max(CASE WHEN {here} THEN {said} END) AS "{name}__state"')
    chosen = _CHOSEN.format(rates=", ".join(_text(i) for i, unit in units.items() if unit == "%") or "NULL")
    return (
        f"CREATE VIEW v_panel AS {chosen} SELECT r.id AS report_id, r.name AS report, r.year, r.region,"
        f" r.state AS report_state, {', '.join(picked)} FROM report r"
        " LEFT JOIN chosen c ON c.report_id = r.id AND c.place = 1 GROUP BY r.id"
    )


def _text(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"

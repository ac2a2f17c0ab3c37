-- One row per unit and measure of a month that the ledger or the report gives: both figures, and
-- the uploads they come from.
WITH sent AS (
    SELECT coverage.dataset, coverage.unit_code, uploads.*
    FROM coverage
    JOIN uploads USING (upload_id)
    WHERE coverage.period = $period
)

SELECT
    reconciliation.unit_code,
    reconciliation.measure,
    measures.name_zh,
    measures.name_en,
    measures.quantity,
    measures.dataset,
    reconciliation.ledger,
    reconciliation.report,
    reconciliation.may_differ,
    reconciliation.differs,
    ledgers.file_name AS ledger_file,
    ledgers.accepted_by AS ledger_by,
    ledgers.accepted_at AS ledger_at,
    reports.file_name AS report_file,
    reports.accepted_by AS report_by,
    reports.accepted_at AS report_at
FROM reconciliation
JOIN measures USING (measure)
JOIN units USING (unit_code)
LEFT JOIN sent AS ledgers ON ledgers.unit_code = reconciliation.unit_code AND ledgers.dataset = measures.dataset
LEFT JOIN sent AS reports ON reports.unit_code = reconciliation.unit_code AND reports.dataset = 'reports'
WHERE reconciliation.period = $period
ORDER BY units.sort_order, reconciliation.unit_code, measures.sort_order

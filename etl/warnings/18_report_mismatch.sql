/*
name: {zh: 账表不符, en: Report against ledger}
rule:
  zh: 月报的数与台账相加的数不符，且不是月报取整造成的
  en: a figure of the monthly report differs from what the ledger adds up to by more than the report's rounding
says:
  zh: "{measure:measure}：台账{ledger:amount}，月报{report:amount}[，月报多{more:amount}][，月报少{less:amount}]"
  en: "{measure:measure}: ledger {ledger:amount}, report {report:amount}[, the report has {more:amount} more][, the report has {less:amount} less]"
advice:
  zh: 与单位核对哪一边对，请对方更正错的那份；账表核对页列出每一项
  en: ask the unit which of the two is right and have the other sent again
severity: medium
reads: [reports]
*/
-- One row per unit and measure that its ledger and its report give differently; the rule of
-- precision is that of reconciliation.
WITH
reported AS (
    SELECT unit_code, upload_id, min(source_row) AS source_row
    FROM reports
    WHERE period = $period
    GROUP BY ALL
),

-- Where one side is missing nothing is known.
differing AS (
    SELECT unit_code, measure, ledger, report, differs IS NULL AS unknown
    FROM reconciliation
    WHERE period = $period AND coalesce(differs, true)
)

SELECT
    differing.unit_code,
    differing.measure AS subject,
    NULL AS title,
    NULL AS township,
    reported.upload_id,
    reported.source_row,
    differing.unknown,
    differing.measure,
    measures.quantity,
    differing.ledger,
    differing.report,
    CASE WHEN differing.report > differing.ledger THEN differing.report - differing.ledger END AS more,
    CASE WHEN differing.report < differing.ledger THEN differing.ledger - differing.report END AS less
FROM differing
JOIN measures USING (measure)
LEFT JOIN reported USING (unit_code)
-- What is started and what is not are one difference, seen from two sides.
ANTI JOIN differing AS started
    ON differing.measure = 'projects_not_started' AND started.measure = 'projects_started'
    AND started.unit_code = differing.unit_code
    AND started.report - started.ledger = differing.ledger - differing.report
UNION ALL BY NAME
SELECT unit_code, true AS unknown
FROM units
WHERE unit_code NOT IN (
    SELECT unit_code FROM reconciliation WHERE period = $period AND differs IS NOT NULL
)

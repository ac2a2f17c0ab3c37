-- One row per column that a measure is counted from: those of its ledger, then the report's.
SELECT
    dataset,
    "column" AS code,
    label_zh,
    label_en,
    headers
FROM measure_columns
WHERE measure = $measure
ORDER BY sort_order

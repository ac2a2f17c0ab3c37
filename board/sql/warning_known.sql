-- One row per rule and unit whose warnings of a month are known.
SELECT warning_known.rule, warning_known.unit_code
FROM warning_known
JOIN units USING (unit_code)
WHERE warning_known.period = $period
ORDER BY ALL

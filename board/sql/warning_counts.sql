-- One row per rule, unit and status of a month: how many warnings count by a day, the oldest since
-- when.
SELECT
    warning_counts.rule,
    warning_counts.unit_code,
    warning_counts.status,
    min(warning_counts.since) AS since,
    CAST(sum(warning_counts.warnings) AS BIGINT) AS warnings
FROM warning_counts
JOIN warning_rules USING (rule)
JOIN units USING (unit_code)
WHERE
    warning_counts.period = $period
    AND (warning_counts.due IS NULL OR warning_counts.due < $today::DATE)
GROUP BY ALL
ORDER BY ALL

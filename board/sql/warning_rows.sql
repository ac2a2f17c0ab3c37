-- One row per warning of a month that counts by a day, the worst first, then the oldest: of one unit,
-- rule and group of statuses where they are asked for.
SELECT
    warnings.rule,
    warnings.unit_code,
    warnings.subject,
    warnings.title,
    warnings.township,
    warnings.status,
    warnings.since,
    warnings.last_seen,
    warnings.figures,
    warnings.source_row,
    warnings.upload_id,
    uploads.file_name,
    uploads.accepted_by
FROM warnings
JOIN warning_rules USING (rule)
JOIN units USING (unit_code)
LEFT JOIN uploads USING (upload_id)
WHERE
    warnings.period = $period
    AND (warnings.due IS NULL OR warnings.due < $today::DATE)
    AND ($unit = '' OR warnings.unit_code = $unit)
    AND ($rule = '' OR warnings.rule = $rule)
    AND list_contains(string_split($statuses, ','), warnings.status)
ORDER BY
    list_position(['high', 'medium', 'low'], warning_rules.severity),
    warnings.since,
    warning_rules.sort_order,
    units.sort_order,
    warnings.title,
    warnings.subject
LIMIT $limit OFFSET $offset

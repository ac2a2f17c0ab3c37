-- One row per monitored household of a unit that adds something to one measure, in the order of the
-- file. Nobody is named: there are no names in the rows.
SELECT
    upload_id,
    source_row,
    household_id,
    township,
    monitor_type,
    persons,
    risks,
    measures,
    identified_month,
    eliminated_month,
    struct_extract(adds, $measure) AS value,
    count(*) OVER () AS rows,
    sum(struct_extract(adds, $measure)) OVER () AS total
FROM now.households_counted
WHERE
    period = $period
    AND unit_code = $unit
    AND $level = 'all'
    AND struct_extract(adds, $measure) <> 0
    AND CASE $dimension
        WHEN '' THEN true
        WHEN 'monitor_type' THEN monitor_type = $member
        WHEN 'township' THEN coalesce(township, '未填') = $member
        WHEN 'risk' THEN list_contains(risks, $member)
        WHEN 'measure_kind' THEN list_contains(measures, $member)
        WHEN 'identified_year' THEN CAST(year(identified_month) AS VARCHAR) = $member
        WHEN 'elimination_way' THEN eliminated AND coalesce(elimination_way, '未填') = $member
        WHEN 'months_to_elimination'
            THEN CAST(date_diff('month', identified_month, eliminated_month) AS VARCHAR) = $member
    END
ORDER BY upload_id, source_row
LIMIT $limit OFFSET $offset

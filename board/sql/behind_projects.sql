-- One row per project of a unit that adds something to one measure, in the order of the file.
SELECT
    upload_id,
    source_row,
    project_id,
    name,
    township,
    category,
    status,
    planned_start,
    started_on,
    finished_on,
    struct_extract(adds, $measure) AS value,
    count(*) OVER () AS rows,
    sum(struct_extract(adds, $measure)) OVER () AS total
FROM now.projects_counted
WHERE
    period = $period
    AND unit_code = $unit
    AND $level = 'all'
    AND struct_extract(adds, $measure) <> 0
    AND CASE $dimension
        WHEN '' THEN true
        WHEN 'category' THEN category = $member
        WHEN 'stage' THEN status = $member
        WHEN 'township' THEN coalesce(township, '未填') = $member
        WHEN 'work_relief' THEN work_relief
        WHEN 'days_to_start' THEN CAST(date_diff('day', issued_on, started_on) AS VARCHAR) = $member
    END
ORDER BY upload_id, source_row
LIMIT $limit OFFSET $offset

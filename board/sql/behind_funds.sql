-- One row per fund line of a unit that adds something to one measure, in the order of the file.
SELECT
    upload_id,
    source_row,
    fund_level,
    task,
    document,
    batch,
    category,
    issued_on,
    struct_extract(adds, $measure) AS value,
    count(*) OVER () AS rows,
    sum(struct_extract(adds, $measure)) OVER () AS total
FROM now.funds_counted
WHERE
    period = $period
    AND unit_code = $unit
    AND $level IN ('all', fund_level)
    AND struct_extract(adds, $measure) <> 0
    AND CASE $dimension
        WHEN '' THEN true
        WHEN 'category' THEN coalesce(category, '未填') = $member
        WHEN 'task' THEN coalesce(task, '未填') = $member
        WHEN 'batch' THEN issue = $member
        WHEN 'issued_on' THEN coalesce(CAST(issued_on AS VARCHAR), '未填') = $member
    END
ORDER BY upload_id, source_row
LIMIT $limit OFFSET $offset

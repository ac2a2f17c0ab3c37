-- One row per project of the year that has started, those longest after their money first; only
-- those from $least to $most days after it.
SELECT
    upload_id,
    source_row,
    unit_code,
    project_id,
    name,
    category,
    township,
    department,
    leader,
    status,
    allocated,
    issued_on,
    planned_start,
    started_on,
    date_diff('day', issued_on, started_on) AS days
FROM now.projects
WHERE
    period = $period
    AND status IN ('在建', '完工', '已验收')
    AND year = CAST(left($period, 4) AS INTEGER)
    AND days BETWEEN $least AND $most
    AND ($unit = '' OR unit_code = $unit)
    AND ($category = '' OR category = $category)
    AND ($township = '' OR coalesce(township, '未填') = $township)
    AND ($department = '' OR coalesce(department, '未填') = $department)
    AND ($stage = '' OR status = $stage)
ORDER BY days DESC, allocated DESC NULLS LAST, unit_code, project_id
LIMIT $limit OFFSET $offset

-- One row per project that is late at month end, worst first: due to start and not started, money
-- out for more than $days days and not started, due to be finished and not finished; how many days.
-- Adjusted and terminated projects are in none; those of earlier years are, as in the warnings
-- slow_start, overdue_start and overdue_finish, which judge alike.
WITH
month AS (
    SELECT last_day(CAST($period || '-01' AS DATE)) AS ended
),

judged AS (
    SELECT
        *,
        year < year(ended) AS carried,
        CASE WHEN status = '未开工' AND planned_start <= ended
            THEN date_diff('day', planned_start, ended) END AS start_days,
        -- An amount that is not given is not nothing.
        CASE WHEN status = '未开工' AND coalesce(allocated > 0, true) AND date_diff('day', issued_on, ended) > $days
            THEN date_diff('day', issued_on, ended) END AS money_days,
        CASE WHEN planned_finish <= ended
            THEN date_diff('day', planned_finish, ended) END AS finish_days
    FROM now.projects
    CROSS JOIN month
    WHERE
        period = $period
        AND status IN ('未开工', '在建')
        AND ($unit = '' OR unit_code = $unit)
        AND ($category = '' OR category = $category)
        AND ($township = '' OR coalesce(township, '未填') = $township)
        AND ($department = '' OR coalesce(department, '未填') = $department)
        AND ($stage = '' OR status = $stage)
        AND CASE $origin WHEN 'own' THEN year = year(ended) WHEN 'carried' THEN year < year(ended) ELSE true END
)

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
    year,
    carried,
    allocated,
    planned_start,
    issued_on,
    planned_finish,
    start_days,
    money_days,
    finish_days
FROM judged
WHERE
    CASE $kind
        WHEN 'start' THEN start_days IS NOT NULL
        WHEN 'money' THEN money_days IS NOT NULL
        WHEN 'finish' THEN finish_days IS NOT NULL
        ELSE coalesce(start_days, money_days, finish_days) IS NOT NULL
    END
ORDER BY
    CASE $kind
        WHEN 'start' THEN start_days
        WHEN 'money' THEN money_days
        WHEN 'finish' THEN finish_days
        -- Money out for $days days is no delay yet: what exceeds them is held against the others.
        ELSE greatest(
            coalesce(start_days, 0), coalesce(money_days - $days, 0), coalesce(finish_days, 0)
        )
    END DESC,
    allocated DESC NULLS LAST,
    unit_code,
    project_id
LIMIT $limit OFFSET $offset

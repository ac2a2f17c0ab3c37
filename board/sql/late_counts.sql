-- One row per unit, category, township, department and stage, and one for all (dimension empty): how
-- many projects are late at month end, by kind of delay as in late_projects.sql; most first.
WITH
month AS (
    SELECT last_day(CAST($period || '-01' AS DATE)) AS ended
),

judged AS (
    SELECT
        unit_code,
        category,
        coalesce(township, '未填') AS township,
        coalesce(department, '未填') AS department,
        status AS stage,
        allocated,
        year < year(ended) AS carried,
        status = '未开工' AND coalesce(planned_start <= ended, false) AS start_late,
        status = '未开工' AND coalesce(date_diff('day', issued_on, ended) > $days, false) AS money_late,
        coalesce(planned_finish <= ended, false) AS finish_late
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
)

SELECT
    CASE
        WHEN grouping(unit_code) = 0 THEN 'unit'
        WHEN grouping(category) = 0 THEN 'category'
        WHEN grouping(township) = 0 THEN 'township'
        WHEN grouping(department) = 0 THEN 'department'
        WHEN grouping(stage) = 0 THEN 'stage'
        ELSE ''
    END AS dimension,
    coalesce(unit_code, category, township, department, stage, '') AS member,
    count(*) FILTER (start_late OR money_late OR finish_late) AS any_kind,
    count(*) FILTER (start_late) AS start,
    count(*) FILTER (money_late) AS money,
    count(*) FILTER (finish_late) AS finish,
    count(*) FILTER (carried AND (start_late OR money_late OR finish_late)) AS carried,
    sum(allocated) FILTER (start_late OR money_late OR finish_late) AS allocated
FROM judged
GROUP BY GROUPING SETS ((), (unit_code), (category), (township), (department), (stage))
HAVING any_kind > 0
ORDER BY dimension, any_kind DESC, member

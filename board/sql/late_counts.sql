-- One row per unit, category, township, department, stage and origin (the year's own or carried over),
-- and one for all (dimension empty): how many projects are late at month end, by kind of delay as in
-- late_projects.sql; most first.
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
        CASE WHEN year < year(ended) THEN 'carried' ELSE 'own' END AS origin,
        status = '未开工' AND coalesce(planned_start <= ended, false) AS start_late,
        status = '未开工'
        AND coalesce(date_diff('day', issued_on, ended) > $days, false)
        AND coalesce(allocated > 0, true) AS money_late,
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
        AND CASE $origin WHEN 'own' THEN year = year(ended) WHEN 'carried' THEN year < year(ended) ELSE true END
)

SELECT
    CASE
        WHEN grouping(unit_code) = 0 THEN 'unit'
        WHEN grouping(category) = 0 THEN 'category'
        WHEN grouping(township) = 0 THEN 'township'
        WHEN grouping(department) = 0 THEN 'department'
        WHEN grouping(stage) = 0 THEN 'stage'
        WHEN grouping(origin) = 0 THEN 'origin'
        ELSE ''
    END AS dimension,
    coalesce(unit_code, category, township, department, stage, origin, '') AS member,
    count(*) FILTER (start_late OR money_late OR finish_late) AS any_kind,
    count(*) FILTER (start_late) AS start,
    count(*) FILTER (money_late) AS money,
    count(*) FILTER (finish_late) AS finish,
    sum(allocated) FILTER (start_late OR money_late OR finish_late) AS allocated
FROM judged
GROUP BY GROUPING SETS ((), (unit_code), (category), (township), (department), (stage), (origin))
HAVING any_kind > 0
ORDER BY dimension, any_kind DESC, member

-- One row per unit, measure and member of a dimension, out of the projects. Reads `counted` and
-- `covered`.
WITH
split AS (
    SELECT
        county AS unit_code,
        category,
        status AS stage,
        coalesce(township, '未填') AS township,
        CASE WHEN work_relief THEN 'yes' END AS work_relief,
        CASE WHEN adds.projects_started = 1 THEN CAST(date_diff('day', issued_on, started_on) AS VARCHAR) END AS days_to_start,
        unnest(adds)
    FROM counted
),

measured AS (
    UNPIVOT split
    ON COLUMNS(* EXCLUDE (unit_code, category, stage, township, work_relief, days_to_start))
    INTO NAME measure VALUE value
),

summed AS (
    SELECT
        unit_code,
        measure,
        CASE
            WHEN grouping(category) = 0 THEN 'category'
            WHEN grouping(stage) = 0 THEN 'stage'
            WHEN grouping(township) = 0 THEN 'township'
            WHEN grouping(work_relief) = 0 THEN 'work_relief'
            WHEN grouping(days_to_start) = 0 THEN 'days_to_start'
            ELSE ''
        END AS dimension,
        coalesce(category, stage, township, work_relief, days_to_start, '') AS member,
        sum(value) AS value
    FROM measured
    GROUP BY
        GROUPING SETS (
            (unit_code, measure),
            (unit_code, measure, category),
            (unit_code, measure, stage),
            (unit_code, measure, township),
            (unit_code, measure, work_relief),
            (unit_code, measure, days_to_start)
        )
    HAVING
        dimension = ''
        OR member <> '' AND NOT starts_with(measure, 'carried_')
        AND (dimension <> 'days_to_start' OR measure = 'projects_started')
),

-- A unit whose every project is adjusted away or carried over has no task this year, and one
-- without any carried over none of those: nothing, not missing.
nothing AS (
    SELECT
        unit_code,
        unnest([
            'projects_planned', 'projects_started', 'projects_not_started', 'projects_completed',
            'projects_accepted', 'projects_due', 'projects_due_started', 'planned_investment', 'invested'
        ]) AS measure
    FROM covered
    WHERE unit_code NOT IN (SELECT county FROM counted WHERE adds.projects_planned = 1)
    UNION ALL
    SELECT unit_code, unnest(['carried_planned', 'carried_completed'])
    FROM covered
    WHERE unit_code NOT IN (SELECT county FROM counted WHERE adds.carried_planned = 1)
)

SELECT
    unit_code,
    'all' AS fund_level,
    measure,
    'ledger' AS source,
    dimension,
    member,
    CAST(value AS DECIMAL(18, 2)) AS value
FROM (FROM summed UNION ALL SELECT unit_code, measure, '', '', 0 FROM nothing)

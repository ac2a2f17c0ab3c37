-- One row per unit, measure and member of a dimension, out of the projects.
-- The rates count the year's own projects that were not adjusted away or terminated;
-- those of earlier years are carried over and counted apart.
WITH
active AS (
    SELECT
        rows.*,
        county AS unit_code,
        year = year(this_period.month_end) AS own,
        year < year(this_period.month_end) AS carried,
        status IN ('在建', '完工', '已验收') AS is_started,
        status IN ('完工', '已验收') AS is_completed,
        planned_start <= this_period.month_end AS is_due
    FROM rows
    CROSS JOIN this_period
    WHERE status NOT IN ('已调整', '终止')
),

own AS (
    SELECT
        *,
        count(planned_start) OVER (PARTITION BY unit_code) > 0 AS planned_start_given,
        count(planned_investment) OVER (PARTITION BY unit_code) > 0 AS planned_investment_given,
        count(invested) OVER (PARTITION BY unit_code) > 0 AS invested_given
    FROM active
    WHERE own
),

parts AS (
    SELECT
        unit_code,
        category,
        status,
        CAST(1 AS DECIMAL(18, 2)) AS projects_planned,
        CAST(is_started AS DECIMAL(18, 2)) AS projects_started,
        CAST(NOT is_started AS DECIMAL(18, 2)) AS projects_not_started,
        CAST(is_completed AS DECIMAL(18, 2)) AS projects_completed,
        CAST(status = '已验收' AS DECIMAL(18, 2)) AS projects_accepted,
        CASE WHEN planned_start_given THEN CAST(coalesce(is_due, false) AS DECIMAL(18, 2)) END AS projects_due,
        CASE WHEN planned_start_given THEN CAST(coalesce(is_due, false) AND is_started AS DECIMAL(18, 2)) END AS projects_due_started,
        CASE WHEN planned_investment_given THEN coalesce(planned_investment, 0) END AS planned_investment,
        CASE WHEN invested_given THEN coalesce(invested, 0) END AS invested
    FROM own
),

measured AS (
    UNPIVOT parts
    ON projects_planned, projects_started, projects_not_started, projects_completed, projects_accepted,
        projects_due, projects_due_started, planned_investment, invested
    INTO NAME measure VALUE value
),

-- A unit whose every project is adjusted away or carried over has no task this year.
without_task AS (
    SELECT
        unit_code,
        unnest([
            'projects_planned', 'projects_started', 'projects_not_started', 'projects_completed',
            'projects_accepted', 'projects_due', 'projects_due_started', 'planned_investment', 'invested'
        ]) AS measure
    FROM covered
    ANTI JOIN own USING (unit_code)
),

carried AS (
    SELECT
        covered.unit_code,
        CAST(count(active.project_id) AS DECIMAL(18, 2)) AS carried_planned,
        CAST(count(*) FILTER (active.is_completed) AS DECIMAL(18, 2)) AS carried_completed
    FROM covered
    LEFT JOIN active ON active.unit_code = covered.unit_code AND active.carried
    GROUP BY ALL
)

SELECT
    unit_code,
    'all' AS fund_level,
    measure,
    'ledger' AS source,
    CASE WHEN grouping(category) = 0 THEN 'category' WHEN grouping(status) = 0 THEN 'stage' ELSE '' END AS dimension,
    CASE WHEN grouping(category) = 0 THEN category WHEN grouping(status) = 0 THEN status ELSE '' END AS member,
    CAST(sum(value) AS DECIMAL(18, 2)) AS value
FROM measured
GROUP BY
    GROUPING SETS (
        (unit_code, measure),
        (unit_code, measure, category),
        (unit_code, measure, status)
    )
UNION ALL
SELECT unit_code, 'all', measure, 'ledger', '', '', 0 FROM without_task
UNION ALL
SELECT unit_code, 'all', measure, 'ledger', '', '', value
FROM (UNPIVOT carried ON carried_planned, carried_completed INTO NAME measure VALUE value)

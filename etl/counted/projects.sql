-- One row per project: the row as it is, and what it adds to each measure. A part that no project
-- of the unit gives is NULL: missing is not zero. Reads `ledger`.
-- The rates count the year's own projects that were not adjusted away or terminated; those of
-- earlier years are carried over and counted apart.
WITH
judged AS (
    SELECT
        *,
        status NOT IN ('已调整', '终止') AND year = year(month_end) AS own,
        status NOT IN ('已调整', '终止') AND year < year(month_end) AS carried,
        status IN ('在建', '完工', '已验收') AS is_started,
        status IN ('完工', '已验收') AS is_completed,
        coalesce(planned_start <= month_end, false) AS is_due
    FROM ledger
),

given AS (
    SELECT
        *,
        count(planned_start) FILTER (own) OVER unit > 0 AS planned_start_given,
        count(planned_investment) FILTER (own) OVER unit > 0 AS planned_investment_given,
        count(invested) FILTER (own) OVER unit > 0 AS invested_given
    FROM judged
    WINDOW unit AS (PARTITION BY period, county)
)

SELECT
    * EXCLUDE (own, carried, is_started, is_completed, is_due, planned_start_given, planned_investment_given, invested_given),
    {
        'projects_planned': CAST(CASE WHEN own THEN 1 END AS DECIMAL(18, 2)),
        'projects_started': CAST(CASE WHEN own THEN is_started::INTEGER END AS DECIMAL(18, 2)),
        'projects_not_started': CAST(CASE WHEN own THEN (NOT is_started)::INTEGER END AS DECIMAL(18, 2)),
        'projects_completed': CAST(CASE WHEN own THEN is_completed::INTEGER END AS DECIMAL(18, 2)),
        'projects_accepted': CAST(CASE WHEN own THEN (status = '已验收')::INTEGER END AS DECIMAL(18, 2)),
        'projects_due': CAST(CASE WHEN own AND planned_start_given THEN is_due::INTEGER END AS DECIMAL(18, 2)),
        'projects_due_started': CAST(CASE WHEN own AND planned_start_given THEN (is_due AND is_started)::INTEGER END AS DECIMAL(18, 2)),
        'planned_investment': CAST(CASE WHEN own AND planned_investment_given THEN coalesce(planned_investment, 0) END AS DECIMAL(18, 2)),
        'invested': CAST(CASE WHEN own AND invested_given THEN coalesce(invested, 0) END AS DECIMAL(18, 2)),
        'carried_planned': CAST(CASE WHEN carried THEN 1 END AS DECIMAL(18, 2)),
        'carried_completed': CAST(CASE WHEN carried THEN is_completed::INTEGER END AS DECIMAL(18, 2))
    } AS adds
FROM given

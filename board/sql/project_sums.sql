-- One row per unit and part of its projects (all of them, each category, labour for relief): what
-- they add up to in one month, NULL where it was not reported. The ledger goes before the report, a
-- figure for all fund levels before the sum of the levels.
WITH
chosen AS (
    SELECT *
    FROM facts
    WHERE
        period = $period
        AND dimension IN ('', 'category', 'work_relief')
        AND measure IN (
            'projects_planned', 'projects_started', 'projects_not_started', 'projects_completed',
            'projects_accepted', 'projects_due', 'projects_due_started', 'planned_investment',
            'invested', 'carried_planned', 'carried_completed'
        )
    QUALIFY source = min(source) OVER (PARTITION BY unit_code, measure)
),

summed AS (
    SELECT
        unit_code,
        dimension,
        member,
        measure,
        coalesce(sum(value) FILTER (fund_level = 'all'), sum(value)) AS value
    FROM chosen
    GROUP BY unit_code, dimension, member, measure
)

SELECT
    unit_code,
    dimension,
    member,
    any_value(value) FILTER (measure = 'projects_planned') AS projects_planned,
    any_value(value) FILTER (measure = 'projects_started') AS projects_started,
    any_value(value) FILTER (measure = 'projects_not_started') AS projects_not_started,
    any_value(value) FILTER (measure = 'projects_completed') AS projects_completed,
    any_value(value) FILTER (measure = 'projects_accepted') AS projects_accepted,
    any_value(value) FILTER (measure = 'projects_due') AS projects_due,
    any_value(value) FILTER (measure = 'projects_due_started') AS projects_due_started,
    any_value(value) FILTER (measure = 'planned_investment') AS planned_investment,
    any_value(value) FILTER (measure = 'invested') AS invested,
    any_value(value) FILTER (measure = 'carried_planned') AS carried_planned,
    any_value(value) FILTER (measure = 'carried_completed') AS carried_completed
FROM summed
JOIN units USING (unit_code)
GROUP BY unit_code, dimension, member, units.sort_order
ORDER BY units.sort_order, unit_code, dimension, member

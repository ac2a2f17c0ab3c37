-- One row per unit, measure and member: how the stock of monitored households came from last
-- month's to this month's, and how long first measures took. Reads now.households and
-- before.households; a unit that has not sent both has no rows.
-- flow: opening + new − left + changed = closing. `new` was identified this month; `changed` is
-- whoever was identified earlier and comes only now, and the change of persons in households that stay.
WITH
both_months AS (
    SELECT DISTINCT unit_code FROM now.coverage WHERE dataset = 'households'
    INTERSECT
    SELECT DISTINCT unit_code FROM before.coverage WHERE dataset = 'households'
),

matched AS (
    SELECT
        unit_code,
        now.household_id AS id,
        before.household_id AS id_before,
        now.persons,
        before.persons AS persons_before,
        now.identified_month,
        now.eliminated,
        before.eliminated AS eliminated_before,
        coalesce(len(now.measures), 0) > 0 AS measured,
        coalesce(len(before.measures), 0) > 0 AS measured_before,
        date_trunc('month', now.identified_month) = date_trunc('month', $month_end::DATE) AS identified_now
    FROM now.households AS now
    FULL JOIN before.households AS before USING (unit_code, household_id)
    JOIN both_months USING (unit_code)
),

members AS (
    SELECT unit_code, 'flow' AS dimension, 'opening' AS member, 1 AS households, persons_before AS persons
    FROM matched WHERE id_before IS NOT NULL
    UNION ALL
    SELECT unit_code, 'flow', 'new', 1, persons FROM matched WHERE id_before IS NULL AND identified_now
    UNION ALL
    SELECT unit_code, 'flow', 'left', 1, persons_before FROM matched WHERE id IS NULL
    UNION ALL
    SELECT unit_code, 'flow', 'changed', 1, persons FROM matched WHERE id_before IS NULL AND NOT identified_now
    UNION ALL
    SELECT unit_code, 'flow', 'changed', 0, persons - persons_before FROM matched
    WHERE id IS NOT NULL AND id_before IS NOT NULL AND persons <> persons_before
    UNION ALL
    SELECT unit_code, 'flow', 'closing', 1, persons FROM matched WHERE id IS NOT NULL
    UNION ALL
    SELECT unit_code, 'turn', 'eliminated', 1, persons FROM matched
    WHERE eliminated AND NOT coalesce(eliminated_before, false)
    UNION ALL
    SELECT unit_code, 'turn', 'relapsed', 1, persons FROM matched WHERE NOT eliminated AND eliminated_before
),

-- Who had a measure before the first file came would have waited no one knows how long.
first_measures AS (
    SELECT unit_code, CAST(date_diff('month', identified_month, $month_end::DATE) AS VARCHAR) AS member, count(*) AS households
    FROM matched
    WHERE measured AND NOT measured_before AND (id_before IS NOT NULL OR identified_now)
    GROUP BY ALL
)

SELECT unit_code, 'households_monitored' AS measure, dimension, member, CAST(sum(households) AS DECIMAL(18, 2)) AS value
FROM members GROUP BY ALL
UNION ALL
SELECT unit_code, 'persons_monitored', dimension, member, CAST(sum(persons) AS DECIMAL(18, 2))
FROM members GROUP BY ALL
UNION ALL
SELECT unit_code, 'households_measured', 'months_to_measure', member, CAST(households AS DECIMAL(18, 2))
FROM first_measures

-- One row per unit, measure and member: how the stock of monitored households came from last
-- month's to this month's, and how long first measures took. Reads now.households and
-- before.households; a unit that has not sent both has no rows.
-- flow: opening + new − left + changed = closing. `new` was identified this month; `changed` is
-- whoever was identified earlier and comes only now, the change of persons in households that stay,
-- and who moved from one unit to another: less where it was, more where it is, nothing for the city.
WITH
both_months AS (
    SELECT DISTINCT unit_code FROM now.coverage WHERE dataset = 'households'
    INTERSECT
    SELECT DISTINCT unit_code FROM before.coverage WHERE dataset = 'households'
),

-- Numbers may be a unit's own: a household moved only where it is new in one unit, gone from the
-- other, and was identified in the same month; and only one may have come and one gone.
came AS (
    SELECT unit_code, household_id, identified_month
    FROM now.households
    JOIN both_months USING (unit_code)
    ANTI JOIN before.households USING (unit_code, household_id)
),

went AS (
    SELECT unit_code, household_id, identified_month, eliminated, measures
    FROM before.households
    JOIN both_months USING (unit_code)
    ANTI JOIN now.households USING (unit_code, household_id)
),

moves AS (
    SELECT household_id, came.unit_code AS into_unit, went.unit_code AS out_of, went.eliminated, went.measures
    FROM came
    JOIN went USING (household_id, identified_month)
    QUALIFY count(*) OVER (PARTITION BY household_id, identified_month) = 1
),

-- Where a unit gave no measures at all last month, nobody knows who had one.
silent AS (
    SELECT unit_code FROM before.households GROUP BY unit_code HAVING count(measures) = 0
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
        coalesce(before.eliminated, arrival.eliminated) AS eliminated_before,
        arrival.household_id IS NOT NULL AS moved_in,
        departure.household_id IS NOT NULL AS moved_out,
        coalesce(len(now.measures), 0) > 0 AS measured,
        coalesce(len(before.measures), len(arrival.measures), 0) > 0 AS measured_before,
        coalesce(arrival.out_of, unit_code) NOT IN (FROM silent) AS known_before,
        date_trunc('month', now.identified_month) = date_trunc('month', $month_end::DATE) AS identified_now
    FROM now.households AS now
    FULL JOIN before.households AS before USING (unit_code, household_id)
    JOIN both_months USING (unit_code)
    LEFT JOIN moves AS arrival ON arrival.into_unit = unit_code AND arrival.household_id = now.household_id
    LEFT JOIN moves AS departure ON departure.out_of = unit_code AND departure.household_id = before.household_id
),

members AS (
    SELECT unit_code, 'flow' AS dimension, 'opening' AS member, 1 AS households, persons_before AS persons
    FROM matched WHERE id_before IS NOT NULL
    UNION ALL
    SELECT unit_code, 'flow', 'new', 1, persons FROM matched
    WHERE id_before IS NULL AND identified_now AND NOT moved_in
    UNION ALL
    SELECT unit_code, 'flow', 'left', 1, persons_before FROM matched WHERE id IS NULL AND NOT moved_out
    UNION ALL
    SELECT unit_code, 'flow', 'changed', 1, persons FROM matched
    WHERE id_before IS NULL AND (moved_in OR NOT identified_now)
    UNION ALL
    SELECT unit_code, 'flow', 'changed', -1, -persons_before FROM matched WHERE id IS NULL AND moved_out
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
    WHERE measured AND NOT measured_before AND known_before AND (id_before IS NOT NULL OR moved_in OR identified_now)
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

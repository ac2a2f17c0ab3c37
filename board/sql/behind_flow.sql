-- One row per monitored household of a unit that one part of the stock and flow since last month
-- counts, in the order of the file it is in (of one that left: was in).
-- Who moved, and what is known of last month, is as in etl/sql/flows.sql.
WITH
both_months AS (
    SELECT DISTINCT unit_code FROM now.coverage WHERE dataset = 'households'
    INTERSECT
    SELECT DISTINCT unit_code FROM before.coverage WHERE dataset = 'households'
),

-- Who may have moved into the unit or out of it: a city has millions that did not.
own_now AS (
    SELECT household_id FROM now.households WHERE unit_code = $unit AND $member NOT IN ('opening', 'closing')
),

own_before AS (
    SELECT household_id FROM before.households WHERE unit_code = $unit AND $member NOT IN ('opening', 'closing')
),

movable AS (
    (FROM own_now EXCEPT FROM own_before) UNION (FROM own_before EXCEPT FROM own_now)
),

theirs_now AS (
    SELECT unit_code, household_id, identified_month
    FROM now.households
    SEMI JOIN movable USING (household_id)
    JOIN both_months USING (unit_code)
),

theirs_before AS (
    SELECT unit_code, household_id, identified_month, eliminated, measures
    FROM before.households
    SEMI JOIN movable USING (household_id)
    JOIN both_months USING (unit_code)
),

came AS (
    FROM theirs_now ANTI JOIN theirs_before USING (unit_code, household_id)
),

went AS (
    FROM theirs_before ANTI JOIN theirs_now USING (unit_code, household_id)
),

moves AS (
    SELECT household_id, came.unit_code AS into_unit, went.unit_code AS out_of, went.eliminated, went.measures
    FROM came
    JOIN went USING (household_id, identified_month)
    QUALIFY count(*) OVER (PARTITION BY household_id, identified_month) = 1
),

silent AS (
    SELECT unit_code
    FROM before.households
    SEMI JOIN (SELECT $unit AS unit_code UNION SELECT out_of FROM moves) AS asked USING (unit_code)
    WHERE $dimension = 'months_to_measure'
    GROUP BY unit_code
    HAVING count(measures) = 0
),

matched AS (
    SELECT
        coalesce(now.upload_id, before.upload_id) AS upload_id,
        coalesce(now.source_row, before.source_row) AS source_row,
        household_id,
        coalesce(now.township, before.township) AS township,
        coalesce(now.monitor_type, before.monitor_type) AS monitor_type,
        coalesce(now.persons, before.persons) AS persons,
        coalesce(now.risks, before.risks) AS risks,
        coalesce(now.measures, before.measures) AS measures,
        coalesce(now.identified_month, before.identified_month) AS identified_month,
        now.eliminated_month,
        now.persons AS persons_now,
        before.persons AS persons_before,
        now.eliminated,
        coalesce(before.eliminated, arrival.eliminated) AS eliminated_before,
        arrival.household_id IS NOT NULL AS moved_in,
        departure.household_id IS NOT NULL AS moved_out,
        coalesce(len(now.measures), 0) > 0
        AND coalesce(len(before.measures), len(arrival.measures), 0) = 0
        AND coalesce(arrival.out_of, $unit) NOT IN (FROM silent) AS first_measured,
        strftime(now.identified_month, '%Y-%m') = $period AS identified_now,
        date_diff('month', now.identified_month, last_day(CAST($period || '-01' AS DATE))) AS waited
    FROM (FROM now.households WHERE unit_code = $unit) AS now
    FULL JOIN (FROM before.households WHERE unit_code = $unit) AS before
        USING (household_id)
    LEFT JOIN (FROM moves WHERE into_unit = $unit) AS arrival USING (household_id)
    LEFT JOIN (FROM moves WHERE out_of = $unit) AS departure USING (household_id)
),

valued AS (
    SELECT
        *,
        CASE $dimension || '.' || $member
            WHEN 'flow.opening' THEN persons_before
            WHEN 'flow.new' THEN CASE WHEN persons_before IS NULL AND identified_now AND NOT moved_in THEN persons_now END
            WHEN 'flow.left' THEN CASE WHEN persons_now IS NULL AND NOT moved_out THEN persons_before END
            WHEN 'flow.changed' THEN CASE
                WHEN persons_before IS NULL AND (moved_in OR NOT identified_now) THEN persons_now
                WHEN persons_now IS NULL AND moved_out THEN -persons_before
                WHEN persons_now <> persons_before THEN persons_now - persons_before
            END
            WHEN 'flow.closing' THEN persons_now
            WHEN 'turn.eliminated' THEN CASE WHEN eliminated AND NOT coalesce(eliminated_before, false) THEN persons_now END
            WHEN 'turn.relapsed' THEN CASE WHEN NOT eliminated AND eliminated_before THEN persons_now END
            ELSE CASE
                WHEN $dimension = 'months_to_measure' AND waited::VARCHAR = $member AND first_measured
                    AND (persons_before IS NOT NULL OR moved_in OR identified_now) THEN persons_now
            END
        END AS moved
    FROM matched
),

counted AS (
    SELECT
        *,
        CASE
            WHEN $measure = 'persons_monitored' THEN moved
            WHEN $member = 'changed' AND persons_now IS NULL THEN -1
            WHEN $member = 'changed' AND persons_before IS NOT NULL THEN 0
            ELSE 1
        END AS value
    FROM valued
    WHERE moved IS NOT NULL
)

SELECT
    upload_id,
    source_row,
    household_id,
    township,
    monitor_type,
    persons,
    risks,
    measures,
    identified_month,
    eliminated_month,
    CAST(value AS DECIMAL(18, 2)) AS value,
    count(*) OVER () AS rows,
    CAST(sum(value) OVER () AS DECIMAL(18, 2)) AS total
FROM counted
WHERE value <> 0 AND $level = 'all'
ORDER BY upload_id, source_row
LIMIT $limit OFFSET $offset

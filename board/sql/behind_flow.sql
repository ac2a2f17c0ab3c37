-- One row per monitored household of a unit that one part of the stock and flow since last month
-- counts, in the order of the file it is in (of one that left: was in).
WITH
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
        before.eliminated AS eliminated_before,
        coalesce(len(now.measures), 0) > 0 AND coalesce(len(before.measures), 0) = 0 AS first_measured,
        strftime(now.identified_month, '%Y-%m') = $period AS identified_now,
        date_diff('month', now.identified_month, last_day(CAST($period || '-01' AS DATE))) AS waited
    FROM (FROM now.households WHERE unit_code = $unit) AS now
    FULL JOIN (FROM before.households WHERE unit_code = $unit) AS before
        USING (household_id)
),

valued AS (
    SELECT
        *,
        CASE $dimension || '.' || $member
            WHEN 'flow.opening' THEN persons_before
            WHEN 'flow.new' THEN CASE WHEN persons_before IS NULL AND identified_now THEN persons_now END
            WHEN 'flow.left' THEN CASE WHEN persons_now IS NULL THEN persons_before END
            WHEN 'flow.changed' THEN CASE
                WHEN persons_before IS NULL AND NOT identified_now THEN persons_now
                WHEN persons_now <> persons_before THEN persons_now - persons_before
            END
            WHEN 'flow.closing' THEN persons_now
            WHEN 'turn.eliminated' THEN CASE WHEN eliminated AND NOT coalesce(eliminated_before, false) THEN persons_now END
            WHEN 'turn.relapsed' THEN CASE WHEN NOT eliminated AND eliminated_before THEN persons_now END
            ELSE CASE
                WHEN $dimension = 'months_to_measure' AND waited::VARCHAR = $member AND first_measured
                    AND (persons_before IS NOT NULL OR identified_now) THEN persons_now
            END
        END AS moved
    FROM matched
),

counted AS (
    SELECT
        *,
        CASE
            WHEN $measure = 'persons_monitored' THEN moved
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

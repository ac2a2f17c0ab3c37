-- The money measures once more, without batches issued fewer than $days days before month end;
-- lines without an issue date stay in, and so does a report, which has no batches.
INSERT INTO facts BY NAME
WITH
totals AS (
    SELECT period, unit_code, fund_level, measure, source, upload_id, value
    FROM facts
    WHERE dimension = '' AND measure IN ('allocated', 'arrived', 'spent')
),

young AS (
    SELECT period, unit_code, fund_level, measure, source, sum(value) AS value
    FROM facts
    WHERE
        dimension = 'issued_on'
        AND measure IN ('allocated', 'arrived', 'spent')
        AND date_diff('day', TRY_CAST(member AS DATE), last_day(CAST(period || '-01' AS DATE))) < $days
    GROUP BY ALL
)

SELECT
    totals.period,
    totals.unit_code,
    totals.fund_level,
    totals.measure || '_older' AS measure,
    totals.source,
    '' AS dimension,
    '' AS member,
    totals.value - coalesce(young.value, 0) AS value,
    totals.upload_id
FROM totals
LEFT JOIN young USING (period, unit_code, fund_level, measure, source)
ORDER BY ALL

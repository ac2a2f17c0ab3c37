-- One row per month, of the twelve that end with $period, and unit that has sent households in it
-- or in the twelve months before it: how its stock moved since the month before, in households or
-- persons ($measure). Without both ledgers there is nothing to follow.
WITH months AS (
    SELECT
        strftime(month, '%Y-%m') AS period,
        strftime(month - INTERVAL 1 MONTH, '%Y-%m') AS before,
        strftime(month - INTERVAL 12 MONTH, '%Y-%m') AS since
    FROM generate_series(
        ($period || '-01')::DATE - INTERVAL 11 MONTH, ($period || '-01')::DATE, INTERVAL 1 MONTH
    ) AS series(month)
),

expected AS (
    SELECT
        months.period,
        sent.unit_code,
        bool_or(sent.period = months.period) AS has_ledger,
        bool_or(sent.period = months.before) AS had_ledger
    FROM months
    JOIN coverage AS sent
        ON sent.dataset = 'households' AND sent.period BETWEEN months.since AND months.period
    WHERE $unit IN (sent.unit_code, 'city')
    GROUP BY months.period, sent.unit_code
),

moved AS (
    SELECT
        period,
        unit_code,
        sum(value) FILTER (member = 'opening') AS opening,
        sum(value) FILTER (member = 'new') AS new,
        sum(value) FILTER (member = 'left') AS "left",
        sum(value) FILTER (member = 'changed') AS changed,
        sum(value) FILTER (member = 'closing') AS closing,
        sum(value) FILTER (member = 'eliminated') AS eliminated,
        sum(value) FILTER (member = 'relapsed') AS relapsed
    FROM facts
    WHERE
        period BETWEEN (SELECT min(period) FROM months) AND $period
        AND measure = $measure
        AND dimension IN ('flow', 'turn')
        AND $unit IN (unit_code, 'city')
    GROUP BY period, unit_code
)

SELECT
    expected.period,
    expected.unit_code,
    expected.has_ledger,
    expected.had_ledger,
    coalesce(opening, 0) AS opening,
    coalesce(new, 0) AS new,
    coalesce("left", 0) AS "left",
    coalesce(changed, 0) AS changed,
    coalesce(closing, 0) AS closing,
    coalesce(eliminated, 0) AS eliminated,
    coalesce(relapsed, 0) AS relapsed
FROM expected
JOIN units USING (unit_code)
LEFT JOIN moved USING (period, unit_code)
ORDER BY expected.period, units.sort_order, expected.unit_code

-- One row per unit, measure and member of a dimension, out of the monitored households.
-- A unit whose every household is unmonitored has zeros: no task.
WITH
parts AS (
    SELECT
        county AS unit_code,
        monitor_type,
        risks,
        measures,
        1 AS households_monitored,
        persons AS persons_monitored,
        eliminated::INTEGER AS households_eliminated,
        CASE WHEN eliminated THEN persons ELSE 0 END AS persons_eliminated,
        (len(measures) > 0)::INTEGER AS households_measured,
        no_labour::INTEGER AS households_no_labour,
        CASE WHEN no_labour THEN persons ELSE 0 END AS persons_no_labour
    FROM rows
),

by_type AS MATERIALIZED (
    SELECT unit_code, monitor_type AS member, sum(COLUMNS('^(households|persons)_')) AS "\0"
    FROM parts
    GROUP BY ALL
),

by_risk AS (
    SELECT unit_code, member, sum(COLUMNS('^(households|persons)_')) AS "\0"
    FROM (SELECT *, unnest(risks) AS member FROM parts)
    GROUP BY ALL
),

by_measure AS (
    SELECT unit_code, member, sum(COLUMNS('^(households|persons)_')) AS "\0"
    FROM (SELECT *, unnest(measures) AS member FROM parts)
    GROUP BY ALL
),

-- A household has up to five risks and any number of measures: these splits add up to more.
split AS (
    SELECT '' AS dimension, * REPLACE ('' AS member) FROM by_type
    UNION ALL
    SELECT 'monitor_type', * FROM by_type
    UNION ALL
    SELECT 'risk', * FROM by_risk
    UNION ALL
    SELECT 'measure_kind', * FROM by_measure
),

-- Measures and labour that a unit's households leave blank throughout are missing, not zero.
given AS (
    SELECT county AS unit_code, count(measures) > 0 AS measures_given, count(no_labour) > 0 AS no_labour_given
    FROM rows
    GROUP BY county
),

summed AS (
    SELECT
        unit_code,
        dimension,
        member,
        sum(COLUMNS(* EXCLUDE (unit_code, dimension, member, households_measured, households_no_labour, persons_no_labour)))
            AS "\0",
        CASE WHEN any_value(measures_given) THEN coalesce(sum(households_measured), 0) END AS households_measured,
        CASE WHEN any_value(no_labour_given) THEN coalesce(sum(households_no_labour), 0) END AS households_no_labour,
        CASE WHEN any_value(no_labour_given) THEN sum(persons_no_labour) END AS persons_no_labour
    FROM split
    JOIN given USING (unit_code)
    GROUP BY unit_code, dimension, member
),

without_task AS (
    SELECT unit_code, '' AS dimension, '' AS member, 0 AS households_monitored, 0 AS persons_monitored,
        0 AS households_eliminated, 0 AS persons_eliminated, 0 AS households_measured,
        0 AS households_no_labour, 0 AS persons_no_labour
    FROM covered
    ANTI JOIN given USING (unit_code)
),

every AS (
    FROM summed
    UNION ALL BY NAME
    FROM without_task
)

SELECT
    unit_code,
    'all' AS fund_level,
    measure,
    'ledger' AS source,
    dimension,
    member,
    CAST(value AS DECIMAL(18, 2)) AS value
FROM (
    UNPIVOT every
    ON COLUMNS('^(households|persons)_')
    INTO NAME measure VALUE value
)

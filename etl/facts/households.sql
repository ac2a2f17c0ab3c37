-- One row per unit, measure and member of a dimension, out of the monitored households.
-- A unit whose every household is unmonitored has zeros: no task.
WITH
monitored AS (
    SELECT
        covered.unit_code,
        rows.household_id IS NOT NULL AS is_there,
        rows.* EXCLUDE (county),
        count(measures) OVER (PARTITION BY covered.unit_code) > 0 AS measures_given,
        count(no_labour) OVER (PARTITION BY covered.unit_code) > 0 AS no_labour_given
    FROM covered
    LEFT JOIN rows ON rows.county = covered.unit_code
),

parts AS (
    SELECT
        unit_code,
        monitor_type,
        risks,
        measures,
        is_there,
        CAST(is_there AS DECIMAL(18, 2)) AS households_monitored,
        CAST(coalesce(persons, 0) AS DECIMAL(18, 2)) AS persons_monitored,
        CAST(coalesce(eliminated, false) AS DECIMAL(18, 2)) AS households_eliminated,
        CAST(CASE WHEN eliminated THEN persons ELSE 0 END AS DECIMAL(18, 2)) AS persons_eliminated,
        CASE WHEN measures_given OR NOT is_there THEN CAST(coalesce(len(measures) > 0, false) AS DECIMAL(18, 2)) END AS households_measured,
        CASE WHEN no_labour_given OR NOT is_there THEN CAST(coalesce(no_labour, false) AS DECIMAL(18, 2)) END AS households_no_labour,
        CASE WHEN no_labour_given OR NOT is_there THEN CAST(CASE WHEN no_labour THEN persons ELSE 0 END AS DECIMAL(18, 2)) END AS persons_no_labour
    FROM monitored
),

measured AS (
    UNPIVOT parts
    ON households_monitored, persons_monitored, households_eliminated, persons_eliminated,
        households_measured, households_no_labour, persons_no_labour
    INTO NAME measure VALUE value
),

-- A household has up to five risks and any number of measures: these splits add up to more.
split AS (
    SELECT unit_code, measure, '' AS dimension, '' AS member, value FROM measured
    UNION ALL
    SELECT unit_code, measure, 'monitor_type', monitor_type, value FROM measured WHERE is_there
    UNION ALL
    SELECT unit_code, measure, 'risk', unnest(risks), value FROM measured WHERE is_there
    UNION ALL
    SELECT unit_code, measure, 'measure_kind', unnest(measures), value FROM measured WHERE is_there
)

SELECT
    unit_code,
    'all' AS fund_level,
    measure,
    'ledger' AS source,
    dimension,
    member,
    CAST(sum(value) AS DECIMAL(18, 2)) AS value
FROM split
GROUP BY unit_code, measure, dimension, member

-- One row per unit, measure and member of a dimension, out of the monitored households. A unit
-- whose every household is unmonitored has zeros: no task. Reads `counted` and `covered`.
WITH
split AS (
    SELECT
        county AS unit_code,
        monitor_type,
        coalesce(township, '未填') AS township,
        CAST(year(identified_month) AS VARCHAR) AS identified_year,
        CASE WHEN eliminated THEN coalesce(elimination_way, '未填') END AS elimination_way,
        CAST(date_diff('month', identified_month, eliminated_month) AS VARCHAR) AS months_to_elimination,
        risks,
        measures,
        unnest(adds)
    FROM counted
),

summed AS (
    SELECT
        unit_code,
        CASE
            WHEN grouping(monitor_type) = 0 THEN 'monitor_type'
            WHEN grouping(township) = 0 THEN 'township'
            WHEN grouping(identified_year) = 0 THEN 'identified_year'
            WHEN grouping(elimination_way) = 0 THEN 'elimination_way'
            WHEN grouping(months_to_elimination) = 0 THEN 'months_to_elimination'
            ELSE ''
        END AS dimension,
        coalesce(monitor_type, township, identified_year, elimination_way, months_to_elimination, '') AS member,
        sum(COLUMNS('^(households|persons)_')) AS "\0"
    FROM split
    GROUP BY
        GROUPING SETS (
            (unit_code),
            (unit_code, monitor_type),
            (unit_code, township),
            (unit_code, identified_year),
            (unit_code, elimination_way),
            (unit_code, months_to_elimination)
        )
    HAVING dimension = '' OR member <> ''
),

-- A household has up to five risks and any number of measures: these splits add up to more.
several AS (
    SELECT unit_code, 'risk' AS dimension, unnest(risks) AS member, COLUMNS('^(households|persons)_')
    FROM split
    UNION ALL
    SELECT unit_code, 'measure_kind', unnest(measures), COLUMNS('^(households|persons)_')
    FROM split
),

every AS (
    FROM summed
    UNION ALL
    SELECT unit_code, dimension, member, sum(COLUMNS('^(households|persons)_')) AS "\0"
    FROM several
    GROUP BY unit_code, dimension, member
),

nothing AS (
    SELECT
        unit_code,
        unnest([
            'households_monitored', 'persons_monitored', 'households_eliminated', 'persons_eliminated',
            'households_measured', 'households_no_labour', 'persons_no_labour'
        ]) AS measure
    FROM covered
    WHERE unit_code NOT IN (SELECT county FROM counted)
)

SELECT
    unit_code,
    'all' AS fund_level,
    measure,
    'ledger' AS source,
    dimension,
    member,
    CAST(value AS DECIMAL(18, 2)) AS value
FROM (UNPIVOT every ON COLUMNS('^(households|persons)_') INTO NAME measure VALUE value)
UNION ALL
SELECT unit_code, 'all', measure, 'ledger', '', '', 0
FROM nothing

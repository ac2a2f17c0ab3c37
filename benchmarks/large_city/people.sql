-- One row per household that is monitored in some month: who it is, and in which month (from 0, the
-- first of the city) what happens to it. In every month $new of each unit leave and as many come.
-- Reads `townships`; $households a unit, $months, $first.
WITH
numbered AS (
    SELECT
        unit_code,
        CAST(number AS INTEGER) AS number,
        seed(unit_code || 'h' || number) AS a,
        seed(unit_code || 'f' || number) AS b
    FROM units, range($households + $months * $new) AS numbers(number)
),

-- Those there from the beginning were identified over the three years before it.
thrown AS (
    SELECT
        *,
        CASE
            WHEN number < $households THEN CAST(number AS BIGINT) * 36 // $households - 35
            ELSE (number - $households) // $new + 1
        END AS identified,
        throw(a, 0, 1000) AS fate,
        throw(a, 10, 100) AS of_type,
        throw(b, 0, 100) < 8 AS no_labour
    FROM numbered
),

-- Out of a thousand, fate has 3 marked eliminated too soon, and 5 without a measure for good.
fated AS (
    SELECT
        *,
        CASE
            WHEN no_labour AND fate <> 7 THEN NULL
            WHEN fate < 3 THEN identified + 2 + fate
            WHEN fate < 850 THEN identified + 6 + throw(a, 20, 30)
        END AS eliminated_at,
        CASE
            WHEN fate BETWEEN 100 AND 104 THEN NULL
            WHEN fate BETWEEN 110 AND 139 THEN identified + 3 + throw(a, 26, 3)
            ELSE identified + throw(a, 26, 2)
        END AS measured_at
    FROM thrown
)

SELECT
    unit_code,
    number,
    unit_code || lpad(CAST(number AS VARCHAR), 8, '0') AS household_id,
    townships[1 + throw(a, 30, len(townships))] AS township,
    villages[1 + throw(a, 36, len(villages))] AS village,
    CASE WHEN of_type < 45 OR of_type >= 95 THEN '脱贫户' ELSE '一般农户' END AS household_kind,
    CASE WHEN of_type < 45 THEN '脱贫不稳定户' WHEN of_type < 85 THEN '边缘易致贫户' ELSE '突发严重困难户' END AS monitor_type,
    1 + throw(a, 42, 6) AS persons,
    CASE WHEN throw(b, 8, 10) = 0 THEN throw(b, 12, $months) END AS grows_at,
    CAST($first::DATE + to_months(CAST(identified AS INTEGER)) AS DATE) AS identified_month,
    eliminated_at,
    CAST($first::DATE + to_months(CAST(eliminated_at AS INTEGER)) AS DATE) AS eliminated_month,
    CASE WHEN throw(b, 20, 20) = 0 THEN '自然消除' ELSE '帮扶消除' END AS elimination_way,
    CASE WHEN fate BETWEEN 200 AND 206 THEN eliminated_at + 3 + throw(b, 24, 20) END AS relapsed_at,
    no_labour,
    CASE WHEN fate BETWEEN 300 AND 302 THEN 4000 ELSE 7600 END + throw(b, 30, 9000) AS income_per_person,
    measured_at,
    CASE WHEN fate BETWEEN 400 AND 408 THEN fate - 399 ELSE 10 + throw(b, 44, 12) END AS needs
FROM fated, places

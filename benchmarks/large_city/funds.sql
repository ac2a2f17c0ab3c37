-- One row per fund line of the month that ends on $month_end: of the year's $lines in every unit
-- those issued by then. Units spend at paces of their own.
WITH
numbered AS (
    SELECT
        unit_code,
        CAST(number AS INTEGER) AS number,
        year($month_end::DATE) AS year,
        seed(unit_code || 'l' || year($month_end::DATE) || '.' || number) AS a,
        1 + throw(seed(unit_code || 'l' || year($month_end::DATE) || '.' || number), 0, 8) AS kind,
        0.7 + throw(seed(unit_code || 'pace'), 0, 40) / 100 AS pace
    FROM units, range($lines) AS numbers(number)
),

batched AS (
    SELECT *, CASE WHEN number < 0.5 * $lines THEN 1 WHEN number < 0.75 * $lines THEN 2 WHEN number < 0.9 * $lines THEN 3 ELSE 4 END AS batch
    FROM numbered
),

issued AS (
    SELECT
        *,
        make_date(year, [1, 3, 5, 8][batch], 4) + throw(a, 10, 14) AS issued_on,
        $month_end::DATE - issued_on AS days,
        10000 * (30 + throw(a, 20, 900)) AS allocated
    FROM batched
)

SELECT
    CAST(row_number() OVER (PARTITION BY unit_code ORDER BY number) + 3 AS INTEGER) AS row,
    unit_code AS county,
    ['central', 'provincial', 'municipal', 'county', 'central'][1 + number % 5] AS fund_level,
    CASE WHEN kind < 7 THEN '巩固拓展脱贫攻坚成果和乡村振兴任务' WHEN kind = 7 THEN '以工代赈任务' ELSE '少数民族发展任务' END AS task,
    '财农〔' || year || '〕' || (batch * 10 + number % 5) || '号' AS document,
    ['提前下达', '第一批', '第二批', '第三批'][batch] AS batch,
    ['产业发展', '产业发展', '产业发展', '乡村建设行动', '就业项目', '产业发展', '易地搬迁后扶', '项目管理费'][kind] AS category,
    issued_on,
    allocated,
    round(allocated * least(1, 0.4 + days / 120), 2) AS arrived,
    round(allocated * least(1, 0.4 + days / 120) * least(0.99, pace * days / 260), 2) AS spent,
    year AS budget_year
FROM issued
WHERE issued_on <= $month_end
ORDER BY unit_code, number

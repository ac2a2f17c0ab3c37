-- One row per unit, fund level, measure and member of a dimension, out of the fund lines.
-- A part that no line of a unit gives has no row: missing is not zero.
WITH
lines AS (
    SELECT
        county AS unit_code,
        fund_level,
        category,
        task,
        batch,
        CAST(issued_on AS VARCHAR) AS issued_on,
        allocated,
        arrived,
        spent,
        fund_level IN ('central', 'provincial') AS central_or_provincial,
        task = '巩固拓展脱贫攻坚成果和乡村振兴任务' AS consolidation,
        count(category) OVER (PARTITION BY county) > 0 AS category_given,
        count(task) OVER (PARTITION BY county) > 0 AS task_given
    FROM rows
),

-- Industry money and its base count at central and provincial level only (中省); elsewhere 0.
parts AS (
    SELECT
        * EXCLUDE (central_or_provincial, consolidation, category_given, task_given),
        CAST(CASE WHEN central_or_provincial THEN allocated ELSE 0 END AS DECIMAL(18, 2)) AS industry_base,
        CAST(CASE
            WHEN NOT category_given THEN NULL
            WHEN central_or_provincial AND category = '产业发展' THEN allocated
            ELSE 0
        END AS DECIMAL(18, 2)) AS industry,
        CAST(CASE
            WHEN NOT task_given THEN NULL
            WHEN central_or_provincial AND consolidation THEN allocated
            ELSE 0
        END AS DECIMAL(18, 2)) AS consolidation_base,
        CAST(CASE
            WHEN NOT (task_given AND category_given) THEN NULL
            WHEN central_or_provincial AND consolidation AND category = '产业发展' THEN allocated
            ELSE 0
        END AS DECIMAL(18, 2)) AS consolidation_industry
    FROM lines
),

measured AS (
    UNPIVOT parts
    ON allocated, arrived, spent, industry, industry_base, consolidation_industry, consolidation_base
    INTO NAME measure VALUE value
)

SELECT
    unit_code,
    fund_level,
    measure,
    'ledger' AS source,
    CASE
        WHEN grouping(category) = 0 THEN 'category'
        WHEN grouping(task) = 0 THEN 'task'
        WHEN grouping(batch) = 0 THEN 'batch'
        WHEN grouping(issued_on) = 0 THEN 'issued_on'
        ELSE ''
    END AS dimension,
    CASE
        WHEN grouping(category) = 0 THEN coalesce(category, '未填')
        WHEN grouping(task) = 0 THEN coalesce(task, '未填')
        WHEN grouping(batch) = 0 THEN coalesce(batch, '未填')
        WHEN grouping(issued_on) = 0 THEN coalesce(issued_on, '未填')
        ELSE ''
    END AS member,
    CAST(sum(value) AS DECIMAL(18, 2)) AS value
FROM measured
GROUP BY
    GROUPING SETS (
        (unit_code, fund_level, measure),
        (unit_code, fund_level, measure, category),
        (unit_code, fund_level, measure, task),
        (unit_code, fund_level, measure, batch),
        (unit_code, fund_level, measure, issued_on)
    )
HAVING dimension = '' OR measure IN ('allocated', 'arrived', 'spent')

-- One row per fund line: the row as it is, and what it adds to each measure. A part that no line
-- of the unit gives is NULL: missing is not zero. Reads `ledger`.
WITH
judged AS (
    SELECT
        *,
        fund_level IN ('central', 'provincial') AS central_or_provincial,
        coalesce(task = '巩固拓展脱贫攻坚成果和乡村振兴任务', false) AS consolidation,
        coalesce(category = '产业发展', false) AS for_industry,
        -- Batches of other budget years go by the same names.
        coalesce(CASE WHEN budget_year <> year(month_end) THEN budget_year || '年' ELSE '' END || batch, '未填') AS issue,
        count(category) OVER unit > 0 AS category_given,
        count(task) OVER unit > 0 AS task_given
    FROM ledger
    WINDOW unit AS (PARTITION BY period, county)
)

-- Industry money and its base count at central and provincial level only (中省); elsewhere 0.
SELECT
    * EXCLUDE (central_or_provincial, consolidation, for_industry, category_given, task_given),
    {
        'allocated': CAST(allocated AS DECIMAL(18, 2)),
        'arrived': CAST(arrived AS DECIMAL(18, 2)),
        'spent': CAST(spent AS DECIMAL(18, 2)),
        'industry': CAST(CASE WHEN category_given THEN
            CASE WHEN central_or_provincial AND for_industry THEN allocated ELSE 0 END
        END AS DECIMAL(18, 2)),
        'industry_base': CAST(CASE WHEN central_or_provincial THEN allocated ELSE 0 END AS DECIMAL(18, 2)),
        'consolidation_industry': CAST(CASE WHEN task_given AND category_given THEN
            CASE WHEN central_or_provincial AND consolidation AND for_industry THEN allocated ELSE 0 END
        END AS DECIMAL(18, 2)),
        'consolidation_base': CAST(CASE WHEN task_given THEN
            CASE WHEN central_or_provincial AND consolidation THEN allocated ELSE 0 END
        END AS DECIMAL(18, 2))
    } AS adds
FROM judged

/*
name: {zh: 资金支出慢, en: Slow spending}
rule:
  zh: 资金支出率低于序时节点，或{months}个月没有新的支出而资金没有用完
  en: the spend rate is below the milestone, or nothing more was spent for {months} months with money left
says:
  zh: "支出率{value:percent}[，低于{milestone_due:day}的节点{milestone:goal}][，{flat:months}没有新的支出]"
  en: "spend rate {value:percent}[, below the milestone of {milestone:goal} by {milestone_due:day}][, nothing more spent for {flat:months}]"
advice:
  zh: 核实是否漏报支出；逐个项目查卡在哪一环（评审、招标、验收、报账），排出支付计划
  en: check that no payment is missing; look where each project is held up and plan the payments
severity: high
reads: [funds, reports]
thresholds: {months: 2}
*/
-- One row per unit that spends slowly over all fund levels: behind the milestone, or at a standstill.
WITH
spending AS (
    SELECT
        unit_code,
        numerator,
        denominator,
        value,
        milestone,
        milestone_due,
        numerator_source,
        numerator < CAST(milestone AS DECIMAL(9, 6)) * CAST(denominator AS DECIMAL(19, 2)) AS is_below  -- wide enough
    FROM now.standings
    WHERE indicator = 'spend_rate' AND level = 'all'
),

-- Positions begin anew with the year: before March two months cannot have gone by without spending.
earlier AS (
    SELECT unit_code, numerator, numerator_source
    FROM standings
    WHERE
        indicator = 'spend_rate'
        AND level = 'all'
        AND period = strftime($month_end::DATE - to_months(CAST($months AS INTEGER)), '%Y-%m')
        AND period[:4] = $period[:4]
),

judged AS (
    SELECT
        spending.*,
        coalesce(spending.numerator <= earlier.numerator AND spending.numerator < denominator, false) AS is_flat
    FROM spending
    LEFT JOIN earlier USING (unit_code, numerator_source)  -- a report is rounded, a ledger is not
)

SELECT
    unit_code,
    CASE WHEN value IS NOT NULL THEN 'spend_rate' END AS subject,
    NULL AS title,
    NULL AS township,
    sent.upload_id,
    NULL AS source_row,
    value IS NULL AS unknown,
    value,
    CASE WHEN is_below THEN milestone END AS milestone,
    CASE WHEN is_below THEN milestone_due END AS milestone_due,
    CASE WHEN is_flat THEN CAST($months AS INTEGER) END AS flat
FROM judged
JOIN units USING (unit_code)  -- not the city
LEFT JOIN now.coverage AS sent
    ON sent.unit_code = judged.unit_code
    AND sent.dataset = CASE numerator_source WHEN 'report' THEN 'reports' ELSE 'funds' END
WHERE unknown OR is_below OR is_flat

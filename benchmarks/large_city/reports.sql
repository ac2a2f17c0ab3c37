-- One row per unit: its monthly report, which prints what its ledgers add up to, money as whole
-- hundreds. Of a hundred, four report one project too many. Reads `ledger_sums`.
SELECT
    CAST(row_number() OVER (ORDER BY unit_code) + 3 AS INTEGER) AS row,
    unit_code AS county,
    'all' AS fund_level,
    projects_planned,
    projects_started + CASE WHEN throw(seed(unit_code || $month_end::VARCHAR), 0, 25) = 0 THEN 1 ELSE 0 END AS projects_started,
    projects_not_started,
    projects_completed,
    projects_accepted,
    round(planned_investment, -2) AS planned_investment,
    round(invested, -2) AS invested,
    round(allocated, -2) AS allocated,
    round(arrived, -2) AS arrived,
    NULL AS approved,
    round(spent, -2) AS spent,
    NULL AS industry,
    households_monitored,
    persons_monitored,
    households_eliminated,
    persons_eliminated,
    NULL AS households_new,
    NULL AS persons_new
FROM (
    PIVOT (SELECT unit_code, measure, value FROM ledger_sums)
    ON measure IN (
        'projects_planned', 'projects_started', 'projects_not_started', 'projects_completed', 'projects_accepted',
        'planned_investment', 'invested', 'allocated', 'arrived', 'spent',
        'households_monitored', 'persons_monitored', 'households_eliminated', 'persons_eliminated'
    )
    USING sum(value)
)
ORDER BY unit_code

-- One row per sum of one unit in one month, split or not, in the order of the code lists. A
-- measure that has a ledger is taken from it, else from the unit's own report.
WITH sums AS (
    SELECT measure, fund_level, dimension, member, source, value
    FROM facts
    WHERE period = $period AND unit_code = $unit
),

chosen AS (
    SELECT measure, min(source) AS source  -- ledger comes before report
    FROM sums
    GROUP BY measure
)

SELECT
    sums.measure,
    sums.fund_level,
    sums.dimension,
    sums.member,
    sum(sums.value)::DECIMAL(18, 2) AS value
FROM sums
INNER JOIN chosen USING (measure, source)
LEFT JOIN codes AS levels ON levels.list = 'fund_level' AND levels.code = sums.fund_level
LEFT JOIN codes AS members ON members.list = sums.dimension AND members.code = sums.member
GROUP BY ALL
ORDER BY
    min(members.sort_order) NULLS LAST, min(levels.sort_order) NULLS LAST, sums.member, sums.measure

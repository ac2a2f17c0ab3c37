-- One row per sum of one unit in one month, split or not, in the order of the code lists. A
-- measure that has a ledger is taken from it, else from the unit's own report.
WITH chosen AS (
    SELECT measure, fund_level, dimension, member, value
    FROM facts
    WHERE period = $period AND unit_code = $unit
    QUALIFY source = min(source) OVER (PARTITION BY measure)  -- ledger comes before report
)

SELECT
    chosen.measure,
    chosen.fund_level,
    chosen.dimension,
    chosen.member,
    chosen.value
FROM chosen
LEFT JOIN codes AS levels ON levels.list = 'fund_level' AND levels.code = chosen.fund_level
LEFT JOIN codes AS members ON members.list = chosen.dimension AND members.code = chosen.member
ORDER BY
    members.sort_order NULLS LAST, levels.sort_order NULLS LAST, chosen.member, chosen.measure

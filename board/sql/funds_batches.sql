-- One row per fund level and batch, over all units or of one, oldest first: the days it was issued on,
-- what was allocated, arrived and spent of it by the end of a month, what lies still (of lines that say
-- what is spent), and how much of the allocation says what arrived and what is spent.
SELECT
    fund_level,
    issue AS batch,
    min(issued_on) AS first_issued,
    max(issued_on) AS last_issued,
    count(DISTINCT unit_code) AS units,
    sum(adds.allocated) AS allocated,
    sum(adds.arrived) AS arrived,
    sum(adds.spent) AS spent,
    sum(coalesce(adds.arrived, adds.allocated) - adds.spent) AS balance,
    sum(adds.allocated) FILTER (adds.arrived IS NOT NULL) AS allocated_with_arrived,
    sum(adds.allocated) FILTER (adds.spent IS NOT NULL) AS allocated_with_spent
FROM now.funds_counted
LEFT JOIN codes ON codes.list = 'fund_level' AND codes.code = fund_level
WHERE period = $period AND $unit IN ('city', unit_code)
GROUP BY fund_level, issue, codes.sort_order
ORDER BY first_issued NULLS LAST, codes.sort_order, batch

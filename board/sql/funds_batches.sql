-- One row per fund level and batch, over all units or of one, oldest first: the days it was issued on,
-- and what was allocated, arrived and spent of it by the end of a month.
SELECT
    fund_level,
    batch,
    min(issued_on) AS first_issued,
    max(issued_on) AS last_issued,
    count(DISTINCT unit_code) AS units,
    sum(allocated) AS allocated,
    sum(arrived) AS arrived,
    sum(spent) AS spent
FROM now.funds
LEFT JOIN codes ON codes.list = 'fund_level' AND codes.code = fund_level
WHERE period = $period AND $unit IN ('city', unit_code)
GROUP BY fund_level, batch, codes.sort_order
ORDER BY first_issued NULLS LAST, codes.sort_order, batch

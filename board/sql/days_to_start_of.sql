-- One row per unit: the same as days_to_start.sql, of the projects that filters leave. The sums are
-- not split so finely: these are counted from the rows.
WITH
counted AS (
    SELECT unit_code, date_diff('day', issued_on, started_on) AS days, count(*) AS projects
    FROM now.projects
    WHERE
        period = $period
        AND status IN ('在建', '完工', '已验收')
        AND year = CAST(left($period, 4) AS INTEGER)
        AND ($unit = '' OR unit_code = $unit)
        AND ($category = '' OR category = $category)
        AND ($township = '' OR coalesce(township, '未填') = $township)
        AND ($department = '' OR coalesce(department, '未填') = $department)
        AND ($stage = '' OR status = $stage)
    GROUP BY unit_code, days
)

SELECT
    unit_code,
    list(days ORDER BY days) AS days,
    list(projects ORDER BY days) AS projects
FROM counted
JOIN units USING (unit_code)
WHERE days IS NOT NULL
GROUP BY unit_code, units.sort_order
ORDER BY units.sort_order, unit_code

-- One row per line of a unit's monthly reports that gives one measure, in the order of the file.
WITH given AS (
    SELECT *, struct_extract(adds, $measure) AS value
    FROM now.reports_counted
    WHERE period = $period AND unit_code = $unit AND struct_extract(adds, $measure) IS NOT NULL
)

SELECT
    upload_id,
    source_row,
    fund_level,
    value,
    count(*) OVER () AS rows,
    sum(value) OVER () AS total
FROM given
WHERE
    $dimension = ''
    AND $member = ''
    -- A figure for all levels together counts before the sum of the levels.
    AND CASE WHEN $level = 'all'
        THEN (fund_level = 'all') = (SELECT bool_or(fund_level = 'all') FROM given)
        ELSE fund_level = $level
    END
ORDER BY upload_id, source_row
LIMIT $limit OFFSET $offset

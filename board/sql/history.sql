-- One row per upload of a dataset and month that speaks of a unit, newest first: what became of it.
SELECT
    uploads.upload_id,
    uploads.file_name,
    uploads.sha256,
    uploads.accepted_by,
    uploads.accepted_at,
    uploads.rows_kept,
    uploads.warnings,
    list_sort(uploads.replaces) AS replaces,
    coverage.upload_id IS NOT NULL OR EXISTS (
        FROM benchmarks WHERE benchmarks.upload_id = uploads.upload_id AND benchmarks.period = $period
    ) AS counts,
    uploads.withdrawn_at,
    uploads.withdrawn_by,
    uploads.withdrawn_reason,
    restored.noted_at AS restored_at,
    restored.noted_by AS restored_by,
    (SELECT count(*) FROM upload_units AS others WHERE others.upload_id = uploads.upload_id) AS units
FROM uploads
LEFT JOIN coverage
    ON coverage.upload_id = uploads.upload_id AND coverage.unit_code = $unit AND coverage.dataset = $dataset
    AND coverage.period = $period
LEFT JOIN (
    SELECT upload_id, max(noted_at) AS noted_at, arg_max(noted_by, noted_at) AS noted_by
    FROM upload_notes
    WHERE action = 'restored'
    GROUP BY upload_id
) AS restored
    ON restored.upload_id = uploads.upload_id
WHERE uploads.dataset = $dataset
    -- A file of benchmarks may hold several months.
    AND (uploads.period = $period OR EXISTS (
        FROM benchmarks WHERE benchmarks.upload_id = uploads.upload_id AND benchmarks.period = $period
    ))
    AND ($unit = '' OR EXISTS (
        FROM upload_units WHERE upload_units.upload_id = uploads.upload_id AND upload_units.unit_code = $unit
    ))
ORDER BY uploads.upload_id DESC

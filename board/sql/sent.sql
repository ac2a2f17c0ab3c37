-- One row per unit and dataset that some upload of a month speaks of, withdrawn ones too.
SELECT DISTINCT upload_units.unit_code, uploads.dataset
FROM upload_units
JOIN uploads USING (upload_id)
WHERE uploads.period = $period

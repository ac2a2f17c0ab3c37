-- One row per note that stands on one indicator, of one unit or (with '') of all and the city, in
-- a span of months: in the order of months and of lists, the city's first.
SELECT
    notes.note_id,
    notes.unit_code,
    notes.period,
    notes.text,
    notes.written_by,
    notes.written_at
FROM notes
LEFT JOIN units USING (unit_code)
WHERE
    notes.indicator = $indicator
    AND notes.period BETWEEN $first AND $period
    AND ($unit = '' OR notes.unit_code = $unit)
ORDER BY notes.period, units.sort_order NULLS FIRST, notes.unit_code, notes.written_at, notes.note_id

-- One row per setting that changes an indicator and value it may have.
SELECT
    setting,
    value,
    in_force,
    basis_zh,
    basis_en
FROM indicator_options
WHERE indicator = $indicator
ORDER BY setting, sort_order

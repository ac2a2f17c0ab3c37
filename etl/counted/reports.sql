-- One row per unit (and fund level) of the monthly reports: the row as it is, and what it adds to
-- each measure, which is what it prints. Reads `ledger`.
SELECT
    *,
    {
        'projects_planned': CAST(projects_planned AS DECIMAL(18, 2)),
        'projects_started': CAST(projects_started AS DECIMAL(18, 2)),
        'projects_not_started': CAST(projects_not_started AS DECIMAL(18, 2)),
        'projects_completed': CAST(projects_completed AS DECIMAL(18, 2)),
        'projects_accepted': CAST(projects_accepted AS DECIMAL(18, 2)),
        'planned_investment': CAST(planned_investment AS DECIMAL(18, 2)),
        'invested': CAST(invested AS DECIMAL(18, 2)),
        'allocated': CAST(allocated AS DECIMAL(18, 2)),
        'arrived': CAST(arrived AS DECIMAL(18, 2)),
        'approved': CAST(approved AS DECIMAL(18, 2)),
        'spent': CAST(spent AS DECIMAL(18, 2)),
        'industry': CAST(industry AS DECIMAL(18, 2)),
        'households_monitored': CAST(households_monitored AS DECIMAL(18, 2)),
        'persons_monitored': CAST(persons_monitored AS DECIMAL(18, 2)),
        'households_eliminated': CAST(households_eliminated AS DECIMAL(18, 2)),
        'persons_eliminated': CAST(persons_eliminated AS DECIMAL(18, 2)),
        'households_new': CAST(households_new AS DECIMAL(18, 2)),
        'persons_new': CAST(persons_new AS DECIMAL(18, 2))
    } AS adds
FROM ledger

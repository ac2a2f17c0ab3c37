-- One row per month, fund level, indicator and unit, and one for the city. Reads units,
-- indicators, targets, benchmarks, coverage and facts; $far_below is a fraction.
INSERT INTO standings BY NAME
WITH
months AS (
    SELECT DISTINCT period, last_day(CAST(period || '-01' AS DATE)) AS month_end FROM coverage
),

-- The ledger's figure where the unit's ledger has the measure, else its report's.
chosen AS (
    SELECT period, unit_code, measure, fund_level, source, value
    FROM facts
    WHERE dimension = ''
    QUALIFY source = min(source) OVER (PARTITION BY period, unit_code, measure)
),

divided AS (
    SELECT
        period,
        unit_code,
        measure,
        any_value(source) AS source,
        sum(value) FILTER (fund_level = 'all') AS undivided,
        sum(value) FILTER (fund_level <> 'all') AS levels,
        sum(value) FILTER (fund_level = 'central') AS central,
        sum(value) FILTER (fund_level = 'provincial') AS provincial,
        sum(value) FILTER (fund_level = 'municipal') AS municipal,
        sum(value) FILTER (fund_level = 'county') AS county
    FROM chosen
    GROUP BY period, unit_code, measure
),

-- A unit that divides its money by level has nothing at a level it does not name.
at_level AS (
    SELECT
        period,
        unit_code,
        measure,
        source,
        unnest(['all', 'central', 'provincial', 'municipal', 'county']) AS level,
        unnest([
            coalesce(undivided, levels),
            CASE WHEN levels IS NOT NULL THEN coalesce(central, 0) END,
            CASE WHEN levels IS NOT NULL THEN coalesce(provincial, 0) END,
            CASE WHEN levels IS NOT NULL THEN coalesce(municipal, 0) END,
            CASE WHEN levels IS NOT NULL THEN coalesce(county, 0) END
        ]) AS value
    FROM divided
),

parts AS (
    SELECT
        months.period,
        months.month_end,
        units.unit_code,
        units.name AS unit,
        units.ranked AS is_ranked,
        indicators.indicator,
        CAST(CASE indicators.better WHEN 'lower' THEN -1 ELSE 1 END AS DECIMAL(1, 0)) AS direction,
        levels.level,
        above.value AS numerator,
        below.value AS denominator,
        above.source AS numerator_source,
        below.source AS denominator_source
    FROM months
    CROSS JOIN units
    CROSS JOIN indicators
    CROSS JOIN (SELECT indicator, unnest(levels) AS level FROM indicators) AS levels
    LEFT JOIN at_level AS above
        ON above.period = months.period AND above.unit_code = units.unit_code
        AND above.measure = indicators.numerator AND above.level = levels.level
    LEFT JOIN at_level AS below
        ON below.period = months.period AND below.unit_code = units.unit_code
        AND below.measure = indicators.denominator AND below.level = levels.level
    WHERE levels.indicator = indicators.indicator
),

-- Missing is not zero: without both parts there is neither.
with_both AS (
    SELECT
        * EXCLUDE (numerator, denominator, numerator_source, denominator_source),
        numerator IS NOT NULL AND denominator IS NOT NULL AS has_both,
        CASE WHEN has_both THEN numerator END AS numerator,
        CASE WHEN has_both THEN denominator END AS denominator,
        CASE WHEN has_both THEN numerator_source END AS numerator_source,
        CASE WHEN has_both THEN denominator_source END AS denominator_source
    FROM parts
),

-- The city: Σ ÷ Σ over the units that have both parts.
city AS (
    SELECT
        period,
        month_end,
        'city' AS unit_code,
        '全市' AS unit,
        false AS is_ranked,
        indicator,
        direction,
        level,
        bool_or(has_both) AS has_both,
        sum(numerator) AS numerator,
        sum(denominator) AS denominator,
        CASE WHEN count(DISTINCT numerator_source) > 1 THEN 'mixed' ELSE any_value(numerator_source) END AS numerator_source,
        CASE WHEN count(DISTINCT denominator_source) > 1 THEN 'mixed' ELSE any_value(denominator_source) END AS denominator_source,
        CAST(count(*) FILTER (is_ranked AND NOT has_both) AS INTEGER) AS units_missing
    FROM with_both
    GROUP BY period, month_end, indicator, direction, level
),

ratios AS (
    SELECT
        * EXCLUDE (numerator, denominator),
        CAST(numerator AS DECIMAL(18, 2)) AS numerator,
        CAST(denominator AS DECIMAL(18, 2)) AS denominator,
        CASE WHEN NOT has_both THEN 'not_reported' WHEN denominator <= 0 THEN 'no_task' END AS reason,
        CASE WHEN reason IS NULL THEN CAST(numerator AS DOUBLE) / CAST(denominator AS DOUBLE) END AS value,
        reason IS NULL AND is_ranked AS ranked,
        -- Wide enough for exact products; more is always better above the line.
        direction * CAST(numerator AS DECIMAL(18, 2)) AS above,
        CAST(denominator AS DECIMAL(19, 2)) AS below
    FROM (SELECT *, NULL AS units_missing FROM with_both UNION ALL BY NAME SELECT * FROM city)
),

-- Compared by cross-multiplication: two ratios are equal when they are, not when they print alike.
compared AS (
    SELECT
        own.period,
        own.level,
        own.indicator,
        own.unit_code,
        1 + count(*) FILTER (other.above * own.below > own.above * other.below) AS rank,
        bool_or(
            other.unit_code <> own.unit_code
            AND other.above * own.below = own.above * other.below
        ) AS tied,
        bool_or(
            other.above * own.below <> own.above * other.below
            AND round(100 * other.value, 2) = round(100 * own.value, 2)
        ) AS alike
    FROM ratios AS own
    INNER JOIN ratios AS other
        ON other.period = own.period AND other.level = own.level AND other.indicator = own.indicator
    WHERE own.ranked AND other.ranked
    GROUP BY own.period, own.level, own.indicator, own.unit_code
),

-- A unit's own series of milestones replaces the general one, a level's own the one for all.
series AS (
    SELECT
        ratios.indicator,
        ratios.level,
        ratios.unit_code,
        targets.due_month,
        targets.due_day,
        targets.at_least
    FROM (SELECT DISTINCT indicator, level, unit_code FROM ratios) AS ratios
    INNER JOIN targets
        ON targets.indicator = ratios.indicator
        AND (targets.fund_level IS NULL OR targets.fund_level = ratios.level)
        AND (targets.unit_code IS NULL OR targets.unit_code = ratios.unit_code)
    QUALIFY
        2 * (targets.unit_code IS NOT NULL)::INTEGER + (targets.fund_level IS NOT NULL)::INTEGER
        = max(2 * (targets.unit_code IS NOT NULL)::INTEGER + (targets.fund_level IS NOT NULL)::INTEGER)
            OVER (PARTITION BY ratios.indicator, ratios.level, ratios.unit_code)
),

dated AS (
    SELECT
        months.period,
        months.month_end,
        series.* EXCLUDE (due_month, due_day),
        least(
            make_date(year(months.month_end), due_month, 1) + CAST(due_day - 1 AS INTEGER),
            last_day(make_date(year(months.month_end), due_month, 1))
        ) AS due
    FROM series
    CROSS JOIN months
),

milestones AS (
    SELECT
        period,
        indicator,
        level,
        unit_code,
        max(due) FILTER (due <= month_end) AS milestone_due,
        arg_max(at_least, due) FILTER (due <= month_end) AS milestone,
        min(due) FILTER (due > month_end) AS next_due,
        arg_min(at_least, due) FILTER (due > month_end) AS next_milestone
    FROM dated
    GROUP BY period, indicator, level, unit_code
),

judged AS (
    SELECT
        ratios.*,
        compared.rank,
        coalesce(compared.tied, false) AS tied,
        coalesce(compared.alike, false) AS alike,
        milestones.milestone,
        milestones.milestone_due,
        milestones.next_milestone,
        milestones.next_due,
        benchmarks.province,
        CASE WHEN ratios.reason IS NULL THEN ratios.above >= ratios.direction * milestones.milestone * ratios.below END AS meets_milestone,
        CASE WHEN ratios.reason IS NULL THEN ratios.above >= ratios.direction * benchmarks.province * ratios.below END AS meets_province,
        ratios.above
            < (ratios.direction * milestones.milestone - CAST($far_below AS DECIMAL(5, 4))) * ratios.below AS is_far_below,
        coalesce(NOT meets_milestone, NOT meets_province, false) AS behind
    FROM ratios
    LEFT JOIN compared USING (period, level, indicator, unit_code)
    LEFT JOIN milestones USING (period, level, indicator, unit_code)
    LEFT JOIN benchmarks
        ON benchmarks.period = ratios.period AND benchmarks.indicator = ratios.indicator
        AND benchmarks.fund_level = ratios.level
),

-- Months running behind; a month not reported is passed over, any other month not behind ends it.
runs AS (
    SELECT
        period,
        level,
        indicator,
        unit_code,
        behind,
        count(*) FILTER (NOT behind) OVER (PARTITION BY level, indicator, unit_code ORDER BY period) AS run
    FROM judged
    WHERE reason IS DISTINCT FROM 'not_reported'
),

streaks AS (
    SELECT
        period,
        level,
        indicator,
        unit_code,
        CASE WHEN behind
            THEN count(*) FILTER (behind) OVER (PARTITION BY level, indicator, unit_code, run ORDER BY period)
            ELSE 0
        END AS streak
    FROM runs
)

SELECT
    judged.period,
    judged.unit_code,
    judged.unit,
    judged.level,
    judged.indicator,
    judged.numerator,
    judged.denominator,
    judged.value,
    judged.rank,
    judged.tied,
    judged.alike,
    judged.ranked,
    judged.reason,
    judged.milestone,
    judged.milestone_due,
    judged.province,
    100 * (judged.value - judged.milestone) AS gap_milestone,
    100 * (judged.value - judged.province) AS gap_province,
    previous.value AS previous_value,
    previous.rank AS previous_rank,
    CASE
        WHEN judged.reason IS NOT NULL OR (judged.milestone IS NULL AND judged.province IS NULL) THEN 'grey'
        WHEN judged.is_far_below THEN 'red'
        WHEN coalesce(judged.meets_milestone, true) AND coalesce(judged.meets_province, true) THEN 'green'
        WHEN NOT judged.meets_milestone AND NOT judged.meets_province THEN 'red'
        ELSE 'yellow'
    END AS light,
    coalesce(streaks.streak, 0) AS streak,
    judged.next_milestone,
    judged.next_due,
    judged.numerator_source,
    judged.denominator_source,
    judged.units_missing
FROM judged
LEFT JOIN streaks USING (period, level, indicator, unit_code)
LEFT JOIN judged AS previous
    ON previous.level = judged.level AND previous.indicator = judged.indicator
    AND previous.unit_code = judged.unit_code
    AND previous.period = strftime(judged.month_end - INTERVAL 1 MONTH, '%Y-%m')
ORDER BY judged.period, judged.level, judged.indicator, judged.unit_code
